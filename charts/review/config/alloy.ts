import { expressionText } from '../../alloy/syntax/print';
import { readAlloy } from '../../alloy/syntax/read';
import type { AlloyBlock, AlloyBody, AlloyExpression, AlloyValue } from '../../alloy/syntax/values';
import { isTooDeep, type PlainMap } from '../plain';

/** A block of Alloy's language at the top of a file: `loki.write "default" {`, `logging {`. */
const BLOCK =
  /^(?:(?:loki|discovery|local|remote|prometheus|otelcol|mimir|pyroscope|faro|beyla)\.[\w.]+[ \t]+"[^"\n]*"|logging|tracing|livedebugging|declare[ \t]+"[^"\n]*")[ \t]*\{/m;

/** Whether a text is a configuration of Alloy. */
export const isAlloy = (name: string, text: string): boolean => /\.(?:alloy|river)$/.test(name) || BLOCK.test(text);

/** The statements of a text; undefined for what does not parse, or is nested without end. */
export function alloyBody(text: string): AlloyBody | undefined {
  try {
    const body = readAlloy(text);
    return isTooDeep(body) ? undefined : body;
  } catch {
    return undefined;
  }
}

/** Stands in front of an expression, so that no text is taken for the same: a text of Alloy's has no such character. */
const EXPRESSION = '\0';

/**
 * A body as maps and lists: components by kind and label, attributes by name, blocks by name. What may stand there several times is
 * a list; so are blocks whose name has parts, `stage.cri` and `stage.regex`, since it is their common order that counts.
 */
export const alloyTree = (body: AlloyBody, repeated: ReadonlySet<string> = repeatedBlocks(body)): PlainMap =>
  treeOf(body, '', repeated);

/** The blocks of which there is more than one in a place, by the way to them. */
export function repeatedBlocks(body: AlloyBody, way = '', found: Set<string> = new Set()): Set<string> {
  const seen = new Set<string>();
  for (const { key, block } of blocksIn(body)) {
    const place = `${way}/${key}`;
    if (seen.has(key)) found.add(place);
    seen.add(key);
    repeatedBlocks(block.body, place, found);
  }
  return found;
}

const blocksIn = (body: AlloyBody): { readonly key: string; readonly block: AlloyBlock }[] =>
  body.flatMap((statement) => (statement.type === 'block' ? [{ key: keyOf(statement), block: statement }] : []));

/** `loki.write "default"`, `endpoint`. */
const keyOf = ({ name, label }: AlloyBlock): string =>
  label === undefined ? name : `${name} ${JSON.stringify(label)}`;

function treeOf(body: AlloyBody, way: string, repeated: ReadonlySet<string>): PlainMap {
  const tree = new Map<string, unknown>();
  const append = (key: string, item: unknown): void => {
    const list = tree.get(key);
    if (Array.isArray(list)) list.push(item);
    else tree.set(key, [item]);
  };
  for (const statement of body) if (statement.type === 'attribute') tree.set(statement.name, plainOf(statement.value));
  for (const { key, block } of blocksIn(body)) {
    const place = `${way}/${key}`;
    const inner = treeOf(block.body, place, repeated);
    const [, group, member] = way === '' || block.label !== undefined ? [] : (/^(\w+)\.(.+)$/.exec(key) ?? []);
    if (group !== undefined && member !== undefined) append(group, { [member]: inner });
    else if (repeated.has(place)) append(key, inner);
    else tree.set(key, inner);
  }
  return Object.fromEntries(tree);
}

function plainOf(value: AlloyValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isExpression(value)) return EXPRESSION + expressionText(value);
  if (Array.isArray(value)) return value.map(plainOf);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [[key, plainOf(field)] as const])),
  );
}

const isExpression = (value: object): value is AlloyExpression => 'form' in value;

/** A part of a tree as it is shown: expressions as they are written. */
export function withoutMarks(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(EXPRESSION) ? value.slice(EXPRESSION.length) : value;
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutMarks(part)]));
}

/** What is left of a text that does not parse, for comparing: its lines without comments and blanks at their ends. */
export const alloyLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*\/\/.*$/, '').trimEnd())
    .filter((line) => line !== '');
