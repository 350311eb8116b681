import { type Finding, refused, warned } from '../../../config-check/finding';
import { hasSurelyCome } from '../../structured-metadata';
import { activePeriod, type Period } from '../periods';
import type { Rule, RuleInput } from './rule';
import { indexStores } from './stores';

const SWITCH = 'limits_config.allow_structured_metadata';

/** From 3.0 on logs carry structured metadata unless told otherwise, and only TSDB with v13 can store it. */
export const structuredMetadataIsStored: Rule = (input) => {
  const { settings, periods, deployment } = input;
  if (!settings.isAtLeast('3.0') || !settings.bool(SWITCH)) return [];
  const active = activePeriod(periods, deployment.today);
  if (active === undefined) return [];
  // Without a date nobody knows whether the last period has begun: the one before it may still be written to.
  const isKnown = deployment.today !== undefined || hasSurelyCome(active.from, settings.release);
  const doubtful = isKnown ? undefined : periods.at(-2);
  return [
    ...(doubtful === undefined ? [] : mistakesOf(doubtful, input).map(asLongAsWritten)),
    ...mistakesOf(active, input),
  ];
};

const asLongAsWritten = ({ path, message, remedy }: Finding): Finding =>
  warned(path, `${message}; Loki refuses that as long as this is the period written to`, remedy);

function mistakesOf({ path, store, schema }: Period, { settings }: RuleInput): Finding[] {
  // A store that Loki does not know is refused for that.
  const isOther = store !== 'tsdb' && indexStores(settings).includes(store);
  const isOlder = schema !== undefined && schema < 13;
  const off = `set ${SWITCH}: false`;
  return [
    ...(isOther
      ? [
          refused(
            `${path}.store`,
            `is ${store}, which cannot store the structured metadata that ${SWITCH} lets in`,
            `${off}, or add a period with "tsdb"`,
          ),
        ]
      : []),
    ...(isOlder
      ? [
          refused(
            `${path}.schema`,
            `is v${schema}, and structured metadata, which ${SWITCH} lets in, needs v13`,
            `${off}, or add a period with v13`,
          ),
        ]
      : []),
  ];
}
