import type { Manifest } from '../../kubernetes/manifest';
import {
  type Change,
  type Consequence,
  type ObjectReview,
  type Review,
  rankOf,
  type Severity,
  worstOf,
} from '../review';
import { countsOf, reviewManifests, worstFirst } from '../review-manifests';
import { alignedNamespaces, inNamespaces, inverted, type Namespaces, renamed } from './align-namespaces';

/** An environment, and what is in its folder. */
export interface EnvironmentManifests {
  readonly name: string;
  readonly manifests: readonly Manifest[];
}

/** What may be said of a state, and not only of a change. */
const OF_SECOND: ReadonlySet<Severity> = new Set<Severity>(['rights', 'exposure', 'cost']);
/** What the first has more of is said too, but what it costs is said with the second's. */
const OF_FIRST: ReadonlySet<Severity> = new Set<Severity>(['rights', 'exposure']);

/**
 * How two environments differ, object by object and by meaning. What is `old` and `removed` of a change is the first one's here, what is
 * `new` and `created` the second's. Nothing is said of what a change from one to the other would do, as nobody makes it; but
 * which of the two lets more be done, opens more, and asks for more. Objects in namespaces of other names are the same objects.
 */
export function reviewEnvironments(first: EnvironmentManifests, second: EnvironmentManifests): Review {
  const namespaces = alignedNamespaces(first.manifests, second.manifests);
  const moved = inNamespaces(first.manifests, namespaces);
  const review = reviewManifests(moved, second.manifests);
  const backwards = new Map(
    reviewManifests(second.manifests, moved).objects.map((object) => [identityOf(object), object]),
  );
  const objects = review.objects.map((object): ObjectReview => {
    const changes = [
      ...namespaceChange(object, namespaces),
      ...object.changes.map((change) => shownChange(change, namespaces)),
    ];
    const ofFirst = backwards.get(identityOf(object))?.consequences ?? [];
    const consequences =
      object.status === 'removed'
        ? saidOf(first.name, ofFirst, OF_SECOND)
        : [...saidOf(second.name, object.consequences, OF_SECOND), ...saidOf(first.name, ofFirst, OF_FIRST)].sort(
            (a, b) => rankOf(a.severity) - rankOf(b.severity),
          );
    // Pods roll by the checksum of what they read, and that is compared itself.
    const isSame = object.status === 'changed' && changes.length === 0 && consequences.length === 0;
    return {
      ...object,
      status: isSame ? 'unchanged' : statusWith(object, changes),
      severity: worstOf(consequences.map(({ severity }) => severity)),
      consequences,
      changes,
    };
  });
  return {
    environments: [first.name, second.name],
    severity: worstOf(objects.map(({ severity }) => severity)),
    counts: countsOf(objects),
    requests: review.requests,
    objects: objects.sort(worstFirst),
  };
}

const identityOf = ({ apiVersion, kind, namespace = '', name }: ObjectReview): string =>
  [apiVersion, kind, namespace, name].join('\n');

const statusWith = ({ status }: ObjectReview, changes: readonly Change[]): ObjectReview['status'] =>
  status === 'unchanged' && changes.length > 0 ? 'changed' : status;

const saidOf = (name: string, consequences: readonly Consequence[], said: ReadonlySet<Severity>): Consequence[] =>
  consequences
    .filter(({ severity }) => said.has(severity))
    .map(({ commands: _, message, ...consequence }) => ({ ...consequence, message: `in ${name} ${message}` }));

/** Said of the namespace, and not again of each object in it. */
function namespaceChange({ kind, name }: ObjectReview, namespaces: Namespaces): Change[] {
  const old = kind === 'Namespace' ? inverted(namespaces).get(name) : undefined;
  return old === undefined ? [] : [{ path: 'metadata.name', old, new: name, severities: ['none'] }];
}

/** With the namespace that the first environment really says. */
function shownChange({ old, severities, ...change }: Change, namespaces: Namespaces): Change {
  const said = severities.filter((severity) => OF_SECOND.has(severity));
  return {
    ...change,
    ...(old === undefined ? {} : { old: renamed(old, inverted(namespaces)) }),
    severities: said.length === 0 ? ['none'] : said,
  };
}
