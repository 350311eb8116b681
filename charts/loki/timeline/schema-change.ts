import type { Problem } from '../../kubernetes/problem';
import { checkDate } from '../schema';

/** What of the schema may change although an earlier synth wrote it. */
export interface SchemaChange {
  /**
   * First days of the periods that may be changed, taken out, or moved to another place, as the earlier output has them: because they
   * have not begun, or because their logs are worth nothing. Take an entry out again with the next change: one that lets nothing
   * through is refused.
   */
  readonly discards: readonly string[];
}

/** Says in the output itself which periods were given up, for whoever compares two versions of it. */
const ANNOTATION = 'cdk8s-plg/discarded-periods';

export const discardAnnotations = (change: SchemaChange | undefined): Readonly<Record<string, string>> =>
  change === undefined || change.discards.length === 0 ? {} : { [ANNOTATION]: change.discards.join(',') };

/** The periods that an object says were given up. */
export const discardsIn = (annotations: unknown): readonly string[] => {
  const text: unknown =
    typeof annotations === 'object' && annotations !== null ? Reflect.get(annotations, ANNOTATION) : '';
  return typeof text === 'string' ? text.split(',').filter((day) => day !== '') : [];
};

/** Refuses entries that name no period. */
export function checkSchemaChange(change: SchemaChange | undefined): Problem[] {
  const path = 'schemaChange.discards';
  const discards = change?.discards ?? [];
  return [
    ...(change !== undefined && discards.length === 0
      ? [{ path, message: 'names no period', remedy: 'leave schemaChange out, or write the first day of a period' }]
      : []),
    ...discards.flatMap((from, index) => [
      ...checkDate(from, `${path}[${index}]`),
      ...(discards.indexOf(from) < index
        ? [{ path: `${path}[${index}]`, message: `is "${from}" again`, remedy: 'write each day once' }]
        : []),
    ]),
  ];
}
