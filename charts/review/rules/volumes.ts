import { isOwn } from '../kinds';
import { keepsPods } from '../side';
import type { Subject } from '../subject';
import { storedIn } from './loki-storage';
import { containerNames, type Mount, mountsOf } from './mounts';
import { type Context, consequence, type Rule } from './rule';

/** Folders that pods wrote to, and behind which something else stands now. */
export const volumes: Rule = (subject, context) => {
  const { status, before, after, differences } = subject;
  if (status !== 'changed' || before === undefined || after === undefined || !keepsPods(after)) return [];
  // What collectors keep on their nodes is how far they have read, and no data.
  const severity = isOwn(after, 'DaemonSet') ? 'collection' : 'data-loss';
  return containerNames(before).flatMap((container) => {
    const now = mountsOf(after, container);
    return [...mountsOf(before, container).values()].flatMap((mount) => {
      const is = now.get(mount.path);
      if (!mount.isPersistent || mount.isReadOnly || is?.source === mount.source) return [];
      if (is === undefined && isMovedAlong(mount, subject, context)) return [];
      const causes = differences.filter(({ shape }) =>
        /\.volumes|volumeMounts|volumeClaimTemplates|ontainers\[\]$/.test(shape),
      );
      return [consequence(severity, describe(mount, is, [...now.values()]), causes)];
    });
  });
};

function describe(mount: Mount, is: Mount | undefined, now: readonly Mount[]): string {
  const moved = now.find(({ source }) => source === mount.source);
  if (is !== undefined)
    return `has ${is.source} at ${mount.path} in place of ${mount.source}: it starts without what is there`;
  if (moved !== undefined)
    return `has ${mount.source} at ${moved.path} and no longer at ${mount.path}, where its program may still look`;
  return `has nothing at ${mount.path} in place of ${mount.source}: what is written there ends with the container`;
}

/** Whether Loki is told of the other path, so that it finds everything where it was. */
function isMovedAlong({ path }: Mount, { before, after }: Subject, context: Context): boolean {
  if (before === undefined || after === undefined) return false;
  const [old, now] = [storedIn(before, context.before), storedIn(after, context.after)];
  return (
    old.length > 0 &&
    old.every(({ what, place }) => now.some((one) => one.what === what && one.place === place)) &&
    path !== ''
  );
}
