import { ApiObject } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { ApplicationSpec } from '../../imports/argo-cd';
import type { ObjectReference, Patch } from '../kubernetes/patch';
import { patchObject } from '../kubernetes/patch';
import type { Problem } from '../kubernetes/problem';
import { fitting, refuseComponent, refuseProps } from '../kubernetes/refusal';
import { withoutEmpty } from '../kubernetes/without-empty';
import { checkArgoApplication } from './argo-application-check';
import type { ArgoApplicationOptions } from './argo-application-options';
import { ARGO_APPLICATION } from './argo-application-shape';
import { checkSyncOptions, syncOptions } from './argo-sync-options';
import { type DeployedFolder, deployedFolder, objectsOf } from './deployed';
import { checkDeployed, earlierLike } from './deployed-check';
import { annotateObjects, keepData } from './object-annotations';
import { chartInFolder } from './output-folder';

/** Where the manifests of an Application are. */
export interface ArgoApplicationSource {
  /** The Git repository that the output is committed to, by HTTPS or SSH, without a password in it. */
  readonly repoURL: string;
  /** Branch, tag or commit. @default 'HEAD', the last commit of the default branch */
  readonly targetRevision?: string;
  /**
   * What it deploys: an `Environment`, or anything that stands in the folder, such as a `LoggingStack`.
   * @default - the app, but for its environments
   */
  readonly deploys?: IConstruct;
  /** The folder as seen from the top of the repository. @default - that of what it deploys, where the program runs at the top */
  readonly path?: string;
}

export interface ArgoApplicationProps extends ArgoApplicationSource, ArgoApplicationOptions {}

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
const FINALIZERS = {
  foreground: 'resources-finalizer.argocd.argoproj.io',
  background: 'resources-finalizer.argocd.argoproj.io/background',
} as const;

/** Stands in for what is refused, so that what would be made from it is not refused as well. */
const REFUSED = 'refused';

/**
 * An Application of Argo CD that deploys a folder of the output. It is written to a folder of its own, `dist/argocd/`, and applied once:
 * from then on a commit is what changes the cluster.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#applications
 */
export class ArgoApplication extends Construct {
  /** The folder that it deploys, as seen from the top of the repository. */
  readonly path: string;
  private readonly object: ApiObject;
  private readonly deployed: DeployedFolder;

  constructor(scope: Construct, id: string, given: ArgoApplicationProps) {
    super(scope, id);
    const props = fitting(this, given, ARGO_APPLICATION);
    const problems = checkArgoApplication(props, props.name ?? id);
    const accepted = (path: string, value: string): string =>
      problems.some((problem) => problem.path === path) ? REFUSED : value;
    this.deployed = deployedFolder(this, { deploys: given?.deploys, path: props.path });
    this.path = this.deployed.path;
    const chart = chartInFolder(
      this,
      accepted('folder', props.folder ?? 'argocd'),
      accepted('namespace', props.namespace ?? 'argocd'),
    );
    this.object = new ApiObject(chart, 'application', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: accepted('name', props.name ?? id),
        ...(props.finalizer === undefined ? {} : { finalizers: [FINALIZERS[props.finalizer]] }),
      },
      spec: specOf({ ...props, repoURL: accepted('repoURL', props.repoURL ?? REFUSED) }, this.path),
    });
    refuseComponent(this, () => [
      ...(given?.repoURL === undefined ? [MISSING_REPOSITORY] : []),
      ...problems,
      ...checkDeployed(this, this.deployed, {
        kind: 'Application',
        chart,
        managesItself: props.managesItself,
        other: earlierLike(this, isApplication, (each) => each.deploysTo())?.object.name,
      }),
      ...checkSyncOptions(
        props.syncOptions ?? [],
        this.deployedObjects.some(({ kind }) => kind === 'Namespace'),
      ),
    ]);
    refuseProps(this, () => this.annotate(props));
  }

  /** Changes the Application in its final form; refused when it hits nothing. */
  patch(...patches: readonly Patch[]): void {
    patchObject(this, `Application/${this.object.name}` satisfies ObjectReference, patches);
  }

  private get deployedObjects(): readonly ApiObject[] {
    return objectsOf(this, this.deployed);
  }

  /** Says on the objects themselves what Argo CD reads there. The tree is complete by now. */
  private annotate({ keepData: keeps = true, waves = {} }: ArgoApplicationOptions): readonly Problem[] {
    if (this.deployed.problems.length > 0) return [];
    const numbers = Object.entries(waves).map(([reference, wave]) => [reference, String(wave)]);
    return [
      ...(keeps ? keepData(this.deployedObjects, SYNC_OPTIONS, 'Delete=false,Prune=false') : []),
      ...annotateObjects(this.deployedObjects, Object.fromEntries(numbers), SYNC_WAVE, 'waves'),
    ];
  }

  /** What must not be deployed twice: a folder of a repository to a cluster, as its Argo CD sees it. */
  private deploysTo(): string {
    const { spec, metadata } = this.object.toJson() as {
      readonly spec: ApplicationSpec;
      readonly metadata: { readonly namespace: string };
    };
    const { server, name } = spec.destination;
    return JSON.stringify([spec.source?.repoURL, this.path, server, name, metadata.namespace]);
  }
}

const isApplication = (construct: IConstruct): construct is ArgoApplication => construct instanceof ArgoApplication;

const MISSING_REPOSITORY: Problem = {
  path: 'repoURL',
  message: 'is missing',
  remedy: 'write the address of the repository that the output is committed to',
};

function specOf(props: ArgoApplicationProps, path: string): ApplicationSpec {
  const { automated = {}, retry: { limit = 5, backoff = {} } = {}, ignoreDifferences = [], destination = {} } = props;
  const own = ['ServerSideApply=true', ...(ignoreDifferences.length === 0 ? [] : ['RespectIgnoreDifferences=true'])];
  const { server, name, namespace } = destination;
  return withoutEmpty({
    project: props.project ?? 'default',
    source: { repoURL: props.repoURL, path, targetRevision: props.targetRevision ?? 'HEAD' },
    destination: {
      ...(name === undefined ? { server: server ?? 'https://kubernetes.default.svc' } : { name }),
      namespace,
    },
    syncPolicy: {
      automated:
        automated === false ? undefined : { prune: automated.prune ?? true, selfHeal: automated.selfHeal ?? true },
      retry: {
        limit,
        backoff: {
          duration: backoff.duration ?? '15s',
          factor: backoff.factor ?? 2,
          maxDuration: backoff.maxDuration ?? '5m',
        },
      },
      syncOptions: syncOptions(own, props.syncOptions ?? []),
    },
    ignoreDifferences: ignoreDifferences.length === 0 ? undefined : ignoreDifferences,
  });
}
