// What Flux’s Kustomization and GitRepository may say. Written by `npm run import:gitops`, from @kubernetes-models/flux-cd 4.0.0.

export interface KustomizationSpec {
  readonly commonMetadata?: CommonMetadata;
  readonly components?: readonly string[];
  readonly decryption?: Decryption;
  readonly deletionPolicy?: 'MirrorPrune' | 'Delete' | 'WaitForTermination' | 'Orphan';
  readonly dependsOn?: readonly DependencyReference[];
  readonly force?: boolean;
  readonly healthCheckExprs?: readonly CustomHealthCheck[];
  readonly healthChecks?: readonly NamespacedObjectKindReference[];
  readonly ignoreMissingComponents?: boolean;
  readonly images?: readonly Image[];
  readonly interval: string;
  readonly kubeConfig?: KubeConfigReference;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly patches?: readonly Patch[];
  readonly path?: string;
  readonly postBuild?: PostBuild;
  readonly prune: boolean;
  readonly retryInterval?: string;
  readonly serviceAccountName?: string;
  readonly sourceRef: CrossNamespaceSourceReference;
  readonly suspend?: boolean;
  readonly targetNamespace?: string;
  readonly timeout?: string;
  readonly wait?: boolean;
}

export interface CommonMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface Decryption {
  readonly provider: 'sops';
  readonly secretRef?: LocalObjectReference;
  readonly serviceAccountName?: string;
}

export interface LocalObjectReference {
  readonly name: string;
}

export interface DependencyReference {
  readonly name: string;
  readonly namespace?: string;
  readonly readyExpr?: string;
}

export interface CustomHealthCheck extends HealthCheckExpressions {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface HealthCheckExpressions {
  readonly current: string;
  readonly failed?: string;
  readonly inProgress?: string;
}

export interface NamespacedObjectKindReference {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface Image {
  readonly digest?: string;
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
}

export interface KubeConfigReference {
  readonly configMapRef?: LocalObjectReference;
  readonly secretRef?: SecretKeyReference;
}

export interface SecretKeyReference {
  readonly key?: string;
  readonly name: string;
}

export interface Patch {
  readonly patch: string;
  readonly target?: Selector;
}

export interface Selector {
  readonly annotationSelector?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly labelSelector?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
}

export interface PostBuild {
  readonly substitute?: { readonly [key: string]: string };
  readonly substituteFrom?: readonly SubstituteReference[];
}

export interface SubstituteReference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly optional?: boolean;
}

export interface CrossNamespaceSourceReference {
  readonly apiVersion?: string;
  readonly kind: 'OCIRepository' | 'GitRepository' | 'Bucket' | 'ExternalArtifact';
  readonly name: string;
  readonly namespace?: string;
}

export interface GitRepositorySpec {
  readonly ignore?: string;
  readonly include?: readonly GitRepositoryInclude[];
  readonly interval: string;
  readonly provider?: 'generic' | 'azure' | 'github';
  readonly proxySecretRef?: LocalObjectReference;
  readonly recurseSubmodules?: boolean;
  readonly ref?: GitRepositoryRef;
  readonly secretRef?: LocalObjectReference;
  readonly serviceAccountName?: string;
  readonly sparseCheckout?: readonly string[];
  readonly suspend?: boolean;
  readonly timeout?: string;
  readonly url: string;
  readonly verify?: GitRepositoryVerification;
}

export interface GitRepositoryInclude {
  readonly fromPath?: string;
  readonly repository: LocalObjectReference;
  readonly toPath?: string;
}

export interface GitRepositoryRef {
  readonly branch?: string;
  readonly commit?: string;
  readonly name?: string;
  readonly semver?: string;
  readonly tag?: string;
}

export interface GitRepositoryVerification {
  readonly mode?: GitVerificationMode;
  readonly secretRef: LocalObjectReference;
}

export type GitVerificationMode = string;
