import fc from 'fast-check';
import { iniFacts } from './grafana-ini';

test('settings are typed as Grafana reads them', () => {
  const text =
    '[server]\nroot_url = https://a\n[analytics]\nreporting_enabled = FALSE\n[database]\nmax_open_conn = 5\n';
  expect(iniFacts(text, 's')).toEqual({
    ini: {
      server: { root_url: 'https://a' },
      analytics: { reporting_enabled: false },
      database: { max_open_conn: 5 },
    },
    env: [],
    secretKeys: [],
  });
});

test('what is empty says nothing, and sign-in is said elsewhere', () => {
  expect(iniFacts('[server]\ndomain =\n[security]\nadmin_user = a\nadmin_password = hunter2\n', 's')).toEqual({
    ini: {},
    env: [],
    secretKeys: [],
  });
});

test('a credential becomes a variable from a Secret that has to be made', () => {
  const { ini, env, secretKeys } = iniFacts(
    '[auth.generic_oauth]\nclient_secret = hunter2\nclient_id = a\n',
    'viz-ini',
  );
  expect(secretKeys).toEqual(['auth.generic_oauth.client_secret']);
  expect(env).toEqual([
    {
      name: 'GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET',
      valueFrom: { secretKeyRef: { name: 'viz-ini', key: 'auth.generic_oauth.client_secret' } },
    },
  ]);
  expect(ini).toEqual({ 'auth.generic_oauth': { client_id: 'a' } });
});

test('a reference stays where it is', () => {
  const value = '$' + '__file{/etc/secrets/a}';
  expect(iniFacts(`[auth.github]\nclient_secret = ${value}\n`, 's')).toEqual({
    ini: { 'auth.github': { client_secret: value } },
    env: [],
    secretKeys: [],
  });
});

test('what the option does not take is a variable, which Grafana reads before its file', () => {
  expect(iniFacts('[server]\nroot_ulr = x\n', 's')).toEqual({
    ini: {},
    env: [{ name: 'GF_SERVER_ROOT_ULR', value: 'x' }],
    secretKeys: [],
  });
});

test('every setting with a value is in the option or in a variable, and no text ends it', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '[server]',
      '[auth.github]',
      '[zz.y]',
      'root_url = a',
      'password = hunter2',
      'x_y = 1',
      '; a = b',
      '',
    ),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
      const { ini, env, secretKeys } = iniFacts(lines.join('\n'), 's');
      expect(JSON.stringify([ini, env])).not.toContain('hunter2');
      for (const { name } of env) expect(name).toMatch(/^GF_/);
      expect(env.filter(({ valueFrom }) => valueFrom !== undefined)).toHaveLength(secretKeys.length);
    }),
  );
});
