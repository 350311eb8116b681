import { lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../kubernetes/problem';
import { writeYaml } from '../kubernetes/yaml';
import { folderOf } from './file-names';
import { ownFile } from './own-files';

/** What a kustomization is called. */
export type KustomizationFile = 'kustomization.yaml' | 'Kustomization';

const WRITTEN: readonly string[] = ['kustomization.yaml', 'Kustomization'] satisfies KustomizationFile[];

/** What kustomize, Argo CD and Flux look for in a folder. */
const KNOWN: readonly string[] = [...WRITTEN, 'kustomization.yml'];

/** Whether a file tells kustomize what to read, and so is no object of a cluster. */
export const isKustomization = (path: string): boolean => KNOWN.includes(basename(path));

/** Refuses a name that we do not write. */
export const checkKustomization = (name: unknown): Problem[] =>
  name === undefined || WRITTEN.includes(name as string)
    ? []
    : [
        {
          path: 'kustomization',
          message: 'is not what kustomize calls its file',
          remedy: "write 'kustomization.yaml' or 'Kustomization', or leave it out",
        },
      ];

/** A file for each folder that lists those in it, by path. */
export function kustomizations(paths: readonly string[], name: KustomizationFile): ReadonlyMap<string, string> {
  const folders = [...new Set(paths.map(folderOf))];
  return new Map(
    folders.map((folder) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      const resources = paths.filter((other) => folderOf(other) === folder).map((other) => basename(other));
      const kustomization = {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: resources.sort(),
      };
      return [path, ownFile(path, writeYaml(kustomization))] as const;
    }),
  );
}

/** Refuses a folder with a kustomization of somebody else beside ours: kustomize reads none of two. */
export function checkOnlyKustomization(
  outdir: string,
  own: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): Problem[] {
  return [...files.keys()].filter(isKustomization).flatMap((path) =>
    KNOWN.map((name) => (folderOf(path) === '' ? name : `${folderOf(path)}/${name}`))
      .filter((other) => other !== path && !own.has(other) && isThere(join(outdir, other)))
      .map((other) => ({
        path: join(outdir, other),
        message: `is there already, and kustomize reads neither of two: ${basename(path)} is to be written beside it`,
        remedy: 'move it out of the way, or leave kustomization out',
      })),
  );
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
