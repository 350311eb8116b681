import type { ConfigMapping, ConfigValue } from '../kubernetes/merge';
import type { Problem } from '../kubernetes/problem';
import { checkQueriedTenants } from '../tenant-id';

/** A data source as Grafana provisions it. @see https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources */
export interface DataSource {
  /** What people choose it by. */
  readonly name: string;
  /** The plugin: `'loki'`, `'prometheus'`, … */
  readonly type: string;
  /** What dashboards refer to it by: never change it. */
  readonly uid: string;
  /** Where it is: `http://…`, or what else its plugin takes. @default - none, as for plugins that find their service themselves, such as CloudWatch */
  readonly url?: string;
  /** Whether queries go to it unless they say otherwise; one data source at most. @default - true for the first one, unless another is */
  readonly isDefault?: boolean;
  /** Who asks the data source: Grafana, or the reader's browser. @default 'proxy' */
  readonly access?: 'proxy' | 'direct';
  /**
   * The tenant that it reads, sent as `X-Scope-OrgID`. Several are divided by `|`: Loki answers that with
   * `querier.multi_tenant_queries_enabled` only, and does not follow new lines of several.
   * @default - none is said
   */
  readonly tenant?: string;
  /** Settings of the plugin. A `$` in them is written for you so that Grafana takes it literally. @default - none */
  readonly jsonData?: ConfigMapping;
}

/** The file that Grafana reads its data sources from. */
export function dataSourcesFile(dataSources: readonly DataSource[]): ConfigMapping {
  const chosen =
    dataSources.find(({ isDefault }) => isDefault) ?? dataSources.find(({ isDefault }) => isDefault ?? true);
  return {
    apiVersion: 1,
    datasources: dataSources.map((dataSource) => ({
      ...(literal({ access: 'proxy', ...withTenantHeader(dataSource) }) as ConfigMapping),
      isDefault: dataSource === chosen,
    })),
  };
}

const TENANT_HEADER = 'X-Scope-OrgID';
const HEADER_NAME = /^httpHeaderName\d+$/;

/** Grafana takes a header's value among its secrets only, though a tenant is none. */
function withTenantHeader({ tenant, ...dataSource }: DataSource): ConfigMapping {
  if (tenant === undefined) return { ...dataSource };
  const { jsonData = {} } = dataSource;
  let number = 1;
  while (Object.hasOwn(jsonData, `httpHeaderName${number}`)) number += 1;
  return {
    ...dataSource,
    jsonData: { ...jsonData, [`httpHeaderName${number}`]: TENANT_HEADER },
    secureJsonData: { [`httpHeaderValue${number}`]: tenant },
  };
}

/** Grafana fills `$NAME` in from its environment when it provisions; `$$` is a `$`. */
const literal = (value: ConfigValue | undefined): ConfigValue | undefined => {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (Array.isArray(value)) return value.map((item: ConfigValue) => literal(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
};

interface Placed {
  readonly dataSource: DataSource;
  readonly path: string;
}

/**
 * Refuses data sources at which Grafana stops, or that dashboards could not refer to.
 * @param first one that stands before them, under a property of its own
 */
export function checkDataSources(others: readonly DataSource[], path: string, first?: DataSource): Problem[] {
  const placed: readonly Placed[] = [
    ...(first === undefined ? [] : [{ dataSource: first, path: 'firstDataSource' }]),
    ...others.map((dataSource, index) => ({ dataSource, path: `${path}[${index}]` })),
  ];
  return [
    ...checkDefaults(placed),
    ...checkUnique(placed, 'name'),
    ...checkUnique(placed, 'uid'),
    ...placed.flatMap(checkOne),
  ];
}

function checkDefaults(placed: readonly Placed[]): Problem[] {
  const [one, ...more] = placed.filter(({ dataSource }) => dataSource.isDefault === true);
  return more.map(({ path }) => ({
    path: `${path}.isDefault`,
    message: `"${one?.dataSource.name}" is the default already, and Grafana does not start with more than one`,
    remedy: 'set isDefault on one of them',
  }));
}

const checkUnique = (placed: readonly Placed[], field: 'name' | 'uid'): Problem[] =>
  placed.flatMap(({ dataSource, path }, index) =>
    placed.findIndex((other) => other.dataSource[field] === dataSource[field]) === index
      ? []
      : [
          {
            path: `${path}.${field}`,
            message: `"${dataSource[field]}" is another data source's ${field} too`,
            remedy: `give each a ${field} of its own`,
          },
        ],
  );

/** The plugins of Grafana's own that do nothing without the URL of a server. */
const HTTP_PLUGINS: ReadonlySet<string> = new Set([
  'alertmanager',
  'elasticsearch',
  'graphite',
  'influxdb',
  'jaeger',
  'loki',
  'opentsdb',
  'prometheus',
  'tempo',
  'zipkin',
]);

function checkOne({ dataSource, path }: Placed): Problem[] {
  const { type, uid, url, access } = dataSource;
  const problem = (field: keyof DataSource, message: string, remedy: string): Problem[] => [
    { path: `${path}.${field}`, message, remedy },
  ];
  return [
    ...(['name', 'type'] as const).flatMap((field) =>
      dataSource[field].trim() === '' ? problem(field, 'is empty', 'write it') : [],
    ),
    ...(/^[a-zA-Z0-9_-]{1,40}$/.test(uid)
      ? []
      : problem(
          'uid',
          `${JSON.stringify(uid)} is not a uid`,
          'write 40 characters at most: letters, digits, "-" and "_"',
        )),
    ...(access === undefined || access === 'proxy' || access === 'direct'
      ? []
      : problem('access', `${JSON.stringify(access)} is not a way to ask`, 'write "proxy" or "direct"')),
    ...(HTTP_PLUGINS.has(type) ? checkUrl(url, `${path}.url`) : []),
    ...(dataSource.tenant === undefined ? [] : checkTenant(dataSource, dataSource.tenant, path)),
  ];
}

function checkTenant({ access, jsonData = {} }: DataSource, tenant: string, path: string): Problem[] {
  const header = Object.keys(jsonData).find(
    (key) => HEADER_NAME.test(key) && String(jsonData[key]).toLowerCase() === TENANT_HEADER.toLowerCase(),
  );
  return [
    ...checkQueriedTenants(tenant, `${path}.tenant`),
    ...(access === 'direct'
      ? [
          {
            path: `${path}.access`,
            message: 'is "direct", and a browser sends no tenant',
            remedy: 'write "proxy", or leave it out',
          },
        ]
      : []),
    ...(header === undefined
      ? []
      : [
          {
            path: `${path}.jsonData.${header}`,
            message: `is ${TENANT_HEADER}, which tenant sends already`,
            remedy: 'leave it out',
          },
        ]),
  ];
}

function checkUrl(url: string | undefined, path: string): Problem[] {
  if (url === undefined) return [{ path, message: 'is missing', remedy: 'write "http://…"' }];
  if (/^https?:\/\/[^\s/]\S*$/.test(url)) return [];
  const isHost = /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/\S*)?$/i.test(url);
  // Not what else it is: it may hold a password.
  return isHost
    ? [{ path, message: `"${url}" is not a URL`, remedy: `write "http://${url}"` }]
    : [{ path, message: 'is not the URL of a server', remedy: 'write "http://…"' }];
}
