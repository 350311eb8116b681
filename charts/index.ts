export type { AdoptedHelmRelease } from './adopted-helm-release';
export type { AdoptedStack } from './adopted-stack';
export { Alloy, type AlloyProps } from './alloy/alloy';
export type { AlloyOptions } from './alloy/alloy-options';
export type { ConfigProblem } from './config-check/config-problem';
export { Environment } from './environment';
export { ArgoApplication, type ArgoApplicationProps, type ArgoApplicationSource } from './gitops/argo-application';
export type {
  ArgoApplicationOptions,
  ArgoAutomated,
  ArgoBackoff,
  ArgoDestination,
  ArgoIgnoredDifference,
  ArgoRetry,
} from './gitops/argo-application-options';
export type { ArgoSyncOption } from './gitops/argo-sync-options';
export { type FluxGitReference, FluxGitRepository, type FluxGitRepositoryProps } from './gitops/flux-git-repository';
export { FluxKustomization, type FluxKustomizationProps } from './gitops/flux-kustomization';
export type {
  FluxHealthCheck,
  FluxKustomizationOptions,
  FluxSourceReference,
} from './gitops/flux-kustomization-options';
export type { AdoptedDataSources, AdoptedGrafana } from './grafana/adopted-grafana';
export type { DataSource } from './grafana/data-source';
export { Grafana, type GrafanaProps } from './grafana/grafana';
export type { GrafanaAdmin, GrafanaOptions, GrafanaPersistence } from './grafana/grafana-options';
export type { GrafanaIni } from './grafana/ini';
export type { Adopted, AdoptedServiceAccount } from './kubernetes/adopted';
export type { AdoptedStatefulSet, ClaimTemplate } from './kubernetes/adopted-stateful-set';
export type { ImageOptions } from './kubernetes/image';
export type { Manifest } from './kubernetes/manifest';
export type { ConfigMapping, ConfigValue } from './kubernetes/merge';
export type { ObjectReference, Patch } from './kubernetes/patch';
export type { PodOptions } from './kubernetes/pod-options';
export type { Problem } from './kubernetes/problem';
export type {
  Affinity,
  Container,
  EnvVar,
  LocalObjectReference,
  PodSecurityContext,
  Probe,
  ResourceRequirements,
  SecurityContext,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from './kubernetes/types';
export {
  LoggingStack,
  type LoggingStackProps,
  type LokiDataSource,
  type StackGrafanaOptions,
} from './logging-stack';
export type { AdoptedLoki } from './loki/adopted-loki';
export type { LokiConfig } from './loki/config';
export { checkLokiConfig } from './loki/config-check/check-config';
export { checkLokiConfigText } from './loki/config-check/check-config-text';
export type { LokiDeployment } from './loki/config-check/deployment';
export { checkRuntimeConfig, checkRuntimeConfigText } from './loki/config-check/runtime-config';
export type { AzureIam } from './loki/iam/azure';
export type {
  IamCondition,
  IamPolicy,
  IamStatement,
  IamTrustPolicy,
  IamTrustStatement,
  PodIdentityAssociation,
} from './loki/iam/documents';
export type { GcpBinding, GcpIam } from './loki/iam/gcp';
export type { IamNote, LokiIam, LokiIamDocuments } from './loki/iam/loki-iam';
export { Loki, type LokiProps } from './loki/loki';
export type { LokiOptions, Retention } from './loki/loki-options';
export type { Leftover } from './loki/migration/leftovers';
export {
  type LokiBefore,
  type LokiMigration,
  type MigratedLoki,
  type MigrationOutcome,
  migrateTo,
} from './loki/migration/migrate-to';
export type { ClaimPersistence, EphemeralPersistence, Persistence } from './loki/persistence';
export type { StreamRetention } from './loki/retention/stream-retention';
export type { IndexStore, SchemaPeriod } from './loki/schema';
export type {
  AwsAccess,
  AwsKeysAccess,
  AzureAccess,
  GcpAccess,
  IrsaAccess,
  NodeRoleAccess,
  PodIdentityAccess,
} from './loki/storage/access';
export type { ObjectStore } from './loki/storage/object-store';
export type {
  AzureStorage,
  CapacityBounds,
  CertificateAuthority,
  DynamoDbAutoscaling,
  DynamoDbCapacity,
  DynamoDbStorage,
  FilesystemStorage,
  GcsStorage,
  LokiStorage,
  S3Encryption,
  S3Storage,
} from './loki/storage/storage';
export type { LokiTenant, LokiTenants, TenantLimits } from './loki/tenants/tenant';
export type { SchemaChange } from './loki/timeline/schema-change';
export type {
  Autoscaling,
  CacheOptions,
  ComponentOptions,
  GatewayOptions,
  IngesterOptions,
  LokiCaches,
  LokiTopology,
  MicroservicesTopology,
  ReplicatedTopology,
  ScalableOptions,
  SingleTopology,
  SoleOptions,
  StatefulOptions,
} from './loki/topology/topology';
export type { KustomizationFile } from './manifest/kustomization';
export { type LocatedProblem, RefusedError } from './manifest/refused-error';
export type { FileChanges } from './manifest/write-files';
export { ManifestApp, type ManifestAppProps } from './manifest-app';
export type { Destination, DestinationAuth, DestinationTls } from './pipeline/model/destinations';
export type { Pipeline } from './pipeline/model/pipeline';
export type {
  AnnotationChoice,
  Choice,
  LabelChoice,
  PodField,
  PodLabelSource,
  PodLabels,
  PodSelection,
} from './pipeline/model/pods';
export {
  type CaseRule,
  type Group,
  group,
  type HashModRule,
  type KeepEqualRule,
  type KeepRule,
  type LabelDropRule,
  type LabelMapRule,
  type RelabelRule,
  type Replacement,
  type ReplaceRule,
} from './pipeline/model/relabel-rule';
export type {
  FilesSource,
  JournalSource,
  KubernetesEventsSource,
  OtlpSource,
  PodApiSource,
  PodFilesSource,
  PushSource,
  Source,
  SyslogSource,
} from './pipeline/model/sources';
export type * from './pipeline/model/stages';
export { dropHealthChecks } from './pipeline/ready-made/health-checks';
export { levels } from './pipeline/ready-made/levels';
export { type Redaction, redact } from './pipeline/ready-made/redact';
export { stackTraces, type TraceLanguage } from './pipeline/ready-made/stack-traces';
export type { AdoptedPromtail } from './promtail/adopted-promtail';
export type { PromtailConfig } from './promtail/config';
export { checkPromtailConfig } from './promtail/config-check/check-config';
export { checkPromtailConfigText } from './promtail/config-check/check-config-text';
export type { PromtailRun } from './promtail/config-check/rules/rule';
export { Promtail, type PromtailProps } from './promtail/promtail';
export type { PromtailOptions } from './promtail/promtail-options';
export { RELEASES } from './releases';
export { type HtmlOptions, reviewHtml } from './review/output/html';
export { reviewMarkdown } from './review/output/markdown';
export {
  type PictureEdge,
  type PictureFacts,
  type PictureNode,
  type PictureProgram,
  type PictureRelation,
  type PictureShape,
  type StackPicture,
  stackPicture,
} from './review/picture/stack-picture';
export {
  type Change,
  type Consequence,
  type ObjectName,
  type ObjectReview,
  type Requests,
  type Review,
  SEVERITIES,
  type Severity,
} from './review/review';
export { type ReviewOptions, reviewManifests } from './review/review-manifests';
export type { AlloyCollector, CollectorOptions, NoCollector, PromtailCollector } from './stack-collector';
