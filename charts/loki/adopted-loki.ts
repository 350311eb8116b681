import { ADOPTED, type Adopted, checkAdopted, checkAdoptedService } from '../kubernetes/adopted';
import {
  ADOPTED_STATEFUL_SET,
  type AdoptedStatefulSet,
  checkAdoptedStatefulSet,
} from '../kubernetes/adopted-stateful-set';
import { checkName } from '../kubernetes/names';
import type { Problem } from '../kubernetes/problem';
import { objectOf, text } from '../kubernetes/shape';
import type { LokiTopology } from './topology/topology';

/** A Loki that runs already, as one StatefulSet. */
export interface AdoptedLoki extends Adopted, AdoptedStatefulSet {
  /** Name of the Service that clients ask. @default - that of the StatefulSet */
  readonly service?: string;
  /** Name of the volume that its logs are on. @default 'storage' */
  readonly volume?: string;
  /** Where that volume is mounted. @default '/var/loki', before Loki 3.0 '/data' */
  readonly mountPath?: string;
  /** Folder of the container that the configuration is in. @default '/etc/loki' */
  readonly configFolder?: string;
}

export const ADOPTED_LOKI = objectOf<AdoptedLoki>({
  ...ADOPTED,
  ...ADOPTED_STATEFUL_SET,
  service: text,
  volume: text,
  mountPath: text,
  configFolder: text,
});

/** Refuses what no running Loki can be. */
export function checkAdoptedLoki(adopted: AdoptedLoki | undefined, topology: LokiTopology): Problem[] {
  if (adopted === undefined) return [];
  if (topology.type === 'microservices') {
    return [
      {
        path: 'adopt',
        message: 'takes over one StatefulSet, and topology "microservices" makes many workloads',
        remedy: "leave it out, or write topology 'single' or 'replicated'",
      },
    ];
  }
  const { service, volume, mountPath, configFolder } = adopted;
  return [
    ...checkAdopted(adopted, 'adopt'),
    ...checkAdoptedStatefulSet(adopted, 'adopt'),
    ...checkAdoptedService(service, 'adopt.service'),
    ...(volume === undefined ? [] : checkName(volume, 'adopt.volume')),
    ...Object.entries({ mountPath, configFolder }).flatMap(([field, path]) =>
      path === undefined || /^\/[^:]*[^/:]$/.test(path)
        ? []
        : [{ path: `adopt.${field}`, message: `${JSON.stringify(path)} is not a folder`, remedy: 'write "/…"' }],
    ),
  ];
}
