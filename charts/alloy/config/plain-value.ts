import type { AlloyValue } from '../syntax/values';

/** The keys of what a user wrote; none where it is no object. */
export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** What a user wrote as it is printed; nothing for null, which leaves out in Promtail's words and is a value in Alloy's. */
export const given = (value: unknown): AlloyValue | undefined =>
  value === null || value === undefined ? undefined : (value as AlloyValue);

/** Label → where it comes from, with the empty text for the label's own name. */
export const mappingOf = (value: unknown): AlloyValue =>
  Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, source]) => [name, given(source) ?? '']));

export type Settings = Readonly<Record<string, AlloyValue | undefined>>;

/** Fields as settings: those that are known in that order, as they are or as `otherwise` says, and behind them what else there is. */
export const settingsOf = (fields: Fields, known: readonly string[], otherwise: Settings = {}): Settings =>
  Object.fromEntries(
    [...new Set([...known, ...Object.keys(fields)])].map((key) => [
      key,
      Object.hasOwn(otherwise, key) ? otherwise[key] : given(fields[key]),
    ]),
  );
