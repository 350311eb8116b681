import { type AdoptedStatefulSet, checkAdoptedStatefulSet } from './adopted-stateful-set';

test.each<[AdoptedStatefulSet]>([
  [{}],
  [{ headlessService: 'loki-headless', podManagementPolicy: 'Parallel' }],
  [{ podManagementPolicy: 'OrderedReady', volumeClaimTemplates: [{ metadata: { name: 'storage' } }] }],
])('%j is taken', (adopted) => expect(checkAdoptedStatefulSet(adopted, 'adopt')).toEqual([]));

test('what no running StatefulSet has is refused', () => {
  const wrong = {
    headlessService: 'Loki',
    podManagementPolicy: 'Serial',
    volumeClaimTemplates: [{ metadata: { name: 'storage' } }, { metadata: { name: 'Data' } }, { metadata: {} }, {}],
  } as unknown as AdoptedStatefulSet;
  expect(checkAdoptedStatefulSet(wrong, 'adopt.statefulSet')).toEqual([
    {
      path: 'adopt.statefulSet.headlessService',
      message: '"Loki" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)',
      remedy: 'did you mean "loki"?',
    },
    {
      path: 'adopt.statefulSet.podManagementPolicy',
      message: '"Serial" is not a way to manage pods',
      remedy: 'write "OrderedReady" or "Parallel"',
    },
    {
      path: 'adopt.statefulSet.volumeClaimTemplates[1].metadata.name',
      message: '"Data" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)',
      remedy: 'did you mean "data"?',
    },
    ...[2, 3].map((index) => ({
      path: `adopt.statefulSet.volumeClaimTemplates[${index}].metadata.name`,
      message: 'undefined is not a name',
      remedy: 'write a DNS label, such as "loki"',
    })),
  ]);
});
