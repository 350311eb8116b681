/** A `${NAME}` that is filled in from the environment when a program is started with `-config.expand-env=true`. */
export interface EnvReference {
  readonly name: string;
  /** Where its `$` stands. */
  readonly at: number;
  /** Whether it says what to take when there is no such variable: `${NAME:-text}`. */
  readonly hasDefault: boolean;
}

/** Two characters that become one: `$$`, `\\` and `\/`, whatever they stand in. */
export interface EatenPair {
  readonly pair: string;
  readonly at: number;
}

/** What the expansion makes of a text, comments included. */
export interface Expansion {
  readonly references: readonly EnvReference[];
  readonly eaten: readonly EatenPair[];
  /** Where a `${` stands that nobody can read: the program does not start. Nothing is known of what follows. */
  readonly brokenAt?: number;
}

/** Reads a text as drone/envsubst does, which Loki and Promtail expand their files with: `$NAME` and `$1` are left as they are. */
export function readExpansion(text: string): Expansion {
  const scanner = new Scanner(text);
  try {
    scanner.scan();
    return scanner;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { references: scanner.references, eaten: scanner.eaten, brokenAt: error.at };
  }
}

/** A reference as people write it; `${1}` is one to the expansion alone, which finds nothing of that name. */
const REFERENCE = /\$\{#?[A-Za-z_]\w{0,200}(?:[:=,^/#%][^}]{0,500})?\}/;

/** Whether a text is meant to be filled in from the environment. */
export const readsEnvironment = (text: string): boolean => REFERENCE.test(text.replaceAll('$$', ''));

const ALL_REFERENCES = new RegExp(REFERENCE, 'g');

/** The same text, its length included, with references whose braces mean nothing to YAML: it is read before they are filled in. */
export const hideReferences = (text: string): string =>
  text.replace(ALL_REFERENCES, (reference, at: number) =>
    text[at - 1] === '$' ? reference : reference.replace('${', OPEN).replace(/\}$/, CLOSE),
  );

/** What stood there before. */
export const showReferences = (text: string): string => text.replaceAll(OPEN, '${').replaceAll(CLOSE, '}');

/** Two characters and one that nobody uses. */
const OPEN = '\ue0f0\ue0f1';
const CLOSE = '\ue0f2';

class Broken {
  constructor(readonly at: number) {}
}

/** References within references; nobody writes more than two. */
const DEEPEST = 100;

const NAME = /[\p{L}\p{Nd}_]+/uy;

class Scanner {
  readonly references: EnvReference[] = [];
  readonly eaten: EatenPair[] = [];
  private at = 0;
  /** Where the outermost reference that is being read begins. */
  private start = 0;

  constructor(private readonly text: string) {}

  scan(): void {
    while (this.at < this.text.length) {
      if (this.isAt('${')) {
        this.start = this.at;
        this.readReference();
      } else if (!this.skipPair()) this.at += 1;
    }
  }

  private isAt(wanted: string): boolean {
    return this.text.startsWith(wanted, this.at);
  }

  private skipPair(): boolean {
    const pair = this.text.slice(this.at, this.at + 2);
    if (pair !== '$$' && pair !== '\\\\' && pair !== '\\/') return false;
    this.eaten.push({ pair, at: this.at });
    this.at += 2;
    return true;
  }

  private readReference(depth = 0): void {
    if (depth > DEEPEST) throw new Broken(this.start);
    const { at } = this;
    this.at += 2;
    const isLength = this.take('#');
    const name = this.readName();
    const operator = this.text[this.at] ?? '';
    const hasDefault = operator === '=' || /^:[=?+-]/.test(this.text.slice(this.at, this.at + 2));
    this.references.push({ name, at, hasDefault });
    if (!isLength) this.readFunction(operator, hasDefault, depth);
    if (!this.take('}')) throw new Broken(this.start);
  }

  private readName(): string {
    NAME.lastIndex = this.at;
    const [name] = NAME.exec(this.text) ?? [];
    if (name === undefined) throw new Broken(this.start);
    this.at += name.length;
    return name;
  }

  private take(wanted: string): boolean {
    if (!this.isAt(wanted)) return false;
    this.at += wanted.length;
    return true;
  }

  private takeWhile(pattern: RegExp, most: number): void {
    for (let count = 0; count < most && pattern.test(this.text[this.at] ?? ''); count++) this.at += 1;
  }

  private readFunction(operator: string, hasDefault: boolean, depth: number): void {
    if (hasDefault) {
      this.at += operator === '=' ? 1 : 2;
      while (!this.isAt('}')) this.readArgument(depth, /[^}]/);
    } else if (operator === ':') {
      this.at += 1;
      this.readArgument(depth, /[^:}]/);
      if (this.take(':')) {
        // Any number of them divides the two.
        this.takeWhile(/:/, Number.POSITIVE_INFINITY);
        this.readArgument(depth, /[^}]/);
      }
    } else if (operator === ',' || operator === '^') {
      this.takeWhile(/[,^]/, 2);
    } else if (operator === '#' || operator === '%') {
      this.takeWhile(operator === '#' ? /#/ : /%/, 2);
      this.readArgument(depth, /[^}]/);
    } else if (operator === '/') {
      this.at += 1;
      this.takeWhile(/[/#%]/, 1);
      this.readArgument(depth, /[^/]/, true);
      if (!this.take('/')) throw new Broken(this.start);
      this.takeWhile(/\//, Number.POSITIVE_INFINITY);
      if (!this.isAt('}')) this.readArgument(depth, /[^}]/, true);
    }
  }

  /** Text up to what does not fit the pattern, or another reference; one of them at least. */
  private readArgument(depth: number, pattern: RegExp, hasPairs = false): void {
    if (this.isAt('${')) {
      this.readReference(depth + 1);
      return;
    }
    const { at } = this;
    while (this.at < this.text.length && !this.isAt('${')) {
      if (hasPairs && this.skipPair()) continue;
      if (!pattern.test(this.text[this.at] ?? '')) break;
      this.at += 1;
    }
    if (this.at === at) throw new Broken(this.start);
  }
}
