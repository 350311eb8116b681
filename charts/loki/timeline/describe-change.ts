import type { TimelineChange } from './changes';
import { dayAfter } from './days';
import { optionName } from './period-text';
import type { TimelinePeriod } from './timeline';

/** How a configuration came to its timeline: what messages name. */
export interface TimelineSource {
  /** Where its periods are written. */
  readonly origin: 'schema' | 'config' | 'default';
  /** The props that say where logs are, and the kinds of places that each is. */
  readonly places: readonly { readonly path: string; readonly kinds: readonly string[] }[];
  /** Whether the user wrote a setting of Loki's own configuration. */
  readonly isInConfig: (path: string) => boolean;
  /** First days of periods that may change. */
  readonly discards: readonly string[];
  /** Whether the pods' volume ends with them. */
  readonly isEphemeral: boolean;
}

/** `logs from 2024-04-01 on`, `logs of 2020-10-24 to 2024-03-31`. */
export function lossOf(periods: readonly TimelinePeriod[], all: readonly TimelinePeriod[]): string {
  const spans = periods.map(({ from }) => {
    const next = all
      .map((period) => period.from)
      .filter((day) => day > from)
      .sort()[0];
    return next === undefined ? `from ${from} on` : `of ${from} to ${dayAfter(next, -1)}`;
  });
  return `logs ${spans.join(' and ')}`;
}

/** `store was "aws", is "tsdb"`, in the words of the place where it is written, whose path says which it is when it is one. */
export function whatChanged(change: TimelineChange, source?: Pick<TimelineSource, 'origin'>): string {
  switch (change.type) {
    case 'removed':
      return `has no period from "${change.earlier.from}" any more`;
    case 'changed': {
      const isOne = change.fields.length === 1 && source !== undefined;
      return change.fields
        .map(({ field, was, is }) => `${isOne ? '' : `${nameOf(field, source)} `}was "${was}", is "${is}"`)
        .join('; ');
    }
    case 'moved':
      return `${change.part.path} was "${change.part.was}", is "${change.part.is}"`;
  }
}

const nameOf = (field: string, source: Pick<TimelineSource, 'origin'> | undefined): string =>
  source?.origin === 'config' ? field : (optionName(field) ?? field);

interface Move {
  /** The property that says the place. */
  readonly path: string;
  readonly was: string;
  readonly is: string;
  readonly remedy: string;
}

/** Parts of places that storages have options for. */
const OPTIONS: readonly string[] = ['account', 'bucket', 'container', 'prefix', 'region'];

/** A move in the words of the props. */
export function moveOf({ kind, part }: Extract<TimelineChange, { type: 'moved' }>, source: TimelineSource): Move {
  const { name, path, was, is } = part;
  const back = was === '' ? 'take it out again' : `write ${JSON.stringify(was)} back`;
  if (source.isInConfig(path)) return { path: `config.${path}`, was, is, remedy: back };
  if (name === 'folder') return ofFolder(was, is);
  const place = source.places.find(({ kinds }) => kinds.includes(kind));
  if (place === undefined || !OPTIONS.includes(name)) {
    return { path: `config.${path}`, was, is, remedy: `write ${JSON.stringify(was)} there` };
  }
  return { path: `${place.path}.${name}`, was, is, remedy: back };
}

const CHUNKS = /\/?chunks$/;

/** Folders are compared without the place where the volume is mounted, which differs between releases. */
function ofFolder(was: string, is: string): Move {
  if (!CHUNKS.test(was) || !CHUNKS.test(is)) {
    const path = 'config.storage_config.filesystem.directory';
    return { path, was, is, remedy: `write the folder ${JSON.stringify(was)} of the volume there` };
  }
  const [before, after] = [was.replace(CHUNKS, ''), is.replace(CHUNKS, '')];
  return { path: 'dataFolder', was: before, is: after, remedy: `write dataFolder: '${before}'` };
}
