import { isAbsent, isEqual, isMap, isScalar, lastOfEachName, type PlainMap, textOf } from '../plain';
import { type Difference, extendPath, extendShape, itemStep, type Meaning, type Step } from './difference';
import { gapsBetween } from './sequence';

/** Where a value stands. */
export interface Place {
  readonly path: string;
  readonly shape: string;
  readonly steps: readonly Step[];
}

export const ROOT: Place = { path: '', shape: '', steps: [] };

/** The place one step further. */
export const below = ({ path, shape, steps }: Place, step: Step): Place => ({
  path: extendPath(path, step),
  shape: extendShape(shape, step),
  steps: [...steps, step],
});

/** Where two values differ by meaning. Items of lists are told apart by their names where all of them have one. */
export function compare(old: unknown, now: unknown, meaning: Meaning, place: Place = ROOT): Difference[] {
  const differences: Difference[] = [];

  const visit = (was: unknown, is: unknown, where: Place, oldParent: unknown, newParent: unknown): void => {
    if (was === is || (isAbsent(was) && isAbsent(is)) || meaning.ignores(where.shape)) return;
    const opens = isAbsent(was) === isAbsent(is) || meaning.opens(where.shape);
    if (opens && isMapOrAbsent(was) && isMapOrAbsent(is)) visitMaps(was ?? {}, is ?? {}, where);
    else if (opens && isListOrAbsent(was) && isListOrAbsent(is)) visitLists(was ?? [], is ?? [], where);
    else if (!meaning.isSame({ ...where, old: was, new: is, oldParent, newParent })) {
      differences.push({ ...where, old: was ?? undefined, new: is ?? undefined });
    }
  };

  const visitMaps = (was: PlainMap, is: PlainMap, where: Place): void => {
    for (const key of Object.keys(is)) {
      const old = Object.hasOwn(was, key) ? was[key] : undefined;
      if (old !== is[key]) visit(old, is[key], below(where, key), was, is);
    }
    for (const key of Object.keys(was)) {
      if (!Object.hasOwn(is, key)) visit(was[key], undefined, below(where, key), was, is);
    }
  };

  const visitLists = (old: readonly unknown[], now: readonly unknown[], where: Place): void => {
    const [was, is] = VARIABLES.test(where.shape) ? [lastOfEachName(old), lastOfEachName(now)] : [old, now];
    if (isEqual(was, is) || (meaning.isSet(where.shape) && isEqual(membersOf(was), membersOf(is)))) return;
    const key = commonKey([was, is]);
    if (key !== undefined) visitNamed(was as PlainMap[], is as PlainMap[], where, key);
    else visitUnnamed(was, is, where);
  };

  const visitNamed = (was: readonly PlainMap[], is: readonly PlainMap[], where: Place, key: ItemKey): void => {
    const [old, now] = [byKey(was, key), byKey(is, key)];
    const label = labelsOf([...was, ...is], key);
    for (const [name, item] of now) visit(old.get(name), item, below(where, { item: label(name, item) }), was, is);
    for (const [name, item] of old) {
      if (!now.has(name)) visit(item, undefined, below(where, { item: label(name, item) }), was, is);
    }
    if (!meaning.keepsOrder(where.shape)) return;
    const oldOrder = [...old.keys()].filter((name) => now.has(name));
    const newOrder = [...now.keys()].filter((name) => old.has(name));
    if (!isEqual(oldOrder, newOrder)) differences.push({ ...where, old: oldOrder, new: newOrder });
  };

  const visitUnnamed = (was: readonly unknown[], is: readonly unknown[], where: Place): void => {
    for (const gap of gapsBetween(was, is, isEqual)) {
      for (let index = 0; index < Math.max(gap.old.length, gap.new.length); index++) {
        const position = index < gap.new.length ? gap.newStart + index : gap.oldStart + index;
        const options = [itemStep(was, gap.oldStart + index), itemStep(is, gap.newStart + index)];
        const step = options.find((option) => typeof option === 'string') ?? position;
        const place = { ...below(where, position), steps: [...where.steps, step] };
        visit(gap.old[index], gap.new[index], place, was, is);
      }
    }
  };

  visit(old, now, place, undefined, undefined);
  return differences;
}

const VARIABLES = /(?:^|\.)(?:init|ephemeral)?[cC]ontainers\[\]\.env$/;

const isMapOrAbsent = (value: unknown): value is PlainMap | null | undefined => isAbsent(value) || isMap(value);

const isListOrAbsent = (value: unknown): value is readonly unknown[] | null | undefined =>
  isAbsent(value) || Array.isArray(value);

/** What tells the items of a list apart: the name in its metadata, or a key. */
type ItemKey = (typeof ITEM_KEYS)[number];

/** The keys by which items are known, in Kubernetes and in the configurations of programs. */
const ITEM_KEYS = [
  'name',
  'mountPath',
  'devicePath',
  'containerPort',
  'port',
  'job_name',
  'uid',
  'refId',
  'id',
  'host',
  'path',
  'selector',
  'from',
  'alert',
  'record',
  'topologyKey',
  'ip',
  'metadata',
] as const;

const keyOf = (item: PlainMap, key: ItemKey): string | undefined =>
  textOf(key === 'metadata' ? (isMap(item.metadata) ? item.metadata.name : undefined) : item[key]);

/** The first key that every item of the lists has, and of which no list has the same twice. */
function commonKey(lists: readonly (readonly unknown[])[]): ItemKey | undefined {
  if (!lists.every((list) => list.every(isMap))) return undefined;
  return ITEM_KEYS.find((key) =>
    (lists as readonly (readonly PlainMap[])[]).every((list) => {
      const names = new Set(list.map((item) => keyOf(item, key)));
      return names.size === list.length && !names.has(undefined);
    }),
  );
}

const byKey = (list: readonly PlainMap[], key: ItemKey): ReadonlyMap<string, PlainMap> =>
  new Map(list.map((item) => [keyOf(item, key) ?? '', item]));

/** Panels of dashboards are numbered, and people know them by their titles. */
function labelsOf(items: readonly PlainMap[], key: ItemKey): (name: string, item: PlainMap) => string {
  if (key !== 'id') return (name) => name;
  const numbers = new Map<string, Set<string>>();
  for (const item of items) {
    const title = textOf(item.title);
    if (title !== undefined) numbers.set(title, (numbers.get(title) ?? new Set()).add(keyOf(item, key) ?? ''));
  }
  return (name, { title }) => (isScalar(title) && numbers.get(String(title))?.size === 1 ? String(title) : name);
}

const membersOf = (list: readonly unknown[]): string[] => [...new Set(list.map((item) => JSON.stringify(item)))].sort();

/** The item of a list that is known by a name; undefined when there is none. */
export const itemNamed = (list: readonly unknown[], name: string): unknown =>
  list.find((item) => isMap(item) && ITEM_KEYS.some((key) => keyOf(item, key) === name));
