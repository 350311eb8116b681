import { podLogFile, podMetaLabels } from '../charts/pipeline/testing/target-pod';

/** A pod with all of its containers. */
export interface WholePod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly node: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Who owns it. @default - nobody */
  readonly controller?: { readonly kind: string; readonly name: string } | null;
  readonly containers: readonly PodContainer[];
}

export interface PodContainer {
  readonly name: string;
  readonly kind: 'app' | 'init' | 'ephemeral';
}

/** The targets that discovery makes of a pod, by Prometheus' `role: pod`: ephemeral containers are none. */
export const targetsOf = ({
  containers,
  controller = null,
  ...pod
}: WholePod): readonly Readonly<Record<string, string>>[] =>
  containers
    .filter(({ kind }) => kind !== 'ephemeral')
    .map(({ name, kind }) => podMetaLabels({ ...pod, controller, container: name, init: kind === 'init' }));

/** The files that the kubelet has its containers write to. */
export const logFiles = ({ containers, controller = null, ...pod }: WholePod): readonly string[] =>
  containers.map(({ name }) => podLogFile({ ...pod, controller, container: name }));
