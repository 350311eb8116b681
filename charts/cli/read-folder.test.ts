import childProcess from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder, readRevision } from './read-folder';

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'read-folder-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(root, { recursive: true, force: true });
});

const put = (path: string, content: string): void => {
  fs.mkdirSync(dirname(join(root, path)), { recursive: true });
  fs.writeFileSync(join(root, path), content);
};

const git = (...args: string[]): string =>
  childProcess.execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
  });

const commit = (message: string): void => {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
};

describe('a folder', () => {
  test('has its YAML and JSON files, those below it too, with one kind of line end', () => {
    put('dist/b.yml', 'b: 1\r\nc: 2\r\n');
    put('dist/live/a.k8s.yaml', 'a: 1\n');
    put('dist/live/b.json', '{}\n');
    put('dist/notes.md', 'text');
    put('dist/.hidden/x.yaml', 'x: 1\n');
    put('dist/node_modules/x.yaml', 'x: 1\n');
    fs.symlinkSync(join(root, 'dist/b.yml'), join(root, 'dist/link.yaml'));
    expect(readFolder(join(root, 'dist'))).toEqual(
      new Map([
        ['b.yml', 'b: 1\nc: 2\n'],
        ['live/a.k8s.yaml', 'a: 1\n'],
        ['live/b.json', '{}\n'],
      ]),
    );
  });

  test.each(['nowhere', 'file.yaml'])('is none: %s', (name) => {
    put('file.yaml', '');
    expect(readFolder(join(root, name))).toBeUndefined();
  });
});

const hasGit = childProcess.spawnSync('git', ['--version']).status === 0;

(hasGit ? describe : describe.skip)('a revision of a folder', () => {
  test('has the files of then, whatever is there now', () => {
    git('init', '--quiet');
    put('dist/a.yaml', 'a: 1\n');
    put('dist/live/näme with "quotes".yaml', 'b: ü\n');
    put('dist/notes.md', 'text');
    put('other/c.yaml', 'c: 1\n');
    put('dist/empty.yaml', '');
    commit('first');
    put('dist/a.yaml', 'a: 2\n');
    commit('second');
    fs.rmSync(join(root, 'dist/live'), { recursive: true });
    expect(readRevision(join(root, 'dist'), 'HEAD~1')).toEqual(
      new Map([
        ['a.yaml', 'a: 1\n'],
        ['empty.yaml', ''],
        ['live/näme with "quotes".yaml', 'b: ü\n'],
      ]),
    );
    expect(readRevision(join(root, 'dist'), 'HEAD')).toMatchObject({ size: 3 });
  });

  test('has none where nothing of it was committed', () => {
    git('init', '--quiet');
    put('other/c.yaml', 'c: 1\n');
    commit('first');
    put('dist/a.yaml', 'a: 1\n');
    expect(readRevision(join(root, 'dist'), 'HEAD')).toEqual(new Map());
  });

  test.each(['nowhere', '--output=x', '-h', 'HEAD:dist', '; touch x', '$(touch x)', ''])(
    'is not there: %j',
    (revision) => {
      git('init', '--quiet');
      put('a.yaml', 'a: 1\n');
      commit('first');
      expect(readRevision(root, revision)).toEqual({ reason: 'no-revision' });
      expect(fs.readdirSync(root).sort()).toEqual(['.git', 'a.yaml']);
    },
  );

  test('is not there before the first commit, nor without a repository', () => {
    expect(readRevision(root, 'HEAD')).toEqual({ reason: 'no-repository' });
    git('init', '--quiet');
    expect(readRevision(root, 'HEAD')).toEqual({ reason: 'no-revision' });
  });

  test('is not there without git', () => {
    jest.spyOn(childProcess, 'execFileSync').mockImplementation(() => {
      throw Object.assign(new Error('spawnSync git ENOENT'), { code: 'ENOENT' });
    });
    expect(readRevision(root, 'HEAD')).toEqual({ reason: 'no-git' });
  });
});
