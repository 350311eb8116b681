import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Environment, type KustomizationFile, LoggingStack, ManifestApp } from '..';
import { readFolder } from '../cli/read-folder';
import type { Manifest } from '../kubernetes/manifest';
import { reviewFiles } from '../review/review-files';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'kustomization-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

const appIn = (kustomization?: KustomizationFile): ManifestApp => {
  const app = new ManifestApp({ outdir, kustomization, report: () => {} });
  new LoggingStack(app, 'loki', { namespace: 'loki' });
  new LoggingStack(new Environment(app, 'staging'), 'loki', { namespace: 'loki', grafana: false });
  return app;
};

test.each(['kustomization.yaml', 'Kustomization'] as const)('%s lists the files of each folder, by name', (name) => {
  const files = appIn(name).manifestFiles();
  expect(files.get(name)).toBe(`# ${name} is written by cdk8s-plg: change the code, not this file.
---
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - 00-loki-namespace.k8s.yaml
  - loki-grafana.k8s.yaml
  - loki-promtail.k8s.yaml
  - loki.k8s.yaml
`);
  expect(files.get(`staging/${name}`)).toContain('- loki-promtail.k8s.yaml');
  expect(files.get(`staging/${name}`)).not.toContain('grafana');
});

test('it is ours: another name, or none, takes it away, and nothing else changes', () => {
  appIn('kustomization.yaml').synth();
  expect(appIn('kustomization.yaml').synth().written).toEqual([]);
  expect(appIn('Kustomization').synth()).toMatchObject({
    written: ['Kustomization', 'staging/Kustomization'],
    removed: ['kustomization.yaml', 'staging/kustomization.yaml'],
  });
  expect(appIn().synth()).toMatchObject({ written: [], removed: ['Kustomization', 'staging/Kustomization'] });
  expect(readdirSync(outdir).filter((name) => /kustomization/i.test(name))).toEqual([]);
});

test('it is no object of the cluster', () => {
  const app = appIn('kustomization.yaml');
  expect(app.synthYaml()).toBe(appIn().synthYaml());
  app.synth();
  expect([...(readFolder(outdir)?.keys() ?? [])]).toEqual([...appIn().manifestFiles().keys()]);
  const [without, withIt] = [appIn(), app].map((each) => ({ name: 'a', texts: each.manifestFiles() }));
  expect(reviewFiles(without ?? none, withIt ?? none)).toMatchObject({
    review: { counts: { created: 0, changed: 0 } },
  });
});

const none = { name: '', texts: new Map<string, string>() };

test('one that somebody has spoilt is written again, and no object is looked for in it', () => {
  appIn('kustomization.yaml').synth();
  const path = join(outdir, 'kustomization.yaml');
  writeFileSync(path, `${readFileSync(path, 'utf8')}loki: [\n`);
  rmSync(join(outdir, 'loki.k8s.yaml'));
  const app = new ManifestApp({ outdir, kustomization: 'kustomization.yaml', report: () => {} });
  new LoggingStack(app, 'loki', { namespace: 'loki', loki: { retention: '30d' } });
  expect(app.synth().written).toEqual(['kustomization.yaml', 'loki.k8s.yaml']);
});

test('a name that kustomize does not know is refused', () => {
  expect(() => appIn('kustomize.yaml' as never).manifestFiles()).toThrow(
    "1. kustomization: is not what kustomize calls its file\n      → write 'kustomization.yaml' or 'Kustomization', or leave it out",
  );
});

test('a chart that would be written to it is refused', () => {
  const app = new ManifestApp({ outdir, outputFileExtension: '.yaml', kustomization: 'kustomization.yaml' });
  new LoggingStack(app, 'loki', { namespace: 'loki' });
  new LoggingStack(new Environment(app, 'other'), 'kustomization', { namespace: 'a' });
  expect(() => app.manifestFiles()).toThrow(
    'other/kustomization\n   1. other/kustomization.yaml: is the file of kustomize\n      → give the chart another id',
  );
});

test.each(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])(
  'somebody else’s %s is neither overwritten nor made useless',
  (name) => {
    writeFileSync(join(outdir, name), 'resources: [ours.yaml]\n');
    expect(() => appIn('kustomization.yaml').synth()).toThrow(/is there already/);
    expect(existsSync(join(outdir, 'loki.k8s.yaml'))).toBe(false);
    expect(appIn().synth().removed).toEqual([]);
  },
);

describe('kubectl', () => {
  const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

  (hasKubectl ? test.each : test.skip.each)(['kustomization.yaml', 'Kustomization'] as const)(
    'builds from %s what the files say',
    (name) => {
      const app = appIn(name);
      app.synth();
      for (const folder of ['', 'staging']) {
        const { stdout, stderr, status } = spawnSync('kubectl', ['kustomize', join(outdir, folder)], {
          encoding: 'utf8',
        });
        expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
        const texts = [...app.manifestFiles()].filter(
          ([path]) => join(path, '..') === (folder || '.') && !path.endsWith(name),
        );
        expect(objectsIn(stdout)).toEqual(objectsIn(texts.map(([, text]) => text).join('')));
      }
    },
  );
});

const objectsIn = (text: string): readonly Manifest[] =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest)
    .sort((a, b) => (identity(a) < identity(b) ? -1 : 1));

const identity = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;
