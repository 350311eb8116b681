import { LoggingStack, type LoggingStackProps } from '../charts';
import { sha256 } from '../charts/kubernetes/checksum';
import type { Manifest } from '../charts/kubernetes/manifest';
import { referenceTo } from '../charts/review/kinds';
import type { Review } from '../charts/review/review';
import { reviewManifests } from '../charts/review/review-manifests';
import { appWith, manifestsOf } from './apps';

/** Every schema period of the stacks has begun by then. */
export const TODAY = '2026-11-24';

/** The objects of the default stack, with other props if any. */
export const stack = (props: Omit<LoggingStackProps, 'namespace'> = {}): Manifest[] =>
  manifestsOf(appWith((app) => void new LoggingStack(app, 'loki', { namespace: 'loki', ...props })));

export const STACK: readonly Manifest[] = stack();

// biome-ignore lint/suspicious/noExplicitAny: edits reach into objects of every kind.
type Editable = any;

/** A copy of some objects with one of them, `StatefulSet/loki`, edited. */
export function edited(
  reference: string,
  edit: (object: Editable) => void,
  manifests: readonly Manifest[] = STACK,
): Manifest[] {
  const copy: Manifest[] = structuredClone([...manifests]);
  const found = copy.find((object) => referenceTo(object) === reference);
  if (found === undefined) throw new Error(`there is no ${reference}`);
  edit(found);
  return copy;
}

/** The same with the containers of its pods, the spec of which is handed over. */
export const podEdited = (
  reference: string,
  edit: (pod: Editable) => void,
  manifests?: readonly Manifest[],
): Manifest[] => edited(reference, ({ spec }) => edit(spec.template.spec), manifests);

/** The stack with Loki's configuration, or what else an object holds, written otherwise, and the checksum of its pods another. */
export function configEdited(
  from: string,
  to: string,
  { config = 'Secret/loki', workload = 'StatefulSet/loki', manifests = STACK } = {},
): Manifest[] {
  const written = edited(
    config,
    (object) => {
      const data = object.stringData ?? object.data;
      const [key = ''] = Object.keys(data);
      if (!data[key].includes(from)) throw new Error(`${config} has no ${from}`);
      data[key] = data[key].replace(from, to);
    },
    manifests,
  );
  const { data, stringData } = written.find((object) => referenceTo(object) === config) as Manifest;
  return edited(
    workload,
    ({ spec }) => {
      spec.template.metadata.annotations['checksum/config'] = sha256({ data, stringData });
    },
    written,
  );
}

/** The stack without an object. */
export const without = (reference: string, manifests: readonly Manifest[] = STACK): Manifest[] =>
  manifests.filter((object) => referenceTo(object) !== reference);

/** Everything that a change does: `rollout StatefulSet/loki: restarts …`, the worst first. */
export const doneBy = (before: readonly Manifest[], after: readonly Manifest[]): string[] =>
  linesOf(reviewManifests(before, after, { today: TODAY }));

export const linesOf = ({ objects }: Review): string[] =>
  objects.flatMap(({ kind, name, consequences }) =>
    consequences
      .filter(({ severity }) => severity !== 'none')
      .map(({ severity, message }) => `${severity} ${kind}/${name}: ${message}`),
  );

/** Expects these consequences and no others; each need only be said to begin so. */
export function expectLines(lines: readonly string[], expected: readonly string[]): void {
  const cut = lines.map((line) => expected.find((start) => line.startsWith(start)) ?? line);
  expect(cut.sort()).toEqual([...expected].sort());
}
