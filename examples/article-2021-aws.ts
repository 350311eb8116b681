import { ManifestApp } from '../charts';
import { articleStack } from './article-2021-stack';

// The same stack with its index in DynamoDB and its chunks in S3. Put your own bucket, account and role.
export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/article-2021-aws' });

articleStack(app, {
  storage: {
    type: 'dynamodb',
    region: 'us-east-1',
    table: 'loki_index', // Loki makes it; docs/article-2021.md says what that costs
    bucket: 'loki-shtian', // nobody makes it but you
    // The article gives these rights to the nodes, and with them to every pod: { type: 'node-role' }.
    access: { type: 'irsa', roleArn: 'arn:aws:iam::111122223333:role/loki' },
  },
  schema: [
    // The article puts the new period in this one's place, and with that Loki finds no log written before.
    // A period says where the logs of its days are: it stays, and the next one begins after it.
    { from: '2020-10-24', store: 'boltdb-shipper', objectStore: 'filesystem', schema: 'v11' },
    // Where Loki has run before: a day that is still to come. Not any later than needed: the table manager asks DynamoDB
    // for a table for each day of the period above, too, which `npm run iam` gives it no right to make.
    {
      from: '2020-10-25',
      store: 'aws',
      objectStore: 's3',
      schema: 'v11',
      index: { prefix: 'loki_index', period: '0s' }, // one table for ever
    },
  ],
});

if (require.main === module) app.synth();
