import { Chart } from 'cdk8s';
import { type DynamoDbStorage, type IamStatement, Loki, type LokiIam, type LokiProps, type S3Storage } from '../charts';
import { appWith } from './apps';

export const S3: S3Storage = {
  type: 's3',
  region: 'eu-west-1',
  bucket: 'acme-logs',
  access: { type: 'irsa', roleArn: 'arn:aws:iam::111122223333:role/loki' },
};

export const DYNAMODB: DynamoDbStorage = {
  type: 'dynamodb',
  region: 'us-east-1',
  table: 'loki_index',
  bucket: 'acme-logs',
  access: { type: 'irsa', roleArn: 'arn:aws:iam::111122223333:role/loki' },
};

/** What a Loki called `loki` in the namespace `logs` has to be granted; the app is one that is not refused. */
export function iamOf(props: LokiProps, namespace: string | null = 'logs'): LokiIam | undefined {
  let loki: Loki | undefined;
  appWith((app) => {
    loki = new Loki(new Chart(app, 'chart', namespace === null ? {} : { namespace }), 'loki', props);
  }).manifestFiles();
  return loki?.iam;
}

export const statementsOf = (props: LokiProps): readonly IamStatement[] => iamOf(props)?.policy?.Statement ?? [];

export const statementOf = (props: LokiProps, sid: string): IamStatement | undefined =>
  statementsOf(props).find(({ Sid }) => Sid === sid);

/** Each statement's calls, by its name. */
export const callsOf = (props: LokiProps): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(statementsOf(props).map(({ Sid, Action }) => [Sid, Action]));
