import type { Patch } from '../../kubernetes/patch';
import { type Json, type JsonObject, valueAt } from '../json';

/** Collects patches, each seen by the next. */
export class Patched {
  readonly patches: Patch[] = [];
  constructor(readonly manifest: JsonObject) {}

  /** Adds a value, and what has to be there above it. */
  add(steps: readonly string[], value: Json): void {
    if (value === undefined) return;
    let depth = steps.length - 1;
    while (depth > 0 && typeof (valueAt(this.manifest, ...steps.slice(0, depth)) ?? 0) !== 'object') depth -= 1;
    const whole = steps.slice(depth + 1).reduceRight<Json>((inner, step) => ({ [step]: inner }), value);
    this.apply({ op: 'add', path: pointer(steps.slice(0, depth + 1)), value: whole }, steps.slice(0, depth + 1), whole);
  }

  replace(steps: readonly string[], value: Json): void {
    if (valueAt(this.manifest, ...steps) === undefined) this.add(steps, value);
    else this.apply({ op: 'replace', path: pointer(steps), value }, steps, value);
  }

  append(steps: readonly string[], value: JsonObject): void {
    this.patches.push({ op: 'add', path: pointer([...steps, '-']), value });
  }

  remove(steps: readonly string[]): void {
    this.patches.push({ op: 'remove', path: pointer(steps) });
  }

  private apply(patch: Patch, steps: readonly string[], value: Json): void {
    this.patches.push(patch);
    const parent = valueAt(this.manifest, ...steps.slice(0, -1)) as Record<string, Json>;
    const key = steps.at(-1);
    // A copy: later patches change it, and not what this one says.
    if (typeof parent === 'object' && key !== undefined) parent[key] = structuredClone(value);
  }
}

const pointer = (steps: readonly string[]): string =>
  steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
