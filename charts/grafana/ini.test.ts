import fc from 'fast-check';
import { grafanaIniKeys } from '../../imports/grafana-ini';
import { type GrafanaIni, renderIni } from './ini';
import { checkIni } from './ini-check';

type Tree = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const KEYS: readonly (readonly [section: string, key: string, type: string])[] = Object.entries(grafanaIniKeys).flatMap(
  ([section, keys]) => Object.entries<string>(keys).map(([key, type]) => [section, key, type] as const),
);

/** What Grafana's reader (go-ini with its default options) makes of a file. */
function read(text: string): Tree {
  const sections: Record<string, Record<string, string>> = {};
  let section = 'DEFAULT';
  for (const line of text.split('\n').map((raw) => raw.trimStart())) {
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    if (line.startsWith('[')) {
      section = line.slice(1, line.lastIndexOf(']'));
      continue;
    }
    const delimiter = line.search(/[=:]/);
    if (delimiter < 0 || /^["`]/.test(line)) throw new Error(`not a key: ${line}`);
    sections[section] ??= {};
    (sections[section] as Record<string, string>)[line.slice(0, delimiter).trim()] = readValue(
      line.slice(delimiter + 1),
    );
  }
  return sections;
}

function readValue(rest: string): string {
  const text = rest.trimStart();
  for (const quote of ['"""', '`']) {
    if (!text.startsWith(quote)) continue;
    const end = text.lastIndexOf(quote);
    if (end < quote.length) throw new Error(`goes on in the next line: ${rest}`);
    return text.slice(quote.length, end);
  }
  if (text.trimEnd().endsWith('\\')) throw new Error(`goes on in the next line: ${rest}`);
  const value = text.replace(/[#;].*$/, '').trim();
  const [first = ''] = value;
  const surrounded = /^["']$/.test(first) && value.length > 1 && value.indexOf(first, 1) === value.length - 1;
  return surrounded ? value.slice(1, -1) : value;
}

const check = (ini: unknown) => checkIni(ini, 'grafanaIni');

const settings = (entries: readonly (readonly [string, string, unknown])[]): Tree => {
  const tree: Record<string, Record<string, unknown>> = {};
  for (const [section, key, value] of entries) tree[section] = { ...tree[section], [key]: value };
  return tree;
};

const awkwardText = fc
  .array(
    fc.constantFrom(
      '"',
      '"""',
      "'",
      '`',
      '#',
      ';',
      '\\',
      ' ',
      '\t',
      '\u00a0',
      '=',
      ':',
      '[',
      ']',
      '$',
      '%',
      'a',
      'é',
      '😀',
    ),
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(awkwardText, fc.string(), fc.string({ unit: 'binary' }));

const valueFor = (type: string): fc.Arbitrary<unknown> =>
  type === 'number' ? fc.integer() : type === 'boolean' ? fc.boolean() : fc.oneof(text, fc.integer());
const setting = fc
  .constantFrom(...KEYS)
  .chain(([section, key, type]) =>
    fc.oneof(valueFor(type), fc.constant('$__env{NAME}')).map((value) => [section, key, value] as const),
  )
  .filter((entry) => check(settings([entry])).length === 0);

describe('renderIni', () => {
  test('writes DEFAULT first, then sections and keys in order', () =>
    expect(
      renderIni({
        users: { default_theme: 'light', allow_sign_up: false },
        'auth.github': { enabled: true, client_secret: '$__file{/etc/secrets/github}' },
        DEFAULT: { instance_name: 'logs' },
        auth: { login_cookie_name: 'session' },
        smtp: undefined,
        log: {},
        server: { http_port: 3000, domain: undefined },
      }),
    ).toBe(
      [
        'instance_name = logs',
        '',
        '[auth]',
        'login_cookie_name = session',
        '',
        '[auth.github]',
        'client_secret = $__file{/etc/secrets/github}',
        'enabled = true',
        '',
        '[server]',
        'http_port = 3000',
        '',
        '[users]',
        'allow_sign_up = false',
        'default_theme = light',
        '',
      ].join('\n'),
    ));

  test('can rely on DEFAULT sorting first', () =>
    expect(Object.keys(grafanaIniKeys).filter((section) => section <= 'DEFAULT')).toEqual(['DEFAULT']));

  test('writes nothing for nothing', () => {
    expect(renderIni({})).toBe('');
    expect(renderIni({ server: {}, log: { level: undefined } })).toBe('');
  });

  test.each([
    ['%(protocol)s://%(domain)s/grafana/', '%(protocol)s://%(domain)s/grafana/'],
    ["contains(groups[*], 'admin') && 'Admin' || 'Viewer'", "contains(groups[*], 'admin') && 'Admin' || 'Viewer'"],
    ['#1', '"""#1"""'],
    ['a;b', '"""a;b"""'],
    [' a', '""" a"""'],
    ['a ', '"""a """'],
    ["'Viewer'", `"""'Viewer'"""`],
    ['"quoted"', '""""quoted""""'],
    ['`ls`', '"""`ls`"""'],
    ['C:\\data\\', '"""C:\\data\\"""'],
  ])('writes %s as %s', (value, written) =>
    expect(renderIni({ server: { root_url: value } })).toBe(`[server]\nroot_url = ${written}\n`),
  );

  test('gives the same bytes however the settings are ordered', () =>
    fc.assert(
      fc.property(
        fc
          .uniqueArray(setting, { selector: ([section, key]) => `${section}\n${key}`, maxLength: 12 })
          .chain((entries) =>
            fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
          ),
        ([entries, shuffled]) =>
          expect(renderIni(settings(shuffled) as GrafanaIni)).toBe(renderIni(settings(entries) as GrafanaIni)),
      ),
    ));

  test('is read back as it was written', () =>
    fc.assert(
      fc.property(fc.array(setting, { maxLength: 12 }), (entries) => {
        const ini = settings(entries);
        const expected = settings(
          KEYS.flatMap(([section, key]) => {
            const value = ini[section]?.[key];
            return value === undefined ? [] : [[section, key, String(value)] as const];
          }),
        );
        expect(read(renderIni(ini as GrafanaIni))).toEqual(expected);
      }),
    ));

  test('is read back as it was written, whatever the text', () =>
    fc.assert(
      fc.property(awkwardText, text, fc.stringMatching(/^[a-z]{1,9}$/), (one, other, id) => {
        const ini = { users: { login_hint: one }, [`plugin.${id}`]: { greeting: other } };
        fc.pre(check(ini).length === 0);
        expect(read(renderIni(ini))).toEqual(ini);
      }),
      { numRuns: 500 },
    ));
});

test('the compiler offers sections and keys and knows their types', () => {
  const typed = (ini: GrafanaIni): number => Object.keys(ini).length;
  expect(typed({ server: { http_port: '$__env{PORT}', domain: 'logs', read_timeout: 0 } })).toBe(1);
  expect(typed({ feature_toggles: { enable: 'a', publicDashboards: true }, 'plugin.x': { a: 1 } })).toBe(2);
  // @ts-expect-error: no such section
  expect(typed({ sever: {} })).toBe(1);
  // @ts-expect-error: no such key
  expect(typed({ server: { httpPort: 3000 } })).toBe(1);
  // @ts-expect-error: a number
  expect(typed({ server: { http_port: '3000' } })).toBe(1);
  // @ts-expect-error: a switch
  expect(typed({ server: { enable_gzip: 'true' } })).toBe(1);
  // @ts-expect-error: text
  expect(typed({ database: { ssl_mode: true } })).toBe(1);
});
