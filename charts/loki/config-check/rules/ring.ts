import { type Finding, refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { activePeriod } from '../periods';
import type { Rule } from './rule';

/** A value and the key that says it: the one that is written, else the nearest block that is. */
interface Said<Value> {
  readonly value: Value;
  readonly path: string;
}

const OWN_STORE = 'ingester.lifecycler.ring.kvstore.store';
const OWN_FACTOR = 'ingester.lifecycler.ring.replication_factor';

/** Where the ring of ingesters is kept: said by itself, by `common.ring`, or by `memberlist` being there. */
export function ringStore(settings: Settings): Said<string> {
  for (const path of [OWN_STORE, 'common.ring.kvstore.store']) {
    if (settings.isWritten(path) && settings.has(path)) return { value: settings.text(path), path };
  }
  return settings.has('common') && settings.itemsOf('memberlist.join_members').length > 0
    ? { value: 'memberlist', path: 'memberlist.join_members' }
    : { value: settings.text(OWN_STORE), path: '' };
}

/** On how many ingesters each line is. */
export function replicationFactor(settings: Settings): Said<number | undefined> {
  const common = 'common.replication_factor';
  const path = settings.has(common) && !settings.isWritten(OWN_FACTOR) ? common : OWN_FACTOR;
  return { value: settings.number(path), path: settings.isWritten(path) ? path : '' };
}

/** Parts of Loki that write to the ring of ingesters, or are in it. */
const WRITERS = ['all', 'write', 'distributor', 'ingester', '?'];

const writes = (settings: Settings): boolean =>
  !settings.isWritten('target') ||
  settings
    .text('target')
    .split(',')
    .some((name) => WRITERS.includes(name.trim()));

/** A ring in memory holds one process; to write to more, Loki answers every push with an error. */
export const ringHoldsReplicas: Rule = ({ settings, deployment }) => {
  if (!writes(settings)) return [];
  const store = ringStore(settings);
  const factor = replicationFactor(settings);
  const { replicas } = deployment;
  const count = factor.value ?? 1;
  if (store.value === 'inmemory' && count > 1) {
    const remedy = 'write 1, or keep the ring in memberlist';
    return factor.path === ''
      ? [
          refused(
            store.path,
            `is inmemory, a ring of one, and the replication factor is ${count} unless set`,
            'set common.replication_factor: 1',
          ),
        ]
      : [refused(factor.path, `is ${count}, and a ring in memory has one member: every push fails`, remedy)];
  }
  if (replicas === undefined) return [];
  if (store.value === 'inmemory' && replicas > 1) {
    return [
      refused(
        store.path,
        `is inmemory, so that each of ${replicas} replicas is alone in its own ring`,
        'write memberlist, and set memberlist.join_members',
      ),
    ];
  }
  if (count <= replicas) return [];
  const quorum = Math.floor(count / 2) + 1;
  const result = replicas < quorum ? 'every push fails' : 'pushes fail as soon as one is away';
  const where = factor.path === '' ? store.path : factor.path;
  return [refused(where, `is ${count}, more than the number of replicas, ${replicas}: ${result}`, `write ${replicas}`)];
};

/** Members of memberlist find one another through a name that all of them are told. */
export const membersAreNamed: Rule = ({ settings, deployment }) => {
  const store = ringStore(settings);
  const members = settings.node('memberlist.join_members');
  const isNamed =
    members !== undefined &&
    (members.kind === 'list' ? members.items.length > 0 : settings.text('memberlist.join_members') !== '');
  if (store.value !== 'memberlist' || isNamed) return [];
  const needsPeers = (deployment.replicas ?? 1) > 1;
  return [
    (needsPeers ? refused : warned)(
      store.path,
      'is memberlist, and memberlist.join_members names nobody to join',
      'set it to a headless Service of all replicas',
    ),
  ];
};

/** Nothing written means Consul on this host, which hardly anybody has. */
export const ringIsSaid: Rule = ({ settings }) => {
  const store = ringStore(settings);
  return store.path === '' && store.value === 'consul' && !settings.isWritten('ingester.lifecycler.ring.kvstore.consul')
    ? [
        warned(
          settings.isWritten('ingester') ? 'ingester' : '',
          'says nothing of the ring, which is then looked for in Consul on localhost:8500',
          'set common.ring.kvstore.store: inmemory, or memberlist',
        ),
      ]
    : [];
};

/** Files on one volume are found by one process only. */
export const replicasShareStorage: Rule = ({ settings, periods, deployment }) => {
  const active = activePeriod(periods, deployment.today);
  if ((deployment.replicas ?? 1) < 2 || active?.objectStore !== 'filesystem') return [];
  const path = settings.isWritten(`${active.path}.object_store`) ? `${active.path}.object_store` : active.path;
  return [
    refused(
      path,
      `is filesystem, and each of ${deployment.replicas} replicas would find its own logs only`,
      'name an object store that all replicas reach, or run one',
    ),
  ];
};

const TARGETS: readonly (readonly [since: `${number}.${number}`, names: string])[] = [
  [
    '2.0',
    'all distributor ingester querier query-frontend ruler table-manager compactor ring server store overrides runtime-config memberlist-kv ingester-querier',
  ],
  [
    '2.2',
    'read write backend query-scheduler index-gateway overrides-exporter tenant-configs query-frontend-tripperware ruler-storage rule-evaluator usage-report analytics cache-generation-loader query-limiter query-limits-interceptors query-limits-tripperware index-gateway-ring query-scheduler-ring index-gateway-interceptors query-tee internal-server',
  ],
  [
    '3.0',
    'bloom-gateway bloom-compactor bloom-store bloom-planner bloom-builder bloom-gateway-ring bloom-compactor-ring bloom-gateway-client pattern-ingester pattern-ring-client pattern-ingester-tee partition-ring block-builder block-scheduler ingester-rf1 querier-rf1 ingest-limits ingest-limits-ring ingest-limits-frontend ingest-limits-frontend-ring ui ui-ring dataobj-explorer dataobj-consumer dataobj-consumer-ring dataobj-consumer-partition-ring dataobj-index-builder dataobj-compaction-planner query-engine query-engine-scheduler query-engine-worker scratch-store rate-service ingester-grpc-interceptors',
  ],
];

/** Loki takes any word here, and ends at the start. */
export const knownTargets: Rule = ({ settings }) => {
  const text = settings.textIfKnown('target');
  if (text === undefined || !settings.isWritten('target')) return [];
  // Newer releases take nothing for what it is without it.
  if (text === '' && settings.isAtLeast('3.0')) return [warned('target', 'is empty', 'write "all", or leave it out')];
  const known = TARGETS.filter(([since]) => settings.isAtLeast(since)).flatMap(([, names]) => names.split(' '));
  return text.split(',').flatMap((name): Finding[] => {
    const word = name.trim();
    if (known.includes(word)) return [];
    return [
      refused(
        'target',
        `"${word}" is no part of Loki ${settings.release}`,
        settings.isAtLeast('2.4')
          ? 'write "all", "read", "write", "backend", or a component'
          : 'write "all", or a component',
      ),
    ];
  });
};

export const RING_RULES: readonly Rule[] = [
  ringHoldsReplicas,
  membersAreNamed,
  ringIsSaid,
  replicasShareStorage,
  knownTargets,
];
