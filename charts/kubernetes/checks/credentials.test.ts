import type { Manifest } from '../manifest';
import { checkCredentials } from './credentials';

const object = (kind: string, fields: object): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'loki' },
  ...fields,
});
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The paths at which an object is refused. */
const refused = (kind: string, fields: object) => checkCredentials(object(kind, fields)).map(({ path }) => path);

test('a setting of a config file, by its key, and never with its value', () => {
  expect(checkCredentials(object('Secret', { stringData: { 'loki.yaml': 'redis:\n  password: hunter2\n' } }))).toEqual([
    {
      path: 'stringData["loki.yaml"]',
      message:
        'holds what looks like a credential in "password", and everything in dist can be read by everybody who can read the repository',
      remedy:
        'keep it in a Secret made in the cluster, give it to the container by `env` with `valueFrom.secretKeyRef`, and write ${NAME} here (Loki and Promtail fill it in with -config.expand-env=true)',
    },
  ]);
});

test('each setting of a file', () => {
  const problems = checkCredentials(object('ConfigMap', { data: { 'a.ini': 'password = a1\nclient_secret = b2\n' } }));
  expect(problems.map(({ message }) => /"(.*)"/.exec(message)?.[1])).toEqual(['password', 'client_secret']);
});

test('no message and no remedy tells a value', () => {
  const fields = {
    data: { password: 'hunter2', 'a.yaml': 'token: hunter2', url: 'http://loki:hunter2@logs' },
    stringData: { token: 'hunter2' },
    metadata: { name: 'a', annotations: { key: `AKIA${'HUNTER2X'.repeat(2)}` } },
    spec: { env: [{ name: 'PASSWORD', value: 'hunter2' }], args: ['--password=hunter2', '--token', 'hunter2'] },
  };
  const problems = checkCredentials(object('ConfigMap', fields));
  expect(problems).toHaveLength(8);
  expect(JSON.stringify(problems)).not.toMatch(/hunter2/i);
});

test('refers to `valueFrom` where a whole value is the credential', () => {
  const [problem] = checkCredentials(
    object('Pod', { spec: { containers: [{ env: [{ name: 'PW_TOKEN', value: 'a' }] }] } }),
  );
  expect(problem).toMatchObject({
    path: 'spec.containers[0].env[0].value',
    remedy: 'keep it in a Secret made in the cluster and refer to that, as by `valueFrom.secretKeyRef`',
  });
});

describe('a Secret', () => {
  test.each([
    ['text under a key that names one', { stringData: { 'admin-password': 'hunter2' } }, ['stringData.admin-password']],
    ['base64 under such a key', { data: { 'admin-password': base64('hunter2') } }, ['data.admin-password']],
    ['digits under such a key', { stringData: { token: '123456' } }, ['stringData.token']],
    [
      'a registry’s credentials',
      { data: { '.dockerconfigjson': base64('{"auths":{}}') } },
      ['data[".dockerconfigjson"]'],
    ],
    [
      'a private key in base64',
      { data: { 'tls.key': base64('-----BEGIN PRIVATE KEY-----\nMII') } },
      ['data["tls.key"]'],
    ],
    ['a config file in base64', { data: { 'loki.yaml': base64('password: hunter2') } }, ['data["loki.yaml"]']],
    [
      'AWS’ own file',
      { stringData: { credentials: '[default]\naws_secret_access_key = a1/b2\n' } },
      ['stringData.credentials'],
    ],
  ])('with %s is refused', (_, fields, paths) => {
    expect(refused('Secret', fields)).toEqual(paths);
  });

  test.each([
    ['nothing in it yet', { stringData: { 'admin-password': '' }, data: { token: '' } }],
    ['a placeholder that something else fills in', { stringData: { 'admin-password': '<path:kv/grafana#password>' } }],
    ['a variable that something else fills in', { stringData: { 'admin-password': '${ADMIN_PASSWORD}' } }],
    ['a certificate', { data: { 'ca.crt': base64('-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+g') } }],
    ['a user’s name', { stringData: { 'admin-user': 'admin' } }],
  ])('with %s is not', (_, fields) => {
    expect(refused('Secret', fields)).toEqual([]);
  });
});

describe('a ConfigMap', () => {
  test.each([
    ['a key that names a credential', { data: { DB_PASSWORD: 'hunter2' } }, ['data.DB_PASSWORD']],
    ['a connection string', { data: { DB_DSN: 'host=db password=hunter2' } }, ['data.DB_DSN']],
    ['a config file in binaryData', { binaryData: { 'a.ini': base64('password=hunter2') } }, ['binaryData["a.ini"]']],
  ])('with %s is refused', (_, fields, paths) => {
    expect(refused('ConfigMap', fields)).toEqual(paths);
  });

  test('is no place in which base64 is looked into', () => {
    expect(refused('ConfigMap', { data: { logo: base64('password: hunter2') } })).toEqual([]);
  });
});

describe('a container', () => {
  const container = (fields: object) => ({ spec: { template: { spec: { initContainers: [fields] } } } });
  const PATH = 'spec.template.spec.initContainers[0]';

  test.each([
    [
      'a variable',
      {
        env: [
          { name: 'A', value: 'b' },
          { name: 'GF_DATABASE_PASSWORD', value: 'hunter2' },
        ],
      },
      'env[1].value',
    ],
    ['an argument', { args: ['-a=b', '-s3.secret-access-key=a1/b2'] }, 'args[1]'],
    ['an argument after its option', { command: ['run', '--password', 'hunter2'] }, 'command[2]'],
  ])('with %s is refused', (_, fields, path) => {
    expect(refused('Deployment', container(fields))).toEqual([`${PATH}.${path}`]);
  });

  test.each([
    ['a variable’s reference', { env: [{ name: 'PUSH_PASSWORD', value: '$(OTHER)' }] }],
    ['a Secret’s key', { env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'a', key: 'token' } } }] }],
    ['the name of a Secret', { env: [{ name: 'SECRET_NAME', value: 'loki-grafana' }] }],
    ['an option that needs no value', { args: ['--use-token', '--verbose', '-config.expand-env=true'] }],
    ['an argument’s reference', { args: ['--password=$(PASSWORD)', '--token', '$(TOKEN)'] }],
    ['a script that reads one', { command: ['/bin/sh', '-c', 'set -eu\npassword=$(cat /run/pw)\ntoken="$1"\n'] }],
  ])('with %s is not', (_, fields) => {
    expect(refused('Deployment', container(fields))).toEqual([]);
  });
});

test('fields that name a Secret or a switch are none', () => {
  expect(
    refused('Deployment', {
      metadata: { name: 'a', annotations: { 'checksum/secret': 'ab12'.repeat(16) } },
      spec: {
        template: {
          metadata: { annotations: { 'checksum/password': 'ab12'.repeat(16) } },
          spec: {
            automountServiceAccountToken: false,
            imagePullSecrets: [{ name: 'registry' }],
            volumes: [{ name: 'token', secret: { secretName: 'token' } }],
          },
        },
      },
    }),
  ).toEqual([]);
});

test('a SealedSecret may hold what only its cluster can read', () => {
  expect(refused('SealedSecret', { spec: { encryptedData: { 'admin-password': 'AgB4x' } } })).toEqual([]);
});
