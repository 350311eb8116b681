import type { Manifest } from '../kubernetes/manifest';
import type { Difference } from './compare/difference';
import { isSecret } from './config/entries';
import { moveConfigs } from './config/moved-configs';
import { type Secrecy, shownValues } from './hide';
import { nameOf } from './kinds';
import { withoutMadeByCluster } from './made-by-cluster';
import { pairObjects } from './pair-objects';
import { byCodeUnit } from './plain';
import {
  type Change,
  type Consequence,
  type ObjectReview,
  type Review,
  rankOf,
  type Severity,
  worstOf,
} from './review';
import { RULES } from './rules';
import { totalRequests } from './rules/cost';
import type { Context } from './rules/rule';
import { Side } from './side';
import { type Subject, subjectOf } from './subject';

/** What is known besides the manifests. */
export interface ReviewOptions {
  /** Today in UTC, `2026-11-24`: a schema period of Loki that begins later may still be changed. @default - every period may have begun */
  readonly today?: string;
}

/**
 * Compares two sets of Kubernetes manifests, object by object and by meaning, and says what the change from one to the other does
 * to a cluster that runs the first. Never throws, whatever the manifests are: an object that is no map is left out. Of objects
 * that are there twice the last counts, as for `kubectl apply`.
 *
 * Labels and annotations by which things are only named and sorted, the order of keys, defaults that an API server would write,
 * quantities that are spelt otherwise, and what only a live object has (`status`, what
 * controllers fill in, pods of a Deployment) make no difference.
 */
export function reviewManifests(
  before: readonly Manifest[],
  after: readonly Manifest[],
  { today }: ReviewOptions = {},
): Review {
  const pairs = withoutMadeByCluster(pairObjects(before, after));
  const subjects = moveConfigs(pairs.flatMap((pair) => subjectOf(pair) ?? []));
  const context: Context = {
    before: new Side(pairs.flatMap((pair) => pair.before ?? [])),
    after: new Side(pairs.flatMap((pair) => pair.after ?? [])),
    subjects: new Map(subjects.map((subject) => [subject.manifest, subject])),
    today,
  };
  const objects = subjects.map((subject) => reviewObject(subject, context)).sort(worstFirst);
  return {
    severity: worstOf(objects.map(({ severity }) => severity)),
    counts: countsOf(objects),
    requests: { before: totalRequests(context.before.manifests), after: totalRequests(context.after.manifests) },
    objects,
  };
}

function reviewObject(subject: Subject, context: Context): ObjectReview {
  const name = nameOf(subject.manifest);
  const { status } = subject;
  if (status === 'unchanged') return { ...name, status, severity: 'none', consequences: [], changes: [] };
  const consequences = RULES.flatMap((rule) => rule(subject, context)).sort(
    (a, b) => rankOf(a.severity) - rankOf(b.severity),
  );
  return {
    ...name,
    status,
    severity: worstOf(consequences.map(({ severity }) => severity)),
    consequences,
    changes: changesOf(subject, consequences),
  };
}

/** Where an object differs from what it was; of one that is new or gone only what is compared with another object. */
function changesOf(
  { status, manifest, differences, configs }: Subject,
  consequences: readonly Consequence[],
): Change[] {
  const shownConfigs = status === 'changed' ? configs : configs.filter(({ from }) => from !== undefined);
  const found = [
    ...differences.map((difference) => ({ difference, secrecy: secrecyOf(difference, manifest) })),
    ...shownConfigs.flatMap((config) =>
      config.differences.map((difference) => ({ difference, secrecy: config.secrecy })),
    ),
  ];
  const severities = new Map<string, Set<Severity>>();
  for (const { severity, paths } of consequences) {
    for (const path of paths) severities.set(path, (severities.get(path) ?? new Set()).add(severity));
  }
  return found.map(({ difference, secrecy }): Change => {
    const { old, new: now } = shownValues(difference, secrecy);
    const { path, line } = difference;
    return {
      path,
      ...(old === undefined ? {} : { old }),
      ...(now === undefined ? {} : { new: now }),
      ...(line === undefined ? {} : { line }),
      severities: [...(severities.get(path) ?? ['none' as const])],
    };
  });
}

/** Of a Secret even a field that is none, as `stringDate`, may hold what nobody should see. */
const secrecyOf = ({ shape }: Difference, manifest: Manifest): Secrecy =>
  isSecret(manifest) && !/^(?:immutable|metadata|type)(?:[.[]|$)/.test(shape) ? 'everything' : 'credentials';

export function countsOf(objects: readonly ObjectReview[]): Review['counts'] {
  const counts = { created: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const { status } of objects) counts[status] += 1;
  return counts;
}

const STATUSES = ['removed', 'changed', 'created', 'unchanged'] as const;

export const worstFirst = (a: ObjectReview, b: ObjectReview): number =>
  rankOf(a.severity) - rankOf(b.severity) ||
  STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
  byCodeUnit(a.folder ?? '', b.folder ?? '') ||
  byCodeUnit(a.namespace ?? '', b.namespace ?? '') ||
  byCodeUnit(a.kind, b.kind) ||
  byCodeUnit(a.name, b.name) ||
  byCodeUnit(a.apiVersion, b.apiVersion);
