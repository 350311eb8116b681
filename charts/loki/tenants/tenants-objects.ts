import type { Construct } from 'constructs';
import { addObject } from '../../kubernetes/kubernetes-object';
import type { Labels } from '../../kubernetes/labels';
import type { Volume, VolumeMount } from '../../kubernetes/types';
import type { LokiTenants } from './tenant';
import { RUNTIME_FOLDER, runtimeConfigData } from './tenants-config';

const VOLUME = 'runtime-config';

const configMapName = (name: string): string => `${name}-runtime`;

/**
 * Adds the file that Loki reads its tenants from. No checksum of the pods is over it: a change is read while they run.
 * @param name of the Loki
 */
export function addTenants(scope: Construct, name: string, labels: Labels, tenants: LokiTenants | undefined): void {
  if (tenants === undefined) return;
  addObject(scope, 'runtime-config', 'ConfigMap', {
    metadata: { name: configMapName(name), labels },
    data: runtimeConfigData(tenants),
  });
}

interface Mounts {
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

/** What a Loki's pods need, with that file in a folder of its own: mounted by `subPath` it would stay as it was at the start. */
export const withTenants = <Needs extends Mounts>(
  needs: Needs,
  name: string,
  tenants: LokiTenants | undefined,
): Needs =>
  tenants === undefined
    ? needs
    : {
        ...needs,
        volumes: [...needs.volumes, { name: VOLUME, configMap: { name: configMapName(name) } }],
        volumeMounts: [...needs.volumeMounts, { name: VOLUME, mountPath: RUNTIME_FOLDER, readOnly: true }],
      };
