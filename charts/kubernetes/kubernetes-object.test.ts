import { App, Chart } from 'cdk8s';
import { schemaProblems } from '../../test/kubernetes-schema';
import { addObject } from './kubernetes-object';

const chart = () => new Chart(new App(), 'chart', { namespace: 'logs', labels: { team: 'logs' } });

test('an object is written as it is given, in its chart’s namespace', () => {
  const service = addObject(chart(), 'service', 'Service', {
    metadata: { name: 'loki' },
    spec: { clusterIP: 'None', ports: [{ port: 3100, targetPort: 'http' }], selector: { app: 'loki' } },
  });
  expect(service.toJson()).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'loki', namespace: 'logs', labels: { team: 'logs' } },
    spec: { clusterIP: 'None', ports: [{ port: 3100, targetPort: 'http' }], selector: { app: 'loki' } },
  });
});

test.each(['ClusterRole', 'ClusterRoleBinding', 'Namespace'] as const)('a %s stands in no namespace', (kind) => {
  const object = addObject(chart(), 'object', kind, { metadata: { name: 'a' } } as never);
  expect(object.toJson().metadata).toEqual({ name: 'a', labels: { team: 'logs' } });
});

test('what is empty is left out, what means something is not', () => {
  const statefulSet = addObject(chart(), 'object', 'StatefulSet', {
    metadata: { name: 'a', annotations: {} },
    spec: {
      replicas: 0,
      serviceName: 'a',
      selector: { matchLabels: {} },
      template: {
        spec: {
          containers: [{ name: 'a', args: [] }],
          volumes: [{ name: 'b', emptyDir: {} }],
          nodeSelector: undefined,
        },
      },
    },
  });
  expect(statefulSet.toJson().metadata).not.toHaveProperty('annotations');
  expect(statefulSet.toJson().spec).toEqual({
    replicas: 0,
    serviceName: 'a',
    selector: {},
    template: { spec: { containers: [{ name: 'a' }], volumes: [{ name: 'b', emptyDir: {} }] } },
  });
});

test.each([
  'ClusterRole',
  'ClusterRoleBinding',
  'ConfigMap',
  'DaemonSet',
  'Deployment',
  'Namespace',
  'PersistentVolumeClaim',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
  'StatefulSet',
] as const)('a %s is of an API that Kubernetes has', (kind) => {
  const { apiVersion } = addObject(chart(), 'object', kind, { metadata: { name: 'a' } } as never);
  for (const release of ['1.27', 'newest'] as const) {
    const problems = schemaProblems({ apiVersion, kind, metadata: { name: 'a' } }, release);
    expect(problems.filter((problem) => !problem.includes('required and missing'))).toEqual([]);
  }
});
