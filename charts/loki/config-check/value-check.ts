import { closest } from '../../kubernetes/closest';
import type { ScalarNode } from './config-node';
import { type DurationKind, isDuration, nearestDuration } from './durations';
import { integerOf, isDate, numberOf } from './go-scalars';
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

/** Says why Loki does not take a scalar for a key of that type; undefined when it does. Null is taken everywhere. */
export function scalarMistake(node: ScalarNode, type: string): Mistake | undefined {
  if (node.tag === 'env' || node.tag === 'null') return undefined;
  const words = /^(one-of|any-case)\((.*)\)$/.exec(type);
  if (words !== null) return wordMistake(node, (words[2] ?? '').split('|'), words[1] === 'any-case');
  return CHECKS[type]?.(node);
}

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
  bytes: ({ text, ...node }) =>
    /^\d+\s*(?:|b|byte|[kmgtpe](?:i?b)?|(?:kilo|mega|giga|tera|peta|exa)(?:bytes?)?)$/i.test(text) &&
    !/^\d+\s*[kmgtpe]i$/i.test(text)
      ? undefined
      : {
          message: `${shown({ text, ...node })} is not a size`,
          remedy: `write ${nearestSize(text, 'B') ?? 'a whole number and a unit, such as "256KB"'}`,
        },
  'binary-bytes': ({ text, ...node }) =>
    /^(?:0|[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]iB|B))+|[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]B|B))+)$/.test(text)
      ? undefined
      : {
          message: `${shown({ text, ...node })} is not a size`,
          remedy: `write ${nearestSize(text, 'iB') ?? 'a number with its unit, such as "64KiB"'}`,
        },
  date: (node) =>
    /^\d{4}-\d{2}-\d{2}$/.test(node.text) && isDate(node.text)
      ? unquotedDate(node)
      : { message: `${shown(node)} is not a day`, remedy: `write ${nearestDay(node.text) ?? 'it as "2024-04-01"'}` },
  'schema-version': (node) =>
    /^v*[-+]?\d+v*$/.test(node.text)
      ? undefined
      : { message: `${shown(node)} is not a version of the schema`, remedy: 'write "v13"' },
  time: (node) =>
    node.text === '' ||
    node.text === '0' ||
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?(?:Z|[-+]\d{2}:\d{2}))?)?$/.test(node.text)
      ? undefined
      : { message: `${shown(node)} is not a time`, remedy: 'write it as "2026-01-31T12:00:00Z"' },
  selector: (node) => selectorMistake(node.text),
  regex: (node) => regexMistake(node.text),
  url: (node) => urlMistake(node.text),
};

function integerMistake(node: ScalarNode, least: bigint, most: bigint): Mistake | undefined {
  const { tag, text } = node;
  const fraction = tag === 'float' ? numberOf(text) : undefined;
  const value = tag === 'int' ? integerOf(text) : fraction === undefined ? undefined : BigInt(Math.trunc(fraction));
  if (value === undefined) {
    return { message: `${shown(node)} is not a whole number`, remedy: unquoted(node) ?? 'write a whole number' };
  }
  if (value < least || value > most) {
    const bound = value < least ? `${least}` : `${most}`;
    return {
      message: `${text} is ${value < least ? 'below' : 'above'} what fits, ${bound}`,
      remedy: `write ${bound} or ${value < least ? 'more' : 'less'}`,
    };
  }
  return fraction !== undefined && !Number.isInteger(fraction)
    ? { message: `${text} is cut to ${value}`, remedy: `write ${value}`, isTaken: true }
    : undefined;
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
    return Number(text) === 0
      ? undefined
      : { message: `${text} is ${text} nanoseconds`, remedy: `write a unit, such as "${text}s"`, isTaken: true };
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

function nearestSize(text: string, suffix: 'B' | 'iB'): string | undefined {
  const [, amount, unit = ''] = /^\+?(\d+)\s*([kmgtpe]?)(?:i?b?|bytes?|igs?|egs?)$/i.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return `"${amount}${unit === '' ? 'B' : `${unit.toUpperCase()}${suffix}`}"`;
}

/** Loki takes it; other readers of YAML make a point in time of it, and write that back. */
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
