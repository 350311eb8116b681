import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..');

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly defaults: unknown;
  readonly jobs: { readonly manifests: { readonly steps: readonly Step[]; readonly permissions?: unknown } };
}

const WORKFLOW = parse(readFileSync(join(ROOT, 'examples/github/manifests.yaml'), 'utf8')) as Workflow;
const { steps } = WORKFLOW.jobs.manifests;
const SCRIPTS = steps.filter(({ run }) => run !== undefined);

test('it may read, and comment, and its actions are pinned to commits', () => {
  expect(WORKFLOW.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  expect(WORKFLOW.jobs.manifests.permissions).toBeUndefined();
  for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout'))?.with).toEqual({
    'fetch-depth': 0,
    'persist-credentials': false,
  });
});

test('nothing that a pull request says gets into a script but by a variable, and only one step has the token', () => {
  expect(SCRIPTS.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  expect(SCRIPTS.filter(({ env }) => JSON.stringify(env ?? {}).includes('token')).map(({ name }) => name)).toEqual([
    'Comment on the pull request',
  ]);
  expect(JSON.stringify(WORKFLOW.on)).not.toContain('pull_request_target');
});

test.each(SCRIPTS.map(({ name = '', run = '' }) => [name, run] as const))('bash reads the script of "%s"', (_, run) => {
  expect(spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' })).toMatchObject({ stderr: '', status: 0 });
});

/** Keeps comments in a file, as the API would, and turns writers away where the token may only read. */
const GH = `#!${process.execPath}
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const [command, ...args] = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const fail = (text) => { console.error(text); process.exit(1); };
if (command !== 'api' || !process.env.GH_TOKEN) fail('gh: what?');
const file = process.env.GH_STORE;
const comments = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const path = args.find((arg) => arg.startsWith('repos/acme/logging/issues/'));
const method = option('--method');
if (method === undefined) {
  const [, login, marker] = /^\\.\\[\\] \\| select\\(\\.user\\.login == "(.*?)" and \\(\\.body \\| startswith\\("(.*?)"\\)\\)\\) \\| \\.id$/.exec(option('--jq')) ?? fail('jq: what?');
  if (path !== 'repos/acme/logging/issues/7/comments?per_page=100') fail('gh: 404 ' + path);
  for (const { id, user, body } of comments) if (user === login && body.startsWith(marker)) console.log(id);
} else {
  if (process.env.GH_READ_ONLY) fail('gh: Resource not accessible by integration (HTTP 403)');
  const body = readFileSync(/^body=@(.*)$/.exec(option('--field'))[1], 'utf8');
  if (body.length > 65536) fail('gh: Validation Failed (HTTP 422)');
  const id = Number(/^repos\\/acme\\/logging\\/issues\\/comments\\/(\\d+)$/.exec(path)?.[1]);
  if (method === 'POST' && path === 'repos/acme/logging/issues/7/comments') comments.push({ id: comments.length + 1, user: 'github-actions[bot]', body });
  else if (method === 'PATCH' && comments.some((comment) => comment.id === id)) comments.find((comment) => comment.id === id).body = body;
  else fail('gh: 404 ' + path);
  writeFileSync(file, JSON.stringify(comments));
}
`;

const program = (loki: string): string => `import { LoggingStack, ManifestApp } from './charts';
export const app = new ManifestApp();
new LoggingStack(app, 'loki', { namespace: 'loki', loki: ${loki} });
if (require.main === module) app.synth();
`;

let scratch: string;
let base: string;

const git = (cwd: string, ...args: readonly string[]): string => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe', encoding: 'utf8' });
};

/** A repository with the default stack on its main branch. */
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'workflow-'));
  base = join(scratch, 'base');
  mkdirSync(base);
  const run = (program: string) => `node ${JSON.stringify(join(ROOT, 'scripts', program))}`;
  const scripts = {
    synth: run('run.mjs'),
    review: run('review.mjs'),
    check: `${run('run.mjs')} charts/cli/main.ts check`,
  };
  writeFileSync(join(base, 'package.json'), JSON.stringify({ name: 'logging', scripts }));
  writeFileSync(join(base, 'main.ts'), program('{}'));
  writeFileSync(join(base, '.gitignore'), 'charts\n');
  cpSync(join(ROOT, 'dist'), join(base, 'dist'), { recursive: true });
  symlinkSync(join(ROOT, 'charts'), join(base, 'charts'));
  git(base, 'init', '--quiet', '--initial-branch', 'main');
  git(base, 'add', '.');
  git(base, 'commit', '--quiet', '--message', 'The default stack');
  git(base, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  mkdirSync(join(scratch, 'bin'));
  writeFileSync(join(scratch, 'bin', 'gh'), GH);
  chmodSync(join(scratch, 'bin', 'gh'), 0o755);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

let count = 0;

/** A pull request that changes some files, and its workflow. */
class PullRequest {
  readonly folder: string;
  readonly temp: string;
  readonly outputs = new Map<string, string>();

  constructor(change: (folder: string) => void) {
    count += 1;
    this.folder = join(scratch, `change-${count}`);
    this.temp = join(scratch, `temp-${count}`);
    cpSync(base, this.folder, { recursive: true, verbatimSymlinks: true });
    mkdirSync(this.temp);
    change(this.folder);
    git(this.folder, 'add', '.');
    git(this.folder, 'commit', '--quiet', '--allow-empty', '--message', 'The change');
    writeFileSync(this.summaryFile, '');
  }

  get summaryFile(): string {
    return join(this.temp, 'summary.md');
  }

  get comments(): readonly { readonly id: number; readonly body: string }[] {
    return JSON.parse(readFileSync(join(this.temp, 'comments.json'), 'utf8'));
  }

  /** Runs a step as a runner does. */
  run(name: string, env: NodeJS.ProcessEnv = {}): Ran {
    const step = steps.find((candidate) => candidate.name === name);
    if (step?.run === undefined) throw new Error(`there is no step "${name}"`);
    const outputFile = join(this.temp, 'output');
    writeFileSync(outputFile, '');
    const { stdout, stderr, status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        PATH: `${join(scratch, 'bin')}:${process.env.PATH}`,
        HOME: this.temp,
        GH_STORE: join(this.temp, 'comments.json'),
        GITHUB_BASE_REF: 'main',
        GITHUB_OUTPUT: outputFile,
        GITHUB_REPOSITORY: 'acme/logging',
        GITHUB_STEP_SUMMARY: this.summaryFile,
        RUNNER_TEMP: this.temp,
        ...WORKFLOW.env,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, this.filledIn(value)])),
        ...env,
      },
    });
    for (const line of readFileSync(outputFile, 'utf8').split('\n')) {
      const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      if (key !== undefined && value !== undefined) this.outputs.set(`steps.${step.id}.outputs.${key}`, value);
    }
    return { status, output: `${stdout}${stderr}` };
  }

  private filledIn(text: string): string {
    return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
      const known: Readonly<Record<string, string>> = { 'github.token': 't', 'github.event.pull_request.number': '7' };
      return known[expression] ?? this.outputs.get(expression) ?? '';
    });
  }
}

const [REVIEW, COMMENT] = ['Review the change', 'Comment on the pull request'];
const [CURRENT, STORED, ACCEPTED] = [
  'The folder is what the program writes',
  'Logs that are stored are still found',
  'Nothing is done that nobody has accepted',
];

const changed =
  (loki: string, isSynthesized = true) =>
  (folder: string): void => {
    writeFileSync(join(folder, 'main.ts'), program(loki));
    if (isSynthesized) execFileSync('npm', ['run', '--silent', 'synth'], { cwd: folder, stdio: 'pipe' });
  };

test('every script is run by a test', () => {
  expect(SCRIPTS.map(({ name }) => name)).toEqual(['Install', REVIEW, COMMENT, CURRENT, STORED, ACCEPTED]);
});

test('a change that does no harm passes, and is told in a comment', () => {
  const request = new PullRequest(changed("{ retention: '30d' }"));
  for (const name of [REVIEW, COMMENT, CURRENT, STORED, ACCEPTED]) {
    expect({ name, ...request.run(name) }).toEqual({ name, status: 0, output: expect.any(String) });
  }
  const [comment, ...others] = request.comments;
  expect(others).toEqual([]);
  expect(comment?.body).toMatch(
    /^<!-- cdk8s-plg: review of main\.ts -->\n\*\*Review of `main\.ts against [0-9a-f]{40}:dist`\*\*: 2 changed, 17 unchanged\n/,
  );
  expect(readFileSync(request.summaryFile, 'utf8')).toBe(comment?.body);
});

test('a change that loses logs fails at the end, and the comment is kept up to date', () => {
  const request = new PullRequest(changed("{ retention: '7d' }"));
  expect(request.run(REVIEW).status).toBe(0);
  expect(request.run(COMMENT).status).toBe(0);
  expect(request.run(CURRENT).status).toBe(0);
  expect(request.run(ACCEPTED)).toEqual({
    status: 1,
    output:
      '::error::The review found some of data-loss,recreate. If that is meant, give the pull request the label change-accepted.\n',
  });
  expect(request.comments[0]?.body).toContain('| data loss | `Secret/loki` |');

  changed('{}')(request.folder);
  expect(request.run(REVIEW).status).toBe(0);
  expect(request.run(COMMENT).status).toBe(0);
  expect(request.run(ACCEPTED).status).toBe(0);
  expect(request.comments).toEqual([
    { id: 1, user: 'github-actions[bot]', body: expect.stringContaining('Nothing changes.') },
  ]);
  expect(steps.find(({ name }) => name === ACCEPTED)?.if).toBe(
    '${{ !contains(github.event.pull_request.labels.*.name, env.ACCEPTED) }}',
  );
});

test('a comment that somebody else wrote is left alone', () => {
  const request = new PullRequest(() => {});
  const other = { id: 1, user: 'somebody', body: '<!-- cdk8s-plg: review of main.ts --> I quote' };
  writeFileSync(join(request.temp, 'comments.json'), JSON.stringify([other]));
  request.run(REVIEW);
  expect(request.run(COMMENT).status).toBe(0);
  expect(request.comments).toEqual([other, expect.objectContaining({ id: 2, user: 'github-actions[bot]' })]);
});

test('a token that may only read leaves the review in the summary', () => {
  const request = new PullRequest(() => {});
  request.run(REVIEW);
  const { status, output } = request.run(COMMENT, { GH_READ_ONLY: 'yes' });
  expect({ status, notice: output.split('\n').find((line) => line.startsWith('::')) }).toEqual({
    status: 0,
    notice: '::notice::The review is in the summary of this job: its token may not comment.',
  });
  expect(readFileSync(request.summaryFile, 'utf8')).toContain('**Review of `main.ts against');
});

test('a folder that is not what the program writes fails, be it changed or not there', () => {
  const stale = new PullRequest(changed("{ retention: '30d' }", false)).run(CURRENT);
  expect(stale.status).toBe(1);
  expect(stale.output).toContain(' M dist/loki.k8s.yaml\n');
  expect(stale.output).toContain('::error title=dist is stale::Run npm run synth -- main.ts and commit dist with it.');
  const missing = new PullRequest((folder) => rmSync(join(folder, 'dist/loki-promtail.k8s.yaml'))).run(CURRENT);
  expect(missing.status).toBe(1);
  expect(missing.output).toContain('?? dist/loki-promtail.k8s.yaml\n');
});

test('a program that is refused has its problems told in the comment, and fails', () => {
  const request = new PullRequest(changed("{ retention: '36h' }", false));
  expect(request.run(REVIEW).status).toBe(0);
  expect(request.run(COMMENT).status).toBe(0);
  expect(request.comments[0]?.body).toMatch(
    /^<!-- .* -->\n\*\*main\.ts is refused\*\*\n\n~~~~\n1 problem, nothing was written\n[\s\S]*"36h" is not a multiple of 24h[\s\S]*\n~~~~\n$/,
  );
  expect(request.run(CURRENT).status).toBe(1);
});

test('more problems than a comment has room for are cut', () => {
  const request = new PullRequest(() => {});
  writeFileSync(join(request.temp, 'review.md'), '');
  writeFileSync(join(request.temp, 'problems.txt'), 'ä→ problem\n'.repeat(20_000));
  expect(request.run(COMMENT).status).toBe(0);
  const [comment] = request.comments;
  expect(comment?.body.length).toBeLessThan(65_536);
  expect(comment?.body).not.toContain('\ufffd');
  expect(comment?.body).toMatch(/\n… the rest is in the log of the job\n~~~~\n$/);
});

test('a schema by which stored logs are not found any more fails', () => {
  const schema = "{ schema: [{ from: '2024-04-02', store: 'tsdb', objectStore: 'filesystem', schema: 'v13' }] }";
  const request = new PullRequest((folder) => {
    rmSync(join(folder, 'dist'), { recursive: true });
    changed(schema)(folder);
  });
  request.run(REVIEW);
  const { status, output } = request.run(STORED);
  expect(status).toBe(1);
  expect(output).toContain('dist/loki.k8s.yaml');
});
