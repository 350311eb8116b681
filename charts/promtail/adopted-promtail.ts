import { ADOPTED, type Adopted, checkAdopted } from '../kubernetes/adopted';
import { checkName } from '../kubernetes/names';
import type { Problem } from '../kubernetes/problem';
import { objectOf, text } from '../kubernetes/shape';

/** A Promtail that runs already, as a DaemonSet. */
export interface AdoptedPromtail extends Adopted {
  /** @default - that of the DaemonSet */
  readonly clusterRole?: string;
  /** @default - that of the DaemonSet */
  readonly clusterRoleBinding?: string;
}

export const ADOPTED_PROMTAIL = objectOf<AdoptedPromtail>({ ...ADOPTED, clusterRole: text, clusterRoleBinding: text });

/** Refuses what no running Promtail can be. */
export const checkAdoptedPromtail = (adopted: AdoptedPromtail | undefined): Problem[] => [
  ...checkAdopted(adopted, 'adopt'),
  ...(['clusterRole', 'clusterRoleBinding'] as const).flatMap((field) => {
    const name = adopted?.[field];
    return name === undefined || /^[^/%]+$/.test(name) ? [] : checkName(name, `adopt.${field}`);
  }),
];
