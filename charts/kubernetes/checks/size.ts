import type { Manifest } from '../manifest';
import type { Problem } from '../problem';

const KIB = 1024;
const MOST = KIB * KIB;
const WARN_FROM = 200 * KIB;
/** The limit on all annotations of an object: client-side `kubectl apply` keeps the whole object in one. */
const ANNOTATIONS = 256 * KIB;

/** An object's bytes as the API server counts them: its JSON. */
const sizeOf = (manifest: Manifest): number => Buffer.byteLength(JSON.stringify(manifest));

/** Refuses an object that no API server stores. */
export function checkSize(manifest: Manifest): Problem[] {
  const size = sizeOf(manifest);
  return size <= MOST
    ? []
    : [
        {
          path: '',
          message: `has ${size} bytes, an object holds ${MOST} at most`,
          remedy: 'split it into several objects',
        },
      ];
}

/** Warns of an object that is about to outgrow client-side apply, or has. */
export function sizeWarning(manifest: Manifest): string | undefined {
  const size = sizeOf(manifest);
  if (size < WARN_FROM || size > MOST) return undefined;
  return size < ANNOTATIONS
    ? `has ${size} bytes: above ${ANNOTATIONS} \`kubectl apply\` needs --server-side. Split it before it grows.`
    : `has ${size} bytes: apply it with \`kubectl apply --server-side\` (Argo CD: ServerSideApply=true), or split it.`;
}
