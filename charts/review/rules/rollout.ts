import type { Manifest } from '../../kubernetes/manifest';
import type { Difference } from '../compare/difference';
import { holdsEntries } from '../config/entries';
import { kindOf, referenceTo, templateWay } from '../kinds';
import { restartCommand } from '../kubectl';
import type { Consequence } from '../review';
import { keepsPods, replicasOf, type Side } from '../side';
import type { Subject } from '../subject';
import { howItRolls } from './how-it-rolls';
import { type Context, consequence, counted, listed, type Rule } from './rule';

/** Pods that restart because their template changes. */
export const rollout: Rule = (subject, context) => {
  const { status, after, checksums } = subject;
  if (status !== 'changed' || after === undefined) return [];
  const causes = templateDifferences(subject);
  if (causes.length === 0 && checksums.length === 0) return [];
  const how = howItRolls(after, context.after);
  return how === undefined
    ? []
    : [consequence('rollout', `restarts ${how} (${because(subject, causes, context)})`, causes)];
};

/** What changes of the pods themselves, which is all of their template. */
export function templateDifferences({ manifest, differences }: Subject): readonly Difference[] {
  const way = templateWay(manifest)?.join('.');
  if (way === undefined || way === '') return [];
  return differences.filter(({ shape }) => shape.startsWith(`${way}.`) || shape === way);
}

/** Whether a workload's pods restart with this change. */
export const rolls = (subject: Subject | undefined): boolean =>
  subject !== undefined && (templateDifferences(subject).length > 0 || subject.checksums.length > 0);

/** The reasons in a word each; a checksum stands for the configuration that it is of. */
function because(subject: Subject, causes: readonly Difference[], { after: side, subjects }: Context): string {
  const reasons = new Set(causes.map(({ shape }) => reasonOf(shape)));
  if (subject.checksums.length > 0) reasons.add(reasonOfChecksum(subject.manifest, side, subjects));
  return [...reasons].join(', ');
}

function reasonOfChecksum(workload: Manifest, side: Side, subjects: Context['subjects']): string {
  const written = side.configsOf(workload).filter((config) => (subjects.get(config)?.configs.length ?? 0) > 0);
  const changed = written.filter((config) =>
    subjects.get(config)?.configs.some(({ differences }) => differences.length > 0),
  );
  if (changed.length > 0) return `its configuration changed: ${listed(changed.map(referenceTo))}`;
  return written.length > 0
    ? 'its configuration is written otherwise, and means the same'
    : 'its checksum changed, and nothing that it reads did';
}

const REASONS: Readonly<Record<string, string>> = {
  args: 'arguments',
  command: 'arguments',
  env: 'environment',
  envFrom: 'environment',
  image: 'image',
  livenessProbe: 'probes',
  readinessProbe: 'probes',
  resources: 'resources',
  startupProbe: 'probes',
  volumeMounts: 'volumes',
  volumes: 'volumes',
};

function reasonOf(shape: string): string {
  const [, inContainer] = /ontainers\[\]\.(\w+)/.exec(shape) ?? [];
  const [, inPod] = /template\.(?:spec|metadata)\.(\w+)/.exec(shape) ?? [];
  const field = inContainer ?? inPod ?? 'template';
  return REASONS[field] ?? field;
}

/** Pods that end for good. */
export const ends: Rule = ({ status, before, after, manifest, differences }) => {
  if (!keepsPods(manifest)) return [];
  if (status === 'removed') {
    const pods =
      manifest.kind === 'DaemonSet'
        ? 'its pod on every node ends'
        : replicasOf(manifest) === 1
          ? 'its only pod ends'
          : `its ${counted(replicasOf(manifest), 'pod')} end`;
    return [consequence('rollout', `is gone: ${pods}`)];
  }
  const causes = differences.filter(({ shape }) => shape === 'spec.replicas');
  const fewer = replicasOf(before) - replicasOf(after);
  return status === 'changed' && causes.length > 0 && fewer > 0
    ? [consequence('rollout', `ends ${counted(fewer, 'pod')} of ${replicasOf(before)}`, causes)]
    : [];
};

/** Programs that look at these files again by themselves. */
const RELOADED: ReadonlySet<string> = new Set(['dashboard', 'loki-overrides']);

/** Whether what a ConfigMap or Secret says reaches those who read it. */
export const readers: Rule = ({ status, after, manifest, configs }, { after: side, subjects }) => {
  if (!holdsEntries(manifest)) return [];
  const reading = side.readersOf(manifest).filter((reader) => subjects.get(reader)?.status !== 'created');
  if (status === 'removed') {
    return reading.map((reader) => {
      const message = `is gone, and ${referenceTo(reader)} still reads it: without it its pods do not start`;
      return consequence('rollout', message, [], { on: referenceTo(reader) });
    });
  }
  if (status !== 'changed' || after === undefined) return [];
  const changed = configs.filter(({ format, differences }) => differences.length > 0 && !RELOADED.has(format));
  if (changed.length === 0) return [];
  const causes = changed.flatMap(({ differences }) => differences);
  return reading.map((reader): Consequence => {
    const on = referenceTo(reader);
    if (rolls(subjects.get(reader))) return consequence('rollout', `restarts ${on}, which reads it`, causes, { on });
    const message = `does not reach ${on} until that is restarted: its pods have no checksum of it`;
    const isRestartable = ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet'].includes(kindOf(reader));
    return consequence('rollout', message, causes, { on, commands: isRestartable ? [restartCommand(reader)] : [] });
  });
};
