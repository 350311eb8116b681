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
    const isLast = depth === steps.length - 1;
    if (isLast && op === 'add' && takesNew(at, step)) return undefined;
    if (!has(at, step)) {
      const keys = typeof at === 'object' && at !== null ? Object.keys(at) : [];
      const where = depth === 0 ? 'the object' : `/${steps.slice(0, depth).join('/')}`;
      const near = closest(step, keys);
      return {
        message: `leads nowhere: ${where} has no "${step}"`,
        remedy: near === undefined ? remedyFor(op, isLast, keys) : `did you mean "${near}"?`,
      };
    }
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return undefined;
}

const remedyFor = (op: Patch['op'], isLast: boolean, keys: readonly string[]): string =>
  isLast && op === 'replace'
    ? "use op 'add' for what is not there yet"
    : `it has ${keys.join(', ') || 'nothing below it'}`;

const has = (value: unknown, step: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(value, step) &&
  !(Array.isArray(value) && step === 'length');

/** Whether `add` can put something new there: a field of an object, or a place in a list up to its end. */
const takesNew = (value: unknown, step: string): boolean =>
  Array.isArray(value)
    ? step === '-' || (/^(0|[1-9]\d*)$/.test(step) && Number(step) <= value.length)
    : typeof value === 'object' && value !== null && step !== '__proto__';
