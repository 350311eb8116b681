// What Argo CD’s Application may say. Written by `npm run import:gitops`, from @kubernetes-models/argo-cd 4.0.0.

export interface ApplicationSpec {
  readonly destination: ApplicationDestination;
  readonly ignoreDifferences?: IgnoreDifferences;
  readonly info?: readonly Info[];
  readonly project: string;
  readonly revisionHistoryLimit?: number;
  readonly source?: ApplicationSource;
  readonly sourceHydrator?: SourceHydrator;
  readonly sources?: ApplicationSources;
  readonly syncPolicy?: SyncPolicy;
}

export interface ApplicationDestination {
  readonly name?: string;
  readonly namespace?: string;
  readonly server?: string;
}

export type IgnoreDifferences = readonly ResourceIgnoreDifferences[];

export interface ResourceIgnoreDifferences {
  readonly group?: string;
  readonly jqPathExpressions?: readonly string[];
  readonly jsonPointers?: readonly string[];
  readonly kind: string;
  readonly managedFieldsManagers?: readonly string[];
  readonly name?: string;
  readonly namespace?: string;
}

export interface Info {
  readonly name: string;
  readonly value: string;
}

export interface ApplicationSource {
  readonly chart?: string;
  readonly directory?: ApplicationSourceDirectory;
  readonly helm?: ApplicationSourceHelm;
  readonly kustomize?: ApplicationSourceKustomize;
  readonly name?: string;
  readonly path?: string;
  readonly plugin?: ApplicationSourcePlugin;
  readonly ref?: string;
  readonly repoURL: string;
  readonly targetRevision?: string;
}

export interface ApplicationSourceDirectory {
  readonly exclude?: string;
  readonly include?: string;
  readonly jsonnet?: ApplicationSourceJsonnet;
  readonly recurse?: boolean;
}

export interface ApplicationSourceJsonnet {
  readonly extVars?: readonly JsonnetVar[];
  readonly libs?: readonly string[];
  readonly tlas?: readonly JsonnetVar[];
}

export interface JsonnetVar {
  readonly code?: boolean;
  readonly name: string;
  readonly value: string;
}

export interface ApplicationSourceHelm {
  readonly apiVersions?: readonly string[];
  readonly fileParameters?: readonly HelmFileParameter[];
  readonly ignoreMissingValueFiles?: boolean;
  readonly kubeVersion?: string;
  readonly namespace?: string;
  readonly parameters?: readonly HelmParameter[];
  readonly passCredentials?: boolean;
  readonly releaseName?: string;
  readonly skipCrds?: boolean;
  readonly skipSchemaValidation?: boolean;
  readonly skipTests?: boolean;
  readonly valueFiles?: readonly string[];
  readonly values?: string;
  readonly valuesObject?: RawExtension;
  readonly version?: string;
}

export interface HelmFileParameter {
  readonly name?: string;
  readonly path?: string;
}

export interface HelmParameter {
  readonly forceString?: boolean;
  readonly name?: string;
  readonly value?: string;
}

export type RawExtension = Readonly<Record<string, unknown>>;

export interface ApplicationSourceKustomize {
  readonly apiVersions?: readonly string[];
  readonly commonAnnotations?: { readonly [key: string]: string };
  readonly commonAnnotationsEnvsubst?: boolean;
  readonly commonLabels?: { readonly [key: string]: string };
  readonly components?: readonly string[];
  readonly forceCommonAnnotations?: boolean;
  readonly forceCommonLabels?: boolean;
  readonly ignoreMissingComponents?: boolean;
  readonly images?: KustomizeImages;
  readonly kubeVersion?: string;
  readonly labelIncludeTemplates?: boolean;
  readonly labelWithoutSelector?: boolean;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly namespace?: string;
  readonly patches?: KustomizePatches;
  readonly replicas?: KustomizeReplicas;
  readonly version?: string;
}

export type KustomizeImages = readonly KustomizeImage[];

export type KustomizeImage = string;

export type KustomizePatches = readonly KustomizePatch[];

export interface KustomizePatch {
  readonly options?: { readonly [key: string]: boolean };
  readonly patch?: string;
  readonly path?: string;
  readonly target?: KustomizeSelector;
}

export interface KustomizeSelector extends KustomizeResId {
  readonly annotationSelector?: string;
  readonly labelSelector?: string;
}

export interface KustomizeResId extends KustomizeGvk {
  readonly name?: string;
  readonly namespace?: string;
}

export interface KustomizeGvk {
  readonly group?: string;
  readonly kind?: string;
  readonly version?: string;
}

export type KustomizeReplicas = readonly KustomizeReplica[];

export interface KustomizeReplica {
  readonly count: IntOrString;
  readonly name: string;
}

export type IntOrString = string | number;

export interface ApplicationSourcePlugin {
  readonly env?: Env;
  readonly name?: string;
  readonly parameters?: ApplicationSourcePluginParameters;
}

export type Env = readonly EnvEntry[];

export interface EnvEntry {
  readonly name: string;
  readonly value: string;
}

export type ApplicationSourcePluginParameters = readonly ApplicationSourcePluginParameter[];

export interface ApplicationSourcePluginParameter extends OptionalMap, OptionalArray {
  readonly name?: string;
  readonly string?: string;
}

export interface OptionalMap {
  readonly map?: { readonly [key: string]: string };
}

export interface OptionalArray {
  readonly array?: readonly string[];
}

export interface SourceHydrator {
  readonly drySource: DrySource;
  readonly hydrateTo?: HydrateTo;
  readonly syncSource: SyncSource;
}

export interface DrySource {
  readonly directory?: ApplicationSourceDirectory;
  readonly helm?: ApplicationSourceHelm;
  readonly kustomize?: ApplicationSourceKustomize;
  readonly path: string;
  readonly plugin?: ApplicationSourcePlugin;
  readonly repoURL: string;
  readonly targetRevision: string;
}

export interface HydrateTo {
  readonly targetBranch: string;
}

export interface SyncSource {
  readonly path: string;
  readonly targetBranch: string;
}

export type ApplicationSources = readonly ApplicationSource[];

export interface SyncPolicy {
  readonly automated?: SyncPolicyAutomated;
  readonly managedNamespaceMetadata?: ManagedNamespaceMetadata;
  readonly retry?: RetryStrategy;
  readonly syncOptions?: SyncOptions;
}

export interface SyncPolicyAutomated {
  readonly allowEmpty?: boolean;
  readonly enabled?: boolean;
  readonly prune?: boolean;
  readonly selfHeal?: boolean;
}

export interface ManagedNamespaceMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface RetryStrategy {
  readonly backoff?: Backoff;
  readonly limit?: number;
  readonly refresh?: boolean;
}

export interface Backoff {
  readonly duration?: string;
  readonly factor?: number;
  readonly maxDuration?: string;
}

export type SyncOptions = readonly string[];
