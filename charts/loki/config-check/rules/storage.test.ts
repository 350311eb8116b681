import { anError, aWarning, GOOD_CONFIG, problemsOf, problemsWhere, problemsWith } from '../../../../test/loki-configs';

const OBJECT_STORE = 'schema_config.configs[0].object_store';

describe('stores', () => {
  test('are known to the release, although Loki 2 starts to find that out', () => {
    expect(problemsWhere('store: tsdb', 'store: tsbd')).toContainEqual(
      anError('schema_config.configs[0].store', 'did you mean "tsdb"?'),
    );
    expect(problemsWhere('object_store: filesystem', 'object_store: filesytem', '2.9.17')).toEqual([
      anError(OBJECT_STORE, 'did you mean "filesystem"?'),
    ]);
    expect(problemsOf(GOOD_CONFIG.replace('tsdb', 'aws'), '2.1.0')).not.toContainEqual(
      anError('schema_config.configs[0].store', 'write one of'),
    );
  });

  test('are said', () => {
    expect(problemsWhere('      object_store: filesystem\n', '')).toEqual([
      anError(OBJECT_STORE, 'write one of filesystem'),
    ]);
  });

  test('have their bucket, without which nothing can be written', () => {
    for (const [store, key] of [
      ['s3', 'aws.bucketnames'],
      ['gcs', 'gcs.bucket_name'],
      ['azure', 'azure.account_name'],
      ['cos', 'cos.bucketnames'],
    ]) {
      expect(problemsWhere('object_store: filesystem', `object_store: ${store}`)).toEqual([
        anError(OBJECT_STORE, `set storage_config.${key}`),
      ]);
    }
    expect(problemsWhere('      chunks_directory: /var/loki/chunks\n', '')).toEqual([
      anError(OBJECT_STORE, 'set common.storage.filesystem.chunks_directory'),
    ]);
  });

  test('may have names of their own, which are no kind of store', () => {
    const named = (name: string): string =>
      `storage_config:\n  named_stores:\n    gcs:\n      ${name}: {bucket_name: b}\n`;
    expect(
      problemsOf(`${GOOD_CONFIG.replace('object_store: filesystem', 'object_store: cold')}${named('cold')}`),
    ).toEqual([]);
    expect(problemsWith(named('s3'))).toEqual([anError('storage_config.named_stores.gcs.s3', 'take another name')]);
  });

  test('of other clients have other keys', () => {
    const thanos = (rest: string): string =>
      `${GOOD_CONFIG.replace('object_store: filesystem', 'object_store: s3')}storage_config:\n  use_thanos_objstore: true\n${rest}`;
    expect(problemsOf(thanos(''))).toEqual([anError(OBJECT_STORE, 'set storage_config.object_store.s3.bucket_name')]);
    expect(problemsOf(thanos('  object_store: {s3: {bucket_name: b}}\n'))).toEqual([]);
  });

  test('in the common block are one', () => {
    expect(problemsWhere('  storage:\n', '  storage:\n    s3: {bucketnames: b}\n')).toEqual([
      anError('common.storage', 'keep one of them'),
    ]);
    // Its own default says nothing.
    expect(problemsWhere('  storage:\n', '  storage:\n    azure: {min_retry_delay: 10ms}\n')).toEqual([]);
  });
});

describe('S3', () => {
  const s3 = (aws: string): string =>
    `${GOOD_CONFIG.replace('object_store: filesystem', 'object_store: s3')}storage_config:\n  aws: ${aws}\n`;

  test('has a region and a bucket in its URL', () => {
    expect(problemsOf(s3('{s3: "s3://us-east-1/b"}'))).toEqual([]);
    expect(problemsOf(s3('{s3: "s3:/us-east-1/b"}'))).toEqual([
      anError('storage_config.aws.s3', '"s3://us-east-1/bucket"'),
    ]);
    expect(problemsOf(s3('{s3: "s3://us-east-1"}'))).toEqual([
      anError('storage_config.aws.s3', '"s3://us-east-1/bucket"'),
    ]);
    expect(problemsOf(s3('{s3: "s3://us-east-1/b", bucketnames: c}'))).toEqual([
      aWarning('storage_config.aws.bucketnames', 'name the bucket once'),
    ]);
  });

  test('has both halves of a key pair, or none', () => {
    expect(problemsOf(s3('{bucketnames: b, access_key_id: a}'))).toEqual([
      anError('storage_config.aws.access_key_id', 'set both, or neither'),
    ]);
  });

  test('is encrypted in a way that it knows', () => {
    expect(problemsOf(s3('{bucketnames: b, sse: {type: SSE-KMS, kms_key_id: k}}'))).toEqual([]);
    expect(problemsOf(s3('{bucketnames: b, sse: {type: SSE-C}}'))).toEqual([
      anError('storage_config.aws.sse.type', 'write one of them'),
    ]);
    expect(problemsOf(s3('{bucketnames: b, sse: {type: SSE-KMS, kms_encryption_context: k}}'))).toEqual([
      anError('storage_config.aws.sse.kms_encryption_context', '{"key":"value"}'),
    ]);
  });
});

describe('DynamoDB', () => {
  const dynamoText =
    `target: all,table-manager\n${GOOD_CONFIG.replace('store: tsdb', 'store: aws').replace('v13', 'v11').replace('24h', '0')}` +
    'limits_config: {allow_structured_metadata: false}\nstorage_config: {aws: {dynamodb: {dynamodb_url: dynamodb://us-east-1}}}\n';
  const dynamo = (release: string, deployment = {}) => problemsOf(dynamoText, release, deployment);

  test('has its table made by nobody unless asked; never when another period is the last', () => {
    const text = dynamoText.replace('target: all,table-manager\n', '');
    expect(problemsOf(text, '3.5.12')).toEqual([
      aWarning('schema_config.configs[0].store', 'set target: all,table-manager'),
    ]);
    const period =
      '    - {from: "2027-01-01", store: tsdb, object_store: filesystem, schema: v13, index: {period: 24h}}\n';
    expect(problemsOf(text.replace('limits_config:', `${period}limits_config:`), '3.5.12')).toEqual([]);
  });

  test('is read whole up to 3.5, and warned of after that', () => {
    expect(dynamo('3.5.12')).toEqual([]);
    expect(dynamo('3.7.6')).toEqual([aWarning('schema_config.configs[0].store', 'stay on 3.5')]);
    expect(dynamo('3.7.6', { isNew: true })).toEqual([anError('schema_config.configs[0].store', 'stay on 3.5')]);
  });
});

describe('caches of results', () => {
  const results = (text: string) => problemsWith(`query_range: {cache_results: true, ${text}}\n`);

  test('are compressed by Snappy or not at all, once they are on', () => {
    expect(results('results_cache: {compression: lz4}')).toEqual([
      anError('query_range.results_cache.compression', 'write "snappy"'),
    ]);
    expect(results('results_cache: {compression: snappy}')).toEqual([]);
    expect(problemsWith('query_range: {results_cache: {compression: lz4}}\n')).toEqual([]);
    expect(results('volume_results_cache: {compression: lz4}')).toEqual([]);
  });

  test('of the index have that of the results when they have none', () => {
    const off = 'index_stats_results_cache: {cache: {embedded_cache: {enabled: false}}}';
    expect(results(`cache_index_stats_results: true, ${off}`)).toEqual([
      anError('query_range.index_stats_results_cache', 'set query_range.index_stats_results_cache.cache'),
    ]);
    expect(
      results(`cache_index_stats_results: true, ${off}, results_cache: {cache: {memcached_client: {host: memcached}}}`),
    ).toEqual([]);
  });
});

describe('folders of the index in the bucket', () => {
  const shared = (block: string, prefix: string) =>
    problemsWith(`storage_config: {${block}: {shared_store_key_prefix: ${prefix}}}\n`, '2.9.17');

  test('end with a "/" and begin without one', () => {
    for (const prefix of ['index', '/index/', '""', 'a\\b/'])
      expect(shared('tsdb_shipper', prefix)).toEqual([
        anError('storage_config.tsdb_shipper.shared_store_key_prefix', 'begin it without one'),
      ]);
    expect(shared('boltdb_shipper', 'a/b/')).toEqual([]);
    const deletes = (prefix: string) =>
      problemsWith(
        `compactor: {retention_enabled: true, delete_request_store: filesystem, delete_request_store_key_prefix: ${prefix}}\n`,
      );
    expect(deletes('/index/')).toEqual([anError('compactor.delete_request_store_key_prefix', 'begin it without one')]);
    expect(deletes('index/')).toEqual([]);
  });
});

describe('blooms', () => {
  test('are built of tables from the newest on', () => {
    expect(problemsWith('bloom_build: {enabled: true, planner: {min_table_offset: 3, max_table_offset: 1}}\n')).toEqual(
      [anError('bloom_build.planner.min_table_offset', 'the smaller one')],
    );
    expect(problemsWith('bloom_build: {planner: {min_table_offset: 3, max_table_offset: 1}}\n')).toEqual([]);
    expect(
      problemsWith('bloom_build: {enabled: true, planner: {retention: {enabled: true, max_lookback_days: 0}}}\n'),
    ).toEqual([anError('bloom_build.planner.retention.max_lookback_days', 'write 1 or more')]);
  });
});
