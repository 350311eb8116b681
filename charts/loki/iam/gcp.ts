import type { GcsStorage } from '../storage/storage';
import type { ServiceAccountName } from './documents';
import { GCP_PROJECT, GCP_PROJECT_NUMBER, GCP_SERVICE_ACCOUNT } from './placeholders';

/** A binding of an IAM policy of Google Cloud. @see https://cloud.google.com/iam/docs/reference/rest/v1/Policy#Binding */
export interface GcpBinding {
  readonly role: `roles/${string}`;
  readonly members: readonly string[];
}

/** What has to be granted in Google Cloud. */
export interface GcpIam {
  /** For the policy of the bucket, `gcloud storage buckets add-iam-policy-binding`. */
  readonly bucket: { readonly name: string; readonly bindings: readonly GcpBinding[] };
  /** For the policy of the service account that the ServiceAccount stands for; none when it stands for itself. */
  readonly serviceAccount?: { readonly email: string; readonly bindings: readonly GcpBinding[] };
}

/**
 * Loki gets, puts, lists and deletes objects, and to put one again is to delete it: no predefined role that can do less can do that.
 * It never asks for the bucket itself.
 */
const BUCKET_ROLE = 'roles/storage.objectUser';

export function gcpIamOf({ bucket, access }: GcsStorage, serviceAccount: ServiceAccountName): GcpIam {
  const withMember = (member: string): GcpIam => ({
    bucket: { name: bucket, bindings: [{ role: BUCKET_ROLE, members: [member] }] },
  });
  const { name, namespace } = serviceAccount;
  if (access.type !== 'workload-identity') return withMember(`serviceAccount:${GCP_SERVICE_ACCOUNT}`);
  const pool = `${GCP_PROJECT}.svc.id.goog`;
  if (access.serviceAccount === undefined) {
    const pools = `//iam.googleapis.com/projects/${GCP_PROJECT_NUMBER}/locations/global/workloadIdentityPools`;
    return withMember(`principal:${pools}/${pool}/subject/ns/${namespace}/sa/${name}`);
  }
  return {
    ...withMember(`serviceAccount:${access.serviceAccount}`),
    serviceAccount: {
      email: access.serviceAccount,
      bindings: [{ role: 'roles/iam.workloadIdentityUser', members: [`serviceAccount:${pool}[${namespace}/${name}]`] }],
    },
  };
}
