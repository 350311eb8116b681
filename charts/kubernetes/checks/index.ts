import { describeObject, groupOf, type Manifest, namespaceOf } from '../manifest';
import { checkName } from '../names';
import type { Problem } from '../problem';
import { checkCredentials } from './credentials';
import { checkData } from './data';
import { checkForm } from './form';
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
  const malformed = new Map(manifests.map((manifest) => [manifest, checkForm(manifest)]));
  const podsOf = indexPods(manifests.filter((manifest) => malformed.get(manifest)?.length === 0));
  const firstOf = new Map<string, number>();
  const namespaces = new Set<string>();
  return manifests.flatMap((manifest, index) => {
    const misfits = malformed.get(manifest) ?? [];
    const problems =
      misfits.length > 0
        ? misfits
        : [
            ...checkNames(manifest),
            ...checkNamespace(manifest, namespaces),
            ...checkData(manifest),
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

/** Refuses the name of a namespace once, and not again for every object in it. */
function checkNamespace({ metadata: { namespace } }: Manifest, checked: Set<string>): Problem[] {
  if (namespace === undefined || checked.has(namespace)) return [];
  checked.add(namespace);
  return checkName(namespace, 'metadata.namespace');
}

function checkOnlyOne(manifest: Manifest, index: number, firstOf: Map<string, number>): Problem[] {
  const { kind, metadata } = manifest;
  const namespace = namespaceOf(manifest);
  const identity = [groupOf(manifest), kind, namespace ?? '', metadata.name].join('\n');
  if (!firstOf.has(identity)) {
    firstOf.set(identity, index);
    return [];
  }
  const where = namespace === undefined ? '' : ` in namespace "${namespace}"`;
  return [
    {
      path: 'metadata.name',
      message: `another ${kind} "${metadata.name}" is there already${where}: the last one applied would win`,
      remedy: namespace === undefined ? 'give one of them another name' : 'give one of them another name or namespace',
    },
  ];
}
