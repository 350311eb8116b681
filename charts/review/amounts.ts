import { canonicalQuantity, parseQuantity } from '../kubernetes/quantity';
import { textOf } from './plain';

const UNIT = 10n ** 9n;
const MIB = 1024n * 1024n;

/** An amount in billionths of its unit; 0 for what is no quantity. */
export const nanoOf = (quantity: unknown): bigint => parseQuantity(textOf(quantity) ?? '')?.nano ?? 0n;

/** Cores as a quantity: `250m`. */
export const asCpu = (nano: bigint): string => canonicalQuantity(`${(nano + 999_999n) / 1_000_000n}m`);

/** Bytes as a quantity in the largest unit that is exact, from Mi on: `512Mi`, `10Gi`. */
export function asBytes(nano: bigint): string {
  const bytes = nano / UNIT;
  return bytes % MIB === 0n ? canonicalQuantity(`${bytes / MIB}Mi`) : canonicalQuantity(`${bytes}`);
}

/** `+100m`, `-256Mi`. */
export const asChange = (nano: bigint, written: (nano: bigint) => string): string =>
  nano < 0n ? `-${written(-nano)}` : `+${written(nano)}`;
