/** A piece of a line, up to the tab or the end of the line that closes it. */
interface Cell {
  text: string;
  /** In code points. */
  width: number;
  /** Up to here the text is kept, even where it ends in blanks. */
  keptUntil: number;
  /** Closed by a `\t`: the column keeps its place even if nothing stands in it. */
  isTab: boolean;
}

/** A column over consecutive lines that all have it. */
interface Column {
  width: number;
  /** Nothing stands in it, and no tab closes it. */
  isEmpty: boolean;
}

interface Line {
  readonly cells: readonly Cell[];
  /** The column of each cell but the last one. */
  readonly columns: readonly Column[];
}

const PADDING = 1;
const TAB_WIDTH = 8;

/**
 * Aligns text by elastic tab stops, as Go's text/tabwriter does with the settings of `alloy fmt`: consecutive lines that have
 * a cell in a column share its width. `\t` and `\v` close a cell, `\n` a line, `\f` a line and all columns. Empty cells in front
 * stay tabs. Blanks at the end of a line are cut.
 */
export class TabWriter {
  private readonly lines: Line[] = [];
  private open: Column[] = [];
  private cells: Cell[] = [];
  private cell = newCell();

  /** Adds text whose control characters lay it out. */
  write(text: string): void {
    let from = 0;
    for (const { index, 0: control } of text.matchAll(/[\t\v\n\f]/g)) {
      this.append(text.slice(from, index));
      from = index + 1;
      this.closeCell(control === '\t');
      if (control === '\n' || control === '\f') this.closeLine();
      if (control === '\f') this.open = [];
    }
    this.append(text.slice(from));
  }

  /** Adds text that is kept as it is, line feeds and blanks at its end included. */
  writeVerbatim(text: string): void {
    this.append(text);
    this.cell.keptUntil = this.cell.text.length;
  }

  /** What was written, laid out. */
  finish(): string {
    if (this.cell.text !== '') this.closeCell(false);
    this.closeLine();
    return this.lines.map(layOut).join('\n');
  }

  private append(text: string): void {
    if (text === '') return;
    this.cell.text += text;
    this.cell.width += codePoints(text);
  }

  private closeCell(isTab: boolean): void {
    this.cell.isTab = isTab;
    this.cells.push(this.cell);
    this.cell = newCell();
  }

  private closeLine(): void {
    const columns = this.cells.slice(0, -1).map(({ width, isTab }, index) => {
      const column = this.open[index] ?? { width: 0, isEmpty: true };
      column.width = Math.max(column.width, width + PADDING);
      column.isEmpty &&= width === 0 && !isTab;
      return column;
    });
    this.open = columns;
    this.lines.push({ cells: this.cells, columns });
    this.cells = [];
  }
}

const newCell = (): Cell => ({ text: '', width: 0, keptUntil: 0, isTab: false });

function layOut({ cells, columns }: Line): string {
  let text = '';
  let keptUntil = 0;
  let isLeading = true;
  cells.forEach((cell, index) => {
    const column = columns[index];
    const width = column === undefined || column.isEmpty ? 0 : column.width;
    if (cell.text === '' && isLeading) {
      text += '\t'.repeat(Math.ceil(width / TAB_WIDTH));
      return;
    }
    isLeading &&= cell.text === '';
    if (cell.keptUntil > 0) keptUntil = text.length + cell.keptUntil;
    text += cell.text + ' '.repeat(Math.max(0, width - cell.width));
  });
  let end = text.length;
  while (end > keptUntil && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(0, end);
}

/** How many code points a text has. */
function codePoints(text: string): number {
  let count = text.length;
  for (const _ of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) count--;
  return count;
}
