import { trustProblems } from '../../../test/iam-documents';
import { iamOf, S3 } from '../../../test/loki-iam';
import type { AwsAccess } from '../storage/access';

const roleArn = 'arn:aws:iam::111122223333:role/loki';
const oidcProvider = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
const withAccess = (access: AwsAccess, namespace: string | null = 'logs') =>
  iamOf({ storage: { ...S3, access } }, namespace);

describe('a role for the ServiceAccount', () => {
  test('trusts exactly it, by its token', async () => {
    const { trustPolicy, podIdentityAssociation, notes } = withAccess({ type: 'irsa', roleArn, oidcProvider }) ?? {};
    expect(trustPolicy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ServiceAccount',
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${oidcProvider}` },
          Action: ['sts:AssumeRoleWithWebIdentity'],
          Condition: {
            StringEquals: {
              [`${oidcProvider}:aud`]: 'sts.amazonaws.com',
              [`${oidcProvider}:sub`]: 'system:serviceaccount:logs:loki',
            },
          },
        },
      ],
    });
    expect(trustPolicy && (await trustProblems(trustPolicy))).toEqual([]);
    expect({ podIdentityAssociation, notes }).toEqual({ notes: [] });
  });

  test('has a place to fill in where the provider is not told, and a note says with what', () => {
    const { trustPolicy, notes } = withAccess({ type: 'irsa', roleArn }) ?? {};
    expect(trustPolicy?.Statement[0]?.Principal).toEqual({
      Federated: 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.<region>.amazonaws.com/id/<id>',
    });
    expect(notes).toEqual([
      { document: 'trustPolicy', text: expect.stringContaining('set oidcProvider: `aws eks describe-cluster') },
    ]);
  });

  test('is in the partition of the role, and the audience is the same in each', () => {
    const chinese = 'oidc.eks.cn-north-1.amazonaws.com.cn/id/1';
    const access: AwsAccess = {
      type: 'irsa',
      roleArn: 'arn:aws-cn:iam::111122223333:role/loki',
      oidcProvider: chinese,
    };
    const [statement] = iamOf({ storage: { ...S3, region: 'cn-north-1', access } })?.trustPolicy?.Statement ?? [];
    expect(statement?.Principal).toEqual({ Federated: `arn:aws-cn:iam::111122223333:oidc-provider/${chinese}` });
    expect(statement?.Condition.StringEquals?.[`${chinese}:aud`]).toBe('sts.amazonaws.com');
  });
});

describe('Pod Identity', () => {
  const access: AwsAccess = { type: 'pod-identity', roleArn, clusterName: 'production' };

  test('trusts the ServiceAccount of this cluster, by the tags of its sessions', async () => {
    const { trustPolicy } = withAccess(access) ?? {};
    expect(trustPolicy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ServiceAccount',
          Effect: 'Allow',
          Principal: { Service: 'pods.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/eks-cluster-name': 'production',
              'aws:RequestTag/kubernetes-namespace': 'logs',
              'aws:RequestTag/kubernetes-service-account': 'loki',
              'aws:SourceAccount': '111122223333',
            },
          },
        },
      ],
    });
    expect(trustPolicy && (await trustProblems(trustPolicy))).toEqual([]);
  });

  test('has an association, as EKS takes it', () => {
    expect(withAccess(access)?.podIdentityAssociation).toEqual({
      clusterName: 'production',
      namespace: 'logs',
      serviceAccount: 'loki',
      roleArn,
    });
  });

  test('without a namespace says so, of each document that needs it', () => {
    const { podIdentityAssociation, notes } = withAccess(access, null) ?? {};
    expect(podIdentityAssociation?.namespace).toBe('<namespace>');
    const text =
      "has <namespace> to fill in: give the chart a namespace: new Chart(app, 'logs', { namespace: 'logs' })";
    expect(notes).toEqual([
      { document: 'trustPolicy', text },
      { document: 'podIdentityAssociation', text },
    ]);
  });
});

test.each<AwsAccess>([{ type: 'node-role' }, { type: 'keys', secretName: 'aws' }])(
  'access by $type has a policy, and nobody else to trust',
  (access) => {
    expect(withAccess(access, null)).toEqual({ policy: iamOf({ storage: S3 })?.policy, notes: [] });
  },
);
