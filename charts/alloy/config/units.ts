import { parseDuration } from '../../kubernetes/duration';
import { parseByteSize } from '../../pipeline/go/byte-size';
import type { AlloyValue } from '../syntax/values';
import { given } from './plain-value';

const HOUR = 3_600_000;

/**
 * A time as Alloy takes it: in Go's units, of which hours are the longest. What is none stays as it is, for checks to refuse.
 * `7d` → `168h`
 */
export function goDuration(written: unknown): AlloyValue | undefined {
  const milliseconds = typeof written === 'string' && /[dwy]/.test(written) ? parseDuration(written) : undefined;
  if (milliseconds === undefined) return given(written);
  const hours = Math.floor(milliseconds / HOUR);
  const rest = milliseconds % HOUR;
  return `${hours}h${rest === 0 ? '' : `${rest}ms`}`;
}

const UNITS = ['TiB', 'GiB', 'MiB', 'KiB'] as const;

/** Bytes as Alloy takes them, which is never a number alone: `1048576` → `1MiB`, `1000` → `1000B`. */
export function byteSize(bytes: number): string {
  const power = UNITS.findIndex((_, index) => bytes > 0 && bytes % 1024 ** (UNITS.length - index) === 0);
  return power === -1 ? `${bytes}B` : `${bytes / 1024 ** (UNITS.length - power)}${UNITS[power]}`;
}

/** A size as Promtail takes it, `8kb`, in Alloy's words: `8KiB`. What is none stays as it is, for checks to refuse. */
export function byteSizeOf(written: unknown): AlloyValue | undefined {
  const bytes = typeof written === 'string' ? parseByteSize(written) : written;
  return typeof bytes === 'number' ? byteSize(bytes) : given(written);
}
