import { canonicalQuantity } from '../../kubernetes/quantity';
import { claimTemplate } from '../compare/normal-form';
import { asText, defined, isSame, type JsonObject, objectIn, objectsIn, textIn, valueAt } from '../json';
import type { FoundComponent } from '../read/components';
import type { ReleaseObject } from '../read/release-object';

/** Where a running Loki has its logs. */
export interface DataMount {
  readonly volume: string;
  readonly mountPath: string;
  /** Whether nothing is mounted there: what is written ends with the container. */
  readonly isMissing: boolean;
  /** Whether it is neither a claim of the StatefulSet nor an empty folder. */
  readonly isForeign: boolean;
}

const DATA_PATHS = [
  ['common', 'path_prefix'],
  ['storage_config', 'filesystem', 'directory'],
  ['common', 'storage', 'filesystem', 'chunks_directory'],
  ['storage_config', 'tsdb_shipper', 'active_index_directory'],
  ['storage_config', 'boltdb_shipper', 'active_index_directory'],
  ['ingester', 'wal', 'dir'],
] as const;

/** The folders below which Loki writes, the one that says most first. */
const dataPathsIn = (config: JsonObject): readonly string[] =>
  DATA_PATHS.flatMap((path) => textIn(valueAt(config, ...path)) ?? []).filter((path) => path.startsWith('/'));

const trimmed = (path: string): string => path.replace(/(?<=.)\/+$/, '');

export function dataMountOf({ workload, container, pod }: FoundComponent, config: JsonObject): DataMount {
  const claims = claimTemplatesOf(workload).map((claim) => textIn(valueAt(claim, 'metadata', 'name')));
  const [path = '/var/loki', ...more] = dataPathsIn(config);
  const mounts = objectsIn(container.volumeMounts).map(({ name, mountPath }) => ({
    volume: asText(name),
    mountPath: trimmed(asText(mountPath)),
  }));
  const holds = ({ mountPath }: { readonly mountPath: string }) =>
    [path, ...more].some((written) => `${trimmed(written)}/`.startsWith(`${mountPath}/`));
  const found =
    mounts.find((mount) => claims.includes(mount.volume) && holds(mount)) ??
    mounts.find((mount) => claims.includes(mount.volume)) ??
    mounts.filter(holds).sort((a, b) => b.mountPath.length - a.mountPath.length)[0] ??
    mounts.find(({ volume }) => volume === 'storage');
  if (found === undefined) return { volume: 'storage', mountPath: trimmed(path), isMissing: true, isForeign: false };
  const source = objectsIn(pod.volumes).find(({ name }) => name === found.volume);
  const isEmpty = source === undefined || 'emptyDir' in source || Object.keys(source).length === 1;
  return { ...found, isMissing: false, isForeign: !claims.includes(found.volume) && !isEmpty };
}

export const claimTemplatesOf = ({ manifest }: ReleaseObject): readonly JsonObject[] =>
  objectsIn(valueAt(manifest, 'spec', 'volumeClaimTemplates'));

/** The volume of each pod, in the words of `persistence`, as far as it can say it. */
export function persistenceOf(workload: ReleaseObject, pod: JsonObject, { volume }: DataMount): JsonObject {
  const claim = claimTemplatesOf(workload).find((each) => valueAt(each, 'metadata', 'name') === volume);
  if (claim !== undefined) {
    const size = valueAt(claim, 'spec', 'resources', 'requests', 'storage');
    return defined({
      type: 'claim',
      size: size === undefined ? undefined : canonicalQuantity(asText(size)),
      storageClass: valueAt(claim, 'spec', 'storageClassName') ?? undefined,
    });
  }
  const source = objectsIn(pod.volumes).find(({ name }) => name === volume);
  return defined({ type: 'ephemeral', sizeLimit: valueAt(source, 'emptyDir', 'sizeLimit') ?? undefined });
}

/** The claims as they are, when `persistence` says less than all of them; undefined when it says enough. */
export function claimsBeside(
  workload: ReleaseObject,
  persistence: JsonObject,
  volume: string,
): readonly JsonObject[] | undefined {
  const theirs = claimTemplatesOf(workload);
  if (theirs.length === 0) return undefined;
  const said: JsonObject = {
    metadata: { name: volume },
    spec: defined({
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: persistence.size } },
      storageClassName: persistence.storageClass,
    }),
  };
  const isSaid =
    theirs.length === 1 && isSame(claimTemplate(theirs[0] ?? {}), claimTemplate(said)) && said.spec !== undefined;
  return isSaid && persistence.storageClass !== '' ? undefined : theirs.map(written);
}

/** A claim with what the API server writes itself, so that apply and Argo CD see no difference. */
export const written = (claim: JsonObject): JsonObject => {
  const { metadata, spec } = claimTemplate(claim);
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: objectIn(metadata),
    spec: { ...objectIn(spec), volumeMode: objectIn(spec).volumeMode ?? 'Filesystem' },
  };
};
