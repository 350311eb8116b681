import { ManifestApp, migrateTo } from '../charts';
import { articleStack } from './article-2021-stack';

// On from article-2021-aws.ts: Loki 3.5, which writes TSDB to the same bucket from a day on and still reads the DynamoDB table.
export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/dynamodb-to-tsdb' });

const region = 'us-east-1';
const bucket = 'loki-shtian'; // the chunks are in it
const access = { type: 'irsa', roleArn: 'arn:aws:iam::111122223333:role/loki' } as const;

articleStack(app, {
  ...migrateTo({
    from: '2027-01-01', // a day that is still to come when this is applied
    version: '3.5.12', // newer ones lose logs that DynamoDB has
    storage: { type: 's3', region, bucket, access },
    before: {
      version: '2.1.0',
      persistence: { type: 'ephemeral' },
      storage: { type: 'dynamodb', region, table: 'loki_index', bucket, access },
      // What article-2021-aws.ts has; its first period is left out, since its logs ended with their pod.
      schema: [
        {
          from: '2020-10-25',
          store: 'aws',
          objectStore: 's3',
          schema: 'v11',
          index: { prefix: 'loki_index', period: '0s' },
        },
      ],
    },
  }),
  // Promtail makes a label of each of a pod's; Loki 2.1.0 took 30, Loki 3 takes 15.
  config: { limits_config: { max_label_names_per_series: 30 } },
  // From 2.4 on Loki is not ready while it replays its write-ahead log: the article's probe would kill it for that.
  livenessProbe: undefined,
});

if (require.main === module) app.synth();
