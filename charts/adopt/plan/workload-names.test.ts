import { objectOf } from '../../../test/release-objects';
import {
  accountAnnotations,
  clientService,
  instanceOf,
  isHeadless,
  selectorOf,
  serviceAccountOf,
  servicesOf,
} from './workload-names';

const WORKLOAD = objectOf('StatefulSet/loki', {
  apiVersion: 'apps/v1',
  metadata: { labels: { app: 'loki', release: 'old', 'app.kubernetes.io/instance': 'new' } },
  spec: {
    selector: { matchLabels: { app: 'loki', number: 1 } },
    template: { metadata: { labels: { app: 'loki', release: 'old' } } },
  },
});
const service = (name: string, spec: object) => objectOf(`Service/${name}`, { spec });
const headless = service('a-headless', { clusterIP: 'None', selector: { app: 'loki' }, ports: [{ port: 3100 }] });
const other = service('b', { selector: { app: 'loki' }, ports: [{ port: 80, targetPort: 'http' }] });
const own = service('loki', { selector: { app: 'loki', release: 'old' }, ports: [{ port: 3100 }] });
const foreign = service('c', { selector: { app: 'loki', release: 'new' }, ports: [{ port: 3100 }] });
const everything = service('d', { ports: [{ port: 3100 }] });

test('the labels that select pods', () => {
  expect(selectorOf(WORKLOAD)).toEqual({ app: 'loki', number: '1' });
  expect(selectorOf(objectOf('StatefulSet/a'))).toEqual({});
});

test('the Services that find pods, those with an address first', () => {
  expect(servicesOf(WORKLOAD, [headless, other, foreign, everything, own]).map(({ name }) => name)).toEqual([
    'b',
    'loki',
    'a-headless',
  ]);
  expect([headless, own].map(isHeadless)).toEqual([true, false]);
});

test('of those the one that serves the port, its namesake before others', () => {
  const found = (services: Parameters<typeof clientService>[1], targets: Parameters<typeof clientService>[2]) =>
    clientService(WORKLOAD, services, targets)?.name;
  expect(found([other, own, headless], ['http', 3100])).toBe('loki');
  expect(found([other, headless], ['http', 3100])).toBe('b');
  expect(found([own, headless], ['http'])).toBeUndefined();
  expect(found([headless], [3100])).toBeUndefined();
});

test('the account that pods run as', () => {
  const account = objectOf('ServiceAccount/loki', { metadata: { annotations: { 'example.com/role': 'a' } } });
  const shared = objectOf('ServiceAccount/shared', { metadata: { annotations: { b: 'c' } } });
  expect(serviceAccountOf(WORKLOAD, { serviceAccountName: 'loki' }, [account])).toBeUndefined();
  expect(serviceAccountOf(WORKLOAD, { serviceAccount: 'shared' }, [account, shared])).toEqual({ name: 'shared' });
  expect(serviceAccountOf(WORKLOAD, { serviceAccountName: 'elsewhere' }, [account])).toEqual({
    name: 'elsewhere',
    create: false,
  });
  expect(serviceAccountOf(WORKLOAD, {}, [account])).toEqual({ name: 'default', create: false });
  expect(accountAnnotations(WORKLOAD, { serviceAccountName: 'loki' }, [account])).toEqual({ 'example.com/role': 'a' });
  expect(accountAnnotations(WORKLOAD, { serviceAccountName: 'shared' }, [account, shared])).toEqual({ b: 'c' });
  expect(accountAnnotations(WORKLOAD, {}, [account])).toEqual({});
});

test('the release that labels name, by the recommended one first', () => {
  expect(instanceOf(WORKLOAD)).toBe('new');
  expect(instanceOf(objectOf('Service/a', { metadata: { labels: { release: 'old' } } }))).toBe('old');
  expect(instanceOf(objectOf('Service/a'))).toBeUndefined();
});
