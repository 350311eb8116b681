import { ApiObject, Chart } from 'cdk8s';
import fc from 'fast-check';
import { appWith, manifestsOf, problemsOf } from '../../../test/apps';
import type { Patch } from '../../kubernetes/patch';
import { patchObject } from '../../kubernetes/patch';
import { type Json, type JsonObject, valueAt } from '../json';
import { Patched } from './patched';

const build = (manifest: object, patches: readonly Patch[]) => (app: Chart['node']['root']) => {
  const chart = new Chart(app as never, 'chart');
  new ApiObject(chart, 'object', manifest as never);
  patchObject(chart, 'ConfigMap/a', patches);
};

/** What becomes of an object by patches, as synth applies them. */
const applied = (manifest: object, patches: readonly Patch[]): JsonObject => {
  const [object] = manifestsOf(appWith(build(manifest, patches)));
  return object as unknown as JsonObject;
};

const start = (rest: object = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a' },
  ...rest,
});

test('what has to be there above a value is added with it', () => {
  const patched = new Patched(start());
  patched.add(['metadata', 'labels', 'a/b~c'], 'x');
  patched.add(['metadata', 'labels', 'd'], 'y');
  patched.add(['metadata', 'annotations'], undefined);
  expect(patched.patches).toEqual([
    { op: 'add', path: '/metadata/labels', value: { 'a/b~c': 'x' } },
    { op: 'add', path: '/metadata/labels/d', value: 'y' },
  ]);
});

test('from the top of the object, where nothing of it is there', () => {
  const patched = new Patched(start());
  patched.add(['data', 'a'], 'x');
  expect(patched.patches).toEqual([{ op: 'add', path: '/data', value: { a: 'x' } }]);
});

test('what is not there yet is added, what is there replaced', () => {
  const patched = new Patched(start({ data: { a: '1' } }));
  patched.replace(['data', 'a'], '2');
  patched.replace(['data', 'b'], '3');
  patched.remove(['data', 'a']);
  expect(patched.patches).toEqual([
    { op: 'replace', path: '/data/a', value: '2' },
    { op: 'add', path: '/data/b', value: '3' },
    { op: 'remove', path: '/data/a' },
  ]);
});

test('a list gets one more at its end', () => {
  const patched = new Patched(start({ immutable: false }));
  patched.append(['metadata', 'finalizers'], { a: 1 });
  expect(patched.patches).toEqual([{ op: 'add', path: '/metadata/finalizers/-', value: { a: 1 } }]);
});

test('synth makes of the object what the patches were collected for', () => {
  const step = fc.constantFrom('a', 'b', 'c/d', 'e~f');
  const change = fc.record({
    isNew: fc.boolean(),
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    value: fc.oneof(fc.constantFrom<Json>('x', { a: 'x' }, { b: { a: 'y' } })),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const manifest = start({ spec: { a: { b: 'z' }, b: 'z' } });
      const patched = new Patched(structuredClone(manifest));
      for (const { isNew, steps, value } of changes) {
        const way = ['spec', ...steps];
        if (isNew) patched.add(way, structuredClone(value));
        else patched.replace(way, structuredClone(value));
        expect(valueAt(patched.manifest, ...way)).toEqual(value);
      }
      expect(problemsOf(build(manifest, patched.patches))).toEqual([]);
      expect(applied(manifest, patched.patches)).toEqual(patched.manifest);
    }),
    { numRuns: 60 },
  );
});
