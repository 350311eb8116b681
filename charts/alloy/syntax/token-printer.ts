import type { CommentGroup, CommentNode } from './ast';
import { TabWriter } from './tabwriter';
import type { Place } from './tokens';

/** What goes between two tokens. `align` is a tab stop; `break` ends a line, and `section` all columns with it. */
export type Space = 'blank' | 'align' | 'break' | 'section' | 'indent' | 'outdent';

const CONTROLS: Readonly<Record<Exclude<Space, 'indent' | 'outdent'>, string>> = {
  blank: ' ',
  align: '\v',
  break: '\n',
  section: '\f',
};

const MOST_BREAKS = 2;

const AFTER_ALL: Place = { offset: Number.POSITIVE_INFINITY, line: Number.POSITIVE_INFINITY };

/**
 * Writes tokens, and among them the comments that stand in front of them in the source. Space waits until a token follows, since
 * a comment may come in between. Where a token stands is told by `moveTo`; else it is reckoned from the one before, which is how
 * Alloy's printer does it, and decides on blank lines around comments.
 */
export class TokenPrinter {
  private readonly out = new TabWriter();
  private readonly waiting: (Space | 'taken')[] = [];
  private depth = 0;
  private isLineStart = true;
  private isEmpty = true;
  /** Where the next token stands in the source, as far as that is known. */
  private place: Place = { offset: 0, line: 1 };
  /** The source's line on which the last thing written ends. */
  private lastLine = 0;
  private nextGroup = 0;
  private endsInNumber = false;

  constructor(private readonly comments: readonly CommentGroup[]) {}

  moveTo({ offset, line }: Place): this {
    this.place = { offset, line };
    return this;
  }

  space(...spaces: readonly Space[]): this {
    this.waiting.push(...spaces);
    this.endsInNumber = false;
    return this;
  }

  /** Writes a name or a literal. */
  word(text: string, isNumber = false): this {
    this.print(text);
    this.endsInNumber = isNumber;
    return this;
  }

  /** Writes an operator or a bracket. */
  symbol(text: string): this {
    // Together they would be another number.
    if (this.endsInNumber && text === '.') this.space('blank');
    return this.word(text);
  }

  /** Everything that was written, and the comments after it. */
  finish(): string {
    if (this.hasCommentBefore(AFTER_ALL)) this.printComments(AFTER_ALL);
    return this.out.finish();
  }

  private print(text: string): void {
    const { place } = this;
    if (this.hasCommentBefore(place)) this.printCommentsAndSpace(place);
    else this.flush(this.waiting.length);
    this.put(text, place, false);
  }

  private hasCommentBefore({ offset }: Place): boolean {
    const first = this.comments[this.nextGroup]?.[0];
    return first !== undefined && first.start.offset <= offset;
  }

  private printComments(next: Place): CommentNode | undefined {
    let last: CommentNode | undefined;
    while (this.hasCommentBefore(next)) {
      for (const comment of this.comments[this.nextGroup] ?? []) {
        this.separate(comment, next);
        this.put(comment.text, comment.start, true);
        last = comment;
      }
      this.nextGroup++;
    }
    return last;
  }

  /** What goes in front of a comment: a tab stop after code on its line, else line breaks as in the source, two at most. */
  private separate({ start }: CommentNode, next: Place): void {
    if (this.isEmpty) return;
    if (start.line === this.lastLine) {
      this.control(start.line === next.line ? ' ' : '\t', 1);
      return;
    }
    // What waits first is taken by this break; what was taken by an earlier comment's stops the search all the same.
    const first = this.waiting.findIndex((space) => space !== 'indent' && space !== 'outdent');
    if (first !== -1) {
      this.waiting[first] = 'taken';
      this.flush(first);
    }
    this.control('\f', Math.min(start.line - this.lastLine, MOST_BREAKS));
  }

  private printCommentsAndSpace(next: Place): void {
    const last = this.printComments(next);
    if (last?.text[1] === '*' && last.end.line === next.line) this.control(' ', 1);
    const breaks = Math.min(next.line - this.lastLine, MOST_BREAKS);
    const lostSection = this.waiting.includes('section');
    // Breaks are made as in the source; of what waits only the indentation still counts.
    for (const space of this.waiting.splice(0)) this.spaceOut(space, true);
    this.control(lostSection ? '\f' : '\n', breaks);
  }

  private flush(count: number): void {
    for (const space of this.waiting.splice(0, count)) this.spaceOut(space, false);
  }

  private spaceOut(space: Space | 'taken', isIndentOnly: boolean): void {
    if (space === 'indent') this.depth++;
    else if (space === 'outdent') this.depth--;
    else if (!isIndentOnly && space !== 'taken') this.control(CONTROLS[space], 1);
  }

  private control(character: string, count: number): void {
    if (count <= 0) return;
    this.indent();
    this.out.write(character.repeat(count));
    this.isLineStart = character === '\n' || character === '\f';
  }

  private put(text: string, { offset, line }: Place, isComment: boolean): void {
    this.indent();
    if (isComment) this.out.writeVerbatim(text);
    else this.out.write(text);
    this.isEmpty = false;
    const breaks = text.match(/[\n\f]/g)?.length ?? 0;
    this.lastLine = line + breaks;
    this.place = { offset: offset + Buffer.byteLength(text), line: this.lastLine };
  }

  private indent(): void {
    if (this.isLineStart) this.out.write('\t'.repeat(this.depth));
    this.isLineStart = false;
  }
}
