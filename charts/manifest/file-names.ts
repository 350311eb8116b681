import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { environmentsOf } from '../environment';
import type { Manifest } from '../kubernetes/manifest';
import { checkName, nearestDnsLabel } from '../kubernetes/names';
import type { Problem } from '../kubernetes/problem';

/** Sorts before every other chart's name: what a Namespace is needed by must find it made. */
const FIRST = '00-';

/** Ids that say nothing, as in the names that cdk8s generates. */
const HIDDEN_IDS: ReadonlySet<string> = new Set(['Default', 'default', 'Resource', 'resource']);

/**
 * A chart's file within the output folder: the ids on its path, in the folder of its environment. It depends on nothing
 * but the chart itself.
 */
export function fileName(chart: Chart, manifests: readonly Manifest[], extension: string): string {
  const environments = environmentsOf(chart);
  const ids = chart.node.scopes
    .filter(
      (scope) => scope.node.scope !== undefined && !environments.includes(scope) && !HIDDEN_IDS.has(scope.node.id),
    )
    .map(({ node }) => node.id);
  const name = nearestDnsLabel(ids.join('-'), 200) ?? 'chart';
  const prefix = manifests.some(({ kind }) => kind === 'Namespace') ? FIRST : '';
  return [...environments.map(({ node }) => node.id), `${prefix}${name}${extension}`].join('/');
}

/** The folder of an environment's files; empty for those directly in the output folder. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** Refuses endings by which neither `kubectl apply -f` nor a later synth would know the files. */
export const checkExtension = (extension: unknown): Problem[] =>
  typeof extension === 'string' && /^(\.[a-zA-Z0-9_-]+)*\.ya?ml$/.test(extension)
    ? []
    : [
        {
          path: 'outputFileExtension',
          message: `${JSON.stringify(extension)} is not how kubectl knows a file of objects`,
          remedy: 'write ".k8s.yaml", ".yaml" or ".yml"',
        },
      ];

/** Refuses the environments of a chart whose ids are not fit for a folder. */
export const checkEnvironments = (chart: Chart): (readonly [IConstruct, Problem])[] =>
  environmentsOf(chart).flatMap((environment) =>
    checkName(environment.node.id, 'id').map((problem) => [environment, problem] as const),
  );
