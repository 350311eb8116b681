import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownFile, ownFiles } from './own-files';
import { type FileChanges, HalfWrittenError, writeFiles } from './write-files';

let outdir: string;

beforeEach(() => {
  outdir = fs.mkdtempSync(join(tmpdir(), 'write-files-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(outdir, { recursive: true, force: true });
});

const object = (name: string): string => `kind: ConfigMap\nmetadata:\n  name: ${name}\n`;

/** Files of ours: the path of each and the name of the object in it. */
const filesOf = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([path, name]) => [path, ownFile(path, object(name))]));

const synth = (names: Readonly<Record<string, string>>): FileChanges =>
  writeFiles(outdir, ownFiles(outdir), filesOf(names));

function put(path: string, content: string): void {
  fs.mkdirSync(dirname(join(outdir, path)), { recursive: true });
  fs.writeFileSync(join(outdir, path), content);
}

/** Everything in the folder: content, and by its inode and time whether it was touched. */
function state(folder = ''): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const entry of fs.readdirSync(join(outdir, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const { ino, mtimeMs } = fs.lstatSync(join(outdir, path));
    found[path] = entry.isFile() ? { content: fs.readFileSync(join(outdir, path), 'utf8'), ino, mtimeMs } : 'no file';
    if (entry.isDirectory()) Object.assign(found, state(path));
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('files', () => {
  test('are written into a folder that is made for them', () => {
    outdir = join(outdir, 'not/yet/there');
    expect(synth({ 'a.yaml': 'a', 'staging/b.yaml': 'b' })).toEqual({
      written: ['a.yaml', 'staging/b.yaml'],
      unchanged: [],
      removed: [],
    });
    expect(Object.keys(state())).toEqual(['a.yaml', 'staging', 'staging/b.yaml']);
    expect(fs.readFileSync(join(outdir, 'a.yaml'), 'utf8')).toBe(ownFile('a.yaml', object('a')));
  });

  test('that are as they should be are not touched', () => {
    synth({ 'a.yaml': 'a', 'b.yaml': 'b' });
    const before = state();
    expect(synth({ 'a.yaml': 'a', 'b.yaml': 'B' }).unchanged).toEqual(['a.yaml']);
    expect(state()['a.yaml']).toEqual(before['a.yaml']);
    expect(state()['b.yaml']).not.toEqual(before['b.yaml']);
  });

  test('need no right to write when none has changed', () => {
    synth({ 'a.yaml': 'a' });
    for (const call of ['mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'writeFileSync'] as const) {
      jest.spyOn(fs, call).mockImplementation(() => {
        throw new Error(`${call} on a read-only file system`);
      });
    }
    expect(synth({ 'a.yaml': 'a' }).unchanged).toEqual(['a.yaml']);
  });

  test('that git gave other line ends are as they should be, and stay so', () => {
    put('a.yaml', ownFile('a.yaml', object('a')).replaceAll('\n', '\r\n'));
    const before = state();
    expect(synth({ 'a.yaml': 'a' })).toEqual({ written: [], unchanged: ['a.yaml'], removed: [] });
    expect(state()).toEqual(before);
  });

  test('that git gave other line ends are still ours: to change, and to remove', () => {
    for (const path of ['a.yaml', 'b.yaml']) put(path, ownFile(path, object('old')).replaceAll('\n', '\r\n'));
    expect(synth({ 'a.yaml': 'a' })).toEqual({ written: ['a.yaml'], unchanged: [], removed: ['b.yaml'] });
    expect(fs.readFileSync(join(outdir, 'a.yaml'), 'utf8')).toBe(ownFile('a.yaml', object('a')));
  });
});

describe('what an earlier run wrote and this one does not', () => {
  test('is removed, and the folders that it leaves empty with it', () => {
    synth({ 'a.yaml': 'a', 'gone.yml': 'gone', 'eu/staging/b.yaml': 'b', 'eu/live/c.yaml': 'c' });
    expect(synth({ 'a.yaml': 'a', 'eu/live/c.yaml': 'c' }).removed).toEqual(['eu/staging/b.yaml', 'gone.yml']);
    expect(Object.keys(state())).toEqual(['a.yaml', 'eu', 'eu/live', 'eu/live/c.yaml']);
    synth({ 'a.yaml': 'a' });
    expect(Object.keys(state())).toEqual(['a.yaml']);
  });

  test('is all that is removed: files of others stay, and the folders that they are in', () => {
    synth({ 'a.yaml': 'a', 'staging/b.yaml': 'b' });
    put('README.md', 'kept');
    put('ingress.yaml', 'kind: Ingress\n');
    put('copy-of-a.yaml', ownFile('a.yaml', object('a')));
    put('staging/notes.txt', 'kept');
    put('node_modules/x/gone.yaml', ownFile('node_modules/x/gone.yaml', object('x')));
    put('.git/gone.yaml', ownFile('.git/gone.yaml', object('x')));
    fs.symlinkSync(join(outdir, 'ingress.yaml'), join(outdir, 'link.yaml'));
    fs.symlinkSync(outdir, join(outdir, 'round'));
    const { 'a.yaml': _, 'staging/b.yaml': __, ...others } = state();
    expect(synth({ 'c.yaml': 'c' }).removed).toEqual(['a.yaml', 'staging/b.yaml']);
    const { 'c.yaml': ___, ...kept } = state();
    expect(kept).toEqual(others);
  });
});

describe('when anything fails on the way', () => {
  const CALLS = ['mkdirSync', 'renameSync', 'rmdirSync', 'writeFileSync'] as const;
  const noSpace = () =>
    Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' });

  /** Lets the `index`th call that changes the disk fail, and `more` of those after it; true if there were as many. */
  function failAt(index: number, more = 0): () => boolean {
    let count = 0;
    for (const call of CALLS) {
      const real = fs[call] as (...args: unknown[]) => unknown;
      jest.spyOn(fs, call).mockImplementation((...args: unknown[]) => {
        // What is left when every file is in its place may stay; Node's rmSync comes by here too.
        if (call === 'rmdirSync' && String(args[0]).includes('.cdk8s-plg.')) return real(...args) as never;
        count += 1;
        if (count - 1 >= index && count - 1 <= index + more) throw noSpace();
        return real(...args) as never;
      });
    }
    return () => count > index;
  }

  const before = { 'a.yaml': 'a', 'b.yaml': 'b', 'same.yaml': 'same', 'gone/c.yaml': 'c', 'gone.yaml': 'd' };
  const after = { 'a.yaml': 'A', 'b.yaml': 'B', 'same.yaml': 'same', 'new/e.yaml': 'e', 'f.yaml': 'f' };

  test('every file is as it was, not even touched, whichever call it is', () => {
    synth(before);
    put('README.md', 'kept');
    const intact = state();
    let index = 0;
    for (; ; index++) {
      const failed = failAt(index);
      try {
        synth(after);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      }
      jest.restoreAllMocks();
      if (!failed()) break;
      expect({ index, state: state() }).toEqual({ index, state: intact });
    }
    // Folders, files, and each move.
    expect(index).toBeGreaterThan(12);
    expect(Object.keys(state())).toEqual(['README.md', 'a.yaml', 'b.yaml', 'f.yaml', 'new', 'new/e.yaml', 'same.yaml']);
  });

  test('a folder that was made for the files is gone again', () => {
    const parent = outdir;
    outdir = join(parent, 'not/yet/there');
    failAt(3);
    expect(() => synth({ 'a.yaml': 'a', 'staging/b.yaml': 'b' })).toThrow('ENOSPC');
    jest.restoreAllMocks();
    expect(fs.readdirSync(parent)).toEqual([]);
  });

  test('and so does the way back, it says where the files are', () => {
    synth(before);
    failAt(11, Number.POSITIVE_INFINITY);
    expect(() => synth(after)).toThrow(HalfWrittenError);
    jest.restoreAllMocks();
    const staging = join(outdir, `.cdk8s-plg.${process.pid}`);
    expect(fs.readdirSync(staging).filter((name) => name.startsWith('old'))).not.toEqual([]);
  });
});
