import { claims, reclaimPolicies, removedData, statefulSets } from './claims';
import { collectedNodes, collectorConfigs, podLabels } from './collection';
import { autoscalers, cost } from './cost';
import { networkPolicies, routes, services, serviceTraffic } from './exposure';
import { grafanaConfigs, grafanaVariables } from './grafana';
import { images } from './images';
import { loki } from './loki';
import { bindings, roles } from './rbac';
import { recreate } from './recreate';
import { removal } from './removal';
import { podRights, podSecurity, serviceAccounts } from './rights';
import { ends, readers, rollout } from './rollout';
import type { Rule } from './rule';
import { switchedCollectors } from './switched-collectors';
import { volumes } from './volumes';

/** Every rule is asked of every object that is not what it was. */
export const RULES: readonly Rule[] = [
  statefulSets,
  claims,
  removedData,
  reclaimPolicies,
  volumes,
  loki,
  recreate,
  roles,
  bindings,
  podRights,
  podSecurity,
  serviceAccounts,
  services,
  routes,
  networkPolicies,
  grafanaConfigs,
  grafanaVariables,
  rollout,
  readers,
  ends,
  serviceTraffic,
  collectorConfigs,
  switchedCollectors,
  collectedNodes,
  podLabels,
  cost,
  autoscalers,
  images,
  removal,
];
