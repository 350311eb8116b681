import { anError, aWarning, GOOD_CONFIG, problemsOf, problemsWhere, problemsWith } from '../../../../test/loki-configs';

const MEMBERLIST = GOOD_CONFIG.replace('store: inmemory', 'store: memberlist');

describe('the ring', () => {
  test('in memory holds one copy of each line', () => {
    expect(problemsWhere('replication_factor: 1', 'replication_factor: 3')).toEqual([
      anError('common.replication_factor', 'write 1'),
    ]);
    expect(problemsWhere('  replication_factor: 1\n', '')).toEqual([
      anError('common.ring.kvstore.store', 'set common.replication_factor: 1'),
    ]);
  });

  test('in memory holds one replica', () => {
    expect(problemsOf(GOOD_CONFIG, '3.7.6', { replicas: 2 })).toEqual([
      anError('common.ring.kvstore.store', 'write memberlist'),
      anError('schema_config.configs[0].object_store', 'name an object store'),
    ]);
  });

  test('has as many replicas as copies', () => {
    const text = `${MEMBERLIST.replace('factor: 1', 'factor: 3')}memberlist: {join_members: [loki-headless]}\n`;
    expect(problemsOf(text, '3.7.6')).toEqual([]);
    expect(problemsOf(text, '3.7.6', { replicas: 1 })).toEqual([anError('common.replication_factor', 'write 1')]);
  });

  test('of memberlist names whom to join', () => {
    expect(problemsOf(MEMBERLIST)).toEqual([aWarning('common.ring.kvstore.store', 'set it to a headless Service')]);
  });

  test('is kept somewhere that Loki knows', () => {
    expect(problemsWhere('store: inmemory', 'store: redis')).toEqual([
      anError('common.ring.kvstore.store', 'write one of them'),
    ]);
  });

  test('is looked for in Consul when nothing is said', () => {
    expect(problemsWhere('  ring:\n    kvstore:\n      store: inmemory\n', '')).toEqual([
      aWarning('', 'set common.ring.kvstore.store'),
    ]);
  });
});

describe('what runs', () => {
  test('is a part of that release', () => {
    expect(problemsWith('target: distributor,ingester\n')).toEqual([]);
    expect(problemsWith('target: everything\n')).toEqual([anError('target', 'write "all"')]);
    expect(problemsWith('target: read\n', '2.1.0')).toContainEqual(anError('target', 'write "all", or a component'));
  });

  test('has a way to each other part', () => {
    expect(problemsWith('frontend_worker: {frontend_address: "a:9095", scheduler_address: "b:9095"}\n')).toEqual([
      anError('frontend_worker.frontend_address', 'keep one of the two'),
    ]);
    expect(problemsWith('server: {grpc_listen_port: 3100}\n')).toEqual([
      anError('server.grpc_listen_port', 'take another port'),
    ]);
  });

  test('keeps caches in one place, and somewhere', () => {
    const cache = '{memcached_client: {host: m}, redis: {endpoint: r}}';
    expect(problemsWith(`chunk_store_config: {chunk_cache_config: ${cache}}\n`)).toEqual([
      anError('chunk_store_config.chunk_cache_config', 'keep one of the two'),
    ]);
    expect(
      problemsWith('query_range: {cache_results: true, results_cache: {cache: {embedded_cache: {enabled: false}}}}\n'),
    ).toEqual([anError('query_range.results_cache', 'query_range.cache_results: false')]);
  });

  test('has settings that nobody may change as they are', () => {
    expect(problemsWith('compactor: {max_compaction_parallelism: 0}\n')).toEqual([
      anError('compactor.max_compaction_parallelism', 'write 1 or more'),
    ]);
    expect(problemsWith('compactor: {compactor_ring: {num_tokens: 512}}\n')).toEqual([
      anError('compactor.compactor_ring.num_tokens', 'write 1'),
    ]);
  });
});

describe('folders', () => {
  test('are below the common one, or said each', () => {
    expect(problemsWhere('  path_prefix: /var/loki\n', '')).toEqual([
      anError('schema_config.configs[0].store', 'set common.path_prefix, or both folders'),
    ]);
  });

  test('are on a mount', () => {
    const where = { writablePaths: ['/var/loki'] };
    expect(problemsOf(GOOD_CONFIG, '3.7.6', where)).toEqual([]);
    expect(problemsWith('ingester: {wal: {dir: /wal}}\n', '3.7.6', where)).toEqual([
      anError('ingester.wal.dir', '"/var/loki"'),
    ]);
    expect(problemsWith('ingester: {wal: {dir: wal}}\n', '3.7.6', where)).toContainEqual(
      anError('ingester.wal.dir', 'a folder on a volume'),
    );
  });
});

describe('tenants', () => {
  test('are sent when they are asked for', () => {
    expect(problemsWhere('auth_enabled: false', 'auth_enabled: true', '3.7.6', { sendsTenant: false })).toEqual([
      anError('auth_enabled', 'write false, or send one'),
    ]);
    expect(problemsOf(GOOD_CONFIG, '3.7.6', { sendsTenant: true })).toEqual([aWarning('auth_enabled', 'write true')]);
    expect(problemsWhere('auth_enabled: false', 'auth_enabled: true', '3.7.6', { sendsTenant: true })).toEqual([]);
  });
});

describe('rules and alerts', () => {
  test('are in a store that Loki knows, with its bucket', () => {
    expect(problemsWith('ruler: {storage: {type: floppy}}\n')).toEqual([
      anError('ruler.storage.type', 'write "local"'),
    ]);
    expect(problemsWith('ruler: {storage: {type: s3}}\n')).toEqual([anError('ruler.storage.type', 'set it')]);
  });

  test('reach an Alertmanager by http', () => {
    expect(problemsWith('ruler: {alertmanager_url: "http//am:9093"}\n')).toEqual([
      aWarning('ruler.alertmanager_url', '"http://alertmanager:9093"'),
    ]);
  });

  test('are written on with an address, signed in one way', () => {
    const client = (more: string) => problemsWith(`ruler: {remote_write: {client: {${more}}}}\n`);
    const path = 'ruler.remote_write.client';
    expect(client('url: "http://prometheus:9090/api/v1/write"')).toEqual([]);
    expect(client('remote_timeout: 30s')).toEqual([anError(path, `set ${path}.url`)]);
    expect(client('url: "http://p", basic_auth: {username: a}, bearer_token: b')).toEqual([
      anError(`${path}.basic_auth`, 'keep one of them'),
    ]);
    expect(client('url: "http://p", oauth2: {client_id: a}')).toEqual([
      anError(`${path}.oauth2`, `${path}.oauth2.token_url`),
    ]);
    expect(client('url: "http://p", azuread: {certificate: {tenant_id: t}}')).toEqual([
      anError(`${path}.azuread.certificate`, 'set client_id and certificate_path'),
    ]);
    expect(client('url: "http://p p/"')).toEqual([anError(`${path}.url`, 'https://host:port/path')]);
  });
});
