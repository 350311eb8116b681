import type { Manifest } from '../../kubernetes/manifest';
import { isOwn, nameOf } from '../kinds';
import { at, isMap, listOf, mapsAt, textAt, textOf, textsAt } from '../plain';
import type { Side } from '../side';
import { consequence, listed, type Rule } from './rule';

/** One thing that a role allows: a verb on a kind of objects, or on one of them by its name. */
interface Grant {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  /** Empty for any name. */
  readonly name: string;
}

/** Roles beyond this are compared by their text. */
const MOST_GRANTS = 5000;

/** Everything that a role allows; undefined when that is too much to list. */
function grantsOf(role: Manifest | undefined): readonly Grant[] | undefined {
  const grants: Grant[] = [];
  for (const rule of mapsAt(role, 'rules')) {
    const texts = (field: string): string[] => textsAt(rule, field);
    const names = texts('resourceNames');
    const urls = texts('nonResourceURLs').map((url) => ['', url] as const);
    const resources = texts('apiGroups').flatMap((group) =>
      texts('resources').map((resource) => [group, resource] as const),
    );
    for (const verb of texts('verbs')) {
      for (const [group, resource] of [...urls, ...resources]) {
        for (const name of names.length === 0 ? [''] : names) grants.push({ verb, group, resource, name });
        if (grants.length > MOST_GRANTS) return undefined;
      }
    }
  }
  return grants;
}

const covers = (had: Grant, { verb, group, resource, name }: Grant): boolean =>
  (had.verb === '*' || had.verb === verb) &&
  (had.group === '*' || had.group === group) &&
  (had.resource === '*' || had.resource === resource) &&
  (had.name === '' || had.name === name);

/** Grants in a sentence, by what they are on: `get, list pods`. */
function described(grants: readonly Grant[]): string {
  const verbs = new Map<string, Set<string>>();
  for (const { verb, group, resource, name } of grants) {
    const on = `${resource === '*' ? 'everything' : resource}${group === '' || group === '*' ? '' : `.${group}`}${name === '' ? '' : ` ${name}`}`;
    verbs.set(on, (verbs.get(on) ?? new Set()).add(verb === '*' ? 'do anything to' : verb));
  }
  return listed([...verbs].map(([on, allowed]) => `${[...allowed].join(', ')} ${on}`));
}

/** Roles that allow more than before. */
export const roles: Rule = ({ status, before, after, differences }) => {
  if (status !== 'changed' || after === undefined || !isOwn(after, 'Role', 'ClusterRole') || differences.length === 0)
    return [];
  const [had, has] = [grantsOf(before), grantsOf(after)];
  const aggregated = differences.filter(({ shape }) => shape.startsWith('aggregationRule'));
  if (aggregated.length > 0) return [consequence('rights', 'takes over the rules of other roles', aggregated)];
  if (had === undefined || has === undefined) return [consequence('rights', 'allows something else', differences)];
  const gained = has.filter((grant) => !had.some((one) => covers(one, grant)));
  return gained.length === 0 ? [] : [consequence('rights', `allows more: ${described(gained)}`, differences)];
};

/** Somebody who gets a role. */
export const bindings: Rule = ({ status, before, after, manifest, differences }, { after: side }) => {
  if (after === undefined || !isOwn(after, 'RoleBinding', 'ClusterRoleBinding')) return [];
  if (status !== 'created' && status !== 'changed') return [];
  const had = new Set(isSameRole(before, after) ? subjectsOf(before) : []);
  const gained = subjectsOf(after).filter((subject) => !had.has(subject));
  if (gained.length === 0) return [];
  const where = isOwn(after, 'ClusterRoleBinding')
    ? 'in every namespace'
    : `in namespace ${nameOf(manifest).namespace ?? '?'}`;
  return [consequence('rights', `lets ${listed(gained)} ${whatItGives(after, side)} ${where}`, differences)];
};

const isSameRole = (before: Manifest | undefined, after: Manifest): boolean =>
  ['kind', 'name'].every((field) => textAt(before, 'roleRef', field) === textAt(after, 'roleRef', field));

const subjectsOf = (binding: Manifest | undefined): string[] =>
  listOf(at(binding, 'subjects'))
    .filter(isMap)
    .map(
      ({ kind, namespace, name }) =>
        `${textOf(kind) ?? '?'} ${namespace === undefined ? '' : `${textOf(namespace)}/`}${textOf(name) ?? '?'}`,
    );

/** What the role of a binding allows, if it is among the objects. */
function whatItGives(binding: Manifest, side: Side): string {
  const [kind, name] = [textAt(binding, 'roleRef', 'kind') ?? '?', textAt(binding, 'roleRef', 'name') ?? '?'];
  const namespace = kind === 'Role' ? nameOf(binding).namespace : undefined;
  const grants = grantsOf(side.find(`rbac.authorization.k8s.io/${kind}`, namespace, name));
  return grants === undefined || grants.length === 0 ? `do what ${kind}/${name} allows` : described(grants);
}
