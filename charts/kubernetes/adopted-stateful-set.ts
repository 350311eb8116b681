import type { k8s } from 'cdk8s-plus-27';
import { checkAdoptedService } from './adopted';
import { checkName } from './names';
import type { Problem } from './problem';
import { listOf, openObject, text } from './shape';
import type { Kubernetes } from './types';

/** A claim that each pod of a StatefulSet gets. */
export interface ClaimTemplate extends Kubernetes<k8s.KubePersistentVolumeClaimProps> {
  readonly apiVersion?: 'v1';
  readonly kind?: 'PersistentVolumeClaim';
}

/** What of a running StatefulSet no API server lets change, beside its selector. */
export interface AdoptedStatefulSet {
  /** The StatefulSet's `serviceName`: a Service without an address. @default - the StatefulSet's name and `-headless` */
  readonly headlessService?: string;
  /** @default 'OrderedReady' */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /** All of its claims, where `persistence` does not say all of them: labels, other names, several. @default - what `persistence` says */
  readonly volumeClaimTemplates?: readonly ClaimTemplate[];
}

/** The shapes of the fields, for the types that extend it. */
export const ADOPTED_STATEFUL_SET = {
  headlessService: text,
  podManagementPolicy: text,
  volumeClaimTemplates: listOf(openObject({ metadata: openObject({ name: text }, ['name']) }, ['metadata'])),
} as const;

export const HEADLESS_SUFFIX = '-headless';

/** Refuses what no running StatefulSet can be. */
export const checkAdoptedStatefulSet = (
  { headlessService, podManagementPolicy, volumeClaimTemplates = [] }: AdoptedStatefulSet,
  path: string,
): Problem[] => [
  ...checkAdoptedService(headlessService, `${path}.headlessService`),
  ...(podManagementPolicy === undefined || ['OrderedReady', 'Parallel'].includes(podManagementPolicy)
    ? []
    : [
        {
          path: `${path}.podManagementPolicy`,
          message: `${JSON.stringify(podManagementPolicy)} is not a way to manage pods`,
          remedy: 'write "OrderedReady" or "Parallel"',
        },
      ]),
  ...volumeClaimTemplates.flatMap(({ metadata }, index) =>
    checkName(metadata?.name, `${path}.volumeClaimTemplates[${index}].metadata.name`),
  ),
];
