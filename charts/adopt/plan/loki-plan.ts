import { HTTP_PORT } from '../../loki/defaults';
import { isAtLeast, RELEASES } from '../../releases';
import { defined, isMapping, type JsonObject, objectIn, textIn, valueAt } from '../json';
import { type FoundComponent, optionOf } from '../read/components';
import { type ConfigFile, configFileAt } from '../read/config-file';
import { nameOf, type ReleaseObject } from '../read/release-object';
import { yamlIn } from '../read/yaml-text';
import type { ComponentPlan, Obstacle } from './component-plan';
import { withoutCredentialsIn } from './config-credentials';
import { withoutNulls } from './config-delta';
import { withVariables } from './config-variables';
import { filledInFrom } from './filled-in';
import { dataFolderOf, replicationFactorOf, retentionOf, schemaFacts, withoutKeyInUrl } from './loki-config';
import { besideStorage, endsWithPod, secretsToMake, storageText, volumeText } from './loki-facts';
import { storageOf } from './loki-storage';
import { claimsBeside, dataMountOf, persistenceOf } from './loki-volume';
import { httpPortOf, plainProbes } from './server';
import { unreadConfig } from './unread-config';
import {
  accountAnnotations,
  clientService,
  instanceOf,
  isHeadless,
  scaledToo,
  selectorOf,
  serviceAccountOf,
  servicesOf,
  takesSecret,
} from './workload-names';

const IMAGES_OWN_CONFIG = '/etc/loki/local-config.yaml';
const OUR_CONFIG_FILE = 'loki.yaml';
const OUR_CONFIG_FOLDER = '/etc/loki';

/** How a running Loki is taken over. */
export function lokiPlan(found: FoundComponent, objects: readonly ReleaseObject[]): ComponentPlan | Obstacle {
  const { workload, container, pod } = found;
  const path = optionOf(container, 'config.file')?.split(',')[0] ?? IMAGES_OWN_CONFIG;
  const file = configFileAt(path, container, pod, objects);
  if (file?.text === undefined) return { component: 'loki', message: unreadConfig(workload, path, file) };
  const config = yamlIn(file.text);
  if (!isMapping(config) || Object.keys(config).length === 0) {
    return { component: 'loki', message: `${file.kind}/${file.name}: ${file.key} is no configuration of Loki` };
  }

  const version = found.version ?? RELEASES.loki.newest;
  const account = serviceAccountOf(workload, pod, objects);
  const annotations = accountAnnotations(workload, pod, objects);
  const secretName = `${workload.name}-storage`;
  const { schema, newest, text: schemaText } = schemaFacts(config);
  const stored = storageOf(newest, { config, serviceAccountAnnotations: annotations, container, secretName });
  const cleaned = withoutCredentialsIn(withoutKeyInUrl(config));
  const where = `${file.kind}/${file.name}, ${file.key}`;
  const credentials = withVariables(
    cleaned.config,
    besideStorage(stored, cleaned.taken),
    `${workload.name}-config-credentials`,
    where,
  );
  const safe = credentials.config;
  const mount = dataMountOf(found, config);
  const persistence = persistenceOf(workload, pod, mount);
  const claims = claimsBeside(workload, persistence, mount.volume);
  const services = servicesOf(workload, objects);
  const headless = textIn(valueAt(workload.manifest, 'spec', 'serviceName'));
  const replicas = Number(valueAt(workload.manifest, 'spec', 'replicas') ?? 1);
  const storage = stored?.storage;
  const isReplicated =
    replicas > 1 && storage !== undefined && storage.type !== 'filesystem' && storage.type !== 'dynamodb';
  const retention = retentionOf(config, version, storage === undefined || storage.type === 'filesystem');
  const configName = secretNameFor(workload.name, file, objects);
  const configFolder = file.mountPath.endsWith(`/${file.key}`)
    ? file.mountPath.slice(0, -file.key.length - 1)
    : file.mountPath;
  const variables = [...credentials.env, ...filledInFrom(container, cleaned.config)];
  const port = httpPortOf(config, container, HTTP_PORT);
  const service = clientService(workload, services, ['http-metrics', 'http', port]);
  const policy = textIn(valueAt(workload.manifest, 'spec', 'podManagementPolicy'));
  const mountPath = isAtLeast(version, '3.0') ? '/var/loki' : '/data';
  return {
    component: 'loki',
    found,
    namespace: workload.namespace ?? '',
    options: defined({
      replicas: replicas > 1 && !isReplicated ? replicas : undefined,
      topology: isReplicated
        ? defined({ type: 'replicated', replicas, replicationFactor: replicationFactorOf(config) })
        : undefined,
      storage: storage === undefined || storage.type === 'filesystem' ? undefined : (storage as unknown as JsonObject),
      schema: storage === undefined ? undefined : (schema as unknown as readonly JsonObject[] | undefined),
      persistence: claims === undefined ? persistence : undefined,
      dataFolder: dataFolderOf(config, mount.mountPath, version),
      retention,
      multiTenant: config.auth_enabled === false ? undefined : true,
      ...plainProbes(config, container, ['livenessProbe', 'readinessProbe']),
      env: variables.length === 0 ? undefined : variables,
      serviceAccountAnnotations: account?.create === false ? undefined : annotationsBeside(annotations, storage?.type),
    }),
    adopt: defined({
      name: workload.name,
      instance: instanceOf(workload),
      selector: selectorOf(workload),
      service: service?.name,
      headlessService: headless,
      serviceAccount: account,
      config: configName,
      podManagementPolicy: policy === 'OrderedReady' ? undefined : policy,
      volumeClaimTemplates: claims,
      volume: mount.volume === 'storage' ? undefined : mount.volume,
      mountPath: mount.mountPath === mountPath ? undefined : mount.mountPath,
      configFolder: configFolder === OUR_CONFIG_FOLDER ? undefined : configFolder,
    }),
    config: objectIn(withoutNulls(safe)),
    ownKeys: [],
    port,
    handled: {
      volumes: new Map([[file.volume, 'config'], ...(mount.isMissing ? [] : [[mount.volume, mount.volume] as const])]),
      replacedVolumes: new Set(mount.isForeign ? [mount.volume] : []),
      mountPaths: new Set([file.mountPath]),
      args: new Set([
        'config.file',
        ...(optionOf(container, 'target') === 'all' ? ['target'] : []),
        ...expandEnv(safe),
      ]),
      env: new Set(),
      ports: {},
    },
    facts: [
      ['configuration', where],
      ['storage', storageText(stored)],
      ['schema', schemaText],
      ['retention', retention === undefined || retention === '0s' ? 'for ever' : retention],
      ['volume', volumeText(persistence, mount, claims)],
      ['pods', isReplicated ? `${replicas}, one ring` : String(replicas)],
      ['tenants', config.auth_enabled === false ? 'none' : 'told apart by X-Scope-OrgID'],
    ],
    todo: [
      ...scaledToo(workload, objects),
      ...secretsToMake(stored, secretName, where),
      ...credentials.todo,
      ...(storage?.type === 'filesystem' && persistence.type === 'ephemeral' && !mount.isForeign
        ? [endsWithPod(workload, 'its logs')]
        : []),
    ],
    files: [
      {
        title: 'configuration of Loki',
        theirs: [file],
        content: objectIn(withoutNulls(config)),
        ours: { kind: 'Secret', name: configName ?? workload.name, key: OUR_CONFIG_FILE },
        format: 'yaml',
      },
    ],
    replaced: services.filter(isHeadless).flatMap((each) => (each.name === headless ? [nameOf(each)] : [])),
  };
}

/** Ours fills variables in where there are any, and only there. */
const expandEnv = (config: JsonObject): readonly string[] =>
  /\$\{[^}]+\}/.test(JSON.stringify(config)) ? ['config.expand-env'] : [];

/** The Secret that our configuration goes to, where it is not the workload's namesake: none that holds something else. */
function secretNameFor(workload: string, file: ConfigFile, objects: readonly ReleaseObject[]): string | undefined {
  if (file.kind === 'Secret') return file.name === workload ? undefined : file.name;
  return takesSecret(workload, objects) ? `${workload}-config` : undefined;
}

/** What the storage says of the ServiceAccount itself. */
const SAID_BY_STORAGE: Readonly<Record<string, string>> = {
  s3: 'eks.amazonaws.com/role-arn',
  dynamodb: 'eks.amazonaws.com/role-arn',
  gcs: 'iam.gke.io/gcp-service-account',
  azure: 'azure.workload.identity/client-id',
};

function annotationsBeside(
  annotations: Readonly<Record<string, string>>,
  storage = 'filesystem',
): JsonObject | undefined {
  const entries = Object.entries(annotations).filter(([key]) => key !== SAID_BY_STORAGE[storage]);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
