import { groupOf, type Manifest } from '../kubernetes/manifest';
import { writeYaml } from '../kubernetes/yaml';
import { at, isMap, listOf, mapsAt, type PlainMap, textOf } from '../review/plain';
import { readYamlValues } from '../review/read/yaml-values';

/** What of a rule is LogQL and no PromQL: a filter of lines, or a stage, behind a selector. */
const LOG_QL =
  /\}\s*(?:\|[=~>]?|![=~>]\s*[`"])|\|\s*(?:json|logfmt|pattern|regexp|unpack|unwrap|line_format|label_format|decolorize)\b/;

/** The rules of a PrometheusRule, as a file of Prometheus would have them; undefined for any other object. */
export function ruleObject(manifest: Manifest): string | undefined {
  if (manifest.kind !== 'PrometheusRule' || groupOf(manifest) !== 'monitoring.coreos.com') return undefined;
  // Thanos' own, which the operator keeps from Prometheus.
  const groups = listOf(at(manifest, 'spec', 'groups')).map((group) =>
    isMap(group) ? without(group, 'partial_response_strategy') : group,
  );
  return textFor({ groups });
}

const without = (map: PlainMap, key: string): PlainMap =>
  Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));

/** The text of what may be anything; empty for what no text can hold. */
function textFor(value: unknown): string {
  try {
    return writeYaml(value as Parameters<typeof writeYaml>[0]);
  } catch {
    return '';
  }
}

/** Whether a text is a file of rules as Prometheus and Loki's ruler have them, and whose language they are in. */
export function ruleFileOf(key: string, text: string): { readonly isLogQl: boolean } | undefined {
  if (!/\.(?:ya?ml|rules?)$/.test(key) || !/^["']?groups["']?\s*:/m.test(text)) return undefined;
  const rules = mapsAt(onlyValue(text), 'groups').flatMap((group) => mapsAt(group, 'rules'));
  const isRule = ({ alert, record, expr }: PlainMap): boolean =>
    textOf(expr) !== undefined && (textOf(alert) ?? textOf(record)) !== undefined;
  if (rules.length === 0 || !rules.every(isRule)) return undefined;
  return { isLogQl: rules.some(({ expr }) => LOG_QL.test(textOf(expr) ?? '')) };
}

const OF_PROMETHEUS = ['alerting', 'global', 'remote_read', 'remote_write', 'rule_files', 'storage', 'tsdb'];

/** Whether a text is a configuration of Prometheus: Promtail's has clients, or positions. */
export function prometheusConfigOf(key: string, text: string): boolean {
  if (!/\.ya?ml$/.test(key) || !/^["']?(?:scrape_configs|rule_files)["']?\s*:/m.test(text)) return false;
  const value = onlyValue(text);
  if (!isMap(value) || 'clients' in value || 'positions' in value || 'schema_config' in value) return false;
  return /^prometheus\.ya?ml$/.test(key) || OF_PROMETHEUS.some((block) => block in value);
}

function onlyValue(text: string): unknown {
  const read = readYamlValues(text);
  return 'values' in read && read.values.length === 1 ? read.values[0] : undefined;
}
