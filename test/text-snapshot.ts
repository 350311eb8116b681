import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join(__dirname, '../__snapshots__');

/**
 * Compares a text with the file `__snapshots__/<name>`, which reviewers read as it is. `jest -u` writes it; a file that
 * is missing is written too, but in CI.
 */
export function expectTextSnapshot(name: string, text: string): void {
  const file = join(FOLDER, name);
  const { _updateSnapshot: update } = expect.getState().snapshotState as unknown as { _updateSnapshot: string };
  if (update === 'all' || (update === 'new' && !existsSync(file))) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
}
