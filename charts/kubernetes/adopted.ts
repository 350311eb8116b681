import { checkLabels, checkLabelValue, checkSubdomain } from './checks/names';
import type { Labels } from './labels';
import { checkName } from './names';
import type { Problem } from './problem';
import { flag, mapOf, objectOf, type Shape, text } from './shape';

/**
 * What a workload that runs already is called, and what of it no API server lets change: so that applying ours takes it over,
 * instead of standing beside it or being refused. `npx cdk8s-plg adopt` writes it.
 */
export interface Adopted {
  /** Name of the workload; the other objects are named after it. @default - as without */
  readonly name?: string;
  /** The release that its labels name. @default - as without */
  readonly instance?: string;
  /** Labels by which it selects its pods, all of them. @default - `app.kubernetes.io/name`, `instance` and `component` */
  readonly selector?: Labels;
  /** @default - one named as the workload */
  readonly serviceAccount?: AdoptedServiceAccount;
  /** Name of the object that its configuration is in. @default - that of the workload */
  readonly config?: string;
}

/** The ServiceAccount of pods that run already. */
export interface AdoptedServiceAccount {
  readonly name: string;
  /** Whether it is made here. `false` for one that others use too, or that somebody else annotates. @default true */
  readonly create?: boolean;
}

/** All labels or none: fewer of them would select more pods. */
const selector: Shape = (value, path, refuse) => {
  let fits = true;
  const labels = mapOf(text)(value, path, (problem) => {
    fits = false;
    refuse(problem);
  });
  return fits ? labels : undefined;
};

/** The shapes of the fields, for the types that extend it. */
export const ADOPTED = {
  name: text,
  instance: text,
  selector,
  serviceAccount: objectOf<AdoptedServiceAccount>({ name: text, create: flag }, ['name']),
  config: text,
} as const;

/** Refuses names that no object has, and labels that select nothing. The workload's own name is checked as any other. */
export function checkAdopted(adopted: Adopted | undefined, path: string): Problem[] {
  if (adopted === undefined) return [];
  const { instance, selector, serviceAccount, config } = adopted;
  return [
    ...(instance === undefined ? [] : checkLabelValue(instance, `${path}.instance`)),
    ...(selector === undefined ? [] : checkSelectorLabels(selector, `${path}.selector`)),
    ...(serviceAccount === undefined ? [] : checkSubdomain(serviceAccount.name, `${path}.serviceAccount.name`)),
    ...(config === undefined ? [] : checkSubdomain(config, `${path}.config`)),
  ];
}

/** Where the name of a component is said, which may run already. */
export const nameField = (adopted: Adopted | undefined): string =>
  adopted?.name === undefined ? 'name' : 'adopt.name';

const checkSelectorLabels = (selector: Labels, path: string): Problem[] =>
  Object.keys(selector).length === 0
    ? [{ path, message: 'selects every pod', remedy: "write the running workload's spec.selector.matchLabels" }]
    : checkLabels(selector, path);

/** Refuses the name of a Service that runs already, where one is said. */
export const checkAdoptedService = (name: string | undefined, path: string): Problem[] =>
  name === undefined ? [] : checkName(name, path, { ofService: true });
