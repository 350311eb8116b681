import { compileRegexp, type GoRegexp, isRegexp } from '../../go/regexp';
import { ExecutionError } from '../value';

/** The same few patterns come with each line. */
const compiled = new Map<string, GoRegexp>();
const MOST_KEPT = 100;

export function regexpOf(pattern: string): GoRegexp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const regexp = compileRegexp(pattern);
  if (!isRegexp(regexp)) throw new ExecutionError(regexp.mistake);
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(pattern, regexp);
  return regexp;
}
