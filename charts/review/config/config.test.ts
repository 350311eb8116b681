import type { Manifest } from '../../kubernetes/manifest';
import { reviewManifests } from '../review-manifests';
import { readIni } from './ini';
import { readConfig } from './read-config';

const LOKI = 'schema_config:\n  configs: []\n';
const PROMTAIL = 'clients: []\nscrape_configs: []\n';
const DASHBOARD = '{"title":"Logs","schemaVersion":42,"version":3,"panels":[{"id":1,"title":"Volume","type":"logs"}]}';

test.each([
  ['loki.yaml', LOKI, 'loki'],
  ['config', LOKI, 'loki'],
  ['loki.json', JSON.stringify({ schema_config: { configs: [] } }), 'loki'],
  ['promtail.yaml', PROMTAIL, 'promtail'],
  ['overrides.yaml', 'overrides:\n  team-a:\n    retention_period: 30d\n', 'loki-overrides'],
  ['config.alloy', 'logging { level = "warn" }', 'alloy'],
  ['config', 'loki.write "default" {\n}\n', 'alloy'],
  ['grafana.ini', '[server]\nroot_url = /\n', 'grafana-ini'],
  ['custom', '[security]\nallow_embedding = true\n', 'grafana-ini'],
  ['other.ini', '[a]\nb = 1\n', 'ini'],
  ['datasources.yaml', 'datasources: []\n', 'data-sources'],
  ['logs.json', DASHBOARD, 'dashboard'],
  ['rules.yaml', 'groups: []\n', 'yaml'],
  ['list.yaml', '- a\n- b\n', 'yaml'],
  ['run.sh', 'set -eu\na: 1\n', 'text'],
  ['nginx.conf', 'server {\n}\n', 'text'],
  ['words', 'a few words\n', 'text'],
  ['broken.yaml', 'a: [\n', 'text'],
  ['two.yaml', 'a: 1\n---\nb: 1\n', 'text'],
])('%s is told by what it holds', (name, text, format) => expect(readConfig(name, text).format).toBe(format));

test('a line of an ini file without a key is a value, and hidden as one', () => {
  expect(readIni('[a]\nb = 1\nhunter2\nmore\n')).toEqual({ a: { b: '1', '(no key)': 'hunter2\nmore' } });
});

test("an ini file is read as Grafana's reader does", () => {
  const text = [
    'first = 1',
    '[auth.anonymous] ; of guests',
    '# a comment',
    'enabled=true',
    'org_name : Main Org. # not this',
    'password = """one;two"""',
    'template = """a',
    'b"""',
    '[empty]',
    '[auth.anonymous]',
    'enabled = false',
  ].join('\r\n');
  expect(readIni(text)).toEqual({
    DEFAULT: { first: '1' },
    'auth.anonymous': { enabled: 'false', org_name: 'Main Org.', password: 'one;two', template: 'a\nb' },
  });
});

const configMap = (name: string, text: string, fields: object = {}): Manifest[] => [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { [name]: text }, ...fields },
];

/** `path: old → new` of what changes in an entry. */
const changes = (name: string, old: string, now: string): string[] =>
  reviewManifests(configMap(name, old), configMap(name, now)).objects.flatMap((object) =>
    object.changes.map(
      (change) =>
        `${change.path}${change.line === undefined ? '' : `:${change.line}`}: ${JSON.stringify(change.old)} → ${JSON.stringify(change.new)}`,
    ),
  );

test.each<[string, string, string, readonly string[]]>([
  [
    'loki.yaml',
    `${LOKI}limits_config: {a: 1}\n`,
    `limits_config: {a: 2}\n${LOKI}`,
    ['data["loki.yaml"].limits_config.a: 1 → 2'],
  ],
  [
    'logs.json',
    DASHBOARD,
    DASHBOARD.replace('"type":"logs"', '"type":"table"'),
    ['data["logs.json"].panels[Volume].type: "logs" → "table"'],
  ],
  ['logs.json', DASHBOARD, DASHBOARD.replace('"version":3', '"version":4'), []],
  [
    'grafana.ini',
    '[auth.anonymous]\nenabled = false\n',
    '[auth.anonymous]\nenabled = true\n',
    ['data["grafana.ini"]["auth.anonymous"].enabled: "false" → "true"'],
  ],
  ['a.txt', 'a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n', ['data["a.txt"]:2: "b" → "B"', 'data["a.txt"]:5: undefined → "e"']],
  ['a.yaml', 'a: 1\nb: {}\n', 'b:\n  c: 1\na: 1\n', ['data["a.yaml"].b.c: undefined → 1']],
  ['a.yaml', 'a: 1\n', 'a: [\n', ['data["a.yaml"]: "a: 1\\n" → "a: [\\n"']],
  ['password', 'hunter2', 'hunter3', ['data.password: "(hidden)" → "(hidden)"']],
])('%s is compared as what it is', (name, old, now, expected) => expect(changes(name, old, now)).toEqual(expected));

test('what is no text is compared by its bytes', () => {
  const binary = (base64: string) => configMap('a', '', { data: undefined, binaryData: { a: base64 } });
  const [object] = reviewManifests(binary('/w=='), binary('/g==')).objects;
  expect(object?.changes).toEqual([{ path: 'data.a', old: '/w==', new: '/g==', severities: ['none'] }]);
});
