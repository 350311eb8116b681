import { adopted, objectsIn, releaseText } from '../../../test/helm-releases';
import type { AdoptedRelease } from '../adopt-release';
import { reportText } from './report';

const RELEASE = adopted(releaseText('promtail-3.11.yaml'), 'logs');

/** The report of a release of which some is otherwise. */
const report = (changes: Partial<AdoptedRelease>): string => reportText({ ...RELEASE, ...changes }, 'apps/main.ts');

test('sections without anything in them are left out', () => {
  const text = report({ problems: [], consequences: [], notTaken: [], todo: [], retreats: [] });
  const headings = text.split('\n').filter((line) => /^\S/.test(line));
  expect(headings).toEqual([
    expect.stringMatching(/^Promtail 2\.4\.2: DaemonSet\/promtail in namespace logs/),
    'apps/main.ts is written.',
    expect.stringMatching(/^Objects \(\d+\)$/),
    expect.stringMatching(/^Settings: \d+ are the same, \d+ differ$/),
  ]);
});

test('what is worst comes first, numbered and counted', () => {
  const text = report({
    problems: ['[a] b: c\n      → d', '[e] f: g\n      → h'],
    consequences: [
      { object: 'StatefulSet/loki', severity: 'recreate', message: 'has to be made anew' },
      { object: 'DaemonSet/promtail', severity: 'rollout', message: 'restarts' },
    ],
    notTaken: ['StatefulSet/write runs Loki as "write"'],
    todo: ['make Secret "a"'],
    retreats: ['config.x: is wrong'],
  });
  expect(text.split('\n\n').slice(2, 8)).toEqual([
    'Refused by synth as it is; mend it there (2)\n  1. [a] b: c\n     → d\n  2. [e] f: g\n     → h',
    'Not to be applied as it is: make main.ts say the same as the release (1)\n  1. recreate: StatefulSet/loki has to be made anew',
    'Not taken over (1)\n  1. StatefulSet/write runs Loki as "write"',
    'Before you apply it (1)\n  1. make Secret "a"',
    'Written although a check refuses it, since the release runs with it (1)\n  1. config.x: is wrong',
    'What applying it does (1)\n  1. rollout: DaemonSet/promtail restarts',
  ]);
});

test('every difference is told: labels of charts by label, all others by object', () => {
  const differences = [
    { object: 'Service/a', path: 'metadata.labels["helm.sh/chart"]', theirs: 'x-1' },
    { object: 'Service/b', path: 'metadata.labels["helm.sh/chart"]', theirs: 'x-1' },
    { object: 'Service/a', path: 'metadata.labels["app.kubernetes.io/part-of"]', ours: 'x' },
    { object: 'Service/a', path: 'metadata.labels["app.kubernetes.io/managed-by"]', theirs: 'Helm', ours: 'x' },
    { object: 'Service/a', path: 'metadata.labels.team', theirs: 'a', ours: 'b' },
    { object: 'Service/b', path: 'spec.x', ours: '1' },
    { object: 'Service/a', path: 'spec.template.spec.volumes[tmp].name', theirs: 'tmp' },
  ];
  const text = report({ comparison: { differences, same: 3, added: ['ConfigMap/new'] } });
  expect(text).toContain('\n  new (1)\n    ConfigMap/new\n');
  expect(text.split('\n\n').at(-1)).toBe(
    [
      'Settings: 3 are the same, 7 differ',
      '  label helm.sh/chart is gone from 2 objects',
      '  label app.kubernetes.io/part-of is new on Service/a',
      '  label app.kubernetes.io/managed-by is another on Service/a',
      '  Service/a',
      '    metadata.labels.team: a becomes b',
      '    spec.template.spec.volumes[tmp].name: tmp is gone (a writable folder beside a root file system that is read-only)',
      '  Service/b',
      '    spec.x: 1 is new',
    ].join('\n'),
  );
});

test('every object is named once, with what becomes of it', () => {
  const { fates } = RELEASE;
  const lines = report({}).split('\n');
  for (const { kind, metadata } of objectsIn(releaseText('promtail-3.11.yaml'))) {
    const about = lines.filter(
      (line) => line === `    ${kind}/${metadata.name}` || line.startsWith(`    ${kind}/${metadata.name}: `),
    );
    expect(about).toHaveLength(1);
  }
  const [first] = fates;
  if (first === undefined) throw new Error('no object');
  const kept = { ...first, fate: { type: 'kept', manifest: {}, note: 'as apps/v1' } } as const;
  const text = report({ fates: [kept], derived: [first.object] });
  const { kind, name } = first.object;
  expect(text).toContain(`Objects (2)\n  kept as they are, in main.ts (1)\n    ${kind}/${name}: as apps/v1\n`);
  expect(text).toContain(`  made by Kubernetes of others (1)\n    ${kind}/${name}\n`);
});

test('a release of which nobody knows the number is told by its image', () => {
  const { promtail } = RELEASE.plans;
  if (promtail === undefined) throw new Error('no Promtail');
  const image = { registry: 'docker.io', repository: 'mine/promtail', program: 'promtail', tag: 'main' };
  const found = { ...promtail.found, version: undefined, chart: undefined, image };
  expect(report({ plans: { promtail: { ...promtail, found } } })).toMatch(
    /^Promtail of an unknown release \(mine\/promtail:main\): DaemonSet\/promtail in namespace logs\n/,
  );
});

test('nothing of a terminal is in it, whatever stands in a release', () => {
  const text = report({ todo: ['a\u001b[31mred\u0007'] });
  expect([...text].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
});
