import type { Manifest } from '../../kubernetes/manifest';
import { entriesOf, holdsEntries } from '../config/entries';
import { readConfig } from '../config/read-config';
import { nameOf, podOf } from '../kinds';
import { mapsAt, textAt } from '../plain';
import type { Side } from '../side';
import { programOf } from './facts';

/** Data sources that no pod mounts: a sidecar finds them by their labels, and lays them before Grafana. */
export function sidecarConfigs(workload: Manifest, side: Side): readonly Manifest[] {
  if (programOf(workload) !== 'grafana') return [];
  const hasSidecar = mapsAt(podOf(workload), 'containers').some((container) =>
    /sidecar/.test(textAt(container, 'image') ?? ''),
  );
  if (!hasSidecar) return [];
  const { namespace } = nameOf(workload);
  return side.manifests.filter(
    (manifest) =>
      holdsEntries(manifest) &&
      nameOf(manifest).namespace === namespace &&
      side.readersOf(manifest).length === 0 &&
      [...entriesOf(manifest)].some(
        ([name, { text, isText }]) => isText && readConfig(name, text).format === 'data-sources',
      ),
  );
}
