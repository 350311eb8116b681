import type { grafanaIniKeys, grafanaIniOpenPrefixes, grafanaIniOpenSections } from '../../imports/grafana-ini';

type Table = typeof grafanaIniKeys;

/** What Grafana fills in when it starts: from an environment variable, a file or, with Enterprise, Vault. */
type Expansion = `${'${' | '$__env{' | '$__file{' | '$__vault{'}${string}`;

type Value<T> = T extends 'number' ? number | Expansion : T extends 'boolean' ? boolean | Expansion : string | number;

/** Keys of any name, as in a plugin's own section. */
type OpenKeys = { readonly [key: string]: string | number | boolean | undefined };

type Keys<S extends keyof Table> = { readonly [K in keyof Table[S]]?: Value<Table[S][K]> };

/**
 * Settings of Grafana, by section and key as in grafana.ini: `{ server: { router_logging: true } }`. Keys that stand before
 * the first section go under `DEFAULT`; a section such as `auth.github` is one name, not two levels.
 *
 * Any number or switch may be an expansion instead: `$__env{NAME}`, `$__file{/path}`. Secrets have to be one. Undefined keys
 * vanish. Sections of plugins (`plugin.<id>`) and `feature_toggles` take keys of any name.
 */
export type GrafanaIni = {
  readonly [S in keyof Table]?: S extends (typeof grafanaIniOpenSections)[number] ? Keys<S> & OpenKeys : Keys<S>;
} & { readonly [section: `${(typeof grafanaIniOpenPrefixes)[number]}${string}`]: OpenKeys | undefined };

/** A value that stands for itself only between triple quotes, in the eyes of Grafana's reader (go-ini). */
const NEEDS_QUOTES = /^[\s"'`]|[\s\\]$|[#;\r\n]/;

/**
 * The text of grafana.ini: `DEFAULT` first, then sections and their keys in code-unit order, a blank line between sections.
 * The same settings give the same bytes however they were written. Text that would be cut or unquoted stands between triple
 * quotes. Only for what `checkIni` finds nothing wrong with.
 */
export function renderIni(ini: GrafanaIni): string {
  return (
    entriesOf(ini)
      .map(([section, keys]) => ({ section, lines: linesOf(keys as OpenKeys) }))
      .filter(({ lines }) => lines.length > 0)
      // DEFAULT has no head, so it has to come first; it does, as all others are written in lower case.
      .sort((a, b) => byCodeUnit(a.section, b.section))
      .map(({ section, lines }) => [...(section === 'DEFAULT' ? [] : [`[${section}]`]), ...lines, ''].join('\n'))
      .join('\n')
  );
}

const linesOf = (keys: OpenKeys): string[] =>
  entriesOf(keys)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, value]) => `${key} = ${written(String(value))}`);

const written = (text: string): string => (NEEDS_QUOTES.test(text) ? `"""${text}"""` : text);

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is set: an undefined key is none. */
export const entriesOf = (object: object): [string, unknown][] =>
  Object.entries(object).filter(([, value]) => value !== undefined);
