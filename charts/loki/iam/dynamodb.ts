import { parseDuration } from '../../kubernetes/duration';
import type { LokiConfig } from '../config';
import type { DynamoDbStorage } from '../storage/storage';
import { accountOf, partitionOf } from './arns';
import type { IamStatement } from './documents';
import { isOn, periodsOf } from './settings';

/**
 * What Loki does with its tables. They are made and kept by the table manager, which knows the newest period's store alone: once that
 * is another, what is left is to read, and to write what comes late. When it scales by itself, it does so with `UpdateTable` too;
 * Application Auto Scaling is called by no release from 2.1 on.
 */
export function tableStatements(
  storage: DynamoDbStorage,
  config: LokiConfig,
  version: string,
): readonly IamStatement[] {
  const { region, table, accountId, access } = storage;
  const periods = periodsOf(config, version);
  const inDynamoDb = periods.filter(({ store }) => store === 'aws');
  const isManaged = periods.at(-1)?.store === 'aws';
  const hasManyTables = inDynamoDb.some(({ tablePeriod }) => parseDuration(tablePeriod) !== 0);
  const account = accountId ?? accountOf(access) ?? '*';
  return [
    {
      Sid: 'Tables',
      Effect: 'Allow',
      Action: isManaged
        ? [
            'dynamodb:BatchWriteItem',
            'dynamodb:CreateTable',
            ...(isOn(config, 'table_manager.retention_deletes_enabled') ? (['dynamodb:DeleteTable'] as const) : []),
            'dynamodb:DescribeTable',
            'dynamodb:ListTagsOfResource',
            'dynamodb:Query',
            ...(inDynamoDb.some(({ hasTags }) => hasTags) ? (['dynamodb:TagResource'] as const) : []),
            // When the throughput that is asked for is not the one that the table has.
            'dynamodb:UpdateTable',
          ]
        : ['dynamodb:BatchWriteItem', 'dynamodb:Query'],
      // Tables for a while each are numbered. Loki names them without an account, which is then its own.
      Resource: [`arn:${partitionOf(region)}:dynamodb:${region}:${account}:table/${table}${hasManyTables ? '*' : ''}`],
    },
    // AWS knows this call for all tables only.
    ...(isManaged
      ? [{ Sid: 'TableNames', Effect: 'Allow', Action: ['dynamodb:ListTables'], Resource: ['*'] } as const]
      : []),
  ];
}
