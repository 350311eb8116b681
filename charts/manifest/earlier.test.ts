import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Environment, ManifestApp, RefusedError } from '..';
import { type Compared, type Comparison, compareWithEarlier } from '../kubernetes/comparison';
import { addObject } from '../kubernetes/kubernetes-object';
import type { Manifest } from '../kubernetes/manifest';
import { refuseComponent } from '../kubernetes/refusal';

let outdir: string;

beforeEach(() => {
  outdir = fs.mkdtempSync(join(tmpdir(), 'earlier-'));
});

afterEach(() => fs.rmSync(outdir, { recursive: true, force: true }));

const NOTHING: Compared = { problems: [], warnings: [] };

interface Watched {
  readonly chart?: string;
  readonly text?: string;
  readonly restsOn?: readonly string[];
  readonly compare?: Comparison['compare'];
}

/** A chart with a ConfigMap `watched` that wants to be compared. */
function watched(scope: Construct, { chart: id = 'a', text = 'one', restsOn = [], compare }: Watched): void {
  const chart = new Chart(scope, id, { namespace: 'logs', disableResourceNameHashes: true });
  const object = addObject(chart, 'object', 'ConfigMap', { metadata: { name: 'watched' }, data: { text } });
  compareWithEarlier(object, { restsOn, compare: compare ?? (() => NOTHING) });
}

interface Synthesized {
  readonly said: readonly string[];
  readonly problems: readonly string[];
}

function synth(build: (app: ManifestApp) => void): Synthesized {
  const said: string[] = [];
  const app = new ManifestApp({ outdir, report: (line) => said.push(line) });
  build(app);
  try {
    app.synth();
    return { said, problems: [] };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { said, problems: error.problems };
  }
}

/** The texts that a comparison was given, of each call. */
function callsOf(build: (app: ManifestApp, compare: Comparison['compare']) => void): readonly (readonly unknown[])[] {
  const calls: unknown[][] = [];
  const textOf = ({ data }: Manifest): unknown => (data as { text?: unknown } | undefined)?.text;
  synth((app) =>
    build(app, (earlier, now) => {
      calls.push([textOf(earlier), textOf(now)]);
      return NOTHING;
    }),
  );
  return calls;
}

const put = (path: string, content: string): void => {
  fs.mkdirSync(dirname(join(outdir, path)), { recursive: true });
  fs.writeFileSync(join(outdir, path), content);
};

const textIn = (path: string): string => fs.readFileSync(join(outdir, path), 'utf8');

describe('an object is compared with its earlier form', () => {
  test('when its text has changed', () => {
    synth((app) => watched(app, {}));
    expect(callsOf((app, compare) => watched(app, { text: 'two', compare }))).toEqual([['one', 'two']]);
  });

  test('not when it is new, and not when nothing has changed', () => {
    expect(callsOf((app, compare) => watched(app, { compare }))).toEqual([]);
    expect(callsOf((app, compare) => watched(app, { compare }))).toEqual([]);
  });

  test('not when only something beside it has changed', () => {
    const beside = (app: ManifestApp, name: string, compare?: Comparison['compare']): void => {
      watched(app, { compare });
      addObject(Chart.of(app.node.findChild('a')), name, 'ConfigMap', { metadata: { name }, data: { text: name } });
    };
    synth((app) => beside(app, 'left'));
    expect(callsOf((app, compare) => beside(app, 'right', compare))).toEqual([]);
    expect(textIn('a.k8s.yaml')).toContain('name: right');
  });

  test('when git has given it other line ends, only for what has changed besides', () => {
    synth((app) => watched(app, {}));
    put('a.k8s.yaml', textIn('a.k8s.yaml').replaceAll('\n', '\r\n'));
    expect(callsOf((app, compare) => watched(app, { compare }))).toEqual([]);
    expect(callsOf((app, compare) => watched(app, { text: 'two', compare }))).toEqual([['one', 'two']]);
  });

  test('when it has moved to another file too', () => {
    synth((app) => watched(app, {}));
    expect(callsOf((app, compare) => watched(app, { chart: 'b', compare }))).toEqual([]);
    expect(callsOf((app, compare) => watched(app, { chart: 'c', text: 'two', compare }))).toEqual([['one', 'two']]);
  });

  test('when it has moved to the folder of an environment, or back', () => {
    synth((app) => watched(app, {}));
    const live = (app: ManifestApp, compare: Comparison['compare']) =>
      watched(new Environment(app, 'live'), { text: 'two', compare });
    expect(callsOf(live)).toEqual([['one', 'two']]);
    expect(callsOf((app, compare) => watched(app, { text: 'three', compare }))).toEqual([['two', 'three']]);
  });

  test('of its own environment, and of no other', () => {
    const both = (app: ManifestApp, live: string, compare?: Comparison['compare']): void => {
      watched(new Environment(app, 'live'), { text: live, compare });
      watched(new Environment(app, 'staging'), { text: 'staging', compare });
    };
    synth((app) => both(app, 'live'));
    expect(callsOf((app, compare) => both(app, 'changed', compare))).toEqual([['live', 'changed']]);
    const third = (app: ManifestApp, compare: Comparison['compare']): void => {
      both(app, 'changed', compare);
      watched(new Environment(app, 'third'), { text: 'new', compare });
    };
    expect(callsOf(third)).toEqual([]);
  });

  test('but of none when it may have been any of several, which synth says', () => {
    synth((app) => {
      watched(new Environment(app, 'live'), { text: 'live' });
      watched(new Environment(app, 'staging'), { text: 'staging' });
    });
    const compare = jest.fn(() => NOTHING);
    const { said } = synth((app) => watched(app, { text: 'one', compare }));
    expect(compare).not.toHaveBeenCalled();
    expect(said).toContain(
      'warning: [a/object] ConfigMap/watched was in several folders: nobody knows which it is compared with',
    );
  });

  test('not of another kind, group, namespace or name', () => {
    synth((app) => {
      const chart = new Chart(app, 'a', { namespace: 'logs' });
      addObject(chart, 'b', 'ConfigMap', { metadata: { name: 'watched', namespace: 'other' } });
      addObject(chart, 'c', 'ConfigMap', { metadata: { name: 'watched-too' } });
      addObject(chart, 'd', 'Secret', { metadata: { name: 'watched' } });
    });
    expect(callsOf((app, compare) => watched(app, { compare }))).toEqual([]);
  });

  test('whatever stands beside it: documents that are no objects, comments', () => {
    synth((app) => watched(app, {}));
    put('a.k8s.yaml', `${textIn('a.k8s.yaml')}---\n- watched\n---\n# watched\n---\nkind: 5\nmetadata: watched\n---\n`);
    expect(callsOf((app, compare) => watched(app, { text: 'two', compare }))).toEqual([['one', 'two']]);
  });
});

describe('what a comparison finds', () => {
  const compare = () => ({
    problems: [{ path: 'text', message: 'was "one"', remedy: 'write "one"' }],
    warnings: ['it was one'],
  });

  test('is refused together with everything else, and every file stays as it was', () => {
    synth((app) => watched(app, {}));
    const before = textIn('a.k8s.yaml');
    const { problems, said } = synth((app) => {
      watched(app, { text: 'two', compare });
      addObject(new Chart(app, 'b'), 'b', 'ConfigMap', { metadata: { name: 'No Name' } });
    });
    expect(problems).toEqual([
      expect.stringContaining('[b/b] ConfigMap/No Name metadata.name:'),
      '[a/object] text: was "one"\n      → write "one"',
    ]);
    expect(said).toEqual([]);
    expect(fs.readdirSync(outdir)).toEqual(['a.k8s.yaml']);
    expect(textIn('a.k8s.yaml')).toBe(before);
  });

  test('is said when it is a warning', () => {
    synth((app) => watched(app, {}));
    const warns = () => ({ problems: [], warnings: ['it was one'] });
    expect(synth((app) => watched(app, { text: 'two', compare: warns })).said).toContain(
      'warning: [a/object] it was one',
    );
  });

  test.each([
    ['text', 0],
    ['text[1].more', 0],
    ['texture', 1],
    ['other', 1],
  ])('is not asked for when what it rests on is refused: %s', (path, times) => {
    synth((app) => watched(app, {}));
    const counted = jest.fn(() => NOTHING);
    const { problems } = synth((app) => {
      watched(app, { text: 'two', restsOn: ['text'], compare: counted });
      const object = app.node.findChild('a').node.findChild('object');
      refuseComponent(object as Chart, () => [{ path, message: 'is wrong', remedy: 'mend it' }]);
    });
    expect(problems).toHaveLength(1);
    expect(counted).toHaveBeenCalledTimes(times);
  });
});

describe('an earlier file that is not YAML any more', () => {
  const conflict = (text: string): string =>
    text.replace(/^.*text: one\n/m, '<<<<<<< HEAD\n  text: one\n=======\n  text: two\n>>>>>>> other\n');

  test('is refused when an object was in it that has to be compared, with what to do', () => {
    synth((app) => watched(app, {}));
    put('a.k8s.yaml', conflict(textIn('a.k8s.yaml')));
    const before = textIn('a.k8s.yaml');
    const [problem, ...others] = synth((app) => watched(app, { text: 'two' })).problems;
    expect(problem?.replace(`${outdir}/`, '')).toMatch(
      /^a\.k8s\.yaml: is not YAML any more \(.+\), and what ConfigMap\/watched was cannot be compared with what it is to be\n {6}→ bring the file back as it was committed, or remove it if nothing of it runs anywhere$/,
    );
    expect(others).toEqual([]);
    expect(textIn('a.k8s.yaml')).toBe(before);
  });

  test('is written anew when nothing in it has to be compared', () => {
    const other = (app: ManifestApp, text: string) =>
      addObject(new Chart(app, 'b'), 'b', 'ConfigMap', { metadata: { name: 'b' }, data: { text } });
    synth((app) => {
      watched(app, {});
      other(app, 'one');
    });
    put('b.k8s.yaml', conflict(textIn('b.k8s.yaml')));
    const { problems } = synth((app) => {
      watched(app, { text: 'two' });
      other(app, 'two');
    });
    expect(problems).toEqual([]);
    expect(textIn('b.k8s.yaml')).toContain('text: two');
  });
});
