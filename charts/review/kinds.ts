import { groupOf, type Manifest } from '../kubernetes/manifest';
import { at, isMap, type PlainMap, textOf } from './plain';
import type { ObjectName } from './review';

/** Kinds that moved from one API group to another and stayed what they are. */
const MOVED: Readonly<Record<string, string>> = {
  'extensions/DaemonSet': 'apps/DaemonSet',
  'extensions/Deployment': 'apps/Deployment',
  'extensions/Ingress': 'networking.k8s.io/Ingress',
  'extensions/NetworkPolicy': 'networking.k8s.io/NetworkPolicy',
  'extensions/ReplicaSet': 'apps/ReplicaSet',
};

/** A kind and its group, `apps/StatefulSet`, whichever version; `/Service` in the core group. */
export function kindOf(manifest: Manifest): string {
  const kind = `${groupOf(manifest)}/${textOf(manifest.kind) ?? '?'}`;
  return MOVED[kind] ?? kind;
}

/** Groups of Kubernetes' own kinds; in any other one a kind of the same name is somebody else's. */
const OWN_GROUPS: ReadonlySet<string> = new Set([
  '',
  'apps',
  'autoscaling',
  'batch',
  'extensions',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/** Whether an object is of one of Kubernetes' own kinds, of that name. */
export const isOwn = (manifest: Manifest, ...kinds: readonly string[]): boolean =>
  kinds.includes(manifest.kind) && OWN_GROUPS.has(groupOf(manifest));

/** How an object names itself; what it leaves out, or writes as something else than text, reads `?`. */
export const nameOf = ({ apiVersion, kind, metadata }: Manifest): ObjectName => {
  const namespace = textOf(at(metadata, 'namespace'));
  const name = textOf(at(metadata, 'name')) ?? textOf(at(metadata, 'generateName')) ?? '?';
  return {
    apiVersion: textOf(apiVersion) ?? '?',
    kind: textOf(kind) ?? '?',
    ...(namespace === undefined ? {} : { namespace }),
    name,
  };
};

/** `StatefulSet/loki`. */
export const referenceTo = (manifest: Manifest): string => {
  const { kind, name } = nameOf(manifest);
  return `${kind}/${name}`;
};

/** The way to the template of a workload's pods: its spec stands below that. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  '/Pod': [],
  '/ReplicationController': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  'batch/Job': ['spec', 'template'],
};

/** The way to the template of an object's pods; undefined for what makes none. */
export const templateWay = (manifest: Manifest): readonly string[] | undefined => TEMPLATES[kindOf(manifest)];

/** The spec of a workload's pods; undefined for what makes none. */
export function podOf(manifest: Manifest | undefined): PlainMap | undefined {
  const way = manifest === undefined ? undefined : templateWay(manifest);
  const pod = way === undefined ? undefined : at(manifest, ...way, 'spec');
  return isMap(pod) ? pod : undefined;
}
