import type { Job } from '../../pipeline/compile/job';
import type { Stage } from '../../pipeline/model/stages';
import { featuresOf } from './features';
import { fieldsOf } from './plain-value';

/** What Alloy does otherwise than Promtail, and nothing in its configuration could change: to be known before a switch. */
export const differenceWarnings = (jobs: readonly Job[], release: string): string[] => {
  const { forgetsMultilineStreams, hasLegacyJournalPosition } = featuresOf(release);
  const multiline = forgetsMultilineStreams ? jobs.filter(({ stages }) => hasMultiline(stages)) : [];
  const journals = hasLegacyJournalPosition ? [] : jobs.filter(({ source }) => source.type === 'journal');
  return [
    ...(multiline.length === 0
      ? []
      : [
          `multiline (${namesOf(multiline)}): where a stream is silent for max_wait_time in the middle of an entry, Alloy sends the rest of ` +
            'it line by line, while Promtail joins it under the last first line. Set max_wait_time above the longest pause of a program.',
        ]),
    ...(journals.length === 0
      ? []
      : [
          `Alloy ${release} does not know how far Promtail has read the journal (${namesOf(journals)}), and begins at maxAge: take 1.11 or newer.`,
        ]),
  ];
};

const namesOf = (jobs: readonly Job[]): string => jobs.map(({ name }) => name).join(', ');

const hasMultiline = (stages: readonly Stage[]): boolean =>
  stages.some(
    (stage) => 'multiline' in stage || ('match' in stage && hasMultiline(listOf(fieldsOf(stage.match).stages))),
  );

const listOf = (stages: unknown): readonly Stage[] => (Array.isArray(stages) ? stages : []);
