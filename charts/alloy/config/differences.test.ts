import { compilePipeline } from '../../pipeline/compile/compile';
import type { Stage } from '../../pipeline/model/stages';
import { checkComponentNames, checkDifferences } from './differences';
import { differenceWarnings } from './warnings';

describe('what Alloy cannot say is refused, with a way out', () => {
  test.each<[Stage, string, string]>([
    [
      { drop: { source: ['a,b'], expression: 'x' } },
      'drop.source: has "a,b", and Alloy takes a comma for the end of a name',
      'extract the value under a name without one',
    ],
    [
      { drop: { source: ['a', 'b'], separator: '', value: 'x' } },
      'drop.separator: is empty, and Alloy takes ";" then',
      'write a character that no value has',
    ],
    [
      { multiline: { firstline: '^a', max_wait_time: '0s' } },
      'multiline.max_wait_time: "0s" is no time at all, which Alloy refuses',
      'write "1ms" or more',
    ],
    [
      { metrics: { lines: { type: 'Counter', config: { action: 'inc', value: '' } } } },
      'metrics.lines.config.value: is empty, and Alloy counts every value then',
      'leave it out, or count what a match stage lets through',
    ],
  ])('%j', (stage, problem, remedy) => {
    const told = (path: string) => [`${path}.${problem}`, remedy];
    const found = (pipeline: Parameters<typeof checkDifferences>[0]) =>
      checkDifferences(pipeline, 'pipeline').map(({ path, message, remedy: way }) => [`${path}: ${message}`, way]);
    expect(found({ stages: [{ cri: {} }, stage] })).toEqual([told('pipeline.stages[1]')]);
    expect(found({ sources: [{ type: 'pods', stages: [stage] }] })).toEqual([told('pipeline.sources[0].stages[0]')]);
    expect(found({ stages: [{ match: { selector: '{a="b"}', stages: [stage] } }] })).toEqual([
      told('pipeline.stages[0].match.stages[0]'),
    ]);
  });

  test('names that are one as components', () => {
    const jobs = compilePipeline({
      sources: [
        { type: 'pods', name: 'a-b' },
        { type: 'pods', name: 'a_b' },
      ],
    });
    expect(checkComponentNames(jobs, 'pipeline')).toEqual([
      {
        path: 'pipeline.sources',
        message: '"a-b" and "a_b" are both "a_b" as components of Alloy',
        remedy: 'give one of them another name',
      },
    ]);
  });
});

describe('what nothing in a configuration can change is said', () => {
  const jobs = compilePipeline({
    sources: [
      { type: 'pods', stages: [{ match: { selector: '{a="b"}', stages: [{ multiline: { firstline: '^a' } }] } }] },
      { type: 'journal' },
    ],
  });

  test('of multiline, since 1.16', () => {
    expect(differenceWarnings(jobs, '1.16.0').join()).toContain(
      'multiline (kubernetes-pods): where a stream is silent',
    );
    expect(differenceWarnings(jobs, '1.15.0')).toEqual([]);
  });

  test('of a journal that is read again, before 1.11', () => {
    expect(differenceWarnings(jobs, '1.10.2')).toEqual([
      'Alloy 1.10.2 does not know how far Promtail has read the journal (journal), and begins at maxAge: take 1.11 or newer.',
    ]);
  });
});
