import { type JsonObject, objectsIn, textIn, valueAt } from '../json';

/** `${NAME}`, with or without a default behind it. */
const VARIABLE = /\$\{(\w+)[^}]*\}/g;

/**
 * The variables that a configuration is filled in from and that its container gets with all those of a Secret or a ConfigMap: each
 * by itself, since one that nobody names is one that nobody can check. Where that object has it not, what `envFrom` gives stays.
 */
export function filledInFrom({ env, envFrom }: JsonObject, config: JsonObject): readonly JsonObject[] {
  const named = new Set(objectsIn(env).map(({ name }) => name));
  const names = [...new Set([...JSON.stringify(config).matchAll(VARIABLE)].map(([, name = '']) => name))];
  return names.flatMap((name): readonly JsonObject[] => {
    const given = objectsIn(envFrom).map((source) => variableOf(source, name));
    const found = named.has(name) ? undefined : given.find((variable) => variable !== undefined);
    return found === undefined ? [] : [found];
  });
}

function variableOf(source: JsonObject, name: string): JsonObject | undefined {
  const prefix = textIn(source.prefix) ?? '';
  const key = name.slice(prefix.length);
  if (!name.startsWith(prefix) || key === '') return undefined;
  const [secret, configMap] = [
    textIn(valueAt(source, 'secretRef', 'name')),
    textIn(valueAt(source, 'configMapRef', 'name')),
  ];
  if (secret !== undefined) return { name, valueFrom: { secretKeyRef: { name: secret, key, optional: true } } };
  if (configMap === undefined) return undefined;
  return { name, valueFrom: { configMapKeyRef: { name: configMap, key, optional: true } } };
}
