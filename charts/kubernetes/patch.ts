import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { closest } from './closest';
import { finalForm } from './final-form';
import type { Problem } from './problem';
import { refuseProps } from './refusal';
import { objectOf, plain, text } from './shape';

/**
 * One change to an object as it would be written, after everything else.
 * `path` is a JSON pointer: `/spec/template/spec/containers/0/image`; `~1` stands for a `/` within a key.
 * @see https://datatracker.ietf.org/doc/html/rfc6902
 */
export type Patch =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** An object of a construct: `StatefulSet/loki`. */
export type ObjectReference = `${string}/${string}`;

/**
 * Patches an object below a construct in its final form. A patch that hits nothing is refused at synth: an object that is
 * not there, a pointer that leads nowhere.
 */
export function patchObject(construct: Construct, object: ObjectReference, patches: readonly Patch[]): void {
  const path = `patch(${JSON.stringify(object)})`;
  const refuse = (problem: Problem) => refuseProps(construct, () => [problem]);
  const objects = construct.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));
  const target = objects.find((candidate) => referenceTo(candidate) === object);
  if (target === undefined) {
    const references = objects.map(referenceTo);
    const near = closest(String(object), references);
    const remedy = near === undefined ? `patch one of ${references.join(', ')}` : `did you mean "${near}"?`;
    refuse({ path, message: `there is no ${object} here`, remedy });
    return;
  }
  for (const [index, given] of patches.entries()) {
    const patch = readPatch(given, `${path}[${index}]`, refuse);
    const form = finalForm(target);
    if (patch === undefined || 'problem' in form) continue;
    const miss = findMiss(form.manifest, patch);
    if (miss === undefined) target.addJsonPatch(toJsonPatch(patch));
    else refuse({ path: `${path} ${patch.path}`, ...miss });
  }
}

const PATCH = objectOf<Patch>({ op: text, path: text, value: plain }, ['op', 'path']);
const OPERATIONS: readonly string[] = ['add', 'replace', 'remove'] satisfies Patch['op'][];

/** The patch, if it has the form of one. */
function readPatch(given: unknown, path: string, refuse: (problem: Problem) => void): Patch | undefined {
  const patch = PATCH(given, path, refuse) as Patch | undefined;
  if (patch === undefined) return undefined;
  if (!OPERATIONS.includes(patch.op)) {
    const remedy = `write ${OPERATIONS.map((op) => `"${op}"`).join(' or ')}`;
    refuse({ path: `${path}.op`, message: `"${patch.op}" is not an operation`, remedy });
    return undefined;
  }
  if (patch.op !== 'remove' && patch.value === undefined) {
    refuse({ path: `${path}.value`, message: 'is missing', remedy: "write it, or use op 'remove'" });
    return undefined;
  }
  return patch;
}

const referenceTo = ({ kind, name }: ApiObject): string => `${kind}/${name}`;

const toJsonPatch = (patch: Patch): JsonPatch => {
  if (patch.op === 'remove') return JsonPatch.remove(patch.path);
  return patch.op === 'add' ? JsonPatch.add(patch.path, patch.value) : JsonPatch.replace(patch.path, patch.value);
};

/** Why a patch would hit nothing; undefined when it hits. */
function findMiss(manifest: unknown, { op, path }: Patch): Pick<Problem, 'message' | 'remedy'> | undefined {
  if (!path.startsWith('/')) {
    return { message: `"${path}" is not a JSON pointer`, remedy: 'start it with "/", as in "/spec/replicas"' };
  }
  const steps = path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at = manifest;
  for (const [depth, step] of steps.entries()) {
    if (op === 'add' && depth === steps.length - 1 && takesNew(at, step)) return undefined;
    if (!has(at, step)) {
      const where = depth === 0 ? 'the object' : pointerTo(steps.slice(0, depth));
      return { message: `leads nowhere: ${where} has no "${step}"`, remedy: remedyFor(op, at, steps, depth) };
    }
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return undefined;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const pointerTo = (steps: readonly string[]): string => steps.map((step) => `/${escaped(step)}`).join('');

/** What to write instead of a step that is not there, and of those that follow. */
function remedyFor(op: Patch['op'], at: unknown, steps: readonly string[], depth: number): string {
  const keys = typeof at === 'object' && at !== null ? Object.keys(at) : [];
  const [step = '', ...further] = steps.slice(depth);
  const rest = [step, ...further, ''].join('/');
  const inPieces = keys.find((key) => key.includes('/') && rest.startsWith(`${key}/`));
  if (inPieces !== undefined) return `write "~1" for the "/" of a key: "${escaped(inPieces)}"`;
  const near = closest(step, keys);
  if (near !== undefined) return `did you mean "${escaped(near)}"?`;
  if (op === 'replace' && further.length === 0) return "use op 'add' for what is not there yet";
  if (op === 'add' && Array.isArray(at)) return `it has ${keys.length} items: write "-" to add one at the end`;
  if (op === 'add' && further.length > 0) {
    return `add "${pointerTo(steps.slice(0, depth + 1))}" first, or write "~1" for a "/" within a key`;
  }
  return `it has ${keys.map(escaped).join(', ') || 'nothing below it'}`;
}

const has = (value: unknown, step: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(value, step) &&
  !(Array.isArray(value) && step === 'length');

/** Whether `add` can put something new there: a field of an object, or a place in a list up to its end. */
const takesNew = (value: unknown, step: string): boolean =>
  Array.isArray(value)
    ? step === '-' || (/^(0|[1-9]\d*)$/.test(step) && Number(step) <= value.length)
    : typeof value === 'object' && value !== null && step !== '' && step !== '__proto__';
