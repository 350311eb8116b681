import { readRelease } from './read-release';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: b}\n';
const names = (text: string): string[] =>
  readRelease(text).objects.map(
    ({ kind, name, namespace }) => `${kind}/${name}${namespace === undefined ? '' : ` ${namespace}`}`,
  );

test.each<[string, string]>([
  ['documents', `---\n${SERVICE}---\n# nothing\n---\n`],
  ['a byte order mark before them', `\ufeff${SERVICE}`],
  ['JSON', JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', namespace: 'b' } })],
  ['a list', `apiVersion: v1\nkind: List\nitems:\n- ${SERVICE.trim().replaceAll('\n', '\n  ')}\n`],
  ['a list of one kind', 'apiVersion: v1\nkind: ServiceList\nitems: [{metadata: {name: a, namespace: b}}]\n'],
  [
    'what `helm get all` prints',
    `NAME: x\nUSER-SUPPLIED VALUES:\na: [\nMANIFEST:\n---\n${SERVICE}\nNOTES:\nHello: [\n`,
  ],
])('%s are read', (_, text) => {
  expect(names(text)).toEqual(['Service/a b']);
  expect(readRelease(text).unreadable).toEqual([]);
});

test('of an object that stands there twice the last one counts', () => {
  const { objects } = readRelease(`${SERVICE}spec: {type: ClusterIP}\n---\n${SERVICE}spec: {type: NodePort}\n`);
  expect(objects.map(({ manifest }) => manifest.spec)).toEqual([{ type: 'NodePort' }]);
  expect(names(`${SERVICE}---\n${SERVICE.replace('b}', 'c}')}`)).toEqual(['Service/a b', 'Service/a c']);
});

test('what Kubernetes has made is told apart', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p, ownerReferences: [{kind: StatefulSet}]}\n';
  expect(readRelease(`${SERVICE}---\n${pod}`).derived.map(({ name }) => name)).toEqual(['p']);
});

test.each<[string, readonly { readonly line: number; readonly message: string }[]]>([
  [`${SERVICE}---\na: [\n`, [{ line: 6, message: 'is not YAML' }]],
  ['MANIFEST:\n---\na: [\nNOTES:\n', [{ line: 4, message: 'is not YAML' }]],
  [
    `${SERVICE}---\n\n\njust words\n`,
    [{ line: 7, message: 'is no Kubernetes object: it has no apiVersion, kind or name' }],
  ],
  ['- 1\n- {kind: x}\n', [{ line: 1, message: 'is no Kubernetes object: it has no apiVersion, kind or name' }]],
])('%j is unreadable', (text, unreadable) => expect(readRelease(text).unreadable).toEqual(unreadable));

test('nothing of what is in a text comes into a message', () => {
  const { unreadable } = readRelease('kind: Secret\ndata: {password: aHVudGVyMg==\n---\npassword: hunter2\n');
  expect(unreadable).toHaveLength(2);
  expect(JSON.stringify(unreadable)).not.toMatch(/aHVudGVyMg|hunter2/);
});
