import { NANOSECONDS } from '../../kubernetes/duration';
import { fitsInt64 } from './numbers';

const DURATION = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Go's `time.ParseDuration`, in nanoseconds: `1h30m`, `-1.5s`, `0`. Undefined for all else, days too. */
export function parseGoDuration(text: string): bigint | undefined {
  if (!DURATION.test(text)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(/(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g)) {
    const size = NANOSECONDS[unit] ?? 0n;
    total += BigInt(whole === '' ? 0 : whole) * size;
    if (fraction !== '') total += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  }
  const signed = text.startsWith('-') ? -total : total;
  return fitsInt64(signed) ? signed : undefined;
}
