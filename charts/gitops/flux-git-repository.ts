import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { GitRepositorySpec } from '../../imports/flux-cd';
import { checkSubdomain } from '../kubernetes/checks/names';
import { checkName } from '../kubernetes/names';
import { type Patch, patchObject } from '../kubernetes/patch';
import type { Problem } from '../kubernetes/problem';
import { fitting, refuseComponent } from '../kubernetes/refusal';
import { objectOf, scalar, text } from '../kubernetes/shape';
import { withoutEmpty } from '../kubernetes/without-empty';
import { checkGoDuration } from './go-duration';
import { chartInFolder } from './output-folder';
import { checkRepositoryUrl } from './repository-url';

/** What is checked out of a repository. Of several, Flux takes `commit`, `semver`, `tag` and `branch` in this order; `commit` with `branch` is fetched faster. */
export interface FluxGitReference {
  readonly branch?: string;
  readonly tag?: string;
  /** A range of versions that tags have: `>=1.0.0 <2.0.0`. */
  readonly semver?: string;
  readonly commit?: string;
}

export interface FluxGitRepositoryProps {
  /** The repository that the output is committed to: `https://…` or `ssh://…`, without a password in it. */
  readonly url: string;
  /** What is checked out. Flux alone would take the branch `master`. @default - { branch: 'main' } */
  readonly ref?: FluxGitReference;
  /** The Secret, in the same namespace, with what it takes to sign in; SSH needs one. @default - none: the repository is public */
  readonly secretRef?: { readonly name: string };
  /** How often Flux looks for a commit, in h, m, s or ms. @default '1m' */
  readonly interval?: string;
  /** Name of the GitRepository. @default - the construct's id */
  readonly name?: string;
  /** Namespace of the GitRepository. @default 'flux-system' */
  readonly namespace?: string;
  /** Folder of the output that it is written to, to be applied once by `kubectl apply -f dist/flux`. @default 'flux' */
  readonly folder?: string;
}

const SHAPE = objectOf<FluxGitRepositoryProps>({
  url: text,
  ref: objectOf<FluxGitReference>({ branch: text, tag: text, semver: text, commit: text }),
  secretRef: objectOf<{ readonly name: string }>({ name: text }, ['name']),
  interval: text,
  name: scalar,
  namespace: scalar,
  folder: scalar,
});

const REFUSED = 'refused';

/**
 * A Git repository that Flux fetches, for a `FluxKustomization`. Whoever bootstrapped Flux with this repository has one already, `flux-system`.
 * @see https://fluxcd.io/flux/components/source/gitrepositories/
 */
export class FluxGitRepository extends Construct {
  readonly name: string;
  readonly namespace: string;

  constructor(scope: Construct, id: string, given: FluxGitRepositoryProps) {
    super(scope, id);
    const props = fitting(this, given, SHAPE);
    const problems = [
      ...(given?.url === undefined
        ? [
            {
              path: 'url',
              message: 'is missing',
              remedy: 'write the address of the repository that the output is committed to',
            },
          ]
        : []),
      ...checkFluxGitRepository(props, props.name ?? id),
    ];
    const accepted = (path: string, value: string): string =>
      problems.some((problem) => problem.path === path) ? REFUSED : value;
    this.name = accepted('name', props.name ?? id);
    this.namespace = accepted('namespace', props.namespace ?? 'flux-system');
    const { interval = '1m', ref = { branch: 'main' }, secretRef } = props;
    const chart = chartInFolder(this, accepted('folder', props.folder ?? 'flux'), this.namespace);
    new ApiObject(chart, 'repository', {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: this.name },
      spec: withoutEmpty({
        interval,
        url: accepted('url', props.url ?? REFUSED),
        ref,
        secretRef: secretRef && { name: secretRef.name },
      } satisfies GitRepositorySpec),
    });
    refuseComponent(this, () => problems);
  }

  /** Changes the GitRepository in its final form; refused when it hits nothing. */
  patch(...patches: readonly Patch[]): void {
    patchObject(this, `GitRepository/${this.name}`, patches);
  }
}

function checkFluxGitRepository(props: FluxGitRepositoryProps, name: string): Problem[] {
  const { url, ref, secretRef, interval, namespace, folder } = props;
  return [
    ...(url === undefined ? [] : checkRepositoryUrl(url, 'url', 'Flux')),
    ...(secretRef === undefined ? [] : checkSubdomain(secretRef.name, 'secretRef.name')),
    ...(url?.startsWith('ssh://') && secretRef === undefined
      ? [
          {
            path: 'secretRef',
            message: 'is missing, and SSH needs a key',
            remedy: 'name a Secret with identity and known_hosts',
          },
        ]
      : []),
    ...(ref === undefined ? [] : checkReference(ref)),
    ...checkGoDuration(interval, 'interval', '1m'),
    ...checkName(name, 'name'),
    ...(namespace === undefined ? [] : checkName(namespace, 'namespace')),
    ...(folder === undefined ? [] : checkName(folder, 'folder')),
  ];
}

function checkReference(ref: FluxGitReference): Problem[] {
  const said = Object.entries(ref).filter(([, value]) => value !== undefined);
  if (said.length === 0) {
    return [
      {
        path: 'ref',
        message: 'says nothing, and Flux would take the branch "master"',
        remedy: 'write a branch, a tag, a semver or a commit',
      },
    ];
  }
  return said.flatMap(([key, value]) =>
    String(value).trim() === ''
      ? [{ path: `ref.${key}`, message: 'is empty', remedy: 'write it, or leave it out' }]
      : [],
  );
}
