import { fromBytes } from '../go/bytes';

/** The lines of a text as Promtail reads its standard input: without what ends them, and without empty ones. */
export function linesOf(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(0x0a, at);
    const end = found === -1 ? bytes.length : found;
    const line = fromBytes(bytes.subarray(at, end)).replace(/\r+$/, '');
    if (line !== '') lines.push(line);
    at = end + 1;
  }
  return lines;
}
