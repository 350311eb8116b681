import { anError, problemsWith } from '../../../../test/loki-configs';

const URL = 'url: http://prometheus/api/v1/write';
const CLIENT = 'ruler.remote_write.clients.main';
const client = (text: string, release?: string) =>
  problemsWith(`ruler:\n  remote_write:\n    clients:\n      main: {${URL}, ${text}}\n`, release);

const relabel = (text: string) => problemsWith(`ruler:\n  alert_relabel_configs:\n    - {${text}}\n`);
const RULE = 'ruler.alert_relabel_configs[0]';

describe('relabelling', () => {
  test.each([
    'target_label: x',
    'source_labels: [a], action: keep, regex: b',
    'action: labeldrop, regex: pod',
    'action: LabelDrop, regex: pod',
    'action: hashmod, source_labels: [a], target_label: x, modulus: 8',
    'action: keepequal, source_labels: [a], target_label: b',
    'action: lowercase, source_labels: [a], target_label: b',
    'action: labelmap, regex: "a_(.+)"',
  ])('as Prometheus takes it is good: %s', (text) => {
    expect(relabel(text)).toEqual([]);
  });

  test.each([
    ['action: replace', RULE, 'target_label'],
    ['source_labels: [a]', RULE, 'target_label'],
    ['action: hashmod, target_label: x', RULE, 'modulus'],
    ['action: labeldrop, regex: a, target_label: x', `${RULE}.target_label`, 'take it out'],
    ['action: labelkeep, regex: a, source_labels: [x]', `${RULE}.source_labels`, 'take it out'],
    ['action: keepequal, target_label: x, regex: a', `${RULE}.regex`, 'take it out'],
    ['action: lowercase, target_label: x, replacement: a', `${RULE}.replacement`, 'take it out'],
    ['action: rename, target_label: x', `${RULE}.action`, 'write one of them'],
    ['action: replce, target_label: x', `${RULE}.action`, 'did you mean "replace"?'],
    ['target_label: x, regex: "("', `${RULE}.regex`, 'close every bracket'],
    ['target_label: x, regex: "(?=a)"', `${RULE}.regex`, 'without looking ahead'],
    ['target_label: x, modulus: -1', `${RULE}.modulus`, 'write 0 or more'],
  ])('that Prometheus refuses is refused: %s', (text, path, remedy) => {
    expect(relabel(text)).toContainEqual(anError(path, remedy));
  });

  test('is looked at in remote writes and limits too, and an empty rule is none', () => {
    expect(client('write_relabel_configs: [{action: replace}]')).toEqual([
      anError(`${CLIENT}.write_relabel_configs[0]`, 'target_label'),
    ]);
    expect(
      problemsWith('limits_config: {ruler_alertmanager_config: {alert_relabel_configs: [{action: replace}]}}\n'),
    ).toEqual([anError('limits_config.ruler_alertmanager_config.alert_relabel_configs[0]', 'target_label')]);
    expect(problemsWith('ruler:\n  alert_relabel_configs:\n    -\n')).toContainEqual(anError(RULE, 'take it out'));
  });
});

describe('an HTTP client', () => {
  test.each([
    ['basic_auth: {username: a, password_file: /b}', '3.7.6'],
    ['proxy_from_environment: true', '3.7.6'],
    ['proxy_url: "http://proxy:3128", no_proxy: a', '3.7.6'],
    ['oauth2: {client_id: a, token_url: "http://b"}', '3.7.6'],
    ['headers: {X-Scope-OrgID: a}', '3.7.6'],
    ['azuread: {managed_identity: {}}', '3.7.6'],
    ['azuread: {managed_identity: {client_id: 00000000-0000-0000-0000-000000000001}}', '3.3.4'],
  ])('with %s is good', (text, release) => {
    expect(client(text, release)).toEqual([]);
  });

  test.each([
    ['proxy_from_environment: true, proxy_url: "http://a"', 'proxy_from_environment', 'keep one of the two'],
    ['proxy_from_environment: true, no_proxy: a', 'no_proxy', 'keep one of the two'],
    ['no_proxy: a', 'no_proxy', 'set proxy_url'],
    ['proxy_connect_header: {A: [b]}', 'proxy_connect_header', 'set proxy_url'],
    ['proxy_url: "http://a:b"', 'proxy_url', 'write it as'],
    ['headers: {Authorization: a}', 'headers.Authorization', 'set authorization'],
    ['headers: {User-Agent: a}', 'headers.User-Agent', 'take it out'],
    ['azuread: {cloud: AzureMoon, managed_identity: {}}', 'azuread.cloud', 'write one of them'],
    ['azuread: {workload_identity: {client_id: a, tenant_id: b}}', 'azuread.workload_identity.client_id', '00000000-'],
    ['protobuf_message: x', 'protobuf_message', 'write one of them'],
    ['oauth2: {client_id: a, token_url: "http://b", no_proxy: x}', 'oauth2.no_proxy', 'set proxy_url'],
  ])('with %s is refused', (text, path, remedy) => {
    expect(client(text)).toContainEqual(anError(`${CLIENT}.${path}`, remedy));
  });

  test('of an older release needs more', () => {
    expect(client('oauth2: {client_id: a, token_url: "http://b"}', '2.9.17')).toContainEqual(
      anError(`${CLIENT}.oauth2`, 'client_secret'),
    );
    expect(client('azuread: {managed_identity: {}}', '3.3.4')).toContainEqual(
      anError(`${CLIENT}.azuread.managed_identity`, 'set client_id'),
    );
  });
});

describe('newer clients of object stores', () => {
  const storage = (text: string) => problemsWith(`ruler_storage:\n  ${text}\n`);

  test('name the bucket once', () => {
    expect(storage('s3: {bucket_name: logs, endpoint: logs.s3.amazonaws.com}')).toEqual([
      anError('ruler_storage.s3.endpoint', '"s3.amazonaws.com"'),
    ]);
    expect(storage('s3: {bucket_name: logs, endpoint: s3.amazonaws.com}')).toEqual([]);
  });

  test('have URLs, prefixes and words that are some', () => {
    expect(storage('s3: {sts_endpoint: sts.amazonaws.com}')).toEqual([
      anError('ruler_storage.s3.sts_endpoint', 'https://'),
    ]);
    expect(storage('storage_prefix: a/b')).toEqual([
      anError('ruler_storage.storage_prefix', 'letters, digits and dashes'),
    ]);
    expect(storage('s3: {bucket_lookup_type: dns}')).toEqual([
      anError('ruler_storage.s3.bucket_lookup_type', 'write one of them'),
    ]);
    expect(storage('s3: {bucket_lookup_type: path}')).toEqual([]);
  });
});

describe('what comes by Kafka', () => {
  const kafka = (text: string) =>
    problemsWith(`ingester: {kafka_ingestion: {enabled: true}}\nkafka_config: {topic: logs, ${text}}\n`);

  test('is good with a topic', () => {
    expect(kafka('sasl_username: a, sasl_password: b')).toEqual([]);
  });

  test.each([
    ['sasl_username: a', 'sasl_username', 'set both'],
    ['sasl_password: b', 'sasl_password', 'set both'],
    ['producer_max_record_size_bytes: 1000', 'producer_max_record_size_bytes', 'leave it out'],
  ])('and has %s is refused', (text, key, remedy) => {
    expect(kafka(text)).toEqual([anError(`kafka_config.${key}`, remedy)]);
  });

  test('has limits that are set once they are on', () => {
    const limits = (text: string) => problemsWith(`ingest_limits: {${text}}\n`);
    expect(limits('rate_window: 0s')).toEqual([]);
    expect(limits('enabled: true')).toEqual([anError('ingest_limits.enabled', 'set ingest_limits.topic')]);
    expect(limits('enabled: true, topic: a, rate_window: 90s')).toEqual([
      anError('ingest_limits.rate_window', 'write a multiple'),
    ]);
    expect(limits('enabled: true, topic: a, num_partitions: 0')).toEqual([
      anError('ingest_limits.num_partitions', 'write "64"'),
    ]);
    expect(problemsWith('ingester: {delegate_stream_limits_enabled: true}\n')).toEqual([
      anError('ingester.delegate_stream_limits_enabled', 'set both'),
    ]);
  });
});

describe('clients of workers', () => {
  const worker = (text: string) => problemsWith(`frontend_worker: {${text}}\n`);

  test('are said in the old block or in the newer ones', () => {
    expect(worker('grpc_client_config: {max_recv_msg_size: 1}')).toEqual([]);
    expect(worker('query_frontend_grpc_client: {max_recv_msg_size: 1}')).toEqual([]);
    expect(
      worker('grpc_client_config: {max_recv_msg_size: 1}, query_scheduler_grpc_client: {max_recv_msg_size: 1}'),
    ).toEqual([anError('frontend_worker.grpc_client_config', 'the newer ones only')]);
    expect(
      worker('grpc_client_config: {max_recv_msg_size: 104857600}, query_scheduler_grpc_client: {max_recv_msg_size: 1}'),
    ).toEqual([]);
  });
});
