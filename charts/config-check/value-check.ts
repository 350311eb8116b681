import { closest } from '../kubernetes/closest';
import type { ScalarNode } from './config-node';
import { type DurationKind, isDuration, nearestDuration } from './durations';
import { floatOf, integerOf, isDate, isTime } from './go-scalars';
import { isSize, nearestSize, type SizeKind } from './sizes';
import { regexMistake, selectorMistake, urlMistake } from './texts';

/** What is wrong with a scalar, without its path. */
export interface Mistake {
  readonly message: string;
  readonly remedy: string;
  /** It is taken, and means something else than it looks like. */
  readonly isTaken?: true;
}

/** What a scalar looks like in a message. Text may be a secret in the wrong place: only a short one is shown. */
export const shown = ({ tag, text }: ScalarNode): string => {
  if (tag === 'null') return 'nothing';
  const short = text.length <= 40 ? text : `${text.slice(0, 37)}…`;
  return tag === 'string' ? JSON.stringify(short) : short;
};

/** Says why a scalar is not taken for a key of that type; undefined when it does. Null is taken everywhere. */
export function scalarMistake(node: ScalarNode, type: string): Mistake | undefined {
  if (node.tag === 'env') {
    const isText = /^["'|>]/.test(node.source ?? '') && ['bool', 'int', 'uint', 'uint32', 'float'].includes(type);
    return isText ? { message: 'is a text, whatever is filled in', remedy: 'take the quotes away' } : undefined;
  }
  // Go asks a type that reads itself about these two spellings of nothing, which it then has as an empty text.
  if (node.tag === 'null')
    return /^N/.test(node.text) && READS_ITSELF.has(type)
      ? CHECKS[type]?.({ ...node, tag: 'string', text: '' })
      : undefined;
  const words = /^(one-of|any-case)\((.*)\)$/.exec(type);
  if (words !== null) return wordMistake(node, (words[2] ?? '').split('|'), words[1] === 'any-case');
  return CHECKS[type]?.(node);
}

const READS_ITSELF = new Set(['duration', 'bytes', 'binary-bytes', 'date', 'schema-version', 'time']);

type Check = (node: ScalarNode) => Mistake | undefined;

const CHECKS: Readonly<Record<string, Check>> = {
  bool: (node) => {
    if (node.tag === 'bool') return undefined;
    const isQuoted = node.tag === 'string' && /^(?:true|false|yes|no|on|off)$/i.test(node.text);
    const meant = /^(?:true|yes|on|1)$/i.test(node.text)
      ? 'true'
      : /^(?:false|no|off|0)$/i.test(node.text)
        ? 'false'
        : undefined;
    return {
      message: `${shown(node)} is ${isQuoted ? 'a text, not a boolean' : 'not a boolean'}`,
      remedy: `write ${meant === undefined ? 'true or false' : `${meant}, without quotes`}`,
    };
  },
  int: (node) => integerMistake(node, -(2n ** 63n), 2n ** 63n - 1n),
  uint: (node) => integerMistake(node, 0n, 2n ** 64n - 1n),
  uint32: (node) => integerMistake(node, 0n, 2n ** 32n - 1n),
  float: (node) =>
    node.tag === 'int' || node.tag === 'float'
      ? undefined
      : { message: `${shown(node)} is not a number`, remedy: unquoted(node) ?? 'write a number, such as 0.5' },
  duration: (node) => durationMistake(node, 'duration'),
  'go-duration': (node) => durationMistake(node, 'go-duration'),
  'any-duration': (node) => durationMistake(node, 'any-duration'),
  bytes: (node) => sizeMistake(node, 'bytes'),
  'human-bytes': (node) => sizeMistake(node, 'human-bytes'),
  'binary-bytes': (node) => sizeMistake(node, 'binary-bytes'),
  date: (node) =>
    /^\d{4}-\d{2}-\d{2}$/.test(node.text) && isDate(node.text)
      ? unquotedDate(node)
      : { message: `${shown(node)} is not a day`, remedy: `write ${nearestDay(node.text) ?? 'it as "2024-04-01"'}` },
  'schema-version': (node) =>
    /^v*[-+]?\d{1,18}v*$/.test(node.text)
      ? undefined
      : { message: `${shown(node)} is not a version of the schema`, remedy: 'write "v13"' },
  time: (node) =>
    node.text === '0' || isTime(node.text)
      ? undefined
      : { message: `${shown(node)} is not a time`, remedy: 'write it as "2026-01-31T12:00:00Z"' },
  selector: (node) => selectorMistake(node.text),
  regex: (node) => regexMistake(node.text),
  url: (node) => urlMistake(node.text),
};

function integerMistake(node: ScalarNode, least: bigint, most: bigint): Mistake | undefined {
  const { tag, text } = node;
  if (tag === 'float') return fractionMistake(node, most);
  const value = tag === 'int' ? integerOf(text) : undefined;
  if (value === undefined) {
    return { message: `${shown(node)} is not a whole number`, remedy: unquoted(node) ?? 'write a whole number' };
  }
  return value < least || value > most ? outOfBounds(text, value < least, value < least ? least : most) : undefined;
}

const outOfBounds = (text: string, isBelow: boolean, bound: bigint): Mistake => ({
  message: `${text} is ${isBelow ? 'below' : 'above'} what fits, ${bound}`,
  remedy: `write ${bound} or ${isBelow ? 'more' : 'less'}`,
});

/** Go cuts a fraction to a whole number, and asks of it only that it is not above what fits. */
function fractionMistake(node: ScalarNode, most: bigint): Mistake | undefined {
  const { text } = node;
  const value = floatOf(text);
  if (value === undefined || Number.isNaN(value))
    return { message: `${shown(node)} is not a whole number`, remedy: 'write a whole number' };
  const whole = Math.trunc(value);
  if (whole > Number(most)) return outOfBounds(text, false, most);
  // Below zero it wraps around in 64 bits, and does not fit in 32.
  if (whole < 0 && most < 2n ** 63n - 1n) return outOfBounds(text, true, 0n);
  if (Number.isInteger(value) && Number.isSafeInteger(value) && value >= 0) return undefined;
  return Number.isSafeInteger(whole)
    ? { message: `${text} is cut to ${whole}`, remedy: `write ${whole}`, isTaken: true }
    : { message: `${text} is more than a whole number can hold`, remedy: 'write a smaller one', isTaken: true };
}

/** What a number was meant to be that has quotes or a unit. */
const unquoted = ({ tag, text }: ScalarNode): string | undefined => {
  if (tag !== 'string') return undefined;
  if (/^[-+]?\d+(?:\.\d+)?$/.test(text)) return `write ${text}, without quotes`;
  const [, amount, unit = ''] = /^(\d+)\s*([kmg])i?b?$/i.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const bytes = BigInt(amount) * 1024n ** BigInt(' kmg'.indexOf(unit.toLowerCase()));
  return `write it without a unit: ${bytes} where it counts bytes`;
};

function durationMistake(node: ScalarNode, kind: DurationKind): Mistake | undefined {
  const { tag, text } = node;
  if (kind !== 'duration' && (tag === 'int' || tag === 'float')) {
    const number = tag === 'int' ? Number(integerOf(text)) : floatOf(text);
    if (number === 0) return undefined;
    const fits = number !== undefined && (tag === 'int' ? (integerOf(text) ?? 0n) < 2n ** 63n : number <= 2 ** 63);
    if (fits)
      return { message: `${text} is ${text} nanoseconds`, remedy: `write a unit, such as "${text}s"`, isTaken: true };
  }
  if ((tag === 'string' || tag === 'int') && isDuration(text, kind)) return undefined;
  const meant = nearestDuration(text, kind);
  const why =
    kind === 'go-duration' && /[dwy]/.test(text) && meant !== undefined
      ? ': it takes no unit longer than hours here'
      : '';
  return {
    message: `${shown(node)} is not a duration${why}`,
    remedy: `write ${meant === undefined ? `a number and a unit, such as "${kind === 'go-duration' ? '5m' : '30d'}"` : `"${meant}"`}`,
  };
}

function sizeMistake(node: ScalarNode, kind: SizeKind): Mistake | undefined {
  if (isSize(node.text, kind)) return undefined;
  return { message: `${shown(node)} is not a size`, remedy: `write ${nearestSize(node.text, kind)}` };
}

function wordMistake(node: ScalarNode, words: readonly string[], anyCase: boolean): Mistake | undefined {
  const { text } = node;
  if (words.includes(text) || (anyCase && words.includes(text.toLowerCase()))) return undefined;
  const named = words.filter((word) => word !== '');
  const wanted = text.toLowerCase();
  const alike = named.find((word) => word.length > 2 && wanted.startsWith(word.toLowerCase()));
  const meant = named.find((word) => word.toLowerCase() === wanted) ?? closest(text, named) ?? alike;
  const choice = named.map((word) => `"${word}"`).join(', ');
  return {
    message: `${shown(node)} is none of ${choice}`,
    remedy: meant === undefined ? 'write one of them' : `did you mean "${meant}"?`,
  };
}

/** It is taken; other readers of YAML make a point in time of it, and write that back. */
const unquotedDate = ({ tag, text }: ScalarNode): Mistake | undefined =>
  tag === 'date'
    ? {
        message: `${text} has no quotes, and tools that read YAML make a time of it`,
        remedy: `write "${text}", in quotes`,
        isTaken: true,
      }
    : undefined;

function nearestDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(written) ? `"${written}", in quotes` : undefined;
}
