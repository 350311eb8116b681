import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkLokiConfigText, type ManifestApp } from '../charts';
import { manifestsOf, objectOf } from '../test/apps';
import { app as article } from './article-2021-aws';
import { app } from './dynamodb-to-tsdb';

const textOf = (example: ManifestApp): string => objectOf(example, 'Secret/loki').stringData['loki.yaml'];
const config = parse(textOf(app));
const [, ofDynamoDb] = parse(textOf(article)).schema_config.configs;

test('the period of DynamoDB is the article’s, and one of TSDB begins after it', () => {
  expect(config.schema_config.configs).toEqual([
    ofDynamoDb,
    {
      from: '2027-01-01',
      index: { period: '24h', prefix: 'index_' },
      object_store: 's3',
      schema: 'v13',
      store: 'tsdb',
    },
  ]);
});

test('table and chunks are looked for where the article has them', () => {
  expect(config.storage_config.aws).toEqual({ dynamodb: { dynamodb_url: 'dynamodb://us-east-1' } });
  expect(config.common.storage.s3).toEqual({ bucketnames: 'loki-shtian', region: 'us-east-1' });
});

test.each(['2026-12-31', '2027-01-01'])('Loki 3.5 starts with it on %s', (today) => {
  const problems = checkLokiConfigText(textOf(app), '3.5.12', { today });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('nothing but Loki differs from the article’s second stack', () => {
  const first = new Set(manifestsOf(article).map((manifest) => JSON.stringify(manifest)));
  const changed = manifestsOf(app).filter((manifest) => !first.has(JSON.stringify(manifest)));
  expect(changed.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual(['Secret/loki', 'StatefulSet/loki']);
});

test('synth takes it where the article’s second stack was written, since no log is lost', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'dynamodb-to-tsdb-'));
  const { CDK8S_OUTDIR } = process.env;
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    cpSync(join(__dirname, 'dist/article-2021-aws'), outdir, { recursive: true });
    process.env.CDK8S_OUTDIR = outdir;
    jest.isolateModules(() => {
      const { app: next } = require('./dynamodb-to-tsdb') as { app: ManifestApp };
      expect(next.synth().written).toEqual(['loki.k8s.yaml']);
    });
    expect(readFileSync(join(outdir, 'loki.k8s.yaml'), 'utf8')).toContain('store: tsdb');
  } finally {
    jest.restoreAllMocks();
    if (CDK8S_OUTDIR === undefined) delete process.env.CDK8S_OUTDIR;
    else process.env.CDK8S_OUTDIR = CDK8S_OUTDIR;
    rmSync(outdir, { recursive: true, force: true });
  }
});
