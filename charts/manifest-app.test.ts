import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { problemsOf } from '../test/apps';
import { LoggingStack, ManifestApp, RefusedError } from '.';

let folder: string;
let outdir: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'manifest-app-'));
  outdir = join(folder, 'dist');
});

afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

const configMap = (scope: Construct, name: string, data: unknown = { a: 'b' }): ApiObject =>
  new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });

/** An app with a chart of one object for each name. */
function appOf(...names: string[]): ManifestApp {
  const app = new ManifestApp({ outdir, report: () => {} });
  for (const name of names) configMap(new Chart(app, name), name);
  return app;
}

function refusalOf(synth: () => unknown): RefusedError {
  try {
    synth();
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

const filesIn = (path: string): readonly string[] => (fs.existsSync(path) ? fs.readdirSync(path).sort() : []);

describe('synth', () => {
  test('writes every file and says what became of each', () => {
    appOf('a', 'b').synth();
    const lines: string[] = [];
    const app = new ManifestApp({ outdir, report: (line) => lines.push(line) });
    for (const name of ['b', 'c']) configMap(new Chart(app, name), name);
    expect(app.synth()).toEqual({ written: ['c.k8s.yaml'], unchanged: ['b.k8s.yaml'], removed: ['a.k8s.yaml'] });
    expect(lines).toEqual([
      [`${outdir}: 1 written, 1 unchanged, 1 removed`, '  written  c.k8s.yaml', '  removed  a.k8s.yaml'].join('\n'),
    ]);
    expect(filesIn(outdir)).toEqual(['b.k8s.yaml', 'c.k8s.yaml']);
  });

  test('writes what manifestFiles has, and synthYaml has it in one text', () => {
    const app = appOf('a', 'b');
    app.synth();
    const files = app.manifestFiles();
    for (const [path, content] of files) expect(fs.readFileSync(join(outdir, path), 'utf8')).toBe(content);
    expect(app.synthYaml()).toBe(`${files.get('a.k8s.yaml')}${files.get('b.k8s.yaml')}`);
  });

  test('reports on standard error, so that standard output stays free', () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const app = new ManifestApp({ outdir });
    configMap(new Chart(app, 'a'), 'a');
    app.synth();
    expect(write).toHaveBeenCalledWith(`${outdir}: 1 written, 0 unchanged, 0 removed\n  written  a.k8s.yaml\n`);
  });

  test('goes where CDK8S_OUTDIR says, and to dist when that says nothing', () => {
    const before = process.env.CDK8S_OUTDIR;
    try {
      process.env.CDK8S_OUTDIR = outdir;
      expect(new ManifestApp().outdir).toBe(outdir);
      expect(new ManifestApp({ outdir: 'elsewhere' }).outdir).toBe('elsewhere');
      process.env.CDK8S_OUTDIR = '';
      expect(new ManifestApp().outdir).toBe('dist');
    } finally {
      if (before === undefined) delete process.env.CDK8S_OUTDIR;
      else process.env.CDK8S_OUTDIR = before;
    }
  });

  test('takes neither the time nor chance for anything', () => {
    const build = () => {
      const app = appOf('a', 'b');
      new LoggingStack(app, 'logs', { namespace: 'logs' });
      return app.synthYaml();
    };
    const before = build();
    jest.spyOn(Date, 'now').mockImplementation(() => {
      throw new Error('the time was asked for');
    });
    jest.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('chance was asked for');
    });
    expect(build()).toBe(before);
  });
});

test('the output folder may be a link to one', () => {
  fs.mkdirSync(join(folder, 'elsewhere'));
  fs.symlinkSync(join(folder, 'elsewhere'), outdir, 'junction');
  appOf('a').synth();
  expect(appOf('b').synth().removed).toEqual(['a.k8s.yaml']);
  expect(filesIn(join(folder, 'elsewhere'))).toEqual(['b.k8s.yaml']);
  expect(fs.lstatSync(outdir).isSymbolicLink()).toBe(true);
});

describe('synth refuses, and the folder stays as it was,', () => {
  test('when an object is wrong and a file is in the way: both at once', () => {
    appOf('a').synth();
    fs.writeFileSync(join(outdir, 'b.k8s.yaml'), 'kind: Ingress\n');
    const app = appOf('b', 'c');
    configMap(new Chart(app, 'd'), 'Not_A_Name');
    const { problems } = refusalOf(() => app.synth());
    expect(problems).toEqual([
      expect.stringMatching(/^\[d\/Not_A_Name\] .*: "Not_A_Name" is not a DNS subdomain\n {6}→ use a-z/),
      `${join(outdir, 'b.k8s.yaml')}: is there already, and cdk8s-plg did not write it\n` +
        '      → move it out of the way, or give the construct another id',
    ]);
    expect(filesIn(outdir)).toEqual(['a.k8s.yaml', 'b.k8s.yaml']);
  });

  test('when there is nothing to write', () => {
    appOf('a').synth();
    const { problems } = refusalOf(() => appOf().synth());
    expect(problems).toEqual([
      'app: has no objects, and what it wrote earlier would all be removed\n' +
        '      → add a stack to it, or remove the files by hand',
    ]);
    expect(filesIn(outdir)).toEqual(['a.k8s.yaml']);
  });

  test('when the folder is a file', () => {
    fs.writeFileSync(outdir, 'a file');
    expect(refusalOf(() => appOf('a').synth()).problems).toEqual([
      `${outdir}: is a file, not a folder\n      → move it out of the way, or write another outdir`,
    ]);
    expect(fs.readFileSync(outdir, 'utf8')).toBe('a file');
  });

  test('when the folder cannot be made', () => {
    fs.writeFileSync(outdir, 'a file');
    outdir = join(outdir, 'below/a/file');
    const [problem] = refusalOf(() => appOf('a').synth()).problems;
    expect(problem).toMatch(
      /below\/a\/file: .*ENOTDIR.*\n {6}→ move the file out of the way, or write another outdir$/,
    );
  });

  test.each([
    ['EACCES', 'give yourself the right to write there, or write another outdir'],
    ['ENOSPC', 'make room on that disk, or write another outdir'],
    ['EROFS', 'write to another outdir: that file system takes nothing'],
    ['EIO', 'see to it that the folder can be written to, or write another outdir'],
  ])('when the system does: %s', (code, remedy) => {
    appOf('a').synth();
    jest.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw Object.assign(new Error(`${code}: so it is`), { code, syscall: 'write' });
    });
    expect(refusalOf(() => appOf('a', 'b').synth()).problems).toEqual([
      `${outdir}: cannot be written: ${code}: so it is\n      → ${remedy}`,
    ]);
    expect(filesIn(outdir)).toEqual(['a.k8s.yaml']);
  });

  test.each([5, null, ''])('when the folder is %p', (nonsense) => {
    const app = appOf('a');
    Object.defineProperty(app, 'outdir', { value: nonsense });
    expect(refusalOf(() => app.synth()).problems).toEqual([
      `outdir: ${JSON.stringify(nonsense)} is not a folder\n      → leave it out for "dist", or write a path`,
    ]);
  });

  test.each(['', '.json', '.manifest', '/a.yaml'])('when kubectl does not read files that end in %p', (ending) => {
    const app = new ManifestApp({ outdir, outputFileExtension: ending });
    configMap(new Chart(app, 'a'), 'a');
    expect(refusalOf(() => app.synth()).problems).toContain(
      `outputFileExtension: "${ending}" is not how kubectl knows a file of objects\n` +
        '      → write ".k8s.yaml", ".yaml" or ".yml"',
    );
    expect(filesIn(outdir)).toEqual([]);
  });

  class Surprise {}

  test.each([
    ['a class', new Surprise(), "can't render non-simple object of type 'Surprise'"],
    ['no number', Number.NaN, "YAML's readers do not agree on NaN"],
    ['a function', () => 1, 'YAML cannot hold a function'],
  ])('when an object holds %s', (_, value, reason) => {
    expect(problemsOf((app) => configMap(new Chart(app, 'a'), 'a', { value }))).toEqual([
      `[a/a] ConfigMap/a: cannot be written: ${reason}\n` +
        '      → make it of plain data: text, numbers, true, false, lists and objects',
    ]);
  });
});

describe('a bug in the program', () => {
  test('is no refusal: it comes through as it is', () => {
    const app = appOf('a');
    app.node.addValidation({
      validate: () => {
        throw new TypeError('a bug');
      },
    });
    expect(() => app.synth()).toThrow(new TypeError('a bug'));
  });
});

describe('a refusal that is caught', () => {
  test('leaves nothing behind in the process, however many there are', async () => {
    const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    await new Promise(setImmediate);
    const listeners = process.listenerCount('uncaughtException');
    for (let i = 0; i < 20; i++) refusalOf(() => appOf().synth());
    await new Promise(setImmediate);
    expect(process.listenerCount('uncaughtException')).toBe(listeners);
    expect(emitWarning).not.toHaveBeenCalled();
  });

  test('is an error with its message and no stack', () => {
    const error = refusalOf(() => appOf().manifestFiles());
    expect(error.name).toBe('RefusedError');
    expect(error.stack).toBe(`RefusedError: ${error.message}`);
  });
});
