import { parse } from 'yaml';
import { manifestsOf, objectOf } from '../test/apps';
import { app as onDisk } from './article-2021';
import { app } from './article-2021-aws';

const configOf = (example: typeof app) => parse(objectOf(example, 'Secret/loki').stringData['loki.yaml']);
const config = configOf(app);

test('Loki keeps its index in DynamoDB and its chunks in S3, by the release of the article', () => {
  expect(config.storage_config.aws).toEqual({
    s3: 's3://us-east-1/loki-shtian',
    dynamodb: { dynamodb_url: 'dynamodb://us-east-1' },
  });
  expect(objectOf(app, 'StatefulSet/loki').spec.template.spec.containers[0].image).toBe('docker.io/grafana/loki:2.1.0');
});

test('the article’s first period stays, and its second one comes after it', () => {
  expect(config.schema_config.configs).toEqual([
    ...configOf(onDisk).schema_config.configs,
    {
      from: '2020-10-25',
      index: { period: '0s', prefix: 'loki_index' },
      object_store: 's3',
      schema: 'v11',
      store: 'aws',
    },
  ]);
});

test('the rest of the configuration is that of the first stack', () => {
  const { schema_config: _, storage_config, ...rest } = config;
  const { schema_config: __, storage_config: storageOnDisk, ...restOnDisk } = configOf(onDisk);
  expect(rest).toEqual(restOnDisk);
  const { aws: ___, ...storage } = storage_config;
  expect(storage).toEqual(storageOnDisk);
});

test('nothing but Loki differs from the first stack: its configuration, its role, the checksum of both', () => {
  const first = new Set(manifestsOf(onDisk).map((manifest) => JSON.stringify(manifest)));
  const changed = manifestsOf(app).filter((manifest) => !first.has(JSON.stringify(manifest)));
  expect(changed.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    'ServiceAccount/loki',
    'Secret/loki',
    'StatefulSet/loki',
  ]);
  const { metadata, ...spec } = objectOf(app, 'StatefulSet/loki').spec.template;
  const { metadata: metadataOnDisk, ...specOnDisk } = objectOf(onDisk, 'StatefulSet/loki').spec.template;
  expect(spec).toEqual(specOnDisk);
  expect(metadata.labels).toEqual(metadataOnDisk.labels);
  expect(Object.keys(metadata.annotations)).toEqual(Object.keys(metadataOnDisk.annotations));
});

test('its pods get the role by their ServiceAccount, and no key is written down', () => {
  expect(objectOf(app, 'ServiceAccount/loki').metadata.annotations).toEqual({
    'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/loki',
  });
  expect(JSON.stringify(config)).not.toMatch(/access_key|secret/);
});
