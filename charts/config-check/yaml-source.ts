import { type Document, isCollection, isScalar, LineCounter, parseAllDocuments, Scalar, visit } from 'yaml';
import { hideReferences } from './env-references';
import { type Finding, refused, warned } from './finding';

type ParsedDocument = Document.Parsed;

/** Something about a line of a text. */
export type LineFinding = Finding & { readonly line?: number };

export interface Source {
  /** The document that is read, the first one; undefined when there is none. */
  readonly document: ParsedDocument | undefined;
  readonly findings: readonly LineFinding[];
  /** The text that the document's places are of. */
  readonly text: string;
  readonly lines: LineCounter;
}

/** Reads a text as YAML, and says what go-yaml v2, which the program reads it with, does not read in it. */
export function readSource(given: string, title: string): Source {
  // Go ends a line at each of these.
  const text = hideReferences(given.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, '\n'));
  const { documents, lines, findings, text: read } = parse(text);
  const strange = [...controlCharacters(text), ...directives(text, title)];
  const [document, ...others] = documents;
  if (findings.length > 0) return { document: undefined, findings: [...strange, ...findings], text: read, lines };
  const ignored = others
    .filter(({ contents }) => contents !== null)
    .map(({ range }) => ({
      ...warned('', `is a second document, which ${title} does not read`, 'write one document, without "---" in it'),
      line: lines.linePos(range[0]).line,
    }));
  const tabs = document === undefined ? [] : misplacedTabs(document, read.slice(0, others[0]?.range[0]), lines);
  return { document, findings: [...strange, ...tabs, ...ignored], text: read, lines };
}

interface Parsed {
  /** What was read: the text, some of its lines moved to the right. */
  readonly text: string;
  readonly documents: readonly ParsedDocument[];
  readonly lines: LineCounter;
  readonly findings: readonly LineFinding[];
}

/** How many lines within brackets may begin left of what they belong to: each costs another reading. */
const MOST_OUTDENTED = 50;
/** Characters that are read again at most. */
const MOST_REREAD = 2_000_000;

/** Go does not mind where the lines of a list in brackets begin; the parser does, so they are moved to the right for it. */
function parse(text: string): Parsed {
  const first = parseOnce(text);
  let parsed = first;
  let moved = text;
  const most = Math.min(MOST_OUTDENTED, Math.ceil(MOST_REREAD / Math.max(1, text.length)));
  for (let count = 0; count < most; count++) {
    const [outdented] = parsed.errors;
    if (outdented?.code !== 'BAD_INDENT' || !outdented.message.startsWith('Flow')) break;
    const { line } = parsed.lines.linePos(outdented.pos[0]);
    const start = parsed.lines.lineStarts[line - 1] ?? 0;
    if (start >= moved.length) break;
    moved = `${moved.slice(0, start)}${' '.repeat(200)}${moved.slice(start)}`;
    parsed = parseOnce(moved);
  }
  const isMended = parsed.errors.length === 0;
  const { documents, lines, errors } = isMended ? parsed : first;
  const rows = text.split('\n');
  const said = new Set<number>();
  const findings = errors.flatMap(({ message, pos: [start] }) => {
    const { line } = lines.linePos(start);
    if (said.has(line)) return [];
    said.add(line);
    const isTemplate = rows.slice(Math.max(0, line - 2), line).some((row) => row.includes('{{'));
    return [
      {
        ...refused(
          '',
          `is not YAML: ${message}`,
          isTemplate ? 'check what the template gives, not the template' : 'mend the text',
        ),
        line,
      },
    ];
  });
  return { text: isMended ? moved : text, documents, lines, findings };
}

function parseOnce(text: string) {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const documents: readonly ParsedDocument[] = Array.isArray(parsed) ? parsed : [];
  const errors = (documents[0]?.errors ?? []).filter(
    ({ code, message, pos: [start] }) =>
      !message.startsWith('Comments must be separated') && !(code === 'BAD_DQ_ESCAPE' && text[start + 1] === "'"),
  );
  return { documents, lines, errors };
}

const lineOfOffset = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Characters that Go's reader stops at, wherever they stand. */
function controlCharacters(text: string): LineFinding[] {
  const found = /[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (found === null) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [
    {
      ...refused(
        '',
        `holds the character U+${code}, which YAML does not take`,
        'take it out, or write it as an escape',
      ),
      line: lineOfOffset(text, found.index),
    },
  ];
}

/** `%YAML 1.2` and unknown ones are refused, before the document that they belong to. */
function directives(text: string, title: string): LineFinding[] {
  const findings: LineFinding[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trimEnd();
    if (/^\s*(#|$)/.test(line)) continue;
    if (!line.startsWith('%')) break;
    if (/^%(YAML\s+1\.1|TAG\s+!\S*\s+\S+)(\s+#.*)?$/.test(line)) continue;
    findings.push({
      ...refused('', `"${line}" is a directive that ${title} does not read`, 'take the line out'),
      line: index + 1,
    });
  }
  return findings;
}

/** A tab is no indentation. It is fine within quotes, brackets and blocks of text. */
function misplacedTabs(document: ParsedDocument, text: string, lines: LineCounter): LineFinding[] {
  if (!/^ *(?:[-?] *)*\t/m.test(text)) return [];
  const rows = text.split('\n');
  const covered: (readonly [from: number, to: number])[] = [];
  const plainEnds = new Set<number>();
  visit(document, {
    Node: (_, node) => {
      const [from = 0, to = 0, end = 0] = node.range ?? [];
      if (isScalar(node) && node.type !== Scalar.PLAIN)
        covered.push([from, node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED ? end : to]);
      if (isScalar(node) && node.type === Scalar.PLAIN && to > from) {
        covered.push([from, to]);
        const { line, col } = lines.linePos(to);
        if (rows[line - 1]?.slice(col - 1).trim() === '') plainEnds.add(line);
      }
      if (isCollection(node) && node.flow === true) covered.push([from, to]);
    },
  });
  covered.sort(([a], [b]) => a - b);
  let next = 0;
  /** Where the last of those that begin before a row ends. */
  let end = 0;
  /** The last row above that has something in it. */
  let above = 0;
  const misplaced: number[] = [];
  for (const [index, row] of rows.entries()) {
    const before = /^( *(?:[-?] *)*)\t/.exec(row)?.[1];
    const offset = (lines.lineStarts[index] ?? 0) + (before ?? '').length;
    while ((covered[next]?.[0] ?? Number.POSITIVE_INFINITY) <= offset) {
      end = Math.max(end, covered[next]?.[1] ?? 0);
      next += 1;
    }
    // After a text without quotes, Go first sees whether it goes on.
    const mayGoOn = before !== undefined && before !== '' && before.trim() === '' && plainEnds.has(above);
    if (before !== undefined && offset >= end && !mayGoOn) misplaced.push(index + 1);
    if (row.trim() !== '') above = index + 1;
  }
  return misplaced
    .slice(0, MOST_TABS)
    .map((line) => ({ ...refused('', 'has a tab where the line is indented', 'write spaces'), line }));
}

/** Of more than these nobody reads. */
const MOST_TABS = 20;
