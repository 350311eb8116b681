import { compileRegexp, isRegexp } from '../pipeline/go/regexp';
import { unquote } from '../pipeline/go/unquote';
import { goUrlMistake } from './go-url';

interface TextMistake {
  readonly message: string;
  readonly remedy: string;
}

const MATCHER = /^\s*[A-Za-z_]\w*\s*(=~|!~|!=|=)\s*("(?:[^"\\\n]|\\.)*"|`[^`]*`)\s*/;

/** Refuses what Loki does not read as the selector of streams: `{namespace="dev", app=~"a|b"}`. */
export function selectorMistake(text: string): TextMistake | undefined {
  const remedy = 'write it as \'{namespace="dev"}\'';
  const inner = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1];
  if (inner === undefined) return { message: `${quoted(text)} is not a selector of streams`, remedy };
  let rest = inner;
  let selects = false;
  while (rest.trim() !== '') {
    const [whole, operator = '', value = ''] = MATCHER.exec(rest) ?? [];
    if (whole === undefined) {
      return { message: `${quoted(text)} is not a selector of streams: "${rest.trim()}" is no matcher`, remedy };
    }
    const pattern = unquote(value);
    if (pattern === undefined) return badEscape(value);
    const mistake = operator.endsWith('~') ? regexMistake(pattern) : undefined;
    if (mistake !== undefined) return mistake;
    if (!fitsNothing(operator, pattern)) selects = true;
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

const badEscape = (value: string): TextMistake => ({
  message: `${quoted(value)} holds a "\\" that escapes nothing`,
  remedy: `write "\\\\" for each, or put it in backquotes: ${quoted(`\`${value.slice(1, -1)}\``)
    .slice(1, -1)
    .replaceAll('\\\\', '\\')}`,
});

/** Whether a stream without the label fits a matcher too. */
function fitsNothing(operator: string, pattern: string): boolean {
  if (operator === '=') return pattern === '';
  if (operator === '!=') return pattern !== '';
  const compiled = compileRegexp(`^(?s:${pattern})$`);
  return isRegexp(compiled) && compiled.test('') === (operator === '=~');
}

/** Refuses patterns that Go's reader of regular expressions refuses. */
export function regexMistake(pattern: string): TextMistake | undefined {
  const compiled = compileRegexp(pattern);
  if (isRegexp(compiled)) return undefined;
  // It ends with the part that is meant, which often is the whole.
  const reason = compiled.mistake.replace(`: \`${pattern}\``, '');
  return { message: `${quoted(pattern)} is not a regular expression: ${short(reason)}`, remedy: remedyOf(pattern) };
}

const remedyOf = (pattern: string): string => {
  if (/\(\?<?[=!]/.test(pattern)) return 'write it without looking ahead or behind, which Go cannot';
  return 'close every bracket, and escape with "\\" those that are meant literally';
};

/** Refuses what Go does not read as a URL. */
export function urlMistake(text: string): TextMistake | undefined {
  const reason = goUrlMistake(text);
  if (reason === undefined) return undefined;
  const withoutSecret = text.replace(/^([A-Za-z+.-]*:\/\/)?.*@/s, '$1…@');
  return {
    message: `${quoted(withoutSecret)} is not a URL: ${reason}`,
    remedy: 'write it as "https://host:port/path"',
  };
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);

const quoted = (text: string): string => JSON.stringify(short(text));
