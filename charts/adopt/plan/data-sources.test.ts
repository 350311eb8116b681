import { objectOf } from '../../../test/release-objects';
import {
  DATA_SOURCES_FOLDER,
  dataSourceFacts,
  fullDataSources,
  holdsSecrets,
  takenDataSource,
  uidOf,
} from './data-sources';

const FILE = 'datasources: [{name: Loki, type: loki}]\n';
const OBJECTS = [
  objectOf('ConfigMap/mounted', { data: { 'a.yaml': FILE, 'b.yml': FILE, 'c.json': FILE, 'd.yaml': 'other: 1\n' } }),
  objectOf('ConfigMap/found', { metadata: { labels: { grafana_datasource: '1' } }, data: { 'a.yaml': FILE } }),
  objectOf('Secret/found', { metadata: { labels: { grafana_datasource: '2' } }, stringData: { 'a.yaml': FILE } }),
  objectOf('Service/found', { metadata: { labels: { grafana_datasource: '1' } } }),
];

const mounted = (mountPath: string, subPath?: string, source: object = { configMap: { name: 'mounted' } }) =>
  dataSourceFacts(
    { volumeMounts: [{ name: 'ds', mountPath, subPath }] } as never,
    { volumes: [{ name: 'ds', ...source }] } as never,
    OBJECTS,
  );

describe('files of data sources that are mounted', () => {
  test('as a folder', () => {
    const { files, mountPaths, volumes, label } = mounted(DATA_SOURCES_FOLDER);
    expect(files.map(({ kind, name, key }) => `${kind}/${name} ${key}`)).toEqual([
      'ConfigMap/mounted a.yaml',
      'ConfigMap/mounted b.yml',
    ]);
    expect({ mountPaths, volumes, label }).toEqual({
      mountPaths: [DATA_SOURCES_FOLDER],
      volumes: ['ds'],
      label: undefined,
    });
  });

  test('one by one', () => {
    expect(mounted(`${DATA_SOURCES_FOLDER}/x.yaml`, 'b.yml').files.map(({ key }) => key)).toEqual(['b.yml']);
    expect(mounted(DATA_SOURCES_FOLDER, '').files).toHaveLength(2);
  });

  test('from a Secret', () => {
    expect(mounted(DATA_SOURCES_FOLDER, undefined, { secret: { secretName: 'found' } }).files).toMatchObject([
      { kind: 'Secret' },
    ]);
  });

  test('nowhere', () => {
    expect(mounted('/etc/grafana').files).toEqual([]);
    expect(mounted(DATA_SOURCES_FOLDER, undefined, { emptyDir: {} })).toMatchObject({ files: [], volumes: ['ds'] });
    expect(mounted(DATA_SOURCES_FOLDER, undefined, { configMap: { name: 'none' } }).files).toEqual([]);
  });
});

test.each([
  [undefined, ['ConfigMap/found', 'Secret/found']],
  ['2', ['Secret/found']],
  ['', []],
])('those that a container beside Grafana looks for by a label, of the value %j', (value, expected) => {
  const env = [
    { name: 'FOLDER', value: DATA_SOURCES_FOLDER },
    { name: 'LABEL', value: 'grafana_datasource' },
    ...(value === undefined ? [] : [{ name: 'LABEL_VALUE', value }]),
  ];
  const { files, label, mountPaths } = dataSourceFacts({}, { initContainers: [{ name: 'sidecar', env }] }, OBJECTS);
  expect(files.map(({ kind, name }) => `${kind}/${name}`)).toEqual(expected);
  expect({ label, mountPaths }).toEqual({
    label: { key: 'grafana_datasource', ...(value === undefined ? {} : { value }) },
    mountPaths: [],
  });
});

test('a data source in our words', () => {
  expect(
    takenDataSource({
      name: 'Loki',
      type: 'loki',
      url: 'http://loki',
      isDefault: false,
      access: 'proxy',
      editable: true,
      version: 1,
    }),
  ).toEqual({ source: { name: 'Loki', type: 'loki', uid: uidOf('Loki'), url: 'http://loki' }, secrets: [] });
  expect(
    takenDataSource({ name: 'A', type: 'b', uid: 'c', isDefault: true, access: 'direct', jsonData: { d: ['$$e'] } })
      .source,
  ).toEqual({
    name: 'A',
    type: 'b',
    uid: 'c',
    isDefault: true,
    access: 'direct',
    jsonData: { d: ['$e'] },
  });
});

test('a tenant is no secret', () => {
  const given = (value: unknown) => ({
    name: 'Loki',
    type: 'loki',
    jsonData: { httpHeaderName1: 'Other', httpHeaderName2: 'X-Scope-OrgID', maxLines: 5 },
    secureJsonData: { httpHeaderValue1: 'hunter2', httpHeaderValue2: value },
  });
  expect(takenDataSource(given('team-a') as never)).toEqual({
    source: {
      name: 'Loki',
      type: 'loki',
      uid: uidOf('Loki'),
      tenant: 'team-a',
      jsonData: { httpHeaderName1: 'Other', maxLines: 5 },
    },
    secrets: ['httpHeaderValue1'],
  });
  expect(takenDataSource(given(3) as never)).toMatchObject({
    source: { jsonData: { httpHeaderName2: 'X-Scope-OrgID' } },
    secrets: ['httpHeaderValue1', 'httpHeaderValue2'],
  });
});

test('what is secret of one is left out and named', () => {
  const taken = takenDataSource({
    name: 'DB',
    type: 'postgres',
    url: 'postgres://user:hunter2@db',
    jsonData: { apiToken: 'hunter2', sslmode: 'off' },
    secureJsonData: { password: 'hunter2' },
  });
  expect(taken).toEqual({
    source: { name: 'DB', type: 'postgres', uid: uidOf('DB'), jsonData: { sslmode: 'off' } },
    secrets: ['url', 'jsonData.apiToken', 'password'],
  });
});

test.each<[object, boolean]>([
  [{ secureJsonData: { httpHeaderValue1: 'Bearer hunter2' } }, true],
  [{ jsonData: { httpHeaderName1: 'X-Scope-OrgID' }, secureJsonData: { httpHeaderValue1: 'team-a' } }, false],
  [{ secureJsonData: { a: '$TOKEN', b: '$' + '{TOKEN}', c: '', d: null } }, false],
  [{ jsonData: { a: 'b' } }, false],
])('a file of %j holds secrets: %s', (source, holds) => {
  expect(holdsSecrets(JSON.stringify({ datasources: [{ name: 'a' }, source] }))).toBe(holds);
});

test('what is no file of data sources holds none of theirs', () => {
  for (const text of ['secureJsonData: [', 'secureJsonData: {a: b}', 'datasources: x # secureJsonData'])
    expect(holdsSecrets(text)).toBe(false);
});

test("the uid of a name is Grafana's own", () => {
  expect(uidOf('Loki')).toBe('P8E80F9AEF21F6940');
});

test('files are compared with what is so anyhow said', () => {
  const content = {
    apiVersion: 1,
    datasources: [
      { name: 'Loki', type: 'loki', version: 3, orgId: 1 },
      { name: 'B', uid: 'b', isDefault: true, access: 'direct' },
    ],
  };
  expect(fullDataSources(content)).toEqual({
    apiVersion: 1,
    datasources: [
      { name: 'Loki', type: 'loki', access: 'proxy', isDefault: false, uid: uidOf('Loki') },
      { name: 'B', uid: 'b', access: 'direct', isDefault: true },
    ],
  });
});
