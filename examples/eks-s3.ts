import { LoggingStack, ManifestApp } from '../charts';

// Logs of a team on EKS: three equal Lokis on S3, a month of logs, no key anywhere. Put your own bucket, account and role;
// `npm run --silent iam -- examples/eks-s3.ts` prints what the role may do and who may take it.
export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/eks-s3' });

new LoggingStack(app, 'loki', {
  namespace: 'logging',
  loki: {
    storage: {
      type: 's3',
      region: 'eu-west-1',
      bucket: 'acme-logs', // nobody makes it but you
      access: {
        type: 'irsa',
        roleArn: 'arn:aws:iam::111122223333:role/loki',
        oidcProvider: 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
      },
    },
    topology: { type: 'replicated' },
    retention: '30d',
    persistence: { type: 'claim', size: '20Gi', storageClass: 'gp3' }, // write-ahead log and index cache; the logs are in S3
    resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  },
  collector: { namespace: 'collector' }, // it alone reads the nodes' folders
});

if (require.main === module) app.synth();
