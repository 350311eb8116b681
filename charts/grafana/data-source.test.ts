import fc from 'fast-check';
import { checkDataSources, type DataSource, dataSourcesFile } from './data-source';

const LOKI: DataSource = { name: 'Loki', type: 'loki', uid: 'loki', url: 'http://loki:3100' };
const PROMETHEUS: DataSource = {
  name: 'Prometheus',
  type: 'prometheus',
  uid: 'prometheus',
  url: 'http://prometheus:9090',
};

const written = (...dataSources: readonly DataSource[]) =>
  dataSourcesFile(dataSources).datasources as readonly Record<string, unknown>[];
const defaultsOf = (...dataSources: readonly DataSource[]) =>
  written(...dataSources)
    .filter(({ isDefault }) => isDefault)
    .map(({ uid }) => uid);

describe('the file', () => {
  test('has all that Grafana needs to know of one', () =>
    expect(dataSourcesFile([LOKI])).toEqual({
      apiVersion: 1,
      datasources: [
        { name: 'Loki', type: 'loki', uid: 'loki', url: 'http://loki:3100', access: 'proxy', isDefault: true },
      ],
    }));

  test('says nothing of a URL, or of settings, that are not there', () =>
    expect(written({ name: 'AWS', type: 'cloudwatch', uid: 'aws' })).toEqual([
      { name: 'AWS', type: 'cloudwatch', uid: 'aws', access: 'proxy', isDefault: true },
    ]));

  test('keeps how it is asked', () =>
    expect(written({ ...LOKI, access: 'direct' })).toMatchObject([{ access: 'direct' }]));

  describe('has the tenant as a header', () => {
    test('whose value Grafana reads among its secrets only', () =>
      expect(written({ ...LOKI, tenant: 'team-a|team-b' })).toEqual([
        {
          ...{ name: 'Loki', type: 'loki', uid: 'loki', url: 'http://loki:3100', access: 'proxy', isDefault: true },
          jsonData: { httpHeaderName1: 'X-Scope-OrgID' },
          secureJsonData: { httpHeaderValue1: 'team-a|team-b' },
        },
      ]));

    test('beside others', () => {
      const jsonData = { maxLines: 1000, httpHeaderName1: 'X-Team' };
      expect(written({ ...LOKI, tenant: 'team-a', jsonData })).toMatchObject([
        { jsonData: { ...jsonData, httpHeaderName2: 'X-Scope-OrgID' }, secureJsonData: { httpHeaderValue2: 'team-a' } },
      ]);
    });

    test('with every $ twice, were there any', () =>
      expect(written({ ...LOKI, tenant: '$a' })).toMatchObject([{ secureJsonData: { httpHeaderValue1: '$$a' } }]));
  });

  describe('has one default', () => {
    test('the first one', () => expect(defaultsOf(LOKI, PROMETHEUS)).toEqual(['loki']));
    test('another that says so', () =>
      expect(defaultsOf(LOKI, { ...PROMETHEUS, isDefault: true })).toEqual(['prometheus']));
    test('not one that says otherwise', () =>
      expect(defaultsOf({ ...LOKI, isDefault: false }, PROMETHEUS)).toEqual(['prometheus']));
    test('or none, when all say otherwise', () => expect(defaultsOf({ ...LOKI, isDefault: false })).toEqual([]));
  });

  test('has every $ twice, at any depth, so that Grafana fills in nothing', () =>
    expect(
      written({
        ...LOKI,
        jsonData: { derivedFields: [{ name: 'traceID', url: '$${__value.raw}', matcherRegex: 'id=(\\w+)$' }], n: 1 },
      }),
    ).toMatchObject([
      { jsonData: { derivedFields: [{ url: '$$$${__value.raw}', matcherRegex: 'id=(\\w+)$$' }], n: 1 } },
    ]));

  test('is read by Grafana as it was meant, whatever the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '$$', '{', '}', 'A', '_', '\\') }), (text) => {
        const [{ jsonData } = {}] = written({ ...LOKI, jsonData: { text } });
        expect(
          (jsonData as { text: string }).text.replace(/\$\$|\$\{\w*\}?|\$\w*/g, (found) => (found === '$$' ? '$' : '')),
        ).toBe(text);
      }),
    ));
});

describe('what is refused', () => {
  const problems = (...others: readonly DataSource[]) =>
    checkDataSources(others, 'dataSources', LOKI).map(({ path, message, remedy }) => `${path}: ${message} → ${remedy}`);

  test('nothing of what Grafana takes', () => {
    expect(problems(PROMETHEUS, { name: 'AWS', type: 'cloudwatch', uid: 'aws' })).toEqual([]);
    expect(problems({ name: 'Users', type: 'postgres', uid: 'users', url: 'postgres:5432' })).toEqual([]);
    expect(problems({ ...PROMETHEUS, isDefault: true, url: 'https://user@prometheus.example.com/path?a=b' })).toEqual(
      [],
    );
  });

  test('two that are the default', () =>
    expect(
      problems({ ...PROMETHEUS, isDefault: true }, { ...PROMETHEUS, name: 'B', uid: 'b', isDefault: true }),
    ).toEqual([
      'dataSources[1].isDefault: "Prometheus" is the default already, and Grafana does not start with more than one → set isDefault on one of them',
    ]));

  test('the name or the uid of another, such as the stack’s own', () =>
    expect(problems({ ...PROMETHEUS, name: 'Loki' }, { ...PROMETHEUS, uid: 'loki' })).toEqual([
      'dataSources[0].name: "Loki" is another data source\'s name too → give each a name of its own',
      'dataSources[1].uid: "loki" is another data source\'s uid too → give each a uid of its own',
    ]));

  const UID = 'write 40 characters at most: letters, digits, "-" and "_"';
  test.each<[object, string]>([
    [{ name: ' ' }, 'dataSources[0].name: is empty → write it'],
    [{ type: '' }, 'dataSources[0].type: is empty → write it'],
    [{ uid: '' }, `dataSources[0].uid: "" is not a uid → ${UID}`],
    [{ uid: 'my uid' }, `dataSources[0].uid: "my uid" is not a uid → ${UID}`],
    [{ uid: 'u'.repeat(41) }, `dataSources[0].uid: "${'u'.repeat(41)}" is not a uid → ${UID}`],
    [{ access: 'server' }, 'dataSources[0].access: "server" is not a way to ask → write "proxy" or "direct"'],
    [
      { tenant: 'team a' },
      'dataSources[0].tenant: "team a" is not the name of a tenant → write letters, digits and any of ! - _ . * \' ( )',
    ],
    [
      { tenant: 'a', access: 'direct' },
      'dataSources[0].access: is "direct", and a browser sends no tenant → write "proxy", or leave it out',
    ],
    [
      { tenant: 'a', jsonData: { httpHeaderName3: 'x-scope-orgid' } },
      'dataSources[0].jsonData.httpHeaderName3: is X-Scope-OrgID, which tenant sends already → leave it out',
    ],
    [{ url: undefined }, 'dataSources[0].url: is missing → write "http://…"'],
    [{ url: 'prometheus:9090' }, 'dataSources[0].url: "prometheus:9090" is not a URL → write "http://prometheus:9090"'],
    [{ url: 'http://' }, 'dataSources[0].url: is not the URL of a server → write "http://…"'],
    [{ url: 'ftp://me:hunter22@prometheus' }, 'dataSources[0].url: is not the URL of a server → write "http://…"'],
  ])('%j', (change, problem) => expect(problems({ ...PROMETHEUS, ...change })).toEqual([problem]));

  test('the stack’s own is found under its own name', () =>
    expect(checkDataSources([], 'dataSources', { ...LOKI, uid: '?' })).toMatchObject([
      { path: 'firstDataSource.uid' },
    ]));
});
