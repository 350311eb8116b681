import { parse } from 'yaml';
import { appWith, manifestsOf, objectOf, problemsOf } from '../test/apps';
import { expectTextSnapshot } from '../test/text-snapshot';
import { checkCredentials } from './kubernetes/checks/credentials';
import type { Manifest } from './kubernetes/manifest';
import { writeDocuments } from './kubernetes/yaml';
import { LoggingStack, type LoggingStackProps } from './logging-stack';
import type { ManifestApp } from './manifest-app';

const build = (props: Partial<LoggingStackProps>) => (app: ManifestApp) =>
  new LoggingStack(app, 'loki', { namespace: 'logging', ...props });
const stackApp = (props: Partial<LoggingStackProps> = {}) => appWith(build(props));
const problems = (props: unknown) =>
  problemsOf(build(props as Partial<LoggingStackProps>)).map((text) =>
    text.replace(/^\[[^\]]*\] /, '').replace(/\s+/g, ' '),
  );

const lokiOf = (app: ManifestApp) => parse(objectOf(app, 'Secret/loki').stringData['loki.yaml']);
const clientsOf = (app: ManifestApp) => parse(objectOf(app, 'ConfigMap/loki-promtail').data['promtail.yaml']).clients;
const dataSourcesOf = (app: ManifestApp) =>
  parse(objectOf(app, 'ConfigMap/loki-grafana-datasources').data['datasources.yaml']).datasources;

const SEVERAL = { config: { querier: { multi_tenant_queries_enabled: true } } };
const URL = 'http://loki.logging.svc:3100';
const other = (props: object) => ({ name: 'Other', type: 'loki', uid: 'other', url: URL, ...props });

describe('a stack without a tenant', () => {
  const app = stackApp();

  test('has everything be of one, and nobody say so', () => {
    expect(lokiOf(app).auth_enabled).toBe(false);
    expect(clientsOf(app)[0]).not.toHaveProperty('tenant_id');
    expect(dataSourcesOf(app)[0]).not.toHaveProperty('secureJsonData');
  });
});

describe('a stack with a tenant', () => {
  const app = stackApp({ tenant: 'team-a' });

  test('has Loki tell tenants apart, the collector say it, and Grafana too', () => {
    expect(lokiOf(app).auth_enabled).toBe(true);
    expect(clientsOf(app)).toEqual([{ url: `${URL}/loki/api/v1/push`, tenant_id: 'team-a' }]);
    expect(dataSourcesOf(app)).toMatchObject([
      { jsonData: { httpHeaderName1: 'X-Scope-OrgID' }, secureJsonData: { httpHeaderValue1: 'team-a' } },
    ]);
  });

  test('gives nobody a secret by it', () => {
    expect(checkCredentials(objectOf(app, 'ConfigMap/loki-grafana-datasources'))).toEqual([]);
  });

  test('still has what was written before, where Grafana asks for both', () => {
    const both = stackApp({ tenant: 'team-a', grafana: { tenant: 'team-a|fake' }, loki: SEVERAL });
    expect(dataSourcesOf(both)[0].secureJsonData).toEqual({ httpHeaderValue1: 'team-a|fake' });
    expect(clientsOf(both)[0].tenant_id).toBe('team-a');
  });

  test('may do without Grafana', () => {
    expect(problems({ tenant: 'team-a', grafana: false })).toEqual([]);
  });

  test('as reviewers read it', () => {
    const isData = ({ kind }: Manifest) => kind === 'ConfigMap' || kind === 'Secret';
    const known = new Set(manifestsOf(stackApp()).map((manifest) => JSON.stringify(manifest)));
    const changed = manifestsOf(app).filter((manifest) => isData(manifest) && !known.has(JSON.stringify(manifest)));
    expectTextSnapshot('stack/tenant.yaml', writeDocuments(changed));
  });
});

describe('what is refused', () => {
  const MISSING = 'is missing, and Loki turns away who does not say which tenant it is';
  test.each<[object, string]>([
    [
      { tenant: 'team a' },
      'tenant: "team a" is not the name of a tenant → write letters, digits and any of ! - _ . * \' ( )',
    ],
    [{ tenant: 'a|b' }, 'tenant: "a|b" is several tenants, and only a query can be of several → write one'],
    [{ tenant: 5 }, 'tenant: 5 is not text → write "5"'],
    [
      { loki: { config: { auth_enabled: true } } },
      'loki.config.auth_enabled: is true, and collectors and data sources send no tenant: every push is refused → leave it out, and set multiTenant (in a LoggingStack, its tenant)',
    ],
    [
      { tenant: 'team-a', loki: { config: { auth_enabled: false } } },
      'loki.config.auth_enabled: is false, so the tenants that collectors send are ignored → leave it out, or leave out multiTenant (in a LoggingStack, its tenant)',
    ],
    [
      { loki: { multiTenant: true } },
      "loki.multiTenant: follows from the stack → leave it out, or set the stack's tenant",
    ],
    [
      { tenant: 'team-a', collector: { tenant: 'team-b' } },
      "collector.tenant: follows from the stack → leave it out, or set the stack's tenant",
    ],
    [
      { loki: { tenants: { 'team-a': {} } } },
      'loki.tenants.team-a: nobody is "team-a": as long as clients do not say which tenant they are, every log is of "fake" → set multiTenant (in a LoggingStack, its tenant), or write "fake"',
    ],
    [
      { tenant: 'team-a', collector: { config: { clients: [{ url: 'http://loki/loki/api/v1/push' }] } } },
      `collector.config.clients[0].tenant_id: ${MISSING} → write "team-a"`,
    ],
    [
      { tenant: 'team-a', grafana: { dataSources: [other({})] } },
      `grafana.dataSources[0].tenant: ${MISSING} → write "team-a"`,
    ],
    [
      { tenant: 'team-a', grafana: { dataSources: [other({ url: `${URL}/` })] } },
      `grafana.dataSources[0].tenant: ${MISSING} → write "team-a"`,
    ],
    [
      { tenant: 'team-a', grafana: { tenant: 'team-a|team-b' } },
      'grafana.tenant: "team-a|team-b" is several tenants, and Loki answers queries of one → set loki.config.querier.multi_tenant_queries_enabled to true, or write one',
    ],
    [
      { tenant: 'team-a', grafana: { dataSources: [other({ tenant: 'team-a|team-b' })] } },
      'grafana.dataSources[0].tenant: "team-a|team-b" is several tenants, and Loki answers queries of one → set loki.config.querier.multi_tenant_queries_enabled to true, or write one',
    ],
    [
      { grafana: { tenant: 'team-a' } },
      "grafana.tenant: is of no use: Loki tells no tenants apart as long as the stack has none → leave it out, or set the stack's tenant",
    ],
    [
      { tenant: 'team-a', grafana: { tenant: 'team b' } },
      'grafana.tenant: "team b" is not the name of a tenant → write letters, digits and any of ! - _ . * \' ( )',
    ],
  ])('%j', (props, problem) => {
    expect(problems(props)).toEqual([problem]);
  });

  test.each<[object]>([
    [{ tenant: 'team-a', loki: { tenants: { 'team-a': {}, 'team-b': {} } } }],
    [{ loki: { tenants: { fake: { retention: '30d' } } } }],
    [{ tenant: 'team-a', loki: SEVERAL, grafana: { dataSources: [other({ tenant: 'team-a|team-b' })] } }],
    [{ tenant: 'team-a', grafana: { dataSources: [other({ tenant: 'team-b' })] } }],
    [{ tenant: 'team-a', grafana: { dataSources: [other({ url: 'http://other:3100' })] } }],
    [{ tenant: 'team-a', collector: { config: { clients: [{ url: 'http://a/push', tenant_id: 'team-b' }] } } }],
  ])('but not %j', (props) => {
    expect(problems(props)).toEqual([]);
  });
});
