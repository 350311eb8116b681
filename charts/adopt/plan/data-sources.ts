import { createHash } from 'node:crypto';
import { isReference } from '../../kubernetes/checks/literal-secrets';
import {
  asText,
  defined,
  isMapping,
  type Json,
  type JsonObject,
  objectIn,
  objectsIn,
  textIn,
  valueAt,
  without,
} from '../json';
import { dataOf } from '../read/config-file';
import type { ReleaseObject } from '../read/release-object';
import { yamlIn } from '../read/yaml-text';
import { withoutCredentialsIn } from './config-credentials';

export const DATA_SOURCES_FOLDER = '/etc/grafana/provisioning/datasources';

/** A file of data sources, and how Grafana comes by it. */
export interface DataSourcesFile {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
  readonly content: JsonObject;
}

/** Where a running Grafana has its data sources from. */
export interface DataSourceFacts {
  /** By a label, looked for by a container beside Grafana. */
  readonly label?: { readonly key: string; readonly value?: string };
  readonly files: readonly DataSourcesFile[];
  /** Paths of its container at which they are mounted. */
  readonly mountPaths: readonly string[];
  /** Volumes of them, by which other containers may read them. */
  readonly volumes: readonly string[];
}

export function dataSourceFacts(
  container: JsonObject,
  pod: JsonObject,
  objects: readonly ReleaseObject[],
): DataSourceFacts {
  const label = labelOf(pod);
  if (label !== undefined) {
    const files = objects
      .filter(
        ({ labels }) =>
          labels[label.key] !== undefined && (label.value === undefined || labels[label.key] === label.value),
      )
      .flatMap((object) => filesOf(object.kind, object.name, objects));
    return { label, files, mountPaths: [], volumes: [] };
  }
  const mounts = objectsIn(container.volumeMounts).filter(({ mountPath }) =>
    `${asText(mountPath)}/`.startsWith(`${DATA_SOURCES_FOLDER}/`),
  );
  const found = mounts.flatMap(({ name, subPath }) => {
    const volume = objectsIn(pod.volumes).find((each) => each.name === name);
    const [kind, object] = sourceOf(volume ?? {});
    if (kind === undefined || object === undefined) return [];
    return filesOf(kind, object, objects).filter(
      ({ key }) => subPath === undefined || subPath === '' || key === subPath,
    );
  });
  return {
    files: found,
    mountPaths: mounts.map(({ mountPath }) => asText(mountPath)),
    volumes: mounts.map(({ name }) => asText(name)),
  };
}

const sourceOf = (volume: JsonObject): readonly ['ConfigMap' | 'Secret' | undefined, string | undefined] => {
  const configMap = textIn(valueAt(volume, 'configMap', 'name'));
  const secret = textIn(valueAt(volume, 'secret', 'secretName'));
  return configMap === undefined ? [secret === undefined ? undefined : 'Secret', secret] : ['ConfigMap', configMap];
};

/** What a container beside Grafana looks for, when one does. */
function labelOf(pod: JsonObject): DataSourceFacts['label'] {
  const containers = [...objectsIn(pod.initContainers), ...objectsIn(pod.containers)];
  for (const container of containers) {
    const values = Object.fromEntries(objectsIn(container.env).map(({ name, value }) => [asText(name), textIn(value)]));
    if (values.FOLDER === DATA_SOURCES_FOLDER && values.LABEL !== undefined) {
      return { key: values.LABEL, ...(values.LABEL_VALUE === undefined ? {} : { value: values.LABEL_VALUE }) };
    }
  }
  return undefined;
}

const filesOf = (kind: string, name: string, objects: readonly ReleaseObject[]): readonly DataSourcesFile[] =>
  kind !== 'ConfigMap' && kind !== 'Secret'
    ? []
    : Object.entries(dataOf(objects, kind, name) ?? {}).flatMap(([key, text]) => {
        const content = /\.ya?ml$/.test(key) ? yamlIn(text) : undefined;
        return isMapping(content) && Array.isArray(content.datasources) ? [{ kind, name, key, content }] : [];
      });

/** A data source in this library's words, and what it has no words for. */
export interface TakenDataSource {
  readonly source: JsonObject;
  /** Names of secrets that have to be given otherwise. */
  readonly secrets: readonly string[];
}

/** The uid that Grafana makes of a name when nobody says another: with a new one, dashboards would look for the old. */
export const uidOf = (name: string): string =>
  `P${createHash('sha256').update(name).digest('hex').slice(0, 16).toUpperCase()}`;

/** A file of data sources in which each says what is so anyhow; `version` is Grafana's own count. */
export const fullDataSources = (content: JsonObject): JsonObject => ({
  ...content,
  datasources: objectsIn(content.datasources).map((source) => ({
    access: 'proxy',
    isDefault: false,
    ...without(source, 'version', 'orgId'),
    uid: textIn(source.uid) || uidOf(asText(source.name)),
  })),
});

const TENANT_HEADER = 'x-scope-orgid';

export function takenDataSource(given: JsonObject): TakenDataSource {
  const { name, type, uid, access, isDefault } = given;
  const { config, taken } = withoutCredentialsIn(defined({ url: given.url, jsonData: given.jsonData }));
  const { url } = config;
  const { tenant, json, secure } = tenantApart(objectIn(config.jsonData), objectIn(given.secureJsonData));
  return {
    source: defined({
      name: asText(name),
      type: asText(type),
      uid: textIn(uid) || uidOf(asText(name)),
      url: textIn(url) === undefined ? undefined : unescaped(url),
      access: access === 'direct' ? 'direct' : undefined,
      isDefault: isDefault === true ? true : undefined,
      tenant,
      jsonData: Object.keys(json).length === 0 ? undefined : unescaped(json),
    }),
    secrets: [...taken, ...Object.keys(secure)],
  };
}

/** A tenant is no secret, though Grafana takes a header's value among its secrets only. */
function tenantApart(
  json: JsonObject,
  secure: JsonObject,
): { readonly tenant?: string; readonly json: JsonObject; readonly secure: JsonObject } {
  const key = Object.keys(json).find(
    (name) => /^httpHeaderName\d+$/.test(name) && asText(json[name]).toLowerCase() === TENANT_HEADER,
  );
  if (key === undefined) return { json, secure };
  const valueKey = key.replace('Name', 'Value');
  const tenant = textIn(secure[valueKey]);
  return tenant === undefined
    ? { json, secure }
    : { tenant, json: without(json, key), secure: without(secure, valueKey) };
}

/** Whether a file of data sources holds secrets themselves, and not only the variables that hold them. A tenant is none. */
export const holdsSecrets = (text: string): boolean =>
  /\bsecureJsonData\b/.test(text) &&
  objectsIn(valueAt(yamlIn(text), 'datasources')).some(({ jsonData, secureJsonData }) =>
    Object.values(tenantApart(objectIn(jsonData), objectIn(secureJsonData)).secure).some(
      (value) => typeof value === 'string' && value !== '' && !isReference(value) && !/^\$\w+$/.test(value),
    ),
  );

/** Grafana fills `$NAME` in when it provisions, and `$$` is a `$`: ours writes the second for every one. */
const unescaped = (value: Json): Json => {
  if (typeof value === 'string') return value.replaceAll('$$', '$');
  if (Array.isArray(value)) return value.map((item: Json) => unescaped(item) ?? null);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unescaped(item)]));
};
