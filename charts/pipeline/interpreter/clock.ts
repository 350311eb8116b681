/** The time of reading, which is one for all lines. */
export interface Clock {
  /** Nanoseconds since 1970. */
  readonly now: bigint;
  readonly today: () => { readonly year: number; readonly month: number };
}

export const clockAt = (readAt: Date): Clock => ({
  now: BigInt(readAt.getTime()) * 1_000_000n,
  today: () => ({ year: readAt.getUTCFullYear(), month: readAt.getUTCMonth() + 1 }),
});
