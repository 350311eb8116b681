import { canonicalQuantity } from '../../kubernetes/quantity';
import { asText, defined, isMapping, type JsonObject, objectsIn, textIn, valueAt } from '../json';
import type { FoundComponent } from '../read/components';
import { nameOf, type ReleaseObject } from '../read/release-object';
import { claimTemplatesOf, written } from './loki-volume';

const DATA_FOLDER = '/var/lib/grafana';
const OUR_VOLUME = 'storage';

/** What a running Grafana's database is on. */
export interface GrafanaVolume {
  readonly volume?: string;
  /** What ours calls it. */
  readonly ours: string;
  /** Whether it is none that the options make: it is mounted as it is. */
  readonly isForeign: boolean;
  /** Whether it ends with the pod. */
  readonly isEphemeral: boolean;
  readonly persistence?: JsonObject;
  readonly claim?: string;
  readonly statefulSet?: JsonObject;
  readonly text: string;
}

export function grafanaVolume(
  { workload, container, pod }: FoundComponent,
  objects: readonly ReleaseObject[],
): GrafanaVolume {
  const mount = objectsIn(container.volumeMounts).find(
    ({ mountPath }) => asText(mountPath).replace(/\/+$/, '') === DATA_FOLDER,
  );
  const volume = textIn(mount?.name);
  const statefulSet = workload.kind === 'StatefulSet' ? statefulSetOf(workload) : undefined;
  const base = {
    ours: OUR_VOLUME,
    isForeign: false,
    isEphemeral: false,
    ...(volume === undefined ? {} : { volume }),
    ...(statefulSet === undefined ? {} : { statefulSet }),
  };
  const claimTemplate = claimTemplatesOf(workload).find((each) => valueAt(each, 'metadata', 'name') === volume);
  if (claimTemplate !== undefined) {
    const size = asText(valueAt(claimTemplate, 'spec', 'resources', 'requests', 'storage') ?? '?');
    return { ...base, ours: volume ?? OUR_VOLUME, text: `claims "${volume}" of ${size}, one for each pod` };
  }
  const source = objectsIn(pod.volumes).find(({ name }) => name === volume);
  const claim = textIn(valueAt(source, 'persistentVolumeClaim', 'claimName'));
  if (claim === undefined) {
    const isEmpty = source === undefined || isPlainFolder(source) || Object.keys(source).length === 1;
    return isEmpty
      ? { ...base, isEphemeral: true, text: 'empty, ends with the pod' }
      : {
          ...base,
          ours: volume ?? OUR_VOLUME,
          isForeign: true,
          isEphemeral: source !== undefined && 'emptyDir' in source,
          text: source !== undefined && 'emptyDir' in source ? 'as it is, ends with the pod' : 'as it is',
        };
  }
  const object = objects.find((each) => nameOf(each) === `PersistentVolumeClaim/${claim}`);
  if (object === undefined || statefulSet !== undefined) {
    return { ...base, ours: volume ?? OUR_VOLUME, isForeign: true, text: `claim "${claim}", made elsewhere` };
  }
  const size = valueAt(object.manifest, 'spec', 'resources', 'requests', 'storage');
  const persistence = defined({
    size: size === undefined ? undefined : canonicalQuantity(asText(size)),
    storageClass: textIn(valueAt(object.manifest, 'spec', 'storageClassName')) || undefined,
  });
  return {
    ...base,
    persistence,
    ...(claim === workload.name ? {} : { claim }),
    text: `claim "${claim}" of ${asText(persistence.size)}`,
  };
}

const isPlainFolder = ({ emptyDir }: JsonObject): boolean =>
  isMapping(emptyDir) && Object.values(emptyDir).every((value) => value === null || value === undefined);

function statefulSetOf(workload: ReleaseObject): JsonObject {
  const policy = textIn(valueAt(workload.manifest, 'spec', 'podManagementPolicy'));
  const claims = claimTemplatesOf(workload).map(written);
  return defined({
    headlessService: textIn(valueAt(workload.manifest, 'spec', 'serviceName')),
    podManagementPolicy: policy === 'OrderedReady' ? undefined : policy,
    volumeClaimTemplates: claims.length === 0 ? undefined : claims,
  });
}
