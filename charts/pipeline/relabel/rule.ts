import type { GoRegexp } from '../go/regexp';

export const ACTIONS = [
  'replace',
  'keep',
  'drop',
  'keepequal',
  'dropequal',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
] as const;

export type Action = (typeof ACTIONS)[number];

/** What a rule says that does not say it, as it would be written. */
export const RULE_DEFAULTS = { action: 'replace', regex: '(.*)', replacement: '$1', separator: ';' } as const;

/** A rule of relabelling, read and with its defaults. @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export interface RelabelRule {
  readonly action: Action;
  readonly sourceLabels: readonly string[];
  readonly separator: string;
  readonly regex: GoRegexp;
  /** Whether the rule says nothing of a pattern. */
  readonly hasDefaultRegex: boolean;
  readonly modulus: bigint;
  readonly targetLabel: string;
  readonly replacement: string;
}
