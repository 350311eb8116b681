import { objectOf } from '../../../test/release-objects';
import { withNamespaces } from './namespaces';
import type { ReleaseObject } from './release-object';

const placed = (objects: readonly ReleaseObject[], given?: string): unknown => {
  const result = withNamespaces(objects, given);
  return 'mistake' in result ? result.mistake : result.objects.map(({ namespace }) => namespace);
};
const nowhere = (reference: string, rest = {}): ReleaseObject => ({
  ...objectOf(reference, rest),
  namespace: undefined,
});

test('objects stay where they are', () => {
  expect(placed([objectOf('Service/a', {}, 'one'), objectOf('Service/a', {}, 'two')])).toEqual(['one', 'two']);
  expect(placed([objectOf('Service/a', {}, 'one')], 'given')).toEqual(['one']);
});

test('those that name none are where all others are, or where bindings say', () => {
  expect(placed([nowhere('Service/a'), objectOf('Service/b', {}, 'logs')])).toEqual(['logs', 'logs']);
  const binding = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    subjects: [
      { kind: 'User', name: 'x' },
      { kind: 'ServiceAccount', name: 'a', namespace: 'logs' },
    ],
  };
  expect(placed([nowhere('Service/a'), nowhere('ClusterRoleBinding/a', binding)])).toEqual(['logs', undefined]);
});

test('where it is not known it is asked for, and what is said counts', () => {
  const one = nowhere('Service/a');
  expect(placed([one])).toBe('1 object names no namespace: say which it is with --namespace');
  const two = [one, nowhere('ConfigMap/a'), objectOf('Service/b', {}, 'x'), objectOf('Service/c', {}, 'y')];
  expect(placed(two)).toBe('2 objects name no namespace: say which it is with --namespace');
  expect(placed(two, 'z')).toEqual(['z', 'z', 'x', 'y']);
});

test('what is of the whole cluster has none, whatever its chart says', () => {
  const role = objectOf('ClusterRole/a', { apiVersion: 'rbac.authorization.k8s.io/v1' }, 'logs');
  const policy = objectOf('PodSecurityPolicy/a', { apiVersion: 'policy/v1beta1' }, 'logs');
  expect(placed([role, policy])).toEqual([undefined, undefined]);
  expect(placed([role, nowhere('Service/a')])).toBe('1 object names no namespace: say which it is with --namespace');
});
