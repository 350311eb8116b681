import { at, isMap } from '../plain';
import { readJsonValue } from '../read/json-value';
import { readYamlValues } from '../read/yaml-values';
import { alloyBody, alloyTree, isAlloy, withoutMarks } from './alloy';
import { isIni, readIni } from './ini';

/** What a text is to the program that reads it. */
export type ConfigFormat =
  | 'loki'
  | 'loki-overrides'
  | 'promtail'
  | 'alloy'
  | 'grafana-ini'
  | 'data-sources'
  | 'dashboard'
  | 'yaml'
  | 'ini'
  | 'text';

/** A text and what it says. */
export interface Config {
  readonly format: ConfigFormat;
  readonly text: string;
  /** Maps, lists and scalars; the text itself where nothing more is known of it. */
  readonly value: unknown;
}

/** Names of what is no YAML, though it may read like it. */
const OTHER_LANGUAGE =
  /\.(?:sh|bash|conf|cfg|txt|md|py|lua|js|ts|toml|properties|env|tpl|tmpl|html|crt|pem|key|sql|xml)$/;

/** Reads a text as what it is, which is told by what it holds rather than by its name. */
export function readConfig(name: string, text: string): Config {
  if (isAlloy(name, text)) {
    const body = alloyBody(text);
    return { format: 'alloy', text, value: body === undefined ? text : withoutMarks(alloyTree(body)) };
  }
  if (isIni(name, text)) {
    const value = readIni(text);
    return { format: isGrafana(name, value) ? 'grafana-ini' : 'ini', text, value };
  }
  const json = readJsonValue(text);
  if (json !== undefined) return { format: isDashboard(json) ? 'dashboard' : mapFormat(json), text, value: json };
  const value = OTHER_LANGUAGE.test(name) ? undefined : readMap(text, /\.ya?ml$/.test(name));
  return value === undefined ? { format: 'text', text, value: text } : { format: mapFormat(value), text, value };
}

const isDashboard = (value: unknown): boolean =>
  isMap(value) && Array.isArray(value.panels) && (value.schemaVersion !== undefined || value.title !== undefined);

const isGrafana = (name: string, sections: Readonly<Record<string, unknown>>): boolean =>
  name === 'grafana.ini' || ['auth.anonymous', 'security', 'users', 'analytics'].some((section) => section in sections);

/** The only document of a text. Unless its name says that it is YAML, it has to be a map of several lines. */
function readMap(text: string, isNamed: boolean): unknown {
  if (!isNamed && !/^[\w"'-]+[ \t]*:(?:[ \t]|$)/m.test(text)) return undefined;
  const read = readYamlValues(text);
  if ('mistake' in read || read.values.length !== 1) return undefined;
  const [value] = read.values;
  return isMap(value) || (isNamed && Array.isArray(value)) ? value : undefined;
}

/** Whose configuration a map is; JSON is YAML too. */
function mapFormat(value: unknown): ConfigFormat {
  if (isMap(at(value, 'schema_config'))) return 'loki';
  if (Array.isArray(at(value, 'scrape_configs')) && (at(value, 'clients') ?? at(value, 'positions')) !== undefined) {
    return 'promtail';
  }
  if (isMap(at(value, 'overrides'))) return 'loki-overrides';
  return Array.isArray(at(value, 'datasources')) ? 'data-sources' : 'yaml';
}
