import { dropHealthChecks, LoggingStack, levels, ManifestApp, type Pipeline, redact, stackTraces } from '../charts';

// What a platform team does to logs before they are kept: pipeline.test.ts shows how it is tested before any node sees it.
export const pipeline: Pipeline = {
  sources: [
    {
      type: 'pods',
      select: { namespaces: { exclude: ['kube-system'] }, annotation: { optOut: 'logs.example.com/collect' } },
      labels: {
        add: { team: { label: 'example.com/team' } },
        drop: ['instance', 'component'],
        static: { cluster: 'production' },
        structuredMetadata: { pod_uid: { field: 'pod_uid' } }, // too many values for a label
      },
      stages: [
        ...stackTraces(['java', 'python']),
        // One tenant for each namespace.
        { tenant: { label: 'namespace' } },
      ],
    },
  ],
  stages: [...dropHealthChecks(), ...redact(['email', 'credit-card', 'bearer-token']), ...levels()],
};

export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/pipeline' });

new LoggingStack(app, 'loki', {
  namespace: 'loki',
  tenant: 'platform', // of whatever no stage gives a tenant
  collector: { pipeline },
});

if (require.main === module) app.synth();
