import { compileRegexp, type GoRegexp, isRegexp } from '../go/regexp';
import {
  didYouMean,
  isPlainMap,
  joinPath,
  type PipelineProblem,
  type PlainMap,
  refused,
  shown,
  warned,
} from '../problem';
import { type Decoding, integerOf, weakBoolean, weakNumber, weakText } from './decoding';
import type { StageConfig } from './stage-config';
import { knownKeys, sinceRelease } from './stage-keys';

/** Where a stage is being read, and where its problems go. */
export interface StageContext {
  /** The path of the stage's own configuration: `pipeline_stages[0].json`. */
  readonly path: string;
  readonly release: string;
  readonly report: (problem: PipelineProblem) => void;
  /** Reads the stages that are nested in a stage. */
  readonly readStages: (stages: readonly unknown[], path: string) => readonly StageConfig[];
}

/** Reads a stage's own configuration; undefined where something is refused. */
export type StageReader = (config: unknown, context: StageContext) => StageConfig | undefined;

/** Reads the keys of a stage as mapstructure does: upper and lower case are alike, null is left out, unknown keys are ignored. */
export class ConfigReader {
  private readonly values: PlainMap;
  /** Something was refused, so that what was read is not to be used. */
  hasErrors = false;

  constructor(
    config: unknown,
    private readonly context: StageContext,
    /** The steps to these keys in the tables: `['json']`. */
    private readonly steps: readonly string[],
    private readonly decoding: Decoding,
  ) {
    this.values = isPlainMap(config) ? config : {};
    if (config !== null && config !== undefined && !isPlainMap(config)) {
      this.refuse('', `is ${shown(config)}, not a block of keys`, 'write its keys below it, indented');
    }
    this.reportUnknownKeys();
  }

  /** `key` is a key, or a path below this block that `joinPath` made. */
  refuse(key: string, message: string, remedy: string): void {
    this.hasErrors = true;
    this.context.report(refused(this.pathOf(key), message, remedy));
  }

  warn(key: string, message: string, remedy: string): void {
    this.context.report(warned(this.pathOf(key), message, remedy));
  }

  pathOf(key: string): string {
    const { path } = this.context;
    if (key === '') return path;
    return key.startsWith('[') ? path + key : `${path}.${key}`;
  }

  /** The value of a key, whatever it is; undefined where it is left out or null. */
  raw(key: string): unknown {
    const found = this.writtenKey(key);
    return found === undefined ? undefined : (this.values[found] ?? undefined);
  }

  string(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'string') return value;
    const text = this.decoding === 'weak' ? weakText(value) : undefined;
    if (text === undefined) this.refuse(key, `is ${shown(value)}, not a text`, quotedRemedy(value));
    return text;
  }

  boolean(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    const boolean = this.decoding === 'weak' ? weakBoolean(value) : undefined;
    if (boolean === undefined) this.refuse(key, `is ${shown(value)}, not a boolean`, 'write true or false');
    return boolean;
  }

  /** An `int`, or a `uint64` where `isUnsigned`: what is below zero is then a very large number. */
  integer(key: string, isUnsigned = false): bigint | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const integer = integerOf(value, this.decoding, isUnsigned);
    if (integer === undefined) this.refuse(key, `is ${shown(value)}, not a whole number`, 'write a whole number');
    return isUnsigned && integer !== undefined ? BigInt.asUintN(64, integer) : integer;
  }

  number(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'number') return value;
    const number = this.decoding === 'weak' ? weakNumber(value) : typeof value === 'bigint' ? Number(value) : undefined;
    if (number === undefined) this.refuse(key, `is ${shown(value)}, not a number`, 'write a number, such as 0.5');
    return number;
  }

  strings(key: string): readonly string[] | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : this.stringsOf(value, key);
  }

  /** A regular expression that has to be there. */
  regexp(key: string, example: string): GoRegexp | undefined {
    const pattern = this.string(key);
    if (pattern === undefined || pattern === '') {
      if (!this.hasErrors) this.refuse(key, 'is not set', `write a regular expression, such as '${example}'`);
      return undefined;
    }
    return this.compiled(key, pattern);
  }

  compiled(key: string, pattern: string): GoRegexp | undefined {
    const regexp = compileRegexp(pattern);
    if (isRegexp(regexp)) return regexp;
    this.refuse(key, `${shown(pattern)} is not a regular expression: ${regexp.mistake}`, regexpRemedy(pattern));
    return undefined;
  }

  /** What to read instead of the line; it cannot be empty. */
  source(): string | undefined {
    const source = this.string('source');
    if (source === '') this.refuse('source', 'is empty', 'name what was extracted, or leave it out to read the line');
    return source;
  }

  private stringsOf(value: unknown, key: string): readonly string[] | undefined {
    if (!Array.isArray(value)) {
      const text = this.decoding === 'weak' ? weakText(value) : undefined;
      if (this.decoding === 'weak' && isPlainMap(value) && Object.keys(value).length === 0) return [];
      if (text === undefined) this.refuse(key, `is ${shown(value)}, not a list`, `write a list: [${listed(value)}]`);
      return text === undefined ? undefined : [text];
    }
    return value.map((item: unknown, index) => {
      if (item === null || item === undefined) return '';
      const text = typeof item === 'string' ? item : this.decoding === 'weak' ? weakText(item) : undefined;
      if (text === undefined) this.refuse(`${key}[${index}]`, `is ${shown(item)}, not a text`, quotedRemedy(item));
      return text ?? '';
    });
  }

  /** A map of texts; a key without a value is undefined. */
  texts(key: string): ReadonlyMap<string, string | undefined> | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (!isPlainMap(value)) {
      this.refuse(key, `is ${shown(value)}, not a block of keys`, 'write its keys below it, indented');
      return undefined;
    }
    return textsOf(value, this.pathOf(key), (problem) => {
      this.hasErrors = true;
      this.context.report(problem);
    });
  }

  private writtenKey(key: string): string | undefined {
    if (Object.hasOwn(this.values, key)) return key;
    return Object.keys(this.values).find((written) => written.toLowerCase() === key);
  }

  private reportUnknownKeys(): void {
    const known = knownKeys(this.context.release, this.steps);
    const own = [...known].filter(([, is]) => is !== 'no').map(([name]) => name);
    for (const written of Object.keys(this.values)) {
      const is = known.get(written.toLowerCase());
      if (is === 'yes' || is === 'maybe') continue;
      const since = is === 'no' ? sinceRelease([...this.steps, written.toLowerCase()]) : undefined;
      const list = own.length === 0 ? 'leave it out: the stage takes no keys' : `write one of ${own.join(', ')}`;
      this.context.report({
        ...warned(
          this.pathOf(joinPath('', written)),
          since === undefined
            ? `is no key of ${this.steps[0]}: Promtail ignores it`
            : `is no key of ${this.steps[0]} before ${since}: Promtail ignores it`,
          didYouMean(written, own, list),
        ),
        isIgnored: true,
      });
    }
  }
}

function regexpRemedy(pattern: string): string {
  if (/\(\?<?[=!]/.test(pattern)) return 'write it without look-around, which RE2 does not have';
  return /\\[1-9]/.test(pattern)
    ? 'write it without \\1, which RE2 does not have'
    : 'close every bracket, and escape those that are meant literally';
}

const quotedRemedy = (value: unknown): string =>
  typeof value === 'object' ? 'write a text' : `write it in quotes: "${String(value)}"`;

const listed = (value: unknown): string => (typeof value === 'object' ? '…' : String(value));

/** The texts of a map whose keys are free, as `labels` has them. */
export function textsOf(
  values: PlainMap,
  path: string,
  report: (problem: PipelineProblem) => void,
): ReadonlyMap<string, string | undefined> {
  return new Map(
    Object.entries(values).map(([key, value]) => {
      if (value === null || value === undefined || typeof value === 'string') return [key, value ?? undefined];
      report(refused(joinPath(path, key), `is ${shown(value)}, not a text`, quotedRemedy(value)));
      return [key, undefined];
    }),
  );
}
