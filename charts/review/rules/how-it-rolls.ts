import type { Manifest } from '../../kubernetes/manifest';
import { at, mapsAt, textAt, textOf, textsAt } from '../plain';
import { replicasOf, type Side } from '../side';
import { counted } from './rule';

/** How many pods a workload has, in words, and the number that counts for its rollout. */
interface Pods {
  readonly text: string;
  readonly count: number;
}

/** Which pods restart when the template changes, and how many at a time; undefined for what restarts none. */
export function howItRolls(workload: Manifest, side: Side): string | undefined {
  switch (workload.kind) {
    case 'DaemonSet':
      return daemonSet(workload);
    case 'Deployment':
      return deployment(workload, podsOf(workload, side), side);
    case 'StatefulSet':
      return statefulSet(workload, podsOf(workload, side));
    case 'ReplicaSet':
    case 'ReplicationController':
      return 'no pod until it is deleted by hand; only new ones are made so';
    case 'CronJob':
      return 'no pod; the next run is made so';
    default:
      return undefined;
  }
}

function podsOf(workload: Manifest, side: Side): Pods {
  const autoscaler = side.autoscalerOf(workload);
  const [least, most] = ['minReplicas', 'maxReplicas'].map((field) => Number(textAt(autoscaler, 'spec', field) ?? 1));
  if (autoscaler !== undefined && least !== undefined && most !== undefined) {
    return { text: least === most ? counted(most, 'pod') : `${least} to ${most} pods`, count: most };
  }
  const count = replicasOf(workload);
  return { text: counted(count, 'pod'), count };
}

function deployment(workload: Manifest, { text, count }: Pods, side: Side): string {
  if (at(workload, 'spec', 'paused') === true) return 'no pod until it goes on: it is paused';
  if (count === 0) return 'no pod: it has none';
  if (textAt(workload, 'spec', 'strategy', 'type') === 'Recreate') {
    return `${count === 1 ? 'its only pod' : `all ${text} at once`}: none runs until the new ${count === 1 ? 'one is' : 'ones are'} ready`;
  }
  const update = (field: string) => at(workload, 'spec', 'strategy', 'rollingUpdate', field) ?? '25%';
  const surge = share(update('maxSurge'), count, Math.ceil);
  // Of an update that may neither add nor take away a pod, the server takes one away.
  const away = share(update('maxUnavailable'), count, Math.floor) || (surge === 0 ? 1 : 0);
  const how =
    away === 0
      ? `${surge} at a time, each new one ready before an old one ends`
      : `${away} away at a time${surge > 0 ? `, ${surge} more than usual meanwhile` : ''}`;
  const stuck = surge > 0 && holdsExclusiveClaim(workload, side) ? STUCK : '';
  return `${text}, ${how}${stuck}`;
}

const STUCK =
  '; but its claim is ReadWriteOnce, so that a new one on another node waits for ever for the old one: set strategy.type: Recreate';

/** Whether pods share a claim that one node at a time can mount. */
function holdsExclusiveClaim(workload: Manifest, side: Side): boolean {
  const namespace = textAt(workload, 'metadata', 'namespace');
  return mapsAt(workload, 'spec', 'template', 'spec', 'volumes').some((volume) => {
    const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
    const claim = name === undefined ? undefined : side.find('/PersistentVolumeClaim', namespace, name);
    const modes = textsAt(claim, 'spec', 'accessModes');
    return modes.length > 0 && modes.every((mode) => mode.startsWith('ReadWriteOnce'));
  });
}

function statefulSet(workload: Manifest, { text, count }: Pods): string {
  if (count === 0) return 'no pod: it has none';
  if (textAt(workload, 'spec', 'updateStrategy', 'type') === 'OnDelete') return ON_DELETE;
  const partition = Number(textAt(workload, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0);
  if (partition >= count) return `no pod: partition ${partition} holds all ${text} back`;
  const rolling = count - partition;
  const held = partition > 0 ? `, of ${text}: partition ${partition} holds the others back` : '';
  const away = share(at(workload, 'spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable') ?? 1, count, Math.ceil);
  if (count === 1) return 'its only pod: it is away until its successor is ready';
  return `${counted(rolling, 'pod')}${held}, ${away <= 1 ? 'one' : away} at a time, the last one first`;
}

function daemonSet(workload: Manifest): string {
  if (textAt(workload, 'spec', 'updateStrategy', 'type') === 'OnDelete') return ON_DELETE;
  const update = (field: string) => textAt(workload, 'spec', 'updateStrategy', 'rollingUpdate', field);
  const [away = '1', surge = '0'] = [update('maxUnavailable'), update('maxSurge')];
  const onNodes = (amount: string) =>
    amount.endsWith('%') ? `on ${amount} of the nodes` : `on ${counted(Number(amount), 'node')}`;
  return /^0%?$/.test(surge)
    ? `its pod on every node, ${onNodes(away)} at a time`
    : `its pod on every node, ${onNodes(surge)} at a time, each new one ready before the old one ends`;
}

const ON_DELETE = 'no pod until it is deleted by hand, as updateStrategy.type is OnDelete';

/** A number of pods, or a share of them. */
function share(amount: unknown, count: number, round: (value: number) => number): number {
  const text = textOf(amount) ?? '0';
  const value = text.endsWith('%') ? round((count * Number(text.slice(0, -1))) / 100) : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : 0;
}
