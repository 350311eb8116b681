import { isService, isWorkload, type Manifest } from '../manifest';
import { OBJECT, SERVICE, WORKLOAD } from '../pod-shapes';
import type { Problem } from '../problem';

/**
 * Refuses objects that have not the form of their kind, as far as the other checks read it: they can only be asked of
 * those that have.
 */
export function checkForm(manifest: Manifest): Problem[] {
  const problems: Problem[] = [];
  shapeOf(manifest)(manifest, '', (problem) => problems.push(problem));
  return problems;
}

function shapeOf(manifest: Manifest) {
  if (isWorkload(manifest)) return WORKLOAD;
  return isService(manifest) ? SERVICE : OBJECT;
}
