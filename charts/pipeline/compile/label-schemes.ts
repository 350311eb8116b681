import type { PrometheusRule } from './job';
import {
  CONTAINER,
  CONTROLLER,
  hasPodAnnotation,
  META,
  NAMESPACE,
  NODE,
  POD,
  podAnnotation,
  podLabel,
  UID,
} from './meta-labels';

type RelabelRule = PrometheusRule;

/** One way from pods to streams. */
export interface SchemeJob {
  readonly name: string;
  /** What makes the labels. */
  readonly rules: readonly RelabelRule[];
  /** What says in which files the logs are. */
  readonly files: readonly RelabelRule[];
}

/** The kubelet's folders: `<namespace>_<pod>_<uid>/<container>/<n>.log`. */
const LOG_FILES = '/var/log/pods/*$1/*.log';

export const copy = (source: string, target: string): RelabelRule => ({
  source_labels: [source],
  target_label: target,
});

export const firstOf = (sources: readonly string[], target: string): RelabelRule => ({
  source_labels: sources,
  regex: '^;*([^;]+)(;.*)?$',
  target_label: target,
});

const joined = (sources: readonly string[], target: string, rule: RelabelRule = {}): RelabelRule => ({
  source_labels: sources,
  separator: '/',
  ...rule,
  target_label: target,
});

const drop = (sources: readonly string[], regex: string, rule: RelabelRule = {}): RelabelRule => ({
  action: 'drop',
  source_labels: sources,
  ...rule,
  regex,
});

/** Where the kubelet writes a container's logs. */
const POD_FILES: readonly RelabelRule[] = [
  joined([UID, CONTAINER], '__path__', { replacement: LOG_FILES }),
  // The kubelet names a static pod's folder after the hash of its configuration instead of the uid.
  joined(
    [hasPodAnnotation('kubernetes_io_config_hash'), podAnnotation('kubernetes_io_config_hash'), CONTAINER],
    '__path__',
    { regex: 'true/(.*)', replacement: LOG_FILES },
  ),
];

/**
 * One job for every container of the node: `namespace`, `app`, `instance`, `component`, `pod`, `container`, `node_name`
 * and `job`, the scheme of the newest Promtail chart. With `filename` and `stream` that is ten labels; Loki 3 takes 15.
 */
const KUBERNETES_PODS: readonly SchemeJob[] = [
  {
    name: 'kubernetes-pods',
    rules: [
      // A ReplicaSet's name without its hash is its Deployment's.
      { ...copy(CONTROLLER, '__tmp_controller_name'), regex: '([0-9a-z-.]+?)(-[0-9a-f]{8,10})?' },
      firstOf([podLabel('app_kubernetes_io_name'), podLabel('app'), '__tmp_controller_name', POD], 'app'),
      firstOf([podLabel('app_kubernetes_io_instance'), podLabel('instance')], 'instance'),
      firstOf([podLabel('app_kubernetes_io_component'), podLabel('component')], 'component'),
      copy(NODE, 'node_name'),
      copy(NAMESPACE, 'namespace'),
      joined([NAMESPACE, 'app'], 'job'),
      copy(POD, 'pod'),
      copy(CONTAINER, 'container'),
    ],
    files: POD_FILES,
  },
];

const SERVICE = '__service__';
const NAME = podLabel('name');
const APP = podLabel('app');
const MIRROR = podAnnotation('kubernetes_io_config_mirror');
/** A ReplicaSet's name, as against a DaemonSet's or a StatefulSet's. */
const HASHED_NAME = '[0-9a-z-.]+-[0-9a-f]{8,10}';

/** What the five jobs do alike once they know the service: a pod without one is not collected. */
const tail: readonly RelabelRule[] = [
  copy(NODE, '__host__'),
  drop([SERVICE], ''),
  { action: 'labelmap', regex: `${META}pod_label_(.+)` },
  joined([NAMESPACE, SERVICE], 'job', { replacement: '$1' }),
  copy(NAMESPACE, 'namespace'),
  copy(POD, 'pod'),
  copy(CONTAINER, 'container'),
];

const filesIn = (folder: string): readonly RelabelRule[] => [
  joined([folder, CONTAINER], '__path__', { replacement: LOG_FILES }),
];

const dropNamed = drop([NAME, APP], '.+', { separator: '' });

/**
 * The five jobs of the chart loki-stack in 2021: pods by their label `name`, by `app`, by their controller, by its
 * controller, and static pods. Every label of a pod becomes a label of its stream, which Loki 3 refuses above 15.
 */
const LOKI_STACK: readonly SchemeJob[] = [
  { name: 'kubernetes-pods-name', rules: [copy(NAME, SERVICE), ...tail], files: filesIn(UID) },
  { name: 'kubernetes-pods-app', rules: [drop([NAME], '.+'), copy(APP, SERVICE), ...tail], files: filesIn(UID) },
  {
    name: 'kubernetes-pods-direct-controllers',
    rules: [dropNamed, drop([CONTROLLER], HASHED_NAME), copy(CONTROLLER, SERVICE), ...tail],
    files: filesIn(UID),
  },
  {
    name: 'kubernetes-pods-indirect-controller',
    rules: [
      dropNamed,
      { action: 'keep', source_labels: [CONTROLLER], regex: HASHED_NAME },
      { ...copy(CONTROLLER, SERVICE), regex: '([0-9a-z-.]+)-[0-9a-f]{8,10}' },
      ...tail,
    ],
    files: filesIn(UID),
  },
  {
    name: 'kubernetes-pods-static',
    rules: [drop([MIRROR], ''), copy(podLabel('component'), SERVICE), ...tail],
    files: filesIn(MIRROR),
  },
];

/** Pods told apart by nothing but what the user names. */
const UNLABELLED: readonly SchemeJob[] = [{ name: 'kubernetes-pods', rules: [], files: POD_FILES }];

/** Which pods become which streams: the ready-made ways. */
export const LABEL_SCHEMES = {
  'kubernetes-pods': KUBERNETES_PODS,
  'loki-stack': LOKI_STACK,
  none: UNLABELLED,
} as const;

export type LabelScheme = keyof typeof LABEL_SCHEMES;
