import { nameField } from '../kubernetes/adopted';
import { checkSubdomain } from '../kubernetes/checks/names';
import { checkImage } from '../kubernetes/image';
import { checkName } from '../kubernetes/names';
import { checkPodOptions } from '../kubernetes/pod-options-check';
import type { Problem } from '../kubernetes/problem';
import { checkQuantity } from '../kubernetes/quantity';
import { checkVersion } from '../releases';
import { checkDataSources } from './data-source';
import type { GrafanaProps } from './grafana';
import type { GrafanaAdmin, GrafanaOptions, GrafanaPersistence } from './grafana-options';
import { checkIni } from './ini-check';
import { checkIniPaths } from './written-paths';

/** What a Grafana is made of once every default is known. */
export interface GrafanaChoices {
  readonly name: string;
  readonly version: string;
  readonly admin: GrafanaAdmin;
}

/** What is derived from the name: the Role `<name>-admin-secret`, and the Deployment's pods with two hashes. */
const MAX_NAME_LENGTH = 46;

/** Refuses what a user said of a Grafana. */
export function checkGrafana(options: GrafanaProps, { name, version, admin }: GrafanaChoices): Problem[] {
  return [
    ...checkName(name, nameField(options.adopt), {
      maxLength: MAX_NAME_LENGTH,
      derived: 'the name of its pods',
      ofService: true,
    }),
    ...checkVersion('grafana', version, 'version'),
    ...checkPodOptions(options),
    ...checkReplicas(options),
    ...(options.persistence === undefined ? [] : checkPersistence(options.persistence)),
    ...checkAdmin(admin),
    ...checkDataSources(options.dataSources ?? [], 'dataSources', options.firstDataSource),
    ...checkIni(options.ini, 'ini'),
    ...checkIniPaths(options.ini, options.env),
  ];
}

const checkPersistence = ({ size, storageClass }: GrafanaPersistence): Problem[] => [
  ...(size === undefined ? [] : checkQuantity(size, 'persistence.size', '1Gi')),
  ...(storageClass === undefined ? [] : checkSubdomain(storageClass, 'persistence.storageClass')),
];

function checkReplicas(options: GrafanaOptions): Problem[] {
  const path = 'replicas';
  const { replicas = 1, persistence } = options;
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
  return hasSharedDatabase(options)
    ? []
    : [
        {
          path,
          message: `is ${replicas}, but each pod would have a database of its own and know nobody who signed in at another`,
          remedy: 'write 1, or set ini.database.type to "mysql" or "postgres"',
        },
      ];
}

/** Whether Grafana is told of a database besides the file of its own; its environment comes before grafana.ini. */
function hasSharedDatabase({ ini, env = [] }: GrafanaOptions): boolean {
  const said = env.find(({ name }) => name === 'GF_DATABASE_URL' || name === 'GF_DATABASE_TYPE');
  if (said !== undefined) return said.value?.startsWith('sqlite3') !== true;
  const { url, type = 'sqlite3' } = ini?.database ?? {};
  return !String(url ?? type).startsWith('sqlite3');
}

const SECRET_KEY = /^[A-Za-z0-9._-]{1,253}$/;

function checkAdmin(admin: GrafanaAdmin): Problem[] {
  switch (admin.type) {
    case 'generated':
      return checkImage(admin.image ?? {}, 'admin.image');
    case 'existing-secret':
      return [
        ...checkSubdomain(admin.name, 'admin.name'),
        ...(['userKey', 'passwordKey'] as const).flatMap((field) => {
          const key = admin[field];
          return key === undefined || SECRET_KEY.test(key)
            ? []
            : [
                {
                  path: `admin.${field}`,
                  message: `"${key}" is not a key of a Secret`,
                  remedy: 'write letters, digits, "-", "_" and "."',
                },
              ];
        }),
      ];
  }
}
