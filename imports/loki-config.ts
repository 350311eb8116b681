// Loki’s configuration file as a type, for releases 2.1.0 to 3.7.6. Written by `npm run import:loki-config`.

/** A value that is filled in from the environment where Loki runs: `${NAME}`. */
type FromEnvironment = `\${${string}}`;

/** Go's durations: `'90s'`, `'1h30m'`; nothing longer than hours. */
type GoDuration = `${number}${'ns' | 'us' | 'µs' | 'ms' | 's' | 'm' | 'h'}${string}` | '0' | 0 | FromEnvironment;

/** Prometheus's durations: `'30d'`, `'1w'`, `'1h30m'`; whole numbers. */
type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y'}${string}` | '0' | 0 | FromEnvironment;

type AnyDuration = GoDuration | Duration;

/** Bytes, as a number or with a unit: `'256KB'`, `'4GB'`. A KB is 1024 bytes. */
type Bytes = number | `${number}${'B' | 'KB' | 'MB' | 'GB' | 'TB' | 'b' | 'kb' | 'mb' | 'gb' | 'tb'}` | FromEnvironment;

/** Bytes with their unit: `'64KiB'`, `'16MiB'`. */
type BinaryBytes =
  | `${number}${'B' | 'KiB' | 'MiB' | 'GiB' | 'TiB' | 'KB' | 'MB' | 'GB' | 'TB'}${string}`
  | '0'
  | 0
  | FromEnvironment;

/** A day in UTC: `'2024-04-01'`. */
type Day = `${number}-${number}-${number}`;

type Whole = number | FromEnvironment;
type Fraction = number | FromEnvironment;
type Switch = boolean | FromEnvironment;

/** An object store that Loki knows, or the name of one in `storage_config.named_stores`. */
type StoreName =
  | 'filesystem'
  | 's3'
  | 'aws'
  | 'gcs'
  | 'azure'
  | 'swift'
  | 'alibabacloud'
  | 'bos'
  | 'cos'
  | (string & {});

type IndexStore =
  | 'tsdb'
  | 'boltdb-shipper'
  | 'aws'
  | 'aws-dynamo'
  | 'bigtable'
  | 'bigtable-hashed'
  | 'boltdb'
  | 'cassandra'
  | 'gcp'
  | 'gcp-columnkey'
  | 'grpc-store';

/** The same with `null` for every key, which takes a setting of ours away. */
type OrNull<Config> = Config extends readonly unknown[]
  ? Config
  : Config extends object
    ? { readonly [Key in keyof Config]: OrNull<Config[Key]> | null }
    : Config;

/** What is merged over a whole configuration: any part of it. */
export interface LokiConfigOverrides extends OrNull<LokiConfig> {}

interface Aimd {
  /** @default 0.5 */
  readonly backoff_factor?: Fraction;
  /** @default 2000 */
  readonly start?: Whole;
  /** @default 10000 */
  readonly upper_bound?: Whole;
}

interface AlertRelabelConfigsItem {
  /** @default replace */
  readonly action?:
    | 'replace'
    | 'keep'
    | 'drop'
    | 'keepequal'
    | 'dropequal'
    | 'hashmod'
    | 'labelmap'
    | 'labeldrop'
    | 'labelkeep'
    | 'lowercase'
    | 'uppercase';
  readonly modulus?: Whole;
  /** @default (.*) */
  readonly regex?: string;
  /** @default $1 */
  readonly replacement?: string;
  /** @default ; */
  readonly separator?: string;
  readonly source_labels?: readonly string[];
  readonly target_label?: string;
}

interface Alibaba {
  readonly access_key_id?: string;
  readonly access_key_secret?: string;
  readonly bucket?: string;
  readonly endpoint?: string;
}

interface Alibabacloud {
  readonly access_key_id?: string;
  readonly bucket?: string;
  /** Since 3.5 (not in 3.3). @default 30 */
  readonly conn_timeout_sec?: Whole;
  readonly endpoint?: string;
  /** Since 3.5 (not in 3.3). @default 60 */
  readonly read_write_timeout_sec?: Whole;
  readonly secret_access_key?: string;
}

interface Authorization {
  readonly credentials?: string;
  readonly credentials_file?: string;
  /** Since 3.3 (not in 3.0). */
  readonly credentials_ref?: string;
  readonly type?: string;
}

interface Azure {
  readonly account_key?: string;
  readonly account_name?: string;
  /** Since 3.7 (not in 3.6). */
  readonly active_directory_endpoint?: string;
  /** Since 2.9 (not in 2.1). @default - */
  readonly chunk_delimiter?: string;
  /** Since 2.9 (not in 2.1). */
  readonly client_id?: string;
  /** Since 2.9 (not in 2.1). */
  readonly client_secret?: string;
  /** Since 3.0 (not in 2.9). */
  readonly connection_string?: string;
  /** @default loki (cortex in 2.1) */
  readonly container_name?: string;
  /** @default 512000 */
  readonly download_buffer_size?: Whole;
  /** Since 2.9 (not in 2.1). */
  readonly endpoint_suffix?: string;
  /** @default AzureGlobal */
  readonly environment?: 'AzureGlobal' | 'AzureChinaCloud' | 'AzureGermanCloud' | 'AzureUSGovernment';
  /** @default 5 */
  readonly max_retries?: Whole;
  /** @default 500ms */
  readonly max_retry_delay?: GoDuration;
  /** @default 10ms */
  readonly min_retry_delay?: GoDuration;
  /** @default 30s */
  readonly request_timeout?: GoDuration;
  /** Since 2.9 (not in 2.1). */
  readonly tenant_id?: string;
  /** @default 1 */
  readonly upload_buffer_count?: Whole;
  /** @default 256000 */
  readonly upload_buffer_size?: Whole;
  /** Since 2.9 (not in 2.1). @default false */
  readonly use_federated_token?: Switch;
  /** Since 2.9 (not in 2.1). @default false */
  readonly use_managed_identity?: Switch;
  /** Since 2.9 (not in 2.1). @default false */
  readonly use_service_principal?: Switch;
  /** Since 2.9 (not in 2.1). */
  readonly user_assigned_id?: string;
}

interface Azure2 {
  readonly account_key?: string;
  readonly account_name?: string;
  /** Since 3.5 (not in 3.3). @default - */
  readonly chunk_delimiter?: string;
  readonly connection_string?: string;
  readonly container_name?: string;
  readonly endpoint_suffix?: string;
  /** @default 20 */
  readonly max_retries?: Whole;
  readonly user_assigned_id?: string;
}

interface Azuread {
  /** Since 3.6 (not in 3.5). */
  readonly certificate?: Certificate;
  /** @default AzurePublic */
  readonly cloud?: '' | 'AzurePublic' | 'AzureChina' | 'AzureGovernment';
  readonly managed_identity?: {
    readonly client_id?: string;
  };
  readonly oauth?: Oauth;
  /** Since 3.6 (not in 3.5). */
  readonly scope?: string;
  /** Since 3.3 (not in 3.0). */
  readonly sdk?: {
    readonly tenant_id?: string;
  };
  /** Since 3.6 (not in 3.5). */
  readonly workload_identity?: WorkloadIdentity;
}

interface Background {
  /** @default 500000 (10000 in 2.9) */
  readonly writeback_buffer?: Whole;
  /** @default 1 (10 in 2.9) */
  readonly writeback_goroutines?: Whole;
  /** Since 2.9 (not in 2.1). @default 500MB (1GB in 2.9) */
  readonly writeback_size_limit?: Bytes;
}

interface BackoffConfig {
  /** @default 10s */
  readonly max_period?: GoDuration;
  /** @default 10 */
  readonly max_retries?: Whole;
  /** @default 100ms */
  readonly min_period?: GoDuration;
}

interface BackoffConfig2 {
  /** @default 3s */
  readonly max_period?: GoDuration;
  /** @default 5 */
  readonly max_retries?: Whole;
  /** @default 100ms */
  readonly min_period?: GoDuration;
}

interface BackoffConfig3 {
  /** @deprecated @default 3s */
  readonly max_period?: GoDuration;
  /** @deprecated @default 5 */
  readonly max_retries?: Whole;
  /** @deprecated @default 100ms */
  readonly min_period?: GoDuration;
}

interface BackoffConfig4 {
  /** @deprecated @default 50s */
  readonly max_period?: GoDuration;
  /** @deprecated @default 20 */
  readonly max_retries?: Whole;
  /** @deprecated @default 100ms */
  readonly min_period?: GoDuration;
}

interface BasicAuth {
  readonly password?: string;
  readonly password_file?: string;
  /** Since 3.3 (not in 3.0). */
  readonly password_ref?: string;
  readonly username?: string;
  /** Since 3.0 (not in 2.9). */
  readonly username_file?: string;
  /** Since 3.3 (not in 3.0). */
  readonly username_ref?: string;
}

interface Bos {
  readonly access_key_id?: string;
  readonly bucket_name?: string;
  /** @default bj.bcebos.com */
  readonly endpoint?: string;
  readonly secret_access_key?: string;
}

interface Bos2 {
  readonly access_key?: string;
  readonly bucket?: string;
  readonly endpoint?: string;
  readonly secret_key?: string;
}

interface Certificate {
  readonly certificate_key_path?: string;
  readonly certificate_password?: string;
  readonly certificate_path?: string;
  readonly client_id?: string;
  readonly send_certificate_chain?: Switch;
  readonly tenant_id?: string;
}

interface ChunkTablesProvisioning {
  /** @default false */
  readonly enable_inactive_throughput_on_demand_mode?: Switch;
  /** @default false */
  readonly enable_ondemand_throughput_mode?: Switch;
  readonly inactive_read_scale?: InactiveReadScale;
  /** @default 4 */
  readonly inactive_read_scale_lastn?: Whole;
  /** @default 300 */
  readonly inactive_read_throughput?: Whole;
  readonly inactive_write_scale?: InactiveReadScale;
  /** @default 4 */
  readonly inactive_write_scale_lastn?: Whole;
  /** @default 1 */
  readonly inactive_write_throughput?: Whole;
  /** @default 300 */
  readonly provisioned_read_throughput?: Whole;
  /** @default 1000 */
  readonly provisioned_write_throughput?: Whole;
  readonly read_scale?: InactiveReadScale;
  readonly write_scale?: InactiveReadScale;
}

interface ClientConfig {
  readonly grpc_client_config?: GrpcClientConfig;
  readonly pool_config?: PoolConfig2;
}

interface ClusterValidation {
  /** Since 3.7 (not in 3.6). */
  readonly additional_labels?: string;
  readonly grpc?: {
    /** @default false */
    readonly enabled?: Switch;
    /** @default false */
    readonly soft_validation?: Switch;
  };
  /** Since 3.6 (not in 3.5). */
  readonly http?: Http3;
  readonly label?: string;
}

interface Config {
  /** @default 0s */
  readonly at?: GoDuration;
  /** @default 0 */
  readonly max_per_second?: Whole;
  /** @default 0 */
  readonly up_to?: Whole;
}

interface CongestionControl {
  readonly controller?: Controller;
  /** @default false */
  readonly enabled?: Switch;
  readonly hedging?: Hedging2;
  readonly retry?: {
    /** @default 2 */
    readonly limit?: Whole;
    readonly strategy?: string;
  };
}

interface Consul {
  readonly acl_token?: string;
  /** Since 2.9 (not in 2.1). @default 1s */
  readonly cas_retry_delay?: GoDuration;
  /** @default false */
  readonly consistent_reads?: Switch;
  /** @default localhost:8500 */
  readonly host?: string;
  /** @default 20s */
  readonly http_client_timeout?: GoDuration;
  /** @default 1 */
  readonly watch_burst_size?: Whole;
  /** @default 1 */
  readonly watch_rate_limit?: Fraction;
}

interface Controller {
  readonly aimd?: Aimd;
  readonly strategy?: string;
}

interface Cos {
  readonly access_key_id?: string;
  readonly api_key?: string;
  /** @default https://iam.cloud.ibm.com/identity/token */
  readonly auth_endpoint?: string;
  readonly backoff_config?: BackoffConfig2;
  readonly bucketnames?: string;
  readonly cr_token_file_path?: string;
  readonly endpoint?: string;
  /** @default false */
  readonly forcepathstyle?: Switch;
  readonly http_config?: {
    /** @default 1m30s */
    readonly idle_conn_timeout?: GoDuration;
    /** @default 0s */
    readonly response_header_timeout?: GoDuration;
  };
  readonly region?: string;
  readonly secret_access_key?: string;
  readonly service_instance_id?: string;
  readonly trusted_profile_id?: string;
  readonly trusted_profile_name?: string;
}

interface EmbeddedCache {
  /** @default false */
  readonly enabled?: Switch;
  /** Since 3.0 (not in 2.9). @default 0 */
  readonly max_size_items?: Whole;
  /** @default 100 */
  readonly max_size_mb?: Whole;
  /** @default 1h0m0s */
  readonly ttl?: GoDuration;
}

interface Etcd {
  /** @default 10s */
  readonly dial_timeout?: GoDuration;
  readonly endpoints?: readonly string[];
  /** @default 10 */
  readonly max_retries?: Whole;
  /** Since 2.9 (not in 2.1). */
  readonly password?: string;
  readonly tls_ca_path?: string;
  readonly tls_cert_path?: string;
  /** Since 2.9 (not in 2.1). */
  readonly tls_cipher_suites?: string;
  /** @default false */
  readonly tls_enabled?: Switch;
  /** @default false */
  readonly tls_insecure_skip_verify?: Switch;
  readonly tls_key_path?: string;
  /** Since 2.9 (not in 2.1). */
  readonly tls_min_version?: string;
  /** Since 2.9 (not in 2.1). */
  readonly tls_server_name?: string;
  /** Since 2.9 (not in 2.1). */
  readonly username?: string;
}

interface Fifocache {
  /** @default 1GB ('' in 2.1) */
  readonly max_size_bytes?: string;
  /** @deprecated @default 0 */
  readonly max_size_items?: Whole;
  /** Since 2.9 (not in 2.1). @default 0s */
  readonly purgeinterval?: GoDuration;
  /** @deprecated @default 0 */
  readonly size?: Whole;
  /** Since 2.9 (not in 2.1). @default 1h0m0s */
  readonly ttl?: GoDuration;
  /** @deprecated @default 0s */
  readonly validity?: GoDuration;
}

interface Gcs {
  readonly bucket_name?: string;
  /** @default 0 */
  readonly chunk_buffer_size?: Whole;
  /** Since 2.9 (not in 2.1). @default true */
  readonly enable_http2?: Switch;
  /** Since 2.9 (not in 2.1). @default true */
  readonly enable_opencensus?: Switch;
  /** Since 3.0 (not in 2.9). @default true */
  readonly enable_retries?: Switch;
  /** Since 3.5 (not in 3.3). */
  readonly endpoint?: string;
  /** @default 0s */
  readonly request_timeout?: GoDuration;
  /** Since 2.9 (not in 2.1). */
  readonly service_account?: string;
}

interface Gcs2 {
  readonly bucket_name?: string;
  /** @default 0 */
  readonly chunk_buffer_size?: Whole;
  /** Since 3.5 (not in 3.3). @default 10 */
  readonly max_retries?: Whole;
  readonly service_account?: string;
}

interface GrpcClientConfig {
  readonly backoff_config?: BackoffConfig;
  /** @default false */
  readonly backoff_on_ratelimits?: Switch;
  /** Since 3.5 (not in 3.3). */
  readonly cluster_validation?: {
    readonly label?: string;
  };
  /** Since 2.9 (not in 2.1). @default 1s */
  readonly connect_backoff_base_delay?: GoDuration;
  /** Since 2.9 (not in 2.1). @default 5s */
  readonly connect_backoff_max_delay?: GoDuration;
  /** Since 2.9 (not in 2.1). @default 5s */
  readonly connect_timeout?: GoDuration;
  readonly grpc_compression?: '' | 'gzip' | 'snappy';
  /** Since 2.9 (not in 2.1). @default 63KiB1023B */
  readonly initial_connection_window_size?: BinaryBytes;
  /** Since 2.9 (not in 2.1). @default 63KiB1023B */
  readonly initial_stream_window_size?: BinaryBytes;
  /** @default 104857600 */
  readonly max_recv_msg_size?: Whole;
  /** @default 104857600 (16777216 in 2.1) */
  readonly max_send_msg_size?: Whole;
  /** @default 0 */
  readonly rate_limit?: Fraction;
  /** @default 0 */
  readonly rate_limit_burst?: Whole;
  readonly tls_ca_path?: string;
  readonly tls_cert_path?: string;
  /** Since 2.9 (not in 2.1). */
  readonly tls_cipher_suites?: string;
  /** Since 2.9 (not in 2.1). @default false */
  readonly tls_enabled?: Switch;
  /** @default false */
  readonly tls_insecure_skip_verify?: Switch;
  readonly tls_key_path?: string;
  /** Since 2.9 (not in 2.1). */
  readonly tls_min_version?: string;
  /** Since 2.9 (not in 2.1). */
  readonly tls_server_name?: string;
  /** Until 2.1 (not in 2.9). @deprecated @default false */
  readonly use_gzip_compression?: Switch;
}

interface GrpcTlsConfig {
  /** Since 2.9 (not in 2.1). */
  readonly cert?: string;
  readonly cert_file?: string;
  readonly client_auth_type?: string;
  /** Since 2.9 (not in 2.1). */
  readonly client_ca?: string;
  readonly client_ca_file?: string;
  /** Since 2.9 (not in 2.1). */
  readonly key?: string;
  readonly key_file?: string;
}

interface Hedging {
  /** @default 0s */
  readonly at?: GoDuration;
  /** @default 5 */
  readonly max_per_second?: Whole;
  /** @default 2 */
  readonly up_to?: Whole;
}

interface Hedging2 {
  readonly config?: Config;
  readonly strategy?: string;
}

interface Http {
  /** @default 1s */
  readonly expect_continue_timeout?: GoDuration;
  /** @default 1m30s */
  readonly idle_conn_timeout?: GoDuration;
  /** @default false */
  readonly insecure_skip_verify?: Switch;
  /** @default 0 */
  readonly max_connections_per_host?: Whole;
  /** @default 100 */
  readonly max_idle_connections?: Whole;
  /** @default 100 */
  readonly max_idle_connections_per_host?: Whole;
  /** @default 2m0s */
  readonly response_header_timeout?: GoDuration;
  readonly tls_ca_path?: string;
  readonly tls_cert_path?: string;
  /** @default 10s */
  readonly tls_handshake_timeout?: GoDuration;
  readonly tls_key_path?: string;
  readonly tls_server_name?: string;
}

interface Http2 {
  /** @default 1s */
  readonly expect_continue_timeout?: GoDuration;
  /** @default 1m30s */
  readonly idle_conn_timeout?: GoDuration;
  readonly insecure_skip_verify?: Switch;
  readonly max_connections_per_host?: Whole;
  /** @default 100 */
  readonly max_idle_connections?: Whole;
  /** @default 100 */
  readonly max_idle_connections_per_host?: Whole;
  /** @default 2m0s */
  readonly response_header_timeout?: GoDuration;
  readonly tls_ca_path?: string;
  readonly tls_cert_path?: string;
  /** @default 10s */
  readonly tls_handshake_timeout?: GoDuration;
  readonly tls_key_path?: string;
  readonly tls_server_name?: string;
}

interface Http3 {
  /** @default false */
  readonly enabled?: Switch;
  readonly excluded_paths?: string;
  readonly excluded_user_agents?: string;
  /** @default false */
  readonly soft_validation?: Switch;
}

interface HttpClientConfig {
  readonly authorization?: Authorization;
  readonly basic_auth?: BasicAuth;
  readonly bearer_token?: string;
  readonly bearer_token_file?: string;
  /** @default false */
  readonly enable_http2?: Switch;
  /** @default false */
  readonly follow_redirects?: Switch;
  readonly http_headers?: Readonly<Record<string, HttpHeadersItem>>;
  readonly no_proxy?: string;
  readonly oauth2?: Oauth2;
  readonly proxy_connect_header?: Readonly<Record<string, readonly string[]>>;
  /** @default false */
  readonly proxy_from_environment?: Switch;
  readonly proxy_url?: string;
  readonly tls_config?: TlsConfig3;
}

interface HttpConfig {
  /** Since 2.9 (not in 2.1). */
  readonly ca_file?: string;
  /** @default 1m30s */
  readonly idle_conn_timeout?: GoDuration;
  /** @default false */
  readonly insecure_skip_verify?: Switch;
  /** @default 0s */
  readonly response_header_timeout?: GoDuration;
  /** Since 2.9 (not in 2.1). @default 0s */
  readonly timeout?: GoDuration;
}

interface HttpHeadersItem {
  readonly files?: readonly string[];
  readonly secrets?: readonly string[];
  readonly values?: readonly string[];
}

interface InactiveReadScale {
  /** @default false */
  readonly enabled?: Switch;
  /** @default 1800 */
  readonly in_cooldown?: Whole;
  /** @default 6000 */
  readonly max_capacity?: Whole;
  /** @default 3000 */
  readonly min_capacity?: Whole;
  /** @default 1800 */
  readonly out_cooldown?: Whole;
  readonly role_arn?: string;
  /** @default 80 */
  readonly target?: Fraction;
}

interface IndexGatewayClient {
  readonly grpc_client_config?: GrpcClientConfig;
  /** @default false */
  readonly log_gateway_requests?: Switch;
  readonly server_address?: string;
  /** Since 3.6 (not in 3.5). */
  readonly time_based_sharding_buckets?: readonly string[];
}

interface IngesterClient {
  readonly grpc_client_config?: {
    readonly backoff_config?: BackoffConfig;
    /** @default false */
    readonly backoff_on_ratelimits?: Switch;
    /** Since 3.5 (not in 3.3). */
    readonly cluster_validation?: {
      readonly label?: string;
    };
    /** Since 2.9 (not in 2.1). @default 1s */
    readonly connect_backoff_base_delay?: GoDuration;
    /** Since 2.9 (not in 2.1). @default 5s */
    readonly connect_backoff_max_delay?: GoDuration;
    /** Since 2.9 (not in 2.1). @default 5s */
    readonly connect_timeout?: GoDuration;
    readonly grpc_compression?: '' | 'gzip' | 'snappy';
    /** Since 2.9 (not in 2.1). @default 63KiB1023B */
    readonly initial_connection_window_size?: BinaryBytes;
    /** Since 2.9 (not in 2.1). @default 63KiB1023B */
    readonly initial_stream_window_size?: BinaryBytes;
    /** @default 104857600 */
    readonly max_recv_msg_size?: Whole;
    /** @default 104857600 (16777216 in 2.1) */
    readonly max_send_msg_size?: Whole;
    /** @default 0 */
    readonly rate_limit?: Fraction;
    /** @default 0 */
    readonly rate_limit_burst?: Whole;
    /** Since 2.9 (not in 2.1). */
    readonly tls_ca_path?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_cert_path?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_cipher_suites?: string;
    /** Since 2.9 (not in 2.1). @default false */
    readonly tls_enabled?: Switch;
    /** Since 2.9 (not in 2.1). @default false */
    readonly tls_insecure_skip_verify?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly tls_key_path?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_min_version?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_server_name?: string;
    /** Until 2.1 (not in 2.9). @deprecated @default false */
    readonly use_gzip_compression?: Switch;
  };
  readonly pool_config?: PoolConfig;
  /** @default 5s */
  readonly remote_timeout?: GoDuration;
}

interface Kvstore {
  readonly consul?: Consul;
  readonly etcd?: Etcd;
  readonly multi?: Multi;
  /** @default collectors/ */
  readonly prefix?: string;
  /** @default consul */
  readonly store?: 'consul' | 'etcd' | 'inmemory' | 'memberlist' | 'multi';
}

interface Kvstore2 {
  readonly consul?: Consul;
  readonly etcd?: Etcd;
  readonly multi?: Multi;
  /** @default collectors/ */
  readonly prefix?: string;
  /** @default memberlist */
  readonly store?: 'consul' | 'etcd' | 'inmemory' | 'memberlist' | 'multi';
}

interface Lifecycler {
  readonly address?: string;
  readonly availability_zone?: string;
  /** Since 2.9 (not in 2.1). @default false */
  readonly enable_inet6?: Switch;
  /** @default 0s (30s in 2.1) */
  readonly final_sleep?: GoDuration;
  /** @default 5s */
  readonly heartbeat_period?: GoDuration;
  /** Since 2.9 (not in 2.1). @default 1m0s */
  readonly heartbeat_timeout?: GoDuration;
  /** @default <hostname> */
  readonly id?: string;
  /** @default ["eth0","en0"] */
  readonly interface_names?: readonly string[];
  /** @default 0s */
  readonly join_after?: GoDuration;
  /** @default 15s (1m0s in 2.1) */
  readonly min_ready_duration?: GoDuration;
  /** @default 128 */
  readonly num_tokens?: Whole;
  /** @default 0s */
  readonly observe_period?: GoDuration;
  /** @default 0 */
  readonly port?: Whole;
  /** Since 2.9 (not in 2.1). @default true */
  readonly readiness_check_ring_health?: Switch;
  readonly ring?: Ring;
  readonly tokens_file_path?: string;
  /** Since 2.9 (not in 2.1). @default true */
  readonly unregister_on_shutdown?: Switch;
}

interface LogAttributesItem {
  /** @default structured_metadata */
  readonly action?: 'index_label' | 'structured_metadata' | 'drop';
  readonly attributes?: readonly string[];
  readonly regex?: string;
}

interface Memcached {
  /** @default 4 (1024 in 2.9) */
  readonly batch_size?: Whole;
  /** @default 0s */
  readonly expiration?: GoDuration;
  /** @default 5 (100 in 2.9) */
  readonly parallelism?: Whole;
}

interface MemcachedClient {
  readonly addresses?: string;
  /** @default 10 */
  readonly circuit_breaker_consecutive_failures?: Whole;
  /** @default 10s */
  readonly circuit_breaker_interval?: GoDuration;
  /** @default 10s */
  readonly circuit_breaker_timeout?: GoDuration;
  /** @default true */
  readonly consistent_hash?: Switch;
  readonly host?: string;
  /** @default 16 */
  readonly max_idle_conns?: Whole;
  /** Since 2.9 (not in 2.1). @default 0 */
  readonly max_item_size?: Whole;
  /** @default memcached */
  readonly service?: string;
  /** @default 100ms */
  readonly timeout?: GoDuration;
  /** Since 3.0 (not in 2.9). */
  readonly tls_ca_path?: string;
  /** Since 3.0 (not in 2.9). */
  readonly tls_cert_path?: string;
  /** Since 3.0 (not in 2.9). */
  readonly tls_cipher_suites?: string;
  /** Since 3.0 (not in 2.9). @default false */
  readonly tls_enabled?: Switch;
  /** Since 3.0 (not in 2.9). @default false */
  readonly tls_insecure_skip_verify?: Switch;
  /** Since 3.0 (not in 2.9). */
  readonly tls_key_path?: string;
  /** Since 3.0 (not in 2.9). */
  readonly tls_min_version?: string;
  /** Since 3.0 (not in 2.9). */
  readonly tls_server_name?: string;
  /** @default 1m0s */
  readonly update_interval?: GoDuration;
}

interface MetadataConfig {
  /** @default 2000 */
  readonly max_samples_per_send?: Whole;
  /** @default true */
  readonly send?: Switch;
  /** @default 1m */
  readonly send_interval?: Duration;
}

interface Multi {
  /** @default false */
  readonly mirror_enabled?: Switch;
  /** @default 2s */
  readonly mirror_timeout?: GoDuration;
  readonly primary?: string;
  readonly secondary?: string;
}

interface Oauth {
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly tenant_id?: string;
}

interface Oauth2 {
  /** Since 3.6 (not in 3.5). */
  readonly audience?: string;
  /** Since 3.6 (not in 3.5). */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Since 3.6 (not in 3.5). */
  readonly client_certificate_key?: string;
  /** Since 3.6 (not in 3.5). */
  readonly client_certificate_key_file?: string;
  /** Since 3.6 (not in 3.5). */
  readonly client_certificate_key_id?: string;
  /** Since 3.6 (not in 3.5). */
  readonly client_certificate_key_ref?: string;
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly client_secret_file?: string;
  /** Since 3.3 (not in 3.0). */
  readonly client_secret_ref?: string;
  readonly endpoint_params?: Readonly<Record<string, string>>;
  /** Since 3.6 (not in 3.5). */
  readonly grant_type?: string;
  /** Since 3.6 (not in 3.5). */
  readonly iss?: string;
  readonly no_proxy?: string;
  readonly proxy_connect_header?: Readonly<Record<string, readonly string[]>>;
  readonly proxy_from_environment?: Switch;
  readonly proxy_url?: string;
  readonly scopes?: readonly string[];
  /** Since 3.6 (not in 3.5). */
  readonly signature_algorithm?: string;
  readonly tls_config?: TlsConfig;
  readonly token_url?: string;
}

interface ObjectStore {
  /** Since 3.5 (not in 3.3). */
  readonly alibaba?: Alibaba;
  readonly azure?: Azure2;
  /** Since 3.5 (not in 3.3). */
  readonly bos?: Bos2;
  readonly filesystem?: {
    readonly dir?: string;
  };
  readonly gcs?: Gcs2;
  readonly s3?: S3;
  readonly storage_prefix?: string;
  readonly swift?: Swift2;
}

interface PartitionRing {
  /** @default 13h0m0s */
  readonly delete_inactive_partition_after?: GoDuration;
  readonly kvstore?: Kvstore2;
  /** @default 1 */
  readonly min_partition_owners_count?: Whole;
  /** @default 10s */
  readonly min_partition_owners_duration?: GoDuration;
  /** Since 3.7 (not in 3.6). @default 0 */
  readonly shuffle_shard_cache_size?: Whole;
}

interface PoolConfig {
  /** @default 15s */
  readonly client_cleanup_period?: GoDuration;
  /** @default true */
  readonly health_check_ingesters?: Switch;
  /** Since 2.9 (not in 2.1). @default 1s */
  readonly remote_timeout?: GoDuration;
}

interface PoolConfig2 {
  /** @default 15s */
  readonly client_cleanup_period?: GoDuration;
  /** @default true */
  readonly health_check_ingest_limits?: Switch;
  /** @default 1s */
  readonly remote_timeout?: GoDuration;
}

interface QueueConfig {
  /** @default 5s */
  readonly batch_send_deadline?: Duration;
  /** @default 10000 */
  readonly capacity?: Whole;
  /** @default 5s */
  readonly max_backoff?: Duration;
  /** @default 2000 */
  readonly max_samples_per_send?: Whole;
  /** @default 50 */
  readonly max_shards?: Whole;
  /** @default 30ms */
  readonly min_backoff?: Duration;
  /** @default 1 */
  readonly min_shards?: Whole;
  readonly retry_on_http_429?: Switch;
  /** Since 3.0 (not in 2.9). */
  readonly sample_age_limit?: Duration;
}

interface Redis {
  /** @default 0 */
  readonly db?: Whole;
  readonly endpoint?: string;
  /** @default 0s */
  readonly expiration?: GoDuration;
  /** @default 0s */
  readonly idle_timeout?: GoDuration;
  readonly master_name?: string;
  /** @default 0s */
  readonly max_connection_age?: GoDuration;
  readonly password?: string;
  /** @default 0 */
  readonly pool_size?: Whole;
  /** Since 2.9 (not in 2.1). @default false */
  readonly route_randomly?: Switch;
  /** @default 500ms */
  readonly timeout?: GoDuration;
  /** @default false */
  readonly tls_enabled?: Switch;
  /** @default false */
  readonly tls_insecure_skip_verify?: Switch;
  /** Since 2.9 (not in 2.1). */
  readonly username?: string;
}

interface Ring {
  /** Since 2.9 (not in 2.1). */
  readonly excluded_zones?: string;
  /** @default 1m0s */
  readonly heartbeat_timeout?: GoDuration;
  readonly kvstore?: Kvstore;
  /** @default 3 */
  readonly replication_factor?: Whole;
  /** @default false */
  readonly zone_awareness_enabled?: Switch;
}

interface Ring2 {
  /** @default 15s */
  readonly heartbeat_period?: GoDuration;
  /** @default 1m0s */
  readonly heartbeat_timeout?: GoDuration;
  readonly instance_addr?: string;
  readonly instance_availability_zone?: string;
  /** @default false */
  readonly instance_enable_ipv6?: Switch;
  /** @default <hostname> */
  readonly instance_id?: string;
  /** @default ["eth0","en0"] */
  readonly instance_interface_names?: readonly string[];
  /** @default 0 */
  readonly instance_port?: Whole;
  readonly kvstore?: Kvstore;
  /** Since 3.0 (not in 2.9). @default 128 */
  readonly num_tokens?: Whole;
  /** Since 3.0 (not in 2.9). @default 3 */
  readonly replication_factor?: Whole;
  readonly tokens_file_path?: string;
  /** @default false */
  readonly zone_awareness_enabled?: Switch;
}

interface RulerRemoteWriteConfigItem {
  readonly authorization?: Authorization;
  /** Since 3.0 (not in 2.9). */
  readonly azuread?: Azuread;
  readonly basic_auth?: BasicAuth;
  readonly bearer_token?: string;
  readonly bearer_token_file?: string;
  /** @default true */
  readonly enable_http2?: Switch;
  /** @default true */
  readonly follow_redirects?: Switch;
  /** Since 3.5 (not in 3.3). */
  readonly google_iam?: {
    readonly credentials_file?: string;
  };
  readonly headers?: Readonly<Record<string, string>>;
  /** Since 3.3 (not in 3.0). */
  readonly http_headers?: Readonly<Record<string, HttpHeadersItem>>;
  readonly metadata_config?: MetadataConfig;
  readonly name?: string;
  readonly no_proxy?: string;
  readonly oauth2?: Oauth2;
  /** Since 3.3 (not in 3.0). @default prometheus.WriteRequest */
  readonly protobuf_message?: 'prometheus.WriteRequest' | 'io.prometheus.write.v2.Request';
  readonly proxy_connect_header?: Readonly<Record<string, readonly string[]>>;
  readonly proxy_from_environment?: Switch;
  readonly proxy_url?: string;
  readonly queue_config?: QueueConfig;
  /** @default 30s */
  readonly remote_timeout?: Duration;
  /** Since 3.5 (not in 3.3). */
  readonly round_robin_dns?: Switch;
  readonly send_exemplars?: Switch;
  readonly send_native_histograms?: Switch;
  readonly sigv4?: Sigv4;
  readonly tls_config?: TlsConfig;
  readonly url?: string;
  readonly write_relabel_configs?: readonly AlertRelabelConfigsItem[];
}

interface S3 {
  readonly access_key_id?: string;
  /** @default auto */
  readonly bucket_lookup_type?: 'auto' | 'virtual-hosted' | 'path';
  readonly bucket_name?: string;
  /** @default true */
  readonly dualstack_enabled?: Switch;
  readonly endpoint?: string;
  readonly http?: Http;
  /** @default false */
  readonly insecure?: Switch;
  readonly list_objects_version?: string;
  /** Since 3.5 (not in 3.3). @default 10 */
  readonly max_retries?: Whole;
  /** @default false */
  readonly native_aws_auth_enabled?: Switch;
  /** @default 0 */
  readonly part_size?: Whole;
  readonly region?: string;
  readonly secret_access_key?: string;
  /** @default false */
  readonly send_content_md5?: Switch;
  readonly session_token?: string;
  readonly sse?: Sse;
  readonly storage_class?:
    | ''
    | 'GLACIER'
    | 'DEEP_ARCHIVE'
    | 'GLACIER_IR'
    | 'INTELLIGENT_TIERING'
    | 'ONEZONE_IA'
    | 'OUTPOSTS'
    | 'REDUCED_REDUNDANCY'
    | 'STANDARD'
    | 'STANDARD_IA';
  readonly sts_endpoint?: string;
  readonly trace?: {
    /** @default false */
    readonly enabled?: Switch;
  };
}

interface Sigv4 {
  readonly access_key?: string;
  /** Since 3.6 (not in 3.5). */
  readonly external_id?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly role_arn?: string;
  readonly secret_key?: string;
  /** Since 3.6 (not in 3.5). */
  readonly service_name?: string;
  /** Since 3.5 (not in 3.3). */
  readonly use_fips_sts_endpoint?: Switch;
}

interface Sse {
  readonly kms_encryption_context?: string;
  readonly kms_key_id?: string;
  readonly type?: '' | 'SSE-KMS' | 'SSE-S3';
}

interface Sse2 {
  readonly kms_encryption_context?: string;
  readonly kms_key_id?: string;
  readonly type?: '' | 'SSE-KMS' | 'SSE-S3';
}

interface Swift {
  readonly auth_url?: string;
  /** Since 2.9 (not in 2.1). @default 0 */
  readonly auth_version?: Whole;
  /** Since 2.9 (not in 2.1). @default 10s */
  readonly connect_timeout?: GoDuration;
  /** @default '' (cortex in 2.1) */
  readonly container_name?: string;
  readonly domain_id?: string;
  readonly domain_name?: string;
  /** Since 3.5 (not in 3.3). */
  readonly http?: {
    readonly tls_ca_path?: string;
  };
  /** Since 2.9 (not in 2.1). @default false */
  readonly internal?: Switch;
  /** Since 2.9 (not in 2.1). @default 3 */
  readonly max_retries?: Whole;
  readonly password?: string;
  readonly project_domain_id?: string;
  readonly project_domain_name?: string;
  readonly project_id?: string;
  readonly project_name?: string;
  readonly region_name?: string;
  /** Since 2.9 (not in 2.1). @default 5s */
  readonly request_timeout?: GoDuration;
  readonly user_domain_id?: string;
  readonly user_domain_name?: string;
  readonly user_id?: string;
  readonly username?: string;
}

interface Swift2 {
  /** Since 3.5 (not in 3.3). */
  readonly application_credential_id?: string;
  /** Since 3.5 (not in 3.3). */
  readonly application_credential_name?: string;
  /** Since 3.5 (not in 3.3). */
  readonly application_credential_secret?: string;
  readonly auth_url?: string;
  /** @default 0 */
  readonly auth_version?: Whole;
  /** @default 10s */
  readonly connect_timeout?: GoDuration;
  readonly container_name?: string;
  readonly domain_id?: string;
  readonly domain_name?: string;
  /** Since 3.5 (not in 3.3). */
  readonly http?: Http;
  /** Until 3.3 (not in 3.5). @default false */
  readonly internal?: Switch;
  /** @default 3 */
  readonly max_retries?: Whole;
  readonly password?: string;
  readonly project_domain_id?: string;
  readonly project_domain_name?: string;
  readonly project_id?: string;
  readonly project_name?: string;
  readonly region_name?: string;
  /** @default 5s */
  readonly request_timeout?: GoDuration;
  readonly user_domain_id?: string;
  readonly user_domain_name?: string;
  readonly user_id?: string;
  readonly username?: string;
}

interface TailTlsConfig {
  readonly tls_ca_path?: string;
  readonly tls_cert_path?: string;
  readonly tls_cipher_suites?: string;
  /** @default false */
  readonly tls_insecure_skip_verify?: Switch;
  readonly tls_key_path?: string;
  readonly tls_min_version?: string;
  readonly tls_server_name?: string;
}

interface TlsConfig {
  readonly ca?: string;
  readonly ca_file?: string;
  /** Since 3.3 (not in 3.0). */
  readonly ca_ref?: string;
  readonly cert?: string;
  readonly cert_file?: string;
  /** Since 3.3 (not in 3.0). */
  readonly cert_ref?: string;
  readonly insecure_skip_verify?: Switch;
  readonly key?: string;
  readonly key_file?: string;
  /** Since 3.3 (not in 3.0). */
  readonly key_ref?: string;
  readonly max_version?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly min_version?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly server_name?: string;
}

interface TlsConfig2 {
  /** @deprecated */
  readonly ca?: string;
  /** @deprecated */
  readonly ca_file?: string;
  /** Since 3.3 (not in 3.0). @deprecated */
  readonly ca_ref?: string;
  /** @deprecated */
  readonly cert?: string;
  /** @deprecated */
  readonly cert_file?: string;
  /** Since 3.3 (not in 3.0). @deprecated */
  readonly cert_ref?: string;
  /** @deprecated */
  readonly insecure_skip_verify?: Switch;
  /** @deprecated */
  readonly key?: string;
  /** @deprecated */
  readonly key_file?: string;
  /** Since 3.3 (not in 3.0). @deprecated */
  readonly key_ref?: string;
  /** @deprecated */
  readonly max_version?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  /** @deprecated */
  readonly min_version?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  /** @deprecated */
  readonly server_name?: string;
}

interface TlsConfig3 {
  readonly ca?: string;
  readonly ca_file?: string;
  readonly ca_ref?: string;
  readonly cert?: string;
  readonly cert_file?: string;
  readonly cert_ref?: string;
  /** @default false */
  readonly insecure_skip_verify?: Switch;
  readonly key?: string;
  readonly key_file?: string;
  readonly key_ref?: string;
  readonly max_version?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly min_version?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly server_name?: string;
}

interface WorkloadIdentity {
  readonly client_id?: string;
  readonly tenant_id?: string;
  readonly token_file_path?: string;
}

/** Loki's configuration file: the keys of every release in the tables. Which of them a release has is checked at synth. */
export interface LokiConfig {
  /** Since 2.9 (not in 2.1). */
  readonly analytics?: {
    /** Since 3.5 (not in 3.3). */
    readonly proxy_url?: string;
    /** @default true */
    readonly reporting_enabled?: Switch;
    /** Since 3.5 (not in 3.3). */
    readonly tls_config?: TailTlsConfig;
    /** @default https://stats.grafana.org/loki-usage-report */
    readonly usage_stats_url?: string;
  };
  /** @default true */
  readonly auth_enabled?: Switch;
  /** Since 2.9 (not in 2.1). @default 0 */
  readonly ballast_bytes?: Whole;
  /** Since 3.5 (not in 3.3). Until 3.5 (not in 3.6). */
  readonly block_builder?: {
    readonly backoff_config?: BackoffConfig;
    /** @default 256KB */
    readonly chunk_block_size?: Bytes;
    /** @default snappy */
    readonly chunk_encoding?: string;
    /** @default 1536KB */
    readonly chunk_target_size?: Bytes;
    /** @default 1 */
    readonly concurrent_flushes?: Whole;
    /** @default 1 */
    readonly concurrent_writers?: Whole;
    /** @default 2h0m0s */
    readonly max_chunk_age?: GoDuration;
    /** @default 30s */
    readonly poll_interval?: GoDuration;
    readonly scheduler_address?: string;
    readonly scheduler_grpc_client_config?: GrpcClientConfig;
    /** @default 30s */
    readonly sync_interval?: GoDuration;
    /** @default 1 */
    readonly worker_parallelism?: Whole;
  };
  /** Since 3.5 (not in 3.3). Until 3.5 (not in 3.6). */
  readonly block_scheduler?: {
    /** @default 15m0s */
    readonly interval?: GoDuration;
    readonly job_queue?: {
      /** @default 10m0s */
      readonly lease_duration?: GoDuration;
      /** @default 1m0s */
      readonly lease_expiry_check_interval?: GoDuration;
    };
    /** @default 0s */
    readonly lookback_period?: GoDuration;
    /** @default record-count */
    readonly strategy?: string;
    /** @default 1000 */
    readonly target_record_count?: Whole;
  };
  /** Since 3.3 (not in 3.0). */
  readonly bloom_build?: {
    readonly builder?: {
      readonly backoff_config?: BackoffConfig;
      readonly grpc_config?: GrpcClientConfig;
      readonly planner_address?: string;
      readonly working_directory?: string;
    };
    /** @default false */
    readonly enabled?: Switch;
    readonly planner?: {
      /** @default 1 */
      readonly max_table_offset?: Whole;
      /** @default 0 */
      readonly min_table_offset?: Whole;
      /** @default 8h0m0s */
      readonly planning_interval?: GoDuration;
      readonly queue?: {
        /** @default false */
        readonly clean_tasks_directory?: Switch;
        /** @default 30000 */
        readonly max_queued_tasks_per_tenant?: Whole;
        /** @default false */
        readonly store_tasks_on_disk?: Switch;
        /** @default /tmp/bloom-planner-queue */
        readonly tasks_disk_directory?: string;
      };
      readonly retention?: {
        /** @default false */
        readonly enabled?: Switch;
        /** @default 365 */
        readonly max_lookback_days?: Whole;
      };
    };
  };
  /** Since 3.0 (not in 2.9). Until 3.0 (not in 3.3). */
  readonly bloom_compactor?: {
    /** @default 10m0s */
    readonly compaction_interval?: GoDuration;
    /** @default 3 */
    readonly compaction_retries?: Whole;
    /** @default 1m0s */
    readonly compaction_retries_max_backoff?: GoDuration;
    /** @default 10s */
    readonly compaction_retries_min_backoff?: GoDuration;
    /** @default false */
    readonly enabled?: Switch;
    /** @default 1 */
    readonly max_compaction_parallelism?: Whole;
    /** @default 2 */
    readonly max_table_offset?: Whole;
    /** @default 1 */
    readonly min_table_offset?: Whole;
    readonly retention?: {
      /** @default false */
      readonly enabled?: Switch;
      /** @default 365 */
      readonly max_lookback_days?: Whole;
    };
    readonly ring?: {
      /** @default 15s */
      readonly heartbeat_period?: GoDuration;
      /** @default 1m0s */
      readonly heartbeat_timeout?: GoDuration;
      readonly instance_addr?: string;
      readonly instance_availability_zone?: string;
      /** @default false */
      readonly instance_enable_ipv6?: Switch;
      /** @default <hostname> */
      readonly instance_id?: string;
      /** @default ["eth0","en0"] */
      readonly instance_interface_names?: readonly string[];
      /** @default 0 */
      readonly instance_port?: Whole;
      readonly kvstore?: Kvstore;
      /** @default 10 */
      readonly num_tokens?: Whole;
      /** @default 1 */
      readonly replication_factor?: Whole;
      readonly tokens_file_path?: string;
      /** @default false */
      readonly zone_awareness_enabled?: Switch;
    };
    /** @default 1 */
    readonly worker_parallelism?: Whole;
  };
  /** Since 3.0 (not in 2.9). */
  readonly bloom_gateway?: {
    /** @default 8 */
    readonly block_query_concurrency?: Whole;
    readonly client?: {
      readonly addresses?: string;
      /** Until 3.3 (not in 3.5). @default false */
      readonly cache_results?: Switch;
      readonly grpc_client_config?: GrpcClientConfig;
      readonly pool_config?: {
        /** @default 15s (10s in 3.0) */
        readonly check_interval?: GoDuration;
        /** Until 3.0 (not in 3.3). @default true */
        readonly enable_health_check?: Switch;
        /** Until 3.0 (not in 3.3). @default 1s */
        readonly health_check_timeout?: GoDuration;
      };
      /** Until 3.3 (not in 3.5). */
      readonly results_cache?: {
        readonly cache?: {
          readonly background?: Background;
          /** @default 1h0m0s */
          readonly default_validity?: GoDuration;
          readonly embedded_cache?: EmbeddedCache;
          readonly memcached?: Memcached;
          readonly memcached_client?: MemcachedClient;
          /** @default bloom-gateway-client.cache. */
          readonly prefix?: string;
          readonly redis?: Redis;
        };
        readonly compression?: string;
      };
    };
    /** @default false */
    readonly enabled?: Switch;
    /** Since 3.5 (not in 3.3). @default true */
    readonly fetch_blocks_async?: Switch;
    /** @default 1024 */
    readonly max_outstanding_per_tenant?: Whole;
    /** @default 512 */
    readonly num_multiplex_tasks?: Whole;
    /** @default 4 */
    readonly worker_concurrency?: Whole;
  };
  readonly chunk_store_config?: {
    /** @default 0s */
    readonly cache_lookups_older_than?: Duration;
    readonly chunk_cache_config?: {
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 500 */
      readonly async_cache_write_back_buffer_size?: Whole;
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 16 */
      readonly async_cache_write_back_concurrency?: Whole;
      readonly background?: Background;
      /** @default 1h0m0s (0s in 2.1) */
      readonly default_validity?: GoDuration;
      /** Since 2.9 (not in 2.1). */
      readonly embedded_cache?: EmbeddedCache;
      /** Until 2.9 (not in 3.0). @deprecated @default false */
      readonly enable_fifocache?: Switch;
      /** Until 2.9 (not in 3.0). */
      readonly fifocache?: Fifocache;
      readonly memcached?: Memcached;
      readonly memcached_client?: MemcachedClient;
      /** @default store.chunks-cache. */
      readonly prefix?: string;
      readonly redis?: Redis;
    };
    /** Since 2.9 (not in 2.1). */
    readonly chunk_cache_config_l2?: {
      /** Until 2.9 (not in 3.0). @default 500 */
      readonly async_cache_write_back_buffer_size?: Whole;
      /** Until 2.9 (not in 3.0). @default 16 */
      readonly async_cache_write_back_concurrency?: Whole;
      readonly background?: Background;
      /** @default 1h0m0s */
      readonly default_validity?: GoDuration;
      readonly embedded_cache?: EmbeddedCache;
      /** Until 2.9 (not in 3.0). @deprecated @default false */
      readonly enable_fifocache?: Switch;
      /** Until 2.9 (not in 3.0). */
      readonly fifocache?: Fifocache;
      readonly memcached?: Memcached;
      readonly memcached_client?: MemcachedClient;
      /** @default store.chunks-cache-l2. (experimental.store.chunks-cache-l2. in 2.9) */
      readonly prefix?: string;
      readonly redis?: Redis;
    };
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly l2_chunk_cache_handoff?: GoDuration;
    /** Until 2.9 (not in 3.0). @deprecated @default 0s */
    readonly max_look_back_period?: Duration;
    /** Since 3.5 (not in 3.3). @default 0s */
    readonly skip_query_writeback_cache_older_than?: GoDuration;
    readonly write_dedupe_cache_config?: {
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 500 */
      readonly async_cache_write_back_buffer_size?: Whole;
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 16 */
      readonly async_cache_write_back_concurrency?: Whole;
      readonly background?: Background;
      /** @default 1h0m0s (0s in 2.1) */
      readonly default_validity?: GoDuration;
      /** Since 2.9 (not in 2.1). */
      readonly embedded_cache?: EmbeddedCache;
      /** Until 2.9 (not in 3.0). @deprecated @default false */
      readonly enable_fifocache?: Switch;
      /** Until 2.9 (not in 3.0). */
      readonly fifocache?: Fifocache;
      readonly memcached?: Memcached;
      readonly memcached_client?: MemcachedClient;
      /** @default store.index-cache-write. */
      readonly prefix?: string;
      readonly redis?: Redis;
    };
  };
  /** Since 2.9 (not in 2.1). */
  readonly common?: {
    readonly compactor_address?: string;
    readonly compactor_grpc_address?: string;
    readonly instance_addr?: string;
    /** @default ["eth0","en0"] */
    readonly instance_interface_names?: readonly string[];
    readonly path_prefix?: string;
    /** @default false */
    readonly persist_tokens?: Switch;
    /** @default 3 */
    readonly replication_factor?: Whole;
    readonly ring?: Ring2;
    /** Since 3.6 (not in 3.5). */
    readonly scratch_path?: string;
    readonly storage?: {
      readonly alibabacloud?: Alibabacloud;
      readonly azure?: Azure;
      readonly bos?: Bos;
      /** Since 3.0 (not in 2.9). */
      readonly congestion_control?: CongestionControl;
      readonly cos?: Cos;
      readonly filesystem?: {
        readonly chunks_directory?: string;
        readonly rules_directory?: string;
      };
      readonly gcs?: Gcs;
      readonly hedging?: Hedging;
      /** Since 3.3 (not in 3.0). */
      readonly object_store?: ObjectStore;
      readonly s3?: {
        readonly access_key_id?: string;
        readonly backoff_config?: BackoffConfig2;
        readonly bucketnames?: string;
        /** Since 3.5 (not in 3.3). */
        readonly chunk_delimiter?: string;
        /** Since 3.3 (not in 3.0). @default false */
        readonly disable_dualstack?: Switch;
        readonly endpoint?: string;
        readonly http_config?: HttpConfig;
        /** @default false */
        readonly insecure?: Switch;
        readonly region?: string;
        readonly s3?: string;
        /** @default false */
        readonly s3forcepathstyle?: Switch;
        readonly secret_access_key?: string;
        readonly session_token?: string;
        /** @default v4 */
        readonly signature_version?: 'v4' | 'v2';
        readonly sse?: Sse;
        /** Until 2.9 (not in 3.0). @deprecated @default false */
        readonly sse_encryption?: Switch;
        /** @default STANDARD */
        readonly storage_class?:
          | ''
          | 'GLACIER'
          | 'DEEP_ARCHIVE'
          | 'GLACIER_IR'
          | 'INTELLIGENT_TIERING'
          | 'ONEZONE_IA'
          | 'OUTPOSTS'
          | 'REDUCED_REDUNDANCY'
          | 'STANDARD'
          | 'STANDARD_IA';
      };
      readonly swift?: Swift;
    };
  };
  readonly compactor?: {
    /** Since 2.9 (not in 2.1). @default false */
    readonly _?: Switch;
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly apply_retention_interval?: GoDuration;
    /** Since 3.5 (not in 3.3). */
    readonly backup_delete_request_store_db_type?: string;
    /** @default 10m0s (2h0m0s in 2.1) */
    readonly compaction_interval?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly compactor_ring?: {
      /** @default 15s */
      readonly heartbeat_period?: GoDuration;
      /** @default 1m0s */
      readonly heartbeat_timeout?: GoDuration;
      readonly instance_addr?: string;
      readonly instance_availability_zone?: string;
      /** @default false */
      readonly instance_enable_ipv6?: Switch;
      /** @default <hostname> */
      readonly instance_id?: string;
      /** @default ["eth0","en0"] */
      readonly instance_interface_names?: readonly string[];
      /** @default 0 */
      readonly instance_port?: Whole;
      readonly kvstore?: Kvstore;
      /** Since 3.0 (not in 2.9). @default 1 */
      readonly num_tokens?: Whole;
      /** Since 3.0 (not in 2.9). @default 1 */
      readonly replication_factor?: Whole;
      readonly tokens_file_path?: string;
      /** @default false */
      readonly zone_awareness_enabled?: Switch;
    };
    /** Since 2.9 (not in 2.1). @default 70 */
    readonly delete_batch_size?: Whole;
    /** Since 2.9 (not in 2.1). @default 24h0m0s (0s in 2.9) */
    readonly delete_max_interval?: GoDuration;
    /** Since 2.9 (not in 2.1). @default 24h0m0s */
    readonly delete_request_cancel_period?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly delete_request_store?: StoreName;
    /** Since 3.5 (not in 3.3). @default boltdb */
    readonly delete_request_store_db_type?: string;
    /** Since 3.0 (not in 2.9). @default index/ */
    readonly delete_request_store_key_prefix?: string;
    /** Since 3.7 (not in 3.6). */
    readonly deletion_marker_object_store_prefix?: string;
    /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @deprecated */
    readonly deletion_mode?: string;
    /** Since 3.6 (not in 3.5). @default disabled */
    readonly horizontal_scaling_mode?: string;
    /** Since 3.6 (not in 3.5). */
    readonly jobs_config?: {
      readonly deletion?: {
        /** @default 3 */
        readonly chunk_processing_concurrency?: Whole;
        /** @default __deletion_manifest__/ */
        readonly deletion_manifest_store_prefix?: string;
        /** @default 3 */
        readonly max_retries?: Whole;
        /** @default 15m0s */
        readonly timeout?: GoDuration;
      };
    };
    /** Since 2.9 (not in 2.1). @default 1 */
    readonly max_compaction_parallelism?: Whole;
    /** Since 3.3 (not in 3.0). */
    readonly retention_backoff_config?: BackoffConfig;
    /** Since 2.9 (not in 2.1). @default 2h0m0s */
    readonly retention_delete_delay?: GoDuration;
    /** Since 2.9 (not in 2.1). @default 150 */
    readonly retention_delete_worker_count?: Whole;
    /** Since 2.9 (not in 2.1). @default false */
    readonly retention_enabled?: Switch;
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly retention_table_timeout?: GoDuration;
    /** Until 2.9 (not in 3.0). */
    readonly shared_store?: string;
    /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default index/ */
    readonly shared_store_key_prefix?: string;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly skip_latest_n_tables?: Whole;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly tables_to_compact?: Whole;
    /** Since 2.9 (not in 2.1). @default 10 */
    readonly upload_parallelism?: Whole;
    /** Since 3.6 (not in 3.5). */
    readonly worker_config?: {
      /** @default 4 */
      readonly num_sub_workers?: Whole;
    };
    /** @default /var/loki/compactor ('' in 3.3) */
    readonly working_directory?: string;
  };
  /** Since 2.9 (not in 2.1). */
  readonly compactor_client?: {
    readonly tls_ca_path?: string;
    readonly tls_cert_path?: string;
    readonly tls_cipher_suites?: string;
    /** @default false */
    readonly tls_enabled?: Switch;
    /** @default false */
    readonly tls_insecure_skip_verify?: Switch;
    readonly tls_key_path?: string;
    readonly tls_min_version?: string;
    readonly tls_server_name?: string;
  };
  /** Since 2.9 (not in 2.1). */
  readonly compactor_grpc_client?: GrpcClientConfig;
  /** Since 3.5 (not in 3.3). */
  readonly dataobj?: {
    readonly consumer?: {
      readonly builderconfig?: {
        /** @default 16MiB */
        readonly buffer_size?: BinaryBytes;
        /** Since 3.6 (not in 3.5). @default stream-asc */
        readonly dataobj_sort_order?: string;
        /** Since 3.6 (not in 3.5). @default 0 */
        readonly max_page_rows?: Whole;
        /** @default 2 */
        readonly section_stripe_merge_limit?: Whole;
        /** @default 1GiB */
        readonly target_object_size?: BinaryBytes;
        /** @default 2MiB */
        readonly target_page_size?: BinaryBytes;
        /** @default 128MiB */
        readonly target_section_size?: BinaryBytes;
      };
      /** @default 1h0m0s */
      readonly idle_flush_timeout?: GoDuration;
      /** Since 3.7 (not in 3.6). */
      readonly lifecycler?: Lifecycler;
      /** Since 3.7 (not in 3.6). @default 1h0m0s */
      readonly max_builder_age?: GoDuration;
      /** Since 3.7 (not in 3.6). */
      readonly partition_ring?: PartitionRing;
      /** Since 3.7 (not in 3.6). */
      readonly topic?: string;
      readonly uploader?: {
        /** @default 2 */
        readonly shaprefixsize?: Whole;
      };
    };
    /** Since 3.7 (not in 3.6). @default false */
    readonly enabled?: Switch;
    /** Since 3.6 (not in 3.5). */
    readonly index?: {
      /** @default 2MiB */
      readonly buffer_size?: BinaryBytes;
      /** @default 32 */
      readonly events_per_index?: Whole;
      /** @default 1m0s */
      readonly flush_interval?: GoDuration;
      /** @default 30m0s */
      readonly max_idle_time?: GoDuration;
      /** @default 0 */
      readonly max_page_rows?: Whole;
      /** @default 2 */
      readonly section_stripe_merge_limit?: Whole;
      /** @default 64MiB */
      readonly target_object_size?: BinaryBytes;
      /** @default 128KiB */
      readonly target_page_size?: BinaryBytes;
      /** @default 16MiB */
      readonly target_section_size?: BinaryBytes;
    };
    /** Since 3.6 (not in 3.5). */
    readonly metastore?: {
      /** @default index/v0 */
      readonly index_storage_prefix?: string;
      /** @default 10 */
      readonly partition_ratio?: Whole;
    };
    /** Until 3.5 (not in 3.6). */
    readonly querier?: {
      /** @default false */
      readonly enabled?: Switch;
      /** @default 1970-01-01 */
      readonly from?: string;
      /** @default 32 */
      readonly shard_factor?: Whole;
    };
    /** @default dataobj/ */
    readonly storage_bucket_prefix?: string;
  };
  readonly distributor?: {
    /** Since 3.7 (not in 3.6). */
    readonly dataobj_tee?: {
      /** @default false */
      readonly debug_metrics_enabled?: Switch;
      /** @default false */
      readonly enabled?: Switch;
      /** @default 104857600 */
      readonly max_buffered_bytes?: Whole;
      /** @default 1048576 */
      readonly per_partition_rate_bytes?: Whole;
      /** @default 0s */
      readonly rate_batch_window?: GoDuration;
      readonly topic?: string;
    };
    /** Since 3.6 (not in 3.5). */
    readonly default_policy_stream_mappings?: Readonly<
      Record<
        string,
        readonly {
          readonly priority?: Whole;
          readonly selector?: string;
        }[]
      >
    >;
    /** Since 3.5 (not in 3.3). @default false */
    readonly ingest_limits_dry_run_enabled?: Switch;
    /** Since 3.5 (not in 3.3). @default false */
    readonly ingest_limits_enabled?: Switch;
    /** Since 3.3 (not in 3.0). @default true */
    readonly ingester_writes_enabled?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly kafka_writes_enabled?: Switch;
    /** Since 3.6 (not in 3.5). @default 5242880000 */
    readonly max_decompressed_size?: Whole;
    /** Since 3.6 (not in 3.5). @default 104857600 */
    readonly max_recv_msg_size?: Whole;
    /** Since 3.0 (not in 2.9). */
    readonly otlp_config?: {
      /** @default ["service.name","service.namespace","service.instance.id"… (["service.name","service.namespace","service.instance.id"… in 3.3) */
      readonly default_resource_attributes_as_index_labels?: readonly string[];
    };
    /** Since 3.3 (not in 3.0). @default 256 */
    readonly push_worker_count?: Whole;
    /** Since 2.9 (not in 2.1). */
    readonly rate_store?: {
      /** @default false */
      readonly debug?: Switch;
      /** @default 500ms */
      readonly ingester_request_timeout?: GoDuration;
      /** @default 200 */
      readonly max_request_parallelism?: Whole;
      /** @default 1s */
      readonly stream_rate_update_interval?: GoDuration;
    };
    readonly ring?: {
      /** @default 5s */
      readonly heartbeat_period?: GoDuration;
      /** @default 1m0s */
      readonly heartbeat_timeout?: GoDuration;
      readonly instance_addr?: string;
      /** Since 2.9 (not in 2.1). @default false */
      readonly instance_enable_ipv6?: Switch;
      /** @default <hostname> */
      readonly instance_id?: string;
      /** @default ["eth0","en0"] */
      readonly instance_interface_names?: readonly string[];
      /** @default 0 */
      readonly instance_port?: Whole;
      readonly kvstore?: Kvstore;
    };
    /** Since 3.5 (not in 3.3). Until 3.5 (not in 3.6). */
    readonly tenant_topic?: {
      /** @default false */
      readonly enabled?: Switch;
      /** @default 100MiB */
      readonly max_buffered_bytes?: BinaryBytes;
      /** @default 15MiB249KiB */
      readonly max_record_size_bytes?: BinaryBytes;
      /** @default simple */
      readonly strategy?: string;
      /** @default loki.tenant */
      readonly topic_prefix?: string;
    };
    /** Since 2.9 (not in 2.1). */
    readonly write_failures_logging?: {
      /** @default false */
      readonly add_insights_label?: Switch;
      /** @default 1KB */
      readonly rate?: Bytes;
    };
  };
  readonly frontend?: {
    /** Since 2.9 (not in 2.1). */
    readonly address?: string;
    /** @default false (true in 3.3) */
    readonly compress_responses?: Switch;
    readonly downstream_url?: string;
    /** Since 3.0 (not in 2.9). @default json */
    readonly encoding?: string;
    /** Since 2.9 (not in 2.1). @default 5m0s */
    readonly graceful_shutdown_timeout?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly grpc_client_config?: GrpcClientConfig;
    /** Since 3.5 (not in 3.3). @default false */
    readonly instance_enable_ipv6?: Switch;
    /** Since 2.9 (not in 2.1). @default ["eth0","en0"] */
    readonly instance_interface_names?: readonly string[];
    /** @default 0s */
    readonly log_queries_longer_than?: GoDuration;
    /** Since 3.0 (not in 2.9). */
    readonly log_query_request_headers?: string;
    /** Since 2.9 (not in 2.1). @default 10485760 */
    readonly max_body_size?: Whole;
    /** @default 2048 (100 in 2.1) */
    readonly max_outstanding_per_tenant?: Whole;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly port?: Whole;
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly querier_forget_delay?: GoDuration;
    /** Since 2.9 (not in 2.1). @default false */
    readonly query_stats_enabled?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly scheduler_address?: string;
    /** Since 2.9 (not in 2.1). @default 10s */
    readonly scheduler_dns_lookup_period?: GoDuration;
    /** Since 2.9 (not in 2.1). @default 5 */
    readonly scheduler_worker_concurrency?: Whole;
    /** Since 3.5 (not in 3.3). @default false */
    readonly support_parquet_encoding?: Switch;
    readonly tail_proxy_url?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tail_tls_config?: TailTlsConfig;
  };
  readonly frontend_worker?: {
    /** @default 3s (10s in 2.1) */
    readonly dns_lookup_duration?: GoDuration;
    readonly frontend_address?: string;
    readonly grpc_client_config?: GrpcClientConfig;
    readonly id?: string;
    /** Until 2.9 (not in 3.0). @default true (false in 2.1) */
    readonly match_max_concurrent?: Switch;
    /** Until 2.9 (not in 3.0). @default 10 */
    readonly parallelism?: Whole;
    /** Since 3.3 (not in 3.0). */
    readonly query_frontend_grpc_client?: GrpcClientConfig;
    /** Since 3.3 (not in 3.0). */
    readonly query_scheduler_grpc_client?: GrpcClientConfig;
    /** Since 2.9 (not in 2.1). */
    readonly scheduler_address?: string;
  };
  readonly http_prefix?: string;
  /** Since 2.9 (not in 2.1). */
  readonly index_gateway?: {
    /** @default simple */
    readonly mode?: string;
    readonly ring?: {
      /** @default 15s */
      readonly heartbeat_period?: GoDuration;
      /** @default 1m0s */
      readonly heartbeat_timeout?: GoDuration;
      readonly instance_addr?: string;
      readonly instance_availability_zone?: string;
      /** @default false */
      readonly instance_enable_ipv6?: Switch;
      /** @default <hostname> */
      readonly instance_id?: string;
      /** @default ["eth0","en0"] */
      readonly instance_interface_names?: readonly string[];
      /** @default 0 */
      readonly instance_port?: Whole;
      readonly kvstore?: Kvstore;
      /** Since 3.0 (not in 2.9). @default 128 */
      readonly num_tokens?: Whole;
      /** @deprecated @default 3 */
      readonly replication_factor?: Whole;
      readonly tokens_file_path?: string;
      /** @default false */
      readonly zone_awareness_enabled?: Switch;
    };
  };
  /** Since 3.5 (not in 3.3). */
  readonly ingest_limits?: {
    /** Since 3.6 (not in 3.5). @default 2h0m0s */
    readonly active_window?: GoDuration;
    /** Until 3.5 (not in 3.6). @default 1m0s */
    readonly bucket_duration?: GoDuration;
    /** Since 3.6 (not in 3.5). @default 1m0s */
    readonly bucket_size?: GoDuration;
    /** Since 3.6 (not in 3.5). @default ingest-limits */
    readonly consumer_group?: string;
    /** @default false */
    readonly enabled?: Switch;
    /** Since 3.6 (not in 3.5). @default 10m0s */
    readonly eviction_interval?: GoDuration;
    readonly lifecycler?: Lifecycler;
    /** @default 64 */
    readonly num_partitions?: Whole;
    /** @default 5m0s */
    readonly rate_window?: GoDuration;
    /** Since 3.6 (not in 3.5). */
    readonly topic?: string;
    /** Until 3.5 (not in 3.6). @default 1h0m0s */
    readonly window_size?: GoDuration;
  };
  /** Since 3.5 (not in 3.3). */
  readonly ingest_limits_frontend?: {
    /** Since 3.7 (not in 3.6). @default false */
    readonly accepted_streams_cache_enabled?: Switch;
    /** Since 3.7 (not in 3.6). @default 1m0s */
    readonly accepted_streams_cache_ttl?: GoDuration;
    /** Since 3.7 (not in 3.6). @default 15s */
    readonly accepted_streams_cache_ttl_jitter?: GoDuration;
    /** Since 3.7 (not in 3.6). @default true */
    readonly assigned_partitions_cache_enabled?: Switch;
    /** Since 3.6 (not in 3.5). @default 1m0s */
    readonly assigned_partitions_cache_ttl?: GoDuration;
    readonly client_config?: ClientConfig;
    readonly lifecycler?: Lifecycler;
    /** Since 3.6 (not in 3.5). @default 64 */
    readonly num_partitions?: Whole;
    /** Until 3.5 (not in 3.6). @default 10s */
    readonly recheck_period?: GoDuration;
  };
  /** Since 3.5 (not in 3.3). */
  readonly ingest_limits_frontend_client?: ClientConfig;
  readonly ingester?: {
    /** Since 2.9 (not in 2.1). @default false */
    readonly autoforget_unhealthy?: Switch;
    /** @default 262144 */
    readonly chunk_block_size?: Whole;
    /** @default gzip */
    readonly chunk_encoding?: 'none' | 'gzip' | 'lz4-64k' | 'snappy' | 'lz4-256k' | 'lz4-1M' | 'lz4' | 'flate' | 'zstd';
    /** @default 30m0s */
    readonly chunk_idle_period?: GoDuration;
    /** @default 0s (15m0s in 2.1) */
    readonly chunk_retain_period?: GoDuration;
    /** @default 1572864 (0 in 2.1) */
    readonly chunk_target_size?: Whole;
    /** @default 32 (16 in 2.1) */
    readonly concurrent_flushes?: Whole;
    /** Since 3.7 (not in 3.6). @default false */
    readonly delegate_stream_limits_enabled?: Switch;
    /** @default 30s */
    readonly flush_check_period?: GoDuration;
    /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). Since 3.3 (not in 3.0). */
    readonly flush_op_backoff?: {
      /** @default 1m0s */
      readonly max_period?: GoDuration;
      /** @default 10 */
      readonly max_retries?: Whole;
      /** @default 10s */
      readonly min_period?: GoDuration;
    };
    /** @default 10m0s (10s in 2.1) */
    readonly flush_op_timeout?: GoDuration;
    /** Since 2.9 (not in 2.1). @default 32 */
    readonly index_shards?: Whole;
    /** Since 3.3 (not in 3.0). */
    readonly kafka_ingestion?: {
      /** @default false */
      readonly enabled?: Switch;
      readonly partition_ring?: PartitionRing;
    };
    readonly lifecycler?: Lifecycler;
    /** @default 2h0m0s (1h0m0s in 2.1) */
    readonly max_chunk_age?: GoDuration;
    /** Since 2.9 (not in 2.1). @default 10 */
    readonly max_dropped_streams?: Whole;
    /** @default 10 */
    readonly max_returned_stream_errors?: Whole;
    /** Until 2.9 (not in 3.0). @default 0 (10 in 2.1) */
    readonly max_transfer_retries?: Whole;
    /** Since 3.3 (not in 3.0). @default 30s */
    readonly owned_streams_check_interval?: GoDuration;
    /** @default 0s */
    readonly query_store_max_look_back_period?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly shutdown_marker_path?: string;
    /** @default 0.1 (0 in 2.9) */
    readonly sync_min_utilization?: Fraction;
    /** @default 1h0m0s (0s in 2.9) */
    readonly sync_period?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly wal?: {
      /** @default 5m0s */
      readonly checkpoint_duration?: GoDuration;
      /** @default wal */
      readonly dir?: string;
      /** Since 3.7 (not in 3.6). @default 0.9 */
      readonly disk_full_threshold?: Fraction;
      /** @default true */
      readonly enabled?: Switch;
      /** @default false */
      readonly flush_on_shutdown?: Switch;
      /** @default 4GB */
      readonly replay_memory_ceiling?: Bytes;
    };
  };
  readonly ingester_client?: IngesterClient;
  /** Since 3.3 (not in 3.0). Until 3.3 (not in 3.5). */
  readonly ingester_rf1_client?: {
    readonly grpc_client_config?: {
      readonly backoff_config?: {
        /** @default 0s */
        readonly max_period?: GoDuration;
        /** @default 0 */
        readonly max_retries?: Whole;
        /** @default 0s */
        readonly min_period?: GoDuration;
      };
      /** @default false */
      readonly backoff_on_ratelimits?: Switch;
      /** @default 0s */
      readonly connect_backoff_base_delay?: GoDuration;
      /** @default 0s */
      readonly connect_backoff_max_delay?: GoDuration;
      /** @default 0s */
      readonly connect_timeout?: GoDuration;
      readonly grpc_compression?: '' | 'gzip' | 'snappy';
      /** @default 0B */
      readonly initial_connection_window_size?: Bytes;
      /** @default 0B */
      readonly initial_stream_window_size?: Bytes;
      /** @default 0 */
      readonly max_recv_msg_size?: Whole;
      /** @default 0 */
      readonly max_send_msg_size?: Whole;
      /** @default 0 */
      readonly rate_limit?: Fraction;
      /** @default 0 */
      readonly rate_limit_burst?: Whole;
      readonly tls_ca_path?: string;
      readonly tls_cert_path?: string;
      readonly tls_cipher_suites?: string;
      /** @default false */
      readonly tls_enabled?: Switch;
      /** @default false */
      readonly tls_insecure_skip_verify?: Switch;
      readonly tls_key_path?: string;
      readonly tls_min_version?: string;
      readonly tls_server_name?: string;
    };
    readonly pool_config?: {
      /** @default 0s */
      readonly client_cleanup_period?: GoDuration;
      /** @default false */
      readonly health_check_ingesters?: Switch;
      /** @default 0s */
      readonly remote_timeout?: GoDuration;
    };
    /** @default 0s */
    readonly remote_timeout?: GoDuration;
  };
  /** Since 2.9 (not in 2.1). */
  readonly internal_server?: {
    /** Since 3.5 (not in 3.3). */
    readonly cluster_validation?: ClusterValidation;
    /** Since 3.7 (not in 3.6). @default false */
    readonly create_new_traces?: Switch;
    /** @default false */
    readonly enable?: Switch;
    /** @default 30s */
    readonly graceful_shutdown_timeout?: GoDuration;
    /** Since 3.6 (not in 3.5). @default false */
    readonly grpc_collect_max_streams_by_conn?: Switch;
    readonly grpc_listen_address?: string;
    /** @default 0 */
    readonly grpc_listen_conn_limit?: Whole;
    readonly grpc_listen_network?: string;
    /** @default 0 */
    readonly grpc_listen_port?: Whole;
    /** @default 0s */
    readonly grpc_server_keepalive_time?: GoDuration;
    /** @default 0s */
    readonly grpc_server_keepalive_timeout?: GoDuration;
    /** @default 0 */
    readonly grpc_server_max_concurrent_streams?: Whole;
    /** @default 0s */
    readonly grpc_server_max_connection_age?: GoDuration;
    /** @default 0s */
    readonly grpc_server_max_connection_age_grace?: GoDuration;
    /** @default 0s */
    readonly grpc_server_max_connection_idle?: GoDuration;
    /** @default 0 */
    readonly grpc_server_max_recv_msg_size?: Whole;
    /** @default 0 */
    readonly grpc_server_max_send_msg_size?: Whole;
    /** @default 0s */
    readonly grpc_server_min_time_between_pings?: GoDuration;
    /** Since 3.0 (not in 2.9). @default 0 */
    readonly grpc_server_num_workers?: Whole;
    /** @default false */
    readonly grpc_server_ping_without_stream_allowed?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly grpc_server_recv_buffer_pools_enabled?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly grpc_server_stats_tracking_enabled?: Switch;
    readonly grpc_tls_config?: GrpcTlsConfig;
    /** @default localhost */
    readonly http_listen_address?: string;
    /** @default 0 */
    readonly http_listen_conn_limit?: Whole;
    /** @default tcp */
    readonly http_listen_network?: string;
    /** @default 3101 */
    readonly http_listen_port?: Whole;
    /** Since 3.0 (not in 2.9). @default false */
    readonly http_log_closed_connections_without_response_enabled?: Switch;
    readonly http_path_prefix?: string;
    /** @default 2m0s */
    readonly http_server_idle_timeout?: GoDuration;
    /** Since 3.0 (not in 2.9). @default 0s */
    readonly http_server_read_header_timeout?: GoDuration;
    /** @default 30s */
    readonly http_server_read_timeout?: GoDuration;
    /** @default 30s */
    readonly http_server_write_timeout?: GoDuration;
    readonly http_tls_config?: GrpcTlsConfig;
    readonly log_format?: string;
    readonly log_level?: string;
    /** @default false */
    readonly log_request_at_info_level_enabled?: Switch;
    readonly log_request_exclude_headers_list?: string;
    /** @default false */
    readonly log_request_headers?: Switch;
    /** @default false */
    readonly log_source_ips_enabled?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly log_source_ips_full?: Switch;
    readonly log_source_ips_header?: string;
    readonly log_source_ips_regex?: string;
    /** Since 3.3 (not in 3.0). @default false */
    readonly proxy_protocol_enabled?: Switch;
    /** @default false */
    readonly register_instrumentation?: Switch;
    /** Since 3.0 (not in 2.9). @default false */
    readonly report_grpc_codes_in_instrumentation_label_enabled?: Switch;
    readonly tls_cipher_suites?: string;
    readonly tls_min_version?: string;
    /** Since 3.6 (not in 3.5). */
    readonly trace_request_exclude_headers_list?: string;
    /** Since 3.6 (not in 3.5). @default false */
    readonly trace_request_headers?: Switch;
  };
  /** Since 3.3 (not in 3.0). */
  readonly kafka_config?: {
    /** @deprecated @default '' (localhost:9092 in 3.5) */
    readonly address?: string;
    /** @default 1000 */
    readonly auto_create_topic_default_partitions?: Whole;
    /** @default true */
    readonly auto_create_topic_enabled?: Switch;
    /** @deprecated */
    readonly client_id?: string;
    readonly consumer_group?: string;
    /** @default 1s */
    readonly consumer_group_offset_commit_interval?: GoDuration;
    /** @default 2s */
    readonly dial_timeout?: GoDuration;
    /** Since 3.6 (not in 3.5). @default false */
    readonly enable_kafka_histograms?: Switch;
    /** @default 10s */
    readonly last_produced_offset_retry_timeout?: GoDuration;
    /** @default 15s */
    readonly max_consumer_lag_at_startup?: GoDuration;
    /** Since 3.6 (not in 3.5). @default 1 */
    readonly max_consumer_workers?: Whole;
    /** @default 1073741824 */
    readonly producer_max_buffered_bytes?: Whole;
    /** @default 15983616 */
    readonly producer_max_record_size_bytes?: Whole;
    /** Since 3.6 (not in 3.5). */
    readonly reader_config?: {
      /** @default localhost:9092 */
      readonly address?: string;
      readonly client_id?: string;
    };
    readonly sasl_password?: string;
    readonly sasl_username?: string;
    /** Until 3.3 (not in 3.5). @default 2s */
    readonly target_consumer_lag_at_startup?: GoDuration;
    readonly topic?: string;
    /** Since 3.7 (not in 3.6). @default false */
    readonly tracing_enabled?: Switch;
    /** @default 10s */
    readonly write_timeout?: GoDuration;
    /** Since 3.6 (not in 3.5). */
    readonly writer_config?: {
      /** @default localhost:9092 */
      readonly address?: string;
      readonly client_id?: string;
    };
  };
  /** Since 2.9 (not in 2.1). @deprecated @default false (true in 2.9) */
  readonly legacy_read_target?: Switch;
  readonly limits_config?: {
    /** Since 2.9 (not in 2.1). @deprecated @default false */
    readonly allow_deletes?: Switch;
    /** Since 2.9 (not in 2.1). @default true (false in 2.9) */
    readonly allow_structured_metadata?: Switch;
    /** Since 3.5 (not in 3.3). */
    readonly block_ingestion_policy_until?: Readonly<Record<string, string>>;
    /** Since 3.3 (not in 3.0). @default 260 */
    readonly block_ingestion_status_code?: Whole;
    /** Since 3.3 (not in 3.0). @default 0 */
    readonly block_ingestion_until?: string;
    /** Since 2.9 (not in 2.1). */
    readonly blocked_queries?: readonly {
      readonly hash?: Whole;
      readonly pattern?: string;
      /** Since 3.7 (not in 3.6). */
      readonly query_tags?: Readonly<Record<string, string>>;
      readonly regex?: Switch;
      readonly types?: string;
    }[];
    /** Since 3.0 (not in 2.9). @default none */
    readonly bloom_block_encoding?:
      | 'none'
      | 'gzip'
      | 'lz4-64k'
      | 'snappy'
      | 'lz4-256k'
      | 'lz4-1M'
      | 'lz4'
      | 'flate'
      | 'zstd';
    /** Since 3.3 (not in 3.0). @default 0s */
    readonly bloom_build_builder_response_timeout?: GoDuration;
    /** Since 3.3 (not in 3.0). @default 0 */
    readonly bloom_build_max_builders?: Whole;
    /** Since 3.3 (not in 3.0). @default 3 */
    readonly bloom_build_task_max_retries?: Whole;
    /** Since 3.0 (not in 2.9). Until 3.0 (not in 3.3). @default false */
    readonly bloom_compactor_enable_compaction?: Switch;
    /** Since 3.0 (not in 2.9). Until 3.0 (not in 3.3). @default 200MB */
    readonly bloom_compactor_max_block_size?: Bytes;
    /** Since 3.0 (not in 2.9). Until 3.0 (not in 3.3). @default 0 */
    readonly bloom_compactor_shard_size?: Whole;
    /** Since 3.3 (not in 3.0). @default false */
    readonly bloom_creation_enabled?: Switch;
    /** Since 3.0 (not in 2.9). Until 3.0 (not in 3.3). @default 0.01 */
    readonly bloom_false_positive_rate?: Fraction;
    /** Since 3.0 (not in 2.9). Until 3.3 (not in 3.5). @default 15m0s */
    readonly bloom_gateway_cache_key_interval?: GoDuration;
    /** Since 3.0 (not in 2.9). @default false */
    readonly bloom_gateway_enable_filtering?: Switch;
    /** Since 3.0 (not in 2.9). Until 3.3 (not in 3.5). @default 0 */
    readonly bloom_gateway_shard_size?: Whole;
    /** Since 3.3 (not in 3.0). @default 200MB */
    readonly bloom_max_block_size?: Bytes;
    /** Since 3.3 (not in 3.0). @default 128MB */
    readonly bloom_max_bloom_size?: Bytes;
    /** Since 3.0 (not in 2.9). Until 3.0 (not in 3.3). @default 4 */
    readonly bloom_ngram_length?: Whole;
    /** Since 3.0 (not in 2.9). Until 3.0 (not in 3.3). @default 1 */
    readonly bloom_ngram_skip?: Whole;
    /** Since 3.3 (not in 3.0). @default split_keyspace_by_factor */
    readonly bloom_planning_strategy?: string;
    /** Since 3.5 (not in 3.3). @default false */
    readonly bloom_prefetch_blocks?: Switch;
    /** Since 3.3 (not in 3.0). @default 256 */
    readonly bloom_split_series_keyspace_by?: Whole;
    /** Since 3.3 (not in 3.0). @default 20GB */
    readonly bloom_task_target_series_chunk_size?: Bytes;
    /** @default 100000 */
    readonly cardinality_limit?: Whole;
    /** @default 10m (10m0s in 2.1) */
    readonly creation_grace_period?: Duration;
    /** Since 3.7 (not in 3.6). @default false */
    readonly debug_engine_streams?: Switch;
    /** Since 3.7 (not in 3.6). @default false */
    readonly debug_engine_tasks?: Switch;
    /** Since 2.9 (not in 2.1). @default filter-and-delete */
    readonly deletion_mode?: 'disabled' | 'filter-only' | 'filter-and-delete';
    /** Since 3.5 (not in 3.3). */
    readonly discover_generic_fields?: {
      readonly fields?: Readonly<Record<string, readonly string[]>>;
    };
    /** Since 3.0 (not in 2.9). @default true */
    readonly discover_log_levels?: Switch;
    /** Since 3.0 (not in 2.9). @default ["service","app","application","app_name","name","app_kub… (["service","app","application","name","app_kubernetes_io_… in 3.0) */
    readonly discover_service_name?: readonly string[];
    /** Since 3.5 (not in 3.3). @default false */
    readonly enable_multi_variant_queries?: Switch;
    /** Until 2.9 (not in 3.0). @default true */
    readonly enforce_metric_name?: Switch;
    /** Since 3.5 (not in 3.3). */
    readonly enforced_labels?: readonly string[];
    /** Since 3.7 (not in 3.6). @default 1d */
    readonly engine_results_cache_time_bucket_interval?: Duration;
    /** Since 2.9 (not in 2.1). @default false */
    readonly increment_duplicate_timestamp?: Switch;
    /** Since 3.7 (not in 3.6). @default 1 */
    readonly index_gateway_max_capacity?: Fraction;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly index_gateway_shard_size?: Whole;
    /** @default 6 */
    readonly ingestion_burst_size_mb?: Fraction;
    /** Since 3.3 (not in 3.0). @default 0 */
    readonly ingestion_partitions_tenant_shard_size?: Whole;
    /** @default 4 */
    readonly ingestion_rate_mb?: Fraction;
    /** @default global (local in 2.1) */
    readonly ingestion_rate_strategy?: string;
    /** Since 3.5 (not in 3.3). @default ["level","LEVEL","Level","log.level","severity","SEVERITY… (["level","LEVEL","Level","Severity","severity","SEVERITY"… in 3.6) */
    readonly log_level_fields?: readonly string[];
    /** Since 3.5 (not in 3.3). @default 2 */
    readonly log_level_from_json_max_depth?: Whole;
    /** @default 10m (1m0s in 2.1, 1m in 2.9) */
    readonly max_cache_freshness_per_query?: Duration;
    /** @default 2000000 */
    readonly max_chunks_per_query?: Whole;
    /** @default 10 */
    readonly max_concurrent_tail_requests?: Whole;
    /** @default 5000 */
    readonly max_entries_limit_per_query?: Whole;
    /** @default 5000 (0 in 2.1) */
    readonly max_global_streams_per_user?: Whole;
    /** @default 1024 */
    readonly max_label_name_length?: Whole;
    /** @default 15 (30 in 2.9) */
    readonly max_label_names_per_series?: Whole;
    /** @default 2048 */
    readonly max_label_value_length?: Whole;
    /** @default 256KB (0 in 2.1, 0B in 2.9) */
    readonly max_line_size?: Bytes;
    /** Since 2.9 (not in 2.1). @default false */
    readonly max_line_size_truncate?: Switch;
    /** Since 3.6 (not in 3.5). */
    readonly max_line_size_truncate_identifier?: string;
    /** Since 3.0 (not in 2.9). @default 1d */
    readonly max_metadata_cache_freshness?: Duration;
    /** Since 2.9 (not in 2.1). @default 150GB (0B in 2.9) */
    readonly max_querier_bytes_read?: Bytes;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly max_queriers_per_tenant?: Whole;
    /** Since 2.9 (not in 2.1). @default 0B */
    readonly max_query_bytes_read?: Bytes;
    /** Since 3.0 (not in 2.9). @default 0 */
    readonly max_query_capacity?: Fraction;
    /** @default 30d1h (0s in 2.1) */
    readonly max_query_length?: Duration;
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly max_query_lookback?: Duration;
    /** @default 32 (14 in 2.1) */
    readonly max_query_parallelism?: Whole;
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly max_query_range?: Duration;
    /** @default 500 */
    readonly max_query_series?: Whole;
    /** Since 3.7 (not in 3.6). @default 0 */
    readonly max_scan_task_parallelism?: Whole;
    /** Since 2.9 (not in 2.1). @default 10m (0s in 2.9) */
    readonly max_stats_cache_freshness?: Duration;
    /** @default 1000 */
    readonly max_streams_matchers_per_query?: Whole;
    /** @default 0 (10000 in 2.1) */
    readonly max_streams_per_user?: Whole;
    /** Since 3.0 (not in 2.9). @default 128 */
    readonly max_structured_metadata_entries_count?: Whole;
    /** Since 3.0 (not in 2.9). @default 64KB */
    readonly max_structured_metadata_size?: Bytes;
    /** Since 3.3 (not in 3.0). @default false */
    readonly metric_aggregation_enabled?: Switch;
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly min_sharding_lookback?: Duration;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly minimum_labels_number?: Whole;
    /** Since 3.0 (not in 2.9). */
    readonly otlp_config?: {
      readonly log_attributes?: readonly LogAttributesItem[];
      readonly resource_attributes?: {
        readonly attributes_config?: readonly LogAttributesItem[];
        /** @default false */
        readonly ignore_defaults?: Switch;
      };
      readonly scope_attributes?: readonly LogAttributesItem[];
      /** Since 3.5 (not in 3.3). @default false */
      readonly severity_text_as_label?: Switch;
    };
    /** Since 3.3 (not in 3.0). */
    readonly pattern_ingester_tokenizable_json_fields_append?: string;
    /** Since 3.3 (not in 3.0). @default log,message,msg,msg_,_msg,content */
    readonly pattern_ingester_tokenizable_json_fields_default?: string;
    /** Since 3.3 (not in 3.0). */
    readonly pattern_ingester_tokenizable_json_fields_delete?: string;
    /** Since 3.6 (not in 3.5). @default false */
    readonly pattern_persistence_enabled?: Switch;
    /** Since 3.6 (not in 3.5). @default 0s */
    readonly pattern_persistence_granularity?: AnyDuration;
    /** Since 3.6 (not in 3.5). @default 1 */
    readonly pattern_rate_threshold?: Fraction;
    /** Since 2.9 (not in 2.1). @default 3MB */
    readonly per_stream_rate_limit?: Bytes;
    /** Since 2.9 (not in 2.1). @default 15MB */
    readonly per_stream_rate_limit_burst?: Bytes;
    readonly per_tenant_override_config?: string;
    /** @default 10s */
    readonly per_tenant_override_period?: Duration;
    /** Since 3.5 (not in 3.3). */
    readonly policy_enforced_labels?: Readonly<Record<string, readonly string[]>>;
    /** Since 3.6 (not in 3.5). */
    readonly policy_override_limits?: Readonly<
      Record<
        string,
        {
          readonly max_global_streams_per_user?: Whole;
          readonly max_streams_per_user?: Whole;
        }
      >
    >;
    /** Since 3.5 (not in 3.3). */
    readonly policy_stream_mapping?: Readonly<
      Record<
        string,
        readonly {
          readonly priority?: Whole;
          readonly selector?: string;
        }[]
      >
    >;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly query_ready_index_num_days?: Whole;
    /** Since 2.9 (not in 2.1). @default 1m */
    readonly query_timeout?: Duration;
    /** Since 3.0 (not in 2.9). @default 0s */
    readonly recent_metadata_query_window?: Duration;
    /** @default true (false in 2.1) */
    readonly reject_old_samples?: Switch;
    /** @default 1w (336h0m0s in 2.1) */
    readonly reject_old_samples_max_age?: Duration;
    /** Since 2.9 (not in 2.1). */
    readonly required_labels?: readonly string[];
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly retention_period?: Duration;
    /** Since 2.9 (not in 2.1). */
    readonly retention_stream?: readonly {
      readonly period?: Duration;
      readonly priority?: Whole;
      readonly selector?: string;
    }[];
    /** Since 2.9 (not in 2.1). */
    readonly ruler_alertmanager_config?: {
      readonly alert_relabel_configs?: readonly AlertRelabelConfigsItem[];
      readonly alertmanager_client?: {
        readonly basic_auth_password?: string;
        readonly basic_auth_username?: string;
        readonly credentials?: string;
        readonly credentials_file?: string;
        readonly tls_ca_path?: string;
        readonly tls_cert_path?: string;
        readonly tls_cipher_suites?: string;
        readonly tls_insecure_skip_verify?: Switch;
        readonly tls_key_path?: string;
        readonly tls_min_version?: string;
        readonly tls_server_name?: string;
        readonly type?: string;
      };
      readonly alertmanager_refresh_interval?: GoDuration;
      readonly alertmanager_url?: string;
      readonly enable_alertmanager_discovery?: Switch;
      readonly enable_alertmanager_v2?: Switch;
      readonly notification_queue_capacity?: Whole;
      readonly notification_timeout?: GoDuration;
    };
    /** Since 3.5 (not in 3.3). @default true */
    readonly ruler_enable_wal_replay?: Switch;
    /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @deprecated @default 0s */
    readonly ruler_evaluation_delay_duration?: Duration;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly ruler_max_rule_groups_per_tenant?: Whole;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly ruler_max_rules_per_rule_group?: Whole;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly ruler_remote_evaluation_max_response_size?: Whole;
    /** Since 2.9 (not in 2.1). @default 0s */
    readonly ruler_remote_evaluation_timeout?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly ruler_remote_write_config?: Readonly<Record<string, RulerRemoteWriteConfigItem>>;
    /** Since 2.9 (not in 2.1). @default false */
    readonly ruler_remote_write_disabled?: Switch;
    /** Since 2.9 (not in 2.1). @deprecated */
    readonly ruler_remote_write_headers?: Readonly<Record<string, string>>;
    /** Since 2.9 (not in 2.1). @deprecated @default 0s */
    readonly ruler_remote_write_queue_batch_send_deadline?: GoDuration;
    /** Since 2.9 (not in 2.1). @deprecated @default 0 */
    readonly ruler_remote_write_queue_capacity?: Whole;
    /** Since 2.9 (not in 2.1). @deprecated @default 0s */
    readonly ruler_remote_write_queue_max_backoff?: GoDuration;
    /** Since 2.9 (not in 2.1). @deprecated @default 0 */
    readonly ruler_remote_write_queue_max_samples_per_send?: Whole;
    /** Since 2.9 (not in 2.1). @deprecated @default 0 */
    readonly ruler_remote_write_queue_max_shards?: Whole;
    /** Since 2.9 (not in 2.1). @deprecated @default 0s */
    readonly ruler_remote_write_queue_min_backoff?: GoDuration;
    /** Since 2.9 (not in 2.1). @deprecated @default 0 */
    readonly ruler_remote_write_queue_min_shards?: Whole;
    /** Since 2.9 (not in 2.1). @deprecated @default false */
    readonly ruler_remote_write_queue_retry_on_ratelimit?: Switch;
    /** Since 2.9 (not in 2.1). @deprecated */
    readonly ruler_remote_write_relabel_configs?: readonly {
      /** @deprecated */
      readonly action?: string;
      /** @deprecated */
      readonly modulus?: Whole;
      /** @deprecated */
      readonly regex?: string;
      /** @deprecated */
      readonly replacement?: string;
      /** @deprecated */
      readonly separator?: string;
      /** @deprecated */
      readonly source_labels?: readonly string[];
      /** @deprecated */
      readonly target_label?: string;
    }[];
    /** Since 2.9 (not in 2.1). @deprecated */
    readonly ruler_remote_write_sigv4_config?: {
      /** @deprecated */
      readonly access_key?: string;
      /** @deprecated */
      readonly profile?: string;
      /** @deprecated */
      readonly region?: string;
      /** @deprecated */
      readonly role_arn?: string;
      /** @deprecated */
      readonly secret_key?: string;
    };
    /** Since 2.9 (not in 2.1). @deprecated @default 0s */
    readonly ruler_remote_write_timeout?: GoDuration;
    /** Since 2.9 (not in 2.1). @deprecated */
    readonly ruler_remote_write_url?: string;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly ruler_tenant_shard_size?: Whole;
    /** Since 3.3 (not in 3.0). */
    readonly s3_sse_kms_encryption_context?: string;
    /** Since 3.3 (not in 3.0). */
    readonly s3_sse_kms_key_id?: string;
    /** Since 3.3 (not in 3.0). */
    readonly s3_sse_type?: string;
    /** Since 3.3 (not in 3.0). */
    readonly shard_aggregations?: readonly string[];
    /** Since 2.9 (not in 2.1). */
    readonly shard_streams?: {
      /** @default 1536KB (3MB in 2.9) */
      readonly desired_rate?: Bytes;
      /** @default true (false in 2.9) */
      readonly enabled?: Switch;
      /** @default false */
      readonly logging_enabled?: Switch;
      /** Since 3.5 (not in 3.3). @default false */
      readonly time_sharding_enabled?: Switch;
      /** Since 3.5 (not in 3.3). @default 40m0s */
      readonly time_sharding_ignore_recent?: GoDuration;
    };
    /** Since 3.5 (not in 3.3). @default 0s */
    readonly simulated_push_latency?: GoDuration;
    /** Since 3.0 (not in 2.9). @default 0s */
    readonly split_ingester_queries_by_interval?: Duration;
    /** Since 3.0 (not in 2.9). @default 1h */
    readonly split_instant_metric_queries_by_interval?: Duration;
    /** Since 3.0 (not in 2.9). @default 1d */
    readonly split_metadata_queries_by_interval?: Duration;
    /** @default 1h (0s in 2.1, 30m in 2.9) */
    readonly split_queries_by_interval?: Duration;
    /** Since 3.0 (not in 2.9). @default 1h */
    readonly split_recent_metadata_queries_by_interval?: Duration;
    /** Since 2.9 (not in 2.1). @default 600MB */
    readonly tsdb_max_bytes_per_shard?: Bytes;
    /** Since 2.9 (not in 2.1). @default 128 (512 in 2.9) */
    readonly tsdb_max_query_parallelism?: Whole;
    /** Since 3.3 (not in 3.0). @default false */
    readonly tsdb_precompute_chunks?: Switch;
    /** Since 3.0 (not in 2.9). @default power_of_two */
    readonly tsdb_sharding_strategy?: 'power_of_two' | 'bounded';
    /** Since 2.9 (not in 2.1). @deprecated @default true */
    readonly unordered_writes?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly use_owned_stream_count?: Switch;
    /** Since 2.9 (not in 2.1). @default true (false in 3.0) */
    readonly volume_enabled?: Switch;
    /** Since 2.9 (not in 2.1). @default 1000 */
    readonly volume_max_series?: Whole;
  };
  readonly memberlist?: {
    /** Since 3.6 (not in 3.5). @default false */
    readonly abort_if_cluster_fast_join_fails?: Switch;
    /** Since 3.7 (not in 3.6). @default 1 */
    readonly abort_if_cluster_fast_join_fails_min_nodes?: Whole;
    /** @default false (true in 2.1) */
    readonly abort_if_cluster_join_fails?: Switch;
    /** Since 3.5 (not in 3.3). @default 250ms */
    readonly acquire_writer_timeout?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly advertise_addr?: string;
    /** Since 2.9 (not in 2.1). @default 7946 */
    readonly advertise_port?: Whole;
    readonly bind_addr?: readonly string[];
    /** @default 7946 */
    readonly bind_port?: Whole;
    /** Since 3.3 (not in 3.0). @default 10s */
    readonly broadcast_timeout_for_local_updates_on_shutdown?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly cluster_label?: string;
    /** Since 2.9 (not in 2.1). @default false */
    readonly cluster_label_verification_disabled?: Switch;
    /** Since 2.9 (not in 2.1). @default true */
    readonly compression_enabled?: Switch;
    /** @default 0s */
    readonly dead_node_reclaim_time?: GoDuration;
    /** @default 200ms (0s in 2.1) */
    readonly gossip_interval?: GoDuration;
    /** @default 3 (0 in 2.1) */
    readonly gossip_nodes?: Whole;
    /** @default 30s (0s in 2.1) */
    readonly gossip_to_dead_nodes_time?: GoDuration;
    readonly join_members?: readonly string[] | string;
    /** @default 20s (5s in 2.1) */
    readonly leave_timeout?: GoDuration;
    /** @default 5m0s */
    readonly left_ingesters_timeout?: GoDuration;
    /** Since 3.5 (not in 3.3). @default 3 */
    readonly max_concurrent_writes?: Whole;
    /** @default 1m0s */
    readonly max_join_backoff?: GoDuration;
    /** @default 10 */
    readonly max_join_retries?: Whole;
    /** Since 2.9 (not in 2.1). @default 0 */
    readonly message_history_buffer_bytes?: Whole;
    /** @default 1s */
    readonly min_join_backoff?: GoDuration;
    readonly node_name?: string;
    /** Since 3.5 (not in 3.3). @default 0s */
    readonly notify_interval?: GoDuration;
    /** Since 3.5 (not in 3.3). @default 30s */
    readonly obsolete_entries_timeout?: GoDuration;
    /** @default 2s (5s in 2.1) */
    readonly packet_dial_timeout?: GoDuration;
    /** @default 5s */
    readonly packet_write_timeout?: GoDuration;
    /** @default 30s (0s in 2.1) */
    readonly pull_push_interval?: GoDuration;
    /** @default true */
    readonly randomize_node_name?: Switch;
    /** @default 0s */
    readonly rejoin_interval?: GoDuration;
    /** Since 3.7 (not in 3.6). */
    readonly rejoin_seed_nodes?: string;
    /** @default 4 (0 in 2.1) */
    readonly retransmit_factor?: Whole;
    /** @default 2s (0s in 2.1, 10s in 3.0) */
    readonly stream_timeout?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly tls_ca_path?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_cert_path?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_cipher_suites?: string;
    /** Since 2.9 (not in 2.1). @default false */
    readonly tls_enabled?: Switch;
    /** Since 2.9 (not in 2.1). @default false */
    readonly tls_insecure_skip_verify?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly tls_key_path?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_min_version?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_server_name?: string;
    /** Since 3.6 (not in 3.5). @default 128 */
    readonly watch_prefix_buffer_size?: Whole;
    /** Since 3.7 (not in 3.6). */
    readonly zone_aware_routing?: {
      /** @default false */
      readonly enabled?: Switch;
      readonly instance_availability_zone?: string;
      /** @default member */
      readonly role?: string;
    };
  };
  /** Since 3.3 (not in 3.0). Until 3.3 (not in 3.5). */
  readonly metastore?: {
    /** @default ./data-metastore/data */
    readonly data_dir?: string;
    readonly raft?: {
      /** @default localhost:9099 */
      readonly advertise_address?: string;
      /** @default 5s */
      readonly apply_timeout?: GoDuration;
      /** @default localhost:9099 */
      readonly bind_address?: string;
      readonly bootstrap_peers?: readonly string[];
      /** @default ./data-metastore/raft */
      readonly dir?: string;
      /** @default localhost:9099 */
      readonly server_id?: string;
    };
  };
  /** Since 3.3 (not in 3.0). Until 3.3 (not in 3.5). */
  readonly metastore_client?: {
    /** @default localhost:9095 */
    readonly address?: string;
    readonly grpc_client_config?: GrpcClientConfig;
  };
  /** Since 3.0 (not in 2.9). @deprecated @default loki */
  readonly metrics_namespace?: string;
  /** Since 3.0 (not in 2.9). */
  readonly operational_config?: {
    /** Since 3.6 (not in 3.5). */
    readonly filter_push_request_streams_ips?: readonly string[];
    /** @default true */
    readonly limited_log_push_errors?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly log_duplicate_metrics?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly log_duplicate_stream_info?: Switch;
    /** Since 3.6 (not in 3.5). @default false */
    readonly log_hash_of_labels?: Switch;
    /** @default false */
    readonly log_push_request?: Switch;
    /** @default false */
    readonly log_push_request_streams?: Switch;
    /** Since 3.6 (not in 3.5). @default false */
    readonly log_service_name_discovery?: Switch;
    /** @default false */
    readonly log_stream_creation?: Switch;
  };
  /** Since 3.0 (not in 2.9). */
  readonly pattern_ingester?: {
    readonly client_config?: IngesterClient;
    /** @default 32 */
    readonly concurrent_flushes?: Whole;
    /** Since 3.3 (not in 3.0). @default 2s */
    readonly connection_timeout?: GoDuration;
    /** @default false */
    readonly enabled?: Switch;
    /** @default 1m0s (30s in 3.0) */
    readonly flush_check_period?: GoDuration;
    readonly lifecycler?: {
      readonly address?: string;
      readonly availability_zone?: string;
      /** @default false */
      readonly enable_inet6?: Switch;
      /** @default 0s */
      readonly final_sleep?: GoDuration;
      /** @default 5s */
      readonly heartbeat_period?: GoDuration;
      /** @default 1m0s */
      readonly heartbeat_timeout?: GoDuration;
      /** @default <hostname> */
      readonly id?: string;
      /** @default ["eth0","en0"] */
      readonly interface_names?: readonly string[];
      /** @default 0s */
      readonly join_after?: GoDuration;
      /** @default 15s */
      readonly min_ready_duration?: GoDuration;
      /** @default 128 */
      readonly num_tokens?: Whole;
      /** @default 0s */
      readonly observe_period?: GoDuration;
      /** @default 0 */
      readonly port?: Whole;
      /** @default true */
      readonly readiness_check_ring_health?: Switch;
      readonly ring?: {
        readonly excluded_zones?: string;
        /** @default 1m0s */
        readonly heartbeat_timeout?: GoDuration;
        readonly kvstore?: Kvstore;
        /** @default 1 */
        readonly replication_factor?: Whole;
        /** @default false */
        readonly zone_awareness_enabled?: Switch;
      };
      readonly tokens_file_path?: string;
      /** @default true */
      readonly unregister_on_shutdown?: Switch;
    };
    /** Since 3.3 (not in 3.0). @default 3000 */
    readonly max_allowed_line_length?: Whole;
    /** Since 3.6 (not in 3.5). @default 1h0m0s */
    readonly max_chunk_age?: GoDuration;
    /** Since 3.3 (not in 3.0). @default 300 */
    readonly max_clusters?: Whole;
    /** Since 3.3 (not in 3.0). @default 0.25 */
    readonly max_eviction_ratio?: Fraction;
    /** Since 3.3 (not in 3.0). */
    readonly metric_aggregation?: {
      readonly backoff_config?: BackoffConfig;
      readonly basic_auth?: {
        readonly password?: string;
        readonly username?: string;
      };
      /** Until 3.5 (not in 3.6). @default 10s */
      readonly downsample_period?: GoDuration;
      readonly http_client_config?: HttpClientConfig;
      readonly loki_address?: string;
      /** @default 30s */
      readonly push_period?: GoDuration;
      /** Since 3.6 (not in 3.5). @default 10s */
      readonly sample_period?: GoDuration;
      /** @default 10s */
      readonly timeout?: GoDuration;
      /** @default false */
      readonly use_tls?: Switch;
    };
    /** Since 3.6 (not in 3.5). */
    readonly pattern_persistence?: {
      readonly backoff_config?: BackoffConfig;
      readonly basic_auth?: {
        readonly password?: string;
        readonly username?: string;
      };
      /** @default 1000 */
      readonly batch_size?: Whole;
      readonly http_client_config?: HttpClientConfig;
      readonly loki_address?: string;
      /** @default 1m0s */
      readonly push_period?: GoDuration;
      /** @default 10s */
      readonly timeout?: GoDuration;
      /** @default false */
      readonly use_tls?: Switch;
    };
    /** Since 3.6 (not in 3.5). @default 10s */
    readonly pattern_sample_interval?: GoDuration;
    /** Since 3.6 (not in 3.5). @default 3h0m0s */
    readonly retain_for?: GoDuration;
    /** Since 3.3 (not in 3.0). */
    readonly tee_config?: {
      /** @default 1s */
      readonly batch_flush_interval?: GoDuration;
      /** @default 5000 */
      readonly batch_size?: Whole;
      /** @default 1000 */
      readonly flush_queue_size?: Whole;
      /** @default 100 */
      readonly flush_worker_count?: Whole;
      /** @default 30s */
      readonly stop_flush_timeout?: GoDuration;
    };
    /** Since 3.6 (not in 3.5). @default 0.99 */
    readonly volume_threshold?: Fraction;
  };
  /** Since 3.3 (not in 3.0). */
  readonly profiling?: {
    /** @default 0 */
    readonly block_profile_rate?: Whole;
    /** @default 0 */
    readonly cpu_profile_rate?: Whole;
    /** @default 0 */
    readonly mutex_profile_fraction?: Whole;
  };
  readonly querier?: {
    /** Since 3.6 (not in 3.5). Until 3.6 (not in 3.7). @default 1h0m0s */
    readonly dataobj_storage_lag?: GoDuration;
    /** Since 3.6 (not in 3.5). Until 3.6 (not in 3.7). */
    readonly dataobj_storage_start?: string;
    readonly engine?: {
      /** Since 3.3 (not in 3.0). @default 10000 */
      readonly max_count_min_sketch_heap_size?: Whole;
      /** @default 30s */
      readonly max_look_back_period?: GoDuration;
      /** Until 2.9 (not in 3.0). @deprecated @default 5m0s */
      readonly timeout?: GoDuration;
    };
    /** Since 3.6 (not in 3.5). Until 3.6 (not in 3.7). */
    readonly engine_v2?: {
      /** @default 100 */
      readonly batch_size?: Whole;
      /** @default 1h0m0s */
      readonly dataobj_storage_lag?: GoDuration;
      /** @default 0 */
      readonly dataobj_storage_start?: string;
      /** @default false */
      readonly enable?: Switch;
      /** @default 0 */
      readonly merge_prefetch_count?: Whole;
      readonly range_reads?: {
        /** @default 1048576 */
        readonly coalesce_size?: Whole;
        /** @default 10 */
        readonly max_parallelism?: Whole;
        /** @default 8388608 */
        readonly max_range_size?: Whole;
        /** @default 1048576 */
        readonly min_range_size?: Whole;
      };
    };
    /** @default 0s */
    readonly extra_query_delay?: GoDuration;
    /** @default 4 (20 in 2.1, 10 in 2.9) */
    readonly max_concurrent?: Whole;
    /** Since 2.9 (not in 2.1). @default false */
    readonly multi_tenant_queries_enabled?: Switch;
    /** Since 2.9 (not in 2.1). @default false */
    readonly per_request_limits_enabled?: Switch;
    /** Since 2.9 (not in 2.1). @default false */
    readonly query_ingester_only?: Switch;
    /** @default 3h0m0s (0s in 2.1) */
    readonly query_ingesters_within?: GoDuration;
    /** Since 3.3 (not in 3.0). @default false */
    readonly query_partition_ingesters?: Switch;
    /** Since 2.9 (not in 2.1). @default false */
    readonly query_store_only?: Switch;
    /** Until 2.9 (not in 3.0). @default 0s (1m0s in 2.1) */
    readonly query_timeout?: GoDuration;
    /** @default 1h0m0s */
    readonly tail_max_duration?: GoDuration;
  };
  /** Since 3.3 (not in 3.0). Until 3.3 (not in 3.5). */
  readonly querier_rf1?: {
    /** @default false */
    readonly enabled?: Switch;
    readonly engine?: {
      /** @default 10000 */
      readonly max_count_min_sketch_heap_size?: Whole;
      /** @default 30s */
      readonly max_look_back_period?: GoDuration;
    };
    /** @default 0s */
    readonly extra_query_delay?: GoDuration;
    /** @default 4 */
    readonly max_concurrent?: Whole;
    /** @default false */
    readonly per_request_limits_enabled?: Switch;
  };
  /** Since 3.7 (not in 3.6). */
  readonly query_engine?: {
    /** @default false */
    readonly align_queries_with_step?: Switch;
    /** @default 100 */
    readonly batch_size?: Whole;
    /** @default false */
    readonly distributed?: Switch;
    readonly downstream_address?: string;
    /** @default false */
    readonly enable?: Switch;
    /** @default true */
    readonly enable_delete_req_filtering?: Switch;
    /** @default false */
    readonly enable_engine_router?: Switch;
    /** @default false */
    readonly enforce_max_query_series_limit?: Switch;
    /** @default false */
    readonly enforce_retention_period?: Switch;
    /** @default ["eth0","en0"] */
    readonly instance_interface_names?: readonly string[];
    /** @default 0 */
    readonly merge_prefetch_count?: Whole;
    /** @default 16KiB */
    readonly prefetch_bytes?: BinaryBytes;
    readonly range_reads?: {
      /** @default 1048576 */
      readonly coalesce_size?: Whole;
      /** @default 10 */
      readonly max_parallelism?: Whole;
      /** @default 8388608 */
      readonly max_range_size?: Whole;
      /** @default 1048576 */
      readonly min_range_size?: Whole;
    };
    readonly results_cache?: {
      readonly cache?: {
        readonly background?: Background;
        /** @default 1h0m0s */
        readonly default_validity?: GoDuration;
        readonly embedded_cache?: EmbeddedCache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default query-engine.results-cache. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      readonly compression?: string;
    };
    readonly scheduler_lookup_address?: string;
    /** @default 10s */
    readonly scheduler_lookup_interval?: GoDuration;
    /** @default 1h0m0s */
    readonly storage_lag?: GoDuration;
    /** @default 0 */
    readonly storage_retention_days?: Whole;
    /** @default 0 */
    readonly storage_start_date?: string;
    /** @default 0 */
    readonly worker_threads?: Whole;
  };
  readonly query_range?: {
    /** @default false */
    readonly align_queries_with_step?: Switch;
    /** Since 2.9 (not in 2.1). @default true (false in 2.9) */
    readonly cache_index_stats_results?: Switch;
    /** Since 3.0 (not in 2.9). @default false */
    readonly cache_instant_metric_results?: Switch;
    /** Since 3.0 (not in 2.9). @default true */
    readonly cache_label_results?: Switch;
    /** @default false */
    readonly cache_results?: Switch;
    /** Since 3.0 (not in 2.9). @default true */
    readonly cache_series_results?: Switch;
    /** Since 3.0 (not in 2.9). @default true */
    readonly cache_volume_results?: Switch;
    /** Since 3.6 (not in 3.5). Until 3.6 (not in 3.7). @default false */
    readonly enable_v2_engine_router?: Switch;
    /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @deprecated */
    readonly forward_headers_list?: readonly string[];
    /** Since 2.9 (not in 2.1). */
    readonly index_stats_results_cache?: {
      readonly cache?: {
        /** Until 2.9 (not in 3.0). @default 500 */
        readonly async_cache_write_back_buffer_size?: Whole;
        /** Until 2.9 (not in 3.0). @default 16 */
        readonly async_cache_write_back_concurrency?: Whole;
        readonly background?: Background;
        /** @default 1h0m0s */
        readonly default_validity?: GoDuration;
        readonly embedded_cache?: EmbeddedCache;
        /** Until 2.9 (not in 3.0). @deprecated @default false */
        readonly enable_fifocache?: Switch;
        /** Until 2.9 (not in 3.0). */
        readonly fifocache?: Fifocache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default frontend.index-stats-results-cache. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      readonly compression?: string;
    };
    /** Since 3.0 (not in 2.9). @default false */
    readonly instant_metric_query_split_align?: Switch;
    /** Since 3.0 (not in 2.9). */
    readonly instant_metric_results_cache?: {
      readonly cache?: {
        readonly background?: Background;
        /** @default 1h0m0s */
        readonly default_validity?: GoDuration;
        readonly embedded_cache?: EmbeddedCache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default frontend.instant-metric-results-cache. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      readonly compression?: string;
    };
    /** Since 3.0 (not in 2.9). */
    readonly label_results_cache?: {
      readonly cache?: {
        readonly background?: Background;
        /** @default 1h0m0s */
        readonly default_validity?: GoDuration;
        readonly embedded_cache?: EmbeddedCache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default frontend.label-results-cache. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      readonly compression?: string;
    };
    /** @default 5 */
    readonly max_retries?: Whole;
    /** @default true (false in 2.1) */
    readonly parallelise_shardable_queries?: Switch;
    /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default json */
    readonly required_query_response_format?: string;
    readonly results_cache?: {
      readonly cache?: {
        /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 500 */
        readonly async_cache_write_back_buffer_size?: Whole;
        /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 16 */
        readonly async_cache_write_back_concurrency?: Whole;
        readonly background?: Background;
        /** @default 1h0m0s (0s in 2.1) */
        readonly default_validity?: GoDuration;
        /** Since 2.9 (not in 2.1). */
        readonly embedded_cache?: EmbeddedCache;
        /** Until 2.9 (not in 3.0). @deprecated @default false */
        readonly enable_fifocache?: Switch;
        /** Until 2.9 (not in 3.0). */
        readonly fifocache?: Fifocache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default frontend. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      readonly compression?: string;
    };
    /** Since 3.0 (not in 2.9). */
    readonly series_results_cache?: {
      readonly cache?: {
        readonly background?: Background;
        /** @default 1h0m0s */
        readonly default_validity?: GoDuration;
        readonly embedded_cache?: EmbeddedCache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default frontend.series-results-cache. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      readonly compression?: string;
    };
    /** Since 3.0 (not in 2.9). */
    readonly shard_aggregations?: string;
    /** Until 2.1 (not in 2.9). @deprecated @default false */
    readonly split_queries_by_day?: Switch;
    /** Until 2.9 (not in 3.0). @deprecated @default 0s */
    readonly split_queries_by_interval?: GoDuration;
    /** Since 3.0 (not in 2.9). */
    readonly volume_results_cache?: {
      readonly cache?: {
        readonly background?: Background;
        /** @default 1h0m0s */
        readonly default_validity?: GoDuration;
        readonly embedded_cache?: EmbeddedCache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default frontend.volume-results-cache. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      readonly compression?: string;
    };
  };
  /** Since 2.9 (not in 2.1). */
  readonly query_scheduler?: {
    readonly grpc_client_config?: GrpcClientConfig;
    /** @default 32000 (100 in 2.9) */
    readonly max_outstanding_requests_per_tenant?: Whole;
    /** @default 3 */
    readonly max_queue_hierarchy_levels?: Whole;
    /** @default 0s */
    readonly querier_forget_delay?: GoDuration;
    readonly scheduler_ring?: {
      /** @default 15s */
      readonly heartbeat_period?: GoDuration;
      /** @default 1m0s */
      readonly heartbeat_timeout?: GoDuration;
      readonly instance_addr?: string;
      readonly instance_availability_zone?: string;
      /** @default false */
      readonly instance_enable_ipv6?: Switch;
      /** @default <hostname> */
      readonly instance_id?: string;
      /** @default ["eth0","en0"] */
      readonly instance_interface_names?: readonly string[];
      /** @default 0 */
      readonly instance_port?: Whole;
      readonly kvstore?: Kvstore;
      /** Since 3.0 (not in 2.9). @default 1 */
      readonly num_tokens?: Whole;
      /** Since 3.0 (not in 2.9). @default 2 */
      readonly replication_factor?: Whole;
      readonly tokens_file_path?: string;
      /** @default false */
      readonly zone_awareness_enabled?: Switch;
    };
    /** @default false */
    readonly use_scheduler_ring?: Switch;
  };
  readonly ruler?: {
    /** Since 2.9 (not in 2.1). */
    readonly alert_relabel_configs?: readonly AlertRelabelConfigsItem[];
    /** Since 2.9 (not in 2.1). */
    readonly alertmanager_client?: {
      readonly basic_auth_password?: string;
      readonly basic_auth_username?: string;
      readonly credentials?: string;
      readonly credentials_file?: string;
      readonly tls_ca_path?: string;
      readonly tls_cert_path?: string;
      readonly tls_cipher_suites?: string;
      /** @default false */
      readonly tls_insecure_skip_verify?: Switch;
      readonly tls_key_path?: string;
      readonly tls_min_version?: string;
      readonly tls_server_name?: string;
      /** @default Bearer */
      readonly type?: string;
    };
    /** @default 1m0s */
    readonly alertmanager_refresh_interval?: GoDuration;
    readonly alertmanager_url?: string;
    /** Since 2.9 (not in 2.1). */
    readonly datasource_uid?: string;
    /** Since 2.9 (not in 2.1). @default false */
    readonly disable_rule_group_label?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly disabled_tenants?: string;
    /** @default false */
    readonly enable_alertmanager_discovery?: Switch;
    /** @default true (false in 3.0) */
    readonly enable_alertmanager_v2?: Switch;
    /** @default true (false in 2.1) */
    readonly enable_api?: Switch;
    /** @default false */
    readonly enable_sharding?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly enabled_tenants?: string;
    /** Since 2.9 (not in 2.1). */
    readonly evaluation?: {
      /** @default 0s */
      readonly max_jitter?: GoDuration;
      /** @default local */
      readonly mode?: 'local' | 'remote';
      readonly query_frontend?: {
        readonly address?: string;
        readonly tls_ca_path?: string;
        readonly tls_cert_path?: string;
        readonly tls_cipher_suites?: string;
        /** @default false */
        readonly tls_enabled?: Switch;
        /** @default false */
        readonly tls_insecure_skip_verify?: Switch;
        readonly tls_key_path?: string;
        readonly tls_min_version?: string;
        readonly tls_server_name?: string;
      };
    };
    /** Until 2.1 (not in 2.9). @deprecated @default 0s */
    readonly evaluation_delay_duration?: GoDuration;
    /** @default 1m0s */
    readonly evaluation_interval?: GoDuration;
    /** Since 2.9 (not in 2.1). */
    readonly external_labels?: Readonly<Record<string, string>>;
    readonly external_url?: string;
    /** @default 1m0s */
    readonly flush_period?: GoDuration;
    /** @default 10m0s */
    readonly for_grace_period?: GoDuration;
    /** @default 1h0m0s */
    readonly for_outage_tolerance?: GoDuration;
    /** @default 10000 */
    readonly notification_queue_capacity?: Whole;
    /** @default 10s */
    readonly notification_timeout?: GoDuration;
    /** @default 1m0s */
    readonly poll_interval?: GoDuration;
    /** Since 2.9 (not in 2.1). @default false */
    readonly query_stats_enabled?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly remote_write?: {
      /** Since 3.0 (not in 2.9). @default true */
      readonly add_org_id_header?: Switch;
      /** @deprecated */
      readonly client?: {
        /** @deprecated */
        readonly authorization?: {
          /** @deprecated */
          readonly credentials?: string;
          /** @deprecated */
          readonly credentials_file?: string;
          /** Since 3.3 (not in 3.0). @deprecated */
          readonly credentials_ref?: string;
          /** @deprecated */
          readonly type?: string;
        };
        /** Since 3.0 (not in 2.9). @deprecated */
        readonly azuread?: {
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly certificate?: {
            /** @deprecated */
            readonly certificate_key_path?: string;
            /** @deprecated */
            readonly certificate_password?: string;
            /** @deprecated */
            readonly certificate_path?: string;
            /** @deprecated */
            readonly client_id?: string;
            /** @deprecated */
            readonly send_certificate_chain?: Switch;
            /** @deprecated */
            readonly tenant_id?: string;
          };
          /** @deprecated @default AzurePublic */
          readonly cloud?: '' | 'AzurePublic' | 'AzureChina' | 'AzureGovernment';
          /** @deprecated */
          readonly managed_identity?: {
            /** @deprecated */
            readonly client_id?: string;
          };
          /** @deprecated */
          readonly oauth?: {
            /** @deprecated */
            readonly client_id?: string;
            /** @deprecated */
            readonly client_secret?: string;
            /** @deprecated */
            readonly tenant_id?: string;
          };
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly scope?: string;
          /** Since 3.3 (not in 3.0). @deprecated */
          readonly sdk?: {
            /** @deprecated */
            readonly tenant_id?: string;
          };
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly workload_identity?: {
            /** @deprecated */
            readonly client_id?: string;
            /** @deprecated */
            readonly tenant_id?: string;
            /** @deprecated */
            readonly token_file_path?: string;
          };
        };
        /** @deprecated */
        readonly basic_auth?: {
          /** @deprecated */
          readonly password?: string;
          /** @deprecated */
          readonly password_file?: string;
          /** Since 3.3 (not in 3.0). @deprecated */
          readonly password_ref?: string;
          /** @deprecated */
          readonly username?: string;
          /** Since 3.0 (not in 2.9). @deprecated */
          readonly username_file?: string;
          /** Since 3.3 (not in 3.0). @deprecated */
          readonly username_ref?: string;
        };
        /** @deprecated */
        readonly bearer_token?: string;
        /** @deprecated */
        readonly bearer_token_file?: string;
        /** @deprecated @default true */
        readonly enable_http2?: Switch;
        /** @deprecated @default true */
        readonly follow_redirects?: Switch;
        /** Since 3.5 (not in 3.3). @deprecated */
        readonly google_iam?: {
          /** @deprecated */
          readonly credentials_file?: string;
        };
        /** @deprecated */
        readonly headers?: Readonly<Record<string, string>>;
        /** Since 3.3 (not in 3.0). @deprecated */
        readonly http_headers?: Readonly<
          Record<
            string,
            {
              /** @deprecated */
              readonly files?: readonly string[];
              /** @deprecated */
              readonly secrets?: readonly string[];
              /** @deprecated */
              readonly values?: readonly string[];
            }
          >
        >;
        /** @deprecated */
        readonly metadata_config?: {
          /** @deprecated @default 2000 */
          readonly max_samples_per_send?: Whole;
          /** @deprecated @default true */
          readonly send?: Switch;
          /** @deprecated @default 1m */
          readonly send_interval?: Duration;
        };
        /** @deprecated */
        readonly name?: string;
        /** @deprecated */
        readonly no_proxy?: string;
        /** @deprecated */
        readonly oauth2?: {
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly audience?: string;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly claims?: Readonly<Record<string, unknown>>;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly client_certificate_key?: string;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly client_certificate_key_file?: string;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly client_certificate_key_id?: string;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly client_certificate_key_ref?: string;
          /** @deprecated */
          readonly client_id?: string;
          /** @deprecated */
          readonly client_secret?: string;
          /** @deprecated */
          readonly client_secret_file?: string;
          /** Since 3.3 (not in 3.0). @deprecated */
          readonly client_secret_ref?: string;
          /** @deprecated */
          readonly endpoint_params?: Readonly<Record<string, string>>;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly grant_type?: string;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly iss?: string;
          /** @deprecated */
          readonly no_proxy?: string;
          /** @deprecated */
          readonly proxy_connect_header?: Readonly<Record<string, readonly string[]>>;
          /** @deprecated */
          readonly proxy_from_environment?: Switch;
          /** @deprecated */
          readonly proxy_url?: string;
          /** @deprecated */
          readonly scopes?: readonly string[];
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly signature_algorithm?: string;
          /** @deprecated */
          readonly tls_config?: TlsConfig2;
          /** @deprecated */
          readonly token_url?: string;
        };
        /** Since 3.3 (not in 3.0). @deprecated @default prometheus.WriteRequest */
        readonly protobuf_message?: 'prometheus.WriteRequest' | 'io.prometheus.write.v2.Request';
        /** @deprecated */
        readonly proxy_connect_header?: Readonly<Record<string, readonly string[]>>;
        /** @deprecated */
        readonly proxy_from_environment?: Switch;
        /** @deprecated */
        readonly proxy_url?: string;
        /** @deprecated */
        readonly queue_config?: {
          /** @deprecated @default 5s */
          readonly batch_send_deadline?: Duration;
          /** @deprecated @default 10000 */
          readonly capacity?: Whole;
          /** @deprecated @default 5s */
          readonly max_backoff?: Duration;
          /** @deprecated @default 2000 */
          readonly max_samples_per_send?: Whole;
          /** @deprecated @default 50 */
          readonly max_shards?: Whole;
          /** @deprecated @default 30ms */
          readonly min_backoff?: Duration;
          /** @deprecated @default 1 */
          readonly min_shards?: Whole;
          /** @deprecated */
          readonly retry_on_http_429?: Switch;
          /** Since 3.0 (not in 2.9). @deprecated */
          readonly sample_age_limit?: Duration;
        };
        /** @deprecated @default 30s */
        readonly remote_timeout?: Duration;
        /** Since 3.5 (not in 3.3). @deprecated */
        readonly round_robin_dns?: Switch;
        /** @deprecated */
        readonly send_exemplars?: Switch;
        /** @deprecated */
        readonly send_native_histograms?: Switch;
        /** @deprecated */
        readonly sigv4?: {
          /** @deprecated */
          readonly access_key?: string;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly external_id?: string;
          /** @deprecated */
          readonly profile?: string;
          /** @deprecated */
          readonly region?: string;
          /** @deprecated */
          readonly role_arn?: string;
          /** @deprecated */
          readonly secret_key?: string;
          /** Since 3.6 (not in 3.5). @deprecated */
          readonly service_name?: string;
          /** Since 3.5 (not in 3.3). @deprecated */
          readonly use_fips_sts_endpoint?: Switch;
        };
        /** @deprecated */
        readonly tls_config?: TlsConfig2;
        /** @deprecated */
        readonly url?: string;
        /** @deprecated */
        readonly write_relabel_configs?: readonly {
          /** @deprecated @default replace */
          readonly action?:
            | 'replace'
            | 'keep'
            | 'drop'
            | 'keepequal'
            | 'dropequal'
            | 'hashmod'
            | 'labelmap'
            | 'labeldrop'
            | 'labelkeep'
            | 'lowercase'
            | 'uppercase';
          /** @deprecated */
          readonly modulus?: Whole;
          /** @deprecated @default (.*) */
          readonly regex?: string;
          /** @deprecated @default $1 */
          readonly replacement?: string;
          /** @deprecated @default ; */
          readonly separator?: string;
          /** @deprecated */
          readonly source_labels?: readonly string[];
          /** @deprecated */
          readonly target_label?: string;
        }[];
      };
      readonly clients?: Readonly<Record<string, RulerRemoteWriteConfigItem>>;
      /** @default 10s */
      readonly config_refresh_period?: GoDuration;
      /** @default false */
      readonly enabled?: Switch;
    };
    /** @default 1m0s */
    readonly resend_delay?: GoDuration;
    readonly ring?: {
      /** @default 5s */
      readonly heartbeat_period?: GoDuration;
      /** @default 1m0s */
      readonly heartbeat_timeout?: GoDuration;
      readonly instance_addr?: string;
      /** Since 2.9 (not in 2.1). @default false */
      readonly instance_enable_ipv6?: Switch;
      /** @default <hostname> */
      readonly instance_id?: string;
      /** @default ["eth0","en0"] */
      readonly instance_interface_names?: readonly string[];
      /** @default 0 */
      readonly instance_port?: Whole;
      readonly kvstore?: {
        readonly consul?: Consul;
        readonly etcd?: Etcd;
        readonly multi?: Multi;
        /** @default rulers/ */
        readonly prefix?: string;
        /** @default consul */
        readonly store?: 'consul' | 'etcd' | 'inmemory' | 'memberlist' | 'multi';
      };
      /** @default 128 */
      readonly num_tokens?: Whole;
    };
    /** @default /rules */
    readonly rule_path?: string;
    readonly ruler_client?: {
      /** Since 2.9 (not in 2.1). */
      readonly backoff_config?: BackoffConfig;
      /** Since 2.9 (not in 2.1). @default false */
      readonly backoff_on_ratelimits?: Switch;
      /** Since 3.5 (not in 3.3). */
      readonly cluster_validation?: {
        readonly label?: string;
      };
      /** Since 2.9 (not in 2.1). @default 1s */
      readonly connect_backoff_base_delay?: GoDuration;
      /** Since 2.9 (not in 2.1). @default 5s */
      readonly connect_backoff_max_delay?: GoDuration;
      /** Since 2.9 (not in 2.1). @default 5s */
      readonly connect_timeout?: GoDuration;
      /** Since 2.9 (not in 2.1). */
      readonly grpc_compression?: '' | 'gzip' | 'snappy';
      /** Since 2.9 (not in 2.1). @default 63KiB1023B */
      readonly initial_connection_window_size?: BinaryBytes;
      /** Since 2.9 (not in 2.1). @default 63KiB1023B */
      readonly initial_stream_window_size?: BinaryBytes;
      /** Since 2.9 (not in 2.1). @default 104857600 */
      readonly max_recv_msg_size?: Whole;
      /** Since 2.9 (not in 2.1). @default 104857600 */
      readonly max_send_msg_size?: Whole;
      /** Since 2.9 (not in 2.1). @default 0 */
      readonly rate_limit?: Fraction;
      /** Since 2.9 (not in 2.1). @default 0 */
      readonly rate_limit_burst?: Whole;
      readonly tls_ca_path?: string;
      readonly tls_cert_path?: string;
      /** Since 2.9 (not in 2.1). */
      readonly tls_cipher_suites?: string;
      /** Since 2.9 (not in 2.1). @default false */
      readonly tls_enabled?: Switch;
      /** @default false */
      readonly tls_insecure_skip_verify?: Switch;
      readonly tls_key_path?: string;
      /** Since 2.9 (not in 2.1). */
      readonly tls_min_version?: string;
      /** Since 2.9 (not in 2.1). */
      readonly tls_server_name?: string;
    };
    /** @default 5m0s */
    readonly search_pending_for?: GoDuration;
    /** Since 2.9 (not in 2.1). @default by-group */
    readonly sharding_algo?: string;
    /** @default default */
    readonly sharding_strategy?: string;
    /** @deprecated */
    readonly storage?: {
      /** Since 2.9 (not in 2.1). @deprecated */
      readonly alibabacloud?: {
        /** @deprecated */
        readonly access_key_id?: string;
        /** @deprecated */
        readonly bucket?: string;
        /** Since 3.5 (not in 3.3). @deprecated @default 30 */
        readonly conn_timeout_sec?: Whole;
        /** @deprecated */
        readonly endpoint?: string;
        /** Since 3.5 (not in 3.3). @deprecated @default 60 */
        readonly read_write_timeout_sec?: Whole;
        /** @deprecated */
        readonly secret_access_key?: string;
      };
      /** @deprecated */
      readonly azure?: {
        /** @deprecated */
        readonly account_key?: string;
        /** @deprecated */
        readonly account_name?: string;
        /** Since 3.7 (not in 3.6). @deprecated */
        readonly active_directory_endpoint?: string;
        /** Since 2.9 (not in 2.1). @deprecated @default - */
        readonly chunk_delimiter?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly client_id?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly client_secret?: string;
        /** Since 3.0 (not in 2.9). @deprecated */
        readonly connection_string?: string;
        /** @deprecated @default loki (cortex in 2.1) */
        readonly container_name?: string;
        /** @deprecated @default 512000 */
        readonly download_buffer_size?: Whole;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly endpoint_suffix?: string;
        /** @deprecated @default AzureGlobal */
        readonly environment?: 'AzureGlobal' | 'AzureChinaCloud' | 'AzureGermanCloud' | 'AzureUSGovernment';
        /** @deprecated @default 5 */
        readonly max_retries?: Whole;
        /** @deprecated @default 500ms */
        readonly max_retry_delay?: GoDuration;
        /** @deprecated @default 10ms */
        readonly min_retry_delay?: GoDuration;
        /** @deprecated @default 30s */
        readonly request_timeout?: GoDuration;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly tenant_id?: string;
        /** @deprecated @default 1 */
        readonly upload_buffer_count?: Whole;
        /** @deprecated @default 256000 */
        readonly upload_buffer_size?: Whole;
        /** Since 2.9 (not in 2.1). @deprecated @default false */
        readonly use_federated_token?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated @default false */
        readonly use_managed_identity?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated @default false */
        readonly use_service_principal?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly user_assigned_id?: string;
      };
      /** Since 2.9 (not in 2.1). @deprecated */
      readonly bos?: {
        /** @deprecated */
        readonly access_key_id?: string;
        /** @deprecated */
        readonly bucket_name?: string;
        /** @deprecated @default bj.bcebos.com */
        readonly endpoint?: string;
        /** @deprecated */
        readonly secret_access_key?: string;
      };
      /** Until 2.1 (not in 2.9). */
      readonly configdb?: {
        /** @default 5s */
        readonly client_timeout?: GoDuration;
        readonly configs_api_url?: string;
        readonly tls_ca_path?: string;
        readonly tls_cert_path?: string;
        /** @default false */
        readonly tls_insecure_skip_verify?: Switch;
        readonly tls_key_path?: string;
      };
      /** Since 2.9 (not in 2.1). @deprecated */
      readonly cos?: {
        /** @deprecated */
        readonly access_key_id?: string;
        /** @deprecated */
        readonly api_key?: string;
        /** @deprecated @default https://iam.cloud.ibm.com/identity/token */
        readonly auth_endpoint?: string;
        /** @deprecated */
        readonly backoff_config?: BackoffConfig3;
        /** @deprecated */
        readonly bucketnames?: string;
        /** @deprecated */
        readonly cr_token_file_path?: string;
        /** @deprecated */
        readonly endpoint?: string;
        /** @deprecated @default false */
        readonly forcepathstyle?: Switch;
        /** @deprecated */
        readonly http_config?: {
          /** @deprecated @default 1m30s */
          readonly idle_conn_timeout?: GoDuration;
          /** @deprecated @default 0s */
          readonly response_header_timeout?: GoDuration;
        };
        /** @deprecated */
        readonly region?: string;
        /** @deprecated */
        readonly secret_access_key?: string;
        /** @deprecated */
        readonly service_instance_id?: string;
        /** @deprecated */
        readonly trusted_profile_id?: string;
        /** @deprecated */
        readonly trusted_profile_name?: string;
      };
      /** @deprecated */
      readonly gcs?: {
        /** @deprecated */
        readonly bucket_name?: string;
        /** @deprecated @default 0 */
        readonly chunk_buffer_size?: Whole;
        /** Since 2.9 (not in 2.1). @deprecated @default true */
        readonly enable_http2?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated @default true */
        readonly enable_opencensus?: Switch;
        /** Since 3.0 (not in 2.9). @deprecated @default true */
        readonly enable_retries?: Switch;
        /** Since 3.5 (not in 3.3). @deprecated */
        readonly endpoint?: string;
        /** @deprecated @default 0s */
        readonly request_timeout?: GoDuration;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly service_account?: string;
      };
      /** @deprecated */
      readonly local?: {
        /** @deprecated */
        readonly directory?: string;
      };
      /** @deprecated */
      readonly s3?: {
        /** @deprecated */
        readonly access_key_id?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly backoff_config?: BackoffConfig3;
        /** @deprecated */
        readonly bucketnames?: string;
        /** Since 3.5 (not in 3.3). @deprecated */
        readonly chunk_delimiter?: string;
        /** Since 3.3 (not in 3.0). @deprecated @default false */
        readonly disable_dualstack?: Switch;
        /** @deprecated */
        readonly endpoint?: string;
        /** @deprecated */
        readonly http_config?: {
          /** Since 2.9 (not in 2.1). @deprecated */
          readonly ca_file?: string;
          /** @deprecated @default 1m30s */
          readonly idle_conn_timeout?: GoDuration;
          /** @deprecated @default false */
          readonly insecure_skip_verify?: Switch;
          /** @deprecated @default 0s */
          readonly response_header_timeout?: GoDuration;
          /** Since 2.9 (not in 2.1). @deprecated @default 0s */
          readonly timeout?: GoDuration;
        };
        /** @deprecated @default false */
        readonly insecure?: Switch;
        /** @deprecated */
        readonly region?: string;
        /** @deprecated */
        readonly s3?: string;
        /** @deprecated @default false */
        readonly s3forcepathstyle?: Switch;
        /** @deprecated */
        readonly secret_access_key?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly session_token?: string;
        /** Since 2.9 (not in 2.1). @deprecated @default v4 */
        readonly signature_version?: 'v4' | 'v2';
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly sse?: {
          /** @deprecated */
          readonly kms_encryption_context?: string;
          /** @deprecated */
          readonly kms_key_id?: string;
          /** @deprecated */
          readonly type?: '' | 'SSE-KMS' | 'SSE-S3';
        };
        /** Until 2.9 (not in 3.0). @deprecated @default false */
        readonly sse_encryption?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated @default STANDARD */
        readonly storage_class?:
          | ''
          | 'GLACIER'
          | 'DEEP_ARCHIVE'
          | 'GLACIER_IR'
          | 'INTELLIGENT_TIERING'
          | 'ONEZONE_IA'
          | 'OUTPOSTS'
          | 'REDUCED_REDUNDANCY'
          | 'STANDARD'
          | 'STANDARD_IA';
      };
      /** @deprecated */
      readonly swift?: {
        /** @deprecated */
        readonly auth_url?: string;
        /** Since 2.9 (not in 2.1). @deprecated @default 0 */
        readonly auth_version?: Whole;
        /** Since 2.9 (not in 2.1). @deprecated @default 10s */
        readonly connect_timeout?: GoDuration;
        /** @deprecated @default '' (cortex in 2.1) */
        readonly container_name?: string;
        /** @deprecated */
        readonly domain_id?: string;
        /** @deprecated */
        readonly domain_name?: string;
        /** Since 3.5 (not in 3.3). @deprecated */
        readonly http?: {
          /** @deprecated */
          readonly tls_ca_path?: string;
        };
        /** Since 2.9 (not in 2.1). @deprecated @default false */
        readonly internal?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated @default 3 */
        readonly max_retries?: Whole;
        /** @deprecated */
        readonly password?: string;
        /** @deprecated */
        readonly project_domain_id?: string;
        /** @deprecated */
        readonly project_domain_name?: string;
        /** @deprecated */
        readonly project_id?: string;
        /** @deprecated */
        readonly project_name?: string;
        /** @deprecated */
        readonly region_name?: string;
        /** Since 2.9 (not in 2.1). @deprecated @default 5s */
        readonly request_timeout?: GoDuration;
        /** @deprecated */
        readonly user_domain_id?: string;
        /** @deprecated */
        readonly user_domain_name?: string;
        /** @deprecated */
        readonly user_id?: string;
        /** @deprecated */
        readonly username?: string;
      };
      /** @deprecated @default '' (configdb in 2.1) */
      readonly type?: string;
    };
    /** Since 2.9 (not in 2.1). */
    readonly wal?: {
      /** @default ruler-wal */
      readonly dir?: string;
      /** @default 4h0m0s */
      readonly max_age?: GoDuration;
      /** @default 5m0s */
      readonly min_age?: GoDuration;
      readonly name?: string;
      /** @default 0s */
      readonly remote_flush_deadline?: GoDuration;
      readonly remotewrite?: readonly RulerRemoteWriteConfigItem[];
      readonly tenant?: string;
      /** @default 1h0m0s */
      readonly truncate_frequency?: GoDuration;
    };
    /** Since 2.9 (not in 2.1). */
    readonly wal_cleaner?: {
      /** Until 2.9 (not in 3.0). @deprecated @default 0s */
      readonly deprecatedperiod?: GoDuration;
      /** @default 12h0m0s */
      readonly min_age?: GoDuration;
      /** @default 0s */
      readonly period?: GoDuration;
    };
  };
  /** Since 3.3 (not in 3.0). */
  readonly ruler_storage?: {
    /** Since 3.5 (not in 3.3). */
    readonly alibaba?: Alibaba;
    readonly azure?: Azure2;
    /** @default filesystem */
    readonly backend?: string;
    /** Since 3.5 (not in 3.3). */
    readonly bos?: Bos2;
    readonly filesystem?: {
      readonly dir?: string;
    };
    readonly gcs?: Gcs2;
    readonly local?: {
      readonly directory?: string;
    };
    readonly s3?: S3;
    readonly storage_prefix?: string;
    readonly swift?: Swift2;
  };
  readonly runtime_config?: {
    readonly file?: string;
    /** @default 10s */
    readonly period?: GoDuration;
  };
  readonly schema_config?: {
    readonly configs?: readonly {
      readonly chunks?: {
        readonly period?: Duration;
        readonly prefix?: string;
        readonly tags?: Readonly<Record<string, string>>;
      };
      readonly from?: Day;
      readonly index?: {
        /** Since 3.0 (not in 2.9). @default index/ */
        readonly path_prefix?: string;
        readonly period?: Duration;
        readonly prefix?: string;
        readonly tags?: Readonly<Record<string, string>>;
      };
      readonly object_store?: StoreName;
      /** @default 16 */
      readonly row_shards?: Whole;
      readonly schema?: `v${number}`;
      readonly store?: IndexStore;
    }[];
  };
  readonly server?: {
    /** Since 3.5 (not in 3.3). */
    readonly cluster_validation?: ClusterValidation;
    /** Since 3.7 (not in 3.6). @default false */
    readonly create_new_traces?: Switch;
    /** @default 30s */
    readonly graceful_shutdown_timeout?: GoDuration;
    /** Since 3.6 (not in 3.5). @default true */
    readonly grpc_collect_max_streams_by_conn?: Switch;
    readonly grpc_listen_address?: string;
    /** @default 0 */
    readonly grpc_listen_conn_limit?: Whole;
    /** Since 2.9 (not in 2.1). @default tcp */
    readonly grpc_listen_network?: string;
    /** @default 9095 */
    readonly grpc_listen_port?: Whole;
    /** @default 2h0m0s */
    readonly grpc_server_keepalive_time?: GoDuration;
    /** @default 20s */
    readonly grpc_server_keepalive_timeout?: GoDuration;
    /** @default 100 */
    readonly grpc_server_max_concurrent_streams?: Whole;
    /** @default 2562047h47m16.854775807s */
    readonly grpc_server_max_connection_age?: GoDuration;
    /** @default 2562047h47m16.854775807s */
    readonly grpc_server_max_connection_age_grace?: GoDuration;
    /** @default 2562047h47m16.854775807s */
    readonly grpc_server_max_connection_idle?: GoDuration;
    /** @default 4194304 */
    readonly grpc_server_max_recv_msg_size?: Whole;
    /** @default 4194304 */
    readonly grpc_server_max_send_msg_size?: Whole;
    /** Since 2.9 (not in 2.1). @default 10s */
    readonly grpc_server_min_time_between_pings?: GoDuration;
    /** Since 3.0 (not in 2.9). @default 0 */
    readonly grpc_server_num_workers?: Whole;
    /** Since 2.9 (not in 2.1). @default true */
    readonly grpc_server_ping_without_stream_allowed?: Switch;
    /** Since 3.3 (not in 3.0). @deprecated @default false */
    readonly grpc_server_recv_buffer_pools_enabled?: Switch;
    /** Since 3.3 (not in 3.0). @default true */
    readonly grpc_server_stats_tracking_enabled?: Switch;
    readonly grpc_tls_config?: GrpcTlsConfig;
    readonly http_listen_address?: string;
    /** @default 0 */
    readonly http_listen_conn_limit?: Whole;
    /** Since 2.9 (not in 2.1). @default tcp */
    readonly http_listen_network?: string;
    /** @default 3100 (80 in 2.1) */
    readonly http_listen_port?: Whole;
    /** Since 3.0 (not in 2.9). @default false */
    readonly http_log_closed_connections_without_response_enabled?: Switch;
    readonly http_path_prefix?: string;
    /** @default 2m0s */
    readonly http_server_idle_timeout?: GoDuration;
    /** Since 3.0 (not in 2.9). @default 0s */
    readonly http_server_read_header_timeout?: GoDuration;
    /** @default 30s */
    readonly http_server_read_timeout?: GoDuration;
    /** @default 30s */
    readonly http_server_write_timeout?: GoDuration;
    readonly http_tls_config?: GrpcTlsConfig;
    /** @default logfmt */
    readonly log_format?: string;
    /** @default info */
    readonly log_level?: 'debug' | 'info' | 'warn' | 'error';
    /** Since 2.9 (not in 2.1). @default false */
    readonly log_request_at_info_level_enabled?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly log_request_exclude_headers_list?: string;
    /** Since 2.9 (not in 2.1). @default false */
    readonly log_request_headers?: Switch;
    /** @default false */
    readonly log_source_ips_enabled?: Switch;
    /** Since 3.3 (not in 3.0). @default false */
    readonly log_source_ips_full?: Switch;
    readonly log_source_ips_header?: string;
    readonly log_source_ips_regex?: string;
    /** Since 3.3 (not in 3.0). @default false */
    readonly proxy_protocol_enabled?: Switch;
    /** @default true */
    readonly register_instrumentation?: Switch;
    /** Since 3.0 (not in 2.9). @default false */
    readonly report_grpc_codes_in_instrumentation_label_enabled?: Switch;
    /** Since 2.9 (not in 2.1). */
    readonly tls_cipher_suites?: string;
    /** Since 2.9 (not in 2.1). */
    readonly tls_min_version?: string;
    /** Since 3.6 (not in 3.5). */
    readonly trace_request_exclude_headers_list?: string;
    /** Since 3.6 (not in 3.5). @default false */
    readonly trace_request_headers?: Switch;
  };
  /** Since 2.9 (not in 2.1). @default 0s */
  readonly shutdown_delay?: GoDuration;
  readonly storage_config?: {
    /** Since 2.9 (not in 2.1). */
    readonly alibabacloud?: Alibabacloud;
    readonly aws?: {
      readonly access_key_id?: string;
      /** Since 2.9 (not in 2.1). */
      readonly backoff_config?: BackoffConfig2;
      readonly bucketnames?: string;
      /** Since 3.5 (not in 3.3). */
      readonly chunk_delimiter?: string;
      /** Since 3.3 (not in 3.0). @default false */
      readonly disable_dualstack?: Switch;
      /** @deprecated */
      readonly dynamodb?: {
        /** @deprecated @default 2 */
        readonly api_limit?: Fraction;
        /** @deprecated */
        readonly backoff_config?: BackoffConfig4;
        /** @deprecated @default 10 */
        readonly chunk_gang_size?: Whole;
        /** @deprecated @default 32 */
        readonly chunk_get_max_parallelism?: Whole;
        /** @deprecated */
        readonly dynamodb_url?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly kms_key_id?: string;
        /** @deprecated */
        readonly metrics?: {
          /** @deprecated @default 1 */
          readonly ignore_throttle_below?: Fraction;
          /** @deprecated @default sum(avg_over_time(loki_ingester_flush_queue_length{job="c… (sum(avg_over_time(cortex_ingester_flush_queue_length{job=… in 2.9) */
          readonly queue_length_query?: string;
          /** @deprecated @default sum(increase(cortex_dynamo_failures_total{operation="Dyna… */
          readonly read_error_query?: string;
          /** @deprecated @default sum(rate(cortex_dynamo_consumed_capacity_total{operation=… */
          readonly read_usage_query?: string;
          /** @deprecated @default 1.3 */
          readonly scale_up_factor?: Fraction;
          /** @deprecated @default 100000 */
          readonly target_queue_length?: Whole;
          /** @deprecated */
          readonly url?: string;
          /** @deprecated @default sum(rate(cortex_dynamo_throttled_total{operation="DynamoD… */
          readonly write_throttle_query?: string;
          /** @deprecated @default sum(rate(cortex_dynamo_consumed_capacity_total{operation=… */
          readonly write_usage_query?: string;
        };
        /** @deprecated @default 10 */
        readonly throttle_limit?: Fraction;
      };
      readonly endpoint?: string;
      readonly http_config?: HttpConfig;
      /** @default false */
      readonly insecure?: Switch;
      readonly region?: string;
      readonly s3?: string;
      /** @default false */
      readonly s3forcepathstyle?: Switch;
      readonly secret_access_key?: string;
      /** Since 2.9 (not in 2.1). */
      readonly session_token?: string;
      /** Since 2.9 (not in 2.1). @default v4 */
      readonly signature_version?: 'v4' | 'v2';
      /** Since 2.9 (not in 2.1). */
      readonly sse?: Sse;
      /** Until 2.9 (not in 3.0). @deprecated @default false */
      readonly sse_encryption?: Switch;
      /** Since 2.9 (not in 2.1). @default STANDARD */
      readonly storage_class?:
        | ''
        | 'GLACIER'
        | 'DEEP_ARCHIVE'
        | 'GLACIER_IR'
        | 'INTELLIGENT_TIERING'
        | 'ONEZONE_IA'
        | 'OUTPOSTS'
        | 'REDUCED_REDUNDANCY'
        | 'STANDARD'
        | 'STANDARD_IA';
    };
    readonly azure?: Azure;
    /** @deprecated */
    readonly bigtable?: {
      /** @deprecated */
      readonly grpc_client_config?: {
        /** @deprecated */
        readonly backoff_config?: {
          /** @deprecated @default 10s */
          readonly max_period?: GoDuration;
          /** @deprecated @default 10 */
          readonly max_retries?: Whole;
          /** @deprecated @default 100ms */
          readonly min_period?: GoDuration;
        };
        /** @deprecated @default false */
        readonly backoff_on_ratelimits?: Switch;
        /** Since 3.5 (not in 3.3). @deprecated */
        readonly cluster_validation?: {
          /** @deprecated */
          readonly label?: string;
        };
        /** Since 2.9 (not in 2.1). @deprecated @default 1s */
        readonly connect_backoff_base_delay?: GoDuration;
        /** Since 2.9 (not in 2.1). @deprecated @default 5s */
        readonly connect_backoff_max_delay?: GoDuration;
        /** Since 2.9 (not in 2.1). @deprecated @default 5s */
        readonly connect_timeout?: GoDuration;
        /** @deprecated */
        readonly grpc_compression?: '' | 'gzip' | 'snappy';
        /** Since 2.9 (not in 2.1). @deprecated @default 63KiB1023B */
        readonly initial_connection_window_size?: BinaryBytes;
        /** Since 2.9 (not in 2.1). @deprecated @default 63KiB1023B */
        readonly initial_stream_window_size?: BinaryBytes;
        /** @deprecated @default 104857600 */
        readonly max_recv_msg_size?: Whole;
        /** @deprecated @default 104857600 (16777216 in 2.1) */
        readonly max_send_msg_size?: Whole;
        /** @deprecated @default 0 */
        readonly rate_limit?: Fraction;
        /** @deprecated @default 0 */
        readonly rate_limit_burst?: Whole;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly tls_ca_path?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly tls_cert_path?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly tls_cipher_suites?: string;
        /** Since 2.9 (not in 2.1). @deprecated @default true */
        readonly tls_enabled?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated @default false */
        readonly tls_insecure_skip_verify?: Switch;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly tls_key_path?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly tls_min_version?: string;
        /** Since 2.9 (not in 2.1). @deprecated */
        readonly tls_server_name?: string;
        /** Until 2.1 (not in 2.9). @deprecated @default false */
        readonly use_gzip_compression?: Switch;
      };
      /** @deprecated */
      readonly instance?: string;
      /** @deprecated */
      readonly project?: string;
      /** @deprecated @default true */
      readonly table_cache_enabled?: Switch;
      /** @deprecated @default 30m0s */
      readonly table_cache_expiration?: GoDuration;
    };
    /** Since 3.0 (not in 2.9). */
    readonly bloom_shipper?: {
      readonly blocks_cache?: {
        /** @default 64GiB */
        readonly hard_limit?: BinaryBytes;
        /** @default 32GiB */
        readonly soft_limit?: BinaryBytes;
        /** @default 24h0m0s */
        readonly ttl?: GoDuration;
      };
      /** @default 8 */
      readonly download_parallelism?: Whole;
      /** @default 64MiB */
      readonly max_query_page_size?: BinaryBytes;
      /** Since 3.3 (not in 3.0). */
      readonly memory_management?: {
        /** @default dynamic */
        readonly bloom_page_alloc_type?: string;
        /** @default 128x64KB,512x2MB,128x8MB,32x32MB,8x128MB */
        readonly bloom_page_mem_pool_buckets?: string;
      };
      readonly metas_cache?: {
        readonly background?: Background;
        /** @default 1h0m0s */
        readonly default_validity?: GoDuration;
        readonly embedded_cache?: EmbeddedCache;
        readonly memcached?: Memcached;
        readonly memcached_client?: MemcachedClient;
        /** @default bloom.metas-cache. */
        readonly prefix?: string;
        readonly redis?: Redis;
      };
      /** Since 3.3 (not in 3.0). */
      readonly metas_lru_cache?: EmbeddedCache;
      /** @default /data/blooms */
      readonly working_directory?: string;
    };
    /** @deprecated */
    readonly boltdb?: {
      /** @deprecated */
      readonly directory?: string;
    };
    readonly boltdb_shipper?: {
      readonly active_index_directory?: string;
      /** Since 2.9 (not in 2.1). @default false */
      readonly build_per_tenant_index?: Switch;
      readonly cache_location?: string;
      /** @default 24h0m0s */
      readonly cache_ttl?: GoDuration;
      /** Since 2.9 (not in 2.1). */
      readonly index_gateway_client?: IndexGatewayClient;
      /** Since 2.9 (not in 2.1). @default 0s */
      readonly ingesterdbretainperiod?: GoDuration;
      /** Since 2.9 (not in 2.1). */
      readonly ingestername?: string;
      /** Since 2.9 (not in 2.1). */
      readonly mode?: string;
      /** @default 0 */
      readonly query_ready_num_days?: Whole;
      /** @default 5m0s */
      readonly resync_interval?: GoDuration;
      /** Until 2.9 (not in 3.0). */
      readonly shared_store?: string;
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default index/ */
      readonly shared_store_key_prefix?: string;
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default false */
      readonly use_boltdb_shipper_as_backup?: Switch;
    };
    /** Since 2.9 (not in 2.1). */
    readonly bos?: Bos;
    /** @deprecated */
    readonly cassandra?: {
      /** @deprecated */
      readonly CA_path?: string;
      /** @deprecated @default false */
      readonly SSL?: Switch;
      /** @deprecated */
      readonly addresses?: string;
      /** @deprecated @default false */
      readonly auth?: Switch;
      /** @deprecated @default 5s */
      readonly connect_timeout?: GoDuration;
      /** @deprecated @default QUORUM */
      readonly consistency?: string;
      /** @deprecated @default true */
      readonly convict_hosts_on_failure?: Switch;
      /** @deprecated */
      readonly custom_authenticators?: readonly string[];
      /** @deprecated @default false */
      readonly disable_initial_host_lookup?: Switch;
      /** Since 2.9 (not in 2.1). @deprecated @default round-robin */
      readonly host_selection_policy?: string;
      /** @deprecated @default true */
      readonly host_verification?: Switch;
      /** @deprecated */
      readonly keyspace?: string;
      /** @deprecated @default 0 */
      readonly max_retries?: Whole;
      /** @deprecated @default 2 */
      readonly num_connections?: Whole;
      /** @deprecated */
      readonly password?: string;
      /** @deprecated */
      readonly password_file?: string;
      /** @deprecated @default 9042 */
      readonly port?: Whole;
      /** @deprecated @default 0 */
      readonly query_concurrency?: Whole;
      /** @deprecated @default 1s */
      readonly reconnect_interval?: GoDuration;
      /** @deprecated @default 3 */
      readonly replication_factor?: Whole;
      /** @deprecated @default 10s */
      readonly retry_max_backoff?: GoDuration;
      /** @deprecated @default 100ms */
      readonly retry_min_backoff?: GoDuration;
      /** @deprecated */
      readonly table_options?: string;
      /** @deprecated @default 2s */
      readonly timeout?: GoDuration;
      /** Since 2.9 (not in 2.1). @deprecated */
      readonly tls_cert_path?: string;
      /** Since 2.9 (not in 2.1). @deprecated */
      readonly tls_key_path?: string;
      /** @deprecated */
      readonly username?: string;
    };
    /** Since 3.0 (not in 2.9). */
    readonly congestion_control?: CongestionControl;
    /** Since 2.9 (not in 2.1). */
    readonly cos?: Cos;
    /** Until 2.1 (not in 2.9). */
    readonly delete_store?: {
      /** @default delete_requests */
      readonly requests_table_name?: string;
      readonly store?: string;
      readonly table_provisioning?: {
        /** @default false */
        readonly enable_ondemand_throughput_mode?: Switch;
        /** @default 300 */
        readonly provisioned_read_throughput?: Whole;
        /** @default 1 */
        readonly provisioned_write_throughput?: Whole;
        readonly read_scale?: InactiveReadScale;
        readonly tags?: Readonly<Record<string, string>>;
        readonly write_scale?: InactiveReadScale;
      };
    };
    /** Since 2.9 (not in 2.1). @default false */
    readonly disable_broad_index_queries?: Switch;
    /** Until 2.1 (not in 2.9). @default chunks */
    readonly engine?: string;
    readonly filesystem?: {
      readonly directory?: string;
    };
    readonly gcs?: Gcs;
    /** @deprecated */
    readonly grpc_store?: {
      /** @deprecated */
      readonly server_address?: string;
    };
    /** Since 2.9 (not in 2.1). */
    readonly hedging?: Hedging;
    /** @default 5m0s */
    readonly index_cache_validity?: GoDuration;
    readonly index_queries_cache_config?: {
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 500 */
      readonly async_cache_write_back_buffer_size?: Whole;
      /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @default 16 */
      readonly async_cache_write_back_concurrency?: Whole;
      readonly background?: Background;
      /** @default 1h0m0s (0s in 2.1) */
      readonly default_validity?: GoDuration;
      /** Since 2.9 (not in 2.1). */
      readonly embedded_cache?: EmbeddedCache;
      /** Until 2.9 (not in 3.0). @deprecated @default false */
      readonly enable_fifocache?: Switch;
      /** Until 2.9 (not in 3.0). */
      readonly fifocache?: Fifocache;
      readonly memcached?: Memcached;
      readonly memcached_client?: MemcachedClient;
      /** @default store.index-cache-read. */
      readonly prefix?: string;
      readonly redis?: Redis;
    };
    /** @default 50 */
    readonly max_chunk_batch_size?: Whole;
    /** Since 2.9 (not in 2.1). @default 150 */
    readonly max_parallel_get_chunk?: Whole;
    /** Since 2.9 (not in 2.1). */
    readonly named_stores?: {
      readonly alibabacloud?: Readonly<
        Record<
          string,
          {
            readonly access_key_id?: string;
            readonly bucket?: string;
            /** Since 3.5 (not in 3.3). @default 30 */
            readonly conn_timeout_sec?: Whole;
            readonly endpoint?: string;
            /** Since 3.5 (not in 3.3). @default 60 */
            readonly read_write_timeout_sec?: Whole;
            readonly secret_access_key?: string;
          }
        >
      >;
      readonly aws?: Readonly<
        Record<
          string,
          {
            readonly access_key_id?: string;
            readonly backoff_config?: BackoffConfig2;
            readonly bucketnames?: string;
            /** Since 3.5 (not in 3.3). */
            readonly chunk_delimiter?: string;
            /** Since 3.3 (not in 3.0). */
            readonly disable_dualstack?: Switch;
            /** @deprecated */
            readonly dynamodb?: {
              /** @deprecated @default 2 */
              readonly api_limit?: Fraction;
              /** @deprecated */
              readonly backoff_config?: BackoffConfig4;
              /** @deprecated @default 10 */
              readonly chunk_gang_size?: Whole;
              /** @deprecated @default 32 */
              readonly chunk_get_max_parallelism?: Whole;
              /** @deprecated */
              readonly dynamodb_url?: string;
              /** @deprecated */
              readonly kms_key_id?: string;
              /** @deprecated */
              readonly metrics?: {
                /** @deprecated @default 1 */
                readonly ignore_throttle_below?: Fraction;
                /** @deprecated @default sum(avg_over_time(loki_ingester_flush_queue_length{job="c… (sum(avg_over_time(cortex_ingester_flush_queue_length{job=… in 2.9) */
                readonly queue_length_query?: string;
                /** @deprecated @default sum(increase(cortex_dynamo_failures_total{operation="Dyna… */
                readonly read_error_query?: string;
                /** @deprecated @default sum(rate(cortex_dynamo_consumed_capacity_total{operation=… */
                readonly read_usage_query?: string;
                /** @deprecated @default 1.3 */
                readonly scale_up_factor?: Fraction;
                /** @deprecated @default 100000 */
                readonly target_queue_length?: Whole;
                /** @deprecated */
                readonly url?: string;
                /** @deprecated @default sum(rate(cortex_dynamo_throttled_total{operation="DynamoD… */
                readonly write_throttle_query?: string;
                /** @deprecated @default sum(rate(cortex_dynamo_consumed_capacity_total{operation=… */
                readonly write_usage_query?: string;
              };
              /** @deprecated @default 10 */
              readonly throttle_limit?: Fraction;
            };
            readonly endpoint?: string;
            readonly http_config?: {
              readonly ca_file?: string;
              /** @default 1m30s */
              readonly idle_conn_timeout?: GoDuration;
              readonly insecure_skip_verify?: Switch;
              readonly response_header_timeout?: GoDuration;
              readonly timeout?: GoDuration;
            };
            readonly insecure?: Switch;
            readonly region?: string;
            readonly s3?: string;
            readonly s3forcepathstyle?: Switch;
            readonly secret_access_key?: string;
            readonly session_token?: string;
            /** @default v4 */
            readonly signature_version?: 'v4' | 'v2';
            readonly sse?: Sse2;
            /** Until 2.9 (not in 3.0). */
            readonly sse_encryption?: Switch;
            /** @default STANDARD */
            readonly storage_class?:
              | ''
              | 'GLACIER'
              | 'DEEP_ARCHIVE'
              | 'GLACIER_IR'
              | 'INTELLIGENT_TIERING'
              | 'ONEZONE_IA'
              | 'OUTPOSTS'
              | 'REDUCED_REDUNDANCY'
              | 'STANDARD'
              | 'STANDARD_IA';
          }
        >
      >;
      readonly azure?: Readonly<
        Record<
          string,
          {
            readonly account_key?: string;
            readonly account_name?: string;
            /** Since 3.7 (not in 3.6). */
            readonly active_directory_endpoint?: string;
            /** @default - */
            readonly chunk_delimiter?: string;
            readonly client_id?: string;
            readonly client_secret?: string;
            /** Since 3.0 (not in 2.9). */
            readonly connection_string?: string;
            /** @default loki */
            readonly container_name?: string;
            /** @default 512000 */
            readonly download_buffer_size?: Whole;
            readonly endpoint_suffix?: string;
            /** @default AzureGlobal */
            readonly environment?: 'AzureGlobal' | 'AzureChinaCloud' | 'AzureGermanCloud' | 'AzureUSGovernment';
            /** @default 5 */
            readonly max_retries?: Whole;
            /** @default 500ms */
            readonly max_retry_delay?: GoDuration;
            /** @default 10ms */
            readonly min_retry_delay?: GoDuration;
            /** @default 30s */
            readonly request_timeout?: GoDuration;
            readonly tenant_id?: string;
            /** @default 1 */
            readonly upload_buffer_count?: Whole;
            /** @default 256000 */
            readonly upload_buffer_size?: Whole;
            readonly use_federated_token?: Switch;
            readonly use_managed_identity?: Switch;
            readonly use_service_principal?: Switch;
            readonly user_assigned_id?: string;
          }
        >
      >;
      readonly bos?: Readonly<
        Record<
          string,
          {
            readonly access_key_id?: string;
            readonly bucket_name?: string;
            /** @default bj.bcebos.com */
            readonly endpoint?: string;
            readonly secret_access_key?: string;
          }
        >
      >;
      readonly cos?: Readonly<
        Record<
          string,
          {
            readonly access_key_id?: string;
            readonly api_key?: string;
            /** @default https://iam.cloud.ibm.com/identity/token */
            readonly auth_endpoint?: string;
            readonly backoff_config?: BackoffConfig2;
            readonly bucketnames?: string;
            readonly cr_token_file_path?: string;
            readonly endpoint?: string;
            readonly forcepathstyle?: Switch;
            readonly http_config?: {
              /** @default 1m30s */
              readonly idle_conn_timeout?: GoDuration;
              readonly response_header_timeout?: GoDuration;
            };
            readonly region?: string;
            readonly secret_access_key?: string;
            readonly service_instance_id?: string;
            readonly trusted_profile_id?: string;
            readonly trusted_profile_name?: string;
          }
        >
      >;
      readonly filesystem?: Readonly<
        Record<
          string,
          {
            readonly directory?: string;
          }
        >
      >;
      readonly gcs?: Readonly<
        Record<
          string,
          {
            readonly bucket_name?: string;
            readonly chunk_buffer_size?: Whole;
            /** @default true */
            readonly enable_http2?: Switch;
            /** @default true */
            readonly enable_opencensus?: Switch;
            /** Since 3.0 (not in 2.9). @default true */
            readonly enable_retries?: Switch;
            /** Since 3.5 (not in 3.3). */
            readonly endpoint?: string;
            readonly request_timeout?: GoDuration;
            readonly service_account?: string;
          }
        >
      >;
      readonly swift?: Readonly<
        Record<
          string,
          {
            readonly auth_url?: string;
            readonly auth_version?: Whole;
            /** @default 10s */
            readonly connect_timeout?: GoDuration;
            readonly container_name?: string;
            readonly domain_id?: string;
            readonly domain_name?: string;
            /** Since 3.5 (not in 3.3). */
            readonly http?: {
              readonly tls_ca_path?: string;
            };
            readonly internal?: Switch;
            /** @default 3 */
            readonly max_retries?: Whole;
            readonly password?: string;
            readonly project_domain_id?: string;
            readonly project_domain_name?: string;
            readonly project_id?: string;
            readonly project_name?: string;
            readonly region_name?: string;
            /** @default 5s */
            readonly request_timeout?: GoDuration;
            readonly user_domain_id?: string;
            readonly user_domain_name?: string;
            readonly user_id?: string;
            readonly username?: string;
          }
        >
      >;
    };
    /** Since 3.0 (not in 2.9). */
    readonly object_prefix?: string;
    /** Since 3.3 (not in 3.0). */
    readonly object_store?: {
      /** Since 3.5 (not in 3.3). */
      readonly alibaba?: Alibaba;
      readonly azure?: Azure2;
      /** Since 3.5 (not in 3.3). */
      readonly bos?: Bos2;
      readonly filesystem?: {
        readonly dir?: string;
      };
      readonly gcs?: Gcs2;
      /** Since 3.5 (not in 3.3). */
      readonly named_stores?: {
        readonly azure?: Readonly<
          Record<
            string,
            {
              readonly account_key?: string;
              readonly account_name?: string;
              /** @default - */
              readonly chunk_delimiter?: string;
              readonly connection_string?: string;
              readonly container_name?: string;
              readonly endpoint_suffix?: string;
              /** @default 20 */
              readonly max_retries?: Whole;
              readonly user_assigned_id?: string;
            }
          >
        >;
        readonly filesystem?: Readonly<
          Record<
            string,
            {
              readonly dir?: string;
            }
          >
        >;
        readonly gcs?: Readonly<
          Record<
            string,
            {
              readonly bucket_name?: string;
              readonly chunk_buffer_size?: Whole;
              /** @default 10 */
              readonly max_retries?: Whole;
              readonly service_account?: string;
            }
          >
        >;
        readonly s3?: Readonly<
          Record<
            string,
            {
              readonly access_key_id?: string;
              readonly bucket_lookup_type?: 'auto' | 'virtual-hosted' | 'path';
              readonly bucket_name?: string;
              /** @default true */
              readonly dualstack_enabled?: Switch;
              readonly endpoint?: string;
              readonly http?: Http2;
              readonly insecure?: Switch;
              readonly list_objects_version?: string;
              /** @default 10 */
              readonly max_retries?: Whole;
              readonly native_aws_auth_enabled?: Switch;
              readonly part_size?: Whole;
              readonly region?: string;
              readonly secret_access_key?: string;
              readonly send_content_md5?: Switch;
              readonly session_token?: string;
              readonly sse?: Sse2;
              readonly storage_class?:
                | ''
                | 'GLACIER'
                | 'DEEP_ARCHIVE'
                | 'GLACIER_IR'
                | 'INTELLIGENT_TIERING'
                | 'ONEZONE_IA'
                | 'OUTPOSTS'
                | 'REDUCED_REDUNDANCY'
                | 'STANDARD'
                | 'STANDARD_IA';
              readonly sts_endpoint?: string;
              readonly trace?: {
                readonly enabled?: Switch;
              };
            }
          >
        >;
        readonly swift?: Readonly<
          Record<
            string,
            {
              readonly application_credential_id?: string;
              readonly application_credential_name?: string;
              readonly application_credential_secret?: string;
              readonly auth_url?: string;
              readonly auth_version?: Whole;
              /** @default 10s */
              readonly connect_timeout?: GoDuration;
              readonly container_name?: string;
              readonly domain_id?: string;
              readonly domain_name?: string;
              readonly http?: Http2;
              /** @default 3 */
              readonly max_retries?: Whole;
              readonly password?: string;
              readonly project_domain_id?: string;
              readonly project_domain_name?: string;
              readonly project_id?: string;
              readonly project_name?: string;
              readonly region_name?: string;
              /** @default 5s */
              readonly request_timeout?: GoDuration;
              readonly user_domain_id?: string;
              readonly user_domain_name?: string;
              readonly user_id?: string;
              readonly username?: string;
            }
          >
        >;
      };
      readonly s3?: S3;
      readonly storage_prefix?: string;
      readonly swift?: Swift2;
    };
    readonly swift?: Swift;
    /** Since 2.9 (not in 2.1). */
    readonly tsdb_shipper?: {
      readonly active_index_directory?: string;
      readonly cache_location?: string;
      /** @default 24h0m0s */
      readonly cache_ttl?: GoDuration;
      /** Until 2.9 (not in 3.0). @default false */
      readonly enable_postings_cache?: Switch;
      readonly index_gateway_client?: IndexGatewayClient;
      /** @default 0s */
      readonly ingesterdbretainperiod?: GoDuration;
      readonly ingestername?: string;
      readonly mode?: string;
      /** @default 0 */
      readonly query_ready_num_days?: Whole;
      /** @default 5m0s */
      readonly resync_interval?: GoDuration;
      /** Until 2.9 (not in 3.0). */
      readonly shared_store?: string;
      /** Until 2.9 (not in 3.0). @default index/ */
      readonly shared_store_key_prefix?: string;
      /** Until 2.9 (not in 3.0). @default false */
      readonly use_boltdb_shipper_as_backup?: Switch;
    };
    /** Since 3.3 (not in 3.0). @default false */
    readonly use_thanos_objstore?: Switch;
  };
  readonly table_manager?: {
    readonly chunk_tables_provisioning?: ChunkTablesProvisioning;
    /** @default 10m0s */
    readonly creation_grace_period?: GoDuration;
    readonly index_tables_provisioning?: ChunkTablesProvisioning;
    /** @default 2m0s */
    readonly poll_interval?: GoDuration;
    /** @default false */
    readonly retention_deletes_enabled?: Switch;
    /** @default 0s */
    readonly retention_period?: Duration;
    /** @default false */
    readonly throughput_updates_disabled?: Switch;
  };
  /** @default all */
  readonly target?: string;
  /** Since 3.6 (not in 3.5). @default ["discover_log_levels","discover_service_name","log_level… */
  readonly tenant_limits_allow_publish?: readonly string[];
  readonly tracing?: {
    /** @default true */
    readonly enabled?: Switch;
    /** Since 3.0 (not in 2.9). Until 3.5 (not in 3.6). @default true */
    readonly profiling_enabled?: Switch;
  };
  /** Since 3.5 (not in 3.3). */
  readonly ui?: {
    /** Until 3.5 (not in 3.6). */
    readonly advertise_addr?: string;
    /** Until 3.5 (not in 3.6). @default 3 */
    readonly cluster_max_join_peers?: Whole;
    /** Until 3.5 (not in 3.6). */
    readonly cluster_name?: string;
    /** @default false */
    readonly debug?: Switch;
    /** Until 3.5 (not in 3.6). */
    readonly discovery?: {
      readonly join_peers?: readonly string[];
    };
    /** Until 3.5 (not in 3.6). @default false */
    readonly enable_ipv6?: Switch;
    /** @default false */
    readonly enabled?: Switch;
    /** Since 3.6 (not in 3.5). */
    readonly goldfish?: {
      readonly cell_a_namespace?: string;
      readonly cell_b_namespace?: string;
      /** Until 3.6 (not in 3.7). @default goldfish */
      readonly cloudsql_database?: string;
      /** Until 3.6 (not in 3.7). @default 127.0.0.1 */
      readonly cloudsql_host?: string;
      /** Until 3.6 (not in 3.7). @default 3306 */
      readonly cloudsql_port?: Whole;
      /** Until 3.6 (not in 3.7). */
      readonly cloudsql_user?: string;
      /** @default false */
      readonly enable?: Switch;
      readonly grafana_url?: string;
      readonly logs_datasource_uid?: string;
      /** Until 3.6 (not in 3.7). @default 10 */
      readonly max_connections?: Whole;
      /** Until 3.6 (not in 3.7). @default 300 */
      readonly max_idle_time?: Whole;
      /** Since 3.7 (not in 3.6). */
      readonly results_backend?: string;
      /** Since 3.7 (not in 3.6). */
      readonly results_bucket?: ObjectStore;
      /** Since 3.7 (not in 3.6). */
      readonly storage?: {
        /** @default goldfish */
        readonly cloudsql_database?: string;
        /** @default 127.0.0.1 */
        readonly cloudsql_host?: string;
        /** @default 3306 */
        readonly cloudsql_port?: Whole;
        readonly cloudsql_user?: string;
        /** @default 10 */
        readonly max_connections?: Whole;
        /** @default 300 */
        readonly max_idle_time_seconds?: Whole;
        readonly rds_database?: string;
        readonly rds_endpoint?: string;
        readonly rds_user?: string;
        readonly type?: string;
      };
      readonly traces_datasource_uid?: string;
    };
    /** Until 3.5 (not in 3.6). @default ["eth0","en0"] */
    readonly interface_names?: readonly string[];
    /** Until 3.5 (not in 3.6). @default <hostname> */
    readonly node_name?: string;
    /** Until 3.5 (not in 3.6). @default 3m0s */
    readonly rejoin_interval?: GoDuration;
    /** Since 3.6 (not in 3.5). */
    readonly ring?: Ring2;
  };
  /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @deprecated @default true */
  readonly use_buffered_logger?: Switch;
  /** Since 2.9 (not in 2.1). Until 2.9 (not in 3.0). @deprecated @default true */
  readonly use_sync_logger?: Switch;
}
