import type { Manifest } from '../../kubernetes/manifest';
import { isSame, type Json, type JsonObject, objectsIn, textIn, valueAt } from '../json';
import type { ComponentName } from '../read/components';
import { placeOf, placeOfManifest } from '../read/release-object';
import { buildProgram } from '../write/program-app';
import type { ComponentPlan } from './component-plan';
import { clientsFollow, compose, type Extras, type Plans } from './compose';
import { configDelta } from './config-delta';
import { asksLoki, type LokiAddresses } from './loki-addresses';
import { podPlan } from './pod-options';
import { imageOptions, joinedOptions, retreatFrom, typedOptions } from './tune';

export interface Tuned {
  /** Without the options that gave way. */
  readonly plans: Plans;
  readonly extras: Extras;
  readonly todo: readonly string[];
  readonly retreats: readonly string[];
}

const MOST_RETREATS = 40;

/** Options of the pods and what is laid over the configurations, found by looking at what comes out without them. */
export function tuned(plans: Plans, addresses: LokiAddresses | undefined): Tuned {
  const images: Extras = mapPlans(plans, (plan) => imageOptions(plan.found));
  const changes = new Map<ComponentName, ((options: JsonObject) => JsonObject)[]>();
  const changed = (component: ComponentName, options: JsonObject): JsonObject =>
    (changes.get(component) ?? []).reduce((before, change) => change(before), options);
  const retreats: string[] = [];
  for (let round = 0; ; round++) {
    const stripped = mapPlans(plans, (plan) => ({ ...plan, options: changed(plan.component, plan.options) })) as Plans;
    const bare = buildProgram(compose(stripped, addresses, images));
    const todo: string[] = [];
    const extras: Extras = mapPlans(stripped, (plan) => {
      const ours = workloadOf(plan, bare.manifests);
      const pods = podPlan(plan.found, ours, plan.handled);
      todo.push(...pods.todo);
      const config = overlay(plan, bare.configs[plan.component], addresses, plans.loki);
      const told = changed(plan.component, {
        ...images[plan.component],
        ...joinedOptions({}, pods.options),
        ...config,
      });
      const own = plan.component === 'loki' ? typedOptions(told) : told;
      // Volumes of the plan itself are among its options already.
      return joinedOptions(pick(plan.options, ['env', 'volumes', 'volumeMounts']), own);
    });
    const { problems } = buildProgram(compose(stripped, addresses, extras));
    const found = problems.flatMap((problem) => retreatFrom(problem, plans) ?? []);
    const [retreat] = found;
    if (
      retreat === undefined ||
      round === MOST_RETREATS ||
      isUseless(retreat.change, stripped, extras, retreat.component)
    ) {
      return { plans: stripped, extras, todo, retreats };
    }
    retreats.push(retreat.reason);
    changes.set(retreat.component, [...(changes.get(retreat.component) ?? []), retreat.change]);
  }
}

const isUseless = (
  change: (options: JsonObject) => JsonObject,
  plans: Plans,
  extras: Extras,
  component: ComponentName,
): boolean =>
  isSame(change(plans[component]?.options ?? {}) as Json, plans[component]?.options) &&
  isSame(change(extras[component] ?? {}) as Json, extras[component]);

const mapPlans = <Value>(plans: Plans, change: (plan: ComponentPlan) => Value): Partial<Record<ComponentName, Value>> =>
  Object.fromEntries(Object.values(plans).map((plan) => [plan.component, change(plan)]));

const pick = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));

function workloadOf({ found: { workload } }: ComponentPlan, manifests: readonly Manifest[]): JsonObject {
  const ours = manifests.find((manifest) => placeOfManifest(manifest) === placeOf(workload));
  return (ours ?? {}) as unknown as JsonObject;
}

/** What of a configuration ours has to be told. */
function overlay(
  plan: ComponentPlan,
  ours: JsonObject | undefined,
  addresses: LokiAddresses | undefined,
  loki: ComponentPlan | undefined,
): JsonObject {
  if (ours === undefined) return {};
  const tenant =
    loki?.options.multiTenant === true ? textIn(valueAt(plan.config, 'clients', 0, 'tenant_id')) : undefined;
  const clients = objectsIn(plan.config.clients);
  const isInStack = asksLoki(textIn(clients[0]?.url), plan.namespace, addresses);
  const follows =
    plan.component === 'promtail' &&
    (isInStack
      ? clientsFollow(clients, tenant)
      : clients.length === 1 && clientsFollow(clients, textIn(clients[0]?.tenant_id)));
  // Without a pipeline its configuration has to say what it reads.
  const hasPipeline = plan.component !== 'promtail' || plan.options.pipeline !== undefined;
  const own = [...(hasPipeline ? plan.ownKeys : []), ...(follows ? ['clients'] : [])];
  const wanted = { ...plan.config, ...pick(ours, own) };
  const delta = configDelta(ours, wanted);
  return Object.keys(delta).length === 0 ? {} : { config: delta };
}
