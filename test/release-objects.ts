import { type ReleaseObject, releaseObject } from '../charts/adopt/read/release-object';
import type { Data } from './helm-releases';

/** An object of a release: what it is, its name, and whatever else of it is asked about. */
export function objectOf(reference: string, rest: Data = {}, namespace: string | undefined = 'logs'): ReleaseObject {
  const [kind = '', name = ''] = reference.split('/');
  const { metadata, ...others } = rest;
  const object = releaseObject({
    apiVersion: 'v1',
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...metadata },
    ...others,
  });
  if (object === undefined) throw new Error(`${reference} is no object`);
  return object;
}
