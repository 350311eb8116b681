import type { DataSource } from './grafana/data-source';
import type { GrafanaOptions } from './grafana/grafana-options';
import { isMapping } from './kubernetes/merge';
import type { Problem } from './kubernetes/problem';
import type { LoggingStackProps } from './logging-stack';
import type { Loki } from './loki/loki';
import { checkQueriedTenants, checkTenantId, tenantsIn } from './tenant-id';

/** A data source that asks the stack's Loki. */
interface Reader {
  readonly path: string;
  readonly tenant: string | undefined;
}

/** Refuses data sources that the stack's Loki would turn away. */
export function checkReaders(props: LoggingStackProps, loki: Loki): Problem[] {
  if (props.grafana === false || props.grafana === undefined || checkTenants(props).length > 0) return [];
  const { tenant } = props.grafana;
  const own: readonly Reader[] = tenant === undefined ? [] : [{ path: OWN_READER, tenant }];
  const others = dataSourcesOf(props.grafana).flatMap((dataSource, index): readonly Reader[] =>
    dataSource?.type === 'loki' && isAt(dataSource.url, loki.url)
      ? [{ path: `grafana.dataSources[${index}].tenant`, tenant: dataSource.tenant }]
      : [],
  );
  return [...own, ...others].flatMap((reader) => checkReader(reader, props.tenant, loki));
}

/** Only Grafana looks at their form. */
const dataSourcesOf = ({ dataSources }: GrafanaOptions): readonly (Partial<DataSource> | null | undefined)[] =>
  Array.isArray(dataSources) ? dataSources : [];

const isAt = (url: unknown, of: string): boolean => typeof url === 'string' && url.replace(/\/+$/, '') === of;

const OWN_READER = 'grafana.tenant';

/** Refuses what no tenant is called. */
export const checkTenants = ({ tenant, grafana }: LoggingStackProps): Problem[] => [
  ...(tenant === undefined ? [] : checkTenantId(tenant, 'tenant')),
  ...(grafana === false || grafana?.tenant === undefined ? [] : checkQueriedTenants(grafana.tenant, OWN_READER)),
];

function checkReader({ path, tenant }: Reader, ofStack: string | undefined, { config }: Loki): Problem[] {
  if (ofStack === undefined) {
    return tenant === undefined
      ? []
      : [
          {
            path,
            message: 'is of no use: Loki tells no tenants apart as long as the stack has none',
            remedy: "leave it out, or set the stack's tenant",
          },
        ];
  }
  if (tenant === undefined) {
    return [
      {
        path,
        message: 'is missing, and Loki turns away who does not say which tenant it is',
        remedy: `write "${ofStack}"`,
      },
    ];
  }
  const answersSeveral = isMapping(config.querier) && config.querier.multi_tenant_queries_enabled === true;
  return tenantsIn(tenant).length > 1 && !answersSeveral
    ? [
        {
          path,
          message: `"${tenant}" is several tenants, and Loki answers queries of one`,
          remedy: 'set loki.config.querier.multi_tenant_queries_enabled to true, or write one',
        },
      ]
    : [];
}
