import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));

let compiled = 0;

/** Compiles a TypeScript program into one file that lasts as long as this process, and returns its path. */
export async function compile(entry) {
  if (!existsSync(entry)) {
    console.error(`${entry} is not there: name a TypeScript program, such as main.ts`);
    process.exit(2);
  }
  // Below node_modules, so that the packages which are left out of the bundle are found.
  const folder = join(root, 'node_modules/.cache/cdk8s-plg');
  mkdirSync(folder, { recursive: true });
  // As Node names it in stack traces, should node_modules be a link.
  compiled += 1;
  const bundle = join(realpathSync(folder), `${basename(entry, '.ts')}.${process.pid}.${compiled}.cjs`);
  process.on('exit', () => rmSync(bundle, { force: true }));
  const { status, error } = esbuild(entry, '--log-level=warning', `--outfile=${bundle}`);
  if (error !== undefined) console.error(`esbuild does not start: ${error.message}`);
  if (status !== 0) process.exit(1);
  if (/\b__(dirname|filename)\b/.test(readFileSync(bundle, 'utf8'))) {
    const code = await compileInPlace(entry);
    writeFileSync(bundle, code);
    traceIn(bundle, () => sourceMapAtEnd(code));
    return bundle;
  }
  // On standard output, because the last stack trace is asked for after `exit`, when nobody would remove a file.
  traceIn(bundle, () => sourceMapAtEnd(esbuild(entry, '--log-level=silent', '--sourcemap=inline').stdout));
  return bundle;
}

function esbuild(entry, ...options) {
  // The compiler itself, not the script that looks for it: that would be one more start of Node.
  const { platform, arch } = process;
  const binary = require.resolve(
    `@esbuild/${platform}-${arch}/${platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild'}`,
  );
  const common = ['--bundle', '--packages=external', '--platform=node', '--target=node20'];
  return spawnSync(binary, [entry, ...common, ...options], {
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/**
 * For programs that ask where they are: each file is told its own place, not the bundle's. It takes three times as long,
 * since every file comes by here.
 */
async function compileInPlace(entry) {
  const inPlace = {
    name: 'in-place',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const place = `const __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))};`;
        // On one line, so that positions in the file stay what they are.
        return { contents: `${place} ${readFileSync(path, 'utf8')}`, loader: 'ts' };
      });
    },
  };
  const { outputFiles } = await require('esbuild').build({
    ...{ entryPoints: [entry], bundle: true, packages: 'external', platform: 'node', target: 'node20' },
    ...{ sourcemap: 'inline', write: false, logLevel: 'warning', plugins: [inPlace] },
  });
  return outputFiles[0].text;
}

function sourceMapAtEnd(code) {
  const [, data] = /base64,(\S+)\s*$/.exec(code) ?? [];
  if (data === undefined) return new SourceMap({ version: 3, sources: [], names: [], mappings: '' });
  return new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()));
}

/**
 * Stack traces name places in the TypeScript. The source map is made when the first one is asked for: Node's own support
 * would read one for every file of every package, which costs a third of a bare start.
 */
function traceIn(bundle, makeMap) {
  const folder = process.cwd();
  let map;
  const originalPlace = (frame) => {
    if (frame.getFileName() !== bundle) return String(frame);
    map ??= makeMap();
    const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    if (originalSource === undefined) return String(frame);
    const place = `${join(folder, originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
    return String(frame).replace(`${bundle}:${line}:${column}`, () => place);
  };
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map((frame) => `    at ${originalPlace(frame)}`)].join('\n');
}
