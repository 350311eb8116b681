import { compilePipeline } from '../pipeline/compile/compile';
import type { Source } from '../pipeline/model/sources';
import { placementOf, readsNodes } from './placement';

const placed = (...sources: readonly Source[]) => {
  const { jobs, kinds, main } = placementOf(compilePipeline({ sources }));
  const namesOf = (kind: 'node' | 'cluster') => jobs[kind].map(({ name }) => name);
  return { node: namesOf('node'), cluster: namesOf('cluster'), kinds, main };
};

test('what is on nodes is read there, and so is what can be shared; events are read once', () => {
  expect(
    placed({ type: 'pods' }, { type: 'pods-api', name: 'api' }, { type: 'push' }, { type: 'kubernetes-events' }),
  ).toEqual({
    node: ['kubernetes-pods', 'api', 'push'],
    cluster: ['kubernetes-events'],
    kinds: ['node', 'cluster'],
    main: 'node',
  });
});

test('without anything that is on nodes, one does it all', () => {
  const sources: readonly Source[] = [{ type: 'pods-api' }, { type: 'otlp' }, { type: 'kubernetes-events' }];
  expect(placed(...sources)).toEqual({
    node: [],
    cluster: ['kubernetes-pods', 'otlp', 'kubernetes-events'],
    kinds: ['cluster'],
    main: 'cluster',
  });
  expect(readsNodes({ sources })).toBe(false);
});

test.each<Source>([
  { type: 'pods' },
  { type: 'journal' },
  { type: 'files', paths: ['/var/log/a'], labels: { job: 'a' } },
])('%j is read on nodes', (source) => {
  expect(readsNodes({ sources: [source] })).toBe(true);
});

test('pods are, when nothing is said', () => {
  expect(readsNodes()).toBe(true);
});

test('there is one even where nothing is read, for components of somebody’s own', () => {
  expect(placed()).toEqual({ node: [], cluster: [], kinds: ['cluster'], main: 'cluster' });
});
