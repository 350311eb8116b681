import type { AwsAccess, IrsaAccess, PodIdentityAccess } from '../storage/access';
import { roleParts } from './arns';
import { type IamTrustPolicy, type PodIdentityAssociation, type ServiceAccountName, subjectOf } from './documents';
import { ACCOUNT, OIDC_PROVIDER } from './placeholders';

/** Who may act as the role: exactly this ServiceAccount. Undefined when pods act as no role of their own. */
export function trustPolicyOf(access: AwsAccess, serviceAccount: ServiceAccountName): IamTrustPolicy | undefined {
  switch (access.type) {
    case 'irsa':
      return trustInToken(access, serviceAccount);
    case 'pod-identity':
      return trustInAgent(access, serviceAccount);
    case 'node-role':
    case 'keys':
      return undefined;
  }
}

function trustInToken({ roleArn, oidcProvider }: IrsaAccess, serviceAccount: ServiceAccountName): IamTrustPolicy {
  const { partition, account } = roleParts(roleArn) ?? { partition: 'aws', account: ACCOUNT };
  const provider = oidcProvider ?? OIDC_PROVIDER;
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ServiceAccount',
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: {
          StringEquals: {
            // In every partition.
            [`${provider}:aud`]: 'sts.amazonaws.com',
            [`${provider}:sub`]: subjectOf(serviceAccount),
          },
        },
      },
    ],
  };
}

/** EKS says of each session whose it is by tags, unless the association turns them off. */
function trustInAgent({ roleArn, clusterName }: PodIdentityAccess, serviceAccount: ServiceAccountName): IamTrustPolicy {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ServiceAccount',
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          StringEquals: {
            'aws:RequestTag/eks-cluster-name': clusterName,
            'aws:RequestTag/kubernetes-namespace': serviceAccount.namespace,
            'aws:RequestTag/kubernetes-service-account': serviceAccount.name,
            // A cluster's roles are of its own account.
            'aws:SourceAccount': roleParts(roleArn)?.account ?? ACCOUNT,
          },
        },
      },
    ],
  };
}

export const associationOf = (
  access: AwsAccess,
  { name, namespace }: ServiceAccountName,
): PodIdentityAssociation | undefined =>
  access.type === 'pod-identity'
    ? { clusterName: access.clusterName, namespace, serviceAccount: name, roleArn: access.roleArn }
    : undefined;
