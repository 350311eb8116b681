import { type ConfigMapping, type ConfigValue, isMapping, mergeConfig } from '../kubernetes/merge';
import type { ConfiguredPath } from '../kubernetes/mounts';
import type { Problem } from '../kubernetes/problem';
import { LABEL_SCHEMES, type LabelScheme } from './label-schemes';

/** Promtail's own configuration file. @see https://grafana.com/docs/loki/latest/send-data/promtail/configuration/ */
export type PromtailConfig = ConfigMapping;

/** How the container runtime writes log lines: CRI everywhere since containerd, Docker's JSON on old nodes. */
export type LogFormat = 'cri' | 'docker';

export interface PromtailConfigInput {
  readonly httpPort: number;
  readonly positionsFile: string;
  readonly pushUrl: string;
  /** The tenant that the logs are of; undefined to say none. */
  readonly tenant?: string;
  readonly labelScheme: LabelScheme;
  readonly logFormat: LogFormat;
}

/** The whole configuration that Promtail gets: our defaults, the user's over them. */
export function promtailConfig(input: PromtailConfigInput, overrides?: PromtailConfig): PromtailConfig {
  const { httpPort, positionsFile, pushUrl, tenant, labelScheme, logFormat } = input;
  return mergeConfig(
    {
      clients: [{ url: pushUrl, ...(tenant === undefined ? {} : { tenant_id: tenant }) }],
      positions: { filename: positionsFile },
      scrape_configs: (LABEL_SCHEMES[labelScheme] ?? []).map(({ name, rules }) => ({
        job_name: name,
        kubernetes_sd_configs: [{ role: 'pod' }],
        pipeline_stages: [{ [logFormat]: {} }],
        relabel_configs: rules,
      })),
      server: { http_listen_port: httpPort },
    },
    overrides,
  );
}

/** The files that Promtail's configuration tells it to read and to write. */
export function configuredPaths(config: PromtailConfig): ConfiguredPath[] {
  const positions = (config.positions as ConfigMapping | undefined)?.filename;
  return [
    ...(typeof positions === 'string'
      ? [{ property: 'config.positions.filename', path: positions, access: 'write' } as const]
      : []),
    ...logFolders(config),
  ];
}

/** Refuses clients of the user's own, which replace ours, that would be turned away: they do not say which tenant they are. */
export function checkClients({ clients }: PromtailConfig, tenant: string | undefined): Problem[] {
  if (tenant === undefined) return [];
  return mappingsIn(clients).flatMap(({ tenant_id }, index) =>
    tenant_id !== undefined && tenant_id !== ''
      ? []
      : [
          {
            path: `config.clients[${index}].tenant_id`,
            message: 'is missing, and Loki turns away who does not say which tenant it is',
            remedy: `write "${tenant}"`,
          },
        ],
  );
}

/** The items of a list, an empty one for each that is no mapping: the user wrote them. */
const mappingsIn = (list: ConfigValue | undefined): ConfigMapping[] =>
  Array.isArray(list) ? list.map((item) => (isMapping(item) ? item : {})) : [];

function logFolders(config: PromtailConfig): ConfiguredPath[] {
  return mappingsIn(config.scrape_configs).flatMap(({ relabel_configs, static_configs }, job) => {
    return [
      ...mappingsIn(relabel_configs).map(({ target_label, replacement }, index) => ({
        property: `config.scrape_configs[${job}].relabel_configs[${index}].replacement`,
        path: target_label === '__path__' ? replacement : undefined,
      })),
      ...mappingsIn(static_configs).map(({ labels }, index) => ({
        property: `config.scrape_configs[${job}].static_configs[${index}].labels.__path__`,
        path: (labels as ConfigMapping | undefined)?.__path__,
      })),
    ].flatMap(({ property, path }) =>
      typeof path === 'string' && path.startsWith('/')
        ? [{ property, path: path.replace(/[*?[{$].*$/, ''), access: 'read' } as const]
        : [],
    );
  });
}
