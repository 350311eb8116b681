import type { ApiObject } from 'cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { objectLabels } from '../../kubernetes/labels';
import type { PodOptions } from '../../kubernetes/pod-options';
import { warn } from '../../kubernetes/refusal';
import { addDisruptionBudget } from './availability';
import { addCache } from './cache';
import { memberlistService } from './cluster';
import type { LokiComponent } from './components';
import { addGateway } from './gateway';
import { ROLLOUT_GROUP } from './rollout';
import type { LokiTopology } from './topology';
import { addComponent, addMemberlistService, type SharedPods } from './workload';

/** What was made, and by which Services it is asked and sent to. */
export interface Workloads {
  /** Of Loki itself. */
  readonly workloads: readonly ApiObject[];
  readonly queryService: string;
  readonly pushService: string;
}

/** Adds the workloads of a topology and all that belongs to them. */
export function addTopology(
  scope: Construct,
  topology: LokiTopology,
  components: readonly LokiComponent[],
  shared: SharedPods & { readonly options: PodOptions },
): Workloads {
  const { name, service } = shared;
  const workloads = components.map((component) => addComponent(scope, component, shared));
  if (topology.type === 'single') return { workloads, queryService: service, pushService: service };

  addMemberlistService(scope, memberlistService(name), shared);
  if (components.some(({ zone }) => zone !== undefined)) addZoneBudget(scope, shared);
  for (const cache of ['chunks', 'results'] as const) {
    const options = topology.caches?.[cache];
    if (options !== undefined) addCache(scope, cache, options, shared);
  }
  if (topology.type === 'replicated') return { workloads, queryService: service, pushService: service };

  if (topology.gateway !== undefined) {
    const gateway = addGateway(scope, topology.gateway, shared, Chart.of(scope).namespace);
    return { workloads, queryService: gateway.name, pushService: gateway.name };
  }
  return { workloads, queryService: `${name}-query-frontend`, pushService: `${name}-distributor` };
}

function addZoneBudget(scope: Construct, { name, instance }: SharedPods): void {
  const labels = objectLabels({ name: 'loki', instance, component: 'ingester' });
  const selector = { 'app.kubernetes.io/instance': instance, 'app.kubernetes.io/name': 'loki', ...ROLLOUT_GROUP };
  addDisruptionBudget(scope, 'ingester-disruption-budget', { name: `${name}-ingester`, labels }, selector);
  warn(
    scope,
    'the ingesters of several zones are not replaced by themselves: after a change delete the pods of one zone, wait until they are ready, ' +
      'then those of the next, or run the rollout-operator',
  );
}
