import type { Construct } from 'constructs';
import { parseDuration } from '../../kubernetes/duration';
import type { ConfigMapping } from '../../kubernetes/merge';
import type { Problem } from '../../kubernetes/problem';
import { warn } from '../../kubernetes/refusal';
import type { Persistence } from '../persistence';
import { isForEver } from '../retention-config';
import type { LokiTenants } from '../tenants/tenant';
import { leftoverNotice } from './leftover-notice';
import { type LeftoverInput, leftoversOf } from './leftovers';
import type { MigrationOutcome } from './migrate-to';

/** Says at synth what of earlier periods has to stay, if it is anywhere but in the code. */
export function warnOfLeftovers(
  loki: Construct,
  config: ConfigMapping,
  {
    persistence,
    tenants = {},
    ...stored
  }: Pick<LeftoverInput, 'version' | 'schema' | 'storage' | 'earlierStorage'> & {
    readonly persistence: Persistence;
    readonly tenants?: LokiTenants;
  },
): void {
  const leftovers = leftoversOf({
    ...stored,
    retention: longestRetention(config, tenants),
    isEphemeral: persistence.type === 'ephemeral',
    allowsMetadata: allowsMetadata(config),
  });
  const notice = leftoverNotice(leftovers, stored.schema);
  if (notice !== undefined) warn(loki, notice);
}

/** Whether a configuration lets structured metadata in. */
const allowsMetadata = ({ limits_config: limits }: ConfigMapping): boolean =>
  (limits as ConfigMapping | undefined)?.allow_structured_metadata === true;

/** How long the last of all logs are kept, those of every stream and tenant; undefined for ever. */
function longestRetention(
  { compactor, limits_config: limits }: ConfigMapping,
  tenants: LokiTenants,
): string | undefined {
  const { retention_period: ofAll, retention_stream: streams } = (limits ?? {}) as ConfigMapping;
  const periods = [
    ofAll ?? '0s',
    ...(Array.isArray(streams) ? streams.map((stream) => (stream as ConfigMapping | null)?.period) : []),
    ...Object.values(tenants).flatMap(({ retention, retentionByStream = [] }) => [
      ...(retention === undefined ? [] : [retention]),
      ...retentionByStream.map(({ period }) => period),
    ]),
  ].map(String);
  const isOn = (compactor as ConfigMapping | undefined)?.retention_enabled === true;
  if (!isOn || periods.some(isForEver)) return undefined;
  return periods.sort((a, b) => (parseDuration(b) ?? 0) - (parseDuration(a) ?? 0))[0];
}

/** The props that a migration gives. */
const GIVEN = /^(?:version|storage|earlierStorage|schema|retention)\b/;

/** A migration that was refused gives the options from before: what is wrong with them is said by its own problems. */
export const refusedFirst = (
  migration: MigrationOutcome | undefined,
  problems: readonly Problem[],
): readonly Problem[] =>
  migration === undefined || migration.problems.length === 0
    ? problems
    : [...migration.problems, ...problems.filter(({ path }) => !GIVEN.test(path))];
