/** A Loki that logs are pushed to. */
export interface Destination {
  /** `http://loki.logging.svc:3100/loki/api/v1/push` */
  readonly url: string;
  /** Tells several apart in metrics. @default - none */
  readonly name?: string;
  /** Tenant that all lines are sent for, unless a stage says otherwise: the header `X-Scope-OrgID`. @default - none */
  readonly tenant?: string;
  /** Labels that every stream gets that has none of that name: for which cluster it is. @default - none */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** How many lines go together. */
  readonly batch?: {
    /** Bytes. @default 1048576 */
    readonly size?: number;
    /** @default '1s' */
    readonly wait?: string;
  };
  /** How a push that fails is tried again. */
  readonly backoff?: {
    /** @default '500ms' */
    readonly min?: string;
    /** @default '5m' */
    readonly max?: string;
    /** Tries, after which the batch is lost. @default 10 */
    readonly retries?: number;
  };
  /** @default '10s' */
  readonly timeout?: string;
  /** Whether lines are lost that Loki takes no more of now (429), instead of tried again. @default false */
  readonly dropRateLimited?: boolean;
  /** Who we are, from a Secret of the collector's namespace. @default - nobody */
  readonly auth?: DestinationAuth;
  readonly tls?: DestinationTls;
}

export type DestinationAuth =
  | {
      readonly type: 'basic';
      /** Name of the Secret. It must exist. */
      readonly secretName: string;
      /** @default 'username' */
      readonly usernameKey?: string;
      /** @default 'password' */
      readonly passwordKey?: string;
    }
  | {
      readonly type: 'bearer';
      /** Name of the Secret. It must exist. */
      readonly secretName: string;
      /** @default 'token' */
      readonly tokenKey?: string;
    };

export interface DestinationTls {
  /** Secret or ConfigMap with the certificates that are trusted. @default - those of the image */
  readonly ca?:
    | { readonly secret: string; readonly key?: string }
    | { readonly configMap: string; readonly key?: string };
  /** Secret of type kubernetes.io/tls with our own certificate. @default - none */
  readonly clientSecret?: string;
  /** Name that the server's certificate has. @default - the URL's host */
  readonly serverName?: string;
}
