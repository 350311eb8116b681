import { type JsonObject, objectIn } from '../json';

/** A construct's id for an object that is kept: `service-loki-gateway`, with its namespace where two have one name. */
export const keptId = ({ kind, metadata }: JsonObject): string => {
  const { name, namespace } = objectIn(metadata);
  return [kind, namespace, name]
    .filter((part) => part !== undefined)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
};
