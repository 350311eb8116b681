import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { LoggingStack, type LoggingStackProps, ManifestApp } from '..';
import { runProgram } from './run-program';
import { type VerifyResult, verify } from './verify';

const filesOf = (props: Partial<LoggingStackProps> = {}): ReadonlyMap<string, string> => {
  const app = new ManifestApp({ outdir: 'never-written', report: () => {} });
  new LoggingStack(app, 'loki', { namespace: 'loki', ...props });
  return app.manifestFiles();
};

describe('with programs that are there', () => {
  let folder: string;
  const path = process.env.PATH;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verify-'));
    process.env.PATH = `${folder}${delimiter}${path}`;
  });

  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });

  /** A program that says its version, and to anything else does what a line of shell says. */
  function program(name: string, version: string, otherwise: string): void {
    const file = join(folder, name);
    writeFileSync(
      file,
      `#!/bin/sh\nif [ "$1" = --version ]; then echo "${name}, version ${version}"; exit 0; fi\n${otherwise}\n`,
    );
    chmodSync(file, 0o755);
  }

  const run = (args: readonly string[] = [], files = filesOf()): VerifyResult =>
    verify(args, { readFolder: () => files, run: runProgram });

  test('Loki is asked about its configuration, in a file of its own', () => {
    program('loki', '3.7.6', 'grep -q "^schema_config:" "${2#-config.file=}" && [ "$1" = -verify-config ]');
    expect(run().output).toContain(
      'loki.k8s.yaml Secret/loki: loki -verify-config -config.file=FILE has nothing against it\n',
    );
  });

  test('what it objects to is shown, and ends with exit code 1', () => {
    program('loki', '3.7.6', 'echo "failed parsing config: $2: line 3" >&2; exit 1');
    const { output, exitCode } = run();
    expect(output).toContain(
      'loki -verify-config -config.file=FILE objects\n    failed parsing config: -config.file=FILE: line 3\n',
    );
    expect(exitCode).toBe(1);
  });

  test('one of another release is not asked', () => {
    program('loki', '3.5.0', 'exit 1');
    const { output, exitCode } = run();
    expect(output).toContain("Secret/loki: not asked: loki here is 3.5.0, the stack's is 3.7.6\n");
    expect(exitCode).toBe(0);
  });

  test('Promtail is asked for its stages too, over a target that is there', () => {
    program(
      'promtail',
      '3.6.11',
      'file="${2#-config.file=}"; [ "$1" = -check-syntax ] && exit 0; grep -q "targets:" "$file" && ! grep -q kubernetes_sd "$file" && grep -q "cri:" "$file"',
    );
    const { output } = run();
    expect(output).toContain('promtail -check-syntax -config.file=FILE has nothing against it\n');
    expect(output).toContain('promtail -dry-run -config.file=FILE has nothing against it\n');
  });

  test('Alloy is asked whether the text is as it would write it, and what it would load', () => {
    program('alloy', 'v1.18.1 (branch: HEAD)', '[ "$1" = fmt ] && exit 0; echo "no component $2"; exit 1');
    const { output, exitCode } = run([], filesOf({ collector: { type: 'alloy' } }));
    expect(output).toContain('alloy fmt --test FILE has nothing against it\n');
    expect(output).toContain('alloy validate FILE objects\n    no component FILE\n');
    expect(exitCode).toBe(1);
  });

  test('an Alloy of another release is not asked', () => {
    program('alloy', 'v1.5.0 (branch: HEAD)', 'exit 1');
    expect(run([], filesOf({ collector: { type: 'alloy' } })).output).toContain(
      "not asked: alloy here is 1.5.0, the stack's is 1.18.1\n",
    );
  });

  test('the cluster is asked only when that is said', () => {
    program('kubectl', '1.35.0', 'echo "$@" >&2; exit 1');
    expect(run().output).not.toContain('kubectl');
    const { output, exitCode } = run(['--cluster', 'dist']);
    expect(output).toContain(
      'kubectl apply --dry-run=server --filename dist objects\n    apply --dry-run=server --filename dist\n',
    );
    expect(exitCode).toBe(1);
  });
});

describe('without', () => {
  const run = (args: readonly string[], files: ReadonlyMap<string, string> | undefined = filesOf()): VerifyResult =>
    verify(args, { readFolder: () => files, run: () => undefined });

  test('it says plainly what was not asked, and where that is had from', () => {
    expect(run([])).toEqual({
      output:
        'loki-promtail.k8s.yaml ConfigMap/loki-promtail: not asked: there is no promtail on PATH; https://github.com/grafana/loki/releases has it\n' +
        'loki.k8s.yaml Secret/loki: not asked: there is no loki on PATH; https://github.com/grafana/loki/releases has it\n',
      errors: '',
      exitCode: 0,
    });
  });

  test('a folder without any configuration', () => {
    expect(run([], new Map([['a.yaml', 'kind: Namespace\nmetadata: { name: a }\n']])).output).toBe(
      'dist holds no configuration that a program could be asked about\n',
    );
  });

  test('what is no YAML is one line, and ends with exit code 1', () => {
    const { errors, exitCode } = run([], new Map([['a.yaml', 'a: [']]));
    expect(errors).toMatch(/^a\.yaml is not YAML: .*\n$/);
    expect(exitCode).toBe(1);
  });

  test.each<[readonly string[], string]>([
    [['--clutser'], "Unknown option '--clutser'; --help says what there is\n"],
    [['a', 'b'], 'one folder is read, and b is more\n'],
  ])('%j is called wrongly', (args, errors) => {
    const { errors: said, exitCode } = run(args);
    expect(said).toContain(errors.trimEnd());
    expect(exitCode).toBe(2);
  });

  test('a folder that is none', () => {
    expect(verify(['x'], { readFolder: () => undefined, run: () => undefined })).toEqual({
      output: '',
      errors: 'x is no folder\n',
      exitCode: 2,
    });
  });
});
