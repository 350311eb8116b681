import { CLIENT_SECRETS_FOLDER, clientsOf, serviceInUrl, withBriefClients } from './promtail-clients';

const URL = 'http://loki:3100/loki/api/v1/push';

test('several, or the one of old releases before them, or the argument', () => {
  expect(clientsOf({ clients: [{ url: URL }, { url: 'http://b' }] }, undefined).clients).toEqual([
    { url: URL },
    { url: 'http://b' },
  ]);
  expect(clientsOf({ client: { url: URL }, clients: [{ url: 'http://b' }] }, undefined).clients).toEqual([
    { url: URL },
    { url: 'http://b' },
  ]);
  expect(clientsOf({ client: { timeout: '5s' } }, URL).clients).toEqual([{ timeout: '5s', url: URL }]);
  expect(clientsOf({}, URL).clients).toEqual([{ url: URL }]);
  expect(clientsOf({}, undefined).clients).toEqual([]);
  expect(clientsOf({ clients: 'x', client: [] }, URL).clients).toEqual([{ url: URL }]);
});

test('what Promtail does anyhow is left out', () => {
  const usual = {
    url: URL,
    batchsize: 1048576,
    batchwait: '1s',
    timeout: '10s',
    external_labels: {},
    backoff_config: { min_period: '500ms', max_period: '5m', max_retries: 10 },
  };
  expect(withBriefClients({ a: 1, clients: [usual] })).toEqual({ a: 1, clients: [{ url: URL }] });
  const other = { url: URL, timeout: '11s', backoff_config: { min_period: '500ms', max_period: '6m' } };
  expect(withBriefClients({ clients: [other] }).clients).toEqual([
    { url: URL, timeout: '11s', backoff_config: { max_period: '6m' } },
  ]);
});

test('credentials are files of one Secret, each told where it stood', () => {
  const { clients, files } = clientsOf(
    {
      clients: [
        { url: URL, basic_auth: { username: 'a', password: 'hunter2' } },
        { url: 'https://us%40er:hunter2@loki.example.com/push' },
        { url: URL, bearer_token: 'hunter2' },
        { url: URL, authorization: { type: 'Bearer', credentials: 'hunter2' } },
        { url: URL, oauth2: { client_id: 'a', client_secret: 'hunter2' } },
        { url: URL, basic_auth: { username: 'a', password_file: '/a' }, bearer_token_file: '/b' },
      ],
    },
    undefined,
  );
  const file = (key: string) => `${CLIENT_SECRETS_FOLDER}/${key}`;
  expect(clients).toEqual([
    { url: URL, basic_auth: { username: 'a', password_file: file('0-password') } },
    { url: 'https://loki.example.com/push', basic_auth: { username: 'us@er', password_file: file('1-password') } },
    { url: URL, bearer_token_file: file('2-token') },
    { url: URL, authorization: { type: 'Bearer', credentials_file: file('3-credentials') } },
    { url: URL, oauth2: { client_id: 'a', client_secret_file: file('4-client-secret') } },
    { url: URL, basic_auth: { username: 'a', password_file: '/a' }, bearer_token_file: '/b' },
  ]);
  expect(files).toEqual({
    '0-password': 'clients[0].basic_auth.password',
    '1-password': 'clients[1].url',
    '2-token': 'clients[2].bearer_token',
    '3-credentials': 'clients[3].authorization.credentials',
    '4-client-secret': 'clients[4].oauth2.client_secret',
  });
});

test.each<[string | undefined, object | undefined]>([
  ['http://loki:3100/loki/api/v1/push', { name: 'loki', namespace: 'here' }],
  ['http://loki', { name: 'loki', namespace: 'here' }],
  ['http://Loki.logs:3100', { name: 'loki', namespace: 'logs' }],
  ['https://loki.logs.svc/x', { name: 'loki', namespace: 'logs' }],
  ['http://loki.logs.svc.cluster.local.:3100', { name: 'loki', namespace: 'logs' }],
  ['http://loki.logs.svc.local', undefined],
  ['http://loki.example.com/push', undefined],
  ['ftp://loki', undefined],
  ['$' + '{URL}', undefined],
  [undefined, undefined],
])('the Service in %j', (url, service) => expect(serviceInUrl(url, 'here')).toEqual(service));
