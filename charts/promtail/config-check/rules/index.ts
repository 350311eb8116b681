import { CLIENT_RULES } from './clients';
import { DISCOVERY_RULES } from './discovery';
import { environmentIsKnown } from './environment';
import { INTAKE_RULES } from './intakes';
import { JOB_RULES } from './jobs';
import { labelsHaveNames } from './labels';
import { PATH_RULES } from './paths';
import { PERIOD_RULES } from './periods';
import { portsAreFree } from './ports';
import { relabelRules } from './relabel';
import type { Rule } from './rule';
import { stagesAreRead } from './stages';

/** Every rule between settings, by theme. */
export const RULES: readonly Rule[] = [
  environmentIsKnown,
  ...CLIENT_RULES,
  ...JOB_RULES,
  ...PATH_RULES,
  ...DISCOVERY_RULES,
  ...INTAKE_RULES,
  portsAreFree,
  labelsHaveNames,
  ...PERIOD_RULES,
  relabelRules,
  stagesAreRead,
];
