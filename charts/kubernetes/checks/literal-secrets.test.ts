import { isLiteralSecret, secretForm, secretSettings } from './literal-secrets';

// Put together here, so that nobody who scans this repository takes them for real ones.
const AWS_KEY = `AKIA${'A1B2'.repeat(4)}`;
const HEX = '0123456789abcdef'.repeat(4);

describe('what shows by its form', () => {
  test.each([
    ['an AWS access key', `s3://${AWS_KEY}:x/y@us-east-1/bucket`],
    ['an AWS access key', `key ASIA${'Z9'.repeat(8)}.`],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE'],
    ['a private key', '-----BEGIN PRIVATE KEY-----'],
    ['a private key', '-----BEGIN PGP PRIVATE KEY BLOCK-----'],
    ['a GitHub token', `ghp_${'a1'.repeat(18)}`],
    ['a GitLab token', `glpat-${'a1'.repeat(10)}`],
    ['a Grafana token', `glsa_${'a1'.repeat(16)}_0`],
    ['a JSON web token', `Bearer eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(40)}.${'c'.repeat(43)}`],
    ['an authorization header', `curl -H "Authorization: Bearer ${HEX}" https://example.com`],
    ['an authorization header', `wget --header='authorization: Basic ${'bG9r'.repeat(4)}==' -O -`],
    ['an authorization header', `{"Authorization":"token ${HEX}"}`],
    ['an authorization header', `curl -H "PRIVATE-TOKEN: ${'a1'.repeat(10)}" https://example.com`],
    ['a Google API key', `AIza${'x'.repeat(35)}`],
    [
      'an address that whoever has it may post to',
      `url: https://hooks.slack.com/services/T${'0A'.repeat(4)}/B${'0A'.repeat(4)}/${'aB'.repeat(12)}`,
    ],
    [
      'an address that whoever has it may post to',
      `https://discord.com/api/webhooks/${'12'.repeat(9)}/${'aB'.repeat(30)}`,
    ],
    ['a Slack token', `xoxb-${'1'.repeat(12)}`],
    ['an Azure account key', `AccountName=logs;AccountKey=${'Ab1/'.repeat(20)}==`],
    ['an Azure account key', 'Endpoint=sb://logs;SharedAccessKeyName=read;SharedAccessKey=hunter2-hunter2'],
    ['a password in a URL', 'https://loki:hunter2@logs.example.com/loki/api/v1/push'],
    ['a password in a URL', 'redis://:hunter2@redis:6379/0'],
    ['a password in a URL', 'postgres://grafana:p$ss@db/grafana'],
  ])('%s', (what, text) => {
    expect(secretForm(text)).toBe(what);
  });

  test.each([
    'http://loki.loki.svc:3100/loki/api/v1/push',
    'https://loki:${PUSH_PASSWORD}@logs.example.com/',
    'https://loki:$__file{/etc/secrets/push}@logs.example.com/',
    'postgres://grafana:$(DB_PASSWORD)@db/grafana',
    'https://<user>:<password>@logs.example.com/',
    "expression: '(https?)://[^:]+:([^@]+)@'",
    's3://us-east-1/loki-shtian',
    '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    `sha256:${HEX}`,
    HEX.toUpperCase(),
    'AKIA is how they begin',
    'url: https://hooks.slack.com/services/${SLACK_HOOK}',
    'https://example.com/webhooks/1',
    'AccountName=logs;AccountKey=${ACCOUNT_KEY};EndpointSuffix=core.windows.net',
    'AccountName=logs;AccountKey=<key>',
    'curl -H "Authorization: Bearer $TOKEN" https://example.com',
    'curl -H "Authorization: Bearer $(cat /run/token)" https://example.com',
    'headers: { Authorization: "Basic ${BASIC_AUTH}" }',
    'header PRIVATE-TOKEN: ${TOKEN}',
    'Authorization: by its form',
    'grafana/loki:3.7.6',
  ])('but not %j', (text) => {
    expect(secretForm(text)).toBeUndefined();
  });
});

describe('settings that hold a literal credential', () => {
  test.each([
    ['Loki’s YAML', 'storage_config:\n  aws:\n    secret_access_key: wJalrXUt/bPx\n', ['secret_access_key']],
    ['a quoted value', 'password: "hunter 2"', ['password']],
    ['a quote within quotes', "password: 'it''s'", ['password']],
    ['a comment after it', 'password: hunter2 # for now', ['password']],
    ['a value that begins like a comment', 'password: "#hunter2"', ['password']],
    ['a list item', 'clients:\n  - password: hunter2', ['password']],
    ['a block', 'password: |-\n  hunter2\n', ['password']],
    ['a mapping in one line', 'basic_auth: { username: loki, password: hunter2 }', ['password']],
    ['a mapping within one in one line', 'client: { basic_auth: { username: loki, password: hunter2 } }', ['password']],
    ['an item in one line', '- { name: Loki, secureJsonData: { basicAuthPassword: hunter2 } }', ['basicAuthPassword']],
    ['an item of items', '  - - {a: [{ token: abc, b: c }]}', ['token']],
    ['Windows’ line ends', 'user: loki\r\npassword: hunter2\r\n', ['password']],
    ['a password of digits', 'password: 12345678', ['password']],
    ['an ini file', '[database]\nuser = grafana\npassword = hunter2', ['password']],
    ['an ini file without blanks', 'admin_password=hunter2', ['admin_password']],
    ['an ini file’s triple quotes', 'password = """#hunter;2"""', ['password']],
    ['JSON', '{\n  "client_secret": "hunter2",\n  "a": 1\n}', ['client_secret']],
    ['JSON in one line', '{"user":"loki","password":"hunter2"}', ['password']],
    ['a default beside the reference', 'password: ${PASSWORD:hunter2}', ['password']],
    ['a default as shells write it', 'password: ${PASSWORD:-hunter2}', ['password']],
    ['a bearer token', 'authorization: Bearer hunter2', ['authorization']],
    ['a connection string', 'connection_string: host=db user=loki password=hunter2', ['connection_string']],
    ['camel case', 'apiKey: hunter2', ['apiKey']],
    ['a shell’s variable', 'export DB_PASS=hunter2', ['DB_PASS']],
    ['several, each once', 'password: a1\ntoken: b2\nother:\n  password: c3', ['password', 'token']],
  ])('%s', (_, text, keys) => {
    expect(secretSettings(text)).toEqual(keys);
  });

  test.each([
    ['a variable', 'access_key_id: ${AWS_ACCESS_KEY_ID}\nsecret_access_key: ${AWS_SECRET_ACCESS_KEY}'],
    ['a variable with an empty default', 'password: ${PASSWORD:-}'],
    ['a variable within text', 'authorization: Bearer ${TOKEN}'],
    [
      'Grafana’s references',
      'a_password = $__env{PW}\nb_password = $__file{/pw}\nc_password = $__vault{kv:grafana:pw}',
    ],
    ['Grafana’s variable', 'password: $GRAFANA_PASSWORD'],
    ['a variable in quotes', 'password: "${PASSWORD}"'],
    ['a variable in a block', 'password: |\n  ${PASSWORD}\n'],
    ['a variable in JSON', '{"password":"${PASSWORD}","token":"$(TOKEN)"}'],
    ['a connection string’s variable', 'connection_string: host=db password=${PASSWORD} user=loki'],
    ['a template', 'password: {{ .password }}\ntoken: "{{ .token }}"'],
    ['a placeholder', 'password: <secret>'],
    ['a command’s output', 'password=$(cat /run/secrets/password)'],
    ['Alloy’s function', 'password = sys.env("PASSWORD")'],
    ['a file of credentials', 'GOOGLE_APPLICATION_CREDENTIALS: /etc/key/key.json'],
    ['the path of a file', 'password_file: /run/password\nbearer_token_file: /run/token\ntls_key_path: /run/key'],
    ['the name of a Secret', 'secretName: grafana\nexistingSecret: grafana\nimagePullSecrets:\n  - name: registry'],
    ['nothing', 'password:\ntoken: ""\nsecret: null\napi_key = \nclient_secret: ~'],
    ['a switch', 'use_refresh_token: true\nvalidate_token: false\nsend_token: no'],
    ['a number', 'num_tokens: 512\nnext_token: 3'],
    ['a comment', '# password: hunter2\n;password = hunter2\n#;token=x'],
    ['a field of a log line', 'json:\n  expressions:\n    token: request.token\n    password: user.password\n'],
    ['a column’s title', '{"renameByName":{"api_key":"API Key"}}'],
    ['a query', '{"expr":"sum by (token) (rate({job=\\"x\\", token=\\"abc\\"} |= `password: x`[5m]))"}'],
    ['an alias', 'password: *password'],
    ['variables in one line', '- { name: Loki, secureJsonData: { basicAuthPassword: "${PASSWORD}", token: $TOKEN } }'],
    ['a template in a list', '- {{ .password: x }}'],
    ['AWS’ own names of things', 'access_key_id: loki\nregion: us-east-1\nkms_key_id: alias/loki'],
  ])('but not %s', (_, text) => {
    expect(secretSettings(text)).toEqual([]);
  });

  test('never in a dashboard, where such keys name columns', () => {
    const dashboard = { schemaVersion: 39, panels: [{ options: { token: 'the one that was used' } }] };
    expect(secretSettings(JSON.stringify(dashboard, null, 2))).toEqual([]);
    expect(secretSettings(JSON.stringify({ ...dashboard, schemaVersion: undefined }))).toEqual(['token']);
  });
});

test.each([
  ['GF_SECURITY_ADMIN_PASSWORD', true],
  ['GF_SECURITY_ADMIN_PASSWORD__FILE', false],
  ['AWS_SECRET_ACCESS_KEY', true],
  ['AWS_ACCESS_KEY_ID', false],
  ['AWS_WEB_IDENTITY_TOKEN_FILE', false],
  ['SECRET_NAME', false],
  ['SMTP_PASS', true],
  ['COMPASS', false],
  ['MYSQL_PWD', true],
  ['PWD', false],
  ['TOKEN_PATH', false],
  ['VAULT_TOKEN', true],
  ['MONKEY', false],
  ['passphrase', true],
])('a variable %s is taken for a credential: %p', (name, is) => {
  expect(isLiteralSecret(name, 'hunter2')).toBe(is);
});

describe('takes time linear in the text', () => {
  const time = (text: string): number => {
    const start = process.hrtime.bigint();
    secretForm(text);
    secretSettings(text);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };

  test.each([
    ['of one word', 'a'],
    ['of key-like words', 'password'],
    ['that begins a token over and over', '-eyJaaaaaaaaaaaa'],
    ['that begins a URL over and over', 'x://a:b '],
    ['that begins a header over and over', 'Authorization:Bearer  '],
    ['of items', '- { a: { b: '],
    ['of colons', '://:'],
    ['of braces', '{"token":'],
    ['of quotes', '"token": "'],
    ['of lines', 'token: a\n'],
    ['of blanks', ' \t'],
    ['of unfinished templates', 'token: {{'],
    ['of unfinished commands', 'token: $('],
    ['of unfinished variables', 'token: ${env:'],
    ['of quoted commas', 'token: "a",'],
  ])('a quarter of a megabyte %s', (_, piece) => {
    expect(time(piece.repeat(2 ** 18 / piece.length))).toBeLessThan(1000);
  });
});
