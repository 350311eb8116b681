import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

const iam = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/iam.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const folder = mkdtempSync(join(tmpdir(), 'iam-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('prints the policy of the article’s Loki, and writes nothing else', () => {
  const { status, stdout, stderr } = iam('--policy', 'examples/article-2021-aws.ts');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const policy = JSON.parse(stdout);
  expect(policy.Version).toBe('2012-10-17');
  expect(policy.Statement.flatMap(({ Resource }: { Resource: string[] }) => Resource)).toEqual([
    'arn:aws:s3:::loki-shtian/fake/*',
    'arn:aws:dynamodb:us-east-1:111122223333:table/loki_index',
    '*',
  ]);
});

test('prints the trust policy of its role, with a note of what to fill in', () => {
  const { status, stdout, stderr } = iam('examples/article-2021-aws.ts', '--trust');
  expect(status).toBe(0);
  expect(Object.keys(JSON.parse(stdout))).toEqual(['Version', 'Statement']);
  expect(stderr).toMatch(/^loki\/Default\/loki: trustPolicy has .* to fill in: set oidcProvider.*\n$/);
});

test('takes a program of the same name as its own', () => {
  const text = `import { LoggingStack, ManifestApp } from ${JSON.stringify(join(ROOT, 'charts'))};
    export const app = new ManifestApp();
    new LoggingStack(app, 'logs', { namespace: 'logs', loki: { storage: {
      type: 's3', region: 'eu-west-1', bucket: 'acme-logs', access: { type: 'node-role' } } } });`;
  const { status, stdout, stderr } = iam(program('iam.ts', text));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(Object.keys(JSON.parse(stdout))).toEqual(['logs/Default/loki']);
});

test('asks for a program that exports its app', () => {
  const path = program('empty.ts', 'export const stack = 1;');
  expect(iam(path)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${path} exports no app: write \`export const app = new ManifestApp()\`\n`,
  });
});

test('says in a line what a program throws', () => {
  const path = program('throws.ts', 'throw new Error("no chart");');
  expect(iam(path)).toEqual({ status: 1, stdout: '', stderr: `${path}: no chart; npm run synth says where\n` });
});
