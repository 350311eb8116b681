import type { Construct } from 'constructs';
import { imageReference } from '../../kubernetes/image';
import { addObject } from '../../kubernetes/kubernetes-object';
import { type Identity, objectLabels, selectorLabels } from '../../kubernetes/labels';
import { podTemplate } from '../../kubernetes/pod';
import type { PodOptions } from '../../kubernetes/pod-options';
import { parseQuantity, quantityBytes } from '../../kubernetes/quantity';
import { nonRootPod } from '../../kubernetes/security-context';
import type { Container } from '../../kubernetes/types';
import { IMAGES } from '../../releases';
import { addDisruptionBudget } from './availability';
import { CACHE_PORT_NAME, type CacheName, cacheService } from './cluster';
import { combinedOptions } from './combined-options';
import { spreadOf } from './spread';
import type { CacheOptions } from './topology';

const PORT = 11211;
const PORT_NAME = 'memcached';
/** The user and group of memcached's Alpine image. */
const USER = { user: 11211, group: 11211 };
const MIB = 1024n * 1024n;

export const CACHE_MEMORY: { readonly [Name in CacheName]: string } = { chunks: '1Gi', results: '512Mi' };

/** The largest thing that is kept: a chunk is 1.5 MiB by default, a split of a large query more. */
const LARGEST_ITEM = '5m';

/** Memcached as a StatefulSet, whose pods keep their names: which of them has what goes by the name. */
export function addCache(
  scope: Construct,
  cache: CacheName,
  options: CacheOptions,
  whole: { readonly name: string; readonly instance: string; readonly options: PodOptions },
): void {
  const { replicas = 1, memory = CACHE_MEMORY[cache], expiration: _, ...own } = options;
  const name = cacheService(whole.name, cache);
  const identity: Identity = { name: 'memcached', instance: whole.instance, component: `${cache}-cache` };
  const labels = objectLabels(identity);
  const selector = selectorLabels(identity);
  addObject(scope, `${cache}-cache-service`, 'Service', {
    metadata: { name, labels },
    spec: {
      clusterIP: 'None',
      selector,
      ports: [{ name: CACHE_PORT_NAME, port: PORT, targetPort: PORT_NAME }],
    },
  });
  addObject(scope, `${cache}-cache-stateful-set`, 'StatefulSet', {
    metadata: { name, labels },
    spec: {
      replicas,
      serviceName: name,
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: selector },
      template: podTemplate(
        {
          identity,
          checksums: {},
          serviceAccountName: whole.name,
          automountServiceAccountToken: false,
          securityContext: nonRootPod(USER),
          container: memcached(memory, combinedOptions(registryOf(whole.options), own)),
          isGoProgram: false,
          volumes: [],
          topologySpreadConstraints: spreadOf({ workload: 'StatefulSet' }, selector),
        },
        combinedOptions(placementOf(whole.options), own),
      ),
    },
  });
  if (replicas > 1) addDisruptionBudget(scope, `${cache}-cache-disruption-budget`, { name, labels }, selector);
}

function memcached(memory: string, { image }: PodOptions): Container {
  const bytes = parseQuantity(memory) === undefined ? 0n : quantityBytes(memory);
  // Connections, buffers and what it knows of each item come on top.
  const total = `${(bytes * 12n) / 10n / MIB}Mi`;
  return {
    name: 'memcached',
    image: imageReference({ registry: 'docker.io', ...IMAGES.memcached, ...image }),
    args: [`--memory-limit=${bytes / MIB}`, `--max-item-size=${LARGEST_ITEM}`, '--conn-limit=16384', `--port=${PORT}`],
    ports: [{ name: PORT_NAME, containerPort: PORT }],
    resources: { requests: { cpu: '50m', memory: total }, limits: { memory: total } },
    readinessProbe: { tcpSocket: { port: PORT_NAME } },
    livenessProbe: { tcpSocket: { port: PORT_NAME }, initialDelaySeconds: 10 },
  };
}

/** What a whole Loki says that holds for pods of another image too: where they run and whence the image comes. */
export const placementOf = (options: PodOptions): PodOptions => ({
  ...registryOf(options),
  imagePullSecrets: options.imagePullSecrets,
  nodeSelector: options.nodeSelector,
  tolerations: options.tolerations,
  affinity: options.affinity,
  priorityClassName: options.priorityClassName,
});

const registryOf = ({ image }: PodOptions): PodOptions =>
  image?.registry === undefined ? {} : { image: { registry: image.registry } };
