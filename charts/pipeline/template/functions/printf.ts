import { type GoValue, integerOf, printed, typeName } from '../value';
import { formatted, type Layout } from './format-value';

/** Wider or more precise nothing is printed. */
const MOST = 1_000_000;

/** Go's `fmt.Sprintf`, for what templates work with. */
export const sprintf = (format: string, args: readonly GoValue[]): string => new Printer(format, args).print();

class Printer {
  private at = 0;
  private next = 0;
  /** An argument was asked for by its number: `%[2]d`. */
  private isReordered = false;
  private isGoodNumber = true;
  private isAfterNumber = false;

  constructor(
    private readonly format: string,
    private readonly args: readonly GoValue[],
  ) {}

  print(): string {
    let text = '';
    while (this.at < this.format.length) {
      const found = this.format.indexOf('%', this.at);
      const end = found === -1 ? this.format.length : found;
      text += this.format.slice(this.at, end);
      this.at = end + 1;
      if (found !== -1) text += this.directive();
    }
    if (this.isReordered || this.next >= this.args.length) return text;
    const extra = this.args
      .slice(this.next)
      .map((value) => (value === null ? '<nil>' : `${typeName(value)}=${printed(value)}`));
    return `${text}%!(EXTRA ${extra.join(', ')})`;
  }

  private directive(): string {
    this.isGoodNumber = true;
    this.isAfterNumber = false;
    let { layout, mistake } = this.width(this.flags());
    if (this.format[this.at] === '.') {
      this.at += 1;
      if (this.isAfterNumber) this.isGoodNumber = false;
      const precise = this.precision(layout);
      layout = precise.layout;
      mistake += precise.mistake;
    }
    if (!this.isAfterNumber) this.argumentNumber();
    const verb = String.fromCodePoint(this.format.codePointAt(this.at) ?? 0);
    if (this.at >= this.format.length) return `${mistake}%!(NOVERB)`;
    this.at += verb.length;
    return mistake + this.argument(verb, layout);
  }

  private argument(verb: string, layout: Layout): string {
    if (verb === '%') return '%';
    if (!this.isGoodNumber) return `%!${verb}(BADINDEX)`;
    if (this.next >= this.args.length) return `%!${verb}(MISSING)`;
    this.next += 1;
    // Go's way to say that a value is to be printed with its names, or as source; numbers do not take these marks for theirs.
    const own = verb === 'v' ? { ...layout, isSource: layout.isSharp, isSharp: false, showsPlus: false } : layout;
    return formatted(this.args[this.next - 1] ?? null, verb, own);
  }

  private flags(): Layout {
    const [flags = ''] = /^[#0+\- ]*/.exec(this.format.slice(this.at)) ?? [];
    this.at += flags.length;
    return {
      isSource: false,
      isSharp: flags.includes('#'),
      fillsWithZeros: flags.includes('0') && !flags.includes('-'),
      showsPlus: flags.includes('+'),
      isLeft: flags.includes('-'),
      showsSpace: flags.includes(' '),
    };
  }

  private width(layout: Layout): { readonly layout: Layout; readonly mistake: string } {
    this.argumentNumber();
    if (this.format[this.at] === '*') {
      this.at += 1;
      this.isAfterNumber = false;
      const width = this.integer();
      if (width === undefined) return { layout, mistake: '%!(BADWIDTH)' };
      const isLeft = layout.isLeft || width < 0;
      return {
        layout: { ...layout, isLeft, fillsWithZeros: layout.fillsWithZeros && !isLeft, width: Math.abs(width) },
        mistake: '',
      };
    }
    const width = this.number();
    if (width !== undefined && this.isAfterNumber) this.isGoodNumber = false;
    return { layout: { ...layout, width }, mistake: '' };
  }

  private precision(layout: Layout): { readonly layout: Layout; readonly mistake: string } {
    this.argumentNumber();
    if (this.format[this.at] !== '*') return { layout: { ...layout, precision: this.number() ?? 0 }, mistake: '' };
    this.at += 1;
    this.isAfterNumber = false;
    const precision = this.integer();
    return precision === undefined || precision < 0
      ? { layout, mistake: '%!(BADPREC)' }
      : { layout: { ...layout, precision }, mistake: '' };
  }

  /** A number in the format. One that is too large swallows what follows. */
  private number(): number | undefined {
    const [digits = ''] = /^\d*/.exec(this.format.slice(this.at)) ?? [];
    this.at += digits.length;
    if (digits === '') return undefined;
    if (Number(digits) <= MOST) return Number(digits);
    this.at = this.format.length;
    return undefined;
  }

  /** A number among the arguments, for `*`. */
  private integer(): number | undefined {
    if (this.next >= this.args.length) return undefined;
    const integer = integerOf(this.args[this.next] ?? null);
    this.next += 1;
    return integer === undefined || integer > MOST || integer < -MOST ? undefined : Number(integer);
  }

  /** `[2]`: which argument comes next. */
  private argumentNumber(): void {
    this.isAfterNumber = false;
    if (this.format[this.at] !== '[') return;
    this.isReordered = true;
    const close = this.format.indexOf(']', this.at);
    if (close === -1 || this.format.length - this.at < 3) {
      this.at += 1;
      this.isGoodNumber = false;
      return;
    }
    const inner = this.format.slice(this.at + 1, close);
    this.at = close + 1;
    const number = /^\d+$/.test(inner) ? Number(inner) : 0;
    this.isAfterNumber = /^\d+$/.test(inner) && number <= MOST;
    if (number >= 1 && number <= this.args.length) this.next = number - 1;
    else this.isGoodNumber = false;
  }
}

/** `fmt.Sprint`: a space between two values of which neither is a string. */
export function sprint(args: readonly GoValue[]): string {
  return args
    .map((value, index) => {
      const spaced = index > 0 && typeof value !== 'string' && typeof args[index - 1] !== 'string';
      return (spaced ? ' ' : '') + printed(value);
    })
    .join('');
}
