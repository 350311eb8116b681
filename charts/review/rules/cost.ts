import type { Manifest } from '../../kubernetes/manifest';
import { asBytes, asChange, asCpu, nanoOf } from '../amounts';
import { isOwn, podOf } from '../kinds';
import { at, mapsAt, textOf } from '../plain';
import type { Requests } from '../review';
import { claimTemplates, keepsPods, replicasOf } from '../side';
import type { Subject } from '../subject';
import { consequence, counted, type Rule } from './rule';

/** What a pod asks for, in billionths. */
interface PodRequests {
  readonly cpu: bigint;
  readonly memory: bigint;
}

/** What a pod asks for: all of its containers together, or the hungriest of those that run before them. */
function requestsOf(manifest: Manifest | undefined): PodRequests {
  const pod = podOf(manifest);
  const amount = (resource: 'cpu' | 'memory'): bigint => {
    const of = (container: unknown): bigint =>
      nanoOf(at(container, 'resources', 'requests', resource) ?? at(container, 'resources', 'limits', resource));
    const inits = mapsAt(pod, 'initContainers');
    const sidecars = inits.filter(({ restartPolicy }) => restartPolicy === 'Always');
    const together = [...mapsAt(pod, 'containers'), ...sidecars].reduce((sum, container) => sum + of(container), 0n);
    return inits.reduce((most, container) => (of(container) > most ? of(container) : most), together);
  };
  return { cpu: amount('cpu'), memory: amount('memory') };
}

/** What the claims of an object ask for. */
function storageOf(manifest: Manifest | undefined): bigint {
  if (manifest === undefined) return 0n;
  const size = (claim: unknown): bigint => nanoOf(at(claim, 'spec', 'resources', 'requests', 'storage'));
  if (isOwn(manifest, 'PersistentVolumeClaim')) return size(manifest);
  if (!isOwn(manifest, 'StatefulSet')) return 0n;
  return claimTemplates(manifest).reduce((sum, claim) => sum + size(claim), 0n) * BigInt(replicasOf(manifest));
}

const podsOf = (manifest: Manifest | undefined): bigint =>
  manifest === undefined || !keepsPods(manifest)
    ? 0n
    : manifest.kind === 'DaemonSet'
      ? 1n
      : BigInt(replicasOf(manifest));

/** What a workload or claim asks the cluster for, more or less than before. */
export const cost: Rule = ({ status, before, after, manifest, differences }) => {
  if (status === 'unchanged' || !(keepsPods(manifest) || isOwn(manifest, 'PersistentVolumeClaim'))) return [];
  const [old, now] = [requestsOf(before), requestsOf(after)];
  const [was, is] = [podsOf(before), podsOf(after)];
  const changes = [
    change('CPU', now.cpu * is - old.cpu * was, asCpu),
    change('memory', now.memory * is - old.memory * was, asBytes),
    change('of claims', storageOf(after) - storageOf(before), asBytes),
  ].filter((text) => text !== '');
  if (changes.length === 0) return [];
  const perNode = manifest.kind === 'DaemonSet' ? ' on every node' : '';
  const pods =
    was === is || manifest.kind === 'DaemonSet' || status !== 'changed'
      ? ''
      : `, as it has ${counted(Number(is), 'pod')} in place of ${was}`;
  return [consequence('cost', `asks for ${changes.join(', ')}${perNode}${pods}`, causesOf(differences))];
};

const change = (what: string, nano: bigint, written: (nano: bigint) => string): string =>
  nano === 0n ? '' : `${asChange(nano, written)} ${what}`;

const causesOf = (differences: Subject['differences']): Subject['differences'] =>
  differences.filter(
    ({ shape }) =>
      shape === 'spec.replicas' ||
      /resources\.(?:requests|limits)|ontainers\[\](?:\.resources)?$|requests\.storage$|volumeClaimTemplates(?:\[\])?$/.test(
        shape,
      ),
  );

/** An autoscaler that keeps other numbers of pods. */
export const autoscalers: Rule = ({ status, before, after, differences }) => {
  if (status !== 'changed' || after === undefined || after.kind !== 'HorizontalPodAutoscaler') return [];
  const causes = differences.filter(({ shape }) => /^spec\.(?:min|max)Replicas$/.test(shape));
  if (causes.length === 0) return [];
  const range = (manifest: Manifest | undefined): string =>
    `${textOf(at(manifest, 'spec', 'minReplicas')) ?? 1} to ${textOf(at(manifest, 'spec', 'maxReplicas')) ?? '?'}`;
  return [consequence('cost', `keeps ${range(after)} pods in place of ${range(before)}`, causes)];
};

/** What all objects together ask for. */
export function totalRequests(manifests: readonly Manifest[]): Requests {
  let [pods, cpu, memory, storage, nodeCpu, nodeMemory] = [0n, 0n, 0n, 0n, 0n, 0n];
  for (const manifest of manifests) {
    storage += storageOf(manifest);
    if (!keepsPods(manifest)) continue;
    const requests = requestsOf(manifest);
    if (manifest.kind === 'DaemonSet') {
      nodeCpu += requests.cpu;
      nodeMemory += requests.memory;
      continue;
    }
    const count = podsOf(manifest);
    pods += count;
    cpu += requests.cpu * count;
    memory += requests.memory * count;
  }
  return {
    pods: Number(pods),
    cpu: asCpu(cpu),
    memory: asBytes(memory),
    storage: asBytes(storage),
    perNode: { cpu: asCpu(nodeCpu), memory: asBytes(nodeMemory) },
  };
}

/** The sum of several. */
export function addRequests(all: readonly Requests[]): Requests {
  const sum = (amount: (requests: Requests) => string): bigint =>
    all.reduce((total, requests) => total + nanoOf(amount(requests)), 0n);
  return {
    pods: all.reduce((total, { pods }) => total + pods, 0),
    cpu: asCpu(sum(({ cpu }) => cpu)),
    memory: asBytes(sum(({ memory }) => memory)),
    storage: asBytes(sum(({ storage }) => storage)),
    perNode: {
      cpu: asCpu(sum(({ perNode }) => perNode.cpu)),
      memory: asBytes(sum(({ perNode }) => perNode.memory)),
    },
  };
}
