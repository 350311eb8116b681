/** What stands where something has to be filled in that nobody told us; no cloud takes it for a name. */
export const ACCOUNT = '<account>';
export const NAMESPACE = '<namespace>';
export const OIDC_PROVIDER = 'oidc.eks.<region>.amazonaws.com/id/<id>';
export const GCP_PROJECT = '<project>';
export const GCP_PROJECT_NUMBER = '<project-number>';
export const GCP_SERVICE_ACCOUNT = '<service-account>';
export const AZURE_SUBSCRIPTION = '<subscription>';
export const AZURE_RESOURCE_GROUP = '<resource-group>';
export const AZURE_IDENTITY = '<identity>';
export const AZURE_ISSUER = '<issuer>';

const REMEDIES: Readonly<Record<string, string>> = {
  [ACCOUNT]: 'write the account of the role, twelve digits',
  [NAMESPACE]: "give the chart a namespace: new Chart(app, 'logs', { namespace: 'logs' })",
  [OIDC_PROVIDER]:
    'set oidcProvider: `aws eks describe-cluster --name <cluster> --query cluster.identity.oidc.issuer` prints it, with https:// before it',
  [GCP_PROJECT]: "write the id of the cluster's project",
  [GCP_PROJECT_NUMBER]:
    'write what `gcloud projects describe <project> --format="value(projectNumber)"` prints of the cluster\'s project',
  [GCP_SERVICE_ACCOUNT]: 'write the e-mail of the service account that the nodes or the key stand for',
  [AZURE_SUBSCRIPTION]: "write the id of the storage account's subscription",
  [AZURE_RESOURCE_GROUP]: "write the storage account's resource group",
  [AZURE_IDENTITY]: "write the client id of the nodes' identity",
  [AZURE_ISSUER]: 'write what `az aks show --query oidcIssuerProfile.issuerUrl` prints of the cluster',
};

/** What is still to be filled in in a document, and with what. */
export function toFillIn(document: unknown): readonly string[] {
  const text = JSON.stringify(document);
  return Object.entries(REMEDIES)
    .filter(([placeholder]) => text.includes(placeholder))
    .map(([placeholder, remedy]) => `has ${placeholder} to fill in: ${remedy}`);
}
