import type { BinaryOperator, LiteralKind, Place, Position, UnaryOperator } from './tokens';

/** What every part of a parsed text knows of its place. */
interface Placed {
  readonly start: Position;
  /** Its last byte. */
  readonly end: Place;
}

/** `"text"`, `1.5`, `true`, `null`, as written. */
export interface LiteralNode extends Placed {
  readonly type: 'literal';
  readonly kind: LiteralKind;
  readonly text: string;
}

export interface ListNode extends Placed {
  readonly type: 'list';
  readonly items: readonly ExpressionNode[];
  readonly close: Position;
}

/** The name of a field as it is between its quotes, escapes and all. */
export interface FieldName extends Placed {
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface FieldNode {
  readonly name: FieldName;
  readonly value: ExpressionNode;
}

export interface ObjectNode extends Placed {
  readonly type: 'object';
  readonly fields: readonly FieldNode[];
  readonly close: Position;
}

export interface IdentifierNode extends Placed {
  readonly type: 'identifier';
  readonly name: string;
}

/** `value.name` */
export interface AccessNode extends Placed {
  readonly type: 'access';
  readonly value: ExpressionNode;
  readonly name: string;
}

/** `value[index]` */
export interface IndexNode extends Placed {
  readonly type: 'index';
  readonly value: ExpressionNode;
  readonly open: Position;
  readonly index: ExpressionNode;
  readonly close: Position;
}

/** `called(args)` */
export interface CallNode extends Placed {
  readonly type: 'call';
  readonly called: ExpressionNode;
  readonly open: Position;
  readonly args: readonly ExpressionNode[];
  readonly close: Position;
}

export interface UnaryNode extends Placed {
  readonly type: 'unary';
  readonly operator: UnaryOperator;
  readonly value: ExpressionNode;
}

export interface BinaryNode extends Placed {
  readonly type: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorAt: Position;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** `(value)` */
export interface ParenthesesNode extends Placed {
  readonly type: 'parentheses';
  readonly value: ExpressionNode;
}

export type ExpressionNode =
  | LiteralNode
  | ListNode
  | ObjectNode
  | IdentifierNode
  | AccessNode
  | IndexNode
  | CallNode
  | UnaryNode
  | BinaryNode
  | ParenthesesNode;

/** `name = value` */
export interface AttributeNode extends Placed {
  readonly type: 'attribute';
  readonly name: string;
  readonly value: ExpressionNode;
}

/** `name "label" { body }`; the label is empty where there is none. */
export interface BlockNode extends Placed {
  readonly type: 'block';
  readonly name: string;
  readonly label: string;
  readonly labelAt: Position;
  readonly open: Position;
  readonly body: readonly StatementNode[];
  readonly close: Position;
}

export type StatementNode = AttributeNode | BlockNode;

export interface CommentNode extends Placed {
  readonly text: string;
}

/** Comments on neighbouring lines, without anything between them. */
export type CommentGroup = readonly CommentNode[];

/** A parsed text. */
export interface FileNode {
  readonly body: readonly StatementNode[];
  readonly comments: readonly CommentGroup[];
}
