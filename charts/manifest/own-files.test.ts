import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkInTheWay, ownFile, ownFiles } from './own-files';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'own-files-'));
});

afterEach(() => rmSync(outdir, { recursive: true, force: true }));

const inTheWayOf = (...paths: string[]) => checkInTheWay(outdir, ownFiles(outdir), paths);

const OURS = ownFile('a.yaml', 'kind: ConfigMap\n');

test('a file of ours says that it is, and begins a document of its own', () => {
  expect(OURS).toBe('# a.yaml is written by cdk8s-plg: change the code, not this file.\n---\nkind: ConfigMap\n');
});

test('nothing is in the way in a folder that is not there, or empty, or of ours', () => {
  expect(checkInTheWay(join(outdir, 'none'), ownFiles(join(outdir, 'none')), ['a.yaml', 'b/c.yaml'])).toEqual([]);
  expect(inTheWayOf('a.yaml', 'b/c.yaml')).toEqual([]);
  writeFileSync(join(outdir, 'a.yaml'), OURS);
  expect(inTheWayOf('a.yaml')).toEqual([]);
});

test.each([
  ['a file that somebody else wrote', (path: string) => writeFileSync(path, 'kind: Ingress\n')],
  ['a file of ours under another name', (path: string) => writeFileSync(path, ownFile('b.yaml', ''))],
  ['a folder', (path: string) => mkdirSync(path)],
  ['a link, even one to a file of ours', (path: string) => symlinkSync(join(outdir, '../a.yaml'), path)],
])('%s is in the way', (_, put) => {
  put(join(outdir, 'a.yaml'));
  expect(inTheWayOf('a.yaml')).toEqual([
    {
      path: join(outdir, 'a.yaml'),
      message: 'is there already, and cdk8s-plg did not write it',
      remedy: 'move it out of the way, or give the construct another id',
    },
  ]);
});

test.each([
  ['a file', (path: string) => writeFileSync(path, '')],
  ['a link', (path: string) => symlinkSync(tmpdir(), path)],
])('%s is in the way of an environment, and said so once', (_, put) => {
  put(join(outdir, 'staging'));
  expect(inTheWayOf('staging/a.yaml', 'staging/b.yaml')).toEqual([
    {
      path: join(outdir, 'staging'),
      message: 'is not a folder, and an environment needs one there',
      remedy: 'move it out of the way, or give the construct another id',
    },
  ]);
});
