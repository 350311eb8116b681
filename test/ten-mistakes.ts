import { LoggingStack, ManifestApp } from '../charts';

// Ten mistakes, each of another kind: what synth says of them stands in README, "When it refuses".
export const app = new ManifestApp();

const stack = new LoggingStack(app, 'logs', {
  namespace: 'logs',
  loki: {
    version: '3.77.0',
    retention: '36h',
    replicas: 3,
    persistence: { type: 'claim', size: '10 GB' },
    volumeMounts: [{ name: 'rules', mountPath: '/etc/loki/rules' }],
  },
  collector: {
    readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
    env: [{ name: 'PROXY_PASSWORD', value: 'correct horse battery staple' }],
  },
  grafana: {
    dataSources: [
      {
        name: 'Metrics',
        type: 'prometheus',
        uid: 'metrics',
        url: 'http://prometheus.monitoring:9090',
        isDefault: true,
      },
      { name: 'Traces', type: 'tempo', uid: 'traces', url: 'http://tempo.monitoring:3200', isDefault: true },
    ],
    // @ts-expect-error: an editor says so too
    ini: { server: { root_ulr: 'https://grafana.example.com' } },
  },
});

stack.patch('DaemonSet/logs-promtial', { op: 'remove', path: '/spec/template/spec/tolerations' });

if (require.main === module) app.synth();
