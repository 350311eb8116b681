import type { Manifest } from '../../kubernetes/manifest';
import { readIni } from '../../review/config/ini';
import { type JsonObject, objectIn, textIn, valueAt, without } from '../json';
import type { MovedFile } from '../plan/component-plan';
import { withoutNulls } from '../plan/config-delta';
import type { Fate } from '../plan/fates';
import { withHiddenWords } from '../plan/word-credentials';
import { nameOf, placeOf, placeOfManifest, type ReleaseObject } from '../read/release-object';
import { yamlIn } from '../read/yaml-text';
import { type Difference, differencesOf } from './differences';
import { normalised } from './normal-form';
import { settingsOf } from './settings';

/** What of the release is otherwise in what is written. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** How many settings of theirs are the same. */
  readonly same: number;
  /** Our objects that the release has not: `Secret/loki`. */
  readonly added: readonly string[];
}

/** Compares every object that has a successor, and every configuration, setting by setting. */
export function compareRelease(
  fates: readonly { readonly object: ReleaseObject; readonly fate: Fate }[],
  manifests: readonly Manifest[],
  files: readonly MovedFile[],
): Comparison {
  const differences: Difference[] = [];
  let same = 0;
  const compare = (title: string, theirs: JsonObject, ours: JsonObject, isSecret: boolean) => {
    const [before, after] = [settingsOf(theirs), settingsOf(ours)];
    const found = differencesOf(title, before, after, isSecret);
    same += before.size - found.filter(({ theirs: said }) => said !== undefined).length;
    differences.push(...found);
  };
  for (const { object, fate } of fates) {
    if (fate.type !== 'taken-over' && fate.type !== 'kept') continue;
    const ours = manifests.find((manifest) => placeOfManifest(manifest) === placeOf(object));
    if (ours === undefined) continue;
    const name = nameOf(object);
    const theirs = withoutFiles(
      object.manifest,
      name,
      files.flatMap((file) => file.theirs),
    );
    const written = withoutFiles(
      ours as unknown as JsonObject,
      name,
      files.map((file) => file.ours),
    );
    const isSecret = object.kind === 'Secret';
    // Apply takes nothing from a Secret that is written without any: what is in it stays.
    const said = isSecret && !hasData(written) ? without(theirs, 'data', 'stringData') : theirs;
    const told = objectIn(withHiddenWords(comparable(said, object)));
    compare(name, told, comparable(written, object), isSecret);
  }
  for (const { title, content, ours, format, canonical = briefly } of files) {
    const text = textOf(ours, manifests);
    const read = format === 'ini' ? (readIni(text) as JsonObject) : objectIn(yamlIn(text));
    compare(title, canonical(content), canonical(read), false);
  }
  const known = new Set(fates.map(({ object }) => placeOf(object)));
  return {
    differences,
    same,
    added: manifests
      .filter((manifest) => !known.has(placeOfManifest(manifest)))
      .map(({ kind, metadata }) => `${kind}/${metadata.name}`),
  };
}

const briefly = (config: JsonObject): JsonObject => objectIn(withoutNulls(config));

const hasData = (secret: JsonObject): boolean =>
  [secret.data, secret.stringData].some((data) => Object.keys(objectIn(data)).length > 0);

/** Without what is known to be so, or is no setting: its namespace, its API version. */
function comparable(manifest: JsonObject, { isLive }: ReleaseObject): JsonObject {
  const brief = normalised(manifest);
  const spec = objectIn(brief.spec);
  const assigned = isLive && spec.clusterIP !== 'None' ? ['clusterIP', 'volumeName'] : [];
  return {
    ...without(brief, 'apiVersion', 'kind', 'status', 'spec'),
    metadata: without(objectIn(brief.metadata), 'name', 'namespace'),
    ...(Object.keys(spec).length === 0 ? {} : { spec: without(spec, ...assigned) }),
  };
}

function withoutFiles(
  manifest: JsonObject,
  name: string,
  files: readonly { readonly kind: string; readonly name: string; readonly key: string }[],
): JsonObject {
  const keys = files.filter((file) => `${file.kind}/${file.name}` === name).map(({ key }) => key);
  if (keys.length === 0) return manifest;
  return {
    ...manifest,
    ...Object.fromEntries(
      (['data', 'stringData'] as const).flatMap((field) =>
        manifest[field] === undefined ? [] : [[field, without(objectIn(manifest[field]), ...keys)]],
      ),
    ),
  };
}

function textOf(file: MovedFile['ours'], manifests: readonly Manifest[]): string {
  const object = manifests.find(({ kind, metadata }) => kind === file.kind && metadata.name === file.name) as unknown as
    | JsonObject
    | undefined;
  return textIn(valueAt(object, 'data', file.key)) ?? textIn(valueAt(object, 'stringData', file.key)) ?? '';
}
