import { compileRegexp, type GoRegexp, isRegexp, regexpFor } from '../go/regexp';
import { didYouMean, isPlainMap, joinPath, type PipelineProblem, type PlainMap, refused, shown } from '../problem';
import { ACTIONS, type Action, type RelabelRule, RULE_DEFAULTS } from './rule';

const KEYS = ['action', 'modulus', 'regex', 'replacement', 'separator', 'source_labels', 'target_label'];

/** The pattern that a rule has which says none, as Prometheus anchors it. */
const DEFAULT_REGEX = regexpFor('^(?s:(.*))$');
const { replacement: DEFAULT_REPLACEMENT, separator: DEFAULT_SEPARATOR } = RULE_DEFAULTS;

const NEEDS_TARGET: ReadonlySet<Action> = new Set([
  'replace',
  'hashmod',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
]);
const TAKES_NO_REPLACEMENT: ReadonlySet<Action> = new Set(['lowercase', 'uppercase', 'keepequal', 'dropequal']);

export interface ReadRules {
  /** The rules that could be read. */
  readonly rules: readonly RelabelRule[];
  readonly problems: readonly PipelineProblem[];
}

/** Reads `relabel_configs` as Promtail does, strictly, and says what Prometheus refuses of them. */
export function readRelabelRules(config: unknown, path = 'relabel_configs'): ReadRules {
  if (config === undefined || config === null) return { rules: [], problems: [] };
  if (!Array.isArray(config)) {
    return { rules: [], problems: [refused(path, `is ${shown(config)}, not a list`, 'write a list of rules')] };
  }
  const read = config.map((rule: unknown, index) => readRule(rule, `${path}[${index}]`));
  return {
    rules: read.flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

interface ReadRule {
  readonly rule?: RelabelRule;
  readonly problems: readonly PipelineProblem[];
}

function readRule(config: unknown, path: string): ReadRule {
  if (!isPlainMap(config)) {
    const problem = refused(path, `is ${shown(config)}, not a rule`, 'write {source_labels: […], target_label: …}');
    return { problems: [problem] };
  }
  const problems: PipelineProblem[] = [];
  const add = (key: string, message: string, remedy: string): void => {
    problems.push(refused(joinPath(path, key), message, remedy));
  };
  for (const key of Object.keys(config)) {
    if (!KEYS.includes(key)) add(key, 'is no key of a rule', didYouMean(key, KEYS, `write one of ${KEYS.join(', ')}`));
  }
  const written = new Reader(config, add);
  const action = written.action();
  const rule: RelabelRule = {
    action,
    sourceLabels: written.sourceLabels(),
    separator: written.text('separator', DEFAULT_SEPARATOR),
    ...written.regex(),
    modulus: written.modulus(),
    targetLabel: written.text('target_label', ''),
    replacement: written.text('replacement', DEFAULT_REPLACEMENT),
  };
  if (problems.length === 0) check(rule, config, add);
  return problems.length === 0 ? { rule, problems } : { problems };
}

type Add = (key: string, message: string, remedy: string) => void;

/** Go's YAML reader makes a text of any scalar, and the zero value of nothing. */
class Reader {
  constructor(
    private readonly config: PlainMap,
    private readonly add: Add,
  ) {}

  text(key: string, preset: string): string {
    const value = this.config[key];
    if (value === undefined) return preset;
    if (value === null) return '';
    if (typeof value !== 'object') return String(value);
    this.add(key, `is ${shown(value)}, not a text`, 'write a text');
    return preset;
  }

  action(): Action {
    const text = this.text('action', 'replace');
    const action = ACTIONS.find((name) => name === text.toLowerCase());
    if (action === undefined) {
      this.add(
        'action',
        `${shown(text)} is no action`,
        didYouMean(text, ACTIONS, `write one of ${ACTIONS.join(', ')}`),
      );
    }
    return action ?? 'replace';
  }

  sourceLabels(): readonly string[] {
    const value = this.config.source_labels;
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      const list = typeof value === 'string' && /^\w+$/.test(value) ? value : 'a, b';
      this.add('source_labels', `is ${shown(value)}, not a list`, `write the names of labels: [${list}]`);
      return [];
    }
    const wrong = value.find((name: unknown) => typeof name === 'object' || name === '');
    if (wrong !== undefined) {
      this.add(
        'source_labels',
        `has ${shown(wrong)}, which is no name of a label`,
        'write the names of labels: [a, b]',
      );
    }
    return value.map((name: unknown) => (typeof name === 'object' ? '' : String(name)));
  }

  modulus(): bigint {
    const value = this.config.modulus;
    if (value === undefined || value === null) return 0n;
    if (typeof value === 'bigint' && value >= 0n) return value;
    if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return BigInt(Math.trunc(value));
    this.add('modulus', `${shown(value)} is no whole number of zero or more`, 'write a number, such as 8');
    return 0n;
  }

  regex(): { readonly regex: GoRegexp; readonly hasDefaultRegex: boolean } {
    if (this.config.regex === undefined) return { regex: DEFAULT_REGEX, hasDefaultRegex: true };
    const pattern = this.text('regex', '');
    const compiled = compileRegexp(`^(?s:${pattern})$`);
    if (isRegexp(compiled)) return { regex: compiled, hasDefaultRegex: false };
    // What is wrong with the pattern alone is easier to understand.
    const alone = compileRegexp(pattern);
    const { mistake } = isRegexp(alone) ? compiled : alone;
    this.add(
      'regex',
      `${shown(pattern)} is not a regular expression: ${mistake}`,
      'write RE2, without look-around and \\1',
    );
    return { regex: DEFAULT_REGEX, hasDefaultRegex: false };
  }
}

/** What Prometheus refuses of a rule that could be read. */
function check(rule: RelabelRule, config: PlainMap, add: Add): void {
  const { action, targetLabel, replacement, modulus } = rule;
  if (action === 'hashmod' && modulus === 0n) {
    add('modulus', 'is not set, and hashmod divides by it', 'write how many parts there are');
  }
  if (NEEDS_TARGET.has(action) && targetLabel === '') {
    add('target_label', `is not set, and ${action} writes to it`, 'name a label');
  }
  if (TAKES_NO_REPLACEMENT.has(action) && replacement !== DEFAULT_REPLACEMENT) {
    add('replacement', `is nothing that ${action} takes`, 'leave it out');
  }
  if (action === 'labelmap' && replacement === '') {
    add('replacement', 'is empty, and labelmap makes names of it', 'write "$1", or leave it out');
  }
  if (action === 'keepequal' || action === 'dropequal') {
    takesOnly(
      ['source_labels', 'target_label'],
      { regex: config.regex === undefined, ...unchanged(rule) },
      action,
      add,
    );
  }
  if (action === 'labeldrop' || action === 'labelkeep') {
    const isSaid = {
      source_labels: config.source_labels === undefined || config.source_labels === null,
      target_label: targetLabel === '',
      replacement: replacement === DEFAULT_REPLACEMENT,
      ...unchanged(rule),
    };
    takesOnly(['regex'], isSaid, action, add);
  }
}

const unchanged = ({ modulus, separator }: RelabelRule): Readonly<Record<string, boolean>> => ({
  modulus: modulus === 0n,
  separator: separator === DEFAULT_SEPARATOR,
});

function takesOnly(
  keys: readonly string[],
  isDefault: Readonly<Record<string, boolean>>,
  action: Action,
  add: Add,
): void {
  for (const [key, holds] of Object.entries(isDefault)) {
    if (!holds) add(key, `is nothing that ${action} takes`, `write only ${keys.join(' and ')}`);
  }
}
