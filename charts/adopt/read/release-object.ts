import { type Manifest, namespaceOf } from '../../kubernetes/manifest';
import { lastOfEachName } from '../../review/plain';
import { isMapping, type Json, type JsonObject, listIn, objectIn, textIn, textsIn } from '../json';

/** An object of a running release. */
export interface ReleaseObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined for one of the whole cluster, and where it is not said. */
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** All of it, but for what the API server keeps for itself. */
  readonly manifest: JsonObject;
  /** Whether it was read from a cluster: then the API server has filled in what nobody wrote. */
  readonly isLive: boolean;
}

/** Such as `StatefulSet/loki`. */
export const nameOf = ({ kind, name }: Pick<ReleaseObject, 'kind' | 'name'>): string => `${kind}/${name}`;

/** What tells an object from all others of a cluster: `StatefulSet/loki in logging`. */
export const placeOf = ({ kind, name, namespace }: Pick<ReleaseObject, 'kind' | 'name' | 'namespace'>): string =>
  namespace === undefined ? `${kind}/${name}` : `${kind}/${name} in ${namespace}`;

/** The same of one of ours. */
export const placeOfManifest = (manifest: Manifest): string =>
  placeOf({ kind: manifest.kind, name: manifest.metadata.name, namespace: namespaceOf(manifest) });

/** The API group of an object: `apps`; empty for the core group. */
export const apiGroupOf = ({ apiVersion }: Pick<ReleaseObject, 'apiVersion'>): string =>
  /^(.*)\//.exec(apiVersion)?.[1] ?? '';

/** Fields of an object's metadata that the API server keeps for itself. */
const KEPT_METADATA = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** Annotations that tools keep on an object, and that say nothing of what it is. */
const KEPT_ANNOTATION =
  /^(?:kubectl\.kubernetes\.io\/last-applied-configuration|meta\.helm\.sh\/.*|deployment\.kubernetes\.io\/revision|deprecated\.daemonset\.template\.generation|autoscaling\.alpha\.kubernetes\.io\/.*|control-plane\.alpha\.kubernetes\.io\/.*|pv\.kubernetes\.io\/.*|volume\.(?:beta\.)?kubernetes\.io\/(?:storage-provisioner|selected-node)|endpoints\.kubernetes\.io\/.*)$/;

/** Makes of a manifest what the rest of the program reads; undefined when it is no Kubernetes object. */
export function releaseObject(given: JsonObject): ReleaseObject | undefined {
  const manifest = objectIn(inOneOrder(given));
  const { apiVersion, kind } = manifest;
  const metadata = objectIn(manifest.metadata);
  const name = textIn(metadata.name);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || name === undefined || name === '') return undefined;
  const annotations = textsIn(metadata.annotations);
  const kept = Object.fromEntries(Object.entries(annotations).filter(([key]) => !KEPT_ANNOTATION.test(key)));
  const labels = textsIn(metadata.labels);
  const own = Object.fromEntries(Object.entries(metadata).filter(([key]) => !KEPT_METADATA.includes(key)));
  const { status: _, ...rest } = manifest;
  return {
    apiVersion,
    kind,
    name,
    namespace: textIn(metadata.namespace),
    labels,
    annotations: kept,
    manifest: { ...rest, metadata: { ...own, labels, annotations: kept } },
    isLive: metadata.uid !== undefined || metadata.resourceVersion !== undefined,
  };
}

/** Names first, then by the alphabet, as a cluster prints objects: the same object is read alike however it was written. */
function inOneOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => inOneOrder(item) ?? null);
  if (!isMapping(value)) return value;
  const rank = (key: string) => (key === 'name' ? `0${key}` : `1${key}`);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
      .map(([key, item]) => [key, inOneOrder(key === 'env' && value.image !== undefined ? variables(item) : item)]),
  );
}

const variables = (env: Json): Json => (Array.isArray(env) ? lastOfEachName(listIn(env)) : env);

/** Whether a controller of Kubernetes' own made an object: it is made again from another one. */
export const isMadeByAnother = ({ kind, metadata }: JsonObject): boolean =>
  MADE_BY_KUBERNETES.has(String(kind)) ||
  IN_EVERY_NAMESPACE.has(`${String(kind)}/${String(objectIn(metadata).name)}`) ||
  Array.isArray(objectIn(metadata).ownerReferences);

/** What Kubernetes puts into a namespace when it is made. */
const IN_EVERY_NAMESPACE: ReadonlySet<string> = new Set([
  'ConfigMap/kube-root-ca.crt',
  'ConfigMap/openshift-service-ca.crt',
  'ServiceAccount/default',
]);

const MADE_BY_KUBERNETES: ReadonlySet<string> = new Set([
  'ControllerRevision',
  'EndpointSlice',
  'Endpoints',
  'Event',
  'Lease',
  'ReplicaSet',
]);
