import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

const iam = (program: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/iam.mjs', program], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const folder = mkdtempSync(join(tmpdir(), 'iam-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program with one Loki, for each of the buckets, on DynamoDB. */
function programWith(...buckets: readonly string[]): string {
  const path = join(folder, `${buckets.join('-').replace(/\W+/g, '-')}.ts`);
  const lokis = buckets.map(
    (bucket, index) =>
      `new LoggingStack(app, 'logs-${index}', { namespace: 'logs-${index}', loki: { version: '2.1.0', storage: {
        type: 'dynamodb', region: 'eu-west-1', table: 'index', bucket: '${bucket}', access: { type: 'node-role' } } } });`,
  );
  writeFileSync(
    path,
    `import { LoggingStack, ManifestApp } from ${JSON.stringify(join(ROOT, 'charts'))};
    export const app = new ManifestApp();
    ${lokis.join('\n')}`,
  );
  return path;
}

test('prints the policy of the only Loki in AWS as JSON, and writes nothing', () => {
  const { status, stdout, stderr } = iam('examples/article-2021-aws.ts');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const policy = JSON.parse(stdout);
  expect(policy.Version).toBe('2012-10-17');
  expect(policy.Statement.flatMap(({ Resource }: { Resource: string[] }) => Resource)).toEqual([
    'arn:aws:s3:::loki-shtian/*',
    'arn:aws:dynamodb:us-east-1:111122223333:table/loki_index',
    '*',
  ]);
});

test('prints the policies of several by the path of each', () => {
  const { status, stdout } = iam(programWith('acme-a', 'acme-b'));
  expect(status).toBe(0);
  const policies: Record<string, { Statement: { Resource: string[] }[] }> = JSON.parse(stdout);
  expect(Object.entries(policies).map(([path, { Statement }]) => [path, Statement[0]?.Resource])).toEqual([
    ['logs-0/Default/loki', ['arn:aws:s3:::acme-a/*']],
    ['logs-1/Default/loki', ['arn:aws:s3:::acme-b/*']],
  ]);
});

test('says so when no Loki is in AWS, and prints no policy', () => {
  expect(iam('examples/article-2021.ts')).toEqual({
    status: 0,
    stdout: '',
    stderr: 'no Loki of examples/article-2021.ts keeps anything in AWS: no policy is needed\n',
  });
});

test('prints no policy for an app that is refused, but the problems', () => {
  const { status, stdout, stderr } = iam(programWith('s3://acme-logs'));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('\nlogs-0\n   1. loki.storage.bucket: "s3://acme-logs" is a URL\n');
  expect(stderr).toContain('→ write the name alone: "acme-logs"');
  expect(stderr).not.toContain('    at ');
});

test('asks for a program that exports its app', () => {
  const program = join(folder, 'empty.ts');
  writeFileSync(program, 'export const stack = 1;');
  expect(iam(program)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${program} exports no app: write \`export const app = new ManifestApp()\`\n`,
  });
});
