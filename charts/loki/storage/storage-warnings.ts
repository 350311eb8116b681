import type { LokiStorage } from './storage';

/** What should be known of a storage that is not refused. Dated, as it stops being all there is to say. */
export const storageWarnings = ({ type }: LokiStorage): readonly string[] =>
  type === 'dynamodb'
    ? [
        'an index in DynamoDB has no future, as of 2026-11: Loki 3.6 and 3.7 lose logs on reading it, and the release after them has none. ' +
          'Stay on 3.5 at most, and plan the move to TSDB: migrateTo, docs/loki.md',
      ]
    : [];
