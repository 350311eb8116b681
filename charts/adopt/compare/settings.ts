import { optionAt } from '../../kubernetes/checks/literal-secrets';
import { extendPath } from '../../review/compare/difference';
import { asText, isMapping, type Json } from '../json';

/** The plain values below a value, each by its path. */
export type Settings = ReadonlyMap<string, Json>;

/**
 * Takes a value apart. Items of lists are told apart by mount path or name where they have one, arguments by their option, so that
 * an order that means nothing makes no difference: `spec.containers[loki].image`.
 */
export function settingsOf(value: Json, path = ''): Settings {
  const settings = new Map<string, Json>();
  collect(value, path, settings);
  return settings;
}

function collect(value: Json, path: string, settings: Map<string, Json>): void {
  if (Array.isArray(value)) {
    const names = SETS.test(path) ? value.map(asText) : namesIn(value);
    for (const [index, item] of value.entries()) collect(item, `${path}[${names[index] ?? index}]`, settings);
    return;
  }
  if (!isMapping(value)) {
    if (value !== undefined) settings.set(path, value);
    return;
  }
  if (Object.keys(value).length === 0) settings.set(path, '{}');
  for (const [key, item] of Object.entries(value)) collect(item, extendPath(path, key), settings);
}

/** Lists whose order says nothing. */
const SETS = /(?:^|\.)(?:accessModes|add|apiGroups|drop|finalizers|resourceNames|resources|verbs)$/;

/** What the items of a list are called; nothing where two would have the same name. */
function namesIn(list: readonly Json[]): readonly (string | undefined)[] {
  const names = list.map(nameIn);
  return new Set(names).size === names.length ? names : names.map(() => undefined);
}

function nameIn(item: Json, index: number, list: readonly Json[]): string {
  if (typeof item === 'string') return optionAt(list, index)?.option ?? String(index);
  if (!isMapping(item)) return String(index);
  const { mountPath, name, job_name, containerPort, port, from } = item;
  const said =
    [mountPath, name, job_name, from].find((key) => typeof key === 'string') ??
    [containerPort, port].find((key) => typeof key === 'number');
  const metadata = item.metadata;
  if (said === undefined && isMapping(metadata) && typeof metadata.name === 'string') return metadata.name;
  return said === undefined ? String(index) : asText(said);
}
