import { shown } from '../compare/differences';
import { defined, isMapping, type JsonObject, listIn, objectIn, objectsIn, textIn, valueAt, without } from '../json';
import { type FoundComponent, optionOf } from '../read/components';
import { configFileAt } from '../read/config-file';
import { nameOf, type ReleaseObject } from '../read/release-object';
import { yamlIn } from '../read/yaml-text';
import type { ComponentPlan, Obstacle } from './component-plan';
import { withoutCredentialsIn } from './config-credentials';
import { withoutNulls } from './config-delta';
import { CLIENT_SECRETS_FOLDER, clientsOf, withBriefClients } from './promtail-clients';
import { briefJobs, canonicalJob, pipelineOf, plainStage } from './scrape-pipeline';
import { httpPortOf, plainProbes } from './server';
import { unreadConfig } from './unread-config';
import { accountAnnotations, instanceOf, selectorOf, serviceAccountOf } from './workload-names';

/** Where Promtail answers when nobody says it. */
const USUAL_PORT = 80;
const USUAL_CONFIG = '/etc/promtail/promtail.yaml';
const OUR_CONFIG_FILE = 'promtail.yaml';

/** How a running Promtail is taken over. */
export function promtailPlan(found: FoundComponent, objects: readonly ReleaseObject[]): ComponentPlan | Obstacle {
  const { workload, container, pod } = found;
  const path = optionOf(container, 'config.file')?.split(',')[0] ?? USUAL_CONFIG;
  const file = configFileAt(path, container, pod, objects);
  if (file?.text === undefined) return { component: 'promtail', message: unreadConfig(workload, path, file) };
  const read = yamlIn(file.text);
  if (!isMapping(read) || Object.keys(read).length === 0) {
    return { component: 'promtail', message: `${file.kind}/${file.name}: ${file.key} is no configuration of Promtail` };
  }
  const config = briefConfig(read);
  const { clients, files } = clientsOf(config, optionOf(container, 'client.url'));
  const { config: safe, taken } = withoutCredentialsIn({ ...without(config, 'client', 'clients'), clients });
  const expandsEnv = optionOf(container, 'config.expand-env') === 'true';
  const { pipeline, text } = pipelineOf(objectsIn(safe.scrape_configs));
  const isModelled = pipeline !== undefined && !expandsEnv;
  const account = serviceAccountOf(workload, pod, objects);
  const annotations = accountAnnotations(workload, pod, objects);
  const port = httpPortOf(config, container, USUAL_PORT);
  const role = clusterRoleOf(workload, textIn(pod.serviceAccountName) ?? '', objects);
  const secretKeys = Object.keys(files);
  const secretName = `${workload.name}-clients`;
  const configName = file.kind === 'ConfigMap' && file.name !== workload.name ? file.name : undefined;
  const where = `${file.kind}/${file.name}, ${file.key}`;
  return {
    component: 'promtail',
    found,
    namespace: workload.namespace ?? '',
    options: defined({
      ...plainProbes(config, container, ['readinessProbe']),
      pipeline: isModelled ? (pipeline as unknown as JsonObject) : undefined,
      serviceAccountAnnotations:
        Object.keys(annotations).length === 0 || account?.create === false ? undefined : annotations,
      ...(secretKeys.length === 0
        ? {}
        : {
            volumes: [{ name: 'clients', secret: { secretName } }],
            volumeMounts: [{ name: 'clients', mountPath: CLIENT_SECRETS_FOLDER, readOnly: true }],
          }),
    }),
    adopt: defined({
      name: workload.name,
      instance: instanceOf(workload),
      selector: selectorOf(workload),
      serviceAccount: account,
      config: configName,
      clusterRole: role?.clusterRole,
      clusterRoleBinding: role?.binding,
    }),
    port,
    ownKeys: isModelled ? ['scrape_configs'] : [],
    config: {
      ...safe,
      ...(safe.scrape_configs === undefined ? {} : { scrape_configs: briefJobs(objectsIn(safe.scrape_configs)) }),
      server: { ...objectIn(safe.server), http_listen_port: port },
    },
    handled: {
      volumes: new Map([[file.volume, 'config']]),
      replacedVolumes: new Set(),
      mountPaths: new Set([file.mountPath]),
      args: new Set(['config.file', 'client.url']),
      env: new Set(),
      ports: {},
    },
    facts: [
      ['configuration', where],
      [
        'scrape configs',
        isModelled || pipeline === undefined ? text : `${text}, but as they are, for -config.expand-env`,
      ],
      ['pushes to', clients.map(({ url }) => (url === undefined ? 'nowhere' : shown(url, 'url'))).join(', ')],
      ['positions', textIn(valueAt(config, 'positions', 'filename')) ?? 'where Promtail puts them'],
    ],
    todo: [
      ...secretKeys.map(
        (key) => `make Secret "${secretName}" with key "${key}": the credential of ${files[key]} in ${where}`,
      ),
      ...taken.map(
        (setting) => `${setting} held a credential in ${where} and is left out: give it by a file or a variable`,
      ),
    ],
    files: [
      {
        title: 'configuration of Promtail',
        theirs: [file],
        content: withClients(config, optionOf(container, 'client.url')),
        ours: { kind: 'ConfigMap', name: configName ?? workload.name, key: OUR_CONFIG_FILE },
        format: 'yaml',
        canonical: canonicalConfig,
      },
    ],
    replaced: [],
  };
}

/** A configuration that says nothing that is so anyhow. */
function canonicalConfig(given: JsonObject): JsonObject {
  const config = briefConfig(given);
  return defined({
    ...withBriefClients(config),
    scrape_configs:
      config.scrape_configs === undefined ? undefined : objectsIn(config.scrape_configs).map(canonicalJob),
  });
}

/** Without what says nothing. Of stages nothing is left out: `cri:` is one without options, and `level:` a label. */
function briefConfig(config: JsonObject): JsonObject {
  const jobs = objectsIn(config.scrape_configs);
  const brief = objectIn(withoutNulls({ ...config, scrape_configs: jobs }));
  return {
    ...brief,
    scrape_configs: objectsIn(brief.scrape_configs).map((job, index) => {
      const stages = listIn(jobs[index]?.pipeline_stages).map(plainStage);
      return stages.length === 0 ? job : { ...job, pipeline_stages: stages };
    }),
  };
}

/** The one client of old releases in the place where its successors have several. */
const withClients = (config: JsonObject, url: string | undefined): JsonObject => ({
  ...without(config, 'client'),
  clients: [
    ...(isMapping(config.client) || (url !== undefined && config.clients === undefined)
      ? [defined({ url, ...objectIn(config.client) })]
      : []),
    ...objectsIn(config.clients),
  ],
});

/** The role that lets Promtail discover pods, and its binding. */
function clusterRoleOf(
  workload: ReleaseObject,
  serviceAccount: string,
  objects: readonly ReleaseObject[],
): { readonly clusterRole: string; readonly binding: string } | undefined {
  const roles = new Map(objects.filter(({ kind }) => kind === 'ClusterRole').map((role) => [nameOf(role), role]));
  for (const { kind, name, manifest } of objects) {
    if (kind !== 'ClusterRoleBinding') continue;
    const isOurs = objectsIn(manifest.subjects).some(
      (subject) => subject.name === serviceAccount && (subject.namespace ?? workload.namespace) === workload.namespace,
    );
    const clusterRole = textIn(valueAt(manifest, 'roleRef', 'name'));
    const role = roles.get(`ClusterRole/${clusterRole}`);
    const discovers = objectsIn(role?.manifest.rules).some(
      ({ resources }) => Array.isArray(resources) && resources.includes('pods'),
    );
    if (isOurs && clusterRole !== undefined && discovers) return { clusterRole, binding: name };
  }
  return undefined;
}
