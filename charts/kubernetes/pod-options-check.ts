import { checkAnnotations, checkLabels } from './checks/names';
import { repeated } from './checks/pods';
import { checkImage } from './image';
import type { PodOptions } from './pod-options';
import type { Problem } from './problem';
import { checkResources } from './resources';

const SELECTING: ReadonlySet<string> = new Set([
  'app.kubernetes.io/component',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/name',
]);

/** Refuses pod options whose fault would only be found in the object that is made of them, or nowhere. */
export function checkPodOptions(options: PodOptions): Problem[] {
  const { podLabels = {}, podAnnotations = {}, serviceAccountAnnotations = {}, nodeSelector = {} } = options;
  return [
    ...checkImage(options.image ?? {}, 'image'),
    ...checkResources(options.resources ?? {}, 'resources'),
    ...checkLabels(nodeSelector, 'nodeSelector'),
    ...checkLabels(podLabels, 'podLabels'),
    ...reserved(
      podLabels,
      'podLabels',
      (key) => SELECTING.has(key),
      'is what the pods are selected by, and selectors never change',
    ),
    ...checkAnnotations(podAnnotations, 'podAnnotations'),
    ...reserved(
      podAnnotations,
      'podAnnotations',
      (key) => key.startsWith('checksum/'),
      'is ours: the pods roll when what they read changes',
    ),
    ...checkAnnotations(serviceAccountAnnotations, 'serviceAccountAnnotations'),
    ...checkOnce(options),
    ...checkSeconds(options.terminationGracePeriodSeconds, 'terminationGracePeriodSeconds'),
  ];
}

const reserved = (
  map: Readonly<Record<string, string>>,
  path: string,
  isOurs: (key: string) => boolean,
  message: string,
): Problem[] =>
  Object.keys(map)
    .filter(isOurs)
    .map((key) => ({
      path: `${path}[${JSON.stringify(key)}]`,
      message,
      remedy: `use ${path === 'podLabels' ? 'a label' : 'an annotation'} of your own`,
    }));

/** Of two things with one name only the first would replace ours. */
const checkOnce = ({ env = [], initContainers = [], sidecars = [], volumeMounts = [], volumes = [] }: PodOptions) => [
  ...Object.entries({ env, initContainers, sidecars, volumes }).flatMap(([option, items]) =>
    repeated(items.map(({ name }, index) => [name, `${option}[${index}].name`])),
  ),
  ...repeated(volumeMounts.map(({ mountPath }, index) => [mountPath, `volumeMounts[${index}].mountPath`])),
];

const checkSeconds = (seconds: number | undefined, path: string): Problem[] =>
  seconds === undefined || (Number.isInteger(seconds) && seconds >= 0)
    ? []
    : [{ path, message: `${JSON.stringify(seconds)} is not a number of seconds`, remedy: 'write a whole number' }];
