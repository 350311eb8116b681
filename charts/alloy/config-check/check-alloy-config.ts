import { checkVersion } from '../../releases';
import { parseAlloy } from '../syntax/parser';
import { printAlloy } from '../syntax/print';
import { AlloySyntaxError, withinDepth } from '../syntax/syntax-error';
import { valueProblems } from '../syntax/value-problems';
import type { AlloyBody } from '../syntax/values';
import { type AlloyProblem, Findings } from './finding';
import { ModuleChecker } from './module-check';
import { Scope } from './scope';
import { syntaxProblems } from './syntax-problems';

/**
 * Checks a configuration as Alloy of that release loads it: names, types, what is required or given twice, references, labels and
 * functions. What rules a component has for its values is not checked. Never throws.
 * @param config the text of a file, or what `printAlloy` takes
 * @param release `'1.18.1'`: any of 1.0 to 1.19
 */
export function checkAlloyConfig(config: string | AlloyBody, release: string): AlloyProblem[] {
  const versionProblems = checkVersion('alloy', release, 'release');
  if (versionProblems.length > 0) return versionProblems.map((problem) => ({ severity: 'error', ...problem }));
  const unwritable = typeof config === 'string' ? [] : valueProblems(config);
  if (unwritable.length > 0) return unwritable.map((problem) => ({ severity: 'error', ...problem }));
  const findings = new Findings(release);
  try {
    const { body } = parseAlloy(typeof config === 'string' ? config : printAlloy(config));
    withinDepth(() => new ModuleChecker(new Scope(), findings, '').check(body));
  } catch (error) {
    if (!(error instanceof AlloySyntaxError)) throw error;
    return syntaxProblems(error.problems);
  }
  return findings.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
