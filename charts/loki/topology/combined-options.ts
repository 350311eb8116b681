import { merged } from '../../kubernetes/pod';
import type { PodOptions } from '../../kubernetes/pod-options';
import { POD_OPTIONS } from '../../kubernetes/pod-shapes';

/** What is said of one component, over what is said of all: names are added to names, anything else is replaced. */
export const combinedOptions = (all: PodOptions, own: PodOptions): PodOptions => ({
  ...all,
  ...own,
  image: { ...all.image, ...own.image },
  env: merged('name', all.env, own.env),
  initContainers: merged('name', all.initContainers, own.initContainers),
  sidecars: merged('name', all.sidecars, own.sidecars),
  volumes: merged('name', all.volumes, own.volumes),
  volumeMounts: merged('mountPath', all.volumeMounts, own.volumeMounts),
  podAnnotations: { ...all.podAnnotations, ...own.podAnnotations },
  podLabels: { ...all.podLabels, ...own.podLabels },
});

/** Of all that is said of a Loki, what is about its pods. */
export const podOptionsOf = (options: PodOptions): PodOptions =>
  Object.fromEntries(Object.entries(options).filter(([key]) => Object.hasOwn(POD_OPTIONS, key)));
