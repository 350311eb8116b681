/** A JSON value. Objects are maps, so that no key is special; they keep the order of the text, where Go's have none. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

export const isObject = (value: JsonValue): value is JsonObject => value instanceof Map;
export const isArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** What `JSON.parse` gives, as a JSON value of ours. */
export function fromPlain(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, item]) => [key, fromPlain(item)]));
  }
  return value as JsonValue;
}
