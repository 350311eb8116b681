import { readFileSync } from 'node:fs';
import { k8s } from 'cdk8s-plus-27';
import { schemaProblems } from '../../test/kubernetes-schema';
import {
  type Container,
  type ObjectMeta,
  type PodSpec,
  type Probe,
  type ResourceRequirements,
  SPELLING,
} from './types';

/** What cdk8s-plus writes each of its fields as. */
function spellings(): (readonly [theirs: string, kubernetes: string])[] {
  const source = readFileSync(require.resolve('cdk8s-plus-27/lib/imports/k8s.js'), 'utf8');
  return source
    .split(/^function toJson_/m)
    .filter((part) => !part.startsWith('JsonSchemaProps('))
    .join('')
    .split('\n')
    .filter((line) => /^ {8}'[^']+': /.test(line))
    .map((line) => {
      const [, kubernetes, theirs] = /^ {8}'([^']+)': .*?\bobj\.(\w+)/.exec(line) ?? [];
      if (kubernetes === undefined || theirs === undefined) throw new Error(`not understood: ${line}`);
      return [theirs, kubernetes] as const;
    });
}

test('every field that cdk8s-plus spells otherwise than Kubernetes is known, and no other', () => {
  const respelt = spellings().filter(([theirs, kubernetes]) => theirs !== kubernetes);
  expect(spellings().length).toBeGreaterThan(1000);
  expect(Object.fromEntries(respelt)).toEqual(SPELLING);
});

test('no field is spelt in two ways', () => {
  const kubernetesOf = new Map<string, string>();
  for (const [theirs, kubernetes] of spellings()) {
    expect([theirs, kubernetesOf.get(theirs) ?? kubernetes]).toEqual([theirs, kubernetes]);
    kubernetesOf.set(theirs, kubernetes);
  }
});

/** The compiler refuses what Kubernetes' own schema refuses: it says so of each line below, or `npm run types` fails. */
describe('types', () => {
  const problemsOf = (pod: unknown) =>
    schemaProblems({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: pod }, '1.27');
  const problemsOfContainer = (container: unknown) => problemsOf({ containers: [container] });

  test('are spelt as Kubernetes does', () => {
    const pod: PodSpec = { containers: [], hostPID: true, hostIPC: false, setHostnameAsFQDN: true };
    // @ts-expect-error cdk8s-plus' own spelling
    const theirs: PodSpec = { containers: [], hostPid: true };
    // @ts-expect-error a slip
    const slip: PodSpec = { containers: [], hostPIDs: true };
    expect(problemsOf(pod)).toEqual([]);
    expect([theirs, slip].map((wrong) => problemsOf(wrong).length)).toEqual([1, 1]);
  });

  test('take quantities and ports as YAML has them', () => {
    const resources: ResourceRequirements = { limits: { memory: '1Gi', cpu: 1 } };
    const livenessProbe: Probe = { httpGet: { port: 'http' }, tcpSocket: { port: 80 } };
    // @ts-expect-error neither text nor a number
    const flag: ResourceRequirements = { limits: { memory: true } };
    // @ts-expect-error a class of cdk8s-plus'
    const quantity: ResourceRequirements = { limits: { memory: k8s.Quantity.fromString('1Gi') } };
    expect(problemsOfContainer({ name: 'a', resources, livenessProbe })).toEqual([]);
    expect([flag, quantity].map((wrong) => problemsOfContainer({ name: 'a', resources: wrong }).length)).toEqual([
      1, 1,
    ]);
  });

  test('take lists as they are, read-only ones too, and know what must be there', () => {
    const args: readonly string[] = ['-a'];
    const container: Container = { name: 'a', args };
    // @ts-expect-error a container has a name
    const nameless: Container = { args };
    // @ts-expect-error arguments are a list
    const text: Container = { name: 'a', args: '-a' };
    expect(problemsOfContainer(container)).toEqual([]);
    expect([nameless, text].map((wrong) => problemsOfContainer(wrong).length)).toEqual([1, 1]);
  });

  test('take dates as text, and maps as objects', () => {
    const metadata: ObjectMeta = { name: 'a', labels: { a: 'b' }, creationTimestamp: '2026-11-24T00:00:00Z' };
    // @ts-expect-error a label's value is text
    const number: ObjectMeta = { name: 'a', labels: { a: 1 } };
    const problems = (given: unknown) => schemaProblems({ apiVersion: 'v1', kind: 'Secret', metadata: given }, '1.27');
    expect(problems(metadata)).toEqual([]);
    expect(problems(number)).toHaveLength(1);
  });
});
