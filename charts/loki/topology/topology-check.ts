import { checkDuration } from '../../kubernetes/duration';
import type { PodOptions } from '../../kubernetes/pod-options';
import { checkPodOptions } from '../../kubernetes/pod-options-check';
import type { Problem } from '../../kubernetes/problem';
import { checkQuantity } from '../../kubernetes/quantity';
import { isAtLeast } from '../../releases';
import { checkPersistence } from '../persistence-check';
import type { SchemaPeriod } from '../schema';
import { isShared } from '../storage/object-store';
import type { LokiStorage } from '../storage/storage';
import { ingesterCount, isZone, type LokiComponent } from './components';
import { TASKS } from './tasks';
import type { Autoscaling, CacheOptions, ComponentOptions, LokiTopology, MicroservicesTopology } from './topology';

/** What a topology is judged by. */
export interface TopologyChoices {
  readonly version: string;
  readonly storage: LokiStorage;
  readonly schema: readonly SchemaPeriod[];
  readonly components: readonly LokiComponent[];
  readonly replicationFactor: number;
  /** What was asked for beside the topology. */
  readonly replicas: number | undefined;
}

const PATH = 'topology';

/** Refuses what a topology cannot be made of. */
export function checkTopology(topology: LokiTopology, choices: TopologyChoices): Problem[] {
  if (topology.type === 'single') return [];
  const { version, storage, components, replicas } = choices;
  return [
    ...(replicas === undefined ? [] : [twoReplicas(topology, replicas)]),
    ...(isAtLeast(version, '2.9')
      ? []
      : [
          {
            path: `${PATH}.type`,
            message: `"${topology.type}" with Loki ${version} is not made here: its rings are set up one by one`,
            remedy: "take Loki 2.9 or newer, or { type: 'single' }",
          },
        ]),
    ...(isShared(storage)
      ? choices.schema.flatMap((period, index) => checkPeriod(period, index, topology))
      : [notShared(topology, storage)]),
    ...(topology.type === 'replicated'
      ? checkCount(topology.replicas, `${PATH}.replicas`)
      : TASKS.flatMap(({ property }) => checkTask(topology, property))),
    ...checkReplication(topology, components, choices.replicationFactor),
    ...(['chunks', 'results'] as const).flatMap((cache) => {
      const options = topology.caches?.[cache];
      return options === undefined ? [] : checkCache(options, `${PATH}.caches.${cache}`);
    }),
    ...(topology.type === 'microservices' && topology.gateway !== undefined
      ? checkComponent(topology.gateway, `${PATH}.gateway`)
      : []),
  ];
}

const twoReplicas = (topology: LokiTopology, replicas: number): Problem => ({
  path: 'replicas',
  message: `is ${replicas}, and topology "${topology.type}" has replicas of its own`,
  remedy: topology.type === 'replicated' ? `write topology.replicas: ${replicas}` : "set each component's replicas",
});

const notShared = (topology: LokiTopology, storage: LokiStorage): Problem => ({
  path: `${PATH}.type`,
  message:
    storage.type === 'filesystem'
      ? `"${topology.type}" needs a storage that all pods share, and each would keep its own logs on its own volume and find nobody else's`
      : `"${topology.type}" needs a storage that all pods share, index included, and DynamoDB is for a single one here`,
  remedy: "set storage to { type: 's3', … }, 'gcs' or 'azure', or write { type: 'single' }",
});

/** Periods outlive the storage that was asked for then. */
const checkPeriod = ({ store, objectStore, from }: SchemaPeriod, index: number, { type }: LokiTopology): Problem[] =>
  objectStore !== 'filesystem' && store !== 'aws'
    ? []
    : [
        {
          path: `schema[${index}].${objectStore === 'filesystem' ? 'objectStore' : 'store'}`,
          message:
            objectStore === 'filesystem'
              ? `of the period from ${from} is "filesystem": of several pods only the one with that volume finds its logs`
              : `of the period from ${from} is "aws", which topology "${type}" does not read here`,
          remedy: "stay with { type: 'single' } until its logs are past their retention, then take the period out",
        },
      ];

type TaskProperty = (typeof TASKS)[number]['property'];

function checkTask(topology: MicroservicesTopology, property: TaskProperty): Problem[] {
  const options = topology[property];
  if (options === undefined || options === false) return [];
  const path = `${PATH}.${property}`;
  const { autoscaling, persistence, zones, replicas } = options as MicroservicesTopology['ingester'] & {
    readonly autoscaling?: Autoscaling;
  };
  return [
    ...checkComponent(options, path),
    ...(autoscaling === undefined ? [] : checkAutoscaling(autoscaling, replicas, options, path)),
    ...(persistence === undefined ? [] : checkPersistence(persistence, `${path}.persistence`)),
    ...(zones === undefined ? [] : checkZones(zones, `${path}.zones`)),
  ];
}

const checkComponent = ({ replicas, ...options }: ComponentOptions, path: string): Problem[] => [
  ...checkCount(replicas, `${path}.replicas`),
  ...checkPodOptions(options as PodOptions).map((problem) => ({ ...problem, path: `${path}.${problem.path}` })),
];

const checkCount = (count: number | undefined, path: string): Problem[] =>
  count === undefined || (Number.isInteger(count) && count >= 1)
    ? []
    : [{ path, message: `${count} is not a number of pods`, remedy: 'write a whole number from 1' }];

function checkAutoscaling(
  { minReplicas, maxReplicas, targetCPUUtilizationPercentage: target }: Autoscaling,
  replicas: number | undefined,
  { resources }: PodOptions,
  path: string,
): Problem[] {
  const at = `${path}.autoscaling`;
  const counts = [...checkCount(minReplicas, `${at}.minReplicas`), ...checkCount(maxReplicas, `${at}.maxReplicas`)];
  return [
    ...counts,
    ...(counts.length === 0 && minReplicas > maxReplicas
      ? [
          {
            path: `${at}.minReplicas`,
            message: `${minReplicas} is more than maxReplicas, ${maxReplicas}`,
            remedy: `write ${maxReplicas} or less`,
          },
        ]
      : []),
    ...(replicas === undefined
      ? []
      : [
          {
            path: `${path}.replicas`,
            message: `is ${replicas}, and every apply would set back what the autoscaler chose`,
            remedy: 'leave it out, or autoscaling',
          },
        ]),
    ...(target === undefined || (Number.isInteger(target) && target >= 1 && target <= 1000)
      ? []
      : [
          {
            path: `${at}.targetCPUUtilizationPercentage`,
            message: `${target} is not a share of the requested CPU in per cent`,
            remedy: 'write a whole number, such as 80',
          },
        ]),
    ...(resources !== undefined && resources.requests?.cpu === undefined
      ? [
          {
            path: `${path}.resources.requests.cpu`,
            message: 'is missing, and it is what the autoscaler measures by',
            remedy: 'write it, such as "200m"',
          },
        ]
      : []),
  ];
}

function checkZones(zones: readonly string[], path: string): Problem[] {
  const twice = zones.filter((zone, index) => zones.indexOf(zone) !== index);
  return [
    ...zones.flatMap((zone, index) =>
      isZone(zone)
        ? []
        : [
            {
              path: `${path}[${index}]`,
              message: `${JSON.stringify(zone)} is not a zone`,
              remedy: 'write it as the nodes are labelled, "eu-west-1a"',
            },
          ],
    ),
    ...twice
      .slice(0, 1)
      .map((zone) => ({ path, message: `"${zone}" stands there twice`, remedy: 'name each zone once' })),
  ];
}

function checkReplication(
  topology: Exclude<LokiTopology, { type: 'single' }>,
  components: readonly LokiComponent[],
  factor: number,
): Problem[] {
  const path = `${PATH}.replicationFactor`;
  if (!Number.isInteger(factor) || factor < 1) {
    return [{ path, message: `${factor} is not a number of copies`, remedy: 'write 3, or 1 for none' }];
  }
  const zones = (topology.type === 'microservices' ? topology.ingester?.zones : undefined)?.length ?? 0;
  if (zones > 0 && zones < factor) {
    return [
      {
        path: `${PATH}.ingester.zones`,
        message: `are ${zones}, and each of a line's ${factor} copies is in a zone of its own: every push fails`,
        remedy: `name ${factor} zones at least`,
      },
    ];
  }
  const count = ingesterCount(components);
  if (factor <= count) return [];
  const where = topology.type === 'replicated' ? 'pods' : 'ingesters';
  return [
    {
      path,
      message: `is ${factor}, more than the ${count} ${where} that could hold a copy`,
      remedy: `write ${count} or less, or have ${factor} ${where}`,
    },
  ];
}

const checkCache = ({ memory, expiration, ...options }: CacheOptions, path: string): Problem[] => [
  ...checkComponent(options, path),
  ...(memory === undefined ? [] : checkQuantity(memory, `${path}.memory`, '1Gi')),
  ...(expiration === undefined ? [] : checkDuration(expiration, `${path}.expiration`)),
];
