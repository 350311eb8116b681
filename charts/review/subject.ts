import type { Manifest } from '../kubernetes/manifest';
import { actingMetadata } from './compare/acting-metadata';
import { below, compare, ROOT } from './compare/compare';
import type { Difference } from './compare/difference';
import { kubernetesMeaning } from './compare/kubernetes-meaning';
import { type ConfigChange, configChanges } from './config/config-change';
import { holdsEntries } from './config/entries';
import { templateWay } from './kinds';
import type { Pair } from './pair-objects';
import { isEqual } from './plain';

/** An object, and what changed of it. */
export interface Subject {
  readonly status: 'created' | 'changed' | 'removed' | 'unchanged';
  readonly before?: Manifest;
  readonly after?: Manifest;
  /** The object as it will be, or as it was when it is gone. */
  readonly manifest: Manifest;
  /** Where its fields differ; entries of ConfigMaps and Secrets are in `configs`, checksums in `checksums`. */
  readonly differences: readonly Difference[];
  readonly configs: readonly ConfigChange[];
  /** Annotations of the pods that are checksums of what they read. */
  readonly checksums: readonly Difference[];
}

/** What changed of an object; undefined for no object at all. */
export function subjectOf({ before, after }: Pair): Subject | undefined {
  const manifest = after ?? before;
  if (manifest === undefined) return undefined;
  const common = { before, after, manifest };
  if (before === undefined || after === undefined) {
    const status = before === undefined ? 'created' : 'removed';
    const configs = holdsEntries(manifest) ? configChanges(before, after) : [];
    return { ...common, status, differences: [], configs, checksums: [] };
  }
  if (before === after || isEqual(before, after)) {
    return { ...common, status: 'unchanged', differences: [], configs: [], checksums: [] };
  }
  const meaning = kubernetesMeaning(before, after);
  const found = [
    ...compare(before, after, meaning),
    ...(['labels', 'annotations'] as const).flatMap((field) =>
      compare(
        actingMetadata(before, field),
        actingMetadata(after, field),
        meaning,
        below(below(ROOT, 'metadata'), field),
      ),
    ),
  ];
  const isChecksum = checksumTest(after);
  const differences = found.filter((difference) => !isChecksum(difference));
  const checksums = found.filter(isChecksum);
  const configs = holdsEntries(after) ? configChanges(before, after) : [];
  const isChanged =
    differences.length > 0 ||
    checksums.length > 0 ||
    configs.some((config) => config.differences.length > 0 || before.immutable === true);
  return { ...common, status: isChanged ? 'changed' : 'unchanged', differences, configs, checksums };
}

const CHECKSUM_NAME = /checksum|sha(?:256|1)|(?:^|[-_./])hash(?:$|[-_.])|config[-_.]?hash/i;

/** Tells the annotations by which pods roll when what they read changes. */
function checksumTest(manifest: Manifest): (difference: Difference) => boolean {
  const way = templateWay(manifest);
  if (way === undefined || way.length === 0) return () => false;
  const annotations = `${way.join('.')}.metadata.annotations.`;
  return ({ shape }) => shape.startsWith(annotations) && CHECKSUM_NAME.test(shape.slice(annotations.length));
}
