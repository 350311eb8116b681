import { isAbsolute, relative, resolve } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { Environment, environmentsOf } from '../environment';
import type { Problem } from '../kubernetes/problem';
import { ManifestApp } from '../manifest-app';

/** The folder that a construct's files go to, from the top of the output: `staging`; empty for the output folder itself. */
export const folderOf = (construct: IConstruct): string =>
  // Any other app writes all files to one folder.
  construct.node.root instanceof ManifestApp
    ? environmentsOf(construct)
        .map(({ node }) => node.id)
        .join('/')
    : '';

/** The objects that are written directly to a folder of the output. */
export const objectsIn = (root: IConstruct, folder: string): readonly ApiObject[] =>
  root.node
    .findAll()
    .filter((child): child is ApiObject => ApiObject.isApiObject(child))
    .filter((object) => folderOf(Chart.of(object)) === folder);

/** The folders of an app's output that something is written to. */
export const writtenFolders = (root: IConstruct): readonly string[] => [
  ...new Set(
    root.node
      .findAll()
      .filter((child): child is ApiObject => ApiObject.isApiObject(child))
      .map((object) => folderOf(Chart.of(object))),
  ),
];

/** The same as paths of the repository, as far as they are in it. */
export const writtenPaths = (root: IConstruct): readonly string[] =>
  writtenFolders(root).flatMap((folder) => pathInRepository(root, folder) ?? []);

/** A folder of the output as a path of the repository, at the top of which the program runs; undefined for one outside of it. */
export function pathInRepository(construct: IConstruct, folder: string): string | undefined {
  const { root } = construct.node;
  const outdir: unknown = root instanceof App ? root.outdir : undefined;
  if (typeof outdir !== 'string') return undefined;
  const fromTop = relative('', resolve(outdir, folder)).replaceAll('\\', '/');
  if (fromTop === '..' || fromTop.startsWith('../') || isAbsolute(fromTop)) return undefined;
  return fromTop === '' ? '.' : fromTop;
}

/** The folder of the output that a path of the repository leads to, whichever folder of the repository the output is in. */
export const folderAt = (root: IConstruct, path: string): string | undefined =>
  writtenFolders(root).find((folder) => {
    const derived = pathInRepository(root, folder);
    return derived !== undefined && (path === derived || path.endsWith(`/${derived}`));
  });

/** A chart in a folder of its own, so that what tracks a folder does not stand in it. */
export const chartInFolder = (scope: Construct, folder: string, namespace: string): Chart =>
  new Chart(new Environment(scope, folder), 'Default', { namespace, disableResourceNameHashes: true });

/** Refuses what is no path of a folder within a repository. */
export function checkRepositoryPath(path: string, property: string): Problem[] {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  const remedy = 'write the folder as seen from the top of the repository, such as "dist/staging"';
  if (path.trim() === '') return [{ path: property, message: 'is empty', remedy: `${remedy}, or "." for the top` }];
  if (path.startsWith('/')) {
    return [{ path: property, message: `"${path}" begins at the root of a disk, not of the repository`, remedy }];
  }
  if (steps.includes('..')) return [{ path: property, message: `"${path}" leads out of the repository`, remedy }];
  return [];
}

/** The same folder spelt in one way: `./dist//staging/` is `dist/staging`. */
export const plainPath = (path: string): string =>
  path
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/') || '.';
