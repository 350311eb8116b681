import type { Manifest } from '../../kubernetes/manifest';
import { parseYaml } from '../../kubernetes/parse-yaml';
import { isRecord } from './places';
import { type TimelinePeriod, timelineOf } from './timeline';

/** The texts that a Secret or a ConfigMap holds, by key. */
export function textsOf({ kind, data, stringData }: Manifest): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const isSecret = kind === 'Secret';
  for (const [key, text] of isRecord(data) ? Object.entries(data) : []) {
    if (typeof text === 'string') texts.set(key, isSecret ? Buffer.from(text, 'base64').toString('utf8') : text);
  }
  for (const [key, text] of isSecret && isRecord(stringData) ? Object.entries(stringData) : []) {
    if (typeof text === 'string') texts.set(key, text);
  }
  return texts;
}

/** The timeline in a key of a Secret; undefined when it has none; or why it cannot be read. */
export function timelineIn(
  manifest: Manifest,
  key: string,
): { readonly periods: readonly TimelinePeriod[] } | { readonly mistake: string } | undefined {
  const text = textsOf(manifest).get(key);
  if (text === undefined) return undefined;
  const parsed = parseYaml(text);
  if ('mistake' in parsed) return parsed;
  const periods = timelineOf(parsed.value);
  return periods && { periods };
}
