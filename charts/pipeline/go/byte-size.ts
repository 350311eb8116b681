const BYTES = new Set(['', 'b', 'byte']);
const PREFIXES = ['kilo', 'mega', 'giga', 'tera', 'peta', 'exa'];
const MOST = 2n ** 64n - 1n;

/** A size as Promtail's `longer_than` reads it, in bytes: `8kb` and `8 kilobytes` are 8192. Undefined for what is none. */
export function parseByteSize(text: string): number | undefined {
  const [, digits = '', rest = ''] = /^([0-9]*)(.*)$/s.exec(text) ?? [];
  const unit = unitOf(rest.trim().toLowerCase());
  if (unit === undefined || (digits === '' && text !== '')) return undefined;
  const size = BigInt(digits) * unit;
  return size > MOST ? undefined : Number(size);
}

function unitOf(text: string): bigint | undefined {
  if (BYTES.has(text)) return 1n;
  const power = PREFIXES.findIndex((prefix) =>
    [prefix[0], `${prefix[0]}b`, prefix, `${prefix}byte`, `${prefix}bytes`].includes(text),
  );
  return power === -1 ? undefined : 1024n ** BigInt(power + 1);
}
