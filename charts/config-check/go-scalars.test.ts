import { booleanOf, integerOf, numberOf, tagOfPlain } from './go-scalars';

test.each([
  ['yes', 'bool'],
  ['Off', 'bool'],
  ['y', 'bool'],
  ['yEs', 'string'],
  ['~', 'null'],
  ['', 'null'],
  ['Null', 'null'],
  ['0755', 'int'],
  ['0o755', 'int'],
  ['1_000', 'int'],
  ['0x1F', 'int'],
  ['0b11', 'int'],
  ['-5', 'int'],
  ['08', 'float'],
  ['1e3', 'float'],
  ['.5', 'float'],
  ['18446744073709551616', 'float'],
  ['.inf', 'float'],
  ['2024-04-01', 'date'],
  ['2024-4-1', 'date'],
  ['2024-04-01T10:00:00Z', 'date'],
  ['2024-02-30', 'string'],
  ['190:20:30', 'string'],
  ['1,000', 'string'],
  ['30d', 'string'],
  ['${PORT}', 'env'],
  ['${PORT:-3100}', 'env'],
])('%s without quotes is a %s to Go', (text, tag) => {
  expect(tagOfPlain(text)).toBe(tag);
});

test('octals of both kinds have their value', () => {
  expect([integerOf('0755'), integerOf('0o755'), integerOf('-010')]).toEqual([493n, 493n, -8n]);
  expect([numberOf('08'), numberOf('1_0.5'), numberOf('x')]).toEqual([8, 10.5, undefined]);
  expect([booleanOf('on'), booleanOf('No'), booleanOf('ja')]).toEqual([true, false, undefined]);
});
