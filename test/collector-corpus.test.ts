import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Stream } from '../charts/pipeline/interpreter/streams';
import type { Pipeline } from '../charts/pipeline/model/pipeline';
import type { PodLabels } from '../charts/pipeline/model/pods';
import { stackTraces } from '../charts/pipeline/ready-made/stack-traces';
import { collectedStreams, type TestNode } from './collected-streams';
import { logFiles, type WholePod } from './pods';
import { readBack } from './rendered';
import { ALLOY, PROMTAIL } from './runtime-lines';

/** Pods as clusters have them, and lines as container runtimes write them. */
const {
  pods,
  lines,
  readOtherwise,
}: {
  readonly pods: Readonly<Record<string, WholePod>>;
  readonly lines: Readonly<Record<string, readonly string[]>>;
  /** Lines that no container runtime writes, of which Alloy's own parsers make something else. */
  readonly readOtherwise: { readonly cri: readonly string[]; readonly docker: readonly string[] };
} = JSON.parse(readFileSync(join(__dirname, 'fixtures/collector-corpus.json'), 'utf8'));

const SCHEMES = ['kubernetes-pods', 'loki-stack'] as const;
type Scheme = NonNullable<PodLabels['scheme']>;

const pipelineFor = (format: string, scheme: Scheme): Pipeline => ({
  sources: [
    {
      type: 'pods',
      format: format.startsWith('docker') ? 'docker' : 'cri',
      labels: { scheme },
      stages: format.includes('stack trace') ? stackTraces(['java', 'python']) : [],
    },
  ],
  stages: [{ logfmt: { mapping: { level: '' } } }, { labels: { level: '' } }],
});

interface Row {
  readonly pod: string;
  readonly format: string;
  readonly scheme: Scheme;
  readonly promtail: readonly Stream[];
  readonly alloy: readonly Stream[];
}

const rows: readonly Row[] = Object.entries(pods).flatMap(([pod, made]) =>
  Object.entries(lines).flatMap(([format, written]) =>
    SCHEMES.map((scheme) => {
      const node: TestNode = {
        name: made.node,
        pods: [made],
        files: Object.fromEntries(logFiles(made).map((file) => [file, written])),
      };
      const { promtail, alloy } = readBack(pipelineFor(format, scheme), node.name);
      return {
        pod,
        format,
        scheme,
        promtail: collectedStreams(promtail, node, true),
        alloy: collectedStreams(alloy, node, false),
      };
    }),
  ),
);

const countOf = (streams: readonly Stream[]): string =>
  `${streams.length}/${streams.reduce((sum, { entries }) => sum + entries.length, 0)}`;

const columns = SCHEMES.flatMap((scheme) => Object.keys(lines).map((format) => ({ scheme, format })));
const widest = Math.max(...Object.keys(pods).map((name) => name.length));

afterAll(() => {
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => cell.padEnd(index === 0 ? widest : 5)).join(' ');
  process.stdout.write(
    [
      '\nStreams/entries that Promtail and Alloy both make of a pod whose containers wrote these lines, or "p≠a":',
      ...columns.map(({ scheme, format }, index) => `  ${String(index + 1).padStart(2)}: ${scheme}, ${format}`),
      line(['', ...columns.map((_, index) => String(index + 1))]),
      ...Object.keys(pods).map((pod) =>
        line([
          pod,
          ...columns.map(({ scheme, format }) => {
            const row = rows.find((each) => each.pod === pod && each.scheme === scheme && each.format === format);
            const [promtail, alloy] = [countOf(row?.promtail ?? []), countOf(row?.alloy ?? [])];
            return promtail === alloy ? promtail : `${promtail}≠${alloy}`;
          }),
        ]),
      ),
      '',
    ].join('\n'),
  );
});

test.each(SCHEMES)('%s: every pod and every line becomes the same in both', (scheme) => {
  for (const row of rows.filter((each) => each.scheme === scheme)) {
    expect({ ...row, streams: row.alloy }).toEqual({ ...row, streams: row.promtail });
  }
});

describe('what container runtimes write, Alloy’s parsers read as Promtail’s do', () => {
  const formatOf = (name: string) => (name.startsWith('docker') ? 'docker' : 'cri');

  test.each(Object.keys(lines))('%s', (name) => {
    for (const line of lines[name] ?? []) {
      expect({ line, read: ALLOY[formatOf(name)](line) }).toEqual({ line, read: PROMTAIL[formatOf(name)](line) });
    }
  });

  test('whatever the line, but for what is told in docs/collectors.md', () => {
    const cri = fc
      .tuple(fc.string(), fc.constantFrom('stdout', 'stderr'), fc.constantFrom('F', 'P'))
      .map(([text, stream, flag]) => `2026-01-02T03:04:05.1Z ${stream} ${flag} ${text}`);
    fc.assert(fc.property(cri, (line) => expect(ALLOY.cri(line)).toEqual(PROMTAIL.cri(line))));
    const docker = fc
      .tuple(fc.string({ minLength: 1 }), fc.constantFrom('stdout', 'stderr'))
      .map(([log, stream]) => JSON.stringify({ log, stream, time: '2026-01-02T03:04:05.1Z' }));
    fc.assert(fc.property(docker, (line) => expect(ALLOY.docker(line)).toEqual(PROMTAIL.docker(line))));
    for (const format of ['cri', 'docker'] as const) {
      for (const line of readOtherwise[format]) expect(ALLOY[format](line)).not.toEqual(PROMTAIL[format](line));
    }
  });
});

/** The streams of the plainest lines, as selectors. */
const selectors = (pod: string, scheme: Scheme): readonly string[] =>
  (rows.find((row) => row.pod === pod && row.scheme === scheme && row.format === 'cri')?.alloy ?? []).map(
    ({ labels }) => ['job', 'app', 'container', 'level'].map((name) => labels[name] ?? '-').join(' '),
  );

describe('what becomes of pods', () => {
  test.each<[pod: string, scheme: Scheme, streams: readonly string[]]>([
    ['of a Deployment', 'kubernetes-pods', ['shop/web web main error', 'shop/web web main info']],
    ['of a Deployment, without labels', 'kubernetes-pods', ['shop/api api main error', 'shop/api api main info']],
    ['of a Job of a CronJob', 'kubernetes-pods', ['shop/backup backup main error', 'shop/backup backup main info']],
    ['of a Job', 'kubernetes-pods', ['shop/migrate migrate main error', 'shop/migrate migrate main info']],
    ['of nobody', 'kubernetes-pods', ['shop/debug debug main error', 'shop/debug debug main info']],
    // As in 2021: a pod that has neither a name, nor an app, nor an owner is not collected.
    ['of nobody', 'loki-stack', []],
    // A static pod is a Node's, by which the jobs of 2021 know it, and by its component as well.
    ['static', 'kubernetes-pods', ['kube-system/node-1 node-1 main error', 'kube-system/node-1 node-1 main info']],
    [
      'with an init and an ephemeral container',
      'kubernetes-pods',
      ['init-db', 'main', 'sidecar'].flatMap((container) =>
        ['error', 'info'].map((level) => `shop/web web ${container} ${level}`),
      ),
    ],
  ])('%s by %s', (pod, scheme, streams) => {
    expect([...selectors(pod, scheme)].sort()).toEqual([...streams].sort());
  });
});
