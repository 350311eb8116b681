import type { Problem } from '../../kubernetes/problem';

/** Refuses a collector of which nobody can say whose ServiceAccount it has. */
export const checkNamespace = (namespace: string | undefined): Problem[] =>
  namespace !== undefined
    ? []
    : [
        {
          path: 'namespace',
          message: 'is not known, and a ClusterRoleBinding has to name that of its ServiceAccount',
          remedy: "give the chart one: new Chart(app, 'logs', { namespace: 'logs' })",
        },
      ];
