import { parseGoDuration } from './duration';

test.each([
  ['1h30m', 5_400_000_000_000n],
  ['-1.5s', -1_500_000_000n],
  ['1µs', 1000n],
  ['.5h', 1_800_000_000_000n],
  ['0', 0n],
  ['+5ms', 5_000_000n],
])('%s is a duration', (text, nanoseconds) => {
  expect(parseGoDuration(text)).toBe(nanoseconds);
});

test.each(['', '5', '1d', 'soon', '1 h', '1e3s', '9999999h', 's'])('%j is none', (text) => {
  expect(parseGoDuration(text)).toBeUndefined();
});
