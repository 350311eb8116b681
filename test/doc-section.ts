import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Compares a text with what stands between `<!-- <name> -->` and `<!-- end of <name> -->` in a document of the
 * repository. `jest -u` writes it there.
 */
export function expectDocSection(document: string, name: string, text: string): void {
  const file = join(__dirname, '..', document);
  const content = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->\n`];
  const [from, to] = [content.indexOf(begin) + begin.length, content.indexOf(end)];
  expect(content.split(begin)).toHaveLength(2);
  expect(to).toBeGreaterThanOrEqual(from);
  const { _updateSnapshot: update } = expect.getState().snapshotState as unknown as { _updateSnapshot: string };
  if (update === 'all') writeFileSync(file, content.slice(0, from) + text + content.slice(to));
  else expect(content.slice(from, to)).toBe(text);
}
