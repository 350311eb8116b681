import type {
  AttributeNode,
  BlockNode,
  CallNode,
  ExpressionNode,
  FileNode,
  ListNode,
  ObjectNode,
  StatementNode,
} from './ast';
import { quote } from './characters';
import { parseAlloy } from './parser';
import { withinDepth } from './syntax-error';
import { TokenPrinter } from './token-printer';

/**
 * The text as `alloy fmt` writes it, byte for byte.
 * @throws AlloySyntaxError with everything that is wrong, when the text is no Alloy
 */
export function formatAlloy(text: string): string {
  const file = parseAlloy(text);
  return `${withinDepth(() => formatFile(file))}\n`;
}

function formatFile({ body, comments }: FileNode): string {
  const printer = new TokenPrinter(comments);
  printBody(printer, body);
  return printer.finish();
}

function printBody(printer: TokenPrinter, body: readonly StatementNode[]): void {
  body.forEach((statement, index) => {
    const before = body[index - 1];
    if (before !== undefined && (statement.type === 'block' || statement.start.line - before.end.line > 1)) {
      printer.space('section');
    }
    if (statement.type === 'attribute') printAttribute(printer, statement);
    else printBlock(printer, statement);
    printer.space(isOnOneLine(statement) ? 'break' : 'section');
  });
}

const isOnOneLine = ({ start, end }: StatementNode | ExpressionNode): boolean => start.line === end.line;

function printAttribute(printer: TokenPrinter, { name, value, start }: AttributeNode): void {
  printer.moveTo(start).word(name).space('align').symbol('=').space('blank');
  printExpression(printer, value);
}

function printBlock(printer: TokenPrinter, { name, label, labelAt, body, start, open, close }: BlockNode): void {
  printer.moveTo(start).word(name);
  if (label !== '') printer.space('blank').moveTo(labelAt).word(quote(label));
  printer.space('blank').moveTo(open).symbol('{').space('indent');
  if (body.length > 0) {
    printer.space('section');
    printBody(printer, body);
  } else {
    printer.space('blank');
  }
  printer.space('outdent').moveTo(close).symbol('}');
}

function printExpression(printer: TokenPrinter, node: ExpressionNode): void {
  switch (node.type) {
    case 'literal':
      printer.moveTo(node.start).word(node.text, node.kind === 'NUMBER');
      break;
    case 'identifier':
      printer.moveTo(node.start).word(node.name);
      break;
    case 'list':
      printList(printer, node);
      break;
    case 'object':
      printObject(printer, node);
      break;
    case 'call':
      printCall(printer, node);
      break;
    case 'access':
      printExpression(printer, node.value);
      printer.symbol('.').word(node.name);
      break;
    case 'index':
      printExpression(printer, node.value);
      printer.moveTo(node.open).symbol('[');
      printExpression(printer, node.index);
      printer.moveTo(node.close).symbol(']');
      break;
    case 'unary':
      printer.moveTo(node.start).symbol(node.operator);
      printExpression(printer, node.value);
      break;
    case 'binary':
      printExpression(printer, node.left);
      printer.space('blank').moveTo(node.operatorAt).symbol(node.operator).space('blank');
      printExpression(printer, node.right);
      break;
    case 'parentheses':
      printer.symbol('(');
      printExpression(printer, node.value);
      printer.symbol(')');
      break;
  }
}

/** Elements stay on lines as they are in the source. Only where the bracket has a line of its own, a comma ends the last one. */
function printList(printer: TokenPrinter, { items, start, close }: ListNode): void {
  printer.moveTo(start).symbol('[');
  let { line } = start;
  items.forEach((item, index) => {
    const startsLine = item.start.line !== line;
    // Indented before the break, so that a comment in between is indented as well.
    if (startsLine) printer.space('indent', 'section');
    else if (index > 0) printer.space('blank');
    printExpression(printer, item);
    if (index < items.length - 1) printer.symbol(',');
    if (startsLine) printer.space('outdent');
    line = item.end.line;
  });
  if (items.length > 0 && close.line !== line) printer.symbol(',').space('indent', 'section', 'outdent');
  printer.moveTo(close).symbol(']');
}

function printObject(printer: TokenPrinter, { fields, start, close }: ObjectNode): void {
  printer.moveTo(start).symbol('{').space('indent');
  let { line } = start;
  fields.forEach(({ name, value }, index) => {
    const before = fields[index - 1];
    if (name.start.line !== line) {
      printer.space(before !== undefined && isOnOneLine(before.value) ? 'break' : 'section');
    } else if (index > 0) {
      printer.space('blank');
    }
    printer.moveTo(name.start).word(name.isQuoted ? quote(name.text) : name.text);
    printer.space('align').symbol('=').space('blank');
    printExpression(printer, value);
    if (index < fields.length - 1) printer.symbol(',');
    // Of the name, not of the value: as in Alloy.
    line = name.end.line;
  });
  if (fields.length > 0 && close.line !== line) printer.symbol(',').space('section');
  printer.space('outdent').moveTo(close).symbol('}');
}

function printCall(printer: TokenPrinter, { called, args, open, close }: CallNode): void {
  printExpression(printer, called);
  printer.symbol('(');
  let { line } = open;
  args.forEach((arg, index) => {
    const startsLine = arg.start.line !== line;
    if (startsLine) printer.space('section', 'indent');
    printExpression(printer, arg);
    if (index < args.length - 1) printer.symbol(',').space('blank');
    if (startsLine) printer.space('outdent');
    line = arg.end.line;
  });
  if (close.line !== line) printer.symbol(',').space('section');
  printer.symbol(')');
}
