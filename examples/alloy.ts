import { LoggingStack, ManifestApp, redact, stackTraces } from '../charts';

// Grafana Alloy in Promtail's place: the logs of all pods, the nodes' journals, the cluster's events, and what applications send.
export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/alloy' });

new LoggingStack(app, 'loki', {
  namespace: 'logging',
  collector: {
    type: 'alloy',
    namespace: 'collector', // it alone reads folders of the nodes
    pipeline: {
      sources: [
        {
          type: 'pods',
          labels: { add: { team: { label: 'team' } }, structuredMetadata: { pod_uid: { field: 'pod_uid' } } },
          stages: stackTraces(['java', 'python']),
        },
        { type: 'journal', maxAge: '1d' },
        { type: 'kubernetes-events' }, // read once, by a pod of its own
        { type: 'otlp' }, // at loki-alloy.collector.svc, ports 4317 and 4318
      ],
      stages: redact(['email', 'credit-card']), // before anything leaves the node
      destinations: [
        {
          url: 'https://logs.example.com/loki/api/v1/push', // a second Loki, of another cluster
          externalLabels: { cluster: 'production' },
          auth: { type: 'basic', secretName: 'archive' }, // a Secret in the collector's namespace, which you make
          backoff: { retries: 20 },
        },
      ],
      wal: true, // what a Loki is away for is on the node's disk meanwhile
    },
  },
});

if (require.main === module) app.synth();
