import type { GoRegexp } from '../go/regexp';
import type { Expression } from '../jmespath/tree';
import type { Selector } from '../selector/selector';
import type { Template } from '../template/execute';
import type { Zone } from '../time/zone';

/** A stage as Promtail has it once it has started: read, checked, with its defaults. */
export type StageConfig =
  | CriConfig
  | { readonly type: 'docker' | 'decolorize' | 'metrics' | 'geoip' }
  | DropConfig
  | {
      readonly type: 'eventlogmessage';
      readonly source: string;
      readonly dropsInvalid: boolean;
      readonly overwrites: boolean;
    }
  | JsonConfig
  | { readonly type: 'labelallow' | 'labeldrop'; readonly names: readonly string[] }
  | {
      readonly type: 'labels' | 'structured_metadata';
      readonly sources: readonly (readonly [name: string, source: string])[];
    }
  | LimitConfig
  | LogfmtConfig
  | MatchConfig
  | MultilineConfig
  | { readonly type: 'output'; readonly source: string }
  | { readonly type: 'pack'; readonly labels: readonly string[]; readonly takesTimeOfReading: boolean }
  | { readonly type: 'regex'; readonly regexp: GoRegexp; readonly source?: string }
  | ReplaceConfig
  | { readonly type: 'sampling'; readonly rate: number }
  | { readonly type: 'static_labels'; readonly labels: readonly (readonly [name: string, value: string])[] }
  | { readonly type: 'template'; readonly source: string; readonly template: Template }
  | { readonly type: 'tenant'; readonly from: 'label' | 'source' | 'value'; readonly name: string }
  | TimestampConfig;

export interface CriConfig {
  readonly type: 'cri';
  readonly maxPartialLines: bigint;
  readonly maxPartialLineSize: number;
  readonly truncates: boolean;
}

export interface DropConfig {
  readonly type: 'drop';
  readonly sources?: readonly string[];
  readonly separator: string;
  readonly regexp?: GoRegexp;
  /** Nanoseconds. */
  readonly olderThan?: bigint;
  /** Bytes. */
  readonly longerThan?: number;
}

export interface JsonConfig {
  readonly type: 'json';
  readonly expressions: readonly (readonly [name: string, expression: Expression])[];
  readonly source?: string;
  readonly dropsMalformed: boolean;
}

export interface LimitConfig {
  readonly type: 'limit';
  readonly burst: bigint;
  readonly drops: boolean;
  readonly byLabel?: string;
}

export interface LogfmtConfig {
  readonly type: 'logfmt';
  /** Key of logfmt → the name that its value is extracted as. */
  readonly names: ReadonlyMap<string, string>;
  readonly source?: string;
}

export interface MatchConfig {
  readonly type: 'match';
  readonly selector: Selector;
  readonly action: 'keep' | 'drop';
  readonly stages: readonly StageConfig[];
}

export interface MultilineConfig {
  readonly type: 'multiline';
  readonly firstLine: GoRegexp;
  /** Zero is no limit. */
  readonly maxLines: bigint;
}

export interface ReplaceConfig {
  readonly type: 'replace';
  readonly regexp: GoRegexp;
  readonly source?: string;
  /** Undefined where it is no template: Promtail then replaces nothing, without a word. */
  readonly template?: Template;
}

export interface TimestampConfig {
  readonly type: 'timestamp';
  readonly source: string;
  /** The format, and those to fall back on. */
  readonly formats: readonly string[];
  readonly zone?: Zone;
  readonly action: 'skip' | 'fudge';
}
