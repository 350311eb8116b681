import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkManifests, manifestWarnings } from '../kubernetes/checks';
import { comparisonsOf } from '../kubernetes/comparison';
import { finalForm, unwritable } from '../kubernetes/final-form';
import type { Manifest } from '../kubernetes/manifest';
import type { Problem } from '../kubernetes/problem';
import { describeProblem, ownerPath, warningsOf, withoutEchoes } from '../kubernetes/refusal';
import { sortedKeys } from '../kubernetes/sorted-keys';
import { writeYaml } from '../kubernetes/yaml';
import type { ManifestApp } from '../manifest-app';
import { chartObjects } from './chart-objects';
import type { ComparedObject } from './earlier';
import { checkEnvironments, checkExtension, fileName, folderOf } from './file-names';
import { checkKustomization, kustomizations } from './kustomization';
import { checkCircles, checkNamespacesFirst, type FileOfChart, orderWarnings } from './order';
import { ownFile } from './own-files';
import type { LocatedProblem } from './refused-error';

export interface Rendered {
  /** Content by path within the output folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly LocatedProblem[];
  readonly warnings: readonly string[];
  /** Objects that want to be compared with what an earlier run wrote of them. */
  readonly compared: readonly ComparedObject[];
}

interface RenderedObject {
  readonly object: ApiObject;
  readonly manifest: Manifest;
  readonly yaml: string;
}

/** Validates the whole app once and makes the text of its files, each object once: linear in the number of charts. */
export function render(app: ManifestApp): Rendered {
  const constructs = app.node.findAll();
  const { outputFileExtension, kustomization } = app;
  const ofKustomization = checkKustomization(kustomization);
  const problems: LocatedProblem[] = [...checkExtension(outputFileExtension), ...ofKustomization].map((problem) =>
    located(app, problem),
  );
  for (const construct of constructs) {
    problems.push(...construct.node.validate().map((text) => ({ construct: ownerPath(construct), text })));
  }
  const refuse = (construct: IConstruct, problem: Problem) => problems.push(located(construct, problem));

  const { charts, circles, acrossCharts } = chartObjects(app);
  for (const [object, problem] of checkCircles(circles)) refuse(object, problem);

  const files: FileOfChart[] = [];
  const contents = new Map<string, string>();
  const compared: ComparedObject[] = [];
  const byFolder = new Map<string, RenderedObject[]>();
  for (const [chart, inChart] of charts) {
    const objects = namespacesFirst(inChart.flatMap((object) => renderObject(object, refuse)));
    if (objects.length === 0) continue;
    const manifests = objects.map(({ manifest }) => manifest);
    const path = fileName(chart, manifests, outputFileExtension);
    for (const [environment, problem] of checkEnvironments(chart)) refuse(environment, problem);
    if (contents.has(path)) refuse(chart, sameFile(path, files));
    files.push({ chart, path, manifests });
    contents.set(path, ownFile(path, objects.map(({ yaml }) => yaml).join('---\n')));
    compared.push(
      ...objects.filter(({ object }) => comparisonsOf(object).length > 0).map((each) => ({ ...each, path })),
    );
    const folder = folderOf(path);
    const known = byFolder.get(folder);
    if (known === undefined) byFolder.set(folder, [...objects]);
    else known.push(...objects);
  }
  if (files.length === 0 && problems.length === 0) refuse(app, NOTHING_TO_WRITE);
  if (kustomization !== undefined && ofKustomization.length === 0) {
    for (const [path, text] of kustomizations([...contents.keys()], kustomization)) {
      const chart = files.find((file) => file.path === path)?.chart;
      if (chart === undefined) contents.set(path, text);
      else refuse(chart, { path, message: 'is the file of kustomize', remedy: 'give the chart another id' });
    }
  }

  const warnings = constructs.flatMap((construct) => warningsOf(construct).map((text) => at(construct, text)));
  const refusedAbove = [...problems];
  // What stands in two folders goes to two clusters, or is applied on its own at least.
  for (const objects of byFolder.values()) {
    const manifests = objects.map(({ manifest }) => manifest);
    const objectAt = (index: number): IConstruct => objects[index]?.object ?? app;
    for (const { index, finding } of checkManifests(manifests)) {
      const owner = ownerPath(objectAt(index));
      const ofOwner = refusedAbove.filter(({ construct }) => construct === owner).map(({ text }) => text);
      for (const problem of withoutEchoes([finding], ofOwner)) refuse(objectAt(index), problem);
    }
    warnings.push(...manifestWarnings(manifests).map(({ index, finding }) => at(objectAt(index), finding)));
  }
  for (const [chart, problem] of checkNamespacesFirst(files)) refuse(chart, problem);
  warnings.push(...orderWarnings(acrossCharts, files).map(([object, text]) => at(object, text)));
  return { files: byPath(contents), problems: unique(problems), warnings: [...new Set(warnings)], compared };
}

const byPath = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));

const unique = (problems: readonly LocatedProblem[]): readonly LocatedProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.construct}\n${problem.text}`, problem])).values(),
];

const located = (construct: IConstruct, problem: Problem): LocatedProblem => ({
  construct: ownerPath(construct),
  text: describeProblem(problem),
});

/** What is said of a construct, with its path before it. */
export const at = (construct: IConstruct, text: string): string => {
  const path = ownerPath(construct);
  return path === '' ? text : `[${path}] ${text}`;
};

const NOTHING_TO_WRITE: Problem = {
  path: 'app',
  message: 'has no objects, and what it wrote earlier would all be removed',
  remedy: 'add a stack to it, or remove the files by hand',
};

function renderObject(object: ApiObject, refuse: (construct: IConstruct, problem: Problem) => void): RenderedObject[] {
  const form = finalForm(object);
  if ('problem' in form) {
    refuse(object, form.problem);
    return [];
  }
  try {
    const manifest = inReadingOrder(form.manifest);
    return [{ object, manifest, yaml: writeYaml(manifest) }];
  } catch (error) {
    refuse(object, unwritable(object, error));
    return [];
  }
}

/** Sorted keys, whatever the environment tells cdk8s, and first what says which object it is. */
function inReadingOrder(json: Manifest): Manifest {
  const { apiVersion, kind, ...rest } = json;
  const { metadata, ...others } = sortedKeys(rest) as Pick<Manifest, 'metadata'>;
  return { apiVersion, kind, metadata, ...others };
}

const namespacesFirst = (objects: readonly RenderedObject[]): readonly RenderedObject[] => [
  ...objects.filter(({ manifest }) => manifest.kind === 'Namespace'),
  ...objects.filter(({ manifest }) => manifest.kind !== 'Namespace'),
];

const sameFile = (path: string, files: readonly FileOfChart[]): Problem => ({
  path,
  message: `is the file of chart "${files.find((file) => file.path === path)?.chart.node.path}" too`,
  remedy: 'give one of the two charts another id',
});
