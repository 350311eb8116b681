import type { Operand } from '../tree';
import { ExecutionError, type GoValue, isInt64, isMap, typeName } from '../value';

/** What Go's types say that a function takes. `any` takes nil too. */
export type Parameter = 'any' | 'string' | 'int' | 'int64' | 'float64' | 'bool' | 'map';

export interface GoFunction {
  readonly takes: readonly Parameter[];
  /** What each further argument is, where any number of them may follow. */
  readonly rest?: Parameter;
  readonly run: (...args: readonly never[]) => GoValue;
}

export type GoFunctions = Readonly<Record<string, GoFunction>>;

/** An argument as the template has it: constants take the type that is asked for, and only some are evaluated at all. */
export interface Argument {
  readonly operand?: Operand;
  readonly value: () => GoValue;
}

export const fn = <Args extends readonly GoValue[]>(
  takes: readonly Parameter[],
  run: (...args: Args) => GoValue,
  rest?: Parameter,
): GoFunction => ({ takes, rest, run: run as unknown as GoFunction['run'] });

/** Calls a function as Go does, with each argument of exactly its type. */
export function call(name: string, { takes, rest, run }: GoFunction, args: readonly Argument[]): GoValue {
  if (rest === undefined ? args.length !== takes.length : args.length < takes.length) {
    throw new ExecutionError(
      `wrong number of args for ${name}: want ${rest === undefined ? '' : 'at least '}${takes.length} got ${args.length}`,
    );
  }
  const values = args.map((argument, index) => argumentOf(argument, takes[index] ?? rest ?? 'any'));
  return run(...(values as unknown as readonly never[]));
}

function argumentOf({ operand, value }: Argument, type: Parameter): GoValue {
  switch (operand?.type) {
    case 'number':
      return numberOf(operand, type);
    case 'string':
    case 'bool': {
      if (type !== 'any' && type !== (operand.type === 'bool' ? 'bool' : 'string'))
        throw new ExecutionError(`expected ${type}`);
      return operand.value;
    }
    case 'nil':
      if (type !== 'any' && type !== 'map') throw new ExecutionError(`cannot assign nil to ${type}`);
      return null;
    default:
      return assigned(value(), type);
  }
}

/** A number by itself is a float when it looks like one, else an int. */
export function constantOf({ text, int, float }: Extract<Operand, { type: 'number' }>): GoValue {
  const looksLikeFloat = /^[+-]?0[xX]/.test(text) ? /[.pP]/.test(text) : /[.eE]/.test(text);
  if (looksLikeFloat && float !== undefined) return float;
  if (int === undefined) throw new ExecutionError(`${text} overflows int`);
  return int;
}

function numberOf(operand: Extract<Operand, { type: 'number' }>, type: Parameter): GoValue {
  const { int, float } = operand;
  if (type === 'any') return constantOf(operand);
  if (type === 'int' && int !== undefined) return int;
  if (type === 'int64' && int !== undefined) return { int64: int };
  if (type === 'float64' && float !== undefined) return float;
  throw new ExecutionError(`expected ${type}; found ${operand.text}`);
}

function assigned(value: GoValue, type: Parameter): GoValue {
  if (type === 'any' || (type === 'map' && (value === null || isMap(value)))) return value;
  const fits =
    (type === 'string' && typeof value === 'string') ||
    (type === 'int' && typeof value === 'bigint') ||
    (type === 'int64' && isInt64(value)) ||
    (type === 'float64' && typeof value === 'number') ||
    (type === 'bool' && typeof value === 'boolean');
  if (!fits) throw new ExecutionError(`wrong type for value; expected ${type}; got ${typeName(value)}`);
  return value;
}
