import { isDuration, millisecondsOf, nearestDuration } from './durations';

test.each([
  ['90s', true, true],
  ['1h30m', true, true],
  ['0', true, true],
  ['30d', true, false],
  ['1w', true, false],
  ['1y', true, false],
  ['1.5h', false, true],
  ['-5m', false, true],
  ['10m1h', false, true],
  ['100us', false, true],
  ['', false, false],
  ['1M', false, false],
  ['5 m', false, false],
  ['300y', false, false],
])('%s: Prometheus reads it: %s, Go reads it: %s', (text, prometheus, go) => {
  expect([isDuration(text, 'duration'), isDuration(text, 'go-duration')]).toEqual([prometheus, go]);
  expect(isDuration(text, 'any-duration')).toBe(prometheus || go);
});

test('a duration has its milliseconds, before zero too', () => {
  expect([millisecondsOf('1d'), millisecondsOf('-1s'), millisecondsOf('x')]).toEqual([86_400_000, -1000, undefined]);
});

test.each([
  ['2w', 'go-duration', '336h'],
  ['1.5h', 'duration', '1h30m'],
  ['1h30', 'go-duration', '1h30m'],
  ['14 d', 'duration', '14d'],
  ['soon', 'duration', undefined],
  ['30', 'duration', undefined],
] as const)('%s as a %s was meant to be %s', (text, kind, meant) => {
  expect(nearestDuration(text, kind)).toBe(meant);
});
