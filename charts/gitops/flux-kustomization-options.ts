import type { NamespacedObjectKindReference } from '../../imports/flux-cd';

/** An object by which Flux gets the manifests, made elsewhere. */
export interface FluxSourceReference {
  readonly kind: 'Bucket' | 'ExternalArtifact' | 'GitRepository' | 'OCIRepository';
  readonly name: string;
  /** @default - that of the Kustomization */
  readonly namespace?: string;
}

/** An object that has to become healthy. */
export interface FluxHealthCheck extends NamespacedObjectKindReference {}

/** What can be said of a Kustomization, apart from where its manifests are. */
export interface FluxKustomizationOptions {
  /** Name of the Kustomization. @default - the construct's id */
  readonly name?: string;
  /** Namespace of the Kustomization itself. @default 'flux-system' */
  readonly namespace?: string;
  /** How often the cluster is compared with the folder, and set back, in h, m, s or ms. @default '10m' */
  readonly interval?: string;
  /** How long it waits after a failure. Flux alone would wait for `interval`. @default '1m' */
  readonly retryInterval?: string;
  /** How long objects may take to become healthy. @default - as long as `interval` */
  readonly timeout?: string;
  /** Whether objects that are gone from the folder are deleted; see `keepData` for those that are not. @default true */
  readonly prune?: boolean;
  /** Whether the Kustomization is ready only when every object is. @default true, unless there are `healthChecks` */
  readonly wait?: boolean;
  /** The only objects that have to be healthy for it to be ready; not with `wait`. @default - all, by `wait` */
  readonly healthChecks?: readonly FluxHealthCheck[];
  /**
   * What becomes of the objects when the Kustomization itself is deleted. Needs Flux 2.5 or newer.
   * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#deletion-policy
   * @default - 'MirrorPrune': with `prune` they are deleted, but for what `keepData` keeps
   */
  readonly deletionPolicy?: 'MirrorPrune' | 'Delete' | 'WaitForTermination' | 'Orphan';
  /** ServiceAccount whose rights Flux uses. @default - its own */
  readonly serviceAccountName?: string;
  /**
   * Whether Namespaces and PersistentVolumeClaims of the folder stay in the cluster, with all logs, when they are gone from the folder or
   * the Kustomization is deleted. They get `kustomize.toolkit.fluxcd.io/prune: disabled`, unless they say something there.
   * @default true
   */
  readonly keepData?: boolean;
  /** Folder of the output that the Kustomization itself is written to, to be applied once by `kubectl apply -f dist/flux`. @default 'flux' */
  readonly folder?: string;
}
