import { LoggingStack, ManifestApp } from '../charts';

// Logs of many teams: each part of Loki in pods of its own, so that each can grow by itself, and one zone may fail.
export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/microservices' });

new LoggingStack(app, 'loki', {
  namespace: 'logging',
  loki: {
    storage: {
      type: 's3',
      region: 'eu-west-1',
      bucket: 'acme-logs', // nobody makes it but you
      access: { type: 'pod-identity', roleArn: 'arn:aws:iam::111122223333:role/loki', clusterName: 'production' },
    },
    retention: '90d',
    persistence: { type: 'claim', size: '50Gi', storageClass: 'gp3' },
    topology: {
      type: 'microservices',
      distributor: { autoscaling: { minReplicas: 3, maxReplicas: 12 } },
      ingester: {
        zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'], // each log line is in all three
        replicas: 2, // in each zone
        resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { memory: '8Gi' } },
      },
      querier: {
        autoscaling: { minReplicas: 3, maxReplicas: 20 },
        resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '4Gi' } },
      },
      caches: { chunks: { replicas: 3, memory: '4Gi' }, results: { replicas: 2 } },
      gateway: {}, // one address for collectors and Grafana
    },
  },
  collector: { namespace: 'collector' },
});

if (require.main === module) app.synth();
