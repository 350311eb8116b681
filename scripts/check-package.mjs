// Packs the package, installs it in empty projects outside of this repository and uses it there: `npm run check:package`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-plg-package-')));
const failures = [];

/** Kinds of projects that TypeScript tells apart by how they find and load packages. */
const CONSUMERS = [
  { name: 'commonjs', type: 'commonjs', options: { module: 'node16' }, runs: true },
  { name: 'esm', type: 'module', options: { module: 'node16' }, runs: true },
  {
    name: 'node10',
    type: 'commonjs',
    options: { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
  },
  { name: 'bundler', type: 'module', options: { module: 'esnext', moduleResolution: 'bundler' } },
];

const PROGRAM = `
import { App, Chart } from 'cdk8s';
import { Loki, LoggingStack, ManifestApp, RefusedError } from 'cdk8s-plg';

const app = new ManifestApp({ outdir: 'stack' });
const stack = new LoggingStack(app, 'loki', { namespace: 'loki' });
const pushUrl: string = stack.loki.pushUrl;
app.synth();

const plain = new App({ outdir: 'alone' });
const chart = new Chart(plain, 'logs', { namespace: 'logging', disableResourceNameHashes: true });
new Loki(chart, 'loki', { persistence: { type: 'claim', size: '20Gi' } });
plain.synth();

const refused = new ManifestApp({ outdir: 'refused' });
new LoggingStack(refused, 'loki', { namespace: 'Not A Name' });
try {
  refused.synth();
  throw new Error('a namespace that is no name was taken');
} catch (error) {
  if (!(error instanceof RefusedError)) throw error;
}

// @ts-expect-error: the types are there, and not any
new Loki(chart, 'typed', { retention: 14 });
// @ts-expect-error: nor do unknown fields pass
new Loki(chart, 'known', { retentions: pushUrl });
`;

try {
  const tarball = pack();
  const current = install('current', tarball, []);
  for (const consumer of CONSUMERS) use(current, consumer);
  const oldest = Object.entries(manifest.peerDependencies).map(
    ([name, range]) => `${name}@${range.replace(/^\^/, '')}`,
  );
  use(install('oldest', tarball, oldest), CONSUMERS[0]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exit(1);
console.log('The package installs, type-checks and synthesizes.');

function check(holds, failure) {
  if (!holds) failures.push(failure);
}

/** What is packed, and that it is what was meant to be. */
function pack() {
  const [{ filename, files }] = JSON.parse(
    npm(root, 'pack', '--json', '--silent', '--pack-destination', scratch).replace(/^[^[]*/, ''),
  );
  const paths = files.map(({ path }) => path);
  const strange = paths.filter(
    (path) =>
      !/^(package\.json|README\.md|LICENSE|CHANGELOG\.md|lib\/(charts|imports)\/[\w/-]+(\.d)?\.[jt]s)$/.test(path),
  );
  check(strange.length === 0, `should not be packed: ${strange.join(', ')}`);
  for (const path of ['README.md', 'LICENSE', 'CHANGELOG.md', manifest.main, manifest.types]) {
    check(paths.includes(path), `should be packed: ${path}`);
  }
  return join(scratch, filename);
}

/** An empty project that gets the package, a compiler and, because npm brings peers, what the package needs. */
function install(name, tarball, packages) {
  const folder = join(scratch, name);
  const versionOf = (dependency) => createRequire(import.meta.url)(`${dependency}/package.json`).version;
  const compiler = ['typescript', '@types/node'].map((dependency) => `${dependency}@${versionOf(dependency)}`);
  writeJson(join(folder, 'package.json'), { private: true });
  npm(folder, 'install', '--prefer-offline', '--ignore-scripts', '--omit=optional', tarball, ...compiler, ...packages);
  const installed = readdirSync(join(folder, 'node_modules'));
  for (const peer of Object.keys(manifest.peerDependencies)) {
    check(installed.includes(peer), `${name}: npm did not bring ${peer}`);
  }
  // Fails when a peer is of a release that another package does not take.
  npm(folder, 'ls', '--omit=optional');
  return folder;
}

/** Type-checks a program against the installed package and, where Node can, runs it. */
function use(project, { name, type, options, runs = false }) {
  const folder = join(project, name);
  const title = `${basename(project)} ${name}`;
  writeJson(join(folder, 'package.json'), { private: true, type });
  writeJson(join(folder, 'tsconfig.json'), {
    compilerOptions: {
      target: 'es2022',
      strict: true,
      skipLibCheck: false,
      types: ['node'],
      outDir: 'out',
      rootDir: '.',
      ...options,
    },
    files: ['main.ts'],
  });
  writeFileSync(join(folder, 'main.ts'), PROGRAM);
  try {
    run(process.execPath, [join(project, 'node_modules/typescript/bin/tsc')], folder);
    if (!runs) return;
    run(process.execPath, ['out/main.js'], folder);
  } catch (error) {
    failures.push(`${title}: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    return;
  }
  const committed = join(root, 'dist');
  for (const file of readdirSync(committed)) {
    const text = readFileSync(join(committed, file), 'utf8');
    check(text === textOf(folder, 'stack', file), `${title}: LoggingStack's ${file} is not that of dist/`);
  }
  const alone = textOf(folder, 'alone', 'logs.k8s.yaml') ?? '';
  for (const line of ['kind: StatefulSet', '  name: loki', '  namespace: logging', '            storage: 20Gi']) {
    check(alone.split('\n').includes(line), `${title}: Loki in a plain App lacks the line "${line}"`);
  }
}

function textOf(folder, outdir, file) {
  try {
    return readFileSync(join(folder, outdir, file), 'utf8');
  } catch {
    return undefined;
  }
}

function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}

function npm(cwd, ...args) {
  return run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], cwd);
}

function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
