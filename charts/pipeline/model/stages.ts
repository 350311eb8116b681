/**
 * What happens to each log line, step by step, in Promtail's own words. Alloy gets the same as `stage.*` blocks.
 * @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/
 */
export type Stage =
  | { readonly cri: CriStage }
  | { readonly docker: Record<string, never> }
  | { readonly json: JsonStage }
  | { readonly logfmt: LogfmtStage }
  | { readonly regex: RegexStage }
  | { readonly replace: ReplaceStage }
  | { readonly multiline: MultilineStage }
  | { readonly timestamp: TimestampStage }
  | { readonly output: OutputStage }
  | { readonly labels: Mapping }
  | { readonly static_labels: Readonly<Record<string, string>> }
  | { readonly labeldrop: readonly string[] }
  | { readonly labelallow: readonly string[] }
  | { readonly structured_metadata: Mapping }
  | { readonly match: MatchStage }
  | { readonly drop: DropStage }
  | { readonly sampling: SamplingStage }
  | { readonly limit: LimitStage }
  | { readonly pack: PackStage }
  | { readonly template: TemplateStage }
  | { readonly tenant: TenantStage }
  | { readonly metrics: Readonly<Record<string, Metric>> }
  | { readonly decolorize: Record<string, never> }
  | { readonly geoip: GeoIpStage };

/** Names of the stages. */
export type StageName = Stage extends infer Each ? (Each extends Each ? keyof Each : never) : never;

/** New name → name in the extracted data; `''` for the same name. */
export type Mapping = Readonly<Record<string, string>>;

/** A time in Go's units, `'1m30s'`. */
export type GoDuration = `${number}${'ns' | 'us' | 'ms' | 's' | 'm' | 'h'}${string}`;

/** Parses what containerd and CRI-O write, and joins lines that they cut. */
export interface CriStage {
  /** Streams whose cut lines are waited for. @default 100 */
  readonly max_partial_lines?: number;
  /** Bytes of a joined line, above which it is passed on or cut. @default 0, no limit */
  readonly max_partial_line_size?: number;
  /** Whether a line above that is cut. @default false */
  readonly max_partial_line_size_truncate?: boolean;
}

export interface JsonStage {
  /** Name in the extracted data → JMESPath; `''` for the same name. */
  readonly expressions: Mapping;
  /** Name of the extracted value to parse. @default - the line */
  readonly source?: string;
  /** Whether lines that are no JSON are dropped. @default false */
  readonly drop_malformed?: boolean;
}

export interface LogfmtStage {
  /** Name in the extracted data → key; `''` for the same name. */
  readonly mapping: Mapping;
  /** Name of the extracted value to parse. @default - the line */
  readonly source?: string;
}

export interface RegexStage {
  /** RE2 with named groups, `(?P<level>\w+)`, each of which goes to the extracted data. */
  readonly expression: string;
  /** Name of the extracted value to match. @default - the line */
  readonly source?: string;
}

export interface ReplaceStage {
  /** RE2 whose groups are replaced; without one nothing is. */
  readonly expression: string;
  /** A Go template; `{{ .Value }}` is what is replaced. @default '', which takes it out */
  readonly replace?: string;
  /** Name of the extracted value to change. @default - the line */
  readonly source?: string;
}

export interface MultilineStage {
  /** RE2 that matches the first line of an entry; all others are joined to the one before. */
  readonly firstline: string;
  /** How long the next line is waited for. @default '3s' */
  readonly max_wait_time?: GoDuration;
  /** Lines of one entry at most. @default 128 */
  readonly max_lines?: number;
}

export interface TimestampStage {
  /** Name of the extracted value. */
  readonly source: string;
  /** A layout of Go's, by its reference time (`'2006-01-02 15:04:05'`), or a name: `'RFC3339'`, `'Unix'`, `'UnixMs'` … */
  readonly format: string;
  readonly fallback_formats?: readonly string[];
  /** IANA time zone of times that name none. @default 'UTC' */
  readonly location?: string;
  /** What becomes of a time that does not parse: the last one and a nanosecond, or the time of reading. @default 'fudge' */
  readonly action_on_failure?: 'fudge' | 'skip';
}

export interface OutputStage {
  /** Name of the extracted value that becomes the line. */
  readonly source: string;
}

export interface MatchStage {
  /** LogQL: a stream selector, and line filters if any. */
  readonly selector: string;
  /** @default 'keep' */
  readonly action?: 'keep' | 'drop';
  /** What happens to lines that match; not with `action: 'drop'`. */
  readonly stages?: readonly Stage[];
  /** @default 'match_stage' */
  readonly drop_counter_reason?: string;
}

/** Drops lines for which all that is said holds. */
export interface DropStage {
  /** Names of extracted values. @default - the line */
  readonly source?: string | readonly string[];
  /** What stands between the values of several sources. @default ';' */
  readonly separator?: string;
  /** RE2 that the source matches. */
  readonly expression?: string;
  /** What the source is; not with `expression`. */
  readonly value?: string;
  /** Age by the entry's time. */
  readonly older_than?: GoDuration;
  /** Bytes, such as `'8kb'`. */
  readonly longer_than?: string;
  /** @default 'drop_stage' */
  readonly drop_counter_reason?: string;
}

export interface SamplingStage {
  /** Share of the lines that are kept, 0 to 1. */
  readonly rate: number;
  /** @default 'sampling_stage' */
  readonly drop_counter_reason?: string;
}

export interface LimitStage {
  /** Lines a second. */
  readonly rate: number;
  /** Lines at once. */
  readonly burst: number;
  /** Whether lines above the rate are dropped instead of held back. @default false */
  readonly drop?: boolean;
  /** A label for each value of which the rate holds. @default - for all lines together */
  readonly by_label_name?: string;
  /** Values of that label that are told apart. @default 10000 */
  readonly max_distinct_labels?: number;
}

export interface PackStage {
  /** Labels, and extracted values, that move into the line as JSON. */
  readonly labels: readonly string[];
  /** Whether the time of reading becomes the entry's, so that entries stay in order. @default true */
  readonly ingest_timestamp?: boolean;
}

export interface TemplateStage {
  /** Name of the extracted value that is set. */
  readonly source: string;
  /** A Go template: `{{ .Value }}`, and any extracted value by its name. */
  readonly template: string;
}

/** The tenant that the line is sent for: by an extracted value, a label, or as it is written. */
export type TenantStage = { readonly source: string } | { readonly label: string } | { readonly value: string };

/** A Prometheus metric that the collector counts and shows of itself; its key is its name. */
export type Metric = CounterMetric | GaugeMetric | HistogramMetric;

interface MetricBase {
  /** Help text. */
  readonly description?: string;
  /** What the name begins with. @default - 'promtail_custom_', on Alloy 'loki_process_custom_' */
  readonly prefix?: string;
  /** Name of the extracted value. @default - the metric's name */
  readonly source?: string;
  /** How long a series stays that is not counted any more. @default '5m' */
  readonly max_idle_duration?: GoDuration;
}

export interface CounterMetric extends MetricBase {
  readonly type: 'Counter';
  readonly config: {
    readonly action: 'inc' | 'add';
    /** Whether every line counts; not with `value`. @default false */
    readonly match_all?: boolean;
    /** Whether the bytes of every line are added. @default false */
    readonly count_entry_bytes?: boolean;
    /** Count only where the source is this. */
    readonly value?: string;
  };
}

export interface GaugeMetric extends MetricBase {
  readonly type: 'Gauge';
  readonly config: {
    readonly action: 'set' | 'inc' | 'dec' | 'add' | 'sub';
    readonly value?: string;
  };
}

export interface HistogramMetric extends MetricBase {
  readonly type: 'Histogram';
  readonly config: {
    readonly value?: string;
    /** Upper bounds, ascending. */
    readonly buckets: readonly number[];
  };
}

export interface GeoIpStage {
  /** Path of MaxMind's database in the container: mount it there. */
  readonly db: string;
  /** Name of the extracted value that holds the address. */
  readonly source: string;
  readonly db_type: 'city' | 'asn';
}
