import { readFileSync } from 'node:fs';
import type { k8s } from 'cdk8s-plus-27';
import { type Container, type Kubernetes, type PodSpec, type ResourceRequirements, SPELLING } from './types';

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

/** The compiler is what checks these; at run time there is nothing to see. */
describe('types', () => {
  const isTyped = (..._values: readonly unknown[]) => expect(true).toBe(true);

  test('are spelt as Kubernetes does', () => {
    const pod: PodSpec = { containers: [], hostPID: true, hostIPC: false, setHostnameAsFQDN: true };
    const service: Kubernetes<k8s.ServiceSpec> = { clusterIP: 'None', loadBalancerIP: '10.0.0.1' };
    // @ts-expect-error cdk8s-plus' own spelling
    const theirs: PodSpec = { containers: [], hostPid: true };
    // @ts-expect-error a slip
    const slip: PodSpec = { containers: [], hostPIDs: true };
    isTyped(pod, service, theirs, slip);
  });

  test('take quantities and ports as YAML has them', () => {
    const resources: ResourceRequirements = { limits: { memory: '1Gi', cpu: 1 } };
    const container: Container = { name: 'a', livenessProbe: { httpGet: { port: 'http' }, tcpSocket: { port: 80 } } };
    // @ts-expect-error neither text nor a number
    const flag: ResourceRequirements = { limits: { memory: true } };
    // @ts-expect-error a class of cdk8s-plus'
    const quantity: ResourceRequirements = { limits: { memory: {} as k8s.Quantity } };
    isTyped(resources, container, flag, quantity);
  });

  test('take dates as text, maps as objects, and lists as they are, read-only ones too', () => {
    const metadata: Kubernetes<k8s.ObjectMeta> = { labels: { a: 'b' }, creationTimestamp: '2026-11-24T00:00:00Z' };
    const args: readonly string[] = ['-a'];
    const container: Container = { name: 'a', args, restartPolicy: 'Always' };
    // @ts-expect-error only Always makes an init container a sidecar
    const never: Container = { name: 'a', restartPolicy: 'Never' };
    // @ts-expect-error a label's value is text
    const number: Kubernetes<k8s.ObjectMeta> = { labels: { a: 1 } };
    // @ts-expect-error a container has a name
    const nameless: Container = { image: 'a' };
    isTyped(metadata, container, never, number, nameless);
  });
});
