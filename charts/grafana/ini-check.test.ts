import fc from 'fast-check';
import { grafanaIniKeys } from '../../imports/grafana-ini';
import { checkIni } from './ini-check';

const KEYS: readonly (readonly [section: string, key: string, type: string])[] = Object.entries(grafanaIniKeys).flatMap(
  ([section, keys]) => Object.entries<string>(keys).map(([key, type]) => [section, key, type] as const),
);

const check = (ini: unknown) => checkIni(ini, 'grafanaIni');

/** The only problem of one setting. */
function problemOf(section: string, key: string, value: unknown) {
  const problems = check({ [section]: { [key]: value } });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path).toBe(`grafanaIni.${section}.${key}`);
  return { message: problems[0]?.message, remedy: problems[0]?.remedy };
}

const settings = (entries: readonly (readonly [string, string, unknown])[]) => {
  const tree: Record<string, Record<string, unknown>> = {};
  for (const [section, key, value] of entries) tree[section] = { ...tree[section], [key]: value };
  return tree;
};

describe('checkIni', () => {
  test('takes every key that is listed, but the administrator', () => {
    const listed = KEYS.filter(([section, key]) => section !== 'security' || !key.startsWith('admin_'));
    expect(check(settings(listed.map(([section, key]) => [section, key, '$__env{NAME}'])))).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['server', 'root_url', '%(protocol)s://%(domain)s:%(http_port)s/grafana/'],
    ['server', 'http_port', 3000],
    ['server', 'http_port', '${PORT}'],
    ['server', 'read_timeout', 0],
    ['database', 'url', 'mysql://grafana:$__file{/etc/secrets/db}@db:3306/grafana'],
    ['remote_cache', 'connstr', 'addr=redis:6379,password=$__env{REDIS_PASSWORD}'],
    ['auth.basic', 'enabled', false],
    ['auth.generic_oauth', 'use_refresh_token', true],
    ['unified_alerting', 'randomization_factor', 0.25],
    ['grafana_net', 'url', 'https://grafana.com'],
    ['metrics.environment_info', 'cluster', '%(instance_name)s'],
    ['feature_toggles', 'publicDashboards', true],
    ['feature_toggles', 'someFlag', 'blue'],
    ['server.custom_response_headers', 'X-Robots-Tag', 'noindex'],
    ['recording_rules.custom_headers', 'Authorization', 'Bearer $__env{TOKEN}'],
    ['navigation.app_standalone_pages', '/a/my-app/page', 'monitoring 10'],
    ['plugin.my-panel', 'anything', 1],
    ['plugin.grafana-image-renderer', 'rendering_future_option', 'x'],
    ['unified_storage.playlists.playlist.grafana.app', 'dualWriterMode', 2],
    ['smtp', 'host', undefined],
  ])('takes %s.%s = %s', (section, key, value) => expect(check({ [section]: { [key]: value } })).toEqual([]));

  test('takes a reference to a key of the same section that only the user knows', () =>
    expect(check({ 'plugin.x': { own_name: 'a', greeting: 'hello %(own_name)s' } })).toEqual([]));

  test('takes nothing at all', () => {
    expect(check(undefined)).toEqual([]);
    expect(check({ server: undefined })).toEqual([]);
  });

  test.each([
    [null, 'null'],
    [[], 'a list'],
    ['[server]', 'a string'],
    [7, '7'],
  ])('refuses %j for sections', (ini, named) =>
    expect(check(ini)).toEqual([
      {
        path: 'grafanaIni',
        message: `${named} is not an object of sections`,
        remedy: 'write sections with their keys, such as `{ server: { router_logging: true } }`',
      },
    ]),
  );

  test.each<[string, unknown, string, string]>([
    ['sever', { http_port: 1 }, 'there is no section "sever"; did you mean "server"?', 'write "server"'],
    ['auth.githib', {}, 'there is no section "auth.githib"; did you mean "auth.github"?', 'write "auth.github"'],
    ['http_port', 3000, '"http_port" is a key, not a section', 'write it in section "server"'],
    ['app_mode', 'production', '"app_mode" is a key, not a section', 'write it in section "DEFAULT"'],
    [
      'zzz',
      {},
      'there is no section "zzz"',
      'write a section that Grafana lists in conf/defaults.ini, or `plugin.<id>` for a plugin',
    ],
    ['server', [], 'a list is not an object of keys', 'write `{ key: value }`'],
    ['server', 'http_port = 3000', 'a string is not an object of keys', 'write `{ key: value }`'],
    ['server', null, 'null is not an object of keys', 'write `{ key: value }`'],
  ])('refuses section %s = %j', (section, keys, message, remedy) =>
    expect(check({ [section]: keys })).toEqual([{ path: `grafanaIni.${section}`, message, remedy }]),
  );

  test.each(['plugin.', 'plugin.a]\n[security', 'constructor', '__proto__x', ''])('refuses section %j', (section) =>
    expect(check({ [section]: { a: 'b' } })).toMatchObject([{ path: `grafanaIni.${section}` }]),
  );

  test.each<[string, string, unknown, string, string]>([
    [
      'users',
      'allow_signup',
      true,
      'there is no key "allow_signup" in section "users"; did you mean "allow_sign_up"?',
      'write "allow_sign_up"',
    ],
    [
      'log',
      'http_port',
      3000,
      'there is no key "http_port" in section "log"; it belongs in "server"',
      'write it in section "server"',
    ],
    [
      'server',
      'from_address',
      'a@example.com',
      'there is no key "from_address" in section "server"; it belongs in "smtp"',
      'write it in section "smtp"',
    ],
    [
      'auth',
      'github',
      { enabled: true },
      '"github" is a section of its own, not a part of "auth"',
      'write it beside "auth", as "auth.github"',
    ],
    [
      'help',
      'client_id',
      'x',
      'there is no key "client_id" in section "help"',
      'write a key that Grafana lists under [help] in conf/defaults.ini',
    ],
    [
      'help',
      'toString',
      'x',
      'there is no key "toString" in section "help"',
      'write a key that Grafana lists under [help] in conf/defaults.ini',
    ],
  ])('refuses key %s.%s', (section, key, value, message, remedy) =>
    expect(problemOf(section, key, value)).toEqual({ message, remedy }),
  );

  test.each(['a b', 'a=b', 'a:b', '[a', '#a', ';a', '"a', '`a', '-', '', 'a\nb'])(
    'refuses %j for the name of a key',
    (key) =>
      expect(problemOf('feature_toggles', key, true)).toEqual({
        message: `${JSON.stringify(key)} cannot be a key of grafana.ini`,
        remedy: 'write a name without blanks, "=" and ":" that starts with a letter or a digit',
      }),
  );

  const WHOLE = 'write a whole number without a unit, or `$__env{NAME}`';
  const SWITCH = 'write true, false or `$__env{NAME}`';
  test.each<[string, string, unknown, string, string]>([
    ['server', 'http_port', '3000', '"3000" is not a whole number', 'write 3000'],
    ['server', 'http_port', '30s', '"30s" is not a whole number', WHOLE],
    ['dataproxy', 'timeout', 0.5, '0.5 is not a whole number', WHOLE],
    ['dataproxy', 'row_limit', 1e21, '1e+21 is not a whole number', WHOLE],
    ['quota', 'org_user', Number.NaN, 'NaN is not a whole number', WHOLE],
    ['quota', 'org_user', true, 'true is not a whole number', WHOLE],
    [
      'unified_alerting',
      'randomization_factor',
      1e-7,
      '1e-7 is not a number',
      'write a number without a unit, or `$__env{NAME}`',
    ],
    ['server', 'enable_gzip', 'True', '"True" is not true or false', 'write true'],
    ['server', 'enable_gzip', 'yes', '"yes" is not true or false', SWITCH],
    ['server', 'enable_gzip', 1, '1 is not true or false', SWITCH],
    ['server', 'enable_gzip', null, 'null is not true or false', SWITCH],
    ['server', 'enable_gzip', '$__env{}', '"$__env{}" is not true or false', SWITCH],
    ['database', 'ssl_mode', true, 'true is not text', 'write "true"'],
    ['log', 'filters', ['a:debug'], 'a list is not text', 'write text between quotes'],
    ['log', 'filters', { a: 'debug' }, 'an object is not text', 'write text between quotes'],
    ['feature_toggles', 'a', null, 'null is not text', 'write text between quotes'],
    ['log', 'level', '', '"level" is empty, and Grafana keeps its default for that', 'leave the key out'],
    [
      'server',
      'root_url',
      '%(protcol)s://localhost',
      '"%(protcol)s" refers to a key that is not there',
      'name a key of the same section',
    ],
  ])('refuses %s.%s = %j', (section, key, value, message, remedy) =>
    expect(problemOf(section, key, value)).toEqual({ message, remedy }),
  );

  test.each(['a\nb', 'a\rb', 'a\u0000b', 'a\u2028b', 'a\ud800'])('refuses %j, which no line can hold', (value) =>
    expect(problemOf('users', 'login_hint', value)).toEqual({
      message: '"login_hint" has a line break or another control character, which no line of grafana.ini can hold',
      remedy: 'write it on one line',
    }),
  );

  test.each(['admin_user', 'admin_password'])('refuses security.%s, even as an expansion', (key) =>
    expect(problemOf('security', key, '$__env{ADMIN}')).toEqual({
      message: `"${key}" is set by the option \`admin\``,
      remedy: 'use `admin`',
    }),
  );

  const SECRETS: [string, string, string][] = [
    ['security', 'secret_key', 'hunter22'],
    ['database', 'password', 'hunter22'],
    ['database', 'url', 'postgres://grafana:hunter22@db:5432/grafana'],
    ['remote_cache', 'connstr', 'addr=redis:6379,password=hunter22'],
    ['smtp', 'password', 'hunter22$__env'],
    ['smtp', 'password', 'hunter22$__env{MORE}'],
    ['auth.github', 'client_secret', 'hunter22'],
    ['auth.saml', 'private_key', 'hunter22'],
    ['external_image_storage.s3', 'access_key', 'hunter22'],
    ['plugin.my-panel', 'apiToken', 'hunter22'],
    ['recording_rules.custom_headers', 'Authorization', 'Bearer hunter22'],
    ['secure_socks_datasource_proxy', 'client_key', '-----BEGIN RSA PRIVATE KEY-----hunter22'],
  ];
  test.each(SECRETS)('refuses the secret in %s.%s and does not repeat it', (section, key, value) => {
    const problem = problemOf(section, key, value);
    expect(problem).toEqual({
      message: `"${key}" holds a secret as plain text`,
      remedy: 'write `$__env{NAME}` or `$__file{/path}`, and keep the value in a Secret',
    });
    expect(JSON.stringify(problem)).not.toContain('hunter22');
  });

  test.each([123456, 1.5, 1e30])('refuses a secret of digits: %d', (value) =>
    expect(problemOf('smtp', 'password', value).message).toBe('"password" holds a secret as plain text'),
  );

  test('never repeats what a secret key holds', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SECRETS), fc.stringMatching(/^[A-Z0-9]{8,20}$/), ([section, key], secret) => {
        const tries = [secret, [secret], { a: secret }, `${secret}\n`];
        const problems = tries.flatMap((value) => check({ [section]: { [key]: value }, smpt: { [key]: value } }));
        expect(JSON.stringify([...problems, ...check(`password = ${secret}`)])).not.toContain(secret);
      }),
    ));

  test('tells all problems at once', () =>
    expect(
      check({ sever: {}, log: { level: '', lines: 1 }, quota: { org_user: 'x' } }).map(({ path }) => path),
    ).toEqual(['grafanaIni.sever', 'grafanaIni.log.level', 'grafanaIni.log.lines', 'grafanaIni.quota.org_user']));

  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  const sectionName = fc.oneof(fc.constantFrom(...KEYS.map(([section]) => section), 'plugin.x'), fc.string());
  const keyName = fc.oneof(fc.constantFrom(...KEYS.map(([, key]) => key)), fc.string());
  const nearlyIni = fc.dictionary(sectionName, fc.oneof(fc.dictionary(keyName, anything), anything));
  test('never throws', () =>
    fc.assert(
      fc.property(fc.oneof(anything, fc.jsonValue(), nearlyIni), (ini) => {
        for (const { path, message, remedy } of check(ini)) {
          expect(path.startsWith('grafanaIni')).toBe(true);
          expect(message).not.toBe('');
          expect(remedy).not.toBe('');
        }
      }),
      { numRuns: 150 },
    ));
});
