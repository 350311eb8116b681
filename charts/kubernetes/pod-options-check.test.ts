import type { PodOptions } from './pod-options';
import { checkPodOptions } from './pod-options-check';

test.each<PodOptions>([
  {},
  { podLabels: { team: 'logs' }, podAnnotations: { 'prometheus.io/scrape': 'true' }, nodeSelector: { disk: 'fast' } },
  { terminationGracePeriodSeconds: 0 },
  {
    env: [{ name: 'A' }, { name: 'a' }],
    volumeMounts: [
      { name: 'a', mountPath: '/a' },
      { name: 'a', mountPath: '/b' },
    ],
  },
])('takes %j', (options) => {
  expect(checkPodOptions(options)).toEqual([]);
});

test.each<[PodOptions, string, string]>([
  [{ image: { tag: 'latest' } }, 'image.tag', 'write the release that you mean, or add its digest'],
  [{ resources: { limits: { memory: '1 GB' } } }, 'resources.limits.memory', 'did you mean "1Gi"?'],
  [
    { podLabels: { 'app.kubernetes.io/name': 'mine' } },
    'podLabels["app.kubernetes.io/name"]',
    'use a label of your own',
  ],
  [
    { podLabels: { team: 'a b' } },
    'podLabels["team"]',
    'write 63 characters at most: letters, digits, "-", "_", ".", a letter or digit at both ends',
  ],
  [
    { podAnnotations: { 'checksum/config': 'mine' } },
    'podAnnotations["checksum/config"]',
    'use an annotation of your own',
  ],
  [
    { podAnnotations: { 'a b': 'c' } },
    'podAnnotations["a b"]',
    'write "name" or "example.com/name", the name 63 characters at most',
  ],
  [
    { serviceAccountAnnotations: { 'a b': 'c' } },
    'serviceAccountAnnotations["a b"]',
    'write "name" or "example.com/name", the name 63 characters at most',
  ],
  [
    { nodeSelector: { disk: 'very fast' } },
    'nodeSelector["disk"]',
    'write 63 characters at most: letters, digits, "-", "_", ".", a letter or digit at both ends',
  ],
  [{ env: [{ name: 'A' }, { name: 'A' }] }, 'env[1].name', 'name each once'],
  [{ volumes: [{ name: 'a' }, { name: 'a' }] }, 'volumes[1].name', 'name each once'],
  [{ sidecars: [{ name: 'a' }, { name: 'a' }] }, 'sidecars[1].name', 'name each once'],
  [{ initContainers: [{ name: 'a' }, { name: 'a' }] }, 'initContainers[1].name', 'name each once'],
  [
    {
      volumeMounts: [
        { name: 'a', mountPath: '/a' },
        { name: 'b', mountPath: '/a' },
      ],
    },
    'volumeMounts[1].mountPath',
    'name each once',
  ],
  [{ terminationGracePeriodSeconds: -1 }, 'terminationGracePeriodSeconds', 'write a whole number'],
  [{ terminationGracePeriodSeconds: 1.5 }, 'terminationGracePeriodSeconds', 'write a whole number'],
])('refuses %j', (options, path, remedy) => {
  expect(checkPodOptions(options)).toEqual([{ path, message: expect.any(String), remedy }]);
});
