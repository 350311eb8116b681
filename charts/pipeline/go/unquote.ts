import { fromBytes, toBytes } from './bytes';

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

const ESCAPE = /\\(?:([abfnrtv\\'"])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([\s\S]|$))/g;

/** What a string of Go's stands for: `"a\tb"`, `` `a\tb` `` or `'a'`. Undefined for what Go does not take for one. */
export function unquote(text: string): string | undefined {
  const quote = text[0] ?? '';
  if (text.length < 2 || !text.endsWith(quote) || !'"`\''.includes(quote)) return undefined;
  const inner = text.slice(1, -1);
  if (quote === '`') return inner.includes('`') ? undefined : inner.replaceAll('\r', '');
  if (inner.includes('\n')) return undefined;
  let isValid = !new RegExp(`(?<!\\\\)(?:\\\\\\\\)*${quote}`).test(inner);
  const parts: Buffer[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: simple, 2: byte, 3: short, 4: long, 5: octal } of inner.matchAll(ESCAPE)) {
    parts.push(toBytes(inner.slice(end, index)));
    end = index + whole.length;
    if (simple !== undefined) {
      isValid &&= simple !== (quote === '"' ? "'" : '"');
      parts.push(Buffer.from(SIMPLE[simple] ?? simple));
    } else if (byte !== undefined || octal !== undefined) {
      const value = byte === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(byte, 16);
      isValid &&= value <= 0xff;
      parts.push(Buffer.of(value));
    } else {
      const code = Number.parseInt(short ?? long ?? '', 16);
      const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      isValid &&= isCharacter;
      if (isCharacter) parts.push(Buffer.from(String.fromCodePoint(code)));
    }
  }
  return isValid ? fromBytes(Buffer.concat([...parts, toBytes(inner.slice(end))])) : undefined;
}
