import type { ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkManifests, manifestWarnings } from '../kubernetes/checks';
import type { Manifest } from '../kubernetes/manifest';
import type { Problem } from '../kubernetes/problem';
import { describeProblem, ownerPath, warningsOf, withoutEchoes } from '../kubernetes/refusal';
import { sortedKeys } from '../kubernetes/sorted-keys';
import { writeDocuments } from '../kubernetes/yaml';
import { chartObjects } from './chart-objects';
import { checkEnvironmentIds, fileName } from './file-names';
import { fileHeader } from './files';

export interface Rendered {
  /** Content by path within the output folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

interface RenderedObject {
  readonly object: ApiObject;
  readonly manifest: Manifest;
}

/** Validates the whole app once and makes the text of its files, each object once: linear in the number of charts. */
export function render(app: App): Rendered {
  const constructs = app.node.findAll();
  const problems = constructs.flatMap((construct) => construct.node.validate().map((text) => located(construct, text)));
  const refuse = (construct: IConstruct, problem: Problem) => {
    problems.push(located(construct, describeProblem(problem)));
  };

  const { charts, cyclic, acrossCharts } = chartObjects(app);
  for (const object of cyclic) {
    refuse(object, {
      path: `${object.kind}/${object.name}`,
      message: 'depends on itself through others',
      remedy: 'remove one of the dependencies',
    });
  }

  const files = new Map<string, string>();
  const chartOf = new Map<string, Chart>();
  const pathOf = new Map<Chart, string>();
  const rendered: RenderedObject[] = [];
  for (const [chart, objects] of charts) {
    const inChart = objects.flatMap((object) => toManifest(object, refuse));
    if (inChart.length === 0) continue;
    const manifests = namespacesFirst(inChart.map(({ manifest }) => manifest));
    const path = fileName(chart, manifests, app.outputFileExtension);
    const other = chartOf.get(path);
    for (const problem of [...checkEnvironmentIds(chart), ...(other === undefined ? [] : [sameFile(path, other)])]) {
      refuse(chart, problem);
    }
    chartOf.set(path, chart);
    pathOf.set(chart, path);
    rendered.push(...inChart);
    files.set(path, fileHeader(path) + writeDocuments(manifests));
  }
  if (rendered.length === 0 && problems.length === 0) problems.push(NOTHING_TO_WRITE);

  const manifests = rendered.map(({ manifest }) => manifest);
  const objectAt = (index: number): IConstruct => rendered[index]?.object ?? app;
  const refusedAbove = [...problems];
  for (const { index, finding } of checkManifests(manifests)) {
    const ofOwner = refusedAbove.filter((text) => text.startsWith(located(objectAt(index), '')));
    for (const problem of withoutEchoes([finding], ofOwner)) refuse(objectAt(index), problem);
  }

  const warnings = [
    ...constructs.flatMap((construct) => warningsOf(construct).map((text) => located(construct, text))),
    ...manifestWarnings(manifests).map(({ index, finding }) => located(objectAt(index), finding)),
    ...acrossCharts.flatMap(([object, needed]) => orderWarning(object, needed, pathOf)),
  ];
  return { files: byPath(files), problems: [...new Set(problems)], warnings: [...new Set(warnings)] };
}

const byPath = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));

const NOTHING_TO_WRITE =
  'the app has no objects, and what it wrote earlier would all be removed\n      → add a stack to it, or remove the files by hand';

const located = (construct: IConstruct, text: string): string => {
  const path = ownerPath(construct);
  return path === '' ? text : `[${path}] ${text}`;
};

function toManifest(object: ApiObject, refuse: (construct: IConstruct, problem: Problem) => void): RenderedObject[] {
  try {
    return [{ object, manifest: inReadingOrder(object.toJson()) }];
  } catch (error) {
    refuse(object, {
      path: `${object.kind}/${object.name}`,
      message: `cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'correct what it is made of',
    });
    return [];
  }
}

/** Sorted keys, whatever the environment tells cdk8s, and first what says which object it is. */
function inReadingOrder(json: Manifest): Manifest {
  const { apiVersion, kind, metadata, ...rest } = sortedKeys(json) as Manifest;
  return { apiVersion, kind, metadata, ...rest };
}

const namespacesFirst = (manifests: readonly Manifest[]): readonly Manifest[] => [
  ...manifests.filter(({ kind }) => kind === 'Namespace'),
  ...manifests.filter(({ kind }) => kind !== 'Namespace'),
];

const sameFile = (path: string, other: Chart): Problem => ({
  path,
  message: `is the file of chart "${other.node.path}" too`,
  remedy: 'give one of the two charts another id',
});

function orderWarning(object: ApiObject, needed: ApiObject, pathOf: ReadonlyMap<Chart, string>): string[] {
  const [path, neededPath] = [pathOf.get(object.chart), pathOf.get(needed.chart)];
  if (path === undefined || neededPath === undefined || neededPath <= path) return [];
  return [
    located(
      object,
      `${object.kind}/${object.name} depends on ${needed.kind}/${needed.name}, but ${neededPath} is applied after ${path}: files go by name`,
    ),
  ];
}
