import { isLiteralSecret, secretForm } from '../../kubernetes/checks/literal-secrets';
import { asText, type JsonObject, objectsIn, without } from '../json';
import { holdsCredential, safeWords } from './word-credentials';

/** Parts of a container in which nothing is filled in: one with a credential is left out. */
const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'] as const;

/**
 * A container without credentials in its variables and on its command line: each of them comes from a Secret that has to be made
 * first.
 * @param todo takes what has to be made
 */
export function withoutCredentials(container: JsonObject, secret: string, todo: string[]): JsonObject {
  const prefix = container.name === undefined ? '' : `${asText(container.name)}.`;
  const fromSecret = (name: string, was: string): JsonObject => {
    const key = `${prefix}${name}`;
    todo.push(`make Secret "${secret}" with key "${key}": the value of ${was}, which no file must hold`);
    return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
  };
  const env = objectsIn(container.env).flatMap((variable) => {
    const { name, value } = variable;
    // Nobody knows what a value without a name is, and nobody gets it.
    if (typeof name !== 'string') return [];
    if (typeof value !== 'string') return [variable];
    return isLiteralSecret(name, value) || secretForm(value) !== undefined
      ? [fromSecret(name, 'that variable')]
      : [variable];
  });
  const lines = (['command', 'args'] as const).flatMap((list) => {
    const { words, variables } = safeWords(container[list], list);
    return variables.length === 0 ? [] : [{ list, words, variables }];
  });
  const taken = lines.flatMap(({ variables }) => variables.map(({ name, was }) => fromSecret(name, was)));
  const refused = HANDLERS.filter((part) => holdsCredential(container[part]));
  for (const part of refused) {
    todo.push(`${prefix}${part} has a credential in it and is left out: write it without`);
  }
  return {
    ...without(container, ...refused),
    ...Object.fromEntries(lines.map(({ list, words }) => [list, words])),
    ...(container.env === undefined && taken.length === 0 ? {} : { env: [...env, ...taken] }),
  };
}
