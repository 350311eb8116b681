import { HTTP_PORT } from './container';
import type { PartKind } from './placement';
import { type AlloyComment, comment } from './syntax/values';

/** Says at the head of a configuration where to see what becomes of it: no Service leads there. */
export const pageComment = (kind: PartKind, name: string, namespace: string | undefined): AlloyComment =>
  comment(
    `What each component does is shown at http://localhost:${HTTP_PORT} with\n` +
      `kubectl port-forward${namespace === undefined ? '' : ` --namespace ${namespace}`} ` +
      `${kind === 'node' ? 'daemonset' : 'deployment'}/${name} ${HTTP_PORT}`,
  );
