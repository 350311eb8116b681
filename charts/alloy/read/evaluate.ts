import { type AlloyBody, AlloyExpression, type AlloyValue } from '../syntax/values';

/** What a value comes to: plain data, and the references that are in it. */
export type Evaluated =
  | string
  | number
  | boolean
  | null
  | Reference
  | readonly Evaluated[]
  | { readonly [key: string]: Evaluated };

/** `loki.write.default.receiver`, taken apart. */
export class Reference {
  constructor(
    /** `loki.write.default` */
    readonly component: string,
    /** `receiver` */
    readonly of: string,
  ) {}
}

/** Thrown for an expression that is more than texts, variables and references. */
export class NotUnderstood extends Error {}

export type Environment = Readonly<Record<string, string>>;

export function evaluate(value: AlloyValue, env: Environment): Evaluated {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof AlloyExpression) return evaluateExpression(value, env);
  if (isList(value)) return value.map((item) => evaluate(item, env));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) =>
      field === undefined ? [] : [[key, evaluate(field, env)] as const],
    ),
  );
}

const isList = (value: object): value is readonly AlloyValue[] => Array.isArray(value);

function evaluateExpression({ form }: AlloyExpression, env: Environment): Evaluated {
  switch (form.kind) {
    case 'reference': {
      const parts = form.path.split('.');
      return new Reference(parts.slice(0, -1).join('.'), parts.at(-1) ?? '');
    }
    case 'call': {
      const called = evaluate(form.called, env);
      const [name] = form.args.map((arg) => evaluate(arg, env));
      const isEnv = called instanceof Reference && ['sys.env', '.env'].includes(`${called.component}.${called.of}`);
      if (isEnv && typeof name === 'string') return env[name] ?? '';
      throw new NotUnderstood('a call of a function');
    }
    case 'binary': {
      const [left, right] = [evaluate(form.left, env), evaluate(form.right, env)];
      if (form.operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
      throw new NotUnderstood('an expression');
    }
    case 'parentheses':
      return evaluate(form.value, env);
    default:
      throw new NotUnderstood('an expression');
  }
}

/** The settings of a body by name. */
export const settingsOf = (body: AlloyBody, env: Environment): Readonly<Record<string, Evaluated>> =>
  Object.fromEntries(
    body.flatMap((statement) =>
      statement.type === 'attribute' ? [[statement.name, evaluate(statement.value, env)] as const] : [],
    ),
  );
