import { createHash } from 'node:crypto';
import { type ApiObject, Lazy } from 'cdk8s';
import { sortedKeys } from './sorted-keys';

/** The SHA-256 of data, in hex, whatever the order of its keys. */
export const sha256 = (data: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sortedKeys(data)))
    .digest('hex');

/**
 * The checksum of what a ConfigMap or Secret holds, patches included, for an annotation on the pods that read it: they
 * roll when the data changes, and only then. Names, labels and releases of this library do not count.
 */
export const dataChecksum = (object: ApiObject): string =>
  Lazy.any({
    produce: () => {
      const { data, stringData, binaryData } = object.toJson();
      return sha256({ data, stringData, binaryData });
    },
  });
