import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

const review = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/review.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const folder = mkdtempSync(join(tmpdir(), 'review-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program with one stack, of which Loki has these options. */
function programWith(loki: string): string {
  const path = join(folder, 'main.ts');
  writeFileSync(
    path,
    `import { LoggingStack, ManifestApp } from ${JSON.stringify(join(ROOT, 'charts'))};
    export const app = new ManifestApp();
    new LoggingStack(app, 'loki', { namespace: 'loki', loki: ${loki} });`,
  );
  return path;
}

test('main.ts is compiled, and compared with what it would write', () => {
  expect(review('--against', 'dist')).toEqual({
    status: 0,
    stdout: 'main.ts against dist: 19 unchanged\nnothing changes\n',
    stderr: '',
  });
});

test('a change that is not wanted ends with exit code 1, without colours where nobody sees them', () => {
  const program = programWith("{ retention: '7d' }");
  const { status, stdout, stderr } = review('--against', 'dist', '--fail-on', 'data-loss', program);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('  data loss           Secret/loki: deletes logs older than 7d, which were kept for 14d\n');
});

test('a program that is refused has its problems told, and no stack', () => {
  const { status, stdout, stderr } = review('--against', 'dist', programWith("{ retention: '36h' }"));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('1. loki.retention: "36h" is not a multiple of 24h');
  expect(stderr).not.toContain('    at ');
});
