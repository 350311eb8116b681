/**
 * How sizes are read: limits and server settings as `bytes`, the caches' as `human-bytes`, those of clients for gRPC and object
 * stores as `binary-bytes`.
 */
export type SizeKind = 'bytes' | 'human-bytes' | 'binary-bytes';

/** Whether a text is taken for a size. */
export const isSize = (text: string, kind: SizeKind): boolean => READERS[kind](text);

/** A whole number and a unit in any case, or nothing: 64 bits of bytes. */
function isByteSize(text: string): boolean {
  const [, amount, unit = ''] =
    /^(\d*)\s*(|b|byte|(?:[kmgtpe](?:i?b)?)|(?:kilo|mega|giga|tera|peta|exa)(?:bytes?)?)\s*$/i.exec(text) ?? [];
  if (amount === undefined || (amount === '' && text.trim() !== '')) return false;
  return BigInt(amount) * 1024n ** BigInt(Math.max(0, SIZES.indexOf(unit.charAt(0).toLowerCase()))) < 2n ** 64n;
}

/** Numbers with their units, fractions included, all with the `i` or all without: 63 bits of bytes. */
function isBinarySize(text: string): boolean {
  if (/^[-+]?0$/.test(text)) return true;
  if (!/^[-+]?(?:(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]iB|B))+|(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]B|B))+)$/.test(text))
    return false;
  const parts = [...text.matchAll(/([\d.]+)([KMGTPE]?)/g)];
  return (
    parts.reduce(
      (sum, [, amount, unit = '']) => sum + Number(amount) * 1024 ** Math.max(0, SIZES.indexOf(unit.toLowerCase())),
      0,
    ) <
    2 ** 63
  );
}

/** `b` counts bytes too. */
const SIZES = 'bkmgtpe';

/** A number with commas in it as one likes, and a unit in any case, or nothing. */
const isHumanSize = (text: string): boolean =>
  /^(?:\d[\d,]*\.?[\d,]*|\.\d[\d,]*)\s*(?:b|[kmgtpe]i?b?)?\s*$|^$/i.test(text);

const READERS: Readonly<Record<SizeKind, (text: string) => boolean>> = {
  bytes: isByteSize,
  'human-bytes': isHumanSize,
  'binary-bytes': isBinarySize,
};

const EXAMPLES: Readonly<Record<SizeKind, string>> = {
  bytes: 'a whole number and a unit, such as "256KB"',
  'human-bytes': 'a number and a unit, such as "500MB"',
  'binary-bytes': 'a number with its unit, such as "64KiB"',
};

/** What was meant by a text that is no size, or what one looks like. */
export function nearestSize(text: string, kind: SizeKind): string {
  const [, amount, unit = ''] = /^\+?(\d+)\s*([kmgtpe]?)(?:i?b?|bytes?|igs?|egs?)$/i.exec(text) ?? [];
  if (amount === undefined) return EXAMPLES[kind];
  const suffix = kind === 'binary-bytes' ? 'iB' : 'B';
  return `"${amount}${unit === '' ? 'B' : `${unit.toUpperCase()}${suffix}`}"`;
}
