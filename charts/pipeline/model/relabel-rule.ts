/**
 * Text that may hold what a rule's `regex` has captured. Written as a list of texts and groups, so that `$` is a character like any
 * other; a text alone is taken as it is.
 */
export type Replacement = string | readonly (string | Group)[];

/** What a pair of parentheses has captured. */
export interface Group {
  readonly group: number | string;
}

/** What the n-th pair of parentheses, or the one of that name, has captured: `replacement: [group(1), '/', group(2)]`. */
export const group = (which: number | string): Group => ({ group: which });

/**
 * Makes labels out of what is known of a target, in Prometheus' own words. Labels that begin with `__` are gone after the last rule.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export type RelabelRule =
  | ReplaceRule
  | KeepRule
  | KeepEqualRule
  | HashModRule
  | LabelMapRule
  | LabelDropRule
  | CaseRule;

interface Sources {
  /** Labels whose values are joined. */
  readonly source_labels: readonly string[];
  /** What stands between the values. @default ';' */
  readonly separator?: string;
}

export interface ReplaceRule extends Partial<Sources> {
  readonly action?: 'replace';
  /** RE2 that the whole of the joined values matches. @default '(.*)' */
  readonly regex?: string;
  readonly target_label: string;
  /** @default [group(1)] */
  readonly replacement?: Replacement;
}

export interface KeepRule extends Sources {
  readonly action: 'keep' | 'drop';
  readonly regex: string;
}

export interface KeepEqualRule extends Sources {
  readonly action: 'keepequal' | 'dropequal';
  readonly target_label: string;
}

export interface HashModRule extends Sources {
  readonly action: 'hashmod';
  readonly modulus: number;
  readonly target_label: string;
}

export interface LabelMapRule {
  readonly action: 'labelmap';
  /** RE2 that labels' names match. */
  readonly regex: string;
  /** The new name. @default [group(1)] */
  readonly replacement?: Replacement;
}

export interface LabelDropRule {
  readonly action: 'labeldrop' | 'labelkeep';
  /** RE2 that labels' names match. */
  readonly regex: string;
}

export interface CaseRule extends Sources {
  readonly action: 'lowercase' | 'uppercase';
  readonly target_label: string;
}

/** A replacement as Prometheus expands it. */
export const expandable = (replacement: Replacement): string =>
  (typeof replacement === 'string' ? [replacement] : replacement)
    .map((part) => (typeof part === 'string' ? part.replaceAll('$', '$$$$') : `\${${part.group}}`))
    .join('');
