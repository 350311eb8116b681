import type { Entry } from './entry';
import { rfc3339, streamsOf, toJsonStreams } from './streams';

const entry = (line: string, labels: Readonly<Record<string, string>>, metadata: Entry['metadata'] = []): Entry => ({
  line,
  labels: new Map(Object.entries(labels)),
  extracted: new Map(),
  timestamp: undefined,
  metadata,
});

test.each([
  [0n, '1970-01-01T00:00:00Z'],
  [1_714_979_289_120_000_000n, '2024-05-06T07:08:09.12Z'],
  [-1n, '1969-12-31T23:59:59.999999999Z'],
  [9_223_372_036_854_775_807n, '2262-04-11T23:47:16.854775807Z'],
  [253_402_300_800_000_000_000n, '10000-01-01T00:00:00Z'],
  [-62_167_219_200_000_000_000n, '0000-01-01T00:00:00Z'],
  [-62_167_219_200_000_000_001n, '-0001-12-31T23:59:59.999999999Z'],
  [9_223_372_036_854_775_807_000_000_000n, '292277026596-12-04T15:30:07Z'],
])('%s nanoseconds since 1970 are %s', (timestamp, text) => {
  expect(rfc3339(timestamp)).toBe(text);
});

test('the order of labels does not count, their values and the tenant do', () => {
  const streams = streamsOf([
    entry('1', { a: 'x', b: 'y' }),
    entry('2', { a: 'x', __tenant_id__: 't', b: 'y' }),
    entry('3', { b: 'y', a: 'x' }),
    entry('4', { a: 'y', b: 'x' }),
  ]);
  expect(streams.map(({ tenant, labels, entries }) => [tenant, labels, entries.map(({ line }) => line)])).toEqual([
    ['', { a: 'x', b: 'y' }, ['1', '3']],
    ['t', { a: 'x', b: 'y' }, ['2']],
    ['', { a: 'y', b: 'x' }, ['4']],
  ]);
});

test('of metadata with one name the last counts, whatever the name', () => {
  const pairs: Entry['metadata'] = [
    ['a', '1'],
    ['__proto__', 'p'],
    ['a', '2'],
  ];
  const [stream] = toJsonStreams(streamsOf([entry('', {}, pairs)]));
  expect(JSON.stringify(stream?.entries)).toBe('[{"ts":null,"line":"","metadata":{"a":"2","__proto__":"p"}}]');
});

test('a line that is no UTF-8 is written in base64', () => {
  const [stream] = toJsonStreams(streamsOf([entry('é\uDCFF', {})]));
  expect(stream?.entries[0]?.line).toEqual({ base64: Buffer.from([0xc3, 0xa9, 0xff]).toString('base64') });
});
