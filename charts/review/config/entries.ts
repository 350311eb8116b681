import type { Manifest } from '../../kubernetes/manifest';
import { kindOf } from '../kinds';
import { mapOf, textOf } from '../plain';

/** What a ConfigMap or a Secret holds under a key. */
export interface Entry {
  /** The text, or the base64 of what is none. */
  readonly text: string;
  readonly isText: boolean;
}

export const isSecret = (manifest: Manifest): boolean => kindOf(manifest) === '/Secret';

/** Whether an object holds entries that pods read. */
export const holdsEntries = (manifest: Manifest): boolean => isSecret(manifest) || kindOf(manifest) === '/ConfigMap';

/** The entries of a ConfigMap or Secret, decoded, whichever field they stand in. */
export function entriesOf(manifest: Manifest | undefined): ReadonlyMap<string, Entry> {
  if (manifest === undefined) return new Map();
  const { data, stringData, binaryData } = manifest;
  const isEncoded = isSecret(manifest);
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(mapOf(data))) entries.set(key, isEncoded ? decoded(value) : plain(value));
  for (const [key, value] of Object.entries(mapOf(binaryData))) entries.set(key, decoded(value));
  if (isEncoded) for (const [key, value] of Object.entries(mapOf(stringData))) entries.set(key, plain(value));
  return entries;
}

const plain = (value: unknown): Entry => ({ text: textOf(value) ?? '', isText: true });

function decoded(value: unknown): Entry {
  const base64 = (textOf(value) ?? '').replace(/\s/g, '');
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return text.includes('\ufffd') ? { text: base64, isText: false } : { text, isText: true };
}
