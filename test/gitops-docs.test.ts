import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import * as library from '../charts';
import { reviewBetween } from '../charts/cli/review-between';
import { reviewText } from '../charts/review/output/text';
import { app as environments } from '../examples/environments';
import { expectDocSection } from './doc-section';

const ROOT = join(__dirname, '..');
const DOCUMENT = readFileSync(join(ROOT, 'docs/gitops.md'), 'utf8');

const blocksOf = (language: string): readonly string[] =>
  [...DOCUMENT.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code);

test.each(blocksOf('ts').map((code) => [code.split('\n', 1)[0] ?? '', code] as const))(
  '%s … is accepted',
  (_, code) => {
    const app = new library.ManifestApp({ outdir: 'dist', report: () => {} });
    const names = {
      ...library,
      app,
      ...(code.includes('const stack')
        ? {}
        : { stack: new library.LoggingStack(app, 'stack', { namespace: 'stack' }) }),
    };
    const { code: script } = transformSync(code, { loader: 'ts' });
    new Function(...Object.keys(names), script)(...Object.values(names));
    expect([...app.manifestFiles().keys()].length).toBeGreaterThan(3);
  },
);

test('it shows how the environments of the example differ', () => {
  const compared = reviewBetween({ name: 'examples/environments.ts', texts: environments.manifestFiles() }, [
    'staging',
    'production',
  ]);
  if ('mistake' in compared) throw new Error(compared.mistake);
  const text = reviewText(compared.review, { title: 'examples/environments.ts: staging → production' });
  expectDocSection('docs/gitops.md', 'two environments', `\n\`\`\`\n${text}\`\`\`\n\n`);
});

test('every file that it links to is there', () => {
  const targets = [...DOCUMENT.matchAll(/\]\(((?!https?:|#)[^)#]+)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(ROOT, 'docs', target)))).toEqual([]);
});

test('every script of its shell blocks is one that bash reads', () => {
  for (const code of blocksOf('sh')) {
    expect(spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' })).toMatchObject({ stderr: '', status: 0 });
  }
});
