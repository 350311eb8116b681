import { closest } from '../../kubernetes/closest';
import { isAtLeast } from '../../releases';
import type { Mistake } from './literal-check';
import { type FunctionSpec, tables } from './tables';
import { ANY, type Type, typeOf } from './types';

/** What functions give, where that is always the same. */
const RESULTS: Readonly<Record<string, string>> = {
  'sys.env': 'string',
  'array.concat': 'list(any)',
  'array.combine_maps': 'list(any)',
  'array.group_by': 'list(any)',
  'string.format': 'string',
  'string.join': 'string',
  'string.split': 'list(string)',
  'string.replace': 'string',
  'string.to_lower': 'string',
  'string.to_upper': 'string',
  'string.trim': 'string',
  'string.trim_prefix': 'string',
  'string.trim_suffix': 'string',
  'string.trim_space': 'string',
  'convert.nonsensitive': 'string',
  'encoding.to_base64': 'string',
  'encoding.to_URLbase64': 'string',
  'encoding.to_json': 'string',
  'encoding.url_encode': 'string',
  'encoding.url_decode': 'string',
  'file.path_join': 'string',
};

export const resultOf = ({ name }: FunctionSpec): Type => {
  const type = RESULTS[name];
  return type === undefined ? ANY : typeOf(type);
};

/** The function of that name, or of that old name. */
export const functionOf = (name: string): FunctionSpec | undefined =>
  tables().functions.get(name) ?? [...tables().functions.values()].find(({ oldName }) => oldName === name);

/** Whether a name begins what is built in: `sys`, `constants`, `coalesce`. */
export const isBuiltIn = (name: string): boolean =>
  name === 'constants' || [...tables().functions.values()].some((spec) => spec.name.split('.')[0] === name);

/** What is wrong with using a function by that name in that release; a warning where it works all the same. */
export function functionMistake(
  spec: FunctionSpec,
  name: string,
  release: string,
): (Mistake & { readonly severity: 'error' | 'warning' }) | undefined {
  const { since, oldName, stability } = spec;
  if (since !== undefined && name === spec.name && !isAtLeast(release, since)) {
    const remedy =
      oldName === undefined ? `take Alloy ${since} or newer` : `write ${oldName}, or take Alloy ${since} or newer`;
    return { severity: 'error', message: `${name} is not there yet: it came with Alloy ${since}`, remedy };
  }
  if (name === oldName && since !== undefined && isAtLeast(release, since)) {
    return { severity: 'warning', message: `${name} is the old name of ${spec.name}`, remedy: `write ${spec.name}` };
  }
  if (stability === undefined) return undefined;
  return {
    severity: 'warning',
    message: `${name} is ${stability}, and Alloy refuses it unless told otherwise`,
    remedy: `start it with --stability.level=${stability}`,
  };
}

/** What is wrong with the number of arguments. */
export function argumentMistake({ args }: FunctionSpec, name: string, count: number): Mistake | undefined {
  const takesMore = args.at(-1)?.endsWith('…') === true;
  const least = takesMore ? args.length - 1 : args.length;
  if (count === least || (takesMore && count > least)) return undefined;
  return {
    message: `${name} takes ${takesMore ? `${least} arguments or more` : `${least} ${least === 1 ? 'argument' : 'arguments'}`}, not ${count}`,
    remedy: `write ${name}(${args.join(', ')})`,
  };
}

/** What was meant by the name of a function or constant that there is not. */
export function nearestBuiltIn(name: string, release: string): string | undefined {
  const { functions, constants } = tables();
  const names = [...functions.values()].filter(({ since }) => since === undefined || isAtLeast(release, since));
  return closest(name, [...names.map((spec) => spec.name), ...constants]);
}
