import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectDocSection } from './doc-section';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('"When it refuses" shows what the fixture with ten mistakes prints', () => {
  expectDocSection('README.md', 'ten mistakes', `\n\`\`\`\n${read('__snapshots__/ten-mistakes.txt')}\`\`\`\n\n`);
});

test('"Change it" begins with main.ts as it is', () => {
  expect(read('README.md')).toContain(`\`\`\`ts\n${read('main.ts')}\`\`\`\n`);
});

test('every npm script that the documents name is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [
    ...`${read('README.md')}${read('docs/architecture.md')}`.matchAll(/npm run (?:--silent )?([a-z:-]+)/g),
  ];
  expect(named.map(([, script = '']) => script).filter((script) => !(script in scripts))).toEqual([]);
});

test('every file that the documents link to is there', () => {
  for (const document of ['README.md', 'docs/architecture.md', 'docs/article-2021.md']) {
    const folder = join(root, document, '..');
    for (const [, target = ''] of read(document).matchAll(/\]\(((?!https?:|#)[^)#]+)/g)) {
      expect(existsSync(join(folder, target)) ? '' : `${document} → ${target}`).toBe('');
    }
  }
});
