interface TextMistake {
  readonly message: string;
  readonly remedy: string;
}

const MATCHER = /^\s*[A-Za-z_][\w]*\s*(=~|!~|!=|=)\s*("(?:[^"\\\n]|\\.)*"|`[^`]*`)\s*/;

/** Refuses what Loki does not read as the selector of streams: `{namespace="dev", app=~"a|b"}`. */
export function selectorMistake(text: string): TextMistake | undefined {
  const remedy = 'write it as \'{namespace="dev"}\'';
  const inner = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1];
  if (inner === undefined) return { message: `${quoted(text)} is not a selector of streams`, remedy };
  let rest = inner;
  let selects = false;
  while (rest.trim() !== '') {
    const [whole, operator, value = ''] = MATCHER.exec(rest) ?? [];
    if (whole === undefined) {
      return { message: `${quoted(text)} is not a selector of streams: "${rest.trim()}" is no matcher`, remedy };
    }
    const pattern = value.slice(1, -1);
    const mistake = operator === '=~' || operator === '!~' ? regexMistake(pattern) : undefined;
    if (mistake !== undefined) return mistake;
    if (operator === '=' ? pattern !== '' : operator === '=~' && !matchesNothing(pattern)) selects = true;
    if (operator === '!=' && pattern === '') selects = true;
    rest = rest.slice(whole.length);
    if (rest.startsWith(',') && rest.slice(1).trim() !== '') rest = rest.slice(1);
    else if (rest.trim() !== '')
      return { message: `${quoted(text)} is not a selector of streams: a comma is missing`, remedy };
  }
  if (selects) return undefined;
  return {
    message: `${quoted(text)} selects every stream`,
    remedy: 'name a label with a value that is not empty, or set the period for all',
  };
}

/** Whether a pattern also fits the empty text, as `.*` does. */
function matchesNothing(pattern: string): boolean {
  const compiled = compile(pattern);
  return compiled?.test('') ?? false;
}

/** Refuses patterns that Go's reader of regular expressions refuses, as far as JavaScript's tells. */
export function regexMistake(pattern: string): TextMistake | undefined {
  if (compile(pattern) !== undefined) return undefined;
  return {
    message: `${quoted(pattern)} is not a regular expression`,
    remedy: 'close every bracket, and escape those that are meant literally',
  };
}

/** Go's flags and named groups have another spelling in JavaScript, and quoted text has none. */
function compile(pattern: string): RegExp | undefined {
  if (/\\Q/.test(pattern)) return /./;
  const translated = pattern
    .replace(/\(\?P</g, '(?<')
    .replace(/\(\?[imsU-]+:/g, '(?:')
    .replace(/\(\?[imsU-]+\)/g, '');
  try {
    return new RegExp(`^(?:${translated})$`, 's');
  } catch {
    return undefined;
  }
}

/** Refuses what Go does not read as a URL: control characters, spaces in the host, a port or an escape that is none. */
export function urlMistake(text: string): TextMistake | undefined {
  if (text === '') return undefined;
  const [, scheme, rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(text) ?? [];
  const host = /^\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(scheme === undefined ? text : rest)?.[1] ?? '';
  const port = /:([^:\]]*)$/.exec(host)?.[1];
  const isBroken =
    hasControl(text) ||
    /^:/.test(text) ||
    /[\s<>"]/.test(host) ||
    (port !== undefined && !/^\d*$/.test(port)) ||
    (scheme === undefined && /^[^/?#]*:/.test(text)) ||
    /%(?![\da-fA-F]{2})/.test(text.replace(/\?.*$/s, '').replace(/^[^@]*@/, ''));
  const withoutSecret = text.replace(/\/\/[^/@]*@/, '//…@');
  return isBroken
    ? { message: `${quoted(withoutSecret)} is not a URL`, remedy: 'write it as "https://host:port/path"' }
    : undefined;
}

const hasControl = (text: string): boolean => [...text].some((character) => character < ' ' || character === '\x7f');

const quoted = (text: string): string => JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 57)}…`);
