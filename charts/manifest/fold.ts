/**
 * Folds lines that are wider than `width` between words, but not between quotes. What is left of a line that starts with
 * an arrow stands under its first word.
 */
export const fold = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((line) => foldLine(line, width));

function foldLine(line: string, width: number): readonly string[] {
  const [first = '', ...words] = line.match(/(?:"[^"]*"|\S)+/g) ?? [];
  const indent = first === '→' ? '  ' : '';
  const lines: string[] = [];
  let last = first;
  for (const word of words) {
    if (last.length + 1 + word.length <= width) {
      last += ` ${word}`;
      continue;
    }
    lines.push(last);
    last = indent + word;
  }
  return [...lines, last];
}
