import { App, Chart } from 'cdk8s';
import { addObject } from './kubernetes-object';
import { serviceUrl } from './service-url';

test.each([
  ['logs', 'http://loki.logs.svc:3100'],
  [undefined, 'http://loki:3100'],
])('of a Service in namespace %p: %s', (namespace, url) => {
  const chart = new Chart(new App(), 'chart', { namespace });
  expect(serviceUrl(addObject(chart, 'service', 'Service', { metadata: { name: 'loki' } }), 3100)).toBe(url);
});
