import { stripVTControlCharacters } from 'node:util';
import type { Manifest } from '../kubernetes/manifest';
import { alloyBody, alloyTree, withoutMarks } from '../review/config/alloy';
import { entriesOf, isSecret } from '../review/config/entries';
import { HIDDEN, holdsCredential, shown } from '../review/hide';
import { isMap, isScalar } from '../review/plain';
import { readYamlValues } from '../review/read/yaml-values';
import type { FoundConfig } from './found-configs';

/** The credentials that a configuration holds, as far as it can be read. */
export function credentialsIn({ program, text }: Pick<FoundConfig, 'program' | 'text'>): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown, way: readonly string[]): void => {
    if (Array.isArray(value)) for (const item of value) look(item, way);
    else if (isMap(value)) for (const [key, part] of Object.entries(value)) look(part, [...way, key]);
    else if (isScalar(value) && shown(value, way, 'credentials') === HIDDEN) found.add(String(value));
  };
  look(treeOf(program, text), []);
  return [...found];
}

function treeOf(program: FoundConfig['program'], text: string): unknown {
  if (program === 'alloy') {
    const body = alloyBody(text);
    return body === undefined ? undefined : withoutMarks(alloyTree(body));
  }
  const read = readYamlValues(text);
  return 'values' in read ? [...read.values] : undefined;
}

/** What Secrets hold: a server may say it back. Of a file with several lines each may be one. */
export const secretTexts = (manifests: readonly Manifest[]): readonly string[] =>
  manifests
    .filter(isSecret)
    .flatMap((manifest) => [...entriesOf(manifest).values()])
    .flatMap(({ text }) => [text, Buffer.from(text).toString('base64'), ...(text.includes('\n') ? [] : [text.trim()])])
    .filter((text) => text.length >= SHORTEST);

/** Shorter texts stand in any sentence. */
const SHORTEST = 4;
/** As many characters of a value as YAML's readers in Go show of it. */
const BEGINNING = 7;

/** What a program has said, without colours, control characters and credentials. */
export function withoutCredentials(output: string, credentials: readonly string[]): string {
  const known = credentials
    .flatMap((text) => (text.length > BEGINNING ? [text, `${text.slice(0, BEGINNING)}...`] : [text]))
    .filter((text) => text.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  const plain = known.reduce(
    (text, credential) => text.replaceAll(credential, HIDDEN),
    stripVTControlCharacters(output),
  );
  return (
    plain
      .split('\n')
      // What is broken is shown with the lines around it.
      .map((line) => (holdsCredential(line) ? HIDDEN : line))
      .join('\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep off the screen
      .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')
  );
}
