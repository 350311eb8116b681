/** What a request has to be like; of several values, any. */
export type IamCondition = {
  readonly [Operator in 'StringEquals' | 'StringLike']?: Readonly<Record<string, string | readonly string[]>>;
};

/** What may be done to what. */
export interface IamStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly `${string}:${string}`[];
  readonly Resource: readonly string[];
  readonly Condition?: IamCondition;
}

/** An IAM policy document. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface IamPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly IamStatement[];
}

/** Who may act as a role. */
export interface IamTrustStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly Federated: string } | { readonly Service: string };
  readonly Action: readonly `sts:${string}`[];
  readonly Condition: IamCondition;
}

/** The trust policy of an IAM role: its `AssumeRolePolicyDocument`. */
export interface IamTrustPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly IamTrustStatement[];
}

/**
 * What `aws eks create-pod-identity-association --cli-input-json` takes.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html
 */
export interface PodIdentityAssociation {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly roleArn: string;
}

/** The ServiceAccount that rights are given to. */
export interface ServiceAccountName {
  readonly name: string;
  readonly namespace: string;
}

/** Its name in the tokens that Kubernetes gives it. */
export const subjectOf = ({ name, namespace }: ServiceAccountName): string =>
  `system:serviceaccount:${namespace}:${name}`;
