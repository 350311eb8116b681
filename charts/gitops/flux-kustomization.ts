import { ApiObject } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { KustomizationSpec } from '../../imports/flux-cd';
import { type Patch, patchObject } from '../kubernetes/patch';
import type { Problem } from '../kubernetes/problem';
import { fitting, refuseComponent, refuseProps } from '../kubernetes/refusal';
import { anything, flag, listOf, objectOf, scalar, text } from '../kubernetes/shape';
import { withoutEmpty } from '../kubernetes/without-empty';
import { aConstruct, type DeployedFolder, deployedFolder, objectsOf } from './deployed';
import { checkDeployed, earlierLike } from './deployed-check';
import { FluxGitRepository } from './flux-git-repository';
import { checkBelow, checkFluxKustomization } from './flux-kustomization-check';
import type { FluxHealthCheck, FluxKustomizationOptions, FluxSourceReference } from './flux-kustomization-options';
import { keepData } from './object-annotations';
import { chartInFolder, folderOf } from './output-folder';

export interface FluxKustomizationProps extends FluxKustomizationOptions {
  /** What fetches the manifests: a `FluxGitRepository`, or an object that is made elsewhere. */
  readonly sourceRef: FluxGitRepository | FluxSourceReference;
  /**
   * What it deploys: an `Environment`, or anything that stands in the folder, such as a `LoggingStack`.
   * @default - the app, but for its environments
   */
  readonly deploys?: IConstruct;
  /** The folder as seen from the top of the repository. @default - that of what it deploys, where the program runs at the top */
  readonly path?: string;
}

const SHAPE = objectOf<FluxKustomizationProps>({
  sourceRef: aConstruct,
  deploys: aConstruct,
  path: text,
  name: scalar,
  namespace: scalar,
  interval: text,
  retryInterval: text,
  timeout: text,
  prune: flag,
  wait: flag,
  healthChecks: listOf(
    objectOf<FluxHealthCheck>({ apiVersion: text, kind: text, name: text, namespace: text }, ['kind', 'name']),
  ),
  deletionPolicy: anything,
  serviceAccountName: scalar,
  keepData: flag,
  folder: scalar,
});

const SOURCE = objectOf<FluxSourceReference>({ kind: text, name: text, namespace: text }, ['kind', 'name']);
const SOURCE_KINDS: readonly string[] = ['GitRepository', 'OCIRepository', 'Bucket', 'ExternalArtifact'];
const REFUSED = 'refused';

/**
 * A Kustomization of Flux that deploys a folder of the output. It is written to a folder of its own, `dist/flux/`, and applied once:
 * from then on a commit is what changes the cluster.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export class FluxKustomization extends Construct {
  /** The folder that it deploys, as seen from the top of the repository. */
  readonly path: string;
  private readonly object: ApiObject;
  private readonly deployed: DeployedFolder;

  constructor(scope: Construct, id: string, given: FluxKustomizationProps) {
    super(scope, id);
    const props = fitting(this, given, SHAPE);
    const { source, problems: ofSource } = sourceOf(given?.sourceRef);
    const problems = [...checkFluxKustomization(props, props.name ?? id), ...ofSource];
    const accepted = (path: string, value: string): string =>
      problems.some((problem) => problem.path === path) ? REFUSED : value;
    this.deployed = deployedFolder(this, { deploys: given?.deploys, path: props.path });
    this.path = this.deployed.path;
    const namespace = accepted('namespace', props.namespace ?? 'flux-system');
    const chart = chartInFolder(this, accepted('folder', props.folder ?? 'flux'), namespace);
    this.object = new ApiObject(chart, 'kustomization', {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: accepted('name', props.name ?? id) },
      spec: specOf(props, this.path, {
        ...source,
        namespace: source.namespace === namespace ? undefined : source.namespace,
      }),
    });
    refuseComponent(this, () => [
      ...problems,
      ...checkDeployed(this, this.deployed, {
        kind: 'Kustomization',
        chart,
        other: earlierLike(this, isKustomization, (each) => each.deploysTo())?.object.name,
      }),
      ...checkBelow(this, this.deployed),
    ]);
    refuseProps(this, () =>
      (props.keepData ?? true)
        ? keepData(objectsOf(this, this.deployed), 'kustomize.toolkit.fluxcd.io/prune', 'disabled')
        : [],
    );
  }

  /** Changes the Kustomization in its final form; refused when it hits nothing. */
  patch(...patches: readonly Patch[]): void {
    patchObject(this, `Kustomization/${this.object.name}`, patches);
  }

  /** What must not be deployed twice: a folder of a source to a cluster. */
  private deploysTo(): string {
    const { spec, metadata } = this.object.toJson() as Deployment;
    return JSON.stringify([
      metadata.namespace,
      this.path,
      spec.sourceRef,
      spec.kubeConfig,
      folderOf(this.object.chart),
    ]);
  }
}

interface Deployment {
  readonly metadata: { readonly namespace: string };
  readonly spec: KustomizationSpec;
}

const isKustomization = (construct: IConstruct): construct is FluxKustomization =>
  construct instanceof FluxKustomization;

function specOf(props: FluxKustomizationProps, path: string, sourceRef: FluxSourceReference): KustomizationSpec {
  const { interval = '10m', retryInterval = '1m', timeout, prune = true, healthChecks = [], deletionPolicy } = props;
  return withoutEmpty({
    interval,
    retryInterval,
    timeout,
    path: path === '.' ? './' : `./${path}`,
    prune,
    sourceRef,
    wait: (props.wait ?? healthChecks.length === 0) ? true : undefined,
    healthChecks,
    deletionPolicy: deletionPolicy === 'MirrorPrune' ? undefined : deletionPolicy,
    serviceAccountName: props.serviceAccountName,
  });
}

function sourceOf(given: unknown): { readonly source: FluxSourceReference; readonly problems: readonly Problem[] } {
  if (given instanceof FluxGitRepository) {
    return { source: { kind: 'GitRepository', name: given.name, namespace: given.namespace }, problems: [] };
  }
  const none: FluxSourceReference = { kind: 'GitRepository', name: REFUSED };
  if (given === undefined) {
    const remedy = "write a FluxGitRepository, or { kind: 'GitRepository', name: 'flux-system' }";
    return { source: none, problems: [{ path: 'sourceRef', message: 'is missing', remedy }] };
  }
  const problems: Problem[] = [];
  const source = SOURCE(given, 'sourceRef', (problem) => problems.push(problem)) as FluxSourceReference | undefined;
  if (source !== undefined && !SOURCE_KINDS.includes(source.kind)) {
    const remedy = `write ${SOURCE_KINDS.map((kind) => `"${kind}"`).join(' or ')}`;
    problems.push({ path: 'sourceRef.kind', message: `${JSON.stringify(source.kind)} is no source of Flux`, remedy });
  }
  return { source: problems.length > 0 || source === undefined ? none : source, problems };
}
