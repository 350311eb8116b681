import type { Manifest } from '../../kubernetes/manifest';
import type { Severity } from '../../review/review';
import { reviewManifests } from '../../review/review-manifests';
import { type JsonObject, objectIn } from '../json';
import type { Fate } from '../plan/fates';
import type { ReleaseObject } from '../read/release-object';
import { normalised } from './normal-form';

/** What applying the new manifests does to an object of the running release. */
export interface AdoptionConsequence {
  /** `StatefulSet/loki` */
  readonly object: string;
  readonly severity: Severity;
  /** A clause that the object is the subject of. */
  readonly message: string;
}

/** What must not come of taking a release over: an object that has to be made anew, or data that is lost. */
export const isHarmful = ({ severity }: AdoptionConsequence): boolean =>
  severity === 'data-loss' || severity === 'recreate';

/** The consequences for everything that runs, the worst first. Nothing is deleted by it: what is in no file stays in the cluster. */
export function consequencesOf(
  fates: readonly { readonly object: ReleaseObject; readonly fate: Fate }[],
  manifests: readonly Manifest[],
): readonly AdoptionConsequence[] {
  const before = fates.map(({ object }) => placed(object));
  const staying = fates.filter(({ fate }) => fate.type === 'stays').map(({ object }) => placed(object));
  const after = manifests.map((manifest) => brief(manifest as unknown as JsonObject));
  const { objects } = reviewManifests(before, [...after, ...staying]);
  return objects
    .filter(({ status }) => status !== 'removed')
    .flatMap(({ kind, name, consequences }) =>
      consequences
        // That pods restart is said of their workload, and what is collected otherwise setting by setting.
        .filter(({ on, severity }) => on === undefined && !(severity === 'collection' && kind === 'ConfigMap'))
        .map(({ severity, message }) => ({ object: `${kind}/${name}`, severity, message })),
    );
}

/** What is only written otherwise, such as the registry of an image, has no consequence. */
const brief = (manifest: JsonObject): Manifest => normalised(manifest) as unknown as Manifest;

const placed = ({ manifest, namespace }: ReleaseObject): Manifest =>
  brief(namespace === undefined ? manifest : { ...manifest, metadata: { ...objectIn(manifest.metadata), namespace } });
