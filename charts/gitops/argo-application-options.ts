import type { ResourceIgnoreDifferences } from '../../imports/argo-cd';
import type { ObjectReference } from '../kubernetes/patch';
import type { ArgoSyncOption } from './argo-sync-options';

/** The cluster that an Application deploys to: by its address or by its name, as Argo CD knows it. */
export interface ArgoDestination {
  /** Address of the cluster's API server. @default - 'https://kubernetes.default.svc', the cluster that Argo CD runs in, unless there is a name */
  readonly server?: string;
  /** Name of the cluster, instead of its address. */
  readonly name?: string;
  /** Namespace of objects that say none, which is none of ours; some AppProjects ask for it. @default - none */
  readonly namespace?: string;
}

/** What Argo CD does by itself. @see https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/ */
export interface ArgoAutomated {
  /** Whether objects that are gone from the folder are deleted; see `keepData` for those that are not. @default true */
  readonly prune?: boolean;
  /** Whether what somebody changed in the cluster is set back. @default true */
  readonly selfHeal?: boolean;
}

/** How often a sync that failed is tried again. */
export interface ArgoRetry {
  /** How many times, a whole number; a negative one is for ever. @default 5 */
  readonly limit?: number;
  readonly backoff?: ArgoBackoff;
}

/** How long Argo CD waits before it tries again. */
export interface ArgoBackoff {
  /** The first time, in h, m, s or ms. @default '15s' */
  readonly duration?: string;
  /** What each wait is multiplied by for the next one, a whole number. @default 2 */
  readonly factor?: number;
  /** The longest wait. @default '5m' */
  readonly maxDuration?: string;
}

/**
 * A difference that Argo CD passes over. Nothing of a stack needs one: what an autoscaler or a pod sets stands nowhere in the folder.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/
 */
export interface ArgoIgnoredDifference extends ResourceIgnoreDifferences {}

/** What can be said of an Application, apart from where its manifests are. */
export interface ArgoApplicationOptions {
  /** Name of the Application. @default - the construct's id */
  readonly name?: string;
  /** Namespace of the Application itself, in which Argo CD looks for it. @default 'argocd' */
  readonly namespace?: string;
  /** The AppProject that it belongs to. @default 'default' */
  readonly project?: string;
  /** @default - the cluster that Argo CD runs in */
  readonly destination?: ArgoDestination;
  /** `false` leaves each sync to a person. @default - syncs, prunes and heals by itself */
  readonly automated?: ArgoAutomated | false;
  /** How often a sync that failed is tried again: the defaults come to some eight minutes. */
  readonly retry?: ArgoRetry;
  /**
   * Sync options besides `ServerSideApply=true`, or instead of it. Server-side apply leaves alone what others wrote of an object, and takes
   * objects that are too large for the annotation of client-side apply.
   * `RespectIgnoreDifferences=true` comes with `ignoreDifferences`. `Replace` and `Force` are refused, as they delete.
   * @default - none
   */
  readonly syncOptions?: readonly ArgoSyncOption[];
  /** @default - none, and the Application is Synced */
  readonly ignoreDifferences?: readonly ArgoIgnoredDifference[];
  /**
   * Objects of the folder that come later, or earlier, than the rest, by their reference: `{ 'DaemonSet/loki-promtail': 1 }` waits
   * until all else is healthy. A whole number; what is not named is in wave 0. Nothing of a stack needs one: Argo CD applies namespaces first,
   * and pods wait for what they need.
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
   * @default - none
   */
  readonly waves?: Readonly<Record<ObjectReference, number>>;
  /**
   * Whether Namespaces and PersistentVolumeClaims of the folder stay in the cluster, with all logs, when they are gone from the folder or
   * the Application is deleted. They get `argocd.argoproj.io/sync-options: Delete=false,Prune=false`, unless they say something there.
   * @default true
   */
  readonly keepData?: boolean;
  /**
   * Whether deleting the Application deletes what it deployed, and how: `foreground` waits until all is gone. See `keepData` for what stays.
   * @default - none: everything goes on running
   */
  readonly finalizer?: 'foreground' | 'background';
  /** Folder of the output that the Application itself is written to, to be applied once by `kubectl apply -f dist/argocd`. @default 'argocd' */
  readonly folder?: string;
  /** Whether it may stand in the folder that it deploys, and so change itself with each commit. @default false */
  readonly managesItself?: boolean;
}
