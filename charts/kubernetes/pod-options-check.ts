import { checkLabels } from './checks/names';
import { checkImage } from './image';
import type { PodOptions } from './pod-options';
import type { Problem } from './problem';
import { checkResources } from './resources';

const SELECTING: ReadonlySet<string> = new Set([
  'app.kubernetes.io/component',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/name',
]);

/** Refuses pod options whose fault would only be found in the object that is made of them. */
export function checkPodOptions(options: PodOptions): Problem[] {
  const labels = options.podLabels ?? {};
  return [
    ...checkImage(options.image ?? {}, 'image'),
    ...checkResources(options.resources ?? {}, 'resources'),
    ...checkLabels(labels, 'podLabels'),
    ...Object.keys(labels)
      .filter((key) => SELECTING.has(key))
      .map((key) => ({
        path: `podLabels[${JSON.stringify(key)}]`,
        message: 'is what the pods are selected by, and selectors never change',
        remedy: 'use a label of your own',
      })),
    ...(options.terminationGracePeriodSeconds === undefined || isWholeNumber(options.terminationGracePeriodSeconds)
      ? []
      : [
          {
            path: 'terminationGracePeriodSeconds',
            message: `${JSON.stringify(options.terminationGracePeriodSeconds)} is not a number of seconds`,
            remedy: 'write a whole number',
          },
        ]),
  ];
}

const isWholeNumber = (value: number): boolean => Number.isInteger(value) && value >= 0;
