import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { HEADLESS_SUFFIX } from '../../kubernetes/adopted-stateful-set';
import { imageReference } from '../../kubernetes/image';
import { addObject } from '../../kubernetes/kubernetes-object';
import { type Identity, objectLabels, selectorLabels } from '../../kubernetes/labels';
import { podTemplate } from '../../kubernetes/pod';
import { nonRootPod } from '../../kubernetes/security-context';
import type { Container, PodTemplateSpec, Probe } from '../../kubernetes/types';
import { isAtLeast, RELEASES } from '../../releases';
import type { AdoptedLoki } from '../adopted-loki';
import { GRPC_PORT, HTTP_PORT, LOKI_USER, MEMBERLIST_PORT } from '../defaults';
import { claimRetention, claimTemplate, dataVolume } from '../persistence';
import type { StorageNeeds } from '../storage/storage-pod';
import { addAutoscaler, addDisruptionBudget } from './availability';
import { type LokiComponent, SINGLE_BINARY } from './components';
import { rolloutOf } from './rollout';
import { spreadOf } from './spread';

/** What all pods of one Loki have in common. */
export interface SharedPods {
  readonly name: string;
  /** Of the whole Loki. */
  readonly service: string;
  /** Of the whole Loki. */
  readonly headlessService: string;
  /** Name of the Secret that its configuration is in. */
  readonly config: string;
  readonly serviceAccountName: string;
  /** What runs already of the whole Loki. */
  readonly adopt: AdoptedLoki;
  readonly instance: string;
  readonly version: string;
  /** Whether several processes make up this Loki. */
  readonly isCluster: boolean;
  /** Where the volume is mounted. */
  readonly mountPath: string;
  readonly configFile: string;
  readonly expandsEnv: boolean;
  readonly checksums: Readonly<Record<string, string>>;
  readonly needs: StorageNeeds;
}

const CONFIG_FOLDER = '/etc/loki';
const DATA_VOLUME = 'storage';
const PORT_NAME = 'http-metrics';
const GRPC_PORT_NAME = 'grpc';
const MEMBERLIST_PORT_NAME = 'memberlist';
const HTTP = { name: PORT_NAME, port: HTTP_PORT, targetPort: PORT_NAME };
const GRPC = { name: GRPC_PORT_NAME, port: GRPC_PORT, targetPort: GRPC_PORT_NAME };

/** Every process that gossips carries it. */
const MEMBER_LABELS = { gossip_ring_member: 'true' };

export const objectName = (name: string, { component }: LokiComponent): string =>
  component === SINGLE_BINARY ? name : `${name}-${component}`;

const identityOf = ({ component }: LokiComponent, { instance, adopt }: SharedPods): Identity => ({
  name: 'loki',
  instance,
  component,
  selector: adopt.selector,
});

const volumeOf = ({ adopt }: SharedPods): string => adopt.volume ?? DATA_VOLUME;

/** A component's workload, and the Services by which it is found. The ids of the whole Loki's objects are those without a component. */
export function addComponent(scope: Construct, component: LokiComponent, shared: SharedPods): ApiObject {
  const name = objectName(shared.name, component);
  const identity = identityOf(component, shared);
  const labels = objectLabels(identity);
  const id = (of: string) => (component.component === SINGLE_BINARY ? of : `${component.component}-${of}`);
  const ports = shared.isCluster ? [HTTP, GRPC] : [HTTP];
  const selector = selectorLabels(identity);
  const isWhole = component.component === SINGLE_BINARY;
  const service = isWhole ? shared.service : name;
  const headless = isWhole ? shared.headlessService : `${name}${HEADLESS_SUFFIX}`;
  if (component.hasService) {
    addObject(scope, id('service'), 'Service', { metadata: { name: service, labels }, spec: { selector, ports } });
  }
  // One that runs already may be named by the Service that has an address.
  if (component.hasHeadlessService && headless !== service) {
    addObject(scope, id('headless-service'), 'Service', {
      metadata: { name: headless, labels },
      spec: { clusterIP: 'None', publishNotReadyAddresses: component.isFoundBeforeReady || undefined, selector, ports },
    });
  }
  const metadata = { name, labels: { ...labels, 'app.kubernetes.io/version': shared.version } };
  const template = componentTemplate(component, shared);
  const workload =
    component.workload === 'Deployment'
      ? addObject(scope, id('deployment'), 'Deployment', {
          metadata,
          spec: {
            replicas: component.autoscaling === undefined ? component.replicas : undefined,
            selector: { matchLabels: selector },
            template,
          },
        })
      : addStatefulSet(scope, id('stateful-set'), component, shared, { metadata, headless, selector, template });
  if (component.autoscaling !== undefined)
    addAutoscaler(scope, id('autoscaler'), workload, labels, component.autoscaling);
  const pods = component.autoscaling?.minReplicas ?? component.replicas;
  if (shared.isCluster && component.zone === undefined && pods > 1) {
    addDisruptionBudget(scope, id('disruption-budget'), { name, labels }, selector);
  }
  return workload;
}

interface StatefulSetParts {
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly headless: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly template: PodTemplateSpec;
}

function addStatefulSet(
  scope: Construct,
  id: string,
  component: LokiComponent,
  shared: SharedPods,
  { metadata, headless, selector, template }: StatefulSetParts,
): ApiObject {
  const { adopt } = shared;
  const persistence = component.persistence ?? { type: 'ephemeral' };
  const rollout = rolloutOf(component);
  return addObject(scope, id, 'StatefulSet', {
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...rollout.labels },
      annotations: rollout.annotations,
    },
    spec: {
      replicas: component.replicas,
      serviceName: headless,
      // Never said of the whole Loki: it could not be changed when a single one becomes several.
      podManagementPolicy: component.component === SINGLE_BINARY ? adopt.podManagementPolicy : 'Parallel',
      updateStrategy: rollout.updateStrategy,
      selector: { matchLabels: selector },
      template,
      volumeClaimTemplates: adopt.volumeClaimTemplates ?? claimTemplate(volumeOf(shared), persistence),
      persistentVolumeClaimRetentionPolicy: claimRetention(persistence),
    },
  });
}

function componentTemplate(component: LokiComponent, shared: SharedPods): PodTemplateSpec {
  const persistence = component.persistence ?? { type: 'ephemeral' };
  return podTemplate(
    {
      identity: identityOf(component, shared),
      labels: {
        ...shared.needs.podLabels,
        ...(shared.isCluster ? MEMBER_LABELS : {}),
        ...rolloutOf(component).labels,
      },
      checksums: shared.checksums,
      serviceAccountName: shared.serviceAccountName,
      // Credentials for a cloud come by a token of their own; Loki never asks the API server.
      automountServiceAccountToken: false,
      securityContext: nonRootPod(LOKI_USER),
      container: lokiContainer(component, shared),
      volumes: [
        { name: 'config', secret: { secretName: shared.config } },
        { name: 'tmp', emptyDir: {} },
        ...dataVolume(volumeOf(shared), persistence),
        ...shared.needs.volumes,
      ],
      nodeSelector: component.zone === undefined ? undefined : { 'topology.kubernetes.io/zone': component.zone },
      topologySpreadConstraints: shared.isCluster
        ? spreadOf(component, selectorLabels(identityOf(component, shared)))
        : undefined,
      terminationGracePeriodSeconds: component.gracePeriodSeconds,
    },
    component.options,
  );
}

function lokiContainer(component: LokiComponent, shared: SharedPods): Container {
  const { version, isCluster, needs, adopt } = shared;
  const configFolder = adopt.configFolder ?? CONFIG_FOLDER;
  const { target, zone, options, resources } = component;
  return {
    name: 'loki',
    image: imageReference({
      ...{ registry: 'docker.io', repository: RELEASES.loki.repository, tag: version },
      ...options.image,
    }),
    args: [
      `-config.file=${configFolder}/${shared.configFile}`,
      // Only where something is to be filled in: it would eat every other `$`.
      ...(shared.expandsEnv ? ['-config.expand-env=true'] : []),
      ...(target === undefined ? [] : [`-target=${target}`]),
      ...(zone === undefined ? [] : [`-ingester.availability-zone=${zone}`]),
    ],
    env: needs.env,
    ports: [
      { name: PORT_NAME, containerPort: HTTP_PORT },
      ...(isCluster
        ? [
            { name: GRPC_PORT_NAME, containerPort: GRPC_PORT },
            { name: MEMBERLIST_PORT_NAME, containerPort: MEMBERLIST_PORT },
          ]
        : []),
    ],
    resources,
    readinessProbe: { httpGet: { path: '/ready', port: PORT_NAME } },
    livenessProbe: livenessProbe(version),
    volumeMounts: [
      { name: 'config', mountPath: configFolder, readOnly: true },
      { name: volumeOf(shared), mountPath: shared.mountPath },
      { name: 'tmp', mountPath: '/tmp' },
      ...needs.volumeMounts,
    ],
  };
}

/**
 * Whether the process still answers, not whether it is ready: `/ready` says no for as long as the write-ahead log is
 * replayed, and a kubelet that acted on it would start the replay over and over.
 */
const livenessProbe = (version: string): Probe => ({
  ...(isAtLeast(version, '3.0')
    ? { httpGet: { path: '/loki/api/v1/status/buildinfo', port: PORT_NAME } }
    : { tcpSocket: { port: PORT_NAME } }),
  initialDelaySeconds: 30,
  timeoutSeconds: 5,
  failureThreshold: 6,
});

/** Where every process finds the others, ready or not. */
export function addMemberlistService(scope: Construct, name: string, shared: SharedPods): void {
  const identity: Identity = {
    name: 'loki',
    instance: shared.instance,
    component: 'memberlist',
    selector: shared.adopt.selector,
  };
  const { 'app.kubernetes.io/component': _, ...selector } = selectorLabels(identity);
  addObject(scope, 'memberlist-service', 'Service', {
    metadata: { name, labels: objectLabels({ ...identity, selector: undefined }) },
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: { ...selector, ...MEMBER_LABELS },
      ports: [{ name: MEMBERLIST_PORT_NAME, port: MEMBERLIST_PORT, targetPort: MEMBERLIST_PORT_NAME }],
    },
  });
}
