import type { Manifest } from '../manifest';
import type { Problem } from '../problem';

const KIB = 1024;
const MOST = KIB * KIB;
const WARN_FROM = 200 * KIB;
/** The limit on all annotations of an object: client-side `kubectl apply` keeps the whole object in one. */
const ANNOTATIONS = 256 * KIB;

/** An object's bytes as the API server counts them, its JSON; of a small one, no fewer than they are. */
function sizeOf(manifest: Manifest): number {
  const atMost = mostBytes(manifest);
  return atMost < WARN_FROM ? atMost : Buffer.byteLength(jsonOf(manifest));
}

/** To write all of it as JSON takes its time. What JSON writes the longest is a control character: `\u0000`. */
function mostBytes(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 3;
  if (typeof value !== 'object' || value === null) return 30;
  let bytes = 3;
  if (Array.isArray(value)) {
    for (const item of value) bytes += mostBytes(item);
    return bytes;
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(object)) bytes += mostBytes(key) + mostBytes(object[key]);
  return bytes;
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
