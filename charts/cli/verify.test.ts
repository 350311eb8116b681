import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LoggingStack, type LoggingStackProps, ManifestApp } from '..';
import { programRunner } from './run-program';
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

  const run = (args: readonly string[] = [], files = filesOf()): Promise<VerifyResult> =>
    verify(args, { readFolder: () => files, run: programRunner(2000) });

  test('Loki is asked about its configuration, in a file of its own', async () => {
    program('loki', '3.7.6', 'grep -q "^schema_config:" "${2#-config.file=}" && [ "$1" = -verify-config ]');
    expect((await run()).output).toContain(
      'loki.k8s.yaml Secret/loki: loki -verify-config -config.file=FILE has nothing against it\n',
    );
  });

  test('what it objects to is shown, and ends with exit code 1', async () => {
    program('loki', '3.7.6', 'echo "failed parsing config: $2: line 3" >&2; exit 1');
    const { output, exitCode } = await run();
    expect(output).toContain(
      'loki -verify-config -config.file=FILE objects\n    failed parsing config: -config.file=FILE: line 3\n',
    );
    expect(exitCode).toBe(1);
  });

  test('one of another release is not asked', async () => {
    program('loki', '3.5.0', 'exit 1');
    const { output, exitCode } = await run();
    expect(output).toContain("Secret/loki: not asked: loki here is 3.5.0, the stack's is 3.7.6\n");
    expect(exitCode).toBe(0);
  });

  test('Promtail is asked for its stages too, over a target that is there', async () => {
    program(
      'promtail',
      '3.6.11',
      'file="${2#-config.file=}"; [ "$1" = -check-syntax ] && exit 0; grep -q "targets:" "$file" && ! grep -q kubernetes_sd "$file" && grep -q "cri:" "$file"',
    );
    const { output } = await run();
    expect(output).toContain('promtail -check-syntax -config.file=FILE has nothing against it\n');
    expect(output).toContain('promtail -dry-run -config.file=FILE has nothing against it\n');
  });

  test('Alloy is asked whether the text is as it would write it, and what it would load', async () => {
    program('alloy', 'v1.18.1 (branch: HEAD)', '[ "$1" = fmt ] && exit 0; echo "no component $2"; exit 1');
    const { output, exitCode } = await run([], filesOf({ collector: { type: 'alloy' } }));
    expect(output).toContain('alloy fmt --test FILE has nothing against it\n');
    expect(output).toContain('alloy validate FILE objects\n    no component FILE\n');
    expect(exitCode).toBe(1);
  });

  test('an Alloy of another release is not asked', async () => {
    program('alloy', 'v1.5.0 (branch: HEAD)', 'exit 1');
    expect((await run([], filesOf({ collector: { type: 'alloy' } }))).output).toContain(
      "not asked: alloy here is 1.5.0, the stack's is 1.18.1\n",
    );
  });

  test('the cluster is asked only when that is said', async () => {
    program('kubectl', '1.35.0', 'echo "$@" >&2; exit 1');
    expect((await run()).output).not.toContain('kubectl');
    const { output, exitCode } = await run(['--cluster', 'dist']);
    expect(output).toContain(
      'kubectl apply --dry-run=server --recursive --filename dist objects\n    apply --dry-run=server --recursive --filename dist\n',
    );
    expect(exitCode).toBe(1);
  });

  test.each<[what: string, version: string, said: string]>([
    ['does not say its release', 'echo development', 'loki here does not say its release'],
    ['crashes when it is asked for it', 'kill -SEGV $$', 'loki --version was ended by SIGSEGV'],
    ['hangs when it is asked for it', 'exec sleep 600', 'loki --version did not end by itself, and was ended'],
  ])('a Loki that %s is not asked', async (_, version, said) => {
    writeFileSync(join(folder, 'loki'), `#!/bin/sh\n${version}\n`);
    chmodSync(join(folder, 'loki'), 0o755);
    const { output, exitCode } = await run();
    expect(output).toContain(`loki.k8s.yaml Secret/loki: not asked: ${said}\n`);
    expect(exitCode).toBe(0);
  });

  const OBJECTS = 'loki -verify-config -config.file=FILE';

  test.each<[what: string, otherwise: string, said: string]>([
    ['says nothing', 'exit 4', `${OBJECTS} objects with exit code 4, and says nothing\n`],
    ['says blanks', 'echo; echo "  "; exit 1', `${OBJECTS} objects with exit code 1, and says nothing\n`],
    ['crashes', 'echo "panic: no"; kill -ABRT $$', `${OBJECTS} was ended by SIGABRT\n    panic: no\n`],
    ['hangs', 'echo reading; exec sleep 600', `${OBJECTS} did not end by itself, and was ended\n    reading\n`],
    [
      'speaks in colours',
      `printf '\\033[31mlevel=error\\033[0m \\033]8;;http://a\\007link\\033]8;;\\007 \\bno\\r\\n'; exit 1`,
      `${OBJECTS} objects\n    level=error link no\n`,
    ],
    [
      'goes on and on',
      'i=0; while [ $i -lt 60 ]; do echo "line $i"; i=$((i+1)); done; exit 1',
      '    line 39\n    and 20 lines more\n',
    ],
  ])('a Loki that %s', async (_, otherwise, said) => {
    program('loki', '3.7.6', otherwise);
    const { output, exitCode } = await run();
    expect(output).toContain(said);
    expect(exitCode).toBe(1);
  });

  const SECRET = 'hunter2hunter2';
  const WITH_SECRETS = `auth_enabled: false\nschema_config: {configs: []}\nstorage_config:\n  aws:\n    secret_access_key: ${SECRET}\n    s3: s3://key:${SECRET}@region/bucket\n`;
  const secret = (fields: object) =>
    new Map([['a.json', JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, ...fields })]]);

  test.each<[where: string, files: ReadonlyMap<string, string>]>([
    ['data', secret({ data: { 'loki.yaml': Buffer.from(WITH_SECRETS).toString('base64') } })],
    ['stringData', secret({ stringData: { 'loki.yaml': WITH_SECRETS } })],
    [
      'a list',
      new Map([
        [
          'a.json',
          `{"apiVersion": "v1", "kind": "List", "items": [${[...secret({ stringData: { 'loki.yaml': WITH_SECRETS } }).values()][0]}]}`,
        ],
      ]),
    ],
  ])('a configuration in the %s of a Secret is unpacked, and its credentials are not shown', async (_, files) => {
    program(
      'loki',
      '3.7.6',
      `file="\${2#-config.file=}"; cat "$file"; echo 'cannot unmarshal \`hunter2...\` into int' >&2; grep -q "secret_access_key: ${SECRET}" "$file" && exit 1`,
    );
    const { output, exitCode } = await run([], files);
    expect(output).toContain('a.json Secret/a: loki -verify-config -config.file=FILE objects\n');
    expect(output).toContain('auth_enabled: false');
    expect(output).toContain('cannot unmarshal `(hidden)` into int');
    expect(output).not.toContain('hunter2');
    expect(exitCode).toBe(1);
  });

  test('of what is broken no line with a credential is shown either', async () => {
    program('alloy', 'v1.18.1', 'cat "$2" "$3" 2>/dev/null; exit 1');
    const text = `loki.write "a" {\n\tendpoint {\n\t\tpassword = "${SECRET}"\n\t\tx = = 1\n\t}\n}\n`;
    const { output } = await run([], secret({ stringData: { 'config.alloy': text } }));
    expect(output).toContain('x = = 1');
    expect(output).not.toContain('hunter2');
  });

  test('what is compressed is no text that anybody can be asked about', async () => {
    program('loki', '3.7.6', 'exit 1');
    const { output } = await run([], secret({ data: { 'loki.yaml': gzipSync(WITH_SECRETS).toString('base64') } }));
    expect(output).toBe('dist holds no configuration that a program could be asked about\n');
  });

  test('variables of a configuration do not change where programs are found', async () => {
    program('loki', '3.7.6', 'echo "$AWS_KEY"; [ "$AWS_KEY" = x ]');
    const text = `${WITH_SECRETS}a: \${PATH}\nb: \${AWS_KEY}\n`;
    const { output } = await run([], secret({ stringData: { 'loki.yaml': text } }));
    expect(output).toContain('-config.expand-env=true has nothing against it\n');
  });

  describe('promtool', () => {
    const rule = (spec: object): string =>
      JSON.stringify({ apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: 'a' }, spec });
    const configMap = (key: string, text: string, metadata: object = {}): string =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a', ...metadata },
        data: { [key]: text },
      });
    const RULES = 'groups:\n  - name: a\n    rules:\n      - alert: B\n        expr: up == 0\n';
    const CONFIG = 'global: {}\nscrape_configs:\n  - job_name: a\n';
    const ask = (...texts: readonly string[]) =>
      run([], new Map(texts.map((text, index) => [`${index}.json`, text] as const)));

    test.each<[what: string, text: string, args: string, holds: string]>([
      [
        'a PrometheusRule',
        rule({ groups: [{ name: 'a', partial_response_strategy: 'warn', rules: [{ record: 'b', expr: 'up' }] }] }),
        'check rules FILE',
        'grep -q "record: b" "$3" && ! grep -q partial "$3"',
      ],
      ['rules in a ConfigMap', configMap('a.rules', RULES), 'check rules FILE', 'grep -q "alert: B" "$3"'],
      [
        'a configuration in a ConfigMap',
        configMap('prometheus.yml', CONFIG),
        'check config --syntax-only FILE',
        'grep -q job_name "$4"',
      ],
    ])('is asked about %s', async (_, text, args, holds) => {
      program('promtool', '3.5.0', holds);
      const { output, exitCode } = await ask(text);
      expect(output).toMatch(/^0\.json (?:PrometheusRule|ConfigMap)\/a: promtool /);
      expect(output).toContain(`promtool ${args} has nothing against it\n`);
      expect(exitCode).toBe(0);
    });

    test('and what it objects to is shown', async () => {
      program('promtool', '3.5.0', 'echo "$3: 5:11: could not parse expression"; exit 1');
      expect(await ask(configMap('a.yaml', RULES))).toMatchObject({
        output: '0.json ConfigMap/a: promtool check rules FILE objects\n    FILE: 5:11: could not parse expression\n',
        exitCode: 1,
      });
    });

    const LOKI = JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'loki' },
      spec: {
        template: { spec: { containers: [{ image: 'grafana/loki:3.7.6' }], volumes: [{ configMap: { name: 'a' } }] } },
      },
    });

    test.each<[what: string, texts: readonly string[]]>([
      ['that a Loki mounts', [configMap('a.yaml', RULES), LOKI]],
      ['that its sidecar looks for', [configMap('a.yaml', RULES, { labels: { loki_rule: '' } })]],
      ['that filter lines', [configMap('a.yaml', RULES.replace('up == 0', 'rate({a="b"} |= `c` [5m]) > 0'))]],
      ['that parse lines', [configMap('a.yaml', RULES.replace('up == 0', 'sum(rate({a="b"} | json [5m]))'))]],
    ])("is not asked about rules of Loki's ruler %s", async (_, texts) => {
      program('promtool', '3.5.0', 'exit 1');
      expect(await ask(...texts)).toEqual({
        output: "0.json ConfigMap/a: not asked: rules of Loki's ruler, which promtool does not know\n",
        errors: '',
        exitCode: 0,
      });
    });

    test.each<[what: string, text: string]>([
      ["Grafana's alerts", configMap('a.yaml', 'groups:\n  - name: a\n    rules:\n      - uid: b\n        data: []\n')],
      ['what has groups of something else', configMap('a.yaml', 'groups: [admins, users]\n')],
      [
        'a kind of the same name that is of somebody else',
        rule({ groups: [] }).replace('monitoring.coreos.com', 'example.com'),
      ],
    ])('nor about %s', async (_, text) => {
      program('promtool', '3.5.0', 'exit 1');
      expect((await ask(text)).output).toBe('dist holds no configuration that a program could be asked about\n');
    });

    test('of another release than the Prometheus beside it is not asked', async () => {
      program('promtool', '2.42.0', 'exit 1');
      const prometheus = LOKI.replace('grafana/loki:3.7.6', 'quay.io/prometheus/prometheus:v3.5.0');
      expect((await ask(configMap('a.yaml', RULES), prometheus)).output).toBe(
        "0.json ConfigMap/a: not asked: promtool here is 2.42.0, the stack's is 3.5.0\n",
      );
    });
  });

  describe('kubectl', () => {
    test.each<[what: string, said: string, why: string]>([
      [
        'without a cluster',
        'error validating "a.yaml": error validating data: failed to download openapi: Get "http://localhost:8080/openapi/v2?timeout=32s": dial tcp 127.0.0.1:8080: connect: connection refused; if you choose to ignore these errors, turn validation off with --validate=false',
        '127.0.0.1:8080: connect: connection refused',
      ],
      [
        'with one that is not there',
        'error validating "a.yaml": error validating data: failed to download openapi: Get "https://nowhere.invalid:6443/openapi/v2?timeout=32s": dial tcp: lookup nowhere.invalid on 10.0.0.1:53: no such host; if you choose',
        'lookup nowhere.invalid on 10.0.0.1:53: no such host',
      ],
      [
        'with a context that is not there',
        'Error in configuration: context was not found for specified context: b',
        'Error in configuration: context was not found for specified context: b',
      ],
      [
        'that is not signed in',
        'error: You must be logged in to the server (Unauthorized)',
        'You must be logged in to the server (Unauthorized)',
      ],
    ])('%s is answered in one line', async (_, said, why) => {
      program('kubectl', '1.35.0', `cat >&2 <<'END'\n${said}\n${said}\nEND\nexit 1`);
      const { output, exitCode } = await run(['--cluster', 'dist'], new Map());
      expect(output).toBe(
        `dist: not asked: kubectl reaches no cluster (${why}); choose one that is there: kubectl config use-context NAME\n`,
      );
      expect(exitCode).toBe(1);
    });

    test('objects of a namespace that comes with them are no mistake', async () => {
      program(
        'kubectl',
        '1.35.0',
        'echo "namespace/loki created (server dry run)"; echo \'Error from server (NotFound): error when creating "dist": namespaces "loki" not found\' >&2; exit 1',
      );
      const { output, exitCode } = await run(['--cluster']);
      expect(output).toContain(
        'kubectl apply --dry-run=server --recursive --filename dist has nothing against what it looked at; namespace loki is not there yet, and what stands in it nobody looked at\n',
      );
      expect(exitCode).toBe(0);
      expect((await run(['--cluster'], new Map())).exitCode).toBe(1);
    });

    test('what a server says of a Secret is not told', async () => {
      program('kubectl', '1.35.0', `echo 'Secret "a" is invalid: data[b]: Invalid value: "${SECRET}"'; exit 1`);
      const { output } = await run(['--cluster'], secret({ stringData: { b: SECRET } }));
      expect(output).toContain('Invalid value: "(hidden)"');
    });

    test('it is run where the command was started, as the folder is named from there', async () => {
      program('kubectl', '1.35.0', '[ -f package.json ] && [ -d "$5" ]');
      expect((await run(['--cluster', 'charts'], new Map())).output).toBe(
        'kubectl apply --dry-run=server --recursive --filename charts has nothing against it\n',
      );
    });
  });
});

describe('without', () => {
  const run = (
    args: readonly string[],
    files: ReadonlyMap<string, string> | undefined = filesOf(),
  ): Promise<VerifyResult> => verify(args, { readFolder: () => files, run: async () => undefined });

  test('it says plainly what was not asked, and where that is had from', async () => {
    expect(await run([])).toEqual({
      output:
        'loki-promtail.k8s.yaml ConfigMap/loki-promtail: not asked: there is no promtail on PATH; https://github.com/grafana/loki/releases has it\n' +
        'loki.k8s.yaml Secret/loki: not asked: there is no loki on PATH; https://github.com/grafana/loki/releases has it\n',
      errors: '',
      exitCode: 0,
    });
  });

  test('a folder without any configuration', async () => {
    expect((await run([], new Map([['a.yaml', 'kind: Namespace\nmetadata: { name: a }\n']]))).output).toBe(
      'dist holds no configuration that a program could be asked about\n',
    );
  });

  test('what is no YAML is one line, and ends with exit code 1', async () => {
    const { errors, exitCode } = await run([], new Map([['a.yaml', 'a: [']]));
    expect(errors).toMatch(/^a\.yaml:1 is not YAML: .*\n$/);
    expect(exitCode).toBe(1);
  });

  test.each<[readonly string[], string]>([
    [['--clutser'], "Unknown option '--clutser'; --help says what there is\n"],
    [['a', 'b'], 'one folder is read, and b is more\n'],
  ])('%j is called wrongly', async (args, errors) => {
    const { errors: said, exitCode } = await run(args);
    expect(said).toContain(errors.trimEnd());
    expect(exitCode).toBe(2);
  });

  test('a folder that is none', async () => {
    expect(await verify(['x'], { readFolder: () => undefined, run: async () => undefined })).toEqual({
      output: '',
      errors: 'x is no folder\n',
      exitCode: 2,
    });
  });
});
