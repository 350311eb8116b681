import { describeObject, type Manifest } from '../manifest';
import type { Problem } from '../problem';
import { checkCredentials } from './credentials';
import { checkNames } from './names';
import { checkPods } from './pods';
import { checkService, indexPods } from './services';
import { checkSize, sizeWarning } from './size';

/** Something to say of one of several manifests. */
export interface Finding<T> {
  readonly index: number;
  readonly finding: T;
}

/** Refuses what an API server would refuse, or would take and nothing would come of it: each object alone, then all together. */
export function checkManifests(manifests: readonly Manifest[]): Finding<Problem>[] {
  const podsOf = indexPods(manifests);
  const firstOf = new Map<string, number>();
  return manifests.flatMap((manifest, index) => {
    const problems = [
      ...checkNames(manifest),
      ...checkPods(manifest),
      ...checkService(manifest, podsOf),
      ...checkCredentials(manifest),
      ...checkSize(manifest),
      ...checkOnlyOne(manifest, index, firstOf),
    ];
    const object = describeObject(manifest);
    return problems.map((problem) => ({ index, finding: { ...problem, path: `${object} ${problem.path}`.trimEnd() } }));
  });
}

/** What is not refused, but should be known. */
export const manifestWarnings = (manifests: readonly Manifest[]): Finding<string>[] =>
  manifests.flatMap((manifest, index) => {
    const warning = sizeWarning(manifest);
    return warning === undefined ? [] : [{ index, finding: `${describeObject(manifest)} ${warning}` }];
  });

function checkOnlyOne(
  { apiVersion, kind, metadata }: Manifest,
  index: number,
  firstOf: Map<string, number>,
): Problem[] {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const identity = [group, kind, metadata.namespace ?? '', metadata.name].join('\n');
  if (!firstOf.has(identity)) {
    firstOf.set(identity, index);
    return [];
  }
  const where = metadata.namespace === undefined ? '' : ` in namespace "${metadata.namespace}"`;
  return [
    {
      path: 'metadata.name',
      message: `another ${kind} "${metadata.name}" is there already${where}: the last one applied would win`,
      remedy: 'give one of them another name or namespace',
    },
  ];
}
