import type { ApiObject } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { Problem } from '../kubernetes/problem';
import type { Shape } from '../kubernetes/shape';
import { checkRepositoryPath, folderAt, folderOf, objectsIn, pathInRepository, plainPath } from './output-folder';

/** The shape of a construct among props: it is no plain data, and looked at where it is used. */
export const aConstruct: Shape = () => undefined;

/** What is deployed, as a user says it. */
export interface Deployed {
  readonly deploys?: unknown;
  readonly path?: string;
}

/** What is deployed once it is known. */
export interface DeployedFolder {
  /** Within the repository. */
  readonly path: string;
  /** Within the output; undefined where the path alone is said. */
  readonly folder: string | undefined;
  /** The property that says where it is. */
  readonly property: 'deploys' | 'path';
  readonly problems: readonly Problem[];
}

/** Where the files of a construct are. What is wrong with that is said at once; what nobody has written yet, later. */
export function deployedFolder(scope: IConstruct, { deploys, path }: Deployed): DeployedFolder {
  const refused = (problem: Problem): DeployedFolder => ({
    path: '.',
    folder: undefined,
    property: 'path',
    problems: [problem],
  });
  if (deploys !== undefined && !Construct.isConstruct(deploys)) {
    return refused({
      path: 'deploys',
      message: 'is no construct',
      remedy: 'write an Environment, or a LoggingStack or chart that stands in the folder',
    });
  }
  if (deploys !== undefined && deploys.node.root !== scope.node.root) {
    const remedy = 'write a construct of the same app, or say the path';
    return refused({ path: 'deploys', message: 'is of another app', remedy });
  }
  const folder = deploys === undefined ? '' : folderOf(deploys);
  if (path !== undefined) {
    const malformed = checkRepositoryPath(path, 'path');
    const problems = malformed.length > 0 ? malformed : checkSameFolder(path, folder);
    return { path: problems.length > 0 ? '.' : plainPath(path), folder: deploys && folder, property: 'path', problems };
  }
  const derived = pathInRepository(scope, folder);
  if (derived !== undefined) return { path: derived, folder, property: 'deploys', problems: [] };
  return refused({
    path: 'path',
    message: 'cannot be derived: the output folder is not below the one that the program runs in',
    remedy: 'write the folder as seen from the top of the repository, such as "dist/staging"',
  });
}

/** The objects that are deployed. The tree has to be complete. */
export function objectsOf(scope: IConstruct, { folder, path, problems }: DeployedFolder): readonly ApiObject[] {
  const { root } = scope.node;
  const found = problems.length > 0 ? undefined : (folder ?? folderAt(root, path));
  return found === undefined ? [] : objectsIn(root, found);
}

/** Refuses a path that leads elsewhere than to the folder of what is deployed. */
function checkSameFolder(path: string, folder: string): Problem[] {
  const plain = plainPath(path);
  if (folder === '' || plain === folder || plain.endsWith(`/${folder}`)) return [];
  const message = `"${path}" is not where "${folder}" is written, which it deploys`;
  return [
    { path: 'path', message, remedy: `write the path of "${folder}", such as "dist/${folder}", or leave deploys out` },
  ];
}
