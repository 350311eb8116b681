import type { Construct } from 'constructs';
import { addObject } from '../kubernetes/kubernetes-object';
import type { Labels } from '../kubernetes/labels';
import type { PolicyRule } from '../kubernetes/types';
import type { Job } from '../pipeline/compile/job';
import { listedNamespaces } from '../pipeline/compile/needs';

/** What jobs have to see through the API: everywhere, or in some namespaces. */
export interface Access {
  readonly cluster: readonly PolicyRule[];
  readonly namespaces: ReadonlyMap<string, readonly PolicyRule[]>;
}

const watched = (resource: string): PolicyRule => ({
  apiGroups: [''],
  resources: [resource],
  verbs: ['get', 'list', 'watch'],
});

const PODS = watched('pods');
const POD_LOGS: PolicyRule = { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] };
const EVENTS = watched('events');

/** The least that the jobs can do with. */
export function accessOf(jobs: readonly Job[]): Access {
  const cluster = new Set<PolicyRule>();
  const namespaces = new Map<string, Set<PolicyRule>>();
  for (const { source } of jobs) {
    const listed = source.type === 'kubernetes-events' ? eventNamespaces(source.namespaces) : listedNamespaces(source);
    for (const rule of rulesFor(source.type)) {
      if (listed === undefined) cluster.add(rule);
      for (const name of listed ?? []) namespaces.set(name, (namespaces.get(name) ?? new Set()).add(rule));
    }
  }
  return {
    cluster: [...cluster],
    namespaces: new Map(
      [...namespaces]
        .map(([name, rules]) => [name, [...rules].filter((rule) => !cluster.has(rule))] as const)
        .filter(([, rules]) => rules.length > 0),
    ),
  };
}

const eventNamespaces = (namespaces: readonly string[] = []) => (namespaces.length === 0 ? undefined : namespaces);

function rulesFor(type: Job['source']['type']): readonly PolicyRule[] {
  switch (type) {
    case 'pods':
      return [PODS];
    case 'pods-api':
      return [PODS, POD_LOGS];
    case 'kubernetes-events':
      return [EVENTS];
    default:
      return [];
  }
}

/** Whether there is anything to ask the API for. */
export const needsApi = ({ cluster, namespaces }: Access): boolean => cluster.length > 0 || namespaces.size > 0;

/** Grants it: a ClusterRole, or a Role in each of the namespaces, which have to exist. */
export function grant(
  scope: Construct,
  { cluster, namespaces }: Access,
  account: { readonly name: string; readonly namespace: string | undefined },
  labels: Labels,
): void {
  const { name } = account;
  const subjects = [{ kind: 'ServiceAccount', ...account }];
  const apiGroup = 'rbac.authorization.k8s.io';
  if (cluster.length > 0) {
    addObject(scope, 'cluster-role', 'ClusterRole', { metadata: { name, labels }, rules: cluster });
    addObject(scope, 'cluster-role-binding', 'ClusterRoleBinding', {
      metadata: { name, labels },
      roleRef: { apiGroup, kind: 'ClusterRole', name },
      subjects,
    });
  }
  for (const [namespace, rules] of namespaces) {
    addObject(scope, `role-${namespace}`, 'Role', { metadata: { name, namespace, labels }, rules });
    addObject(scope, `role-binding-${namespace}`, 'RoleBinding', {
      metadata: { name, namespace, labels },
      roleRef: { apiGroup, kind: 'Role', name },
      subjects,
    });
  }
}
