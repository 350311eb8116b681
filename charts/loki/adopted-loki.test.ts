import { Chart } from 'cdk8s';
import { appWith, manifestsOf, objectOf, problemsOf } from '../../test/apps';
import type { AdoptedLoki } from './adopted-loki';
import { Loki, type LokiProps } from './loki';

const build =
  (adopt: unknown, props: Partial<LokiProps> = {}) =>
  (app: Chart['node']['root']) => {
    const chart = new Chart(app as never, 'chart', { namespace: 'logs' });
    new Loki(chart, 'loki', { ...props, adopt: adopt as AdoptedLoki });
  };

const DNS_LABEL = 'is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)';
const SUBDOMAIN = 'use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, 253 characters at most';

describe('what no running Loki is called', () => {
  test.each<[unknown, string, string]>([
    ['x', 'adopt: "x" is not an object', 'write { … }'],
    [{ nmae: 'x' }, 'adopt.nmae: there is no "nmae" here', 'did you mean "name"?'],
    [{ clusterRole: 'x' }, 'adopt.clusterRole: there is no "clusterRole" here', 'use one of name, instance'],
    [{ name: 1 }, 'adopt.name: 1 is not text', 'write "1"'],
    [{ name: 'Loki' }, `adopt.name: "Loki" ${DNS_LABEL}`, 'did you mean "loki"?'],
    [
      { name: 'l'.repeat(60) },
      `adopt.name: "${'l'.repeat(60)}" has 60 characters, 52 fit: the StatefulSet's revision label is made from it`,
      'shorten it to 52 characters or less',
    ],
    [{ instance: 'a b' }, 'adopt.instance: "a b" is not a label value', 'write 63 characters at most'],
    [{ selector: [] }, 'adopt.selector: a list is not an object', 'write { … }'],
    [{ selector: { app: 1 } }, 'adopt.selector.app: 1 is not text', 'write "1"'],
    [{ selector: {} }, 'adopt.selector: selects every pod', "write the running workload's spec.selector.matchLabels"],
    [{ serviceAccount: {} }, 'adopt.serviceAccount.name: is missing', 'write it'],
    [
      { serviceAccount: { name: 'a', create: 'no' } },
      'adopt.serviceAccount.create: "no" is not true or false',
      'write true or false',
    ],
    [{ config: 'A_b' }, 'adopt.config: "A_b" is not a DNS subdomain', SUBDOMAIN],
    [{ service: 'a.b' }, `adopt.service: "a.b" ${DNS_LABEL}`, 'did you mean "a-b"?'],
    [{ headlessService: 'X' }, `adopt.headlessService: "X" ${DNS_LABEL}`, 'did you mean "x"?'],
    [
      { podManagementPolicy: 'Serial' },
      'adopt.podManagementPolicy: "Serial" is not a way to manage pods',
      'write "OrderedReady" or "Parallel"',
    ],
    [{ volumeClaimTemplates: {} }, 'adopt.volumeClaimTemplates: an object is not a list', 'write [ … ]'],
    [{ volumeClaimTemplates: [{}] }, 'adopt.volumeClaimTemplates[0].metadata: is missing', 'write it'],
    [
      { volumeClaimTemplates: [{ metadata: {} }] },
      'adopt.volumeClaimTemplates[0].metadata.name: is missing',
      'write it',
    ],
    [{ volume: 'A' }, `adopt.volume: "A" ${DNS_LABEL}`, 'did you mean "a"?'],
    [{ mountPath: 'var/loki' }, 'adopt.mountPath: "var/loki" is not a folder', 'write "/…"'],
    [{ mountPath: '/' }, 'adopt.mountPath: "/" is not a folder', 'write "/…"'],
    [{ mountPath: '/a:b' }, 'adopt.mountPath: "/a:b" is not a folder', 'write "/…"'],
    [{ configFolder: '/etc/loki/' }, 'adopt.configFolder: "/etc/loki/" is not a folder', 'write "/…"'],
  ])('%j', (adopt, message, remedy) => {
    const [problem = '', ...others] = problemsOf(build(adopt));
    expect(others).toEqual([]);
    const [first, second] = problem.split(/\n\s*→ /);
    expect(first).toBe(`[chart/loki] ${message}`);
    expect(second?.startsWith(remedy)).toBe(true);
  });

  test('nor has it a claim that nothing is mounted from', () => {
    expect(problemsOf(build({ volumeClaimTemplates: [{ metadata: { name: 'data' } }] }))).toEqual([
      expect.stringContaining('spec.template.spec.containers[0].volumeMounts[1].name: the pod has no volume "storage"'),
    ]);
  });
});

test('one StatefulSet is taken over, and not many workloads', () => {
  const storage = { type: 's3', bucket: 'loki-logs', region: 'eu-west-1', access: { type: 'node-role' } } as const;
  const problems = (topology: LokiProps['topology']) => problemsOf(build({ mountPath: 'x' }, { storage, topology }));
  expect(problems({ type: 'microservices' })).toEqual([
    '[chart/loki] adopt: takes over one StatefulSet, and topology "microservices" makes many workloads\n' +
      "      → leave it out, or write topology 'single' or 'replicated'",
  ]);
  expect(problems({ type: 'replicated' })).toEqual([expect.stringContaining('adopt.mountPath: "x" is not a folder')]);
});

test('all that no API server lets change is what was said', () => {
  const claim = {
    metadata: { name: 'data', labels: { app: 'loki' } },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
  };
  const app = appWith(
    build({
      name: 'logs-loki',
      instance: 'logs',
      selector: { app: 'loki', release: 'logs' },
      serviceAccount: { name: 'shared', create: false },
      config: 'logs-config',
      service: 'logs',
      headlessService: 'logs-peers',
      podManagementPolicy: 'Parallel',
      volumeClaimTemplates: [claim],
      volume: 'data',
      mountPath: '/srv/loki',
      configFolder: '/srv/config',
    }),
  );
  const { metadata, spec } = objectOf(app, 'StatefulSet/logs-loki');
  expect(metadata.labels['app.kubernetes.io/instance']).toBe('logs');
  expect(spec).toMatchObject({
    selector: { matchLabels: { app: 'loki', release: 'logs' } },
    serviceName: 'logs-peers',
    podManagementPolicy: 'Parallel',
    volumeClaimTemplates: [claim],
    template: {
      metadata: { labels: { app: 'loki', release: 'logs' } },
      spec: { serviceAccountName: 'shared' },
    },
  });
  const [{ args, volumeMounts }] = spec.template.spec.containers;
  expect(args).toContain('-config.file=/srv/config/loki.yaml');
  expect(volumeMounts).toContainEqual({ name: 'data', mountPath: '/srv/loki' });
  expect(manifestsOf(app).map(({ kind, metadata: { name } }) => `${kind}/${name}`)).toEqual([
    'Secret/logs-config',
    'Service/logs',
    'Service/logs-peers',
    'StatefulSet/logs-loki',
  ]);
});

test('a StatefulSet that is named by the Service with an address has no other', () => {
  const services = manifestsOf(appWith(build({ headlessService: 'loki' }))).filter(({ kind }) => kind === 'Service');
  expect(services.map(({ metadata: { name } }) => name)).toEqual(['loki']);
});
