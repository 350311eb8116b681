import { grafanaIniKeys, grafanaIniOpenPrefixes, grafanaIniOpenSections } from '../../imports/grafana-ini';
import { closest } from '../kubernetes/closest';
import type { Problem } from '../kubernetes/problem';
import { entriesOf } from './ini';

type Type = 'string' | 'number' | 'boolean';

const TYPES = new Map<string, ReadonlyMap<string, Type>>(
  Object.entries(grafanaIniKeys).map(([section, keys]) => [section, new Map(Object.entries<Type>(keys))]),
);
const OPEN_SECTIONS: ReadonlySet<string> = new Set(grafanaIniOpenSections);

const SECTIONS_WITH = new Map<string, string[]>();
for (const [section, keys] of TYPES) {
  for (const key of keys.keys()) SECTIONS_WITH.set(key, [...(SECTIONS_WITH.get(key) ?? []), section]);
}

/** Numbers that need not be whole; Grafana takes its own default for a fraction anywhere else. */
const FRACTIONAL = /_(factor|param|rate|rps|scale)$/;

const EXPANSION = /^\$(__(env|file|vault))?\{[^}\p{C}\p{Zl}\p{Zp}]+\}$/u;
const SECRET_KEY =
  /(password|passwd|secret|token|(secret|private|account|access|api|encryption)[-_]?key|(^|_)pass|license_text|authorization)$/i;
const SECRET_WITHIN =
  /:\/\/[^\s/:@]*:(?!\$(__\w+)?\{[^}]+\}@)[^\s/@]+@|\bpassword=(?!\$(__\w+)?\{)[^\s,;&]|-----BEGIN [A-Z ]*PRIVATE KEY-----/i;

/** A header's secret comes with a word before it: `Bearer $__env{TOKEN}`. */
const HEADER_WITH_EXPANSION = /^\w+ \$(__(env|file|vault))?\{[^}]+\}$/;

const SECTION_NAME = /^[\w.*-]+$/;
const FREE_KEY = /^(?!-$)[^\s#;"`[=:\p{C}][^\s=:\p{C}]*$/u;
const UNWRITABLE = /(?!\t)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Refuses what Grafana would ignore, misread or fail on: unknown sections and keys, values of another type, empty text (for
 * which Grafana keeps its default), text that no line can hold, and secrets written out. The administrator's name and
 * password belong to the option `admin`. `path` leads to the settings, as in `grafanaIni`.
 */
export function checkIni(ini: unknown, path: string): Problem[] {
  if (ini === undefined) return [];
  if (!isObject(ini)) {
    const remedy = 'write sections with their keys, such as `{ server: { router_logging: true } }`';
    return [{ path, message: `${shownType(ini)} is not an object of sections`, remedy }];
  }
  return entriesOf(ini).flatMap(([section, keys]) => checkSection(section, keys, `${path}.${section}`));
}

function checkSection(section: string, keys: unknown, path: string): Problem[] {
  const types = TYPES.get(section);
  const prefix = grafanaIniOpenPrefixes.find((open) => section.startsWith(open) && section.length > open.length);
  if (types === undefined && (prefix === undefined || !SECTION_NAME.test(section))) {
    return [{ path, ...unknownSection(section, keys) }];
  }
  if (!isObject(keys)) {
    return [{ path, message: `${shownType(keys)} is not an object of keys`, remedy: 'write `{ key: value }`' }];
  }
  const open = prefix !== undefined || OPEN_SECTIONS.has(section);
  return entriesOf(keys).flatMap(([key, value]) => {
    const problem =
      administrator(section, key) ??
      (types?.has(key) || open ? undefined : unknownKey(section, key, value)) ??
      (FREE_KEY.test(key) ? undefined : unwritableKey(key)) ??
      wrongValue(key, value, types?.get(key), (name) => Object.hasOwn(keys, name));
    return problem === undefined ? [] : [{ path: `${path}.${key}`, ...problem }];
  });
}

type Fault = Omit<Problem, 'path'>;

type IsOwnKey = (name: string) => boolean;

function unknownSection(section: string, keys: unknown): Fault {
  const homes = isObject(keys) ? [] : homesOf(section);
  if (homes.length > 0) {
    return { message: `${quoted(section)} is a key, not a section`, remedy: `write it in section ${oneOf(homes)}` };
  }
  const message = `there is no section ${quoted(section)}`;
  const meant = closest(section, TYPES.keys());
  if (meant !== undefined) return { message: `${message}; did you mean "${meant}"?`, remedy: `write "${meant}"` };
  const remedy = 'write a section that Grafana lists in conf/defaults.ini, or `plugin.<id>` for a plugin';
  return { message, remedy };
}

function unknownKey(section: string, key: string, value: unknown): Fault {
  const nested = `${section}.${key}`;
  if (isObject(value) && TYPES.has(nested)) {
    const message = `"${key}" is a section of its own, not a part of "${section}"`;
    return { message, remedy: `write it beside "${section}", as "${nested}"` };
  }
  const message = `there is no key ${quoted(key)} in section "${section}"`;
  const meant = closest(key, TYPES.get(section)?.keys() ?? []);
  if (meant !== undefined) return { message: `${message}; did you mean "${meant}"?`, remedy: `write "${meant}"` };
  const homes = homesOf(key);
  if (homes.length > 0) {
    return { message: `${message}; it belongs in ${oneOf(homes)}`, remedy: `write it in section ${oneOf(homes)}` };
  }
  return { message, remedy: `write a key that Grafana lists under [${section}] in conf/defaults.ini` };
}

/** The sections that have such a key, if they are few enough to name. */
function homesOf(key: string): readonly string[] {
  const homes = SECTIONS_WITH.get(key) ?? [];
  return homes.length <= 3 ? homes : [];
}

const administrator = (section: string, key: string): Fault | undefined =>
  section === 'security' && (key === 'admin_user' || key === 'admin_password')
    ? { message: `"${key}" is set by the option \`admin\``, remedy: 'use `admin`' }
    : undefined;

const unwritableKey = (key: string): Fault => ({
  message: `${quoted(key)} cannot be a key of grafana.ini`,
  remedy: 'write a name without blanks, "=" and ":" that starts with a letter or a digit',
});

/** The message names no text but that of a number or a switch: any other might be a secret. */
function wrongValue(key: string, value: unknown, type: Type | undefined, isOwn: IsOwnKey): Fault | undefined {
  if (typeof value === 'string' && EXPANSION.test(value)) return undefined;
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : notBoolean(value);
  if (type === 'number' || typeof value === 'number') {
    const whole = type === 'number' && !FRACTIONAL.test(key);
    if (type === 'string' && SECRET_KEY.test(key)) return literalSecret(key);
    return typeof value === 'number' && isPlain(value, whole) ? undefined : notNumber(value, whole);
  }
  if (typeof value === 'boolean') {
    return type === 'string' ? { message: `${value} is not text`, remedy: `write "${value}"` } : undefined;
  }
  if (typeof value !== 'string') {
    return { message: `${shownType(value)} is not text`, remedy: 'write text between quotes' };
  }
  return wrongText(key, value, isOwn);
}

function wrongText(key: string, text: string, isOwn: IsOwnKey): Fault | undefined {
  if (text === '') {
    return { message: `"${key}" is empty, and Grafana keeps its default for that`, remedy: 'leave the key out' };
  }
  if (SECRET_WITHIN.test(text) || (SECRET_KEY.test(key) && !HEADER_WITH_EXPANSION.test(text))) {
    return literalSecret(key);
  }
  if (UNWRITABLE.test(text)) {
    const message = `"${key}" has a line break or another control character, which no line of grafana.ini can hold`;
    return { message, remedy: 'write it on one line' };
  }
  for (const [reference, name = ''] of text.matchAll(/%\(([^)]+)\)s/g)) {
    if (SECTIONS_WITH.has(name) || isOwn(name)) continue;
    return { message: `"${reference}" refers to a key that is not there`, remedy: 'name a key of the same section' };
  }
  return undefined;
}

const literalSecret = (key: string): Fault => ({
  message: `"${key}" holds a secret as plain text`,
  remedy: 'write `$__env{NAME}` or `$__file{/path}`, and keep the value in a Secret',
});

function notBoolean(value: unknown): Fault {
  const meant = typeof value === 'string' ? /^(true|false)$/i.exec(value.trim())?.[1] : undefined;
  const remedy = meant === undefined ? 'write true, false or `$__env{NAME}`' : `write ${meant.toLowerCase()}`;
  return { message: `${shown(value)} is not true or false`, remedy };
}

function notNumber(value: unknown, whole: boolean): Fault {
  const meant = typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : undefined;
  const number = whole ? 'a whole number' : 'a number';
  const remedy = meant === undefined ? `write ${number} without a unit, or \`$__env{NAME}\`` : `write ${meant}`;
  return { message: `${shown(value)} is not ${number}`, remedy };
}

/** Digits only: Grafana reads no exponents. */
const isPlain = (value: number, whole: boolean): boolean =>
  (whole ? Number.isSafeInteger(value) : Number.isFinite(value)) && !String(value).includes('e');

const oneOf = (sections: readonly string[]): string => sections.map((section) => `"${section}"`).join(' or ');

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only for values of numbers and switches. */
const shown = (value: unknown): string => (typeof value === 'string' ? quoted(value) : shownType(value));

const quoted = (text: string): string => JSON.stringify(text);

function shownType(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
