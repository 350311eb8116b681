import { type App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { type Container, LoggingStack, type LokiOptions, type Patch, type Probe, type Toleration } from '../charts';

const NAMESPACE = 'loki';
const DATA_SOURCES = '/etc/grafana/provisioning/datasources';

const whenReady: Probe = { httpGet: { path: '/ready', port: 'http-metrics' }, initialDelaySeconds: 45 };
const scraped = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': 'http-metrics' };
const tolerate = (taint: string): Toleration => ({ key: taint, operator: 'Exists', effect: 'NoSchedule' });

/** Copies the ConfigMaps that are labelled as data sources into a folder of the pod, once, before Grafana starts. */
const listDataSources: Container = {
  name: 'grafana-sc-datasources',
  image: 'docker.io/kiwigrid/k8s-sidecar:0.1.209',
  env: [
    { name: 'METHOD', value: 'LIST' },
    { name: 'LABEL', value: 'grafana_datasource' },
    { name: 'FOLDER', value: DATA_SOURCES },
    { name: 'RESOURCE', value: 'configmap' },
  ],
  resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
  volumeMounts: [
    { name: 'datasources', mountPath: DATA_SOURCES },
    // The token of the step that makes the password, where this program looks for one. Grafana itself gets none.
    { name: 'admin-secret-token', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true },
    { name: 'tmp', mountPath: '/tmp' },
  ],
};

/** The stack of the article of 2021, chart loki-stack 2.3.1: docs/article-2021.md says what differs, and why. */
export function articleStack(app: App, loki: LokiOptions = {}): LoggingStack {
  const stack = new LoggingStack(app, 'loki', {
    namespace: NAMESPACE,
    loki: {
      version: '2.1.0', // its index is made of boltdb-shipper's files
      persistence: { type: 'ephemeral' }, // an emptyDir: what is on it ends with the pod
      readinessProbe: whenReady,
      livenessProbe: whenReady,
      terminationGracePeriodSeconds: 4800,
      podAnnotations: scraped,
      podLabels: { app: 'loki', name: 'loki', release: 'loki' }, // a pod's labels are those of its logs
      ...loki,
    },
    collector: {
      version: '2.1.0',
      pipeline: {
        sources: [
          {
            type: 'pods',
            labels: { scheme: 'loki-stack' },
            format: 'docker', // as nodes wrote logs in 2021; 'cri' on any since Kubernetes 1.24
          },
        ],
      },
      tolerations: [
        tolerate('node-role.kubernetes.io/master'),
        tolerate('node-role.kubernetes.io/control-plane'), // its name since Kubernetes 1.24
      ],
      podAnnotations: scraped,
      podLabels: { app: 'promtail', release: 'loki' },
    },
    grafana: {
      version: '6.7.0',
      ini: {
        analytics: { check_for_updates: true },
        grafana_net: { url: 'https://grafana.net' },
        paths: {
          data: '/var/lib/grafana/data',
          logs: '/var/log/grafana',
          plugins: '/var/lib/grafana/plugins',
          provisioning: '/etc/grafana/provisioning',
        },
      },
      initContainers: [listDataSources],
      volumes: [{ name: 'datasources', emptyDir: {} }],
    },
  });

  // What the init container finds, and its right to look for it, in this namespace only.
  const label: Patch = { op: 'add', path: '/metadata/labels/grafana_datasource', value: '1' };
  stack.patch('ConfigMap/loki-grafana-datasources', label);
  const sidecar = new Chart(app, 'loki-grafana-sidecar', { namespace: NAMESPACE });
  const metadata = { name: 'loki-grafana-sidecar' };
  new k8s.KubeRole(sidecar, 'role', {
    metadata,
    rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['list'] }],
  });
  new k8s.KubeRoleBinding(sidecar, 'role-binding', {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: 'loki-grafana', namespace: NAMESPACE }],
  });
  return stack;
}
