import type { ImageOptions } from './image';
import type { PodOptions } from './pod-options';
import { anything, flag, listOf, mapOf, objectOf, openObject, type Shape, scalar, text } from './shape';

/** What is known here of Kubernetes' own types: the fields that something is made of or checked by. */

const LABELS = mapOf(text);

const QUANTITIES = mapOf(scalar);

const RESOURCES = openObject({ limits: QUANTITIES, requests: QUANTITIES });

const ENV_VAR = openObject({ name: text, value: text }, ['name']);

const VOLUME = openObject({ name: text }, ['name']);

const VOLUME_MOUNT = openObject({ mountPath: text, name: text, readOnly: flag, subPath: text }, ['mountPath', 'name']);

const PROBE = openObject({ httpGet: openObject({ port: scalar }), tcpSocket: openObject({ port: scalar }) });

const SECURITY_CONTEXT = openObject({ readOnlyRootFilesystem: flag });

const CONTAINER = openObject(
  {
    args: listOf(text),
    command: listOf(text),
    env: listOf(ENV_VAR),
    image: text,
    livenessProbe: PROBE,
    name: text,
    ports: listOf(openObject({ containerPort: scalar, name: text }, ['containerPort'])),
    readinessProbe: PROBE,
    resources: RESOURCES,
    securityContext: SECURITY_CONTEXT,
    startupProbe: PROBE,
    volumeMounts: listOf(VOLUME_MOUNT),
  },
  ['name'],
);

const OBJECTS = listOf(openObject({}));

const WORKLOAD_SPEC = openObject({
  selector: openObject({ matchLabels: LABELS }),
  template: openObject({
    metadata: openObject({ annotations: LABELS, labels: mapOf(scalar) }),
    spec: openObject({
      containers: listOf(CONTAINER),
      initContainers: listOf(CONTAINER),
      nodeSelector: LABELS,
      tolerations: OBJECTS,
      volumes: listOf(VOLUME),
    }),
  }),
  volumeClaimTemplates: listOf(openObject({ metadata: openObject({ name: text }) })),
});

const SERVICE_SPEC = openObject({
  ports: listOf(openObject({ name: text, port: scalar, targetPort: scalar }, ['port'])),
  selector: LABELS,
});

/** Values of labels are checked elsewhere. */
const METADATA = openObject({ annotations: LABELS, labels: mapOf(scalar), name: text, namespace: text }, ['name']);

/** Any object that an API server may be sent; `spec` as its kind has it. */
const objectWith = (spec: Shape): Shape =>
  openObject(
    {
      apiVersion: text,
      kind: text,
      metadata: METADATA,
      spec,
    },
    ['apiVersion', 'kind', 'metadata'],
  );

export const OBJECT = objectWith(anything);
export const WORKLOAD = objectWith(WORKLOAD_SPEC);
export const SERVICE = objectWith(SERVICE_SPEC);

export const IMAGE = objectOf<ImageOptions>({ digest: text, registry: text, repository: text, tag: text });

/** The options of every component's pods. */
export const POD_OPTIONS = {
  affinity: openObject({}),
  env: listOf(ENV_VAR),
  extraArgs: listOf(text),
  image: IMAGE,
  imagePullSecrets: listOf(openObject({ name: text }, ['name'])),
  initContainers: listOf(CONTAINER),
  livenessProbe: PROBE,
  nodeSelector: LABELS,
  podAnnotations: LABELS,
  podLabels: LABELS,
  podSecurityContext: openObject({}),
  priorityClassName: text,
  readinessProbe: PROBE,
  resources: RESOURCES,
  securityContext: SECURITY_CONTEXT,
  serviceAccountAnnotations: LABELS,
  sidecars: listOf(CONTAINER),
  startupProbe: PROBE,
  terminationGracePeriodSeconds: scalar,
  tolerations: OBJECTS,
  topologySpreadConstraints: OBJECTS,
  volumeMounts: listOf(VOLUME_MOUNT),
  volumes: listOf(VOLUME),
} as const satisfies { readonly [K in keyof Required<PodOptions>]: Shape };
