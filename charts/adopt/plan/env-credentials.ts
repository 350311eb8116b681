import { isLiteralSecret, secretForm } from '../../kubernetes/checks/literal-secrets';
import { type JsonObject, objectsIn } from '../json';

/**
 * A container whose variables hold no credentials: each of them comes from a Secret that has to be made first.
 * @param todo takes what has to be made
 */
export function withoutCredentials(container: JsonObject, secret: string, todo: string[]): JsonObject {
  if (container.env === undefined) return container;
  const prefix = container.name === undefined ? '' : `${String(container.name)}.`;
  return {
    ...container,
    env: objectsIn(container.env).flatMap((variable) => {
      const { name, value } = variable;
      // Nobody knows what a value without a name is, and nobody gets it.
      if (typeof name !== 'string') return [];
      if (typeof value !== 'string') return [variable];
      if (!isLiteralSecret(name, value) && secretForm(value) === undefined) return [variable];
      const key = `${prefix}${name}`;
      todo.push(`make Secret "${secret}" with key "${key}": the value of that variable, which no file must hold`);
      return [{ name, valueFrom: { secretKeyRef: { name: secret, key } } }];
    }),
  };
}
