import { checkedByBiome } from '../../../test/biome';
import { runMain } from '../../../test/helm-releases';
import type { Program } from './program';
import { buildProgram } from './program-app';
import { FIRST_LINE, programText } from './program-text';

const CONFIG_MAP = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a.b', namespace: 'logs' },
  data: { a: "it's" },
};

const PROGRAMS: Readonly<Record<string, Program>> = {
  'a stack': { stack: { id: 'logs', props: { namespace: 'logs' } }, parts: [], patches: [], kept: [] },
  'a stack that is patched, with what is kept': {
    stack: { id: 'logs', props: { namespace: 'logs', grafana: false } },
    parts: [],
    patches: [
      { of: 'stack', object: 'StatefulSet/logs', patch: { op: 'add', path: '/spec/minReadySeconds', value: 10 } },
      { of: 'stack', object: 'StatefulSet/logs', patch: { op: 'remove', path: '/spec/replicas' } },
    ],
    kept: [CONFIG_MAP, { ...CONFIG_MAP, metadata: { name: 'a-b', namespace: 'logs' } }],
  },
  'parts, of which one is patched': {
    parts: [
      { component: 'loki', namespace: 'logs', props: { persistence: { type: 'ephemeral' } } },
      { component: 'promtail', namespace: 'collector', props: { pushUrl: 'http://loki.logs.svc:3100' } },
      {
        component: 'grafana',
        namespace: 'a-very-long-namespace-of-sixty-three-characters-that-takes-all',
        props: {},
      },
    ],
    patches: [
      {
        of: 'promtail',
        object: 'DaemonSet/promtail',
        patch: { op: 'add', path: '/metadata/labels/team', value: 'a'.repeat(40) },
      },
    ],
    kept: [],
  },
};

describe.each(Object.entries(PROGRAMS))('%s', (_, program) => {
  const text = programText(program, './charts');

  test('comes to what is made in this process', () => {
    const { manifests, problems } = buildProgram(program);
    expect(problems).toEqual([]);
    const named = (objects: typeof manifests) =>
      objects
        .map((object) => [`${object.kind}/${object.metadata.name}`, object])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(JSON.parse(JSON.stringify(named(runMain(text))))).toEqual(JSON.parse(JSON.stringify(named(manifests))));
  });

  test('is formatted as Biome would, and has no import too many', () => {
    expect(checkedByBiome(text)).toEqual({ text, complaints: '' });
  });

  test('begins with the line by which it may be written over', () => {
    expect(text.split('\n')[0]).toBe(FIRST_LINE);
  });
});

test('constructs come from where they are', () => {
  const program = PROGRAMS['a stack'] as Program;
  expect(programText(program, 'cdk8s-plg')).toContain("import { LoggingStack, ManifestApp } from 'cdk8s-plg';");
});

test('what synth refuses is told by the program that was built', () => {
  const { problems } = buildProgram({
    stack: { id: 'logs', props: { namespace: 'Logs' } },
    parts: [],
    patches: [],
    kept: [],
  });
  expect(problems).toEqual([expect.stringContaining('namespace: "Logs" is not a DNS label')]);
});
