import { printable } from '../wording';

/** Characters by their width in hundredths of the font's size, in the widest of the usual fonts. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["'ijl", 32],
  [' .,·/\\:;!()[]"-frtIJ|', 46],
  ['*_`?czsFL', 61],
  ['abdeghknopquvxy0123456789EPTYSZ{}$', 66],
  ['ABCDGHKNOQRUVX', 80],
  ['w+<=>^~#→−×&', 86],
  ['mMW@…%', 100],
];
const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);

/** What nobody knows, in any script. */
const WIDEST = 140;
/** Bold letters are wider. */
const BOLD = 1.13;

/** A font as far as layout goes. */
export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly isBold?: boolean;
}

/** How wide a text may be at the most, in pixels. No font is asked, so that everywhere the same comes of it. */
export function widthOf(text: string, { size, isBold = false }: Font): number {
  let hundredths = 0;
  for (const character of text) hundredths += WIDTH_OF.get(character) ?? WIDEST;
  return (hundredths * size * (isBold ? BOLD : 1)) / 100;
}

/** A text on one line, cut where it would be wider than some pixels. */
export function fitting(text: string, width: number, font: Font): string {
  const line = printable(text);
  return widthOf(line, font) <= width ? line : `${beginning(line, width - widthOf('…', font), font).trimEnd()}…`;
}

/** A name on one line, cut in the middle: names that begin alike are told apart by their ends. */
export function fittingName(name: string, width: number, font: Font): string {
  const line = printable(name);
  if (widthOf(line, font) <= width) return line;
  const room = width - widthOf('…', font);
  const start = beginning(line, room * 0.45, font);
  const end = beginning(reversed(line), room - widthOf(start, font), font);
  return `${start}…${reversed(end)}`;
}

const reversed = (text: string): string => Array.from(text).reverse().join('');

/** As much of the beginning of a text as some pixels take. */
function beginning(text: string, width: number, font: Font): string {
  const characters = Array.from(text);
  let room = width;
  const end = characters.findIndex((character) => {
    room -= widthOf(character, font);
    return room < 0;
  });
  return end < 0 ? text : characters.slice(0, end).join('');
}
