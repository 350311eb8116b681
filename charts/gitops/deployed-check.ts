import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { closest } from '../kubernetes/closest';
import type { Problem } from '../kubernetes/problem';
import type { DeployedFolder } from './deployed';
import { folderOf, pathInRepository, writtenFolders } from './output-folder';

/** What deploys a folder. */
interface Deploying {
  readonly kind: 'Application' | 'Kustomization';
  /** The chart that it is written with. */
  readonly chart: Chart;
  readonly managesItself?: boolean;
  /** Another one that deploys the same. */
  readonly other?: string;
}

/** Refuses a folder that nothing is written to, that what deploys it stands in, or that another one deploys. */
export function checkDeployed(
  scope: IConstruct,
  deployed: DeployedFolder,
  { kind, chart, managesItself = false, other }: Deploying,
): readonly Problem[] {
  const { path, property, problems } = deployed;
  if (problems.length > 0) return problems;
  const found = checkWritten(scope, deployed);
  if (!managesItself && pathInRepository(scope, folderOf(chart)) === path) {
    found.push({
      path: property,
      message: `is "${path}", where the ${kind} itself is written to: it would change, and with prune delete, itself`,
      remedy: `set folder to another one, or make the ${kind} in a ManifestApp${kind === 'Application' ? '; set managesItself to true if it is meant' : ''}`,
    });
  }
  if (other !== undefined) {
    found.push({
      path: property,
      message: `"${path}" is deployed to the same cluster by ${kind}/${other} already: each would take the objects from the other`,
      remedy: 'leave one of the two out, or deploy another folder',
    });
  }
  return found;
}

function checkWritten(scope: IConstruct, { folder, path }: DeployedFolder): Problem[] {
  if (folder === undefined) return [];
  const folders = writtenFolders(scope.node.root);
  if (folders.includes(folder)) return [];
  const near = closest(folder, folders) ?? folders.find((other) => other !== '');
  const another = near === undefined ? '' : `, or deploy another folder, such as that of "${near}"`;
  return [{ path: 'deploys', message: `nothing is written to "${path}"`, remedy: `add a stack to it${another}` }];
}

/** Of constructs of a class the one before this one that is like it, if any. */
export const earlierLike = <T extends IConstruct>(
  construct: T,
  isOfClass: (other: IConstruct) => other is T,
  identityOf: (other: T) => string,
): T | undefined => {
  const all = construct.node.root.node.findAll().filter(isOfClass);
  return all.slice(0, all.indexOf(construct)).find((other) => identityOf(other) === identityOf(construct));
};
