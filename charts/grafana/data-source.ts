import type { ConfigMapping, ConfigValue } from '../kubernetes/merge';
import type { Problem } from '../kubernetes/problem';

/** A data source as Grafana provisions it. @see https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources */
export interface DataSource {
  /** What people choose it by. */
  readonly name: string;
  /** The plugin: `'loki'`, `'prometheus'`, … */
  readonly type: string;
  /** What dashboards refer to it by: never change it. */
  readonly uid: string;
  readonly url: string;
  /** Whether queries go to it unless they say otherwise; one data source at most. @default - the first one */
  readonly isDefault?: boolean;
  /** Who asks the data source: Grafana, or the reader's browser. @default 'proxy' */
  readonly access?: 'proxy' | 'direct';
  /** Settings of the plugin. A `$` in them is written for you so that Grafana takes it literally. @default - none */
  readonly jsonData?: ConfigMapping;
}

/** The file that Grafana reads its data sources from. */
export function dataSourcesFile(dataSources: readonly DataSource[]): ConfigMapping {
  const hasDefault = dataSources.some(({ isDefault }) => isDefault === true);
  return {
    apiVersion: 1,
    datasources: dataSources.map(({ access = 'proxy', isDefault, jsonData, ...dataSource }, index) => ({
      ...(literal({ ...dataSource, access, ...(jsonData === undefined ? {} : { jsonData }) }) as ConfigMapping),
      isDefault: hasDefault ? isDefault === true : index === 0,
    })),
  };
}

/** Grafana fills `$NAME` in from its environment when it provisions; `$$` is a `$`. */
const literal = (value: ConfigValue | undefined): ConfigValue | undefined => {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (Array.isArray(value)) return value.map((item: ConfigValue) => literal(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
};

/** Refuses data sources at which Grafana stops, or that dashboards could not refer to. */
export function checkDataSources(dataSources: readonly DataSource[], path: string): Problem[] {
  const defaults = dataSources.filter(({ isDefault }) => isDefault === true).map(({ name }) => `"${name}"`);
  return [
    ...(defaults.length > 1
      ? [
          {
            path,
            message: `${defaults.join(' and ')} are all the default, and Grafana does not start with more than one`,
            remedy: 'set isDefault on one of them',
          },
        ]
      : []),
    ...(['name', 'uid'] as const).flatMap((field) =>
      dataSources.flatMap((dataSource, index) =>
        dataSources.findIndex((other) => other[field] === dataSource[field]) === index
          ? []
          : [
              {
                path: `${path}[${index}].${field}`,
                message: `"${dataSource[field]}" is another data source's ${field} too`,
                remedy: `give each a ${field} of its own`,
              },
            ],
      ),
    ),
    ...dataSources.flatMap(({ uid, url }, index) => [
      ...(/^[a-zA-Z0-9_-]{1,40}$/.test(uid)
        ? []
        : [
            {
              path: `${path}[${index}].uid`,
              message: `${JSON.stringify(uid)} is not a uid`,
              remedy: 'write 40 characters at most: letters, digits, "-" and "_"',
            },
          ]),
      ...(/^https?:\/\/[^\s]+$/.test(url)
        ? []
        : [
            {
              path: `${path}[${index}].url`,
              message: `${JSON.stringify(url)} is not a URL`,
              remedy: 'write "http://…"',
            },
          ]),
    ]),
  ];
}
