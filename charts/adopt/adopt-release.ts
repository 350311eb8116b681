import { type Comparison, compareRelease } from './compare/compare-release';
import { type AdoptionConsequence, consequencesOf } from './compare/consequences';
import type { ComponentPlan, Obstacle } from './plan/component-plan';
import { compose, type Plans } from './plan/compose';
import { grafanaPlan } from './plan/grafana-plan';
import { type ObjectFate, withKept } from './plan/kept-objects';
import { addressesOf } from './plan/loki-addresses';
import { lokiPlan } from './plan/loki-plan';
import { allPatches, leftInCluster } from './plan/object-patches';
import { promtailPlan } from './plan/promtail-plan';
import { tuned } from './plan/tuned';
import { COMPONENT_NAMES, findComponents } from './read/components';
import { withNamespaces } from './read/namespaces';
import { readRelease } from './read/read-release';
import { apiGroupOf, placeOf, type ReleaseObject } from './read/release-object';
import type { Program } from './write/program';
import { buildProgram } from './write/program-app';

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
  const objects = withoutRepeated(placed.objects);
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

/** Of an object that several texts have the last one counts, as it would be applied last. */
const withoutRepeated = (objects: readonly ReleaseObject[]): readonly ReleaseObject[] => [
  ...new Map(objects.map((object) => [`${apiGroupOf(object)} ${placeOf(object)}`, object])).values(),
];

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
    todo: [
      ...new Set([
        ...Object.values(plans).flatMap((plan) => plan.todo),
        ...todo,
        ...leftInCluster(unpatched, plans, objects),
      ]),
    ],
    notTaken,
    retreats,
    consequences: consequencesOf(finished.fates, built.manifests),
    problems: built.problems,
  };
}
