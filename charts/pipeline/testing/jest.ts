import type { TestEntry, TestStream, TestTarget } from './test-pipeline';

/** What of a stream is asked for; anything that is left out may be as it is. */
export interface ExpectedStream {
  /** All of them. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly tenant?: string;
  /** Texts stand for lines alone. */
  readonly entries?: readonly (string | Partial<TestEntry>)[];
}

/** What a matcher is given by jest and by whoever follows its ways. */
interface MatcherContext {
  readonly isNot?: boolean;
  readonly equals: (a: unknown, b: unknown) => boolean;
  readonly utils: { readonly diff: (a: unknown, b: unknown) => string | null };
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** `expect.extend(pipelineMatchers)`, then `expect(testPipeline(…).pod({…}).line('…')).toMakeStreams([{ labels: {…}, entries: ['…'] }])`. */
export const pipelineMatchers = {
  toMakeStreams(this: MatcherContext, target: TestTarget, expected: readonly ExpectedStream[]): MatcherResult {
    const made = target.streams.map((stream, index) => asAskedFor(stream, expected[index] ?? {}));
    const wanted = expected.map(spelledOut);
    const pass = this.equals(made, wanted);
    return {
      pass,
      message: () =>
        pass
          ? `it makes just these streams:\n\n${text(made)}`
          : `the pipeline makes other streams:\n\n${this.utils.diff(text(wanted), text(made)) ?? text(made)}`,
    };
  },
};

interface Shown {
  readonly labels?: Readonly<Record<string, string>>;
  readonly tenant?: string;
  readonly entries?: readonly Partial<TestEntry>[];
}

/** Of what came, that which is asked about; all of a stream that nobody asked for. */
function asAskedFor({ labels, tenant, entries }: TestStream, expected: ExpectedStream): Shown {
  const isUnasked = Object.keys(expected).length === 0;
  return {
    ...(isUnasked || expected.labels !== undefined ? { labels } : {}),
    ...(expected.tenant !== undefined || (isUnasked && tenant !== '') ? { tenant } : {}),
    ...(isUnasked || expected.entries !== undefined
      ? { entries: entries.map((entry, index) => entryAskedFor(entry, expected.entries?.[index])) }
      : {}),
  };
}

function entryAskedFor(entry: TestEntry, expected: string | Partial<TestEntry> | undefined): Partial<TestEntry> {
  if (expected === undefined || typeof expected === 'string') return { line: entry.line };
  return {
    ...(expected.line === undefined ? {} : { line: entry.line }),
    ...(expected.timestamp === undefined ? {} : { timestamp: entry.timestamp }),
    ...(expected.metadata === undefined ? {} : { metadata: entry.metadata }),
  };
}

const spelledOut = ({ labels, tenant, entries }: ExpectedStream): Shown => ({
  ...(labels === undefined ? {} : { labels }),
  ...(tenant === undefined ? {} : { tenant }),
  ...(entries === undefined
    ? {}
    : { entries: entries.map((entry) => (typeof entry === 'string' ? { line: entry } : entry)) }),
});

/** One stream a paragraph, as LogQL would show it. */
const text = (streams: readonly Shown[]): string =>
  streams
    .map(({ labels, tenant, entries = [] }) =>
      [
        `{${Object.entries(labels ?? {})
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
          .join(', ')}}${tenant === undefined || tenant === '' ? '' : ` of tenant ${tenant}`}`,
        ...entries.map(({ line, timestamp, metadata }) =>
          [
            ...(timestamp === undefined ? [] : [timestamp ?? 'when read']),
            ...(line === undefined ? [] : [line.replaceAll('\n', '\n    ')]),
            ...(metadata === undefined ? [] : [JSON.stringify(metadata)]),
          ]
            .join('  ')
            .replace(/^/, '  '),
        ),
      ].join('\n'),
    )
    .join('\n\n');

export type PipelineMatchers = typeof pipelineMatchers;

declare global {
  namespace jest {
    interface Matchers<R> {
      /** Compares what `testPipeline` makes with what is asked for; of a stream only what is said. */
      toMakeStreams(expected: readonly ExpectedStream[]): R;
    }
  }
}
