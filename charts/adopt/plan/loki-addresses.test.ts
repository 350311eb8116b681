import { asksLoki } from './loki-addresses';

const ADDRESSES = { namespace: 'logs', services: new Set(['loki', 'loki-gateway']) };

test.each<[string | undefined, string, boolean]>([
  ['http://loki:3100/loki/api/v1/push', 'logs', true],
  ['http://loki-gateway.logs.svc.cluster.local', 'elsewhere', true],
  ['http://loki:3100', 'elsewhere', false],
  ['http://loki.elsewhere:3100', 'logs', false],
  ['http://other:3100', 'logs', false],
  ['http://loki.example.com', 'logs', false],
  [undefined, 'logs', false],
])('%s, asked from %s, is the own Loki: %s', (url, from, is) => {
  expect(asksLoki(url, from, ADDRESSES)).toBe(is);
  expect(asksLoki(url, from, undefined)).toBe(false);
});
