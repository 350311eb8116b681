import { ExecutionError, type GoValue, isTrue } from '../value';
import { BUILTINS } from './builtins';
import { type Argument, call, constantOf, type GoFunctions } from './go-function';
import { PROMTAIL } from './promtail';
import { SPRIG_NUMBERS } from './sprig-numbers';
import { SPRIG_PATHS } from './sprig-paths';
import { SPRIG_REGEXP } from './sprig-regexp';
import { SPRIG_STRINGS } from './sprig-strings';
import { SPRIG_VALUES } from './sprig-values';
import { UNSUPPORTED } from './unsupported';

export { constantOf };

/** The last of a name counts, as in Promtail. */
const FUNCTIONS: GoFunctions = {
  ...BUILTINS,
  ...SPRIG_STRINGS,
  ...SPRIG_NUMBERS,
  ...SPRIG_PATHS,
  ...SPRIG_REGEXP,
  ...SPRIG_VALUES,
  ...PROMTAIL,
};

const isShortCircuit = (name: string): boolean => name === 'and' || name === 'or';

/** Whether Promtail's templates know a function of that name, interpreted here or not. */
export const isFunctionName = (name: string): boolean =>
  isShortCircuit(name) || Object.hasOwn(FUNCTIONS, name) || UNSUPPORTED.has(name);

/** Every name that `isFunctionName` knows. */
export const functionNames = (): readonly string[] => ['and', 'or', ...Object.keys(FUNCTIONS), ...UNSUPPORTED];

export const isSupported = (name: string): boolean => !UNSUPPORTED.has(name);

export function callFunction(name: string, args: readonly Argument[]): GoValue {
  if (isShortCircuit(name)) return shortCircuit(name, args);
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (found === undefined) throw new ExecutionError(`${name} is not interpreted`);
  return call(name, found, args);
}

/** `and` gives the first argument that is not true, `or` the first that is; what follows is not looked at. */
function shortCircuit(name: string, args: readonly Argument[]): GoValue {
  if (args.length === 0) throw new ExecutionError(`wrong number of args for ${name}: want at least 1 got 0`);
  let value: GoValue = null;
  for (const argument of args) {
    value = argument.operand?.type === 'number' ? constantOf(argument.operand) : argument.value();
    if (isTrue(value) === (name === 'or')) return value;
  }
  return value;
}
