/**
 * Why Go does not take a regular expression; undefined when it does. Its syntax is RE2's: what JavaScript or Perl know besides
 * (looking ahead or behind, references to a group) it does not have.
 */
export function goRegexMistake(pattern: string): string | undefined {
  try {
    new Parser(pattern).parse();
    return undefined;
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
}

class Unreadable {
  constructor(readonly reason: string) {}
}

/** Repeats within repeats may come to this many. */
const MOST_REPEATS = 1000;
const DEEPEST = 1000;

const POSIX = 'alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit'.split(' ');

class Parser {
  private readonly characters: readonly string[];
  private position = 0;

  constructor(private readonly pattern: string) {
    this.characters = [...pattern];
  }

  parse(): void {
    this.readAlternatives(0);
    if (this.position < this.characters.length) throw new Unreadable('it closes a bracket ")" that was not opened');
  }

  private get next(): string | undefined {
    return this.characters[this.position];
  }

  private rest(length: number): string {
    return this.characters.slice(this.position, this.position + length).join('');
  }

  /** Up to a closing bracket, or the end. Answers how often the most repeated part is repeated. */
  private readAlternatives(depth: number): number {
    if (depth > DEEPEST) throw new Unreadable('its brackets are nested too deep');
    let most = 1;
    let atom: number | undefined;
    let isRepeated = false;
    while (this.next !== undefined && this.next !== ')') {
      if (this.next === '|') {
        this.position += 1;
        atom = undefined;
        isRepeated = false;
        continue;
      }
      const repeat = this.readRepeat();
      if (repeat === undefined) {
        atom = this.readAtom(depth) ?? atom;
        isRepeated = false;
      } else {
        if (atom === undefined) throw new Unreadable(`"${repeat.text}" repeats nothing`);
        if (isRepeated) throw new Unreadable(`"${repeat.text}" repeats what is repeated already`);
        atom *= Math.max(1, repeat.count);
        if (repeat.count > 1 && atom > MOST_REPEATS) throw new Unreadable(`it repeats more than ${MOST_REPEATS} times`);
        isRepeated = true;
      }
      most = Math.max(most, atom ?? 1);
    }
    return most;
  }

  /** `*`, `+`, `?`, `{2,5}`, each with a `?` behind it or without; undefined for what is none, such as `{,5}`. */
  private readRepeat(): { readonly text: string; readonly count: number } | undefined {
    const [text, least = '', , most] = /^(?:[*+?]|\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\})/.exec(this.rest(40)) ?? [];
    if (text === undefined) return undefined;
    this.position += text.length;
    if (this.next === '?') this.position += 1;
    if (least === '') return { text, count: 1 };
    const counts = [Number(least), Number(most ?? least)];
    if (counts.some((count) => count > MOST_REPEATS) || (counts[0] ?? 0) > (counts[1] ?? 0))
      throw new Unreadable(`"${text}" is not a number of repeats, ${MOST_REPEATS} at most`);
    return { text, count: counts[1] ?? 0 };
  }

  /** One thing that can be repeated; undefined for flags, which stand for no text. */
  private readAtom(depth: number): number | undefined {
    const character = this.next;
    if (character === '(') return this.readGroup(depth);
    if (character === '[') this.readClass();
    else if (character === '\\') this.readEscape(false);
    else this.position += 1;
    return 1;
  }

  private readGroup(depth: number): number | undefined {
    this.position += 1;
    if (this.next === '?') {
      const start = this.rest(60);
      const [named] = /^\?P?<[A-Za-z0-9_]+>/.exec(start) ?? [];
      const [flags] = /^\?(?:[imsU]*|[imsU]*-[imsU]+)[:)]/.exec(start) ?? [];
      const known = named ?? flags;
      if (known === undefined)
        throw new Unreadable(`"(${/^\?<?[^A-Za-z]?/.exec(start)?.[0] ?? ''}" is nothing that Go knows`);
      this.position += known.length;
      if (flags?.endsWith(')') === true) return undefined;
    }
    const most = this.readAlternatives(depth + 1);
    if (this.next !== ')') throw new Unreadable('a bracket "(" is not closed');
    this.position += 1;
    return most;
  }

  private readClass(): void {
    this.position += 1;
    if (this.next === '^') this.position += 1;
    let isFirst = true;
    while (this.next !== ']' || isFirst) {
      if (this.next === undefined) throw new Unreadable('a bracket "[" is not closed');
      isFirst = false;
      const [name] = /^\[:.*?:\]/s.exec(this.rest(30)) ?? [];
      if (name !== undefined) {
        if (!POSIX.includes(name.slice(2, -2).replace(/^\^/, ''))) throw new Unreadable(`"${name}" is no class`);
        this.position += name.length;
        continue;
      }
      const first = this.readOfClass(true);
      if (first === undefined || this.next !== '-' || this.characters[this.position + 1] === ']') continue;
      this.position += 1;
      const last = this.readOfClass(false);
      if (last === undefined || last < first) throw new Unreadable('a range in "[…]" ends before it begins');
    }
    this.position += 1;
  }

  /** A character of a class; undefined for a class within it, `\d`. */
  private readOfClass(takesClasses: boolean): number | undefined {
    if (this.next === undefined) throw new Unreadable('a bracket "[" is not closed');
    if (this.next === '\\') return this.readEscape(true, takesClasses);
    const code = this.next.codePointAt(0);
    this.position += 1;
    return code;
  }

  /** What `\` begins; answers the character that it stands for, if it is one. */
  private readEscape(isInClass: boolean, takesClasses = true): number | undefined {
    const text = this.rest(40);
    const [unicode, name = ''] = /^\\[pP](?:\{\^?(\w+)\}|.)/su.exec(text) ?? [];
    if (takesClasses && unicode !== undefined) {
      if (!isUnicodeClass(name === '' ? unicode.slice(2) : name)) throw new Unreadable(`"${unicode}" is no class`);
      this.position += [...unicode].length;
      return undefined;
    }
    if (takesClasses && /^\\[dswDSW]/.test(text)) return this.skip(2);
    if (!isInClass && /^\\[AbBz]/.test(text)) return this.skip(2);
    if (!isInClass && text.startsWith('\\Q')) {
      const end = this.pattern.indexOf('\\E', [...this.characters.slice(0, this.position)].join('').length);
      const quoted = end === -1 ? this.characters.length : [...this.pattern.slice(0, end + 2)].length;
      this.position = quoted;
      return undefined;
    }
    const [octal, digits] = /^\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(text) ?? [];
    if (octal !== undefined) return this.skip(octal.length, Number.parseInt(digits ?? '', 8));
    const [hex, braced, two] = /^\\x(?:\{([\da-fA-F]+)\}|([\da-fA-F]{2}))/.exec(text) ?? [];
    if (hex !== undefined) {
      const code = Number.parseInt(braced ?? two ?? '', 16);
      if (code > 0x10ffff) throw new Unreadable(`"${hex}" is no character`);
      return this.skip(hex.length, code);
    }
    const simple = 'afnrtv'.indexOf(text[1] ?? ' ');
    if (simple >= 0) return this.skip(2, [7, 12, 10, 13, 9, 11][simple]);
    if (/^\\[^A-Za-z0-9]/.test(text) && text.charCodeAt(1) < 0x80) return this.skip(2, text.charCodeAt(1));
    throw new Unreadable(
      text.length < 2 ? 'it ends in a "\\"' : `"${[...text].slice(0, 2).join('')}" is nothing that Go knows`,
    );
  }

  private skip(length: number, code?: number): number | undefined {
    this.position += length;
    return code;
  }
}

/** A category, `L` or `Lu`, or a script, `Greek`. */
function isUnicodeClass(name: string): boolean {
  if (name === 'Any') return true;
  try {
    new RegExp(name.length <= 2 ? `\\p{${name}}` : `\\p{Script=${name}}`, 'u');
    return true;
  } catch {
    return false;
  }
}
