/** Labels of sources that say none. */
export const JOURNAL_LABELS: Readonly<Record<string, string>> = { job: 'systemd-journal' };
export const SYSLOG_LABELS: Readonly<Record<string, string>> = { job: 'syslog' };

/** One glob for several, as collectors take one. */
export const anyOf = (globs: readonly string[]): string =>
  globs.length === 1 ? (globs[0] ?? '') : `{${globs.join(',')}}`;
