import type { GcpAccess } from '../storage/access';
import { lokiIam } from './loki-iam';

const withAccess = (access: GcpAccess) =>
  lokiIam({
    storages: [{ type: 'gcs', bucket: 'acme-logs', access }],
    config: {},
    version: '3.7.6',
    serviceAccount: { name: 'loki', namespace: 'logs' },
  });
const bucketFor = (member: string) => ({
  name: 'acme-logs',
  bindings: [{ role: 'roles/storage.objectUser', members: [member] }],
});

test('the ServiceAccount itself may use the bucket’s objects', () => {
  const { notes, ...granted } = withAccess({ type: 'workload-identity' }) ?? { notes: [] };
  expect(granted).toEqual({
    gcp: {
      bucket: bucketFor(
        'principal://iam.googleapis.com/projects/<project-number>/locations/global/workloadIdentityPools/<project>.svc.id.goog/subject/ns/logs/sa/loki',
      ),
    },
  });
  expect(notes.map(({ document, text }) => `${document} ${text.split(':')[0]}`)).toEqual([
    'gcp has <project> to fill in',
    'gcp has <project-number> to fill in',
  ]);
});

test('or stands for a service account, which may use them', () => {
  const email = 'loki-logs@acme-prod.iam.gserviceaccount.com';
  const { notes, ...granted } = withAccess({ type: 'workload-identity', serviceAccount: email }) ?? { notes: [] };
  expect(granted).toEqual({
    gcp: {
      bucket: bucketFor(`serviceAccount:${email}`),
      serviceAccount: {
        email,
        bindings: [
          { role: 'roles/iam.workloadIdentityUser', members: ['serviceAccount:<project>.svc.id.goog[logs/loki]'] },
        ],
      },
    },
  });
  expect(notes).toEqual([{ document: 'gcp', text: "has <project> to fill in: write the id of the cluster's project" }]);
});

test.each<GcpAccess>([{ type: 'node-service-account' }, { type: 'key', secretName: 'gcp' }])(
  'access by $type is that of a service account that nobody told',
  (access) => {
    const { notes, ...granted } = withAccess(access) ?? { notes: [] };
    expect(granted).toEqual({ gcp: { bucket: bucketFor('serviceAccount:<service-account>') } });
    expect(notes).toEqual([{ document: 'gcp', text: expect.stringContaining('e-mail of the service account') }]);
  },
);
