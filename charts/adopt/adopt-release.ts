import type { Manifest } from '../kubernetes/manifest';
import { namespaceOf } from '../kubernetes/manifest';
import { type Comparison, compareRelease } from './compare/compare-release';
import { type AdoptionConsequence, consequencesOf } from './compare/consequences';
import { isSame, type Json, type JsonObject, listIn, objectIn, objectsIn, textIn, textsIn, valueAt } from './json';
import type { ComponentPlan, Obstacle } from './plan/component-plan';
import { asksLoki, clientsFollow, compose, type Extras, type LokiAddresses, type Plans } from './plan/compose';
import { configDelta } from './plan/config-delta';
import { type Fate, fateOf } from './plan/fates';
import { grafanaPlan } from './plan/grafana-plan';
import { lokiPlan } from './plan/loki-plan';
import { patchesFor } from './plan/patches';
import { podPlan } from './plan/pod-options';
import { promtailPlan } from './plan/promtail-plan';
import { imageOptions, joinedOptions, retreatFrom, typedOptions } from './plan/tune';
import { servicesOf } from './plan/workload-names';
import { COMPONENT_NAMES, type ComponentName, findComponents } from './read/components';
import { withNamespaces } from './read/namespaces';
import { readRelease } from './read/read-release';
import { nameOf, type ReleaseObject } from './read/release-object';
import type { Program } from './write/program';
import { type BuiltProgram, buildProgram } from './write/program-app';

/** An object of the release, and what becomes of it. */
export interface ObjectFate {
  readonly object: ReleaseObject;
  readonly fate: Fate;
}

/** A release that is taken over: what was found, what is written, and what differs. */
export interface AdoptedRelease {
  readonly plans: Plans;
  readonly program: Program;
  readonly fates: readonly ObjectFate[];
  readonly derived: readonly ReleaseObject[];
  readonly comparison: Comparison;
  /** What has to be made in the cluster before it can be applied. */
  readonly todo: readonly string[];
  /** Programs of the stack that are there and are not taken over. */
  readonly notTaken: readonly string[];
  /** Where something gave way: a setting that nobody checks now, an option that the configuration says instead. */
  readonly retreats: readonly string[];
  /** What applying it does to what runs, the worst first. */
  readonly consequences: readonly AdoptionConsequence[];
  /** What synth still refuses. */
  readonly problems: readonly string[];
}

export type AdoptResult = { readonly mistakes: readonly string[] } | { readonly adopted: AdoptedRelease };

/** A text that holds objects of the release. */
export interface ReleaseText {
  /** How messages call it. */
  readonly file: string;
  readonly text: string;
}

/**
 * Takes over what the texts hold: pure, and the same for the same texts.
 * @param namespace of objects that name none
 */
export function adoptRelease(texts: readonly ReleaseText[], namespace?: string): AdoptResult {
  const all = texts.map(({ file, text }) => ({ file, ...readRelease(text) }));
  const file = texts.map((each) => each.file).join(', ');
  const unreadable = all.flatMap((each) =>
    each.unreadable.map(({ line, message }) => `${each.file}:${line}: ${message}`),
  );
  if (unreadable.length > 0) return { mistakes: unreadable };
  const placed = withNamespaces(
    all.flatMap((each) => each.objects),
    namespace,
  );
  if ('mistake' in placed) return { mistakes: [`${file}: ${placed.mistake}`] };
  const { objects } = placed;
  const { found, refused } = findComponents(objects);
  if (Object.keys(found).length === 0) {
    return {
      mistakes: [...refused, 'it holds no Loki, Promtail or Grafana that can be taken over'].map(
        (said) => `${file}: ${said}`,
      ),
    };
  }
  const planned = COMPONENT_NAMES.flatMap((name) => {
    const component = found[name];
    if (component === undefined) return [];
    const around = objects.filter(
      (object) => object.namespace === undefined || object.namespace === component.workload.namespace,
    );
    return [PLANNERS[name](component, around)];
  });
  const obstacles = planned.filter((plan): plan is Obstacle => 'message' in plan);
  if (obstacles.length > 0) return { mistakes: obstacles.map(({ message }) => `${file}: ${message}`) };
  const plans: Plans = Object.fromEntries((planned as ComponentPlan[]).map((plan) => [plan.component, plan]));
  return {
    adopted: takeOver(
      plans,
      objects,
      all.flatMap(({ derived }) => derived),
      refused,
    ),
  };
}

const PLANNERS = { loki: lokiPlan, promtail: promtailPlan, grafana: grafanaPlan } as const;

function takeOver(
  plans: Plans,
  objects: readonly ReleaseObject[],
  derived: readonly ReleaseObject[],
  notTaken: readonly string[],
): AdoptedRelease {
  const addresses = addressesOf(plans.loki, objects);
  const { plans: settled, extras, todo, retreats } = tuned(plans, addresses);
  const composed = compose(settled, addresses, extras);
  const unpatched = buildProgram(composed);
  const program = { ...composed, patches: allPatches(composed, unpatched, plans, objects) };
  const finished = withKept(program, plans, objects);
  const { built } = finished;
  return {
    plans,
    program: finished.program,
    fates: finished.fates,
    derived,
    comparison: compareRelease(
      finished.fates,
      built.manifests,
      Object.values(plans).flatMap(({ files }) => files),
    ),
    todo: [...new Set([...Object.values(plans).flatMap((plan) => plan.todo), ...todo])],
    notTaken,
    retreats,
    consequences: consequencesOf(finished.fates, built.manifests),
    problems: built.problems,
  };
}

/** The Services by which the release's own Loki is asked, gateways before it included. */
function addressesOf(loki: ComponentPlan | undefined, objects: readonly ReleaseObject[]): LokiAddresses | undefined {
  if (loki === undefined) return undefined;
  const around = objects.filter(({ namespace }) => namespace === loki.namespace);
  const gateways = around.filter(
    ({ kind, name }) => kind === 'Service' && /(?:^|-)loki.*-gateway$|^loki-gateway$/.test(name),
  );
  const services = [...servicesOf(loki.found.workload, around), ...gateways].map(({ name }) => name);
  return { namespace: loki.namespace, services: new Set(services) };
}

interface Tuned {
  /** Without the options that gave way. */
  readonly plans: Plans;
  readonly extras: Extras;
  readonly todo: readonly string[];
  readonly retreats: readonly string[];
}

const MOST_RETREATS = 40;

/** Options of the pods and what is laid over the configurations, found by looking at what comes out without them. */
function tuned(plans: Plans, addresses: LokiAddresses | undefined): Tuned {
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
  const ours = manifests.find(({ kind, metadata }) => kind === workload.kind && metadata.name === workload.name);
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
  const own = [...plan.ownKeys, ...(follows ? ['clients'] : [])];
  const wanted = { ...plan.config, ...pick(ours, own) };
  const delta = configDelta(ours, wanted);
  return Object.keys(delta).length === 0 ? {} : { config: delta };
}

/** The patches of every object that ours takes the place of. */
function allPatches(
  program: Program,
  { manifests }: BuiltProgram,
  plans: Plans,
  objects: readonly ReleaseObject[],
): Program['patches'] {
  const files = Object.values(plans).flatMap((plan) => plan.files);
  return objects.flatMap((object) => {
    const ours = ourObject(object, manifests);
    const owner = ours === undefined ? undefined : ownerOf(program, ours, plans);
    if (ours === undefined || owner === undefined) return [];
    const plan = Object.values(plans).find(({ found }) => nameOf(found.workload) === nameOf(object));
    const pod = objectIn(valueAt(object.manifest, 'spec', 'template', 'spec'));
    const patches = patchesFor(object, ours, {
      movedKeys: new Set(
        files.flatMap(({ theirs }) =>
          theirs.filter(({ kind, name }) => `${kind}/${name}` === nameOf(object)).map(({ key }) => key),
        ),
      ),
      container: textIn(plan?.found.container.name),
      sharesVolume: sharesVolume(pod, objects),
      hasGuests: objectsIn(pod.containers).length + objectsIn(pod.initContainers).length > 1,
      podLabels: objects.map(({ manifest }) => textsIn(valueAt(manifest, 'spec', 'template', 'metadata', 'labels'))),
      targetPorts: new Set(
        objects.flatMap(({ kind, manifest }) =>
          kind === 'Service'
            ? objectsIn(valueAt(manifest, 'spec', 'ports')).flatMap(({ targetPort }) => textIn(targetPort) ?? [])
            : [],
        ),
      ),
      keepsRules: discoversMore(plans.promtail),
    });
    return patches.map((patch) => ({ of: owner, object: nameOf(object), patch }));
  });
}

export const ourObject = (object: ReleaseObject, manifests: readonly Manifest[]): Manifest | undefined =>
  manifests.find(
    (ours) =>
      ours.kind === object.kind &&
      ours.metadata.name === object.name &&
      (namespaceOf(ours) === object.namespace || object.namespace === undefined),
  );

/** Whether several pods can have the volume of a pod at once. */
const sharesVolume = (pod: JsonObject, objects: readonly ReleaseObject[]): boolean => {
  const claims = objectsIn(pod.volumes).map((volume) => textIn(valueAt(volume, 'persistentVolumeClaim', 'claimName')));
  return objects.some(
    ({ kind, name, manifest }) =>
      kind === 'PersistentVolumeClaim' &&
      claims.includes(name) &&
      listIn(valueAt(manifest, 'spec', 'accessModes')).includes('ReadWriteMany'),
  );
};

/** The construct that makes an object: the stack, unless it is a part's. */
function ownerOf(program: Program, ours: Manifest, plans: Plans): 'stack' | ComponentName | undefined {
  const program_of: Readonly<Record<string, ComponentName>> = {
    loki: 'loki',
    promtail: 'promtail',
    grafana: 'grafana',
  };
  const made = Object.values(plans).find(({ found, adopt }) => {
    const selector = objectIn(adopt.selector);
    const labels = objectIn(ours.metadata.labels as JsonObject | undefined);
    return found !== undefined && Object.entries(selector).every(([key, value]) => labels[key] === value);
  });
  const component = made?.component ?? program_of[String(ours.metadata.labels?.['app.kubernetes.io/name'])];
  if (component === undefined) return undefined;
  return program.parts.some((part) => part.component === component) ? component : 'stack';
}

/** Whether Promtail discovers more than pods, for which it needs more rights than ours gives it. */
const discoversMore = (promtail: ComponentPlan | undefined): boolean =>
  objectsIn(promtail?.config.scrape_configs).some((job) =>
    objectsIn(job.kubernetes_sd_configs).some(
      ({ role, attach_metadata }) => role !== 'pod' || attach_metadata !== undefined,
    ),
  );

interface Finished {
  readonly program: Program;
  readonly built: BuiltProgram;
  readonly fates: readonly ObjectFate[];
}

/** With the objects that no option makes, but for those that synth refuses. */
function withKept(program: Program, plans: Plans, objects: readonly ReleaseObject[]): Finished {
  const refused = new Map<string, string>();
  for (;;) {
    const bare = buildProgram(program);
    const ours = new Set(bare.manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`));
    const moved = new Map(
      Object.values(plans).flatMap(({ files }) =>
        files.flatMap((file) =>
          file.theirs.map(({ kind, name }) => [`${kind}/${name}`, `${file.ours.kind}/${file.ours.name}`] as const),
        ),
      ),
    );
    const fates = objects.map((object) => ({ object, fate: fateOf(object, { ours, moved, refused, objects }) }));
    const kept = fates.flatMap(({ fate }) => (fate.type === 'kept' ? [fate.manifest] : []));
    const whole = { ...program, kept };
    const built = buildProgram(whole);
    const before = refused.size;
    for (const problem of built.problems) {
      const [, name, reason] = /^\[kept\/[^\]]*\] (\S+\/\S+) (.*)/.exec(problem.split('\n')[0] ?? '') ?? [];
      if (name !== undefined) refused.set(name, reason ?? 'synth refuses it');
    }
    if (refused.size === before) return { program: whole, built, fates };
  }
}
