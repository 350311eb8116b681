import { serviceAddress } from './service-address';

test.each([
  ['http://loki:3100/push', 'http://loki.logs:3100/push'],
  ['http://loki.logs:3100/push', 'http://loki.logs:3100/push'],
  ['http://loki.logs.svc:3100/push', 'http://loki.logs:3100/push'],
  ['http://loki.logs.svc.cluster.local:3100/push', 'http://loki.logs:3100/push'],
  ['http://loki.logs.svc.cluster.local./push', 'http://loki.logs/push'],
  ['http://loki.other.svc:3100/push', 'http://loki.other:3100/push'],
  ['https://logs.example.com/push', 'https://logs.example.com/push'],
  ['http://localhost:3100', 'http://localhost:3100'],
  ['http://127.0.0.1:3100', 'http://127.0.0.1:3100'],
  ['(hidden)', '(hidden)'],
  ['', ''],
])('%s is %s, as seen from namespace logs', (url, address) => expect(serviceAddress(url, 'logs')).toBe(address));

test('a Service without a namespace stays what it is where none is known', () => {
  expect(serviceAddress('http://loki:3100', undefined)).toBe('http://loki:3100');
});
