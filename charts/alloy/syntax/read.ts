import type { CommentNode, ExpressionNode, StatementNode } from './ast';
import { parseAlloy } from './parser';
import { stringValue } from './strings';
import { withinDepth } from './syntax-error';
import { type AlloyBody, AlloyExpression, type AlloyStatement, type AlloyValue, comment } from './values';

/**
 * The configuration that a text is: what `printAlloy` printed, or what somebody wrote. How lines were broken is forgotten, and so
 * are comments inside of values; other comments get lines of their own. Of keys that an object repeats the last counts.
 * @throws AlloySyntaxError with everything that is wrong, when the text is no Alloy
 */
export function readAlloy(text: string): AlloyBody {
  const { body, comments } = parseAlloy(text);
  return withinDepth(() => new BodyReader(comments.flat()).read(body, Number.POSITIVE_INFINITY));
}

/** Goes through the statements and the comments of a text, in the order of both. */
class BodyReader {
  private nextComment = 0;

  constructor(private readonly comments: readonly CommentNode[]) {}

  /** The statements of a body that ends at that byte, with its own comments among them. */
  read(body: readonly StatementNode[], end: number): AlloyStatement[] {
    const statements: AlloyStatement[] = [];
    for (const node of body) {
      statements.push(...this.commentsBefore(node.start.offset));
      if (node.type === 'attribute') {
        this.commentsBefore(node.end.offset);
        statements.push({ type: 'attribute', name: node.name, value: readValue(node.value) });
      } else {
        this.commentsBefore(node.open.offset);
        const { name, label } = node;
        const inner = this.read(node.body, node.close.offset);
        statements.push({ type: 'block', name, ...(label === '' ? {} : { label }), body: inner });
      }
    }
    return [...statements, ...this.commentsBefore(end)];
  }

  /** The comments up to a byte that were not taken yet; those on neighbouring lines are one. */
  private commentsBefore(offset: number): AlloyStatement[] {
    const texts: string[] = [];
    let lastLine = Number.NEGATIVE_INFINITY;
    for (; ; this.nextComment++) {
      const node = this.comments[this.nextComment];
      if (node === undefined || node.start.offset >= offset) return texts.map(comment);
      if (node.start.line <= lastLine + 1) texts.push(`${texts.pop()}\n${commentText(node)}`);
      else texts.push(commentText(node));
      lastLine = node.end.line;
    }
  }
}

const commentText = ({ text }: CommentNode): string =>
  text.startsWith('//') ? text.slice(2).replace(/^ /, '') : text.slice(2, -2).replace(/^ | $/g, '');

function readValue(node: ExpressionNode): AlloyValue {
  switch (node.type) {
    case 'literal':
      return readLiteral(node.kind, node.text);
    case 'list':
      return node.items.map(readValue);
    case 'object':
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.text, readValue(value)]));
    case 'identifier':
      return new AlloyExpression({ kind: 'reference', path: node.name });
    case 'access': {
      const value = readValue(node.value);
      return value instanceof AlloyExpression && value.form.kind === 'reference'
        ? new AlloyExpression({ kind: 'reference', path: `${value.form.path}.${node.name}` })
        : new AlloyExpression({ kind: 'access', value, name: node.name });
    }
    case 'index':
      return new AlloyExpression({ kind: 'index', value: readValue(node.value), index: readValue(node.index) });
    case 'call':
      return new AlloyExpression({ kind: 'call', called: readValue(node.called), args: node.args.map(readValue) });
    case 'unary': {
      const { operator } = node;
      const value = readValue(node.value);
      const isPositive = typeof value === 'number' && value > 0;
      return operator === '-' && isPositive ? -value : new AlloyExpression({ kind: 'unary', operator, value });
    }
    case 'binary': {
      const [left, right] = [readValue(node.left), readValue(node.right)];
      return new AlloyExpression({ kind: 'binary', operator: node.operator, left, right });
    }
    case 'parentheses':
      return new AlloyExpression({ kind: 'parentheses', value: readValue(node.value) });
  }
}

/** Numbers that JavaScript would write otherwise, and bytes that are no text, stay as they are. */
function readLiteral(kind: string, text: string): AlloyValue {
  if (kind === 'NULL') return null;
  if (kind === 'BOOL') return text === 'true';
  const value = kind === 'STRING' ? stringValue(text) : Number(text);
  return value === undefined || (typeof value === 'number' && String(value) !== text)
    ? new AlloyExpression({ kind: 'literal', text })
    : value;
}
