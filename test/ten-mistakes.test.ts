import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusedError } from '../charts';
import { app } from './ten-mistakes';
import { expectTextSnapshot } from './text-snapshot';

function refusal(): RefusedError {
  try {
    app.manifestFiles();
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test('ten mistakes are ten problems, each with its path and its remedy', () => {
  const { problems } = refusal();
  expect(problems).toHaveLength(10);
  for (const problem of problems) expect(problem).toMatch(/^\[logs\] \S.*: .+\n {6}→ .+$/);
});

test('each is said of the property that is wrong', () => {
  const PATHS = [
    'patch("DaemonSet/logs-promtial")',
    'loki.version',
    'loki.persistence.size',
    'loki.replicas',
    'loki.retention',
    'grafana.dataSources[1].isDefault',
    'grafana.ini.server.root_ulr',
    'StatefulSet/logs spec.template.spec.containers[0].volumeMounts[3].name',
    'DaemonSet/logs-promtail spec.template.spec.containers[0].readinessProbe',
    'DaemonSet/logs-promtail spec.template.spec.containers[0].env[2].value',
  ];
  expect(refusal().problems.map((problem) => /^\[logs\] (.*?): /.exec(problem)?.[1])).toEqual(PATHS);
});

test('synth prints them, exits with 1 and leaves the folder as it was', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'ten-mistakes-'));
  try {
    writeFileSync(
      join(outdir, 'logs.k8s.yaml'),
      '# logs.k8s.yaml is written by cdk8s-plg: change the code, not this file.\n',
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'test/ten-mistakes.ts'], {
      cwd: join(__dirname, '..'),
      env: { ...process.env, CDK8S_OUTDIR: outdir },
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`${refusal().message}\n`);
    expectTextSnapshot('ten-mistakes.txt', stderr);
    expect(readdirSync(outdir)).toEqual(['logs.k8s.yaml']);
    expect(readFileSync(join(outdir, 'logs.k8s.yaml'), 'utf8')).toMatch(/^# .*\n$/);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

test('no message repeats the credential', () => {
  expect(refusal().message).not.toContain('horse');
});
