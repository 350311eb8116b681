import { closest } from '../../kubernetes/closest';
import { parseDuration } from '../../kubernetes/duration';
import type { LiteralNode } from '../syntax/ast';
import { stringValue } from '../syntax/strings';
import { holdsSecret, nameOf, type Type } from './types';

/** What is wrong with a value, without its path. */
export interface Mistake {
  readonly message: string;
  readonly remedy: string;
}

/** Go's `time.ParseDuration`: fractions, any order, a sign, nothing longer than hours. */
const DURATION = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

const SIZE = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+)$/;

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** A literal as a message shows it. What may be a secret is not shown. */
function shown({ text }: LiteralNode, wanted: Type): string {
  if (holdsSecret(wanted)) return 'what is written';
  return text.length <= 40 ? text : `${text.slice(0, 37)}…`;
}

const quoted = (text: string): string => JSON.stringify(text);

/** Says why Alloy does not take a literal where a value of that type is wanted; undefined when it does. */
export function literalMistake(
  node: LiteralNode,
  wanted: Type,
  values: readonly string[] | undefined,
): Mistake | undefined {
  if (node.kind === 'NULL' || wanted.kind === 'any') return undefined;
  const text = node.kind === 'STRING' ? stringValue(node.text) : node.text;
  // Bytes that are no text are judged by nobody here.
  if (text === undefined) return undefined;
  const isNumber = node.kind === 'NUMBER' || node.kind === 'FLOAT';
  const remedy = typeMistake(node, text, isNumber, wanted);
  if (remedy !== undefined) return { message: `${shown(node, wanted)} is not ${nameOf(wanted)}`, remedy };
  return values === undefined ? undefined : valueMistake(text, values);
}

/** What to write instead; undefined where the type is right. */
function typeMistake(node: LiteralNode, text: string, isNumber: boolean, wanted: Type): string | undefined {
  const isString = node.kind === 'STRING';
  switch (wanted.kind) {
    case 'string':
      return isString || isNumber ? undefined : `write ${quoted(text)}`;
    case 'secret':
    case 'string|secret':
      return isString ? undefined : `write it in quotes`;
    case 'bool':
      if (node.kind === 'BOOL') return undefined;
      return text === 'true' || text === 'false' ? `write ${text}, without quotes` : 'write true or false';
    case 'number':
      return isNumber || (isString && NUMBER.test(text)) ? undefined : 'write a number, such as 10';
    case 'duration':
      return (isString || isNumber) && DURATION.test(text) ? undefined : durationRemedy(text, isNumber);
    case 'bytes':
      return (isString || isNumber) && SIZE.test(text) ? undefined : sizeRemedy(text);
    case 'list':
      if (holdsSecret(wanted)) return 'write it in brackets';
      return isReference(text) ? `write it without quotes: [${text}]` : `write it in brackets: [${node.text}]`;
    case 'map':
      return 'write it as an object: {name = "value"}';
    case 'capsule':
      return isReference(text) ? `write it without quotes: ${text}` : 'refer to an export that is one';
    default:
      return undefined;
  }
}

/** What looks like `loki.write.default.receiver`. */
const isReference = (text: string): boolean => /^[a-z]\w*(?:\.\w+){2,}$/.test(text);

function durationRemedy(text: string, isNumber: boolean): string {
  if (isNumber || /^\d+$/.test(text)) return `write a unit, such as "${text}s"`;
  const milliseconds = parseDuration(text.replace(/\s/g, '').toLowerCase());
  if (milliseconds === undefined) return 'write a number and a unit, such as "5m"';
  const unit = UNITS.find(([, size]) => milliseconds % size === 0);
  return `write ${unit === undefined ? `"${milliseconds}ms"` : `"${milliseconds / unit[1]}${unit[0]}"`}`;
}

const UNITS = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

function sizeRemedy(text: string): string {
  const [, amount, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmgtpe]?)(?:i?b?|bytes?)\s*$/i.exec(text) ?? [];
  return amount === undefined
    ? 'write a number and a unit, such as "1MiB"'
    : `write "${amount}${unit.toUpperCase()}${unit === '' ? '' : 'i'}B"`;
}

function valueMistake(text: string, values: readonly string[]): Mistake | undefined {
  // Some of them are read in whatever case; the empty one is as if nothing were written.
  if (text === '' || values.some((value) => value.toLowerCase() === text.toLowerCase())) return undefined;
  const named = values.filter((value) => value !== '').map(quoted);
  const meant = closest(text, values);
  return {
    message: `${quoted(text)} is none of ${named.join(', ')}`,
    remedy: meant === undefined ? 'write one of them' : `did you mean ${quoted(meant)}?`,
  };
}
