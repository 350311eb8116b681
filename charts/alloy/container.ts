import { imageReference } from '../kubernetes/image';
import type { Container, EnvVar, ResourceRequirements, Volume, VolumeMount } from '../kubernetes/types';
import { containerPorts, folderMounts, folderVolumes } from '../pipeline/collector/pod-parts';
import { destinationVolumes } from '../pipeline/compile/destination-files';
import type { Job } from '../pipeline/compile/job';
import { hostFolders, intakePorts } from '../pipeline/compile/needs';
import type { Destination } from '../pipeline/model/destinations';
import { RELEASES } from '../releases';
import type { AlloyOptions } from './alloy-options';
import { DESTINATION_FILES, destinationVariables } from './config/destinations';
import { PROMTAIL_POSITIONS } from './config/sources/promtail-positions';
import type { Stability } from './config/text';

export const HTTP_PORT = 12345;
const PORT_NAME = 'http-metrics';
export const CONFIG_FILE = 'config.alloy';
const CONFIG_PATH = '/etc/alloy';
/** Where Alloy keeps how far it has read, and its write-ahead log. */
const STORAGE_PATH = '/var/lib/alloy';

/** Where the image's user, which is not its default, may write. */
export const ALLOY_USER = { user: 473, group: 473 };

const NODE_RESOURCES: ResourceRequirements = {
  requests: {
    cpu: '50m', // per node; reading and labelling some hundred lines a second
    memory: '128Mi', // the program itself, which has more in it than Promtail, and the pods of a node watched
  },
  limits: {
    memory: '512Mi', // batches that wait while a Loki is away, a queue of 10Mi for each, and a node of a hundred pods
  },
};

const CLUSTER_RESOURCES: ResourceRequirements = {
  requests: {
    cpu: '50m', // a few events a second
    memory: '128Mi', // the program itself
  },
  limits: {
    memory: '1Gi', // all pods of the cluster watched, or what others push
  },
};

/** What one Alloy of a component is made from. */
export interface AlloyPod {
  /** Of its ConfigMap. */
  readonly name: string;
  readonly version: string;
  readonly jobs: readonly Job[];
  readonly destinations: readonly Destination[];
  readonly stability: Stability | undefined;
  /** The folder of the node where it keeps what lasts; undefined for one that is on no certain node. */
  readonly hostStorage: string | undefined;
}

/** The container of an Alloy, and the volumes that it mounts. */
export function alloyPod(pod: AlloyPod, { image }: AlloyOptions): { container: Container; volumes: readonly Volume[] } {
  const { version, jobs, destinations, stability, hostStorage } = pod;
  const mounts = mountsOf(pod);
  return {
    container: {
      name: 'alloy',
      image: imageReference({
        registry: 'docker.io',
        repository: RELEASES.alloy.repository,
        tag: `v${version}`,
        ...image,
      }),
      args: [
        'run',
        `${CONFIG_PATH}/${CONFIG_FILE}`,
        `--storage.path=${STORAGE_PATH}`,
        // Probes come from the node. No Service leads here: kubectl port-forward does, to the page that shows what Alloy does.
        `--server.http.listen-addr=0.0.0.0:${HTTP_PORT}`,
        '--disable-reporting',
        ...(stability === undefined ? [] : [`--stability.level=${stability}`]),
      ],
      env: [...(hostStorage === undefined ? [] : [NODE_NAME]), ...destinationVariables(destinations)],
      ports: [{ name: PORT_NAME, containerPort: HTTP_PORT }, ...containerPorts(intakePorts(jobs))],
      resources: hostStorage === undefined ? CLUSTER_RESOURCES : NODE_RESOURCES,
      readinessProbe: {
        httpGet: { path: '/-/ready', port: PORT_NAME },
        initialDelaySeconds: 10,
        failureThreshold: 5,
      },
      volumeMounts: mounts.map(({ mount }) => mount),
    },
    volumes: mounts.map(({ volume }) => volume),
  };
}

/** Alloy is told by it which node's pods to follow. */
const NODE_NAME: EnvVar = { name: 'HOSTNAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } };

interface Mounted {
  readonly volume: Volume;
  readonly mount: VolumeMount;
}

function mountsOf({ name, jobs, destinations, hostStorage }: AlloyPod): readonly Mounted[] {
  const promtail = PROMTAIL_POSITIONS.replace(/\/[^/]*$/, '');
  const folders = hostFolders(jobs);
  const files = destinationVolumes(DESTINATION_FILES, destinations, ['ca', 'tls']);
  return [
    mounted({ name: 'config', configMap: { name } }, CONFIG_PATH, true),
    mounted(
      hostStorage === undefined
        ? { name: 'data', emptyDir: {} }
        : { name: 'data', hostPath: { path: hostStorage, type: 'DirectoryOrCreate' } },
      STORAGE_PATH,
    ),
    mounted({ name: 'tmp', emptyDir: {} }, '/tmp'),
    ...(hostStorage === undefined
      ? []
      : [mounted({ name: 'promtail', hostPath: { path: promtail, type: 'DirectoryOrCreate' } }, promtail, true)]),
    ...paired(folderVolumes(folders), folderMounts(folders)),
    ...paired(files.volumes, files.volumeMounts),
  ];
}

const mounted = (volume: Volume, mountPath: string, readOnly?: true): Mounted => ({
  volume,
  mount: { name: volume.name, mountPath, readOnly },
});

const paired = (volumes: readonly Volume[], mounts: readonly VolumeMount[]): readonly Mounted[] =>
  volumes.flatMap((volume, index) => {
    const mount = mounts[index];
    return mount === undefined ? [] : [{ volume, mount }];
  });
