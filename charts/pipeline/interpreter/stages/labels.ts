import { hasRawBytes } from '../../go/bytes';
import { type Entry, extractedText } from '../entry';
import { changing, type Stage } from '../stage';

type Sources = readonly (readonly [name: string, source: string])[];

/** Each name with what was extracted as its source, where that can be the value of a label. */
export function* valuesOf(entry: Entry, sources: Sources): Iterable<readonly [name: string, value: string]> {
  for (const [name, source] of sources) {
    const value = extractedText(entry, source);
    if (value !== undefined && !hasRawBytes(value)) yield [name, value];
  }
}

export const labels = (sources: Sources): Stage =>
  changing((entry) => {
    for (const [name, value] of valuesOf(entry, sources)) entry.labels.set(name, value);
  });

export const staticLabels = (values: readonly (readonly [name: string, value: string])[]): Stage =>
  changing((entry) => {
    for (const [name, value] of values) if (!hasRawBytes(value)) entry.labels.set(name, value);
  });

export const labelDrop = (names: readonly string[]): Stage =>
  changing((entry) => {
    for (const name of names) entry.labels.delete(name);
  });

export const labelAllow = (names: readonly string[]): Stage =>
  changing((entry) => {
    for (const name of [...entry.labels.keys()]) if (!names.includes(name)) entry.labels.delete(name);
  });

/** Takes extracted values, and then labels, which are labels no more. A label is extracted too, so that it comes twice. */
export const structuredMetadata = (sources: Sources): Stage =>
  changing((entry) => {
    entry.metadata.push(...valuesOf(entry, sources));
    const moved = sources.flatMap(([name, source]) => {
      const value = entry.labels.get(source);
      return value === undefined ? [] : [{ name, source, value }];
    });
    for (const { name, value } of moved) entry.metadata.push([name, value]);
    for (const { source } of moved) entry.labels.delete(source);
  });
