import { type JsonObject, objectIn } from '../json';

/** Constructs' ids for the objects that are kept, in their order: `service-logs-loki-gateway`, with a number where two would have one. */
export function keptIds(objects: readonly JsonObject[]): readonly string[] {
  const taken = new Set<string>();
  return objects.map((object) => {
    const id = idOf(object);
    let free = id;
    for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
    taken.add(free);
    return free;
  });
}

const idOf = ({ kind, metadata }: JsonObject): string => {
  const { name, namespace } = objectIn(metadata);
  return [kind, namespace, name]
    .filter((part) => part !== undefined)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
};
