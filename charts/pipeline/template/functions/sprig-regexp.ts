import { quoteMeta } from '../../go/regexp';
import type { GoList } from '../value';
import { fn, type GoFunctions } from './go-function';
import { regexpOf } from './regexp';

function findAll(pattern: string, text: string, count: bigint): GoList {
  const found = regexpOf(pattern).findAll(text);
  const most = count < 0n ? found.length : Number(count);
  return found.slice(0, most).map(([start, end]) => text.slice(start, end));
}

/** Go's `Regexp.Split`. */
function split(pattern: string, text: string, count: bigint): GoList {
  if (count === 0n) return [];
  if (pattern !== '' && text === '') return [''];
  const parts: string[] = [];
  let begin = 0;
  let end = 0;
  for (const [start = 0, stop = 0] of regexpOf(pattern).findAll(text)) {
    if (count > 0n && BigInt(parts.length) === count - 1n) break;
    end = start;
    if (stop !== 0) parts.push(text.slice(begin, end));
    begin = stop;
  }
  return end === text.length ? parts : [...parts, text.slice(begin)];
}

const regexMatch = (pattern: string, text: string): boolean => regexpOf(pattern).test(text);
const regexFind = (pattern: string, text: string): string => regexpOf(pattern).find(text)?.[0] ?? '';
const FIND_ALL = fn(['string', 'string', 'int'], findAll);
const SPLIT = fn(['string', 'string', 'int'], split);
const REPLACE_ALL = fn(['string', 'string', 'string'], (pattern: string, text: string, template: string) =>
  regexpOf(pattern).replaceAll(text, template),
);
const REPLACE_ALL_LITERAL = fn(['string', 'string', 'string'], (pattern: string, text: string, literal: string) =>
  regexpOf(pattern).replaceAllLiteral(text, literal),
);

export const SPRIG_REGEXP: GoFunctions = {
  mustRegexFind: fn(['string', 'string'], regexFind),
  mustRegexFindAll: FIND_ALL,
  mustRegexMatch: fn(['string', 'string'], regexMatch),
  mustRegexReplaceAll: REPLACE_ALL,
  mustRegexReplaceAllLiteral: REPLACE_ALL_LITERAL,
  mustRegexSplit: SPLIT,
  regexFind: fn(['string', 'string'], regexFind),
  regexFindAll: FIND_ALL,
  regexMatch: fn(['string', 'string'], (pattern: string, text: string) => {
    try {
      return regexMatch(pattern, text);
    } catch {
      return false;
    }
  }),
  regexQuoteMeta: fn(['string'], quoteMeta),
  regexReplaceAll: REPLACE_ALL,
  regexReplaceAllLiteral: REPLACE_ALL_LITERAL,
  regexSplit: SPLIT,
};
