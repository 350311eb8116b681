import { iamOf } from '../../../test/loki-iam';
import type { AzureAccess } from '../storage/access';

const clientId = '11111111-2222-3333-4444-555555555555';
const withAccess = (access: AzureAccess) =>
  iamOf({ storage: { type: 'azure', account: 'acmelogs', container: 'loki', access } });
const roleFor = (assignee: string) => ({
  role: 'Storage Blob Data Contributor',
  scope:
    '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Storage/storageAccounts/acmelogs/blobServices/default/containers/loki',
  assignee,
});
const toFillIn = (access: AzureAccess) =>
  withAccess(access)?.notes.map(({ document, text }) => `${document} ${text.split(':')[0]}`);

test('an identity may write into the container, and the ServiceAccount stands for it', () => {
  const access = { type: 'workload-identity', clientId } as const;
  expect(withAccess(access)?.azure).toEqual({
    roleAssignment: roleFor(clientId),
    federatedCredential: {
      issuer: '<issuer>',
      subject: 'system:serviceaccount:logs:loki',
      audiences: ['api://AzureADTokenExchange'],
    },
  });
  expect(toFillIn(access)).toEqual([
    'azure has <subscription> to fill in',
    'azure has <resource-group> to fill in',
    'azure has <issuer> to fill in',
  ]);
});

test('an identity of the nodes may, whichever it is', () => {
  expect(withAccess({ type: 'managed-identity', clientId })?.azure).toEqual({ roleAssignment: roleFor(clientId) });
  expect(withAccess({ type: 'managed-identity' })?.azure).toEqual({ roleAssignment: roleFor('<identity>') });
  expect(toFillIn({ type: 'managed-identity' })).toContain('azure has <identity> to fill in');
});

test('the account’s key needs no role', () => {
  expect(withAccess({ type: 'account-key', secretName: 'azure' })).toBeUndefined();
});
