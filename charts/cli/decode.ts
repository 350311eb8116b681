/** A file as text; or why it is none, and on which line that shows. */
export type DecodedFile =
  | { readonly text: string }
  | { readonly message: string; readonly line: number; readonly remedy: string };

/** Reads the bytes of a file as Loki reads them: UTF-8, or UTF-16 that says so at its beginning. */
export function decode(content: string | Uint8Array): DecodedFile {
  if (typeof content === 'string') return { text: content };
  const [first = 0, second = 0] = content;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(content) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(content) };
  if (content.includes(0)) {
    const message = first === 0x1f && second === 0x8b ? 'is compressed' : 'is not a text file';
    return { message, line: 1, remedy: 'name the file of a configuration, as text' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    const before = new TextDecoder('utf-8').decode(content).split('\ufffd')[0] ?? '';
    return { message: 'is not UTF-8', line: before.split('\n').length, remedy: 'save it as UTF-8' };
  }
}
