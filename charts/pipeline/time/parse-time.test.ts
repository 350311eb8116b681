import { rfc3339 } from '../interpreter/streams';
import { parseMoment, parseTime } from './parse-time';
import { zoneOf } from './zone';

const read = (layout: string, text: string, location?: string): string | undefined => {
  const moment = parseMoment(layout, text, location === undefined ? undefined : zoneOf(location));
  return moment === undefined ? undefined : rfc3339(moment);
};

// As Go's time.Parse and time.ParseInLocation read them.
test.each([
  ['2006-01-02T15:04:05.999999999Z07:00', '2024-01-02T03:04:05.123456789Z', '2024-01-02T03:04:05.123456789Z'],
  ['2006-01-02T15:04:05.999999999Z07:00', '2024-01-02T03:04:07.1+02:00', '2024-01-02T01:04:07.1Z'],
  ['2006-01-02T15:04:05Z07:00', '2024-01-02T03:04:05.5Z', '2024-01-02T03:04:05.5Z'],
  ['2006-01-02 15:04:05,000', '2024-01-02 03:04:05,250', '2024-01-02T03:04:05.25Z'],
  ['02/Jan/2006:15:04:05 -0700', '06/May/2024:07:08:09 +0000', '2024-05-06T07:08:09Z'],
  ['Mon Jan _2 15:04:05 2006', 'tue JAN  2 03:04:05 2024', '2024-01-02T03:04:05Z'],
  ['Jan _2 15:04:05.999', 'Feb 29 01:02:03.9', '0000-02-29T01:02:03.9Z'],
  ['02 Jan 06 15:04 MST', '02 Jan 69 15:04 GMT', '1969-01-02T15:04:00Z'],
  ['02 Jan 06 15:04 MST', '02 Jan 68 15:04 CET', '2068-01-02T15:04:00Z'],
  ['3:04PM 2006', '12:04AM 2024', '2024-01-01T00:04:00Z'],
  ['2006-002', '2024-366', '2024-12-31T00:00:00Z'],
  ['20060102150405', '20240102030405', '2024-01-02T03:04:05Z'],
  ['2006 -07', '2024 +05', '2023-12-31T19:00:00Z'],
])('%s reads %s', (layout, text, moment) => {
  expect(read(layout, text)).toBe(moment);
});

test.each([
  ['2006-01-02', '2024-02-30'],
  ['2006-01-02', '2024-01-02 '],
  ['2006-01-02T15:04:05Z07:00', '2024-01-02T25:04:05Z'],
  ['2006-01-02T15:04:05Z07:00', '2024-01-02 03:04:05Z'],
  ['Jan 2', 'Jan'],
  ['2006-002', '2023-366'],
  ['15:04 PM', '03:04 pm'],
  ['.000', '.12'],
  ['Kitchen', '3:04PM'],
])('%s does not read %s', (layout, text) => {
  expect(read(layout, text)).toBeUndefined();
});

test.each([
  ['2024-05-06T07:08:09', 'Asia/Shanghai', '2024-05-05T23:08:09Z'],
  ['2024-01-15T12:00:00', 'Europe/Berlin', '2024-01-15T11:00:00Z'],
  // Clocks are set forward at two, and back at three.
  ['2024-03-31T02:30:00', 'Europe/Berlin', '2024-03-31T01:30:00Z'],
  ['2024-10-27T02:30:00', 'Europe/Berlin', '2024-10-27T01:30:00Z'],
  ['2024-06-01T00:00:00', 'Australia/Lord_Howe', '2024-05-31T13:30:00Z'],
])('%s in %s', (text, location, moment) => {
  expect(read('2006-01-02T15:04:05', text, location)).toBe(moment);
});

test('a short name counts in a zone that uses it', () => {
  expect(read('2006-01-02 15:04 MST', '2024-07-01 12:00 CEST', 'Europe/Berlin')).toBe('2024-07-01T10:00:00Z');
  expect(read('2006-01-02 15:04 MST', '2024-07-01 12:00 EST', 'America/New_York')).toBe('2024-07-01T17:00:00Z');
  expect(read('2006-01-02 15:04 MST', '2024-07-01 12:00 PST', 'Europe/Berlin')).toBe('2024-07-01T12:00:00Z');
});

test.each(['Mars/Base', 'PST', 'europe/berlin', '../etc', '+01:00', 'SystemV/PST8'])('%s is no location', (name) => {
  expect(zoneOf(name)).toBeUndefined();
});

test.each(['', 'UTC', 'Local', 'CET', 'EST5EDT', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'])(
  '%j is a location',
  (name) => {
    expect(zoneOf(name)).toBeDefined();
  },
);

test('a day that another year does not have goes over', () => {
  const parsed = parseTime('Jan 2', 'Feb 29');
  expect(rfc3339(parsed?.inYear(2025) ?? 0n)).toBe('2025-03-01T00:00:00Z');
});
