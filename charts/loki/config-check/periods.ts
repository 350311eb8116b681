import { numberOf } from '../../config-check/go-scalars';
import type { Settings } from '../../config-check/settings';

/** A period of `schema_config.configs`, as Loki reads it. */
export interface Period {
  readonly path: string;
  /** First day: `2024-04-01`; empty when it is not said. */
  readonly from: string;
  readonly store: string;
  /** Where chunks go; when it is not said, where the index goes. */
  readonly objectStore: string;
  /** 13 of `v13`; undefined when it is not said, or is no number. */
  readonly schema?: number;
  /** Milliseconds that one index table holds; 0 for one table for ever. */
  readonly indexPeriod?: number;
}

/** Stores that keep their index as files in the object store. */
export const isShipper = ({ store }: Pick<Period, 'store'>): boolean => store === 'tsdb' || store === 'boltdb-shipper';

/** The periods of a configuration, in the order that they are written in. */
export const periodsOf = (settings: Settings): Period[] =>
  settings.itemsOf('schema_config.configs').map((path) => {
    const store = settings.text(`${path}.store`);
    const objectStore = settings.text(`${path}.object_store`);
    return {
      path,
      store,
      from: settings.text(`${path}.from`),
      objectStore: objectStore === '' ? store : objectStore,
      schema: numberOf(settings.text(`${path}.schema`).replace(/^v+|v+$/g, '')),
      indexPeriod: settings.milliseconds(`${path}.index.period`),
    };
  });

/**
 * The period that logs are written to today: the last that has begun. Without today's date every period counts as begun, so
 * it is the last one.
 */
export function activePeriod(periods: readonly Period[], today: string | undefined): Period | undefined {
  const begun = today === undefined ? periods : periods.filter(({ from }) => from <= today);
  return begun.at(-1) ?? periods[0];
}
