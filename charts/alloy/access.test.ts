import { compilePipeline } from '../pipeline/compile/compile';
import type { Source } from '../pipeline/model/sources';
import { accessOf, needsApi } from './access';

/** Rights as `pods get,list,watch`, everywhere under `*`. */
function rights(...sources: readonly Source[]): Readonly<Record<string, readonly string[]>> {
  const { cluster, namespaces } = accessOf(compilePipeline({ sources }));
  return Object.fromEntries(
    [...(cluster.length > 0 ? [['*', cluster] as const] : []), ...namespaces].map(([where, rules]) => [
      where,
      rules.map(({ resources, verbs }) => `${resources?.join()} ${verbs.join()}`),
    ]),
  );
}

const PODS = 'pods get,list,watch';

test.each<[readonly Source[], object]>([
  [[{ type: 'pods' }], { '*': [PODS] }],
  [[{ type: 'pods-api' }], { '*': [PODS, 'pods/log get'] }],
  [[{ type: 'kubernetes-events' }], { '*': ['events get,list,watch'] }],
  [[{ type: 'kubernetes-events', namespaces: [] }], { '*': ['events get,list,watch'] }],
  [[{ type: 'journal' }, { type: 'syslog' }, { type: 'push' }, { type: 'otlp' }], {}],
  [[{ type: 'pods', select: { namespaces: { include: ['a', 'b'] } } }], { a: [PODS], b: [PODS] }],
  [[{ type: 'pods', select: { namespaces: { include: ['a', 'b-*'] } } }], { '*': [PODS] }],
  [[{ type: 'pods', select: { namespaces: { exclude: ['a'] } } }], { '*': [PODS] }],
  [
    [
      { type: 'pods', select: { namespaces: { include: ['a'] } } },
      { type: 'pods-api', name: 'api', select: { namespaces: { include: ['a', 'b'] } } },
    ],
    { a: [PODS, 'pods/log get'], b: [PODS, 'pods/log get'] },
  ],
  // What is granted everywhere is not granted again.
  [
    [
      { type: 'pods' },
      { type: 'pods-api', name: 'api', select: { namespaces: { include: ['a'] } } },
      { type: 'kubernetes-events', namespaces: ['b'] },
    ],
    { '*': [PODS], a: ['pods/log get'], b: ['events get,list,watch'] },
  ],
])('%j', (sources, expected) => {
  expect(rights(...sources)).toEqual(expected);
  expect(needsApi(accessOf(compilePipeline({ sources })))).toBe(Object.keys(expected).length > 0);
});
