import { parseRelease } from '../../releases';
import { asText, type JsonObject, objectsIn, textIn, textsIn, valueAt } from '../json';
import { type ParsedImage, parseImage } from './image-name';
import { nameOf, placeOf, type ReleaseObject } from './release-object';

export type ComponentName = 'loki' | 'promtail' | 'grafana';

/** How the workload of a program is told from others, whatever the chart and its version: by the image, else by its labels. */
interface Signs {
  /** The last part of the image's repository. */
  readonly image: RegExp;
  /** Names of its container, and of the program in its labels. */
  readonly names: readonly string[];
  /** The kinds that can be taken over. */
  readonly kinds: readonly string[];
}

const SIGNS: Readonly<Record<ComponentName, Signs>> = {
  loki: { image: /^loki(?:-distroless)?$/, names: ['loki'], kinds: ['StatefulSet'] },
  promtail: { image: /^promtail$/, names: ['promtail'], kinds: ['DaemonSet'] },
  grafana: {
    image: /^grafana(?:-oss|-enterprise)?(?:-ubuntu)?$/,
    names: ['grafana'],
    kinds: ['Deployment', 'StatefulSet'],
  },
};

export const COMPONENT_NAMES = Object.keys(SIGNS) as ComponentName[];

/** The workload of a program of the stack. */
export interface FoundComponent {
  readonly component: ComponentName;
  readonly workload: ReleaseObject;
  readonly pod: JsonObject;
  /** The container that runs the program. */
  readonly container: JsonObject;
  readonly image: ParsedImage;
  /** Its release, as far as image and labels tell it. */
  readonly version?: string;
  /** The chart that rendered it: `loki-2.3.1`. */
  readonly chart?: string;
}

export interface FoundComponents {
  readonly found: Partial<Readonly<Record<ComponentName, FoundComponent>>>;
  /** Why a program that is there cannot be taken over: it stays as it is. */
  readonly refused: readonly string[];
}

/** Finds the workloads that constructs of this library can take over, one of each. */
export function findComponents(objects: readonly ReleaseObject[]): FoundComponents {
  const refused: string[] = [];
  const found: Partial<Record<ComponentName, FoundComponent>> = {};
  for (const component of COMPONENT_NAMES) {
    const candidates = objects.flatMap((object) => candidateOf(component, object) ?? []);
    const reasons = candidates.flatMap((candidate) => whyNot(candidate) ?? []);
    const usable = candidates.filter((candidate) => whyNot(candidate) === undefined);
    refused.push(...reasons);
    const [first, ...others] = usable;
    if (others.length === 0) {
      if (first !== undefined) found[component] = first;
      continue;
    }
    const names = usable.map(({ workload }) => placeOf(workload)).join(' and ');
    refused.push(`${names} ${usable.length === 2 ? 'both' : 'all'} run ${component}: give one of them at a time`);
  }
  return { found, refused };
}

function candidateOf(component: ComponentName, object: ReleaseObject): FoundComponent | undefined {
  const template = valueAt(object.manifest, 'spec', 'template');
  const pod = valueAt(template, 'spec');
  if (pod === undefined || !POD_KINDS.has(object.kind) || isHook(object)) return undefined;
  const containers = objectsIn(valueAt(pod, 'containers'));
  const signs = SIGNS[component];
  const labels = { ...object.labels, ...textsIn(valueAt(template, 'metadata', 'labels')) };
  const program = labels['app.kubernetes.io/name'] ?? labels.app;
  const container =
    containers.find(({ image }) => signs.image.test(parseImage(textIn(image) ?? '').program)) ??
    (signs.names.includes(program ?? '')
      ? containers.find(({ name }) => signs.names.includes(asText(name)))
      : undefined);
  if (container === undefined) return undefined;
  const image = parseImage(textIn(container.image) ?? '');
  return {
    component,
    workload: object,
    pod: pod as JsonObject,
    container,
    image,
    version: versionOf(image.tag, labels['app.kubernetes.io/version']),
    chart: object.labels['helm.sh/chart'] ?? object.labels.chart,
  };
}

const POD_KINDS: ReadonlySet<string> = new Set(['DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet']);

/** Made for a moment of Helm's own, such as a test. */
export const isHook = ({ annotations }: ReleaseObject): boolean => annotations['helm.sh/hook'] !== undefined;

const versionOf = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts
    .flatMap((text) => /^v?(\d+\.\d+\.\d+)(?:$|[-+@])/.exec(text ?? '')?.[1] ?? [])
    .find((text) => parseRelease(text) !== undefined);

/** Why a workload that runs the program cannot be taken over; undefined when it can. */
function whyNot({ component, workload, container }: FoundComponent): string | undefined {
  const { kinds } = SIGNS[component];
  if (!kinds.includes(workload.kind)) {
    return `${nameOf(workload)} runs ${component}, which is taken over from a ${kinds.join(' or ')} only`;
  }
  const target = optionOf(container, 'target');
  if (component !== 'loki' || target === undefined || /^all(?:,|$)/.test(target)) return undefined;
  return `${nameOf(workload)} runs Loki as "${target}", one of several tasks: only one that does everything is taken over`;
}

/** The value of an option among a container's arguments: `-config.file=…`, or the argument after `-config.file`. */
export function optionOf({ args, command }: JsonObject, option: string): string | undefined {
  const words = [command, args].flatMap((list) => (Array.isArray(list) ? list.map(asText) : []));
  for (const [index, word] of words.entries()) {
    const [, name, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === option) return value ?? words[index + 1];
  }
  return undefined;
}
