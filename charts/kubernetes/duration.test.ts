import fc from 'fast-check';
import { checkDuration, parseDuration } from './duration';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('parseDuration', () => {
  test.each([
    ['0', 0],
    ['0s', 0],
    ['30d', 30 * DAY],
    ['1y', 365 * DAY],
    ['1w2d3h4m5s6ms', 9 * DAY + 3 * HOUR + 4 * MINUTE + 5 * SECOND + 6],
    ['1d12h', 36 * HOUR],
    ['1h30m', 90 * MINUTE],
    ['292y', 292 * 365 * DAY],
  ])("reads Prometheus's %s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  test.each([
    ['1.5h', 90 * MINUTE],
    ['1.1h', 66 * MINUTE],
    ['.5s', 500],
    ['1.s', SECOND],
    ['500ms', 500],
    ['100us', 0.1],
    ['1µs', 0.001],
    ['1μs', 0.001],
    ['1ns', 0.000001],
    ['30m1h', 90 * MINUTE],
    ['1h1h', 2 * HOUR],
    ['+5m', 5 * MINUTE],
    ['2562047h47m', 2_562_047 * HOUR + 47 * MINUTE],
  ])("reads Go's %s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  test.each([
    ...[
      '',
      '14',
      '00',
      '1M',
      '30 d',
      ' 5m',
      '5m ',
      '-5m',
      '-0',
      'd',
      's',
      '.h',
      '1h30',
      '1h-',
      'soon',
      '5 m',
      '30x',
      '1D',
    ],
    ...['1.5d', '1d1.5h', '2d1w', '1d1d', '1d1us', '1e3s', '1,5h', '٣h', '5m\n', '293y', '2562048h'],
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test('adds up what is written, in either form', () => {
    const amount = fc.nat(99);
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (w, d, h, m, s) => {
        expect(parseDuration(`${w}w${d}d${h}h${m}m${s}s`)).toBe((7 * w + d) * DAY + h * HOUR + m * MINUTE + s * SECOND);
        expect(parseDuration(`${s}s${h}.${`${m}`.padStart(2, '0')}h`)).toBe(h * HOUR + (m * HOUR) / 100 + s * SECOND);
      }),
    );
  });
});

describe('checkDuration', () => {
  test.each(['0', '14d', '1h30m', '1.5h', '500ms'])('takes %s', (text) => {
    expect(checkDuration(text, 'loki.retention')).toEqual([]);
  });

  test.each([
    ['14 days', '14d'],
    ['1 day', '1d'],
    ['2 weeks', '2w'],
    ['90min', '90m'],
    ['90 Minutes', '90m'],
    ['5 m', '5m'],
    [' 30s ', '30s'],
    ['250 msec', '250ms'],
    ['1 hour and 30 minutes', '1h30m'],
    ['1 day, 2 hours', '1d2h'],
    ['30D', '30d'],
    ['6 months', '180d'],
    ['2 years', '2y'],
    ['1.5d', '36h'],
    ['1.5 days', '36h'],
    ['1h2d', '49h'],
    ['0.5 hours', '0.5h'],
  ])('knows what %j means', (value, meant) => {
    expect(checkDuration(value, 'loki.retention')).toEqual([
      { path: 'loki.retention', message: `"${value}" is not a duration`, remedy: `write "${meant}"` },
    ]);
  });

  test.each([
    [14, '14'],
    ['14', '"14"'],
    ['', '""'],
    ['soon', '"soon"'],
    ['1h30', '"1h30"'],
    ['1M', '"1M"'],
    ['1e3s', '"1e3s"'],
    ['2 fortnights', '"2 fortnights"'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
  ])('asks for a number and a unit instead of %j', (value, shown) => {
    expect(checkDuration(value, 'loki.retention')).toEqual([
      {
        path: 'loki.retention',
        message: `${shown} is not a duration`,
        remedy: 'write a number and a unit, such as "14d"',
      },
    ]);
  });

  test.each([
    ['-5m', '"-5m"'],
    ['- 2 days', '"- 2 days"'],
    [-3, '-3'],
  ])('refuses the negative %j', (value, shown) => {
    expect(checkDuration(value, 'a')).toEqual([
      { path: 'a', message: `${shown} is negative`, remedy: 'write a duration of zero or more, such as "14d"' },
    ]);
  });

  test.each(['999y', '3000000h'])('refuses %s, which does not fit', (value) => {
    expect(checkDuration(value, 'a')).toEqual([
      {
        path: 'a',
        message: `"${value}" is longer than 292 years, which is all that fits`,
        remedy: 'write "292y" or less',
      },
    ]);
  });

  test('both ends of the bounds are inside', () => {
    for (const text of ['24h', '1d', '2d', '1w']) {
      expect(checkDuration(text, 'a', { min: '24h', max: '1w', multipleOf: '1d' })).toEqual([]);
    }
  });

  test('less than the least', () => {
    expect(checkDuration('90m', 'a', { min: '2h' })).toEqual([
      { path: 'a', message: '"90m" is less than 2h', remedy: 'write "2h" or more' },
    ]);
  });

  test('more than the most', () => {
    expect(checkDuration('8d', 'a', { max: '1w' })).toEqual([
      { path: 'a', message: '"8d" is more than 1w', remedy: 'write "1w" or less' },
    ]);
  });

  test.each([
    ['25h', { multipleOf: '24h' }, 'write "24h" or "48h"'],
    ['30d12h', { multipleOf: '24h' }, 'write "30d" or "31d"'],
    ['1h', { multipleOf: '24h' }, 'write "24h"'],
    ['90s', { multipleOf: '1m' }, 'write "1m" or "2m"'],
    ['1500ms', { multipleOf: '1s' }, 'write "1s" or "2s"'],
    ['100us', { multipleOf: '5ms' }, 'write "5ms"'],
    ['36h', { multipleOf: '24h', min: '2d' }, 'write "48h"'],
    ['36h', { multipleOf: '24h', max: '24h' }, 'write "24h"'],
    ['36h', { multipleOf: '24h', min: '25h', max: '47h' }, 'write a multiple of 24h'],
  ])('%s with %j: the multiples next to it that are in bounds', (text, bounds, remedy) => {
    expect(checkDuration(text, 'a', bounds)).toContainEqual({
      path: 'a',
      message: `"${text}" is not a multiple of ${bounds.multipleOf}`,
      remedy,
    });
  });

  test('says everything that is wrong at once', () => {
    expect(checkDuration('12h', 'a', { min: '24h', multipleOf: '24h' }).map(({ message }) => message)).toEqual([
      '"12h" is less than 24h',
      '"12h" is not a multiple of 24h',
    ]);
  });

  test('what it suggests, it takes', () => {
    const amount = fc.oneof(
      fc.nat(999).map(String),
      fc.nat(99).map((n) => `${n / 4}`),
    );
    const unit = fc.constantFrom('ms', 's', 'm', 'h', 'd', 'w', 'y', ' days', ' Hours', 'min', ' months', ' x');
    const written = fc.array(
      fc.tuple(amount, unit).map((parts) => parts.join('')),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          written.map((parts) => parts.join(' ')),
          fc.string(),
        ),
        (value) => {
          for (const { remedy } of checkDuration(value, 'a')) {
            const [, suggestion = ''] = /"(.*)"/.exec(remedy) ?? [];
            expect(checkDuration(suggestion, 'a')).toEqual([]);
          }
        },
      ),
    );
  });
});
