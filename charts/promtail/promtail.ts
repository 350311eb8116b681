import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { nameField } from '../kubernetes/adopted';
import { dataChecksum } from '../kubernetes/checksum';
import { imageReference } from '../kubernetes/image';
import { addObject } from '../kubernetes/kubernetes-object';
import { checkInstance, type Identity, objectLabels, selectorLabels } from '../kubernetes/labels';
import { checkMountsOf } from '../kubernetes/mounts';
import { checkName } from '../kubernetes/names';
import { type ObjectReference, type Patch, patchObject } from '../kubernetes/patch';
import { podTemplate } from '../kubernetes/pod';
import { checkPodOptions } from '../kubernetes/pod-options-check';
import type { Problem } from '../kubernetes/problem';
import { fitting, refuseComponent, warn } from '../kubernetes/refusal';
import { rootPod } from '../kubernetes/security-context';
import { addServiceAccount } from '../kubernetes/service-account';
import { sortedKeys } from '../kubernetes/sorted-keys';
import type { Container, ResourceRequirements } from '../kubernetes/types';
import { writeYaml } from '../kubernetes/yaml';
import { type Abilities, checkPipeline, checkPushUrl, pipelineWarnings } from '../pipeline/check/pipeline-check';
import { checkNamespace } from '../pipeline/collector/check-namespace';
import { addIntakeService } from '../pipeline/collector/intake-service';
import { containerPorts, folderMounts, folderVolumes } from '../pipeline/collector/pod-parts';
import { compilePipeline } from '../pipeline/compile/compile';
import { type HostFolder, hostFolders, type IntakePort, intakePorts } from '../pipeline/compile/needs';
import type { Destination } from '../pipeline/model/destinations';
import { checkVersion, RELEASES } from '../releases';
import { checkTenantId } from '../tenant-id';
import { type AdoptedPromtail, checkAdoptedPromtail } from './adopted-promtail';
import { clientVolumes } from './clients-config';
import { checkClients, configuredPaths, type PromtailConfig, promtailConfig } from './config';
import { judgeConfig } from './config-problems';
import type { PromtailOptions } from './promtail-options';
import { PROMTAIL_PROPS } from './props-shape';
import { PROMTAIL_SOURCES } from './scrape-config';

export interface PromtailProps extends PromtailOptions {
  /** Where logs are pushed to: a Loki's `pushUrl`, or any URL that ends in `/loki/api/v1/push`. */
  readonly pushUrl: string;
  /** The tenant that the logs are of, sent as `X-Scope-OrgID`: a Loki with `multiTenant` turns away who says none. @default - none */
  readonly tenant?: string;
  /** Name of the DaemonSet and of what belongs to it; a DNS label. @default - the construct's id */
  readonly name?: string;
  /** The release that it belongs to, for labels and selectors: never change it. @default - `name` */
  readonly instance?: string;
  /** A Promtail that runs already, to be taken over. @default - none */
  readonly adopt?: AdoptedPromtail;
}

const HTTP_PORT = 3101;
const PORT_NAME = 'http-metrics';
const CONFIG_FILE = 'promtail.yaml';
const CONFIG_PATH = '/etc/promtail';
/** Where it keeps on the node how far it has read. */
export const POSITIONS_PATH = '/run/promtail';

/** What Promtail can do of a pipeline. */
const ABILITIES: Abilities = { collector: 'Promtail', sources: PROMTAIL_SOURCES, wal: false };

const RESOURCES: ResourceRequirements = {
  requests: {
    cpu: '50m', // per node; reading and labelling some hundred lines a second
    memory: '64Mi', // idle, with the pods of a node watched
  },
  limits: {
    memory: '256Mi', // batches that wait while Loki is away, and a node of a hundred pods
  },
};

const END_OF_LIFE =
  'Promtail is end of life since 2026-03-02 and gets no more fixes, not even for security. Plan the move to its successor, ' +
  "Grafana Alloy, which takes the same pipeline: collector: { type: 'alloy' }. Until then set collector.namespace, so that only " +
  'the collector runs privileged.';

/** Promtail as a DaemonSet on every node: it reads the node's container logs and pushes them to Loki. */
export class Promtail extends Construct {
  /** The whole configuration that it gets: our defaults and what was laid over them. */
  readonly config: PromtailConfig;

  constructor(scope: Construct, id: string, given: PromtailProps) {
    super(scope, id);
    const props = fitting(this, given, PROMTAIL_PROPS);
    const { adopt = {} } = props;
    const name = adopt.name ?? props.name ?? id;
    const instance = adopt.instance ?? props.instance ?? name;
    const config = adopt.config ?? name;
    const { clusterRole = name, clusterRoleBinding = name } = adopt;
    const { namespace } = Chart.of(this);
    const version = props.version ?? RELEASES.promtail.newest;
    const pipeline = props.pipeline ?? {};
    const jobs = compilePipeline(pipeline);
    const destinations = [{ url: props.pushUrl, tenant: props.tenant }, ...(pipeline.destinations ?? [])];
    this.config = promtailConfig(
      {
        httpPort: HTTP_PORT,
        positionsFile: `${POSITIONS_PATH}/positions.yaml`,
        jobs,
        destinations,
      },
      props.config,
    );

    const folders = hostFolders(jobs);
    const ports = intakePorts(jobs);
    const identity: Identity = { name: 'promtail', instance, component: 'collector', selector: adopt.selector };
    const labels = objectLabels(identity);
    const annotations = props.serviceAccountAnnotations;
    const serviceAccountName = addServiceAccount(this, { name, labels, annotations }, adopt.serviceAccount);
    addObject(this, 'cluster-role', 'ClusterRole', {
      metadata: { name: clusterRole, labels },
      // What discovery needs to know of pods; it reads their logs from the node.
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
    });
    addObject(this, 'cluster-role-binding', 'ClusterRoleBinding', {
      metadata: { name: clusterRoleBinding, labels },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: clusterRole },
      subjects: [{ kind: 'ServiceAccount', name: serviceAccountName, namespace }],
    });
    const configMap = addObject(this, 'config', 'ConfigMap', {
      metadata: { name: config, labels },
      data: { [CONFIG_FILE]: writeYaml(sortedKeys(this.config)) },
    });
    addIntakeService(this, name, identity, ports);
    const daemonSet = addObject(this, 'daemon-set', 'DaemonSet', {
      metadata: { name, labels: { ...labels, 'app.kubernetes.io/version': version } },
      spec: {
        selector: { matchLabels: selectorLabels(identity) },
        template: podTemplate(
          {
            identity,
            checksums: { 'checksum/config': dataChecksum(configMap) },
            serviceAccountName,
            automountServiceAccountToken: true,
            // Container logs belong to root.
            securityContext: rootPod,
            container: promtailContainer(version, { folders, ports, destinations }, props),
            volumes: [
              { name: 'config', configMap: { name: config } },
              { name: 'run', hostPath: { path: POSITIONS_PATH, type: 'DirectoryOrCreate' } },
              ...folderVolumes(folders),
              ...clientVolumes(destinations).volumes,
            ],
            // A node without a collector is a node without logs, and nobody is told.
            tolerations: [{ operator: 'Exists' }],
          },
          props,
        ),
      },
    });

    const verdict = judgeConfig(this.config, props.config ?? {}, version);
    warn(this, END_OF_LIFE);
    for (const warning of [...pipelineWarnings(jobs), ...verdict.warnings]) warn(this, warning);
    refuseComponent(this, () => {
      const ofProps = [
        ...checkInstance(props.instance),
        ...checkAdoptedPromtail(props.adopt),
        ...checkPromtail(props, name, version),
        ...checkPipeline(pipeline, jobs, { ...ABILITIES, stagesOf: version }, 'pipeline'),
        ...checkClients(props.config ?? {}, props.tenant),
        ...checkNamespace(namespace),
        ...checkMountsOf(daemonSet, 'promtail', configuredPaths(this.config)),
        ...verdict.ofUser,
      ];
      return ofProps.length > 0 ? ofProps : verdict.derived;
    });
  }

  /** Changes an object of this component in its final form, such as `DaemonSet/loki-promtail`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }
}

/** What the pipeline needs of a pod. */
interface PodNeeds {
  readonly folders: readonly HostFolder[];
  readonly ports: readonly IntakePort[];
  readonly destinations: readonly Destination[];
}

function promtailContainer(
  version: string,
  { folders, ports, destinations }: PodNeeds,
  { image }: PromtailOptions,
): Container {
  return {
    name: 'promtail',
    image: imageReference({ registry: 'docker.io', repository: RELEASES.promtail.repository, tag: version, ...image }),
    args: [`-config.file=${CONFIG_PATH}/${CONFIG_FILE}`],
    // Promtail follows only the pods of the node that this names.
    env: [{ name: 'HOSTNAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    ports: [{ name: PORT_NAME, containerPort: HTTP_PORT }, ...containerPorts(ports)],
    resources: RESOURCES,
    readinessProbe: {
      httpGet: { path: '/ready', port: PORT_NAME },
      initialDelaySeconds: 10,
      failureThreshold: 5,
    },
    volumeMounts: [
      { name: 'config', mountPath: CONFIG_PATH, readOnly: true },
      { name: 'run', mountPath: POSITIONS_PATH },
      ...folderMounts(folders),
      ...clientVolumes(destinations).volumeMounts,
    ],
  };
}

function checkPromtail(props: PromtailProps, name: string, version: string): Problem[] {
  return [
    ...checkName(name, nameField(props.adopt)),
    ...checkVersion('promtail', version, 'version'),
    ...checkPodOptions(props),
    ...checkPushUrl(props.pushUrl, 'pushUrl'),
    ...(props.tenant === undefined ? [] : checkTenantId(props.tenant, 'tenant')),
  ];
}
