import type { JsonObject } from '../json';

/** The keys of an ini file by section, all of them text; those before the first section under `DEFAULT`, as Grafana's reader has it. */
export function readIni(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const sections = new Map<string, Map<string, string>>();
  let section = 'DEFAULT';
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[([^\]]+)\]/.exec(line);
    if (heading !== null) section = heading[1] ?? section;
    const [, key, value] = /^\s*([^;#[\s=:][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || heading !== null) continue;
    const keys = sections.get(section) ?? new Map<string, string>();
    keys.set(key, unquoted(value ?? ''));
    sections.set(section, keys);
  }
  return Object.fromEntries([...sections].map(([name, keys]) => [name, Object.fromEntries(keys)]));
}

/** A value without the quotes that keep it whole, and without a comment behind it. */
function unquoted(value: string): string {
  const [, , inner] = /^("""|"|'|`)(.*?)\1/.exec(value) ?? [];
  return inner ?? value.replace(/\s+[;#].*$/, '');
}

/** The same as plain data, to be compared. */
export const iniSettings = (text: string): JsonObject => readIni(text);
