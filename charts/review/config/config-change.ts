import type { Manifest } from '../../kubernetes/manifest';
import type { Place } from '../compare/compare';
import { type Difference, extendPath, isComponent } from '../compare/difference';
import { unsaidTest } from '../compare/live';
import { HIDDEN, holdsCredential, type Secrecy } from '../hide';
import { compareConfig, entryPlace } from './compare-config';
import { type Entry, entriesOf, isSecret } from './entries';
import { type Config, type ConfigFormat, readConfig } from './read-config';

/** An entry of a ConfigMap or Secret whose text is not what it was. */
export interface ConfigChange {
  /** The key that it stands under. */
  readonly name: string;
  readonly path: string;
  readonly format: ConfigFormat;
  readonly before?: Config;
  readonly after?: Config;
  /** None when only the spelling changed. Shapes begin within the entry: `limits_config.retention_period`. */
  readonly differences: readonly Difference[];
  readonly secrecy: Secrecy;
  /** The object that it stood in before, when that is another one. */
  readonly from?: Manifest;
}

/** The entries that differ between two objects, one of which may not be there. */
export function configChanges(before: Manifest | undefined, after: Manifest | undefined): ConfigChange[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const inSecret = [before, after].some((manifest) => manifest !== undefined && isSecret(manifest));
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  const isKept = unsaidEntries(before, after);
  return names.flatMap((name): ConfigChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    if (isKept(name, was, is)) return [];
    if (was?.text === is?.text && was?.isText === is?.isText) return [];
    return [configChange(name, read(name, was), read(name, is), inSecret)];
  });
}

/** Tells entries that one of the two has alone, and that no manifest has ever said: something in the cluster keeps them. */
function unsaidEntries(before: Manifest | undefined, after: Manifest | undefined) {
  if (before === undefined || after === undefined) return () => false;
  const [isUnsaidBefore, isUnsaidAfter] = [unsaidTest(before), unsaidTest(after)];
  const fields = ['data', 'stringData', 'binaryData'];
  return (name: string, was: Entry | undefined, is: Entry | undefined): boolean =>
    (is === undefined && fields.every((field) => isUnsaidBefore([field, name]))) ||
    (was === undefined && fields.every((field) => isUnsaidAfter([field, name])));
}

/** The change of a configuration, wherever it stood before. */
export function configChange(
  name: string,
  before: Config | undefined,
  after: Config | undefined,
  inSecret: boolean,
): ConfigChange {
  const place = entryPlace(name);
  const format = (after ?? before)?.format ?? 'text';
  const secrecy = secrecyOf(format, [before, after], inSecret);
  const found =
    before !== undefined && after !== undefined
      ? compareConfig(before, after, place)
      : [{ ...place, old: before?.value, new: after?.value }];
  const differences = secrecy === 'everything' ? found.map((difference) => unnamed(difference, place)) : found;
  return { name, path: place.path, format, before, after, differences, secrecy };
}

/** A key that nobody takes for a value: a word, or a few with dots between them. */
const WORD = /^[A-Za-z_][\w.-]{0,60}$/;

/** Items of lists go by their values, which a Secret keeps; and a line that went wrong may be read as a key. */
const unnamed = (difference: Difference, place: Place): Difference => ({
  ...difference,
  path: difference.steps
    .slice(place.steps.length)
    .reduce<string>(
      (path, step) =>
        typeof step !== 'string' ? `${path}[]` : extendPath(path, WORD.test(step) || isComponent(step) ? step : HIDDEN),
      place.path,
    ),
});

/** Loki's configuration is kept in a Secret for the few credentials in it; all else that a Secret holds is secret. */
function secrecyOf(format: ConfigFormat, configs: readonly (Config | undefined)[], inSecret: boolean): Secrecy {
  const known = configs.filter((config) => config !== undefined);
  if (inSecret && known.some((config) => config.format !== 'loki')) return 'everything';
  const isByLine = known.some((config) => config.format !== format || typeof config.value === 'string');
  return isByLine && known.some(({ text }) => holdsCredential(text)) ? 'everything' : 'credentials';
}

const read = (name: string, entry: Entry | undefined): Config | undefined => {
  if (entry === undefined) return undefined;
  return entry.isText ? readConfig(name, entry.text) : { format: 'text', text: entry.text, value: entry.text };
};
