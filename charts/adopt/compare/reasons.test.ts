import { reasonFor } from './reasons';

test.each<[string, string, string | undefined]>([
  [
    'StatefulSet/loki',
    'spec.template.metadata.annotations["checksum/config"]',
    'pods roll when what they read changes',
  ],
  ['DaemonSet/a', 'spec.template.spec.containers[promtail].args[client.url]', 'the configuration says it'],
  ['Deployment/a', 'spec.template.spec.containers[a].securityContext.capabilities.drop[ALL]', 'hardened'],
  [
    'Deployment/a',
    'spec.template.spec.volumes[tmp].emptyDir',
    'a writable folder beside a root file system that is read-only',
  ],
  ['Deployment/a', 'spec.strategy.type', 'two pods cannot have the volume at once'],
  ['ServiceAccount/a', 'automountServiceAccountToken', 'pods that need a token ask for it themselves'],
  ['ClusterRole/a', 'rules[0].resources[nodes]', 'Promtail only ever asks for pods'],
  ['configuration of Promtail', 'clients[0].url', 'the same Loki, found from any namespace'],
  ['data sources', 'datasources[Loki].url', 'the same Loki, found from any namespace'],
  ['grafana.ini', 'analytics.reporting_enabled', 'nobody is told of it'],
  ['Service/a', 'spec.type', undefined],
  ['Role/a', 'rules[0].resources[nodes]', undefined],
  ['grafana.ini', 'server.domain', undefined],
])('%s %s', (object, path, reason) => expect(reasonFor({ object, path })).toBe(reason));
