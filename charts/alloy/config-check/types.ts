/** The type of a value: what the tables say of attributes and exports, or what is known of an expression. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' | 'null' | 'duration' | 'bytes' | 'secret' | 'string|secret' }
  /** A function that is not called. */
  | { readonly kind: 'function' }
  | { readonly kind: 'list' | 'map'; readonly of: Type }
  /** What components pass to one another, such as a receiver of logs: never written, only referred to. */
  | { readonly kind: 'capsule'; readonly name: string };

export const ANY: Type = { kind: 'any' };
export const STRING: Type = { kind: 'string' };

const SCALARS: ReadonlySet<string> = new Set([
  'any',
  'string',
  'number',
  'bool',
  'duration',
  'bytes',
  'secret',
  'string|secret',
]);

const known = new Map<string, Type>();

/** Reads `list(capsule(loki.LogsReceiver))`. What it does not know is anything. */
export function typeOf(text: string): Type {
  const before = known.get(text);
  if (before !== undefined) return before;
  const type = readType(text);
  known.set(text, type);
  return type;
}

function readType(text: string): Type {
  const [, kind, inner = ''] = /^(list|map|capsule)\((.*)\)$/.exec(text) ?? [];
  if (kind === 'capsule') return { kind, name: inner };
  if (kind === 'list' || kind === 'map') return { kind, of: typeOf(inner) };
  return SCALARS.has(text) ? ({ kind: text } as Type) : ANY;
}

/** A type in words: `a list of texts`. */
export function nameOf(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'a value';
    case 'string':
      return 'a string';
    case 'string|secret':
      return 'a string or secret';
    case 'list':
      return type.of.kind === 'any' ? 'a list' : `a list of ${pluralOf(type.of)}`;
    case 'map':
      return type.of.kind === 'any' ? 'an object' : `an object of ${pluralOf(type.of)}`;
    case 'capsule':
      return `a ${type.name}`;
    case 'bytes':
      return 'a size';
    case 'bool':
      return 'a boolean';
    case 'null':
      return 'null';
    default:
      return `a ${type.kind}`;
  }
}

const pluralOf = (type: Type): string => {
  const words = nameOf(type).replace(/^an? /, '');
  const [, head = words, tail = ''] = /^(\S+)( of .*)?$/.exec(words) ?? [];
  return `${head}s${tail}`;
};

const TEXTS: ReadonlySet<string> = new Set(['string', 'duration', 'bytes']);

/** Whether Alloy takes a value of one type where another is wanted; numbers and strings become one another, as far as they can. */
export function isAssignable(given: Type, wanted: Type): boolean {
  if (given.kind === 'any' || wanted.kind === 'any' || given.kind === 'null') return true;
  switch (wanted.kind) {
    case 'string':
    case 'duration':
    case 'bytes':
      return TEXTS.has(given.kind) || given.kind === 'number' || given.kind === 'string|secret';
    case 'secret':
    case 'string|secret':
      return TEXTS.has(given.kind) || given.kind === 'secret' || given.kind === 'string|secret';
    case 'number':
      return given.kind === 'number' || TEXTS.has(given.kind);
    case 'list':
    case 'map':
      return given.kind === wanted.kind && isAssignable(given.of, wanted.of);
    case 'capsule':
      return given.kind === 'capsule' && given.name === wanted.name;
    default:
      return given.kind === wanted.kind;
  }
}

/** Whether what is written there may be a secret, which no message shows. */
export const holdsSecret = (type: Type): boolean =>
  type.kind === 'list' || type.kind === 'map' ? holdsSecret(type.of) : type.kind === 'secret';
