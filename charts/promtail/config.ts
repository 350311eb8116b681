import { type ConfigMapping, type ConfigValue, isMapping, mergeConfig } from '../kubernetes/merge';
import type { ConfiguredPath } from '../kubernetes/mounts';
import type { Problem } from '../kubernetes/problem';
import type { Job } from '../pipeline/compile/job';
import type { Destination } from '../pipeline/model/destinations';
import { clientConfigs } from './clients-config';
import { scrapeConfigs } from './scrape-config';

/** Promtail's own configuration file. @see https://grafana.com/docs/loki/latest/send-data/promtail/configuration/ */
export type PromtailConfig = ConfigMapping;

export interface PromtailConfigInput {
  readonly httpPort: number;
  readonly positionsFile: string;
  readonly jobs: readonly Job[];
  readonly destinations: readonly Destination[];
}

/** The whole configuration that Promtail gets: our defaults, the user's over them. */
export const promtailConfig = (
  { httpPort, positionsFile, jobs, destinations }: PromtailConfigInput,
  overrides?: PromtailConfig,
): PromtailConfig =>
  mergeConfig(
    {
      clients: clientConfigs(destinations),
      positions: { filename: positionsFile },
      scrape_configs: scrapeConfigs(jobs),
      server: { http_listen_port: httpPort },
    },
    overrides,
  );

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
