import type { Manifest } from '../manifest';
import type { Problem } from '../problem';

const KIB = 1024;
const MOST = KIB * KIB;
const WARN_FROM = 200 * KIB;
/** The limit on all annotations of an object: client-side `kubectl apply` keeps the whole object in one. */
const ANNOTATIONS = 256 * KIB;

const sizes = new WeakMap<Manifest, number>();

/** An object's bytes as the API server counts them: its JSON. Both questions below ask for it. */
function sizeOf(manifest: Manifest): number {
  const size = sizes.get(manifest) ?? Buffer.byteLength(jsonOf(manifest));
  sizes.set(manifest, size);
  return size;
}

/** Nothing of what JSON cannot hold, such as a bigint: it is refused where it is written. */
function jsonOf(manifest: Manifest): string {
  try {
    return JSON.stringify(manifest);
  } catch {
    return '';
  }
}

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
