import type { IamPolicy, IamStatement, IamTrustPolicy } from '../charts/loki/iam/documents';
import { allows, policyProblems, trustProblems } from './iam-documents';

const statement: IamStatement = {
  Sid: 'Chunks',
  Effect: 'Allow',
  Action: ['s3:GetObject'],
  Resource: ['arn:aws:s3:::acme-logs/fake/*'],
};
const policyOf = (...statements: readonly Partial<IamStatement>[]): IamPolicy => ({
  Version: '2012-10-17',
  Statement: statements.map((each) => ({ ...statement, ...each })),
});

test('a policy that AWS takes has no problems', async () => {
  expect(await policyProblems(policyOf({}))).toEqual([]);
});

test.each([
  [{ Action: ['s3:GetObjects'] }, 'Chunks: s3:GetObjects is no action'],
  [{ Action: ['s3:getobject'] }, 'Chunks: s3:getobject is no action'],
  [{ Action: ['s5:GetObject'] }, 'Chunks: s5:GetObject is no action'],
  [{ Resource: ['*'] }, 'Chunks: s3:GetObject does not act on *'],
  [{ Resource: ['arn:aws:s3:::acme-logs'] }, 'Chunks: s3:GetObject does not act on arn:aws:s3:::acme-logs'],
  [
    { Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::acme-logs/*'] },
    'Chunks: s3:ListBucket does not act on arn:aws:s3:::acme-logs/*',
  ],
  [
    { Action: ['dynamodb:ListTables'], Resource: ['arn:aws:dynamodb:eu-west-1:*:table/a'] },
    'Chunks: dynamodb:ListTables does not act on arn:aws:dynamodb:eu-west-1:*:table/a',
  ],
  [{ Condition: { StringLike: { 's3:prefix': 'index/*' } } }, 'Chunks: s3:GetObject knows no s3:prefix'],
  [{ Condition: { StringEquals: { 'aws:ViaAWSService': 'true' } } }, 'Chunks: s3:GetObject knows no aws:ViaAWSService'],
  [{ Sid: 'All chunks' }, 'All chunks is no Sid'],
  [{ Resource: [] }, 'Chunks: says nothing'],
] as const satisfies readonly (readonly [Partial<IamStatement>, string])[])('%j: %s', async (wrong, problem) => {
  expect(await policyProblems(policyOf(wrong))).toEqual([problem]);
});

test('neither a policy without statements is taken, nor one with two of a name or of too great a length', async () => {
  expect(await policyProblems(policyOf())).toEqual(['no statement']);
  expect(await policyProblems(policyOf({}, {}))).toEqual(['a Sid twice: Chunks,Chunks']);
  const Resource = Array.from({ length: 200 }, (_, index) => `arn:aws:s3:::acme-logs/tenant-${index}/*`);
  expect(await policyProblems(policyOf({ Resource }))).toEqual(['too long']);
});

test('a trust policy names claims of its own provider', async () => {
  const trust = (claim: string): IamTrustPolicy => ({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ServiceAccount',
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/oidc.example.com/id/1' },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: { StringEquals: { [claim]: 'a' } },
      },
    ],
  });
  expect(await trustProblems(trust('oidc.example.com/id/1:sub'))).toEqual([]);
  expect(await trustProblems(trust('oidc.example.com/id/2:sub'))).toEqual([
    'sts:AssumeRoleWithWebIdentity knows no oidc.example.com/id/2:sub',
  ]);
});

test('a request is allowed when action, resource and every condition fit', () => {
  const policy = policyOf({}, { Action: ['s3:ListBucket'], Condition: { StringLike: { 's3:prefix': ['a/*', 'b'] } } });
  const [object, list] = ['arn:aws:s3:::acme-logs/fake/1', 's3:ListBucket'];
  expect(allows(policy, 's3:GetObject', object)).toBe(true);
  expect(allows(policy, 's3:PutObject', object)).toBe(false);
  expect(allows(policy, 's3:GetObject', 'arn:aws:s3:::acme-logs/other/1')).toBe(false);
  expect(
    ['a/', 'a/1', 'b', 'b/1', 'c'].filter((prefix) => allows(policy, list, object, { 's3:prefix': prefix })),
  ).toEqual(['a/', 'a/1', 'b']);
  expect(allows(policy, list, object)).toBe(false);
});
