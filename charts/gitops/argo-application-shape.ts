import { anything, either, flag, listOf, mapOf, objectOf, type Shape, scalar, text } from '../kubernetes/shape';
import type { ArgoApplicationSource } from './argo-application';
import type {
  ArgoApplicationOptions,
  ArgoAutomated,
  ArgoBackoff,
  ArgoDestination,
  ArgoIgnoredDifference,
  ArgoRetry,
} from './argo-application-options';
import { aConstruct } from './deployed';

/** What an Application's props look like. */
export const ARGO_APPLICATION: Shape = objectOf<ArgoApplicationSource & ArgoApplicationOptions>({
  repoURL: text,
  targetRevision: text,
  deploys: aConstruct,
  path: text,
  name: scalar,
  namespace: scalar,
  project: text,
  destination: objectOf<ArgoDestination>({ server: text, name: text, namespace: text }),
  automated: either(false, objectOf<ArgoAutomated>({ prune: flag, selfHeal: flag })),
  retry: objectOf<ArgoRetry>({
    limit: scalar,
    backoff: objectOf<ArgoBackoff>({ duration: text, factor: scalar, maxDuration: text }),
  }),
  syncOptions: listOf(text),
  ignoreDifferences: listOf(
    objectOf<ArgoIgnoredDifference>(
      {
        group: text,
        kind: text,
        name: text,
        namespace: text,
        jsonPointers: listOf(text),
        jqPathExpressions: listOf(text),
        managedFieldsManagers: listOf(text),
      },
      ['kind'],
    ),
  ),
  waves: mapOf(scalar),
  keepData: flag,
  finalizer: anything,
  folder: scalar,
  managesItself: flag,
});
