import { hasRawBytes, toBytes } from '../go/bytes';
import { keyOf, toRecord } from '../labels';
import type { Entry } from './entry';
import { TENANT_LABEL } from './stages/tenant';

/** A line of a stream. */
export interface StreamEntry {
  /** Nanoseconds since 1970; undefined for the time of reading. */
  readonly timestamp?: bigint;
  /** A byte that is no UTF-8 stands in it as the lone surrogate U+DC00 + byte. */
  readonly line: string;
  /** Structured metadata. Of a name that was added twice the last value counts. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What Promtail sends to Loki under one set of labels, for one tenant. */
export interface Stream {
  /** Empty when no stage names one. */
  readonly tenant: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly entries: readonly StreamEntry[];
}

/** Entries by tenant and labels, in the order in which they came. */
export function streamsOf(entries: readonly Entry[]): Stream[] {
  const streams = new Map<string, { tenant: string; labels: ReadonlyMap<string, string>; entries: StreamEntry[] }>();
  for (const { labels: all, timestamp, line, metadata } of entries) {
    const tenant = all.get(TENANT_LABEL) ?? '';
    const labels = new Map([...all].filter(([name]) => name !== TENANT_LABEL));
    const key = JSON.stringify([tenant, keyOf(labels)]);
    const stream = streams.get(key) ?? { tenant, labels, entries: [] };
    streams.set(key, stream);
    stream.entries.push({
      ...(timestamp === undefined ? {} : { timestamp }),
      line,
      metadata: Object.fromEntries(metadata),
    });
  }
  return [...streams.values()].map(({ tenant, labels, entries: own }) => ({
    tenant,
    labels: toRecord(labels),
    entries: own,
  }));
}

/** A stream as `streams --json` prints it. */
export interface JsonStream {
  readonly tenant: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly entries: readonly {
    /** RFC3339 with up to nine digits of a second, in UTC; null for the time of reading. */
    readonly ts: string | null;
    /** `{ base64 }` where the line is no UTF-8. */
    readonly line: string | { readonly base64: string };
    readonly metadata: Readonly<Record<string, string>>;
  }[];
}

export const toJsonStreams = (streams: readonly Stream[]): JsonStream[] =>
  streams.map(({ tenant, labels, entries }) => ({
    tenant,
    labels,
    entries: entries.map(({ timestamp, line, metadata }) => ({
      ts: timestamp === undefined ? null : rfc3339(timestamp),
      line: hasRawBytes(line) ? { base64: toBytes(line).toString('base64') } : line,
      metadata,
    })),
  }));

const SECOND = 1_000_000_000n;
/** After 400 years the calendar begins anew. */
const CYCLE_YEARS = 400n;
const CYCLE_SECONDS = 146_097n * 86_400n;

/** Go's RFC3339Nano in UTC: no zeros at the end of the fraction, and years beyond 9999 as they are. */
export function rfc3339(timestamp: bigint): string {
  const nanoseconds = modulo(timestamp, SECOND);
  const seconds = (timestamp - nanoseconds) / SECOND;
  const inCycle = modulo(seconds, CYCLE_SECONDS);
  const date = new Date(Number(inCycle) * 1000);
  const year = BigInt(date.getUTCFullYear()) + ((seconds - inCycle) / CYCLE_SECONDS) * CYCLE_YEARS;
  const fraction = String(nanoseconds).padStart(9, '0').replace(/0+$/, '');
  return `${goYear(year)}${date.toISOString().slice(4, 19)}${fraction === '' ? '' : `.${fraction}`}Z`;
}

const modulo = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;
const goYear = (year: bigint): string => (year < 0n ? `-${goYear(-year)}` : String(year).padStart(4, '0'));
