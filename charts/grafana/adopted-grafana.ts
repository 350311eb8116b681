import { ADOPTED, type Adopted, checkAdopted, checkAdoptedService } from '../kubernetes/adopted';
import {
  ADOPTED_STATEFUL_SET,
  type AdoptedStatefulSet,
  checkAdoptedStatefulSet,
} from '../kubernetes/adopted-stateful-set';
import { checkSubdomain } from '../kubernetes/checks/names';
import type { Problem } from '../kubernetes/problem';
import { objectOf, text } from '../kubernetes/shape';
import type { GrafanaOptions } from './grafana-options';

/** A Grafana that runs already. */
export interface AdoptedGrafana extends Adopted {
  /** @default - that of the workload */
  readonly service?: string;
  /** Name of the container's port 3000. @default 'http' */
  readonly portName?: string;
  /** The file of data sources. @default - `datasources.yaml` in a ConfigMap of its own */
  readonly dataSources?: AdoptedDataSources;
  /** Name of the claim that `persistence` asks for. @default - that of the workload */
  readonly claim?: string;
  /** Says that it runs as a StatefulSet, whose claims are in place of `persistence`. @default - a Deployment */
  readonly statefulSet?: AdoptedStatefulSet;
}

/** Where a running Grafana, or the container that looks for them, finds its data sources. */
export interface AdoptedDataSources {
  readonly configMap: string;
  /** @default 'datasources.yaml' */
  readonly key?: string;
}

export const ADOPTED_GRAFANA = objectOf<AdoptedGrafana>({
  ...ADOPTED,
  service: text,
  portName: text,
  dataSources: objectOf<AdoptedDataSources>({ configMap: text, key: text }, ['configMap']),
  claim: text,
  statefulSet: objectOf<AdoptedStatefulSet>(ADOPTED_STATEFUL_SET),
});

/** Refuses what no running Grafana can be. */
export function checkAdoptedGrafana(
  adopted: AdoptedGrafana | undefined,
  persistence: GrafanaOptions['persistence'],
): Problem[] {
  if (adopted === undefined) return [];
  const { service, dataSources, claim, statefulSet } = adopted;
  return [
    ...checkAdopted(adopted, 'adopt'),
    ...checkAdoptedService(service, 'adopt.service'),
    ...(dataSources === undefined ? [] : checkSubdomain(dataSources.configMap, 'adopt.dataSources.configMap')),
    ...(claim === undefined ? [] : checkSubdomain(claim, 'adopt.claim')),
    ...(statefulSet === undefined ? [] : checkAdoptedStatefulSet(statefulSet, 'adopt.statefulSet')),
    ...(claim === undefined || persistence !== undefined
      ? []
      : [
          {
            path: 'adopt.claim',
            message: 'is of no claim: there is no `persistence`',
            remedy: 'leave it out, or say how large it is by `persistence`',
          },
        ]),
    ...(statefulSet === undefined || persistence === undefined
      ? []
      : [
          {
            path: 'persistence',
            message: 'asks for one claim, and a StatefulSet has its own',
            remedy: 'leave it out: adopt.statefulSet.volumeClaimTemplates says what there is',
          },
        ]),
  ];
}
