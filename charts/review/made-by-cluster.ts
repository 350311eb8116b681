import { groupOf, type Manifest } from '../kubernetes/manifest';
import { isLive } from './compare/live';
import { kindOf, nameOf } from './kinds';
import type { Pair } from './pair-objects';
import { at, mapsAt, textAt, textOf } from './plain';
import { claimTemplates } from './side';

/** Kinds of which a cluster keeps its own records; nobody applies them. */
const RECORDS: ReadonlySet<string> = new Set([
  '/Endpoints',
  '/Event',
  '/Node',
  'apps/ControllerRevision',
  'coordination.k8s.io/Lease',
  'discovery.k8s.io/EndpointSlice',
  'events.k8s.io/Event',
  'metrics.k8s.io/PodMetrics',
]);

const SECRETS = /^(?:kubernetes\.io\/service-account-token|kubernetes\.io\/dockercfg|helm\.sh\/release\.v1)$/;

/**
 * The pairs without what stands on one side alone because it was read from a cluster that made it itself: pods and sets of
 * controllers, claims of StatefulSets, what each namespace has. A change of manifests does nothing to it.
 */
export function withoutMadeByCluster(pairs: readonly Pair[]): readonly Pair[] {
  const isAlone = ({ before, after }: Pair): boolean => before === undefined || after === undefined;
  if (!pairs.some((pair) => isAlone(pair) && isLive((pair.before ?? pair.after) as Manifest))) return pairs;
  const claims = claimPatterns(pairs.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()));
  return pairs.filter((pair) => {
    const manifest = pair.before ?? pair.after;
    return manifest === undefined || !isAlone(pair) || !isLive(manifest) || !isMadeByCluster(manifest, claims);
  });
}

/** By namespace, the names of the claims that StatefulSets make: `storage-loki-`, and a number. */
function claimPatterns(manifests: readonly Manifest[]): ReadonlySet<string> {
  return new Set(
    manifests.flatMap((manifest) =>
      claimTemplates(manifest).map(
        (template) => `${inNamespace(manifest)}${textAt(template, 'metadata', 'name') ?? '?'}-${nameOf(manifest).name}`,
      ),
    ),
  );
}

const inNamespace = (manifest: Manifest): string => `${nameOf(manifest).namespace ?? ''}/`;

function isMadeByCluster(manifest: Manifest, claims: ReadonlySet<string>): boolean {
  const { name } = nameOf(manifest);
  if (mapsAt(manifest, 'metadata', 'ownerReferences').some(({ controller }) => controller === true)) return true;
  const kind = kindOf(manifest);
  switch (kind) {
    case '/ConfigMap':
      return /^(?:kube-root-ca|openshift-service-ca)\.crt$/.test(name);
    case '/PersistentVolume':
      return textAt(manifest, 'metadata', 'annotations', 'pv.kubernetes.io/provisioned-by') !== undefined;
    case '/PersistentVolumeClaim':
      return claims.has(inNamespace(manifest) + name.replace(/-\d+$/, ''));
    case '/Secret':
      return SECRETS.test(textOf(at(manifest, 'type')) ?? '');
    case '/Service':
      return name === 'kubernetes' && nameOf(manifest).namespace === 'default';
    case '/ServiceAccount':
      return name === 'default';
    default:
      return RECORDS.has(kind) || groupOf(manifest) === 'metrics.k8s.io';
  }
}
