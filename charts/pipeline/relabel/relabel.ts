import { createHash } from 'node:crypto';
import { hasRawBytes, toBytes } from '../go/bytes';
import { toLower, toUpper } from '../go/case';
import { compareStrings } from '../go/compare';
import type { Labels } from '../labels';
import type { RelabelRule } from './rule';

/**
 * What rules make of the labels of a target, `__` labels included; undefined when the target is dropped.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export function relabel(labels: Labels, rules: readonly RelabelRule[]): Labels | undefined {
  const builder = new LabelBuilder(labels);
  return rules.every((rule) => apply(rule, builder)) ? builder.labels() : undefined;
}

/** The labels that the streams of a target get: those with two underscores are Promtail's own. */
export const streamLabels = (labels: Labels): Labels => new Map([...labels].filter(([name]) => !name.startsWith('__')));

/** Whether the target is still there after the rule. */
function apply(rule: RelabelRule, builder: LabelBuilder): boolean {
  const { action, regex, targetLabel } = rule;
  const value = rule.sourceLabels.map((name) => builder.get(name)).join(rule.separator);
  switch (action) {
    case 'drop':
      return !regex.test(value);
    case 'keep':
      return regex.test(value);
    case 'dropequal':
      return builder.get(targetLabel) !== value;
    case 'keepequal':
      return builder.get(targetLabel) === value;
    case 'replace':
      replace(rule, value, builder);
      return true;
    case 'lowercase':
      builder.set(targetLabel, toLower(value));
      return true;
    case 'uppercase':
      builder.set(targetLabel, toUpper(value));
      return true;
    case 'hashmod':
      builder.set(targetLabel, String(hashOf(value) % rule.modulus));
      return true;
    case 'labelmap':
      for (const [name, labelValue] of builder.entries()) {
        if (regex.test(name)) builder.set(regex.replaceAll(name, rule.replacement), labelValue);
      }
      return true;
    case 'labeldrop':
      for (const [name] of builder.entries()) if (regex.test(name)) builder.remove(name);
      return true;
    case 'labelkeep':
      for (const [name] of builder.entries()) if (!regex.test(name)) builder.remove(name);
      return true;
  }
}

function replace(rule: RelabelRule, value: string, builder: LabelBuilder): void {
  const { regex, targetLabel, replacement } = rule;
  const hasGroups = targetLabel.includes('$') || replacement.includes('$');
  if (value === '' && rule.hasDefaultRegex && !hasGroups) {
    builder.set(targetLabel, replacement);
    return;
  }
  const [match] = regex.findAll(value);
  if (match === undefined) return;
  const target = regex.expand(targetLabel, value, match);
  // Any UTF-8 is a name here.
  if (target === '' || hasRawBytes(target)) return;
  builder.set(target, regex.expand(replacement, value, match));
}

/** The last eight bytes of the MD5 sum, as Prometheus has it from its beginnings. */
const hashOf = (value: string): bigint => createHash('md5').update(toBytes(value)).digest().readBigUInt64BE(8);

/**
 * Labels while rules are at work, in Prometheus' order: those that the target came with by name, then those that were set, as they
 * were. Where two labels are mapped to one name, that order says which is the last.
 */
class LabelBuilder {
  private readonly before: ReadonlyMap<string, string>;
  private readonly changed = new Map<string, string>();
  private readonly removed = new Set<string>();

  constructor(labels: Labels) {
    this.before = new Map([...labels].filter(([, value]) => value !== '').sort(([a], [b]) => compareStrings(a, b)));
  }

  get(name: string): string {
    return this.changed.get(name) ?? (this.removed.has(name) ? '' : (this.before.get(name) ?? ''));
  }

  /** A label without a value is none. */
  set(name: string, value: string): void {
    if (value === '') this.remove(name);
    else this.changed.set(name, value);
  }

  remove(name: string): void {
    this.changed.delete(name);
    this.removed.add(name);
  }

  entries(): readonly (readonly [name: string, value: string])[] {
    const kept = [...this.before].filter(([name]) => !this.removed.has(name) && !this.changed.has(name));
    return [...kept, ...this.changed];
  }

  labels(): Labels {
    return new Map([...this.entries()].sort(([a], [b]) => compareStrings(a, b)));
  }
}
