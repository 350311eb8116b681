import { parseDuration } from '../../kubernetes/duration';
import type { Problem } from '../../kubernetes/problem';
import type { Job } from '../../pipeline/compile/job';
import type { Pipeline } from '../../pipeline/model/pipeline';
import { componentLabel } from './component-label';
import { type Fields, fieldsOf } from './plain-value';

/** Refuses what Promtail's words can say and Alloy's cannot. */
export const checkDifferences = ({ sources = [], stages = [] }: Pipeline, path: string): Problem[] => [
  ...sources.flatMap((source, index) => checkStages(source.stages ?? [], `${path}.sources[${index}].stages`)),
  ...checkStages(stages, `${path}.stages`),
];

/** Refuses names that are told apart by what no component's label may hold. */
export function checkComponentNames(jobs: readonly Job[], path: string): Problem[] {
  const firstOf = new Map<string, string>();
  return jobs.flatMap(({ name }): Problem[] => {
    const label = componentLabel(name);
    const first = firstOf.get(label);
    if (first === undefined) firstOf.set(label, name);
    return first === undefined || first === name
      ? []
      : [
          {
            path: `${path}.sources`,
            message: `"${first}" and "${name}" are both "${label}" as components of Alloy`,
            remedy: 'give one of them another name',
          },
        ];
  });
}

const checkStages = (stages: readonly unknown[], path: string): Problem[] =>
  stages.flatMap((stage, index) =>
    Object.entries(fieldsOf(stage)).flatMap(([name, settings]) => {
      const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
      return check === undefined ? [] : check(fieldsOf(settings), `${path}[${index}].${name}`);
    }),
  );

const CHECKS: Readonly<Record<string, (fields: Fields, path: string) => Problem[]>> = {
  match: ({ stages }, path) => (Array.isArray(stages) ? checkStages(stages, `${path}.stages`) : []),
  drop: ({ source, separator, expression, value }, path) => [
    ...[source]
      .flat()
      .filter((name) => typeof name === 'string' && name.includes(','))
      .map((name) => ({
        path: `${path}.source`,
        message: `has ${JSON.stringify(name)}, and Alloy takes a comma for the end of a name`,
        remedy: 'extract the value under a name without one',
      })),
    ...(separator === '' && Array.isArray(source) && source.length > 1 && (expression ?? value) !== undefined
      ? [
          {
            path: `${path}.separator`,
            message: 'is empty, and Alloy takes ";" then',
            remedy: 'write a character that no value has',
          },
        ]
      : []),
  ],
  multiline: ({ max_wait_time }, path) =>
    typeof max_wait_time === 'string' && parseDuration(max_wait_time) === 0
      ? [
          {
            path: `${path}.max_wait_time`,
            message: `"${max_wait_time}" is no time at all, which Alloy refuses`,
            remedy: 'write "1ms" or more',
          },
        ]
      : [],
  metrics: (metrics, path) =>
    Object.entries(metrics)
      .filter(([, metric]) => fieldsOf(fieldsOf(metric).config).value === '')
      .map(([name]) => ({
        path: `${path}.${name}.config.value`,
        message: 'is empty, and Alloy counts every value then',
        remedy: 'leave it out, or count what a match stage lets through',
      })),
};
