import { pipelineMatchers, testPipeline } from '../charts/pipeline/testing';
import { pipeline } from './pipeline';

expect.extend(pipelineMatchers);

const shop = testPipeline(pipeline).pod({
  namespace: 'shop',
  name: 'cart-6d4cf56db6-x7k2p',
  container: 'cart',
  labels: { app: 'cart', 'example.com/team': 'payments' },
});

const labels = {
  app: 'cart',
  cluster: 'production',
  container: 'cart',
  job: 'shop/cart',
  namespace: 'shop',
  node_name: 'node-1',
  pod: 'cart-6d4cf56db6-x7k2p',
  stream: 'stdout',
  team: 'payments',
};

test('a line of the shop is the shop’s own, and says how grave it is', () => {
  expect(shop.line('level=info msg="order 7"', { time: '2026-03-01T08:00:00.5Z' })).toMakeStreams([
    {
      labels: { ...labels, level: 'info' },
      tenant: 'shop',
      entries: [
        {
          line: 'level=info msg="order 7"',
          timestamp: '2026-03-01T08:00:00.5Z',
          metadata: { pod_uid: '0a1b2c3d-0000-4000-8000-000000000000' },
        },
      ],
    },
  ]);
});

test('nobody’s address or card leaves the node', () => {
  expect(shop.line('paid by jane@example.com with 4111 1111 1111 1111')).toMakeStreams([
    { labels, entries: ['paid by <email> with <credit-card>'] },
  ]);
});

test('a stack trace is one entry', () => {
  const trace = 'ERROR payment failed\njava.io.IOException: reset\n\tat com.example.Cart.pay(Cart.java:42)';
  expect(shop.line(trace).line('INFO next')).toMakeStreams([
    { labels: { ...labels, level: 'error' }, entries: [trace] },
    { labels: { ...labels, level: 'info' }, entries: ['INFO next'] },
  ]);
});

test('probes are not kept', () => {
  expect(shop.line('"GET /healthz HTTP/1.1" 200')).toMakeStreams([]);
});

test('system pods are not collected, nor those that ask not to be', () => {
  const of = testPipeline(pipeline);
  expect(of.pod({ namespace: 'kube-system' }).isCollected).toBe(false);
  expect(of.pod({ annotations: { 'logs.example.com/collect': 'false' } }).isCollected).toBe(false);
  expect(of.pod({ annotations: { 'logs.example.com/collect': 'true' } }).isCollected).toBe(true);
});
