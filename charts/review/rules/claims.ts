import type { Manifest } from '../../kubernetes/manifest';
import { nanoOf } from '../amounts';
import type { Difference } from '../compare/difference';
import { isOwn, nameOf } from '../kinds';
import { deleteCommand, resizeCommand } from '../kubectl';
import { at, textAt, textOf } from '../plain';
import type { Consequence } from '../review';
import { claimNames, claimTemplates, firstOrdinal, replicasOf } from '../side';
import { consequence, counted, listed, type Rule } from './rule';

const MUTABLE =
  /^spec\.(?:replicas|ordinals|template|updateStrategy|revisionHistoryLimit|persistentVolumeClaimRetentionPolicy|minReadySeconds)(?:[.[]|$)/;
const TEMPLATE = 'spec.volumeClaimTemplates';
const REQUEST = /^(?:spec\.volumeClaimTemplates\[\]\.)?spec\.resources\.requests\.storage$/;

const isShrink = ({ shape, old, new: now }: Difference): boolean =>
  REQUEST.test(shape) && now !== undefined && nanoOf(now) < nanoOf(old);
const isGrowth = ({ shape, old, new: now }: Difference): boolean =>
  REQUEST.test(shape) && now !== undefined && nanoOf(now) > nanoOf(old);

const sizesOf = (shrinks: readonly Difference[]): string =>
  shrinks.map(({ old, new: now }) => `${textOf(old) ?? '?'} → ${textOf(now) ?? '?'}`).join(', ');

/** What becomes of the claims of a StatefulSet, and how to change what the API server does not change of it. */
export const statefulSets: Rule = (subject) => {
  const { status, before, after, differences } = subject;
  if (status !== 'changed' || before === undefined || after === undefined || !isOwn(after, 'StatefulSet')) return [];
  const frozen = differences.filter(({ shape }) => shape.startsWith('spec') && !MUTABLE.test(shape));
  const shrinks = frozen.filter(isShrink);
  const consequences = [...retention(before, after, differences), ...scaledDown(before, after, differences)];
  if (shrinks.length > 0) {
    const sizes = sizesOf(shrinks);
    const message = `asks for smaller claims (${sizes}), and no claim shrinks: they stay as they are until they are deleted with their data`;
    consequences.push(consequence('data-loss', message, shrinks));
  }
  return frozen.length === 0 ? consequences : [...consequences, refused(before, after, frozen)];
};

/** How to make the object again with what cannot be changed, and what that does to its data. */
function refused(before: Manifest, after: Manifest, frozen: readonly Difference[]): Consequence {
  const paths = listed([...new Set(frozen.map(({ path }) => path))]);
  const growths = frozen.filter(isGrowth);
  const resizes = growths.flatMap(({ steps, new: now }) => {
    const item = steps.find((step) => typeof step === 'object')?.item;
    const template = claimTemplates(before).find((one) => textAt(one, 'metadata', 'name') === item);
    return claimNames(before, template === undefined ? [] : [template]).map((claim) =>
      resizeCommand(before, claim, textOf(now) ?? '?'),
    );
  });
  const hasTemplates = frozen.some(({ shape }) => shape.startsWith(TEMPLATE));
  const losesPods = frozen.some(({ shape }) => shape.startsWith('spec.selector'));
  const data = [
    ...(losesPods ? ['its pods end with it'] : ['its pods go on meanwhile']),
    'its claims stay with their data',
    ...(hasTemplates && growths.length < frozen.length
      ? ['claims that are there stay as they are, only new ones are made so']
      : []),
    ...(growths.length > 0 ? ['claims that are there grow by themselves if their StorageClass allows it'] : []),
  ];
  const how = losesPods ? 'delete it' : 'delete it without its pods';
  return consequence(
    'recreate',
    `the API server refuses to change ${paths}: ${how} and apply again; ${data.join('; ')}`,
    frozen,
    {
      commands: [deleteCommand(after, ...(losesPods ? [] : ['--cascade=orphan'])), ...resizes],
    },
  );
}

const POLICY = 'persistentVolumeClaimRetentionPolicy';

/** Claims that were kept so far and will be deleted. */
const retention = (before: Manifest, after: Manifest, differences: readonly Difference[]): Consequence[] =>
  (['whenDeleted', 'whenScaled'] as const).flatMap((when) => {
    const [was, is] = [before, after].map((manifest) => textAt(manifest, 'spec', POLICY, when) ?? 'Retain');
    if (was === is || is !== 'Delete' || claimTemplates(after).length === 0) return [];
    const event = when === 'whenDeleted' ? 'the StatefulSet is deleted' : 'it is scaled down';
    const causes = differences.filter(({ shape }) => shape.startsWith(`spec.${POLICY}`));
    return [consequence('data-loss', `deletes its claims with their data as soon as ${event}`, causes)];
  });

/** Pods that end for good, and what becomes of their claims. */
function scaledDown(before: Manifest, after: Manifest, differences: readonly Difference[]): Consequence[] {
  const [was, is] = [replicasOf(before), replicasOf(after)];
  const causes = differences.filter(({ shape }) => shape === 'spec.replicas');
  if (is >= was || causes.length === 0 || claimTemplates(before).length === 0) return [];
  if (textAt(after, 'spec', POLICY, 'whenScaled') !== 'Delete') return [];
  const names = claimNames(before).filter((name) => Number(/-(\d+)$/.exec(name)?.[1]) >= firstOrdinal(after) + is);
  return [
    consequence(
      'data-loss',
      `deletes the claims of ${counted(was - is, 'pod')} with their data: ${listed(names)}`,
      causes,
    ),
  ];
}

/** A claim that stands alone. */
export const claims: Rule = ({ status, manifest, differences }) => {
  if (status !== 'changed' || !isOwn(manifest, 'PersistentVolumeClaim')) return [];
  const shrinks = differences.filter(isShrink);
  const frozen = differences.filter(
    (difference) =>
      difference.shape.startsWith('spec') &&
      difference.shape !== 'spec.volumeAttributesClassName' &&
      !isGrowth(difference),
  );
  if (frozen.length === 0) return [];
  const { name } = nameOf(manifest);
  const paths = listed([...new Set(frozen.map(({ path }) => path))]);
  const loss =
    shrinks.length > 0
      ? `asks for less than it has (${sizesOf(shrinks)}), and no claim shrinks: only another one is smaller, and it starts empty`
      : 'can only be had so by another claim, which starts empty';
  return [
    consequence('data-loss', loss, frozen),
    consequence(
      'recreate',
      `the API server refuses to change ${paths}: copy the data of ${name} first, delete it and apply again; its volume is deleted with it unless its reclaim policy is Retain`,
      frozen,
      { commands: [deleteCommand(manifest)] },
    ),
  ];
};

/** Objects whose data goes with them. */
export const removedData: Rule = ({ status, manifest }) => {
  if (status !== 'removed') return [];
  if (isOwn(manifest, 'StatefulSet') && claimTemplates(manifest).length > 0) {
    const names = listed(claimNames(manifest));
    const isDeleted = textAt(manifest, 'spec', POLICY, 'whenDeleted') === 'Delete';
    const message = isDeleted
      ? `is gone, and its claims are deleted with it: ${names}`
      : `is gone, and nothing reads its claims any more, which stay with their data: ${names}`;
    return [consequence('data-loss', message)];
  }
  const loss = Object.hasOwn(LOST_WITH, manifest.kind) ? LOST_WITH[manifest.kind] : undefined;
  if (loss === undefined || !(isOwn(manifest, manifest.kind) || manifest.kind === 'CustomResourceDefinition'))
    return [];
  return [consequence('data-loss', `is gone: ${loss(manifest)}`)];
};

const LOST_WITH: Readonly<Record<string, ((manifest: Manifest) => string) | undefined>> = {
  CustomResourceDefinition: () => 'every object of that kind is deleted with it',
  Namespace: () => 'everything in it is deleted with it, claims and their data too',
  PersistentVolume: (manifest) =>
    at(manifest, 'spec', 'persistentVolumeReclaimPolicy') === 'Delete'
      ? 'the disk behind it may be deleted with it'
      : 'the disk behind it stays, and nothing refers to it any more',
  PersistentVolumeClaim: () => 'its volume is deleted with it unless its reclaim policy is Retain',
};

/** A volume whose disk was kept so far. */
export const reclaimPolicies: Rule = ({ status, after, differences }) => {
  if (status !== 'changed' || after === undefined || !isOwn(after, 'PersistentVolume')) return [];
  const causes = differences.filter(
    ({ shape, new: now }) => shape === 'spec.persistentVolumeReclaimPolicy' && now === 'Delete',
  );
  return causes.length === 0
    ? []
    : [consequence('data-loss', 'is deleted with its data as soon as its claim is', causes)];
};
