import type { Stage } from '../model/stages';

const WORDS = 'TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|CRIT(?:ICAL)?|FATAL|PANIC|EMERG(?:ENCY)?|ALERT';

/** As most programs and Loki's own `detected_level` call them. */
const ONE_NAME =
  '{{ $level := ToLower .Value }}' +
  '{{ if eq $level "warning" }}warn' +
  '{{ else if eq $level "err" }}error' +
  '{{ else if or (eq $level "crit") (eq $level "emerg") (eq $level "emergency") (eq $level "alert") }}critical' +
  '{{ else if eq $level "panic" }}fatal' +
  '{{ else if eq $level "notice" }}info' +
  '{{ else }}{{ $level }}{{ end }}';

/**
 * Finds how grave a line is, by a key (`level=warn`, `"severity":"ERROR"`) or else by a word in capitals, and names it as one of trace,
 * debug, info, warn, error, critical, fatal. Lines that do not say get none.
 * @param as a label has few values, and queries are quicker by it
 */
export const levels = (as: 'label' | 'structured_metadata' = 'label'): readonly Stage[] => [
  { regex: { expression: `\\b(?P<level>${WORDS})\\b` } },
  {
    regex: { expression: `(?i)["']?\\b(?:level|lvl|severity|log\\.level)["']?\\s*[=:]\\s*["']?(?P<level>${WORDS})\\b` },
  },
  { template: { source: 'level', template: ONE_NAME } },
  as === 'label' ? { labels: { level: '' } } : { structured_metadata: { level: '' } },
];
