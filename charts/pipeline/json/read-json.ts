import { hasRawBytes, joined } from '../go/bytes';
import type { JsonObject, JsonValue } from './value';

/** Deeper than this json-iterator does not go. */
const DEEPEST = 10_000;

const WHITESPACE = /[ \n\t\r]*/y;
const PLAIN_STRING = /[ !#-[\]-\uFFFF]*/y;
const ANY_TEXT = /[^"\\]*/y;
const NUMBER = /[-+.eE0-9]+/y;
const HEX = /[0-9a-fA-F]{4}/y;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** What Promtail's `json` stage cannot read. */
export class MalformedJson extends Error {}

/**
 * Reads an object as json-iterator does for Promtail, which is laxer than JSON in places: a key may be `null`, and after an escape
 * a string may hold control characters. `null` itself is read as no object.
 * @throws MalformedJson
 */
export function readJsonObject(text: string): JsonObject | undefined {
  const reader = new Reader(text);
  const object = reader.readTopObject();
  reader.end();
  return object;
}

/** A container that is being read; of an object, with the key whose value comes next. */
type Open = { readonly entries: Map<string, JsonValue>; key: string } | { readonly items: JsonValue[] };

/** Containers are kept on a list of its own: a line may nest them deeper than functions can. */
class Reader {
  private at = 0;
  private readonly open: Open[] = [];

  constructor(private readonly text: string) {}

  readTopObject(): JsonObject | undefined {
    const first = this.nextToken();
    if (first === 'n') {
      this.expect('ull');
      return undefined;
    }
    if (first !== '{') throw new MalformedJson();
    const object = this.begin('{') ?? this.readDocument();
    if (!(object instanceof Map)) throw new MalformedJson();
    return object;
  }

  /** Nothing may follow but spaces; json-iterator takes a zero byte for the end. */
  end(): void {
    const next = this.nextToken();
    if (next !== '' && next !== '\0') throw new MalformedJson();
  }

  private readDocument(): JsonValue {
    for (;;) {
      let value = this.readStart();
      while (value !== undefined) {
        const container = this.open.at(-1);
        if (container === undefined) return value;
        value = this.put(container, value);
      }
    }
  }

  /** A whole value, or undefined where a container begins that is not empty. */
  private readStart(): JsonValue | undefined {
    const first = this.nextToken();
    switch (first) {
      case '{':
      case '[':
        return this.begin(first);
      case '"':
        return this.readString();
      case 't':
        this.expect('rue');
        return true;
      case 'f':
        this.expect('alse');
        return false;
      case 'n':
        this.expect('ull');
        return null;
      default:
        this.at -= 1;
        return this.readNumber();
    }
  }

  /** An empty container is whole at once. */
  private begin(bracket: '{' | '['): JsonValue | undefined {
    const isTop = this.open.length === 0;
    if (this.open.length > DEEPEST) throw new MalformedJson();
    const token = this.nextToken();
    if (token === (bracket === '{' ? '}' : ']')) return bracket === '{' ? new Map() : [];
    if (bracket === '{' && token !== '"' && !isTop) throw new MalformedJson();
    this.at -= 1;
    this.open.push(bracket === '{' ? { entries: new Map(), key: this.readKey() } : { items: [] });
    return undefined;
  }

  /** The container itself, when that was its last value. Of repeated keys the last counts. */
  private put(container: Open, value: JsonValue): JsonValue | undefined {
    if ('items' in container) container.items.push(value);
    else container.entries.set(container.key, value);
    const token = this.nextToken();
    if (token === ',') {
      if ('entries' in container) container.key = this.readKey();
      return undefined;
    }
    if (token !== ('items' in container ? ']' : '}')) throw new MalformedJson();
    this.open.pop();
    return 'items' in container ? container.items : container.entries;
  }

  private readKey(): string {
    const first = this.nextToken();
    let key = '';
    if (first === '"') key = this.readString();
    else if (first === 'n') this.expect('ull');
    else throw new MalformedJson();
    if (this.nextToken() !== ':') throw new MalformedJson();
    return key;
  }

  private readNumber(): number {
    const literal = this.take(NUMBER);
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(literal)) throw new MalformedJson();
    const value = Number(literal);
    if (!Number.isFinite(value)) throw new MalformedJson();
    return value;
  }

  /** A string after its quote. */
  private readString(): string {
    let text = this.take(PLAIN_STRING);
    if (this.text[this.at] === '"') {
      this.at += 1;
      return text;
    }
    if (this.text[this.at] !== '\\') throw new MalformedJson();
    for (;;) {
      const next = this.text[this.at];
      this.at += 1;
      if (next === '"') return hasRawBytes(text) ? joined([text]) : text;
      if (next !== '\\') throw new MalformedJson();
      text += this.readEscape() + this.take(ANY_TEXT);
    }
  }

  private readEscape(): string {
    const letter = this.text[this.at] ?? '';
    this.at += 1;
    if (letter !== 'u') {
      const character = ESCAPES[letter];
      if (character === undefined) throw new MalformedJson();
      return character;
    }
    const first = this.readUnit();
    if (!isSurrogate(first) || this.text[this.at] !== '\\') return character(first);
    this.at += 1;
    if (this.text[this.at] !== 'u') return character(first) + this.readEscape();
    this.at += 1;
    const second = this.readUnit();
    const isPair = first < 0xdc00 && second >= 0xdc00 && second <= 0xdfff;
    return isPair ? String.fromCharCode(first, second) : character(first) + character(second);
  }

  private readUnit(): number {
    const digits = this.take(HEX);
    if (digits === '') throw new MalformedJson();
    return Number.parseInt(digits, 16);
  }

  private nextToken(): string {
    this.take(WHITESPACE);
    const token = this.text[this.at] ?? '';
    this.at += 1;
    return token;
  }

  private expect(rest: string): void {
    if (!this.text.startsWith(rest, this.at)) throw new MalformedJson();
    this.at += rest.length;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken = ''] = pattern.exec(this.text) ?? [];
    this.at += taken.length;
    return taken;
  }
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
const character = (unit: number): string => (isSurrogate(unit) ? '\uFFFD' : String.fromCharCode(unit));
