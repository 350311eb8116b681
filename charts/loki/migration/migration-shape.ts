import type { Problem } from '../../kubernetes/problem';
import { listOf, objectOf, scalar, text } from '../../kubernetes/shape';
import { PERSISTENCE } from '../persistence-shape';
import { PERIOD } from '../schema-shape';
import { STORAGE } from '../storage/storage-shape';
import type { Leftover } from './leftovers';
import type { LokiBefore, LokiMigration, MigratedLoki, MigrationOutcome } from './migrate-to';

/** What `migrateTo` returns, so that options that are spread into others pass. */
export const OUTCOME = objectOf<MigrationOutcome>(
  {
    until: listOf(
      objectOf<Leftover>({ what: text, name: text, until: text, sentence: text }, ['what', 'name', 'sentence']),
    ),
    problems: listOf(objectOf<Problem>({ path: text, message: text, remedy: text }, ['path', 'message', 'remedy'])),
  },
  ['until', 'problems'],
);

const MIGRATION = objectOf<LokiMigration>(
  {
    from: text,
    storage: STORAGE,
    version: scalar,
    retention: scalar,
    before: objectOf<LokiBefore & Pick<MigratedLoki, 'migration'>>(
      {
        version: scalar,
        storage: STORAGE,
        earlierStorage: listOf(STORAGE),
        schema: listOf(PERIOD),
        retention: scalar,
        replicas: scalar,
        persistence: PERSISTENCE,
        dataFolder: text,
        migration: OUTCOME,
      },
      ['version'],
    ),
  },
  ['from', 'before'],
);

/** What of a migration has the form of one, and why the rest has not. */
export function readMigration(migration: unknown): {
  readonly given: LokiMigration;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const given = MIGRATION(migration, 'migrateTo', (problem) => void problems.push(problem)) as
    | LokiMigration
    | undefined;
  return { given: given ?? { from: '', before: { version: '' } }, problems };
}
