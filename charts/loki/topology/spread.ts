import type { Labels } from '../../kubernetes/labels';
import type { TopologySpreadConstraint } from '../../kubernetes/types';
import type { LokiComponent } from './components';

const NODE = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

/**
 * A component's pods on as many nodes and zones as there are. Pods with logs of their own wait rather than crowd a node: two
 * that are lost together are a majority of three. Others may share one; a Deployment could not be rolled otherwise.
 */
export function spreadOf(
  { workload, zone }: Pick<LokiComponent, 'workload' | 'zone'>,
  matchLabels: Labels,
): readonly TopologySpreadConstraint[] {
  const over = (topologyKey: string, whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway') => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels },
  });
  return [
    over(NODE, workload === 'StatefulSet' ? 'DoNotSchedule' : 'ScheduleAnyway'),
    ...(zone === undefined ? [over(ZONE, 'ScheduleAnyway')] : []),
  ];
}
