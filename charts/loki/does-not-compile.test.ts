import { Chart } from 'cdk8s';
import { problemsOf } from '../../test/apps';
import { Loki, type LokiProps } from './loki';

const roleArn = 'arn:aws:iam::111122223333:role/loki';
const s3 = { type: 's3', bucket: 'acme-logs', region: 'eu-west-1', access: { type: 'irsa', roleArn } } as const;

/**
 * What editors underline: `npm run types` fails when a line below `@ts-expect-error` compiles after all. And what a compiler
 * is not asked about is refused at synth.
 */
const MISTAKES: readonly (readonly [string, LokiProps, string])[] = [
  [
    'a key that Loki does not have',
    // @ts-expect-error
    { config: { limits_config: { ingestion_rate: 16 } } },
    'config.limits_config.ingestion_rate: ',
  ],
  [
    'a key in the wrong block',
    // @ts-expect-error
    { config: { retention_period: '30d' } },
    'config.retention_period: ',
  ],
  [
    'a unit that the setting does not take',
    // @ts-expect-error
    { config: { ingester: { chunk_idle_period: '1d' } } },
    'config.ingester.chunk_idle_period: ',
  ],
  [
    'text where a number belongs',
    // @ts-expect-error
    { config: { limits_config: { ingestion_rate_mb: '16MB' } } },
    'config.limits_config.ingestion_rate_mb: ',
  ],
  [
    'a retention in words',
    // @ts-expect-error
    { retention: '30 days' },
    'retention: "30 days" is not a duration',
  ],
  [
    'a storage that there is not',
    // @ts-expect-error
    { storage: { type: 's4' } },
    'storage.type: "s4" is not a kind of storage',
  ],
  [
    'a storage without its bucket',
    // @ts-expect-error
    { storage: { type: 's3', region: 'eu-west-1', access: { type: 'node-role' } } },
    'storage.bucket: is missing',
  ],
  [
    'a field of another storage',
    // @ts-expect-error
    { storage: { ...s3, container: 'loki' } },
    'storage.container: there is no "container" here',
  ],
  [
    'keys beside a role',
    // @ts-expect-error
    { storage: { ...s3, access: { type: 'irsa', roleArn, secretName: 'loki-s3' } } },
    'storage.access.secretName: there is no "secretName" here',
  ],
  [
    'Google’s access to a bucket of AWS',
    // @ts-expect-error
    { storage: { ...s3, access: { type: 'workload-identity' } } },
    'storage.access.type: "workload-identity" is not a kind of access',
  ],
  [
    'ingesters of a single Loki',
    // @ts-expect-error
    { storage: s3, topology: { type: 'single', ingester: { replicas: 3 } } },
    'topology.ingester: there is no "ingester" here',
  ],
  [
    'a second compactor',
    // @ts-expect-error
    { storage: s3, topology: { type: 'microservices', compactor: { replicas: 2 } } },
    'topology.compactor.replicas: there is no "replicas" here',
  ],
  [
    'an autoscaler for what keeps logs',
    // @ts-expect-error
    { storage: s3, topology: { type: 'microservices', ingester: { autoscaling: { minReplicas: 3, maxReplicas: 9 } } } },
    'topology.ingester.autoscaling: there is no "autoscaling" here',
  ],
];

test.each(MISTAKES)('%s', (_, props, problem) => {
  const [first = ''] = problemsOf((app) => new Loki(new Chart(app, 'logs'), 'loki', props));
  expect(first.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' ')).toContain(problem);
});
