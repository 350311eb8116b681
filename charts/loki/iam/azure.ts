import type { AzureStorage } from '../storage/storage';
import { type ServiceAccountName, subjectOf } from './documents';
import { AZURE_IDENTITY, AZURE_ISSUER, AZURE_RESOURCE_GROUP, AZURE_SUBSCRIPTION } from './placeholders';

/** What has to be granted in Azure. */
export interface AzureIam {
  /** As `az role assignment create` takes it. */
  readonly roleAssignment: {
    readonly role: string;
    /** The container alone. */
    readonly scope: string;
    /** Client id of the identity. */
    readonly assignee: string;
  };
  /** As `az identity federated-credential create` takes it; none without workload identity. */
  readonly federatedCredential?: {
    readonly issuer: string;
    readonly subject: string;
    readonly audiences: readonly string[];
  };
}

/** Undefined for the account's key, which opens all of the account by itself. */
export function azureIamOf(
  { account, container, access }: AzureStorage,
  serviceAccount: ServiceAccountName,
): AzureIam | undefined {
  if (access.type === 'account-key') return undefined;
  return {
    roleAssignment: {
      // The next smaller one, Storage Blob Data Reader, writes nothing.
      role: 'Storage Blob Data Contributor',
      scope: [
        `/subscriptions/${AZURE_SUBSCRIPTION}/resourceGroups/${AZURE_RESOURCE_GROUP}`,
        `providers/Microsoft.Storage/storageAccounts/${account}/blobServices/default/containers/${container}`,
      ].join('/'),
      assignee: access.clientId ?? AZURE_IDENTITY,
    },
    ...(access.type === 'workload-identity'
      ? {
          federatedCredential: {
            issuer: AZURE_ISSUER,
            subject: subjectOf(serviceAccount),
            audiences: ['api://AzureADTokenExchange'],
          },
        }
      : {}),
  };
}
