import { toBytes } from './bytes';

/** Go compares strings byte by byte, JavaScript by UTF-16: beyond U+FFFF the two orders differ. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  return /[\uD800-\uDFFF]/.test(a + b) ? Buffer.compare(toBytes(a), toBytes(b)) : a < b ? -1 : 1;
}
