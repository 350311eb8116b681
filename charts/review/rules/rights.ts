import type { Manifest } from '../../kubernetes/manifest';
import { CLOUD_ROLES } from '../compare/acting-metadata';
import { isOwn, kindOf, nameOf, podOf, referenceTo, templateWay } from '../kinds';
import { at, mapOf, type PlainMap, textAt, textOf } from '../plain';
import type { Side } from '../side';
import { accountOf, type Power, powersOf } from './powers';
import { consequence, differencesAt, listed, type Rule } from './rule';

/** Pods that may do more than those before them. */
export const podRights: Rule = (subject, { before: oldSide, after: newSide }) => {
  const { before, after, manifest, differences } = subject;
  const pod = podOf(after);
  if (after === undefined || pod === undefined) return [];
  const old = podOf(before);
  const had = new Map(
    (old === undefined || before === undefined ? [] : powersOf(old, before, oldSide)).map((power) => [
      power.text,
      power,
    ]),
  );
  const gained = powersOf(pod, after, newSide).filter(
    (power) => !had.has(power.text) && (old === undefined ? power.isStrong : !isLess(power, had)),
  );
  const consequences = [];
  if (gained.length > 0) {
    const prefix = `${[...(templateWay(manifest) ?? []), 'spec'].join('.')}.`;
    const causes = gained.flatMap(({ shape }) => differencesAt(differences, prefix + shape));
    const texts = [...new Set(gained.map(({ text }) => text))];
    consequences.push(
      consequence('rights', `its pods may ${old === undefined ? '' : 'now '}${listed(texts, 6)}`, causes),
    );
  }
  if (old !== undefined && accountOf(old) !== accountOf(pod)) {
    const causes = differences.filter(({ shape }) => shape.endsWith('.serviceAccountName'));
    const message = `its pods act as ServiceAccount/${accountOf(pod)} in place of ServiceAccount/${accountOf(old)}, with the rights of that`;
    consequences.push(consequence('rights', message, causes));
  }
  return consequences;
};

/** Whoever wrote to a folder could read it before. */
const isLess = ({ text }: Power, had: ReadonlyMap<string, Power>): boolean =>
  text.startsWith('read ') && had.has(text.replace(/^read /, 'write '));

const POD_SECURITY = 'pod-security.kubernetes.io/enforce';
const LEVELS = ['privileged', 'baseline', 'restricted'];

/** How strict a namespace is; one that says nothing is as lax as any. */
const levelOf = (namespace: Manifest | undefined): number =>
  Math.max(LEVELS.indexOf(textAt(namespace, 'metadata', 'labels', POD_SECURITY) ?? ''), 0);

/** What a namespace lets its pods do. */
export const podSecurity: Rule = ({ status, before, after, differences }, { after: side }) => {
  if (after === undefined || !isOwn(after, 'Namespace') || status === 'unchanged') return [];
  const causes = differences.filter(({ shape }) => shape.endsWith(POD_SECURITY));
  const [was, is] = [levelOf(before), levelOf(after)];
  if (status === 'changed' && is < was) {
    const message = `lets its pods do more: Pod Security level ${LEVELS[was]} → ${LEVELS[is]}`;
    return [consequence('rights', message, causes)];
  }
  if (is === 0 || (status === 'changed' && is === was)) return [];
  const refused = side.manifests.filter((manifest) => isRefused(manifest, nameOf(after).name, side)).map(referenceTo);
  if (refused.length === 0) return [];
  const message = `refuses the pods of ${listed(refused)} when they start next: level ${LEVELS[is]} forbids what they do`;
  return [consequence('rollout', message, causes)];
};

function isRefused(manifest: Manifest, namespace: string, side: Side): boolean {
  const pod = nameOf(manifest).namespace === namespace ? podOf(manifest) : undefined;
  return pod !== undefined && powersOf(pod, manifest, side).some(({ isBeyondBaseline }) => isBeyondBaseline);
}

/** What a ServiceAccount gives to the pods that act as it. */
export const serviceAccounts: Rule = ({ status, before, after, manifest, differences }, { after: side }) => {
  if (status === 'removed' && kindOf(manifest) === '/ServiceAccount') {
    const acting = side.manifests.filter((other) => isActing(other, manifest)).map(referenceTo);
    return acting.length === 0
      ? []
      : [consequence('rollout', `is gone, and ${listed(acting)} still acts as it: no pod of it starts any more`)];
  }
  if (after === undefined || kindOf(after) !== '/ServiceAccount' || status === 'unchanged') return [];
  const roles = (manifest: Manifest | undefined): PlainMap => mapOf(at(manifest, 'metadata', 'annotations'));
  const given = Object.entries(roles(after)).filter(
    ([name, role]) => CLOUD_ROLES.test(name) && role !== roles(before)[name],
  );
  const consequences = given.map(([name, role]) =>
    consequence(
      'rights',
      `its pods act in the cloud as ${textOf(role) ?? '?'}${status === 'changed' ? ', with the rights of that' : ''}`,
      differences.filter(({ shape }) => shape.endsWith(name)),
    ),
  );
  const token = differences.filter(
    ({ shape, old, new: now }) => shape === 'automountServiceAccountToken' && old === false && now !== false,
  );
  return token.length === 0
    ? consequences
    : [...consequences, consequence('rights', 'its pods get its token, unless they say otherwise', token)];
};

const isActing = (workload: Manifest, account: Manifest): boolean => {
  const pod = podOf(workload);
  const { namespace, name } = nameOf(account);
  return pod !== undefined && accountOf(pod) === name && nameOf(workload).namespace === namespace;
};
