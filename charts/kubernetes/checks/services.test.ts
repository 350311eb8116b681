import type { Manifest } from '../manifest';
import { checkService, indexPods } from './services';

const LABELS = { app: 'loki', release: 'logs' };
const POD_PORTS = [{ name: 'http-metrics', containerPort: 3100 }, { containerPort: 9095 }];

const deployment = (ports: object[], labels: object = LABELS, namespace?: string): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'loki', namespace },
  spec: { template: { metadata: { labels }, spec: { containers: [{ name: 'loki', ports }] } } },
});
const service = (ports: object[], selector: object | undefined = LABELS, namespace?: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'loki', namespace },
  spec: { selector, ports },
});
const check = (of: Manifest, ...pods: Manifest[]) => checkService(of, indexPods(pods));

describe('a port of a Service', () => {
  test.each([
    ['by name', { port: 80, targetPort: 'http-metrics' }],
    ['by number', { port: 80, targetPort: 3100 }],
    ['by its own number', { port: 9095 }],
  ])('that a container serves: %s', (_, port) => {
    expect(check(service([port]), deployment(POD_PORTS))).toEqual([]);
  });

  test.each([
    ['by name', { port: 80, targetPort: 'http' }, '"http"'],
    ['by number', { port: 80, targetPort: 3101 }, '3101'],
    ['by its own number', { port: 80 }, '80'],
  ])('that none serves: %s', (_, port, target) => {
    expect(check(service([port]), deployment(POD_PORTS))).toEqual([
      {
        path: 'spec.ports[0].targetPort',
        message: `no container of the selected pods serves ${target}`,
        remedy: 'use one of "http-metrics", 3100, 9095',
      },
    ]);
  });

  test('that is no port', () => {
    expect(check(service([{ port: 0 }]))).toEqual([
      { path: 'spec.ports[0].port', message: '0 is not a port', remedy: 'write a number from 1 to 65535' },
    ]);
    expect(check(service([{ port: 80, targetPort: 70000 }]))).toEqual([
      { path: 'spec.ports[0].targetPort', message: '70000 is not a port', remedy: 'write a number from 1 to 65535' },
    ]);
  });

  test('by number may be one that the pods do not list, if they list none', () => {
    expect(check(service([{ port: 80, targetPort: 8080 }]), deployment([]))).toEqual([]);
    expect(check(service([{ port: 80, targetPort: 'http' }]), deployment([]))).toEqual([
      {
        path: 'spec.ports[0].targetPort',
        message: 'no container of the selected pods serves "http"',
        remedy: "name the port in the container's ports",
      },
    ]);
  });

  test('that some of the selected pods serve', () => {
    const selector = { app: 'loki' };
    const pods = [deployment([], LABELS), deployment(POD_PORTS, { app: 'loki', release: 'other' })];
    expect(check(service([{ port: 80, targetPort: 'http-metrics' }], selector), ...pods)).toEqual([]);
  });
});

describe('which pods are selected', () => {
  const port = [{ port: 80, targetPort: 'nothing' }];
  const problems = (of: Manifest, pods: Manifest) => check(of, pods).length;

  test('those that carry all of the labels', () => {
    expect(problems(service(port, { app: 'loki' }), deployment(POD_PORTS))).toBe(1);
    expect(problems(service(port, { app: 'loki', release: 'other' }), deployment(POD_PORTS))).toBe(0);
    expect(problems(service(port, { team: 'logs' }), deployment(POD_PORTS))).toBe(0);
  });

  test('those of its own namespace', () => {
    expect(problems(service(port, LABELS, 'a'), deployment(POD_PORTS, LABELS, 'a'))).toBe(1);
    expect(problems(service(port, LABELS, 'a'), deployment(POD_PORTS, LABELS, 'b'))).toBe(0);
  });

  test('none without a selector, for the endpoints are made by hand', () => {
    const { spec, ...rest } = service(port);
    expect(problems({ ...rest, spec: { ports: port } }, deployment(POD_PORTS))).toBe(0);
    expect(problems(service(port, {}), deployment(POD_PORTS))).toBe(0);
  });
});

describe('several ports', () => {
  test('have names', () => {
    expect(check(service([{ port: 80 }, { port: 81, name: 'a' }]))).toEqual([
      { path: 'spec.ports[0].name', message: 'is missing', remedy: 'name each port, as there are several' },
    ]);
    expect(check(service([{ port: 80 }]))).toEqual([]);
  });

  test('have different names', () => {
    expect(
      check(
        service([
          { port: 80, name: 'a' },
          { port: 81, name: 'a' },
        ]),
      ),
    ).toEqual([{ path: 'spec.ports[1].name', message: '"a" stands there twice', remedy: 'name each once' }]);
  });
});

test('a Service of another API has ports of its own', () => {
  expect(check({ ...service([{ port: 0 }]), apiVersion: 'serving.knative.dev/v1' })).toEqual([]);
});

test('takes time linear in the number of objects', () => {
  const release = (index: number) => [
    deployment(POD_PORTS, { ...LABELS, release: `${index}` }),
    service([{ port: 80, targetPort: 'http-metrics' }], { ...LABELS, release: `${index}` }),
  ];
  const objects = Array.from({ length: 5000 }, (_, index) => release(index)).flat();
  const start = process.hrtime.bigint();
  const podsOf = indexPods(objects);
  expect(objects.flatMap((object) => checkService(object, podsOf))).toEqual([]);
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(1000);
});
