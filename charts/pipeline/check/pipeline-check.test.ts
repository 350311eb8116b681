import { compilePipeline } from '../compile/compile';
import type { Pipeline } from '../model/pipeline';
import { type Abilities, checkPipeline, pipelineWarnings } from './pipeline-check';
import { streamLabels } from './stream-labels';

const PROMTAIL: Abilities = {
  collector: 'Promtail',
  sources: new Set(['pods', 'journal', 'files', 'syslog', 'push']),
  wal: false,
};

const problems = (pipeline: Pipeline): string[] =>
  checkPipeline(pipeline, compilePipeline(pipeline), PROMTAIL, 'pipeline').map(
    ({ path, message, remedy }) => `${path}: ${message} → ${remedy}`,
  );

const labelled = (count: number): Pipeline => ({
  sources: [
    {
      type: 'pods',
      labels: {
        scheme: 'none',
        static: Object.fromEntries(Array.from({ length: count - 1 }, (_, n) => [`l${n}`, 'x'])),
      },
    },
  ],
});

describe('labels of the streams', () => {
  const labels = (pipeline: Pipeline) => [...streamLabels(compilePipeline(pipeline)[0] as never)].sort();

  test('of the default pipeline are nine', () => {
    expect(labels({})).toEqual([
      'app',
      'component',
      'container',
      'instance',
      'job',
      'namespace',
      'node_name',
      'pod',
      'stream',
    ]);
  });

  test('are followed through the stages', () => {
    expect(
      labels({
        sources: [{ type: 'files', paths: ['/var/log/a/*'], labels: { job: 'a', host: 'b' } }],
        stages: [
          { labels: { level: '', code: 'status' } },
          { match: { selector: '{job="a"}', stages: [{ static_labels: { inside: '1' } }, { labeldrop: ['job'] }] } },
          { labeldrop: ['filename', 'host'] },
          { structured_metadata: { code: '' } },
          { pack: { labels: ['level'] } },
        ],
      }),
    ).toEqual(['inside', 'job']);
  });

  test('above fifteen are refused, above ten warned of', () => {
    expect(problems(labelled(15))).toEqual([]);
    expect(pipelineWarnings(compilePipeline(labelled(10)))).toEqual([]);
    expect(pipelineWarnings(compilePipeline(labelled(11)))[0]).toContain('have 11 labels');
    expect(problems(labelled(16))[0]).toMatch(
      /^pipeline\.sources\[0\]: gives its streams 16 labels, and Loki refuses lines with more than 15: .* → drop some, or make structured metadata of them$/,
    );
  });

  test.each(['pod_uid', 'trace_id', 'traceID', 'pod_template_hash', 'ip', 'requestId'])(
    '%s is refused as a label',
    (label) => {
      const [problem] = problems({ stages: [{ labels: { [label]: '' } }] });
      expect(problem).toContain(`makes "${label}" a label of the streams`);
      expect(problem).toContain('→ use structured metadata');
    },
  );

  test('the file’s name is refused where nobody drops it', () => {
    expect(problems({ sources: [{ type: 'files', paths: ['/var/log/a/*'], labels: { job: 'a' } }] })).toEqual([
      'pipeline.sources[0]: makes "filename" a label of the streams, and each of its values is a stream of its own: Loki is slow with many streams, and ends with too many → drop it: { labeldrop: [\'filename\'] }',
    ]);
  });
});

describe('what is refused', () => {
  test.each<[object, string]>([
    [
      { sources: [{ type: 'pods-api' }] },
      `pipeline.sources[0].type: "pods-api" is nothing that Promtail reads → set collector: { type: 'alloy' }, or take the source { type: 'pods' }, which reads files`,
    ],
    [
      { sources: [{ type: 'pods', name: 'a b' }] },
      'pipeline.sources[0].name: "a b" is not a name of a source → write letters, digits, "-" and "_"',
    ],
    [
      { sources: [{ type: 'pods' }, { type: 'pods' }] },
      'pipeline.sources: two of them are called "kubernetes-pods" → give one of them another name',
    ],
    [
      { sources: [{ type: 'pods', labels: { add: { 'my-team': { label: 'team' } } } }] },
      'pipeline.sources[0].labels.add["my-team"]: is not the name of a label → did you mean "my_team"?',
    ],
    [
      { sources: [{ type: 'pods', labels: { add: { team: { field: 'pods' } } } }] },
      'pipeline.sources[0].labels.add.team.field: "pods" is not one of "namespace" or "pod" or "container" or "node_name" or "controller" or "controller_kind" or "pod_uid" or "pod_ip" or "host_ip" or "container_image" or "container_id" → did you mean "pod"?',
    ],
    [
      {
        sources: [{ type: 'files', paths: ['log/*.log'], labels: { job: 'a' }, stages: [{ labeldrop: ['filename'] }] }],
      },
      'pipeline.sources[0].paths[0]: "log/*.log" is not a path of the node → begin it with "/": "/var/log/audit/*.log"',
    ],
    [
      { sources: [{ type: 'pods', stages: [{ output: { source: 'a', form: 'b' } }] }] },
      'pipeline.sources[0].stages[0].output.form: is no key of output: Promtail ignores it → write one of source',
    ],
    [
      { sources: [{ type: 'syslog', port: 0 }] },
      'pipeline.sources[0].port: 0 is not a port → write a number from 1 to 65535',
    ],
    [
      { destinations: [{ url: 'loki' }] },
      'pipeline.destinations[0].url: "loki" is not a URL → write a Loki\'s pushUrl, or "http://<host>:3100/loki/api/v1/push"',
    ],
    [
      { wal: true },
      `pipeline.wal: is true, and Promtail has none that lasts → take it out, or set collector: { type: 'alloy' }`,
    ],
  ])('%j', (pipeline, problem) => {
    expect(problems(pipeline as Pipeline)).toEqual([problem]);
  });
});
