import { isReference } from '../../kubernetes/checks/literal-secrets';
import { isCredential } from '../compare/differences';
import { type JsonObject, listIn, objectIn, objectsIn, textIn, valueAt, without } from '../json';
import { dataOf } from '../read/config-file';
import { referencesOf } from '../read/references';
import type { ReleaseObject } from '../read/release-object';
import { yamlIn } from '../read/yaml-text';
import { DATA_SOURCES_FOLDER, takenDataSource } from './data-sources';

/** Files of data sources that stay what they are, since a construct could not say all that is in them. */
export interface ProvisionedFiles {
  /** Shows them where Grafana looks for them. */
  readonly volume: JsonObject;
  readonly mount: JsonObject;
  /** Files that no file of ours may hold. */
  readonly elsewhere: readonly KeptFile[];
  readonly todo: readonly string[];
  readonly text: string;
}

interface KeptFile {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
}

/** One of them, and what it is called in the folder. */
interface ShownFile extends KeptFile {
  readonly path: string;
  readonly text?: string;
}

const VOLUME = 'provisioned-datasources';

/** Undefined when all of them can be said, or when nobody knows what is mounted there. */
export function provisionedFiles(
  container: JsonObject,
  pod: JsonObject,
  objects: readonly ReleaseObject[],
  workload: string,
): ProvisionedFiles | undefined {
  const shown = objectsIn(container.volumeMounts)
    .filter(({ mountPath }) => `${String(mountPath)}/`.startsWith(`${DATA_SOURCES_FOLDER}/`))
    .map((mount) => shownBy(mount, pod, objects));
  const files = shown.flatMap((each) => each ?? []);
  if (shown.includes(undefined) || files.length === 0 || files.every(({ text }) => isSaid(text))) return undefined;
  const secret = secretFor(workload, pod, objects);
  const elsewhere = files.filter((file) => file.kind === 'ConfigMap' && holdsSecret(file));
  return {
    volume: {
      name: VOLUME,
      projected: { sources: files.map((file) => sourceOf(elsewhere.includes(file) ? inSecret(file, secret) : file)) },
    },
    mount: { name: VOLUME, mountPath: DATA_SOURCES_FOLDER, readOnly: true },
    elsewhere,
    todo: elsewhere.map(
      ({ kind, name, key, path }) =>
        `make Secret "${secret}" with key "${path}": what ${kind}/${name}, ${key} is now, which no file must hold`,
    ),
    text: files.map(({ kind, name, key }) => `${kind}/${name}, ${key}`).join('; '),
  };
}

/** The files that a mount shows; undefined when that cannot be told. */
function shownBy(
  { name: volumeName, mountPath, subPath }: JsonObject,
  pod: JsonObject,
  objects: readonly ReleaseObject[],
): readonly ShownFile[] | undefined {
  const volume = objectsIn(pod.volumes).find(({ name }) => name === volumeName);
  const [configMap, secret] = [
    textIn(valueAt(volume, 'configMap', 'name')),
    textIn(valueAt(volume, 'secret', 'secretName')),
  ];
  const kind = configMap === undefined ? 'Secret' : 'ConfigMap';
  const name = configMap ?? secret;
  if (name === undefined) return undefined;
  const data = dataOf(objects, kind, name);
  const items = objectsIn(valueAt(volume, kind === 'Secret' ? 'secret' : 'configMap', 'items'));
  const file = (key: string, path: string): ShownFile => ({ kind, name, key, path, text: data?.[key] });
  const part = textIn(subPath) ?? '';
  const below = String(mountPath).slice(DATA_SOURCES_FOLDER.length + 1);
  if (part !== '') {
    const key = textIn(items.find(({ path }) => path === part)?.key) ?? part;
    return below === '' || below.includes('/') ? undefined : [file(key, below)];
  }
  if (below !== '') return undefined;
  if (items.length > 0) return items.map(({ key, path }) => file(String(key), String(path)));
  return data === undefined ? undefined : Object.keys(data).map((key) => file(key, key));
}

const sourceOf = ({ kind, name, key, path }: ShownFile): JsonObject => ({
  [kind === 'Secret' ? 'secret' : 'configMap']: { name, items: [{ key, path }] },
});

const inSecret = ({ path }: ShownFile, name: string): ShownFile => ({ kind: 'Secret', name, key: path, path });

const secretFor = (workload: string, pod: JsonObject, objects: readonly ReleaseObject[]): string => {
  const taken = [...referencesOf(pod), ...objects.map(({ kind, name }) => `${kind}/${name}`)];
  return taken.includes(`Secret/${workload}-datasources`)
    ? `${workload}-provisioned-datasources`
    : `${workload}-datasources`;
};

/** Whether the options of a data source say all that a file does. What Grafana counts itself is nothing. */
function isSaid(text: string | undefined): boolean {
  const content = text === undefined ? undefined : yamlIn(text);
  return content !== undefined && objectsIn(valueAt(content, 'datasources')).every(isSaidSource);
}

const SAID = ['access', 'editable', 'isDefault', 'jsonData', 'name', 'secureJsonData', 'type', 'uid', 'url'];
const COUNTED = ['apiVersion', 'orgId', 'readOnly', 'version'];

export function isSaidSource(source: JsonObject): boolean {
  const others = Object.entries(without(source, ...SAID, ...COUNTED));
  return takenDataSource(source).secrets.length === 0 && others.every(([, value]) => isNothing(value));
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === false || value === '';

/** Whether a file has a credential in it, and not only the variables that hold one. */
const holdsSecret = ({ key, text = '' }: ShownFile): boolean =>
  isCredential(key, text) ||
  listIn(valueAt(yamlIn(text), 'datasources')).some((source) =>
    Object.values(objectIn(valueAt(source, 'secureJsonData'))).some(
      (value) => !isReference(String(value)) && !/^\$\w+$/.test(String(value)),
    ),
  );
