import { STACK } from '../../test/reviews';
import type { Manifest } from '../kubernetes/manifest';
import { writeDocuments } from '../kubernetes/yaml';
import { type ManifestFiles, reviewFiles } from './review-files';

const object = (name: string, value: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data: { a: value },
});

const files = (name: string, texts: Readonly<Record<string, readonly Manifest[]>>): ManifestFiles => ({
  name,
  texts: new Map(Object.entries(texts).map(([path, manifests]) => [path, writeDocuments(manifests)])),
});

/** `folder/name status` of every object that is not what it was, or why there is no review. */
function outcome(before: ManifestFiles, after: ManifestFiles): readonly string[] | string {
  const reviewed = reviewFiles(before, after);
  if ('mistake' in reviewed) return reviewed.mistake;
  return reviewed.review.objects
    .filter(({ status }) => status !== 'unchanged')
    .map(({ folder, name, status }) => `${folder ?? ''}/${name} ${status}`);
}

test('objects may move from file to file', () => {
  const before = files('dist', { 'a.yaml': [object('x', '1')], 'b.yaml': [object('y', '1')] });
  expect(outcome(before, files('main.ts', { 'c.yaml': [object('y', '2'), object('x', '1')] }))).toEqual(['/y changed']);
});

test('each environment is compared with itself', () => {
  const before = files('dist', { 'staging/a.yaml': [object('x', '1')], 'production/a.yaml': [object('x', '1')] });
  const after = files('main.ts', {
    'staging/a.yaml': [object('x', '2')],
    'production/a.yaml': [object('x', '1')],
    'test/a.yaml': [object('x', '1')],
  });
  expect(outcome(before, after)).toEqual(['staging/x changed', 'test/x created']);
});

test('a folder on either side is compared whatever it is called', () => {
  expect(
    outcome(files('dist', { 'a.yaml': [object('x', '1')] }), files('out', { 'staging/a.yaml': [object('x', '2')] })),
  ).toEqual(['/x changed']);
});

test('with a file that stands alone all folders are compared together, unless that is ambiguous', () => {
  const file = files('live.yaml', { '': [object('x', '1'), object('y', '1')] });
  expect(outcome(file, files('dist', { 'a/a.yaml': [object('x', '1')], 'b/a.yaml': [object('y', '2')] }))).toEqual([
    '/y changed',
  ]);
  expect(outcome(file, files('dist', { 'a/a.yaml': [object('x', '1')], 'b/a.yaml': [object('x', '2')] }))).toBe(
    'dist: ConfigMap/x is in the folders "a" and "b"; name one of the folders',
  );
});

test('requests are those of all folders', () => {
  const twice = files('dist', { 'a/a.yaml': STACK, 'b/a.yaml': STACK });
  const reviewed = reviewFiles(files('dist', {}), twice);
  expect('review' in reviewed && reviewed.review.requests.after).toEqual({
    pods: 4,
    cpu: '400m',
    memory: '768Mi',
    storage: '20Gi',
    perNode: { cpu: '100m', memory: '128Mi' },
  });
});

test('a file that cannot be read is named', () => {
  const broken: ManifestFiles = { name: 'dist', texts: new Map([['b/a.yaml', 'a: [\n']]) };
  expect(outcome(files('dist', {}), broken)).toMatch(/^dist\/b\/a\.yaml:\d+: /);
  expect(outcome(broken, files('dist', {}))).toMatch(/^dist\/b\/a\.yaml:\d+: /);
  expect(outcome({ name: 'live.yaml', texts: new Map([['', 'a: 1\n']]) }, broken)).toBe(
    'live.yaml: holds an object without kind',
  );
});
