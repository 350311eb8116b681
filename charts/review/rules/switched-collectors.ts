import type { ConfigChange } from '../config/config-change';
import type { Config } from '../config/read-config';
import { nameOf, referenceTo } from '../kinds';
import type { Consequence } from '../review';
import type { Subject } from '../subject';
import { collectorChanges } from './collector-change';
import { type CollectorReading, readCollector, together } from './collector-reading';
import { releaseBeside } from './collectors';
import { type Context, consequence, listed, type Rule } from './rule';

/** A configuration of a collector that is gone, or new. */
interface Found {
  readonly subject: Subject;
  readonly config: ConfigChange;
  readonly text: string;
  readonly reading: CollectorReading;
}

/** What becomes of the logs when another collector takes over, as Alloy from Promtail: other objects, and the same work. */
export const switchedCollectors: Rule = (subject, context) => {
  if (!subject.configs.some(isNew)) return [];
  const come = found(context, isNew, ({ after }) => after);
  if (come[0]?.subject !== subject) return [];
  const moved = new Set([...context.subjects.values()].flatMap(({ configs }) => configs.map(({ from }) => from)));
  const gone = found(context, isGone, ({ before }) => before).filter((one) => !moved.has(one.subject.before));
  if (gone.length === 0) return [];
  const isHidden = [...gone, ...come].some(({ config }) => config.secrecy === 'everything');
  return changesOf(gone, come, isHidden);
};

const isNew = ({ before, after, format }: ConfigChange): boolean =>
  before === undefined && after !== undefined && isCollectors(format);
const isGone = ({ before, after, format }: ConfigChange): boolean =>
  after === undefined && before !== undefined && isCollectors(format);
const isCollectors = (format: ConfigChange['format']): boolean => format === 'alloy' || format === 'promtail';

const found = (
  { subjects, before, after }: Context,
  isSought: (config: ConfigChange) => boolean,
  sideOf: (config: ConfigChange) => Config | undefined,
): Found[] =>
  [...subjects.values()].flatMap((subject) =>
    subject.configs.filter(isSought).flatMap((config) => {
      const known = sideOf(config);
      const release = releaseBeside(subject.manifest, subject.after === undefined ? before : after);
      const { namespace } = nameOf(subject.manifest);
      const reading = known === undefined ? undefined : readCollector(known, { namespace, release });
      return known === undefined || reading === undefined ? [] : [{ subject, config, text: known.text, reading }];
    }),
  );

function changesOf(gone: readonly Found[], come: readonly Found[], isHidden: boolean): Consequence[] {
  const place = `takes the place of ${listed([...new Set(gone.map(({ subject }) => referenceTo(subject.manifest)))])}`;
  const [before, after] = [gone, come].map((side) => together(side.map(({ reading }) => reading)));
  if (before === undefined || after === undefined) return [];
  const messages = [
    ...collectorChanges(before, after, isHidden).map(({ message }) => message),
    ...(readsAgain(gone, come)
      ? ['does not know how far that has read: files are read again from their start, and lines arrive twice']
      : []),
  ];
  const unread = [...before.jobs.unread, ...after.jobs.unread];
  const parts = isHidden ? 'parts of them' : listed(unread);
  const rest = unread.length === 0 ? '' : `; ${parts} could not be compared`;
  return messages.length === 0
    ? [consequence(unread.length === 0 ? 'none' : 'collection', `${place}: streams of pods keep their labels${rest}`)]
    : messages.map((message) => consequence('collection', `${place}, and ${message}${rest}`));
}

/** Whether files are read from their start, as how far they were read stands where the new one does not look. */
function readsAgain(gone: readonly Found[], come: readonly Found[]): boolean {
  const readsFiles = ({ reading }: Found): boolean =>
    reading.jobs.jobs.some(
      ({ source }) => source.type === 'files' || (source.type === 'pods' && source.through === 'files'),
    );
  const formats = new Set([...gone, ...come].map(({ config }) => config.format));
  return (
    formats.size > 1 &&
    gone.some(readsFiles) &&
    come.some(readsFiles) &&
    !come.some(({ text }) => text.includes('legacy_positions_file'))
  );
}
