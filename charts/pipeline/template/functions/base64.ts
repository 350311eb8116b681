import { fromBytes } from '../../go/bytes';

/** What base64 says, or where Go finds a fault in it, which sprig gives out as a text. */
export function decodeBase64(text: string): string {
  const fault = faultIn(text);
  return fault === undefined ? fromBytes(Buffer.from(text, 'base64')) : `illegal base64 data at input byte ${fault}`;
}

/** Line breaks are passed over; at the end up to two `=` make the last four characters full. */
function faultIn(text: string): number | undefined {
  let inGroup = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isBreak(character)) continue;
    if (character === '=') return inGroup < 2 ? at : faultInPadding(text, at, inGroup);
    if (!/[A-Za-z0-9+/]/.test(character)) return at;
    inGroup = (inGroup + 1) % 4;
  }
  return inGroup === 0 ? undefined : text.length - inGroup;
}

function faultInPadding(text: string, first: number, inGroup: number): number | undefined {
  let at = first + 1;
  const skipBreaks = (): void => {
    while (isBreak(text[at] ?? '')) at += 1;
  };
  if (inGroup === 2) {
    skipBreaks();
    if (at === text.length) return at;
    if (text[at] !== '=') return at - 1;
    at += 1;
  }
  skipBreaks();
  return at < text.length ? at : undefined;
}

const isBreak = (character: string): boolean => character === '\n' || character === '\r';
