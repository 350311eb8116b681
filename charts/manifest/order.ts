import type { ApiObject, Chart } from 'cdk8s';
import type { Manifest } from '../kubernetes/manifest';
import type { Problem } from '../kubernetes/problem';
import type { Dependency } from './chart-objects';
import { folderOf } from './file-names';

/** A chart that is written, where it goes and what is in it. */
export interface FileOfChart {
  readonly chart: Chart;
  /** Within the output folder. */
  readonly path: string;
  readonly manifests: readonly Manifest[];
}

const reference = ({ kind, name }: ApiObject): string => `${kind}/${name}`;

/** Refuses objects that need one another in a circle: none of them could be applied first. */
export const checkCircles = (circles: readonly (readonly ApiObject[])[]): (readonly [ApiObject, Problem])[] =>
  circles.flatMap((circle) => {
    const [first] = circle;
    if (first === undefined) return [];
    return [
      [
        first,
        {
          path: reference(first),
          message: `depends on itself: ${[...circle, first].map(reference).join(' → ')}`,
          remedy: 'take out one of these dependencies',
        },
      ],
    ];
  });

/** Refuses a file that is applied before the one that makes its namespace: files go by name. */
export function checkNamespacesFirst(files: readonly FileOfChart[]): (readonly [Chart, Problem])[] {
  const madeIn = new Map<string, string>();
  for (const { path, manifests } of files) {
    for (const { kind, metadata } of manifests) {
      if (kind === 'Namespace') madeIn.set(`${folderOf(path)}/${metadata?.name}`, path);
    }
  }
  return files.flatMap(({ chart, path, manifests }) => {
    const early = manifests
      .map(({ metadata }) => [metadata?.namespace, madeIn.get(`${folderOf(path)}/${metadata?.namespace}`)] as const)
      .find(([, making]) => making !== undefined && path < making);
    if (early === undefined) return [];
    const [namespace, making] = early;
    const message = `is applied before ${making}, which makes its namespace "${namespace}": files go by name`;
    return [[chart, { path, message, remedy: 'give the chart an id that does not sort before "00-"' }] as const];
  });
}

/** Warns of a chart that is applied before one that it needs. */
export function orderWarnings(
  dependencies: readonly Dependency[],
  files: readonly FileOfChart[],
): (readonly [ApiObject, string])[] {
  const pathOf = new Map(files.map(({ chart, path }) => [chart, path]));
  return dependencies.flatMap(([object, needed]) => {
    const [path, neededPath] = [pathOf.get(object.chart), pathOf.get(needed.chart)];
    if (path === undefined || neededPath === undefined) return [];
    const isApart = folderOf(path) !== folderOf(neededPath);
    if (!isApart && neededPath <= path) return [];
    const why = isApart ? 'is in another folder: apply that first' : `is applied after ${path}: files go by name`;
    return [[object, `${reference(object)} depends on ${reference(needed)}, but ${neededPath} ${why}`] as const];
  });
}
