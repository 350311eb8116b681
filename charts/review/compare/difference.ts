/** A step to a part of a value: a key, a position in a list, or the name of an item of one. */
export type Step = string | number | { readonly item: string };

/** The step to an item of a list without names; to an argument that is the value of the option before it, `--password`, that option. */
export function itemStep(list: readonly unknown[], index: number): Step {
  const [before, item] = [list[index - 1], list[index]];
  const [, option] =
    typeof item === 'string' && typeof before === 'string' ? (/^--?([\w.-]+)$/.exec(before) ?? []) : [];
  return option !== undefined && !String(item).startsWith('-') ? option : index;
}

/** A place where two values differ. */
export interface Difference {
  /** `spec.template.spec.containers[loki].image`. */
  readonly path: string;
  /** The path without what only this value has: `spec.template.spec.containers[].image`. */
  readonly shape: string;
  readonly steps: readonly Step[];
  /** What stood there; undefined where nothing did. */
  readonly old: unknown;
  /** What stands there; undefined where nothing does. */
  readonly new: unknown;
  /** Of texts that are compared by lines: the line of the new text, from 1. */
  readonly line?: number;
}

/** What values mean to those who read them. */
export interface Meaning {
  /** Whether a part is nothing that anybody reads. */
  ignores(shape: string): boolean;
  /** Whether two values that are not equal say the same; one of them may be absent. */
  isSame(part: Part): boolean;
  /** Whether a map or list that is not there is the same as an empty one, so that it is compared part by part. */
  opens(shape: string): boolean;
  /** Whether a list is a set: neither order nor repetition counts. */
  isSet(shape: string): boolean;
  /** Whether the order of items that have names counts. */
  keepsOrder(shape: string): boolean;
}

/** Two values at one place, and those that they are parts of. */
export interface Part {
  readonly shape: string;
  readonly steps: readonly Step[];
  readonly old: unknown;
  readonly new: unknown;
  readonly oldParent: unknown;
  readonly newParent: unknown;
}

const SIMPLE_KEY = /^[A-Za-z_][\w-]*$/;
/** Whether a key is that of a component of Alloy: `loki.write "default"`. */
export const isComponent = (key: string): boolean => /^[A-Za-z_]\w*(?:\.\w+)* "\w+"$/.test(key);

const SIMPLE_ITEM = /^[\w./:*-]+$/;

/** A path with one more step. */
export function extendPath(path: string, step: Step): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  if (typeof step === 'object')
    return `${path}[${SIMPLE_ITEM.test(step.item) ? step.item : JSON.stringify(step.item)}]`;
  if (!SIMPLE_KEY.test(step) && !isComponent(step)) return `${path}[${JSON.stringify(step)}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** A shape with one more step: positions and names of items are left out. */
export function extendShape(shape: string, step: Step): string {
  if (typeof step !== 'string') return `${shape}[]`;
  return shape === '' ? step : `${shape}.${step}`;
}

/** The last key of a shape: `containers` of `spec.containers[]`. */
export const lastKey = (shape: string): string => /([^.[\]]+)[[\]]*$/.exec(shape)?.[1] ?? '';
