import { hasPodAnnotation, META, podAnnotation, podLabel } from '../compile/meta-labels';

/** A container of a pod, as a collector finds it. Everything has a value that fits a pod of a Deployment. */
export interface TestPod {
  /** @default 'default' */
  readonly namespace?: string;
  /** @default 'web-6d4cf56db6-x7k2p' */
  readonly name?: string;
  /** @default 'web' */
  readonly container?: string;
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** What owns the pod; null for a pod of its own. @default { kind: 'ReplicaSet', name: the pod's name without its last part } */
  readonly controller?: { readonly kind: string; readonly name: string } | null;
  /** @default 'node-1' */
  readonly node?: string;
  /** @default '0a1b2c3d-0000-4000-8000-000000000000' */
  readonly uid?: string;
  /** @default '10.0.0.7' */
  readonly ip?: string;
  /** @default '10.1.0.1' */
  readonly hostIp?: string;
  /** @default 'registry.example.com/web:1.0' */
  readonly image?: string;
  /** @default false */
  readonly init?: boolean;
}

const withDefaults = (pod: TestPod) => {
  const name = pod.name ?? 'web-6d4cf56db6-x7k2p';
  return {
    namespace: 'default',
    container: 'web',
    node: 'node-1',
    uid: '0a1b2c3d-0000-4000-8000-000000000000',
    ip: '10.0.0.7',
    hostIp: '10.1.0.1',
    image: 'registry.example.com/web:1.0',
    init: false,
    labels: {},
    annotations: {},
    ...pod,
    name,
    controller:
      pod.controller === undefined
        ? { kind: 'ReplicaSet', name: name.replace(/-[^-]*$/, '') }
        : (pod.controller ?? undefined),
  };
};

/** What discovery says of the container. @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod */
export function podMetaLabels(given: TestPod): Readonly<Record<string, string>> {
  const pod = withDefaults(given);
  return {
    __address__: pod.ip,
    [`${META}namespace`]: pod.namespace,
    [`${META}pod_name`]: pod.name,
    [`${META}pod_uid`]: pod.uid,
    [`${META}pod_ip`]: pod.ip,
    [`${META}host_ip`]: pod.hostIp,
    [`${META}pod_host_ip`]: pod.hostIp,
    [`${META}pod_node_name`]: pod.node,
    [`${META}pod_phase`]: 'Running',
    [`${META}pod_ready`]: 'true',
    [`${META}pod_container_name`]: pod.container,
    [`${META}pod_container_image`]: pod.image,
    [`${META}pod_container_id`]: 'containerd://0123456789abcdef',
    [`${META}pod_container_init`]: String(pod.init),
    ...(pod.controller === undefined
      ? {}
      : {
          [`${META}pod_controller_kind`]: pod.controller.kind,
          [`${META}pod_controller_name`]: pod.controller.name,
        }),
    ...Object.fromEntries(
      Object.entries(pod.labels).flatMap(([name, value]) => [
        [podLabel(name), value],
        [podLabel(name).replace('_label_', '_labelpresent_'), 'true'],
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(pod.annotations).flatMap(([name, value]) => [
        [podAnnotation(name), value],
        [hasPodAnnotation(name), 'true'],
      ]),
    ),
  };
}

/** The file that the kubelet has the container write to. */
export function podLogFile(given: TestPod): string {
  const { namespace, name, uid, container, annotations } = withDefaults(given);
  const folder = (annotations as Readonly<Record<string, string>>)['kubernetes.io/config.hash'] ?? uid;
  return `/var/log/pods/${namespace}_${name}_${folder}/${container}/0.log`;
}
