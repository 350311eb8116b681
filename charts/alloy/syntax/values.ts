import { type BinaryOperator, PRECEDENCE, type UnaryOperator } from './tokens';

/** What a value can be: plain data, or an expression that Alloy works out. In objects, `undefined` is as if the key were not there. */
export type AlloyValue =
  | string
  | number
  | boolean
  | null
  | AlloyExpression
  | readonly AlloyValue[]
  | { readonly [key: string]: AlloyValue | undefined };

/** The forms of expressions. A name is a reference of one part. */
export type ExpressionForm =
  /** `loki.write.default.receiver` */
  | { readonly kind: 'reference'; readonly path: string }
  /** `called(args)` */
  | { readonly kind: 'call'; readonly called: AlloyValue; readonly args: readonly AlloyValue[] }
  /** `value[index]` */
  | { readonly kind: 'index'; readonly value: AlloyValue; readonly index: AlloyValue }
  /** `value.name`, of a value that is no reference itself */
  | { readonly kind: 'access'; readonly value: AlloyValue; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly value: AlloyValue }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: AlloyValue;
      readonly right: AlloyValue;
    }
  /** `(value)` */
  | { readonly kind: 'parentheses'; readonly value: AlloyValue }
  /** A literal whose value JavaScript cannot hold, as it is written: `007`, `"\xff"`. */
  | { readonly kind: 'literal'; readonly text: string };

/** A value that is worked out where Alloy runs. Made by `ref`, `call`, `at` and `concat`. */
export class AlloyExpression {
  constructor(readonly form: ExpressionForm) {}
}

const expression = (form: ExpressionForm): AlloyExpression => new AlloyExpression(form);

/** A reference: `ref('loki.write.default.receiver')`. */
export const ref = (path: string): AlloyExpression => expression({ kind: 'reference', path });

/** A call of a function: `call('sys.env', 'HOSTNAME')`. */
export const call = (name: string, ...args: readonly AlloyValue[]): AlloyExpression =>
  expression({ kind: 'call', called: ref(name), args });

/** An item of a list or a value of an object: `at(ref('remote.kubernetes.secret.loki.data'), 'password')`. */
export const at = (value: AlloyExpression, index: AlloyValue): AlloyExpression =>
  expression({ kind: 'index', value: asOperand(value, TIGHTEST), index });

/** Texts, one after another: `concat('spec.nodeName=', call('sys.env', 'NODE_NAME'))`. */
export const concat = (first: AlloyValue, ...others: readonly AlloyValue[]): AlloyValue =>
  others.reduce<AlloyValue>(
    (left, right) =>
      expression({
        kind: 'binary',
        operator: '+',
        left: asOperand(left, PRECEDENCE['+']),
        right: asOperand(right, PRECEDENCE['+'] + 1),
      }),
    first,
  );

/** What binds tighter than any operator. */
const TIGHTEST = 8;

/** A value as it is part of an expression that binds that tightly: in parentheses where it would fall apart. */
function asOperand(value: AlloyValue, precedence: number): AlloyValue {
  if (!(value instanceof AlloyExpression)) return value;
  const { form } = value;
  const own = form.kind === 'binary' ? PRECEDENCE[form.operator] : form.kind === 'unary' ? TIGHTEST - 1 : TIGHTEST;
  return own < precedence ? expression({ kind: 'parentheses', value }) : value;
}

/** `name = value` */
export interface AlloyAttribute {
  readonly type: 'attribute';
  readonly name: string;
  readonly value: AlloyValue;
}

/** `name "label" { body }` */
export interface AlloyBlock {
  readonly type: 'block';
  /** Identifiers, joined by dots: `loki.write`. */
  readonly name: string;
  /** An identifier. Components need one. @default - none */
  readonly label?: string;
  readonly body: AlloyBody;
}

/** Lines of their own: `// text`. */
export interface AlloyComment {
  readonly type: 'comment';
  readonly text: string;
}

export type AlloyStatement = AlloyAttribute | AlloyBlock | AlloyComment;

/** A configuration, or what stands in a block of one. */
export type AlloyBody = readonly AlloyStatement[];

/** What is left out is `undefined`. */
type Statements = readonly (AlloyStatement | undefined)[];

/** One setting: `attribute('url', 'http://loki:3100/loki/api/v1/push')`. */
export const attribute = (name: string, value: AlloyValue): AlloyAttribute => ({ type: 'attribute', name, value });

/** Several settings in the order given, without those that are `undefined`. */
export const attributes = (values: Readonly<Record<string, AlloyValue | undefined>>): AlloyAttribute[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [attribute(name, value)]));

/** A block with a label, as components are: `block('loki.write', 'default', […])`. */
export function block(name: string, label: string, body?: Statements): AlloyBlock;
/** A block without a label, as those inside of components are: `block('stage.cri')`. */
export function block(name: string, body?: Statements): AlloyBlock;
export function block(name: string, labelOrBody: string | Statements = [], body: Statements = []): AlloyBlock {
  const [label, statements] = typeof labelOrBody === 'string' ? [labelOrBody, body] : [undefined, labelOrBody];
  return {
    type: 'block',
    name,
    ...(label === undefined ? {} : { label }),
    body: statements.filter((statement) => statement !== undefined),
  };
}

/** Lines that say why. Blanks at their ends are left out. */
export const comment = (text: string): AlloyComment => ({
  type: 'comment',
  text: text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n'),
});
