import { asStored } from '../compare/normal-form';
import { type JsonObject, listIn, objectIn, objectsIn, textIn, textsIn, valueAt } from '../json';
import { isHook } from '../read/components';
import { nameOf, placeOf, type ReleaseObject } from '../read/release-object';
import { holdsSecrets } from './data-sources';
import { HELM_LABEL } from './pod-options';
import { holdsCredential } from './word-credentials';

/** What becomes of an object of the release. */
export type Fate =
  /** One of ours has its place. */
  | { readonly type: 'taken-over' }
  /** It is written as it is. */
  | { readonly type: 'kept'; readonly manifest: JsonObject; readonly note?: string }
  /** It is in no file, and stays in the cluster because it is needed there. */
  | { readonly type: 'stays'; readonly reason: string }
  /** It is in no file, and nobody needs it: it can be deleted afterwards. */
  | { readonly type: 'left'; readonly reason: string };

export interface FateContext {
  /** Our objects, by place: `StatefulSet/loki in logging`. */
  readonly ours: ReadonlySet<string>;
  /** Objects whose content is in ours: place → name of ours. */
  readonly moved: ReadonlyMap<string, string>;
  /** Objects that pods read afterwards: `Secret/grafana`. */
  readonly read: ReadonlySet<string>;
  /** Objects that could not be written: name → why. */
  readonly refused: ReadonlyMap<string, string>;
  readonly objects: readonly ReleaseObject[];
}

/** Kinds in the API versions that are gone, and what has taken their place; undefined where their form is another. */
const GONE: Readonly<Record<string, string | undefined>> = {
  'apps/v1beta1 Deployment': 'apps/v1',
  'apps/v1beta1 StatefulSet': 'apps/v1',
  'apps/v1beta2 DaemonSet': 'apps/v1',
  'apps/v1beta2 Deployment': 'apps/v1',
  'apps/v1beta2 StatefulSet': 'apps/v1',
  'autoscaling/v2beta1 HorizontalPodAutoscaler': undefined,
  'autoscaling/v2beta2 HorizontalPodAutoscaler': 'autoscaling/v2',
  'batch/v1beta1 CronJob': 'batch/v1',
  'extensions/v1beta1 DaemonSet': 'apps/v1',
  'extensions/v1beta1 Deployment': 'apps/v1',
  'extensions/v1beta1 Ingress': undefined,
  'extensions/v1beta1 NetworkPolicy': 'networking.k8s.io/v1',
  'networking.k8s.io/v1beta1 Ingress': undefined,
  'policy/v1beta1 PodDisruptionBudget': 'policy/v1',
  'rbac.authorization.k8s.io/v1beta1 ClusterRole': 'rbac.authorization.k8s.io/v1',
  'rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding': 'rbac.authorization.k8s.io/v1',
  'rbac.authorization.k8s.io/v1beta1 Role': 'rbac.authorization.k8s.io/v1',
  'rbac.authorization.k8s.io/v1beta1 RoleBinding': 'rbac.authorization.k8s.io/v1',
};

export function fateOf(object: ReleaseObject, context: FateContext): Fate {
  const name = nameOf(object);
  if (isHook(object)) return left('a hook of Helm, such as a test');
  if (object.kind === 'Secret' && object.name.startsWith('sh.helm.release.')) {
    return left("Helm's record of the release: delete it last");
  }
  const replacement = context.moved.get(placeOf(object));
  if (context.ours.has(placeOf(object))) return { type: 'taken-over' };
  if (replacement !== undefined && !context.read.has(name)) return left(`what it says is in ${replacement}`);
  if (object.kind === 'Secret') {
    return { type: 'stays', reason: 'its values are in no file, so apply leaves it as it is' };
  }
  if (isOfPodSecurityPolicy(object, context.objects)) {
    return left('for PodSecurityPolicies, which Kubernetes has none of since 1.25');
  }
  if (object.kind === 'PersistentVolumeClaim' && isClaimOfStatefulSet(object, context.objects)) {
    return { type: 'stays', reason: 'a claim of a StatefulSet, which finds it by its name' };
  }
  if (RUN_ONCE.has(object.kind)) return left('it runs once, and has run');
  const budget = otherBudget(object, context);
  if (budget !== undefined) return left(`${budget} keeps the same pods`);
  const refusal = context.refused.get(name) ?? strangeness(object);
  if (refusal !== undefined) return { type: 'stays', reason: `it is not written: ${refusal}` };
  const version = `${object.apiVersion} ${object.kind}`;
  if (!Object.hasOwn(GONE, version)) return { type: 'kept', manifest: keptManifest(object, object.apiVersion) };
  const successor = GONE[version];
  return successor === undefined
    ? {
        type: 'stays',
        reason: `no API server takes ${object.apiVersion} any more: take what \`kubectl get ${object.kind.toLowerCase()} ${object.name} -o yaml\` prints`,
      }
    : { type: 'kept', manifest: keptManifest(object, successor), note: `as ${successor}` };
}

/** What keeps an object from being written at all. */
const strangeness = ({ kind, manifest }: ReleaseObject): string | undefined => {
  const { finalizers } = objectIn(manifest.metadata);
  const isFine = finalizers === undefined || finalizers === null || Array.isArray(finalizers);
  if (!isFine) return 'metadata.finalizers is no list';
  const hasSecrets = kind === 'ConfigMap' && Object.values(textsIn(manifest.data)).some(holdsSecrets);
  return hasSecrets || holdsCredential(manifest.spec)
    ? 'it has a credential in it, which no file must hold'
    : undefined;
};

const left = (reason: string): Fate => ({ type: 'left', reason });

const RUN_ONCE: ReadonlySet<string> = new Set(['Job', 'Pod']);

/** An object as it is, but for what says that Helm has made it. */
function keptManifest(object: ReleaseObject, apiVersion: string): JsonObject {
  const manifest = asStored(object.manifest);
  const metadata = objectIn(manifest.metadata);
  const labels = Object.fromEntries(
    Object.entries(object.labels)
      .filter(([key]) => !HELM_LABEL.test(key) || key === 'app.kubernetes.io/version')
      .concat(
        object.labels['app.kubernetes.io/managed-by'] === undefined
          ? []
          : [['app.kubernetes.io/managed-by', 'cdk8s-plg']],
      ),
  );
  const annotations = Object.fromEntries(
    Object.entries(object.annotations).filter(([key]) => !key.startsWith('helm.sh/')),
  );
  return {
    apiVersion,
    kind: object.kind,
    metadata: {
      ...Object.fromEntries(
        Object.entries(metadata).filter(([key]) => !['labels', 'annotations', 'namespace'].includes(key)),
      ),
      ...(object.namespace === undefined ? {} : { namespace: object.namespace }),
      ...(Object.keys(labels).length === 0 ? {} : { labels }),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    ...Object.fromEntries(
      Object.entries(object.isLive ? withoutAssigned(object, manifest) : manifest).filter(
        ([key]) => !['apiVersion', 'kind', 'metadata'].includes(key),
      ),
    ),
  };
}

/** Without what a cluster has given to an object that was read from it. */
function withoutAssigned({ kind }: ReleaseObject, manifest: JsonObject): JsonObject {
  const spec = objectIn(manifest.spec);
  if (kind === 'Service' && spec.clusterIP !== 'None') {
    return { ...manifest, spec: Object.fromEntries(Object.entries(spec).filter(([key]) => key !== 'clusterIP')) };
  }
  if (kind === 'PersistentVolumeClaim') {
    return { ...manifest, spec: Object.fromEntries(Object.entries(spec).filter(([key]) => key !== 'volumeName')) };
  }
  if (kind === 'ServiceAccount')
    return Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== 'secrets'));
  return manifest;
}

/** A policy, a role that grants nothing but its use, or a binding of such a role. */
function isOfPodSecurityPolicy({ kind, manifest }: ReleaseObject, objects: readonly ReleaseObject[]): boolean {
  if (kind === 'PodSecurityPolicy') return true;
  if (kind === 'Role' || kind === 'ClusterRole') {
    const rules = objectsIn(manifest.rules);
    return rules.length > 0 && rules.every(({ resources }) => listIn(resources).includes('podsecuritypolicies'));
  }
  if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') return false;
  const role = `${textIn(valueAt(manifest, 'roleRef', 'kind'))}/${textIn(valueAt(manifest, 'roleRef', 'name'))}`;
  return objects.some((object) => nameOf(object) === role && isOfPodSecurityPolicy(object, []));
}

/** `storage-loki-0` */
const isClaimOfStatefulSet = ({ name, namespace }: ReleaseObject, objects: readonly ReleaseObject[]): boolean =>
  objects.some(
    (object) =>
      object.kind === 'StatefulSet' &&
      object.namespace === namespace &&
      objectsIn(valueAt(object.manifest, 'spec', 'volumeClaimTemplates')).some((claim) => {
        const start = `${textIn(valueAt(claim, 'metadata', 'name'))}-${object.name}-`;
        return name.startsWith(start) && /^\d+$/.test(name.slice(start.length));
      }),
  );

/** Two budgets for one pod, and nothing can evict it. */
function otherBudget({ kind, manifest }: ReleaseObject, { ours, objects }: FateContext): string | undefined {
  if (kind !== 'PodDisruptionBudget') return undefined;
  const selector = Object.entries(textsIn(valueAt(manifest, 'spec', 'selector', 'matchLabels')));
  return objects
    .filter((object) => ours.has(placeOf(object)) && ours.has(placeOf({ ...object, kind: 'PodDisruptionBudget' })))
    .filter((object) => {
      const labels = textsIn(valueAt(object.manifest, 'spec', 'template', 'metadata', 'labels'));
      return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
    })
    .map(({ name }) => `PodDisruptionBudget/${name}`)[0];
}
