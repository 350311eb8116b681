import { stepsOf } from '../../config-check/config-node';
import { type Json, type JsonObject, objectIn } from '../json';

export interface WithVariables {
  readonly config: JsonObject;
  /** The variables of the pod that it is filled in from. */
  readonly env: readonly JsonObject[];
  readonly todo: readonly string[];
}

/**
 * A configuration in which variables stand where credentials stood: each from a key of a Secret that has to be made.
 * @param taken paths of what was taken out
 * @param where it stood
 */
export function withVariables(
  config: JsonObject,
  taken: readonly string[],
  secret: string,
  where: string,
): WithVariables {
  const names = new Map(taken.map((path) => [path, path.replace(/\W+/g, '_').replace(/^_|_$/g, '').toUpperCase()]));
  return {
    config: objectIn(
      [...names].reduce<Json>((value, [path, name]) => withValue(value, stepsOf(path), `\${${name}}`), config),
    ),
    env: [...new Set(names.values())].map((name) => ({
      name,
      valueFrom: { secretKeyRef: { name: secret, key: name } },
    })),
    todo: [...names].map(
      ([path, name]) => `make Secret "${secret}" with key "${name}": the credential of ${path} in ${where}`,
    ),
  };
}

function withValue(value: Json, [first, ...rest]: readonly (string | number)[], text: string): Json {
  if (first === undefined) return text;
  if (typeof first === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    list[first] = withValue(list[first], rest, text);
    return list;
  }
  const object = objectIn(value);
  return { ...object, [first]: withValue(object[first], rest, text) };
}
