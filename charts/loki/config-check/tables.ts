import { nearestTables, type ReleaseTables } from '../../config-check/tables';
import { LOKI } from './program';

export type { Key, KeyNode, ReleaseTables } from '../../config-check/tables';

/** The tables nearest to a release of Loki; undefined for what is no release. */
export const tablesOf = (release: string): ReleaseTables | undefined => nearestTables(LOKI, release);
