import { checkVersion, isAtLeast, type ProgramName, parseRelease, RELEASES } from './releases';

const PROGRAMS = Object.keys(RELEASES) as ProgramName[];

/** What a refused version should have been; undefined when it is taken. */
const meant = (program: ProgramName, version: unknown): string | undefined => {
  const [problem, ...others] = checkVersion(program, version, 'version');
  expect(others).toEqual([]);
  if (problem !== undefined) expect(problem.path).toBe('version');
  return problem === undefined ? undefined : /^(?:did you mean|write) "(.*)"\??$/.exec(problem.remedy)?.[1];
};

test.each(PROGRAMS)('the release of %s that is deployed by default was published', (program) => {
  expect(meant(program, RELEASES[program].newest)).toBeUndefined();
});

test.each<[ProgramName, string]>([
  ['loki', '2.1.0'],
  ['loki', '2.9.17'],
  ['loki', '3.0.0'],
  ['loki', '3.6.15'],
  ['promtail', '2.1.0'],
  ['promtail', '3.6.11'],
  ['grafana', '6.7.0'],
  ['grafana', '11.6.4'],
])('%s %s was', (program, version) => {
  expect(meant(program, version)).toBeUndefined();
});

describe('did you mean', () => {
  test.each<[ProgramName, unknown, string]>([
    // The right numbers, written otherwise.
    ['loki', 'v3.7.6', '3.7.6'],
    ['loki', '3.7.6 ', '3.7.6'],
    ['loki', '3.07.6', '3.7.6'],
    ['loki', 'grafana/loki:2.9.17', '2.9.17'],
    ['loki', '3.7.6-amd64', '3.7.6'],
    // Too few of them.
    ['loki', '3.7', '3.7.6'],
    ['loki', 3.7, '3.7.6'],
    ['loki', '3', '3.7.6'],
    ['loki', 3, '3.7.6'],
    ['loki', '2.9', '2.9.0'],
    ['loki', '2', '2.9.0'],
    ['grafana', '6', '6.7.0'],
    ['grafana', '13.2', '13.2.0'],
    ['promtail', '3.6', '3.6.11'],
    // None at all.
    ['loki', 'latest', '3.7.6'],
    ['loki', '', '3.7.6'],
    ['loki', undefined, '3.7.6'],
    ['loki', null, '3.7.6'],
    ['loki', { major: 3 }, '3.7.6'],
    ['loki', Number.NaN, '3.7.6'],
    // A line that there is not.
    ['loki', '3.8.0', '3.7.6'],
    ['loki', '4.0.0', '3.7.6'],
    ['loki', 'v4.0.0', '3.7.6'],
    ['loki', '2.10.0', '2.9.0'],
    ['loki', '2.0.0', '2.1.0'],
    ['loki', '1.6.1', '2.1.0'],
    ['loki', '0.0.0', '2.1.0'],
    ['grafana', '5.4.3', '6.7.0'],
    ['grafana', '6.6.2', '6.7.0'],
    ['grafana', '7.6.0', '7.5.0'],
    ['grafana', '14.0.0', '13.2.0'],
    ['promtail', '3.7.0', '3.6.11'],
    ['promtail', 'v3.7.1', '3.6.11'],
    // Later than the last that was published.
    ['promtail', '3.6.12', '3.6.11'],
    ['promtail', 'v3.6.12', '3.6.11'],
  ])('%s %p: %s', (program, version, expected) => {
    expect(meant(program, version)).toBe(expected);
  });

  test.each(PROGRAMS)('something that is taken, whatever was written for %s', (program) => {
    const parts = ['', '0', '1', '2', '3', '6', '7', '9', '13', '99'];
    const versions = parts.flatMap((a) => parts.flatMap((b) => parts.map((c) => [a, b, c].join('.'))));
    for (const version of versions) {
      const remedy = meant(program, version);
      if (remedy !== undefined) expect([version, meant(program, remedy)]).toEqual([version, undefined]);
    }
  });
});

test('says what is wrong, and which lines there are', () => {
  expect(checkVersion('loki', 'latest', 'version')[0]?.message).toBe('"latest" is not a release of loki');
  expect(checkVersion('loki', 3, 'version')[0]?.message).toBe('3 is not a release of loki');
  expect(checkVersion('grafana', '5.0.0', 'version')[0]?.message).toBe(
    'grafana 5.0.0 is not known: its lines are 6.7, 7.0 … 7.5, 8.0 … 8.5, 9.0 … 9.5, 10.0 … 10.4, 11.0 … 11.6, 12.0 … 12.4, 13.0 … 13.2',
  );
  expect(checkVersion('promtail', '3.6.12', 'version')).toEqual([
    {
      path: 'version',
      message: 'no image of promtail 3.6.12 was ever published: 3.6.11 is the last one',
      remedy: 'write "3.6.11"',
    },
  ]);
});

test('the numbers of a release', () => {
  expect(parseRelease('3.7.6')).toEqual({ major: 3, minor: 7, patch: 6 });
  for (const other of ['3.7', 'v3.7.6', '3.7.6.1', '03.7.6', '3.7.x', '', 3, undefined, null]) {
    expect(parseRelease(other)).toBeUndefined();
  }
});

test.each<[string, `${number}.${number}`, boolean]>([
  ['3.7.6', '3.7', true],
  ['3.7.6', '3.8', false],
  ['3.7.6', '2.9', true],
  ['2.10.0', '2.9', true],
  ['2.9.17', '3.0', false],
  ['10.0.0', '9.5', true],
  ['latest', '0.0', false],
])('%s is %s or newer: %p', (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected);
});
