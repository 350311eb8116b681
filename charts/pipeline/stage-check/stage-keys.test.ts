import { knownKeys, sinceRelease } from './stage-keys';

const keysOf = (release: string, steps: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(knownKeys(release, steps));

test('stages and keys are those of the line of the release', () => {
  expect(keysOf('2.9.1', [])).toMatchObject({ cri: 'yes', decolorize: 'yes', geoip: 'yes' });
  expect(keysOf('2.1.0', [])).toMatchObject({ cri: 'yes', decolorize: 'no', geoip: 'no' });
  expect(keysOf('3.6.0', ['timestamp'])).toEqual({
    action_on_failure: 'yes',
    fallback_formats: 'yes',
    format: 'yes',
    location: 'yes',
    source: 'yes',
  });
  expect(keysOf('3.6.15', ['metrics', '*', 'config'])).toMatchObject({ action: 'yes', buckets: 'yes' });
});

test('between two tables that differ nobody knows', () => {
  expect(keysOf('2.5.0', [])).toMatchObject({ cri: 'yes', decolorize: 'maybe' });
});

test('before the first table and behind the last the nearest counts', () => {
  expect(keysOf('2.0.0', [])).toEqual(keysOf('2.1.0', []));
  expect(keysOf('4.0.0', [])).toEqual(keysOf('3.6.15', []));
  expect(keysOf('x', [])).toEqual(keysOf('3.6.15', []));
});

test('what nobody knows has no keys, and is of no release', () => {
  expect(keysOf('3.6.15', ['nothing'])).toEqual({});
  expect(sinceRelease(['nothing'])).toBeUndefined();
  expect(sinceRelease(['cri'])).toBe('2.1.0');
  expect(sinceRelease(['decolorize'])).toBe('2.9.17');
});
