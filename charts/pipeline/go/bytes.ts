/**
 * Go's strings are bytes, JavaScript's are UTF-16. Here a line is a JavaScript string, and a byte that is no UTF-8 stands in it as
 * the lone surrogate U+DC00 + byte: the text reads as it is, and no byte is lost. Both ways through, the bytes come out the same.
 */

/** Bytes that are no UTF-8, and what else is a lone surrogate. */
const RAW = /[\uDC80-\uDCFF]/u;
const RAWS = /[\uDC80-\uDCFF]/gu;
const LONE = /[\uD800-\uDC7F\uDD00-\uDFFF]/gu;

const RAW_BASE = 0xdc00;

/** Whether there are bytes in it that are no UTF-8. */
export const hasRawBytes = (text: string): boolean => RAW.test(text);

/** A text of any origin: what no UTF-8 can say becomes U+FFFD, as in every encoder. */
export const wellFormed = (text: string): string => text.replace(LONE, '\uFFFD');

/** Every byte that is no UTF-8 as U+FFFD, as Go reads it; no index moves. */
export const replaced = (text: string): string => (hasRawBytes(text) ? text.replace(RAWS, '\uFFFD') : text);

export function fromBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  let start = 0;
  for (let at = 0; at < buffer.length; ) {
    const first = buffer[at] ?? 0;
    const width = first < 0x80 ? 1 : sequenceLength(buffer, at);
    if (width === 0) {
      text += buffer.toString('utf8', start, at) + String.fromCharCode(RAW_BASE + first);
      start = at + 1;
    }
    at += width === 0 ? 1 : width;
  }
  return start === 0 ? buffer.toString('utf8') : text + buffer.toString('utf8', start);
}

/** How many bytes the character takes that begins there; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return isContinuation(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const least = first === 0xe0 ? 0xa0 : 0x80;
    const most = first === 0xed ? 0x9f : 0xbf;
    return second >= least && second <= most && isContinuation(bytes[at + 2]) ? 3 : 0;
  }
  if (first < 0xf0 || first > 0xf4) return 0;
  const least = first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xf4 ? 0x8f : 0xbf;
  const isWhole = isContinuation(bytes[at + 2]) && isContinuation(bytes[at + 3]);
  return second >= least && second <= most && isWhole ? 4 : 0;
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

export function toBytes(text: string): Buffer {
  if (!hasRawBytes(text)) return Buffer.from(text);
  const parts: Buffer[] = [];
  let start = 0;
  for (const { index } of text.matchAll(RAWS)) {
    parts.push(Buffer.from(text.slice(start, index)), Buffer.of(text.charCodeAt(index) - RAW_BASE));
    start = index + 1;
  }
  return Buffer.concat([...parts, Buffer.from(text.slice(start))]);
}

/** What Go's `len` says. */
export function byteLength(text: string): number {
  const length = Buffer.byteLength(text);
  // Node counts three bytes for a lone surrogate.
  return hasRawBytes(text) ? length - 2 * Array.from(text.matchAll(RAWS)).length : length;
}

/** Go's `text[start:end]`, which may cut a character into bytes. */
export const byteSlice = (text: string, start: number, end?: number): string =>
  fromBytes(toBytes(text).subarray(start, end));

/** Texts in a row. Where a character was cut, its bytes meet again. */
export function joined(parts: readonly string[], separator = ''): string {
  const text = parts.join(separator);
  return hasRawBytes(text) ? fromBytes(toBytes(text)) : text;
}
