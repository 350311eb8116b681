/** Go's `strings.Trim`: every character at either end that is one of `cutset`. */
export const trim = (text: string, cutset: string): string => trimLeft(trimRight(text, cutset), cutset);

export function trimLeft(text: string, cutset: string): string {
  const cut = new Set(cutset);
  const characters = Array.from(text);
  const start = characters.findIndex((character) => !cut.has(character));
  return start === -1 ? '' : characters.slice(start).join('');
}

export function trimRight(text: string, cutset: string): string {
  const cut = new Set(cutset);
  const characters = Array.from(text);
  return characters.slice(0, characters.findLastIndex((character) => !cut.has(character)) + 1).join('');
}

export const trimPrefix = (text: string, prefix: string): string =>
  prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text;

export const trimSuffix = (text: string, suffix: string): string =>
  suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
