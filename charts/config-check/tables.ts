import { parseRelease } from '../releases';
import type { CheckedProgram } from './program';

/** What a key is in one release. */
export interface Key {
  /** In the words of imports/*-config-keys.ts: `bool`, `go-duration`, `object`, `list<string>`, `one-of(v4|v2)`. */
  readonly type: string;
  /** As a YAML scalar; list defaults as JSON. Undefined where the program has none, or none that is simple. */
  readonly preset?: string;
}

/** A key of a configuration file in all releases together. */
export interface KeyNode {
  /** What it is in the table of that number; undefined where that release does not know it. */
  at(table: number): Key | undefined;
  /** The keys below it: `[]` for the items of a list, `*` for the values of a map with free names. */
  readonly children: ReadonlyMap<string, KeyNode>;
}

/** The tables by which a release is judged. */
export interface ReleaseTables {
  readonly root: KeyNode;
  /** Numbers of the tables: one where the release's line has a table, else the one before it and the one after it. */
  readonly nearest: readonly number[];
  /** The release of each table, oldest first. */
  readonly releases: readonly string[];
  readonly program: CheckedProgram;
}

/** The tables of a program nearest to a release; undefined for what is no release. */
export function nearestTables(program: CheckedProgram, release: string): ReleaseTables | undefined {
  const wanted = parseRelease(release);
  if (wanted === undefined) return undefined;
  const tables = tablesOf(program);
  const { releases } = tables;
  const order = (text: string): number => {
    const { major, minor } = parseRelease(text) ?? { major: 0, minor: 0 };
    return major * 1000 + minor;
  };
  const line = order(release);
  const same = releases.findLastIndex((table) => order(table) === line);
  if (same >= 0) return { ...tables, program, nearest: [same] };
  const after = releases.findIndex((table) => order(table) > line);
  if (after === -1) return { ...tables, program, nearest: [releases.length - 1] };
  return { ...tables, program, nearest: after === 0 ? [0] : [after - 1, after] };
}

interface Tables {
  readonly root: KeyNode;
  readonly releases: readonly string[];
}

const loaded = new WeakMap<CheckedProgram, Tables>();

/** Read once, when first asked for: most programs that load this module never check a configuration. */
function tablesOf(program: CheckedProgram): Tables {
  const known = loaded.get(program) ?? parseTables(program.keys);
  loaded.set(program, known);
  return known;
}

interface Piece extends Partial<Key> {
  readonly from: number;
}

/** Everything is read when it is first asked for: a configuration has few of the keys that there are. */
class ParsedKey implements KeyNode {
  readonly own = new Map<string, ParsedKey>();
  private read: readonly Piece[] | undefined;

  constructor(
    private readonly text: string,
    private readonly source: Source,
  ) {}

  at(table: number): Key | undefined {
    const piece = this.pieces.findLast(({ from }) => from <= table);
    if (piece?.type === undefined) return undefined;
    const { type, preset } = piece;
    return { type: type.startsWith('@') ? 'object' : type, preset };
  }

  get children(): ReadonlyMap<string, KeyNode> {
    const block = this.pieces.find(({ type }) => type?.startsWith('@'))?.type;
    return block === undefined ? this.own : this.source.block(block).own;
  }

  private get pieces(): readonly Piece[] {
    this.read ??= parsePieces(this.text, this.source.releases);
    return this.read;
  }
}

/** The text of the tables, block by block. */
class Source {
  private readonly blocks = new Map<string, ParsedKey>();

  constructor(
    readonly releases: readonly string[],
    private readonly lines: ReadonlyMap<string, string>,
  ) {}

  block(title: string): ParsedKey {
    const known = this.blocks.get(title);
    if (known !== undefined) return known;
    const top = new ParsedKey('object', this);
    this.blocks.set(title, top);
    const open = [top];
    for (const line of (this.lines.get(title) ?? '').split('\n')) {
      if (line === '') continue;
      const depth = line.search(/\S/);
      const colon = line.indexOf(': ');
      const key = new ParsedKey(line.slice(colon + 2), this);
      open[depth]?.own.set(line.slice(depth, colon), key);
      open[depth + 1] = key;
    }
    return top;
  }
}

function parseTables(text: string): Tables {
  const [header = '', ...sections] = text.split('\n\n');
  const releases = header.split(' ').slice(1);
  const lines = sections.map((section) => {
    const end = section.indexOf('\n');
    return [section.slice(0, end), section.slice(end + 1)] as const;
  });
  return { releases, root: new Source(releases, new Map(lines)).block('root') };
}

/** `[release] [type[!]] [= default]`, several of them divided by ` | `; `-` in place of a type ends the key. */
const PIECE = /^(?:(\d+\.\d+\.\d+)(?: |$))?(?:([^=\s"]+?)(!?)(?: |$))?(?:= (.*))?$/;

function parsePieces(text: string, releases: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(' | ')) {
    const [, release, type = pieces.at(-1)?.type, , preset] = PIECE.exec(part) ?? [];
    pieces.push({
      from: release === undefined ? 0 : releases.indexOf(release),
      ...(type === '-' ? {} : { type }),
      ...(preset === undefined ? {} : { preset: preset.startsWith('"') ? JSON.parse(preset) : preset }),
    });
  }
  return pieces;
}
