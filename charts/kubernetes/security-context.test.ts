import { HARDENED_CONTAINER, nonRootPod, rootPod } from './security-context';

// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
test('a container and a pod of ours pass the level `restricted`', () => {
  expect(HARDENED_CONTAINER).toMatchObject({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
  expect(nonRootPod({ user: 1, group: 2 })).toMatchObject({
    runAsNonRoot: true,
    runAsUser: 1,
    runAsGroup: 2,
    fsGroup: 2,
    seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('beyond that, nobody writes to the image', () => {
  expect(HARDENED_CONTAINER.readOnlyRootFilesystem).toBe(true);
});

test('a pod that has to be root still has its system calls filtered, and claims nothing else', () => {
  expect(rootPod).toEqual({ runAsUser: 0, runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } });
});
