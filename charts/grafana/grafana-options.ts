import type { ImageOptions } from '../kubernetes/image';
import type { PodOptions } from '../kubernetes/pod-options';
import type { DataSource } from './data-source';
import type { GrafanaIni } from './ini';

/**
 * How people sign in first. Grafana reads it when it makes its database: with `persistence`, or a database of your own,
 * another password here changes nothing, and `grafana cli admin reset-admin-password` in the pod does.
 */
export type GrafanaAdmin =
  /**
   * User `admin` with a password that is made in the cluster when the first pod starts, kept in the Secret named as the
   * Deployment, under `admin-user` and `admin-password`. One that is there already is kept.
   */
  | {
      readonly type: 'generated';
      /**
       * Image of the init container that makes it: a POSIX shell, the usual small programs and curl.
       * @default - `curlimages/curl` of a fixed release, from the registry that Grafana's image is from
       */
      readonly image?: ImageOptions;
    }
  /**
   * A Secret that is made elsewhere: by hand, by External Secrets, sealed. Pods wait until it is there. A Secret that was
   * generated before is no part of the output then: Argo CD prunes it.
   */
  | {
      readonly type: 'existing-secret';
      readonly name: string;
      /** @default 'admin-user' */
      readonly userKey?: string;
      /** @default 'admin-password' */
      readonly passwordKey?: string;
    };

/** A volume for Grafana's database: users, dashboards made by hand, preferences. One pod at a time. */
export interface GrafanaPersistence {
  /** Bytes, as a Kubernetes quantity. @default '1Gi' */
  readonly size?: string;
  /** Name of a StorageClass. EKS has marked none as its default since 1.30: name one there. @default - the cluster's default class */
  readonly storageClass?: string;
}

/** What can be said of a Grafana, apart from where it stands. */
export interface GrafanaOptions extends PodOptions {
  /** Release of Grafana: 6.7 … 13.2. @default - the newest known, see `RELEASES` */
  readonly version?: string;
  /** Number of pods; more than one needs a database that they share. @default 1 */
  readonly replicas?: number;
  /** @default { type: 'generated' } */
  readonly admin?: GrafanaAdmin;
  /** @default - none: what people make in Grafana ends with its pod; data sources and sign-in do not */
  readonly persistence?: GrafanaPersistence;
  /** Further data sources, after the stack's own Loki. @default - none */
  readonly dataSources?: readonly DataSource[];
  /** Settings of grafana.ini by section and key, merged over ours. @default - nothing */
  readonly ini?: GrafanaIni;
}
