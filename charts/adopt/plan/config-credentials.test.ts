import fc from 'fast-check';
import type { JsonObject } from '../json';
import { withoutCredentialsIn } from './config-credentials';

test('credentials are taken out, with the half of each that is of no use alone', () => {
  const config = {
    storage_config: {
      aws: { bucketnames: 'logs', access_key_id: 'AKIAX', secret_access_key: 'hunter2', region: 'eu-west-1' },
      alibabacloud: { access_key_id: '$' + '{ID}', access_key_secret: 'hunter2' },
    },
    clients: [
      { url: 'http://user:hunter2@loki', tenant_id: 'a' },
      { basic_auth: { username: 'u', password: 'hunter2' } },
    ],
  };
  expect(withoutCredentialsIn(config)).toEqual({
    config: {
      storage_config: { aws: { bucketnames: 'logs', region: 'eu-west-1' }, alibabacloud: {} },
      clients: [{ tenant_id: 'a' }, { basic_auth: { username: 'u' } }],
    },
    taken: [
      'storage_config.aws.access_key_id',
      'storage_config.aws.secret_access_key',
      'storage_config.alibabacloud.access_key_secret',
      'clients[0].url',
      'clients[1].basic_auth.password',
    ],
  });
});

test('references stay', () => {
  const config = {
    aws: { access_key_id: '$' + '{ID}', secret_access_key: '$' + '{KEY}' },
    password_file: '/etc/password',
  };
  expect(withoutCredentialsIn(config)).toEqual({ config, taken: [] });
});

test('whatever is under a name of credentials is in what is taken, and nowhere else', () => {
  const name = fc.constantFrom('a', 'b', 'password', 'client_secret', 'bearer_token');
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('hunter2-text', 1, true),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(name, tie('tree'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(name, tree), (config) => {
      const { config: safe, taken } = withoutCredentialsIn(config as JsonObject);
      const secretsIn = (value: unknown): number =>
        [...JSON.stringify(value).matchAll(/"(?:password|client_secret|bearer_token)":(?:"hunter2-text"|1[,}])/g)]
          .length;
      expect(secretsIn(safe)).toBe(0);
      expect(taken).toHaveLength(secretsIn(config));
      expect(withoutCredentialsIn(safe)).toEqual({ config: safe, taken: [] });
    }),
  );
});
