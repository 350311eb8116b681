/** Settings of the article's stack that `article-2021.ts` has otherwise, on purpose. */
export interface Difference {
  readonly object: string;
  readonly paths: readonly string[];
  readonly reason: string;
}

/** Something of the article's stack that is there under another name: an object, or a part of one. */
export interface Move {
  /** An object, or an object and a path, with a space between. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const MOVES: readonly Move[] = [
  {
    from: 'ClusterRole/loki-promtail-clusterrole',
    to: 'ClusterRole/loki-promtail',
    reason: 'the kind says that it is one',
  },
  {
    from: 'ClusterRoleBinding/loki-promtail-clusterrolebinding',
    to: 'ClusterRoleBinding/loki-promtail',
    reason: 'the kind says that it is one',
  },
  {
    from: 'ClusterRole/loki-grafana-clusterrole',
    to: 'Role/loki-grafana-sidecar',
    reason: 'the init container looks in its own namespace only, so it needs no right to look elsewhere',
  },
  {
    from: 'ClusterRoleBinding/loki-grafana-clusterrolebinding',
    to: 'RoleBinding/loki-grafana-sidecar',
    reason: 'the binding of that Role',
  },
  {
    from: 'ConfigMap/loki-loki-stack',
    to: 'ConfigMap/loki-grafana-datasources',
    reason: 'named after the component that reads it',
  },
  {
    from: 'ConfigMap/loki-loki-stack data(loki-stack-datasource.yaml)',
    to: 'ConfigMap/loki-grafana-datasources data(datasources.yaml)',
    reason: 'the only file in its folder',
  },
  {
    from: 'ConfigMap/loki-promtail data(promtail.yaml).client',
    to: 'ConfigMap/loki-promtail data(promtail.yaml).clients[0]',
    reason: 'a list in every release from 2.1 to 3.6, with the same settings',
  },
  {
    from: 'DaemonSet/loki-promtail spec.template.spec.containers[promtail].securityContext.runAsUser',
    to: 'DaemonSet/loki-promtail spec.template.spec.securityContext.runAsUser',
    reason: 'said once, for the pod',
  },
  {
    from: 'DaemonSet/loki-promtail spec.template.spec.containers[promtail].securityContext.runAsGroup',
    to: 'DaemonSet/loki-promtail spec.template.spec.securityContext.runAsGroup',
    reason: 'said once, for the pod',
  },
  {
    from: 'Deployment/loki-grafana spec.template.spec.containers[grafana].ports[grafana]',
    to: 'Deployment/loki-grafana spec.template.spec.containers[grafana].ports[http]',
    reason: 'named after what is spoken there, as meshes and monitors expect',
  },
  {
    from: 'Service/loki-grafana spec.ports[service]',
    to: 'Service/loki-grafana spec.ports[http]',
    reason: 'named after what is spoken there, as meshes and monitors expect',
  },
];

export const DIFFERENCES: readonly Difference[] = [
  {
    object: 'Secret/loki-grafana',
    paths: ['data.admin-user'],
    reason: 'user and password are written in the cluster when the first pod starts; nothing secret is in a file',
  },
  { object: 'Secret/loki-grafana', paths: ['data.ldap-toml'], reason: 'empty, and read by nobody' },
  {
    object: 'ConfigMap/loki-loki-stack',
    paths: ['data(loki-stack-datasource.yaml).datasources[Loki].url'],
    reason: '`http://loki.loki.svc:3100` is the same Service, found from any namespace',
  },
  {
    object: 'ConfigMap/loki-loki-stack',
    paths: ['data(loki-stack-datasource.yaml).datasources[Loki].version'],
    reason: 'Grafana counts the versions of a data source by itself',
  },
  {
    object: 'ClusterRole/loki-grafana-clusterrole',
    paths: ['rules[0].resources[1]'],
    reason: "would let Grafana's pods read every Secret; the data source is a ConfigMap",
  },
  {
    object: 'ClusterRole/loki-grafana-clusterrole',
    paths: ['rules[0].verbs[0]', 'rules[0].verbs[1]'],
    reason: 'the method `LIST` only lists',
  },
  {
    object: 'ClusterRoleBinding/loki-grafana-clusterrolebinding',
    paths: ['roleRef.kind', 'roleRef.name'],
    reason: 'refers to the Role',
  },
  {
    object: 'ClusterRole/loki-promtail-clusterrole',
    paths: ['rules[0].resources[0]', 'rules[0].resources[1]', 'rules[0].resources[2]', 'rules[0].resources[3]'],
    reason: 'Promtail only ever asks for pods; `nodes/proxy` would let it run commands in any of them',
  },
  {
    object: 'ClusterRoleBinding/loki-promtail-clusterrolebinding',
    paths: ['roleRef.name'],
    reason: 'refers to the ClusterRole by its new name',
  },
  {
    object: 'Service/loki-grafana',
    paths: ['spec.ports[service].name', 'spec.ports[service].targetPort'],
    reason: "the port's new name, and the container's port by its name instead of its number, 3000",
  },
  {
    object: 'DaemonSet/loki-promtail',
    paths: ['spec.template.spec.containers[promtail].args[1]'],
    reason: 'the URL is in the configuration file, `clients[0].url`, with everything else',
  },
  {
    object: 'Deployment/loki-grafana',
    paths: [
      'spec.template.spec.containers[grafana].ports[service].containerPort',
      'spec.template.spec.containers[grafana].ports[service].name',
      'spec.template.spec.containers[grafana].ports[service].protocol',
    ],
    reason: "nothing listens there: 80 is the Service's port",
  },
  {
    object: 'Deployment/loki-grafana',
    paths: [
      'spec.template.spec.containers[grafana].ports[grafana].name',
      'spec.template.spec.containers[grafana].livenessProbe.httpGet.port',
      'spec.template.spec.containers[grafana].readinessProbe.httpGet.port',
    ],
    reason: "the port's new name, and the same port by it",
  },
  {
    object: 'Deployment/loki-grafana',
    paths: [
      'spec.template.spec.containers[grafana].volumeMounts[/etc/grafana/provisioning/datasources].name',
      'spec.template.spec.initContainers[grafana-sc-datasources].volumeMounts[/etc/grafana/provisioning/datasources].name',
      'spec.template.spec.volumes[sc-datasources-volume].name',
    ],
    reason: 'the volume `datasources` is there anyhow; the example makes it an empty one',
  },
  {
    object: 'Deployment/loki-grafana',
    paths: ['spec.template.spec.initContainers[grafana-sc-datasources].env[RESOURCE].value'],
    reason: '`configmap`: Secrets are not looked through',
  },
];
