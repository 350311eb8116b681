import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { programRunner } from './run-program';

let folder: string;
const { PATH, TMPDIR } = process.env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-program-'));
  mkdirSync(join(folder, 'tmp'));
  process.env.PATH = `${folder}${delimiter}${PATH}`;
  process.env.TMPDIR = join(folder, 'tmp');
});

afterEach(() => {
  process.env.PATH = PATH;
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(folder, { recursive: true, force: true });
});

/** A program in shell, by the name of `asked`. */
function script(lines: string): void {
  writeFileSync(join(folder, 'asked'), `#!/bin/sh\n${lines}\n`);
  chmodSync(join(folder, 'asked'), 0o755);
}

const left = (): string[] => readdirSync(join(folder, 'tmp'));

const ask = (longest = 10_000, more: object = {}) =>
  programRunner(longest)('asked', { args: (file) => [file], text: 'password: hunter2\n', env: { A: 'x' }, ...more });

test('a program gets the text in a file that nobody else can read, and that is gone afterwards', async () => {
  script('cat "$1"; ls -l "$1" | cut -c 1-10; ls -ld "$(dirname "$1")" | cut -c 1-10; echo "$A of $1" >&2; exit 3');
  const { status, output = '' } = (await ask()) ?? {};
  expect(status).toBe(3);
  expect(output.split('\n').sort()).toEqual(['', '-rw-------', 'drwx------', 'password: hunter2', 'x of FILE']);
  expect(left()).toEqual([]);
});

test.each<[string, string, object]>([
  ['is killed', 'kill -KILL $$', { status: undefined, signal: 'SIGKILL', output: '' }],
  ['crashes', 'echo no; kill -SEGV $$', { status: undefined, signal: 'SIGSEGV', output: 'no\n' }],
  ['hangs', 'echo wait; exec sleep 600', { status: undefined, isEnded: true, output: 'wait\n' }],
  [
    'hangs and will not end',
    'trap "" TERM INT; while :; do sleep 1; done',
    { status: undefined, isEnded: true, output: '' },
  ],
  ['leaves another one behind', 'sleep 600 &\nexit 0', { status: 0, output: '' }],
])('of one that %s it is said how it ended', async (_, lines, expected) => {
  script(lines);
  expect(await ask(500)).toEqual(expected);
  expect(left()).toEqual([]);
});

test('what a program leaves behind ends with it', async () => {
  script('sleep 600 &\necho $!');
  const ran = await ask();
  expect(await gone(Number(ran?.output))).toBe(true);
});

test('of endless output as much is kept as anybody reads', async () => {
  script('yes');
  const ran = await ask(500);
  expect(ran?.output.length).toBe(64 * 1024);
  expect(left()).toEqual([]);
});

test.each<[string, () => void]>([
  ['there is no such program', () => {}],
  ['it may not be run', () => writeFileSync(join(folder, 'asked'), '#!/bin/sh\n')],
])('%s', async (_, make) => {
  make();
  expect(await ask()).toBeUndefined();
  expect(left()).toEqual([]);
});

test('where more is handed over than a system takes, that is what it says', async () => {
  script('exit 0');
  const env = { BIG: 'x'.repeat(4_000_000) };
  expect(await ask(500, { env })).toMatchObject({ status: 126, output: expect.stringContaining('E2BIG') });
  expect(left()).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'interrupted by %s, nothing is left',
  async (signal) => {
    const started = join(folder, 'started');
    writeFileSync(
      join(folder, 'loki'),
      `#!/bin/sh\n[ "$1" = --version ] && { echo loki 3.7.6; exit 0; }\necho $$ > ${started}.new; mv ${started}.new ${started}\nexec sleep 600\n`,
    );
    chmodSync(join(folder, 'loki'), 0o755);
    const root = join(__dirname, '../..');
    const child = spawn(process.execPath, ['scripts/run.mjs', 'charts/cli/main.ts', 'verify', 'dist'], {
      cwd: root,
      env: { ...process.env },
      stdio: 'ignore',
    });
    for (let round = 0; round < 400 && !existsSync(started); round++) await pause();
    expect(left().filter((name) => name.startsWith('cdk8s-plg-verify-'))).toHaveLength(1);
    child.kill(signal);
    const [, by] = await once(child, 'exit');
    expect(by).toBe(signal);
    expect(left().filter((name) => name.startsWith('cdk8s-plg-verify-'))).toEqual([]);
    const asked = Number(readFileSync(started, 'utf8'));
    await expect(gone(asked)).resolves.toBe(true);
  },
  30_000,
);

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Whether a process ends soon. */
async function gone(pid: number): Promise<boolean> {
  for (let round = 0; round < 100; round++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    if (/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''))
      return true;
    await pause();
  }
  return false;
}
