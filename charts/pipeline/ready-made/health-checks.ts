import type { Stage } from '../model/stages';

const PATHS =
  'health(?:z|check)?|livez?|readyz?|alive|ping|status|metrics|-/(?:healthy|ready)|actuator/health(?:/\\w+)?';

/** Drops the access log's lines of kubelets' probes, and of whoever else asks how a program is. */
export const dropHealthChecks = (): readonly Stage[] => [
  {
    drop: {
      expression: `kube-probe/|ELB-HealthChecker/|GoogleHC/|\\b(?:GET|HEAD) /(?:${PATHS})/?(?:[ ?"]|$)`,
      drop_counter_reason: 'health_check',
    },
  },
];
