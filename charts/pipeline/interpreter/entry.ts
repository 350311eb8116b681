import { plainFloat } from '../go/numbers';

/** What a stage may extract: texts, and what JSON has besides. */
export type Extracted = string | number | boolean | null;

/** A line on its way through the stages, which change it. */
export interface Entry {
  readonly labels: Map<string, string>;
  /** What stages have found so far, and the labels that the line came with. */
  readonly extracted: Map<string, Extracted>;
  /** Nanoseconds since 1970; undefined for the time of reading. */
  timestamp: bigint | undefined;
  line: string;
  /** Structured metadata in the order in which it was added. */
  readonly metadata: (readonly [name: string, value: string])[];
}

/** An extracted value as Promtail prints it; undefined for null, of which it makes no text. */
export function textOf(value: Extracted): string | undefined {
  if (value === null) return undefined;
  return typeof value === 'number' ? plainFloat(value) : String(value);
}

/** An extracted value by name as a text; undefined where there is none. */
export function extractedText(entry: Entry, name: string): string | undefined {
  const value = entry.extracted.get(name);
  return value === undefined ? undefined : textOf(value);
}

/** What a stage reads: the line, or what was extracted as `source`. */
export const inputOf = (entry: Entry, source: string | undefined): string | undefined =>
  source === undefined ? entry.line : extractedText(entry, source);
