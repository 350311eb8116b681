import type { Manifest } from '../../kubernetes/manifest';
import { at, isAbsent, listOf, textAt } from '../plain';
import { itemNamed } from './compare';
import type { Step } from './difference';
import { saidByManifest } from './managed-fields';

/** Whether an object was read from a cluster. */
export const isLive = ({ metadata }: Manifest): boolean =>
  ['uid', 'resourceVersion', 'managedFields'].some((field) => !isAbsent(at(metadata, field)));

/** Tells the fields of a live object that no manifest has ever said; of any other object there is none. */
export function unsaidTest(manifest: Manifest): (steps: readonly Step[]) => boolean {
  if (!isLive(manifest)) return () => false;
  const applied = lastAppliedTo(manifest);
  if (applied !== undefined) return (steps) => partAt(applied, steps) === undefined;
  const isSaid = saidByManifest(manifest);
  return isSaid === undefined ? () => false : (steps) => !isSaid(steps);
}

/** What `kubectl apply` has applied last. */
function lastAppliedTo(manifest: Manifest): unknown {
  const text = textAt(manifest, 'metadata', 'annotations', 'kubectl.kubernetes.io/last-applied-configuration');
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const partAt = (value: unknown, steps: readonly Step[]): unknown =>
  steps.reduce<unknown>((part, step) => {
    if (typeof step === 'object') return itemNamed(listOf(part), step.item);
    // An argument goes by the option before it: then the list is what was said.
    if (typeof step === 'string') return Array.isArray(part) ? part : at(part, step);
    return listOf(part)[step];
  }, value);
