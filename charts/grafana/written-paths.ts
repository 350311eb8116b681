import type { ConfiguredPath } from '../kubernetes/mounts';
import type { Problem } from '../kubernetes/problem';
import type { EnvVar } from '../kubernetes/types';
import type { GrafanaIni } from './ini';

/**
 * Where Grafana's image keeps things. It says so by environment variables, `GF_PATHS_DATA` and so on, and to Grafana
 * those come before grafana.ini.
 */
const IMAGE_PATHS = {
  data: '/var/lib/grafana',
  logs: '/var/log/grafana',
  plugins: '/var/lib/grafana/plugins',
  provisioning: '/etc/grafana/provisioning',
} as const;

type PathKey = keyof typeof IMAGE_PATHS;

const variableOf = (key: PathKey): string => `GF_PATHS_${key.toUpperCase()}`;

/** Refuses paths of grafana.ini to which Grafana would not go. One below the image's own is harmless: the volume is the same. */
export function checkIniPaths(ini: GrafanaIni = {}, env: readonly EnvVar[] = []): Problem[] {
  return (Object.keys(IMAGE_PATHS) as PathKey[]).flatMap((key) => {
    const [path, wins] = [ini.paths?.[key], IMAGE_PATHS[key]];
    const isSaid = env.some(({ name }) => name === variableOf(key));
    if (path === undefined || isSaid || `${path}/`.startsWith(`${wins}/`)) return [];
    return [
      {
        path: `ini.paths.${key}`,
        message: `"${path}" has no effect: the image sets ${variableOf(key)} to "${wins}", and that wins`,
        remedy: key === 'provisioning' ? `mount files below ${wins}` : `set ${variableOf(key)} in env`,
      },
    ];
  });
}

/** The folders to which Grafana writes. */
export function writtenPaths(ini: GrafanaIni, env: readonly EnvVar[] = []): ConfiguredPath[] {
  const said = (variable: string): string | undefined => env.find(({ name }) => name === variable)?.value;
  const logsToFile = String(said('GF_LOG_MODE') ?? ini.log?.mode ?? 'console').includes('file');
  const keys: readonly PathKey[] = ['data', 'plugins', ...(logsToFile ? (['logs'] as const) : [])];
  return keys.map((key) => {
    const position = env.findIndex(({ name }) => name === variableOf(key));
    const path = env[position]?.value ?? IMAGE_PATHS[key];
    const byDefault = key === 'logs' ? 'ini.log.mode' : 'volumeMounts';
    return { property: position < 0 ? byDefault : `env[${position}].value`, path, access: 'write' };
  });
}
