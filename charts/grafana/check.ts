import type { ConfiguredPath } from '../kubernetes/mounts';
import { checkName } from '../kubernetes/names';
import { checkPodOptions } from '../kubernetes/pod-options-check';
import type { Problem } from '../kubernetes/problem';
import { checkQuantity } from '../kubernetes/quantity';
import { checkVersion } from '../releases';
import { checkDataSources } from './data-source';
import type { GrafanaAdmin, GrafanaOptions } from './grafana-options';
import { checkIni, type GrafanaIni } from './ini';

/** What a Grafana is made of once every default is known. */
export interface GrafanaChoices {
  readonly name: string;
  readonly version: string;
  readonly admin: GrafanaAdmin;
}

/** What is derived from the name: the Role `<name>-admin-secret`, and the Deployment's pods with two hashes. */
const MAX_NAME_LENGTH = 46;

/** Refuses what a user said of a Grafana. */
export function checkGrafana(options: GrafanaOptions, { name, version, admin }: GrafanaChoices): Problem[] {
  const { persistence, replicas = 1, dataSources = [] } = options;
  return [
    ...checkName(name, 'name', { maxLength: MAX_NAME_LENGTH, derived: 'the name of its pods' }),
    ...checkVersion('grafana', version, 'version'),
    ...checkPodOptions(options),
    ...checkReplicas(replicas, options),
    ...(persistence?.size === undefined ? [] : checkQuantity(persistence.size, 'persistence.size', '1Gi')),
    ...(persistence?.storageClass === undefined
      ? []
      : checkName(persistence.storageClass, 'persistence.storageClass', { maxLength: 253 })),
    ...checkAdmin(admin),
    ...checkDataSources(dataSources, 'dataSources'),
    ...checkIni(options.ini, 'ini'),
  ];
}

function checkReplicas(replicas: number, { persistence, ini }: GrafanaOptions): Problem[] {
  const path = 'replicas';
  if (!Number.isInteger(replicas) || replicas < 0) {
    return [{ path, message: `${JSON.stringify(replicas)} is not a number of pods`, remedy: 'write a whole number' }];
  }
  if (replicas <= 1) return [];
  if (persistence !== undefined) {
    return [
      {
        path,
        message: `is ${replicas}, but the claim can be mounted by one pod at a time`,
        remedy: 'write 1, or leave persistence out and use a database by ini.database',
      },
    ];
  }
  const database = ini?.database?.type ?? 'sqlite3';
  return database !== 'sqlite3'
    ? []
    : [
        {
          path,
          message: `is ${replicas}, but each pod would have a database of its own and know nobody who signed in at another`,
          remedy: 'write 1, or set ini.database.type to "mysql" or "postgres"',
        },
      ];
}

function checkAdmin(admin: GrafanaAdmin): Problem[] {
  switch (admin.type) {
    case 'generated':
      return [];
    case 'existing-secret':
      return checkName(admin.name, 'admin.name', { maxLength: 253 });
    default:
      return [
        {
          path: 'admin.type',
          message: `${JSON.stringify((admin as { type?: unknown }).type)} is not a kind of sign-in`,
          remedy: 'write "generated" or "existing-secret"',
        },
      ];
  }
}

/** The folders that grafana.ini tells Grafana to write to. */
export function writtenPaths(ini: GrafanaIni): ConfiguredPath[] {
  const logsToFile = String(ini.log?.mode ?? '').includes('file');
  return (['data', 'plugins', ...(logsToFile ? (['logs'] as const) : [])] as const).flatMap((key) => {
    const path = ini.paths?.[key];
    return typeof path === 'string' && path.startsWith('/')
      ? [{ property: `ini.paths.${key}`, path, access: 'write' }]
      : [];
  });
}
