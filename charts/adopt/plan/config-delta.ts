import { isMapping, isSame, type Json, type JsonObject } from '../json';

/**
 * What has to be laid over ours so that theirs comes out: what differs and, as `null`, what theirs has not. The same rules as
 * `mergeConfig`, the other way round.
 */
export function configDelta(ours: JsonObject, theirs: JsonObject): JsonObject {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const delta = valueDelta(own(ours, key), own(theirs, key));
      return delta === undefined ? [] : [[key, delta] as const];
    }),
  );
}

function valueDelta(ours: Json, theirs: Json): Json {
  if (theirs === undefined || theirs === null) return ours === undefined ? undefined : null;
  if (isMapping(theirs) && isMapping(ours)) {
    const delta = configDelta(ours, theirs);
    return Object.keys(delta).length === 0 ? undefined : delta;
  }
  return isSame(ours, theirs) ? undefined : theirs;
}

/** A configuration without keys that say nothing: `key:` with nothing behind it, and what is empty for that. `{}` says something: a stage without options. */
export function withoutNulls(config: Json): Json {
  if (Array.isArray(config)) return config.map((item: Json) => withoutNulls(item) ?? null);
  if (!isMapping(config)) return config ?? undefined;
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]) => {
      const kept = withoutNulls(value);
      const isEmptied =
        isMapping(kept) && Object.keys(kept).length === 0 && Object.keys(value as JsonObject).length > 0;
      return kept === undefined || isEmptied ? [] : [[key, kept] as const];
    }),
  );
}

const own = (mapping: JsonObject, key: string): Json => (Object.hasOwn(mapping, key) ? mapping[key] : undefined);
