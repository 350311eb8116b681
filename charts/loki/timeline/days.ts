const DAY = 24 * 60 * 60 * 1000;

/** Whether a text is a day of the calendar: `2024-04-01`. */
export const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** The day that is a number of days after another one; the same text for what is no day, or would leave the calendar. */
export function dayAfter(day: string, days = 1): string {
  if (!isDay(day)) return day;
  const after = new Date(Date.parse(day) + days * DAY);
  const text = Number.isNaN(after.getTime()) ? '' : after.toISOString().slice(0, day.length);
  return isDay(text) ? text : day;
}
