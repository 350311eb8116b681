import type { IConstruct } from 'constructs';
import { checkName } from '../kubernetes/names';
import type { Problem } from '../kubernetes/problem';
import { ManifestApp } from '../manifest-app';
import type { DeployedFolder } from './deployed';
import type { FluxKustomizationOptions } from './flux-kustomization-options';
import { checkGoDuration } from './go-duration';
import { folderAt, writtenPaths } from './output-folder';

const DELETION_POLICIES = ['MirrorPrune', 'Delete', 'WaitForTermination', 'Orphan'];

/** Refuses what a user said of a Kustomization, by itself. */
export function checkFluxKustomization(options: FluxKustomizationOptions, name: string): Problem[] {
  const {
    namespace,
    interval,
    retryInterval,
    timeout,
    wait,
    healthChecks,
    deletionPolicy,
    serviceAccountName,
    folder,
  } = options;
  return [
    ...checkName(name, 'name'),
    ...(namespace === undefined ? [] : checkName(namespace, 'namespace')),
    ...checkGoDuration(interval, 'interval', '10m'),
    ...checkGoDuration(retryInterval, 'retryInterval', '1m'),
    ...checkGoDuration(timeout, 'timeout', '5m'),
    ...(wait === true && (healthChecks ?? []).length > 0
      ? [
          {
            path: 'healthChecks',
            message: 'are passed over, as wait asks for all objects',
            remedy: 'leave one of the two out',
          },
        ]
      : []),
    ...(deletionPolicy === undefined || DELETION_POLICIES.includes(deletionPolicy)
      ? []
      : [
          {
            path: 'deletionPolicy',
            message: 'is none that Flux knows',
            remedy: `write ${DELETION_POLICIES.map((known) => `"${known}"`).join(' or ')}`,
          },
        ]),
    ...(serviceAccountName === undefined ? [] : checkName(serviceAccountName, 'serviceAccountName')),
    ...(folder === undefined ? [] : checkName(folder, 'folder')),
  ];
}

/** Refuses a folder with others below it: without a kustomization.yaml Flux takes all that is in them too. */
export function checkBelow(scope: IConstruct, { path, folder, property, problems }: DeployedFolder): Problem[] {
  if (problems.length > 0) return [];
  const { root } = scope.node;
  const isListed =
    (folder ?? folderAt(root, path)) !== undefined && root instanceof ManifestApp && root.kustomization !== undefined;
  const prefix = path === '.' ? '' : `${path}/`;
  const below = isListed
    ? undefined
    : writtenPaths(root).find((other) => `${other}/`.startsWith(prefix) && other !== path);
  if (below === undefined) return [];
  return [
    {
      path: property,
      message: `is "${path}", of which Flux takes all folders, "${below}" too`,
      remedy:
        "write `new ManifestApp({ kustomization: 'kustomization.yaml' })`, by which it takes the folder's own files alone, or put the stack into an Environment",
    },
  ];
}
