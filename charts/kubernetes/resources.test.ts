import { canonicalResources, checkResources } from './resources';
import type { ResourceRequirements } from './types';

test.each<ResourceRequirements>([
  {},
  { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
  { requests: { cpu: 0.5 }, limits: { cpu: '500m' } },
  { requests: { memory: '1G' }, limits: { memory: '1Gi' } },
  { limits: { memory: 1073741824, 'ephemeral-storage': '1.1Gi', 'nvidia.com/gpu': 1, 'hugepages-2Mi': '4Mi' } },
  { limits: { memory: '1e9' } },
])('takes %j', (resources) => {
  expect(checkResources(resources, 'resources')).toEqual([]);
});

test.each([
  [{ requests: { memory: '1 GB' } }, 'resources.requests.memory', 'did you mean "1Gi"?'],
  [{ limits: { cpu: 'a lot' } }, 'resources.limits.cpu', 'write a number and a unit, such as "100m"'],
  [{ limits: { memory: '-1Gi' } }, 'resources.limits.memory', 'write an amount of zero or more, such as "256Mi"'],
  [{ limits: { memory: '256m' } }, 'resources.limits.memory', 'did you mean "256Mi"?'],
  [{ limits: { memroy: '1Gi' } }, 'resources.limits.memroy', 'did you mean "memory"?'],
  [
    { requests: { disk: '1Gi' } },
    'resources.requests.disk',
    'use cpu, ephemeral-storage, memory or one such as "example.com/gpu"',
  ],
  [
    { requests: { memory: '1025Mi' }, limits: { memory: '1Gi' } },
    'resources.requests.memory',
    'request no more than the limit',
  ],
  [{ requests: { cpu: 2 }, limits: { cpu: '1900m' } }, 'resources.requests.cpu', 'request no more than the limit'],
])('refuses %j', (resources, path, remedy) => {
  expect(checkResources(resources, 'resources')).toEqual([{ path, message: expect.any(String), remedy }]);
});

test('says which quantities do not fit together, as they were written', () => {
  const [problem] = checkResources({ requests: { memory: '2048Mi' }, limits: { memory: '1Gi' } }, 'resources');
  expect(problem?.message).toBe('"2048Mi" is more than the limit "1Gi"');
});

test('quantities as an API server stores them; what is none is left for the check', () => {
  expect(
    canonicalResources({
      requests: { cpu: '1000m', memory: 'much' },
      limits: { cpu: 0.5, memory: '1024Mi' },
      claims: [{ name: 'a' }],
    }),
  ).toEqual({
    requests: { cpu: '1', memory: 'much' },
    limits: { cpu: '500m', memory: '1Gi' },
    claims: [{ name: 'a' }],
  });
});
