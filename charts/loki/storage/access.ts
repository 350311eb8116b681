/** How pods may call AWS. */
export type AwsAccess = IrsaAccess | PodIdentityAccess | NodeRoleAccess | AwsKeysAccess;

/** An IAM role for the ServiceAccount. @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html */
export interface IrsaAccess {
  readonly type: 'irsa';
  /** `arn:aws:iam::<account>:role/<name>` */
  readonly roleArn: string;
  /**
   * The cluster's OpenID Connect provider, without `https://`: `oidc.eks.eu-west-1.amazonaws.com/id/<id>`. Only the trust policy
   * that `npm run iam` prints names it.
   * @default - a placeholder there
   */
  readonly oidcProvider?: string;
}

/**
 * An IAM role that EKS gives to the ServiceAccount by an association, which `npm run iam` prints. From Loki 3.0 on: older ones
 * have an AWS SDK that does not ask the agent.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export interface PodIdentityAccess {
  readonly type: 'pod-identity';
  /** `arn:aws:iam::<account>:role/<name>` */
  readonly roleArn: string;
  /** Name of the EKS cluster. */
  readonly clusterName: string;
}

/** The instance profile of the nodes: every pod on them has its rights. */
export interface NodeRoleAccess {
  readonly type: 'node-role';
}

/** An access key from a Secret of the pods' namespace, through the environment; never written to a configuration. */
export interface AwsKeysAccess {
  readonly type: 'keys';
  /** Name of the Secret. It must exist. */
  readonly secretName: string;
  /** Key of the Secret that holds the access key's id. @default 'AWS_ACCESS_KEY_ID' */
  readonly accessKeyIdKey?: string;
  /** Key of the Secret that holds the secret access key. @default 'AWS_SECRET_ACCESS_KEY' */
  readonly secretAccessKeyKey?: string;
}

/** How pods may call Google Cloud. */
export type GcpAccess =
  | {
      /** @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity */
      readonly type: 'workload-identity';
      /** E-mail of the IAM service account that the ServiceAccount stands for. @default - none: the bucket's policy names the ServiceAccount itself */
      readonly serviceAccount?: string;
    }
  | {
      /** The service account of the nodes: every pod on them has its rights. */
      readonly type: 'node-service-account';
    }
  | {
      /** A service account's key from a Secret of the pods' namespace, mounted as a file. */
      readonly type: 'key';
      /** Name of the Secret. It must exist. */
      readonly secretName: string;
      /** Key of the Secret that holds the JSON. @default 'key.json' */
      readonly key?: string;
    };

/** How pods may call Azure. */
export type AzureAccess =
  | {
      /** A federated credential for the ServiceAccount. @see https://azure.github.io/azure-workload-identity/docs/ */
      readonly type: 'workload-identity';
      /** Client id of the identity, a UUID. */
      readonly clientId: string;
    }
  | {
      /** An identity of the nodes: every pod on them has its rights. */
      readonly type: 'managed-identity';
      /** Client id of a user-assigned identity, a UUID. @default - the nodes' only identity */
      readonly clientId?: string;
    }
  | {
      /** The account's key from a Secret of the pods' namespace, through the environment. */
      readonly type: 'account-key';
      /** Name of the Secret. It must exist. */
      readonly secretName: string;
      /** Key of the Secret that holds it. @default 'AZURE_STORAGE_KEY' */
      readonly key?: string;
    };
