import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestsOf } from '../test/apps';
import { schemaProblems } from '../test/kubernetes-schema';
import { app as alloy } from './alloy';
import { app as article2021 } from './article-2021';
import { app as article2021Aws } from './article-2021-aws';
import { app as dynamoDbToTsdb } from './dynamodb-to-tsdb';
import { app as eksS3 } from './eks-s3';
import { app as environments } from './environments';
import { app as microservices } from './microservices';
import { app as pipeline } from './pipeline';

describe.each([
  ['alloy', alloy],
  ['article-2021', article2021],
  ['article-2021-aws', article2021Aws],
  ['dynamodb-to-tsdb', dynamoDbToTsdb],
  ['eks-s3', eksS3],
  ['environments', environments],
  ['microservices', microservices],
  ['pipeline', pipeline],
])('%s', (name, app) => {
  test(`is what examples/dist/${name} holds: run \`npm run synth -- examples/${name}.ts\` and commit it`, () => {
    const folder = join(__dirname, 'dist', name);
    const committed = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')] as const);
    expect(new Map(committed)).toEqual(app.manifestFiles());
  });

  test.each(['1.27', 'newest'] as const)('has only objects that Kubernetes %s knows', (release) => {
    expect(manifestsOf(app).flatMap((manifest) => schemaProblems({ ...manifest }, release))).toEqual([]);
  });

  test('runs nothing that could read the Secrets of its namespace', () => {
    const rules = manifestsOf(app).flatMap(({ kind, rules }) => (/Role$/.test(kind) ? (rules as object[]) : []));
    const secretRules = rules.map((rule) => JSON.stringify(rule)).filter((rule) => rule.includes('secrets'));
    // Of several environments each has the same one.
    expect([...new Set(secretRules)].map((rule) => JSON.parse(rule))).toEqual([
      { apiGroups: [''], resourceNames: ['loki-grafana'], resources: ['secrets'], verbs: ['get', 'patch'] },
    ]);
  });
});
