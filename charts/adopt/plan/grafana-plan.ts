import { readIni } from '../../review/config/ini';
import { asText, defined, type JsonObject, objectIn, objectsIn, textIn, valueAt } from '../json';
import type { FoundComponent } from '../read/components';
import { configFileAt } from '../read/config-file';
import { nameOf, type ReleaseObject } from '../read/release-object';
import type { ComponentPlan, MovedFile, Obstacle } from './component-plan';
import {
  type DataSourceFacts,
  type DataSourcesFile,
  dataSourceFacts,
  fullDataSources,
  takenDataSource,
} from './data-sources';
import { adminOf } from './grafana-admin';
import { iniFacts } from './grafana-ini';
import { grafanaVolume } from './grafana-volume';
import { endsWithPod } from './loki-facts';
import { isSaidSource, provisionedFiles } from './provisioned-files';
import { unreadConfig } from './unread-config';
import {
  accountAnnotations,
  clientService,
  instanceOf,
  scaledToo,
  selectorOf,
  serviceAccountOf,
  servicesOf,
} from './workload-names';

const CONFIG_PATH = '/etc/grafana/grafana.ini';
const HTTP_PORT = 3000;
const OUR_PORT_NAME = 'http';
const OUR_DATA_SOURCES_KEY = 'datasources.yaml';

/** How a running Grafana is taken over. */
export function grafanaPlan(found: FoundComponent, objects: readonly ReleaseObject[]): ComponentPlan | Obstacle {
  const { workload, container, pod } = found;
  const file = configFileAt(CONFIG_PATH, container, pod, objects);
  if (file !== undefined && file.text === undefined) {
    return { component: 'grafana', message: unreadConfig(workload, CONFIG_PATH, file) };
  }
  const iniSecret = `${workload.name}-ini`;
  const { ini, env, secretKeys } = iniFacts(
    file?.text ?? '',
    iniSecret,
    new Set(objectsIn(container.env).map(({ name }) => String(name))),
  );
  const said = readIni(file?.text ?? '') as JsonObject;
  const provisioned = dataSourceFacts(container, pod, objects);
  const main = mainFile(provisioned);
  const isLookedFor = provisioned.label !== undefined;
  // Others with the label are looked for as before; those that are mounted become one file.
  const asTheyAre = isLookedFor ? undefined : provisionedFiles(container, pod, objects, workload.name);
  const files = isLookedFor ? (main === undefined ? [] : [main]) : asTheyAre === undefined ? provisioned.files : [];
  const taken = files.flatMap(({ content }) => objectsIn(content.datasources).map(takenDataSource));
  const hasSecretFile = files.some(({ kind }) => kind === 'Secret');
  const admin = adminOf(container, workload.name);
  const volume = grafanaVolume(found, objects);
  const account = serviceAccountOf(workload, pod, objects);
  const annotations = accountAnnotations(workload, pod, objects);
  const services = servicesOf(workload, objects);
  const port = portOf(container, said);
  const portName = textIn(objectsIn(container.ports).find(({ containerPort }) => containerPort === port)?.name);
  const service = clientService(workload, services, [port, portName ?? port]);
  const replicas = Number(valueAt(workload.manifest, 'spec', 'replicas') ?? 1);
  const configName = file?.kind === 'ConfigMap' && file.name !== workload.name ? file.name : undefined;
  const ourDataSources = {
    kind: 'ConfigMap',
    name: isLookedFor && main !== undefined ? main.name : `${workload.name}-datasources`,
    key: isLookedFor && main !== undefined ? main.key : OUR_DATA_SOURCES_KEY,
  } as const;
  return {
    component: 'grafana',
    found,
    namespace: workload.namespace ?? '',
    options: defined({
      replicas: replicas === 1 ? undefined : replicas,
      admin: admin.admin,
      persistence: volume.persistence,
      dataSources: taken.length === 0 ? undefined : taken.map(({ source }) => source),
      ini: Object.keys(ini).length === 0 ? undefined : ini,
      env: [...env, ...admin.env].length === 0 ? undefined : [...env, ...admin.env],
      ...(asTheyAre === undefined ? {} : { volumes: [asTheyAre.volume], volumeMounts: [asTheyAre.mount] }),
      serviceAccountAnnotations:
        Object.keys(annotations).length === 0 || account?.create === false ? undefined : annotations,
    }),
    adopt: defined({
      name: workload.name,
      instance: instanceOf(workload),
      selector: selectorOf(workload),
      service: service?.name,
      portName: portName === OUR_PORT_NAME ? undefined : portName,
      serviceAccount: account,
      config: configName,
      dataSources:
        isLookedFor && main !== undefined
          ? defined({ configMap: main.name, key: main.key === OUR_DATA_SOURCES_KEY ? undefined : main.key })
          : undefined,
      claim: volume.claim,
      statefulSet: volume.statefulSet,
    }),
    config: {},
    ownKeys: [],
    port,
    handled: {
      volumes: new Map([
        ...(file === undefined ? [] : [[file.volume, 'config'] as const]),
        ...(volume.volume === undefined ? [] : [[volume.volume, volume.ours] as const]),
      ]),
      replacedVolumes: new Set(volume.isForeign && volume.volume !== undefined ? [volume.volume] : []),
      mountPaths: new Set([...(file === undefined ? [] : [CONFIG_PATH]), ...provisioned.mountPaths]),
      args: new Set(),
      env: new Set(admin.handled),
      ports: {},
    },
    facts: [
      ['configuration', file === undefined ? 'none' : `${file.kind}/${file.name}, ${file.key}`],
      ['sign-in', admin.text],
      ['volume', volume.text],
      [
        'data sources',
        asTheyAre === undefined
          ? dataSourcesText(
              provisioned,
              taken.map(({ source }) => asText(source.name)),
            )
          : `as they are: ${asTheyAre.text}`,
      ],
      ['beside it', besideText(found)],
    ],
    todo: [
      ...secretKeys.map(
        (key) =>
          `make Secret "${iniSecret}" with key "${key}": the credential of that setting in ${file?.kind}/${file?.name}, ${file?.key}`,
      ),
      ...admin.todo,
      ...scaledToo(workload, objects),
      ...(volume.isEphemeral && !hasDatabase(container, said) ? [endsWithPod(workload, 'its database')] : []),
      ...(asTheyAre?.todo ?? []),
      ...taken.flatMap(({ source, secrets }) =>
        secrets.map(
          (secret) =>
            `data source "${asText(source.name)}" has a secret, ${secret}, which is left out: set it in Grafana, or provision that one from a Secret`,
        ),
      ),
      ...(hasSecretFile
        ? ['data sources were in a Secret, and are in a ConfigMap now: nothing secret of them is']
        : []),
    ],
    files: [
      ...(file?.text === undefined
        ? []
        : [
            {
              title: 'grafana.ini',
              theirs: [file],
              content: said,
              ours: { kind: 'ConfigMap', name: configName ?? workload.name, key: 'grafana.ini' },
              format: 'ini',
            } satisfies MovedFile,
          ]),
      ...(files.length === 0
        ? []
        : [
            {
              title: 'data sources',
              theirs: files,
              content: {
                ...files[0]?.content,
                datasources: files.flatMap(({ content }) => objectsIn(content.datasources)),
              },
              ours: ourDataSources,
              format: 'yaml',
              canonical: fullDataSources,
            } satisfies MovedFile,
          ]),
    ],
    elsewhere: asTheyAre?.elsewhere,
    replaced:
      volume.statefulSet === undefined
        ? []
        : services
            .map(nameOf)
            .filter((name) => name === `Service/${textIn(objectIn(volume.statefulSet).headlessService)}`),
  };
}

/** Whether its database is elsewhere than in its folder. */
const hasDatabase = (container: JsonObject, ini: JsonObject): boolean =>
  objectsIn(container.env).some(({ name }) => /^GF_DATABASE_(?:HOST|TYPE|URL)$/.test(String(name))) ||
  ['host', 'type', 'url'].some((key) => (textIn(valueAt(ini, 'database', key)) ?? 'sqlite3') !== 'sqlite3');

/** The port that Grafana answers on: its variables count more than its file. */
function portOf(container: JsonObject, ini: JsonObject): number {
  const variable = objectsIn(container.env).find(({ name }) => name === 'GF_SERVER_HTTP_PORT');
  const port = Number(textIn(variable?.value) ?? valueAt(ini, 'server', 'http_port') ?? HTTP_PORT);
  return Number.isInteger(port) && port > 0 ? port : HTTP_PORT;
}

/** Of several files that are looked for, the one with Loki in it; none that is secret. */
function mainFile({ label, files }: DataSourceFacts): DataSourcesFile | undefined {
  if (label === undefined) return undefined;
  const usable = files.filter(
    ({ kind, content }) => kind === 'ConfigMap' && objectsIn(content.datasources).every(isSaidSource),
  );
  const hasLoki = ({ content }: DataSourcesFile) => objectsIn(content.datasources).some(({ type }) => type === 'loki');
  return usable.find(hasLoki) ?? usable[0];
}

function dataSourcesText({ label, files }: DataSourceFacts, names: readonly string[]): string {
  const found = names.length === 0 ? 'none' : names.join(', ');
  const from = [...new Set(files.map(({ kind, name }) => `${kind}/${name}`))].join(', ');
  return label === undefined
    ? `${found}${from === '' ? '' : ` from ${from}`}`
    : `${found}; looked for by the label ${label.key}${from === '' ? '' : `, found in ${from}`}`;
}

function besideText({ pod, container }: FoundComponent): string {
  const others = [...objectsIn(pod.initContainers), ...objectsIn(pod.containers)].filter(
    ({ name }) => name !== container.name,
  );
  return others.length === 0 ? 'nothing' : others.map(({ name }) => asText(name)).join(', ');
}
