import { compareStrings } from './go/compare';

/** Labels of a target or of a stream. */
export type Labels = ReadonlyMap<string, string>;

/** Prometheus' names of old, which Promtail's stages take: letters, digits and underscores, no digit first. */
export const isLabelName = (name: string): boolean => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);

/** Labels as plain data, by name. */
export const toRecord = (labels: Labels): Readonly<Record<string, string>> =>
  Object.fromEntries([...labels].sort(([a], [b]) => compareStrings(a, b)));

/** The same for the same labels, whatever their order. */
export const keyOf = (labels: Labels): string => JSON.stringify([...labels].sort(([a], [b]) => compareStrings(a, b)));
