// Every key of Promtail’s configuration file in the releases named first. Written by `npm run import:promtail-config`.
//
// A line is a key: its name, then what it is from which release on, in pieces that `|` divides. A piece is a type, `!` where the
// key is deprecated, and the default; one without a type changes the default alone, and `-` ends the key. The first piece needs
// no release where the key is as old as its block. Deeper keys are indented; `[]` stands for the items of a list, `*` for the
// values of a map with free names. `@name` is a block that several keys have in common, written once, before the root.

export const promtailConfigKeys: string = `releases 2.1.0 2.9.17 3.6.15

@authorization
credentials: string
credentials_file: string
credentials_ref: 3.6.15 string
type: string

@basic_auth
password: string
password_file: string
password_ref: 3.6.15 string
username: string
username_file: 3.6.15 string
username_ref: 3.6.15 string

@cluster_validation
grpc: object
 enabled: bool
 soft_validation: bool
http: @http
label: string

@grpc_tls_config
cert: 2.9.17 string
cert_file: string
client_auth_type: string
client_ca: 2.9.17 string
client_ca_file: string
key: 2.9.17 string
key_file: string

@grpc_tls_config-2
cert: 2.9.17 string = ""
cert_file: string = ""
client_auth_type: string = ""
client_ca: 2.9.17 string = ""
client_ca_file: string = ""
key: 2.9.17 string
key_file: string = ""

@http
enabled: bool
excluded_paths: string
excluded_user_agents: string
soft_validation: bool

@http_headers_item
files: list<string>
secrets: list<string>
values: list<string>

@nerve_sd_configs_item
paths: list<string>
servers: list<string>
timeout: duration = 10s

@oauth2
audience: 3.6.15 string
claims: 3.6.15 map<any>
client_certificate_key: 3.6.15 string
client_certificate_key_file: 3.6.15 string
client_certificate_key_id: 3.6.15 string
client_certificate_key_ref: 3.6.15 string
client_id: string
client_secret: string
client_secret_file: string
client_secret_ref: 3.6.15 string
endpoint_params: map<string>
grant_type: 3.6.15 string
iss: 3.6.15 string
no_proxy: string
proxy_connect_header: map<list<string>>
proxy_from_environment: bool
proxy_url: url
scopes: list<string>
signature_algorithm: 3.6.15 string
tls_config: @tls_config
token_url: string

@server
cluster_validation: 3.6.15 @cluster_validation
graceful_shutdown_timeout: go-duration
grpc_collect_max_streams_by_conn: 3.6.15 bool
grpc_listen_address: string
grpc_listen_conn_limit: int
grpc_listen_network: 2.9.17 string
grpc_listen_port: int
grpc_server_keepalive_time: go-duration
grpc_server_keepalive_timeout: go-duration
grpc_server_max_concurrent_streams: uint
grpc_server_max_connection_age: go-duration
grpc_server_max_connection_age_grace: go-duration
grpc_server_max_connection_idle: go-duration
grpc_server_max_recv_msg_size: int
grpc_server_max_send_msg_size: int
grpc_server_min_time_between_pings: 2.9.17 go-duration
grpc_server_num_workers: 3.6.15 int
grpc_server_ping_without_stream_allowed: 2.9.17 bool
grpc_server_recv_buffer_pools_enabled: 3.6.15 bool
grpc_server_stats_tracking_enabled: 3.6.15 bool
grpc_tls_config: @grpc_tls_config
http_listen_address: string
http_listen_conn_limit: int
http_listen_network: 2.9.17 string
http_listen_port: int
http_log_closed_connections_without_response_enabled: 3.6.15 bool
http_path_prefix: string
http_server_idle_timeout: go-duration
http_server_read_header_timeout: 3.6.15 go-duration
http_server_read_timeout: go-duration
http_server_write_timeout: go-duration
http_tls_config: @grpc_tls_config
log_format: string
log_level: string
log_request_at_info_level_enabled: 2.9.17 bool
log_request_exclude_headers_list: 2.9.17 string
log_request_headers: 2.9.17 bool
log_source_ips_enabled: bool
log_source_ips_full: 3.6.15 bool
log_source_ips_header: string
log_source_ips_regex: string
proxy_protocol_enabled: 3.6.15 bool
register_instrumentation: bool
report_grpc_codes_in_instrumentation_label_enabled: 3.6.15 bool
tls_cipher_suites: 2.9.17 string
tls_min_version: 2.9.17 string
trace_request_exclude_headers_list: 3.6.15 string
trace_request_headers: 3.6.15 bool

@tls_config
ca: 2.9.17 string
ca_file: string
ca_ref: 3.6.15 string
cert: 2.9.17 string
cert_file: string
cert_ref: 3.6.15 string
insecure_skip_verify: bool
key: 2.9.17 string
key_file: string
key_ref: 3.6.15 string
max_version: 2.9.17 one-of(TLS10|TLS11|TLS12|TLS13)
min_version: 2.9.17 one-of(TLS10|TLS11|TLS12|TLS13)
server_name: string

root
client: object
 authorization: 2.9.17 @authorization
 backoff_config: object
  max_period: go-duration = 5m0s | 2.9.17 go-duration! = 5m0s
  max_retries: int = 10 | 2.9.17 int! = 10
  min_period: go-duration = 500ms | 2.9.17 go-duration! = 500ms
 basic_auth: @basic_auth
 batchsize: int = 1048576 | 2.9.17 int! = 1048576
 batchwait: go-duration = 1s | 2.9.17 go-duration! = 1s
 bearer_token: string
 bearer_token_file: string = ""
 drop_rate_limited_batches: 2.9.17 bool! = false
 enable_http2: 2.9.17 bool = false
 external_labels: map<string> | 2.9.17 map<string>!
 follow_redirects: 2.9.17 bool = false
 headers: 2.9.17 map<string>
 http_headers: 3.6.15 object
  *: @http_headers_item
 name: 2.9.17 string = ""
 no_proxy: 2.9.17 string = ""
 oauth2: 2.9.17 @oauth2
 proxy_connect_header: 2.9.17 map<list<string>>
 proxy_from_environment: 2.9.17 bool = false
 proxy_url: url
 stream_lag_labels: 2.9.17 string! = "" | 3.6.15 -
 tenant_id: string = "" | 2.9.17 string! = ""
 timeout: go-duration = 10s | 2.9.17 go-duration! = 10s
 tls_config: object
  ca: 2.9.17 string = ""
  ca_file: string = ""
  ca_ref: 3.6.15 string = ""
  cert: 2.9.17 string = ""
  cert_file: string = ""
  cert_ref: 3.6.15 string = ""
  insecure_skip_verify: bool = false
  key: 2.9.17 string
  key_file: string = ""
  key_ref: 3.6.15 string = ""
  max_version: 2.9.17 one-of(TLS10|TLS11|TLS12|TLS13)
  min_version: 2.9.17 one-of(TLS10|TLS11|TLS12|TLS13)
  server_name: string = ""
 url: url = "" | 2.9.17 url! = ""
clients: list<object>
 []: object
  authorization: 2.9.17 @authorization
  backoff_config: object
   max_period: go-duration = 5m0s
   max_retries: int = 10
   min_period: go-duration = 500ms
  basic_auth: @basic_auth
  batchsize: int = 1048576
  batchwait: go-duration = 1s
  bearer_token: string
  bearer_token_file: string
  drop_rate_limited_batches: 2.9.17 bool
  enable_http2: 2.9.17 bool = true
  external_labels: map<string>
  follow_redirects: 2.9.17 bool = true
  headers: 2.9.17 map<string>
  http_headers: 3.6.15 object
   *: @http_headers_item
  name: 2.9.17 string
  no_proxy: 2.9.17 string
  oauth2: 2.9.17 @oauth2
  proxy_connect_header: 2.9.17 map<list<string>>
  proxy_from_environment: 2.9.17 bool
  proxy_url: url
  stream_lag_labels: 2.9.17 string! | 3.6.15 -
  tenant_id: string
  timeout: go-duration = 10s
  tls_config: @tls_config
  url: url
global: 2.9.17 object
 file_watch_config: object
  max_poll_frequency: go-duration = 250ms
  min_poll_frequency: go-duration = 250ms
limits_config: 2.9.17 object
 max_line_size: bytes = 0B
 max_line_size_truncate: bool = false
 max_streams: int = 0
 readline_burst: int = 10000
 readline_rate: float = 10000
 readline_rate_drop: bool = true
 readline_rate_enabled: bool = false
options: 2.9.17 object
 stream_lag_labels: string! = "" | 3.6.15 -
positions: object
 filename: string = /var/log/positions.yaml
 ignore_invalid_yaml: bool = false
 sync_period: go-duration = 10s
scrape_configs: list<object>
 []: object
  azure_event_hubs: 2.9.17 object
   connection_string: string
   disallow_custom_messages: bool
   event_hubs: list<string>
   fully_qualified_namespace: string
   group_id: string
   labels: map<string>
   use_incoming_timestamp: bool
  azure_sd_configs: list<object>
   []: object
    authentication_method: string = OAuth
    authorization: 2.9.17 @authorization
    basic_auth: 2.9.17 @basic_auth
    bearer_token: 2.9.17 string
    bearer_token_file: 2.9.17 string
    client_id: string
    client_secret: string
    enable_http2: 2.9.17 bool = true
    environment: string = AzurePublicCloud
    follow_redirects: 2.9.17 bool = true
    http_headers: 3.6.15 object
     *: @http_headers_item
    no_proxy: 2.9.17 string
    oauth2: 2.9.17 @oauth2
    port: int = 80
    proxy_connect_header: 2.9.17 map<list<string>>
    proxy_from_environment: 2.9.17 bool
    proxy_url: 2.9.17 url
    refresh_interval: duration = 5m
    resource_group: 2.9.17 string
    subscription_id: string
    tenant_id: string
    tls_config: 2.9.17 @tls_config
  cloudflare: 2.9.17 object
   additional_fields: 3.6.15 list<string>
   api_token: string
   fields_type: one-of(|default|minimal|extended|all|custom)
   labels: map<string>
   pull_range: duration
   workers: int
   zone_id: string
  consul_sd_configs: list<object>
   []: object
    allow_stale: bool = true
    authorization: 2.9.17 @authorization
    basic_auth: 2.9.17 @basic_auth
    bearer_token: 2.9.17 string
    bearer_token_file: 2.9.17 string
    datacenter: string
    enable_http2: 2.9.17 bool = true
    filter: 3.6.15 string
    follow_redirects: 2.9.17 bool = true
    health_filter: 3.6.15 string
    http_headers: 3.6.15 object
     *: @http_headers_item
    namespace: 2.9.17 string
    no_proxy: 2.9.17 string
    node_meta: map<string>
    oauth2: 2.9.17 @oauth2
    partition: 2.9.17 string
    password: string
    path_prefix: 3.6.15 string
    proxy_connect_header: 2.9.17 map<list<string>>
    proxy_from_environment: 2.9.17 bool
    proxy_url: 2.9.17 url
    refresh_interval: duration = 30s
    scheme: string = http
    server: string = localhost:8500
    services: list<string>
    tag_separator: string = ","
    tags: list<string>
    tls_config: @tls_config
    token: string
    username: string
  consulagent_sd_configs: 2.9.17 list<object>
   []: object
    allow_stale: bool = true
    datacenter: string
    node_meta: map<string>
    password: string
    refresh_interval: duration = 30s
    scheme: string = http
    server: string = localhost:8500
    services: list<string>
    tag_separator: string = ","
    tags: list<string>
    tls_config: @tls_config
    token: string
    username: string
  decompression: 2.9.17 object
   enabled: bool
   format: one-of(|gz|z|bz2)
   initial_delay: go-duration
  digitalocean_sd_configs: list<object>
   []: object
    authorization: 2.9.17 @authorization
    basic_auth: @basic_auth
    bearer_token: string
    bearer_token_file: string
    enable_http2: 2.9.17 bool = true
    follow_redirects: 2.9.17 bool = true
    http_headers: 3.6.15 object
     *: @http_headers_item
    httpclient: 3.6.15 object
     jar: any
     timeout: go-duration
     transport: any
    no_proxy: 2.9.17 string
    oauth2: 2.9.17 @oauth2
    port: int = 80
    proxy_connect_header: 2.9.17 map<list<string>>
    proxy_from_environment: 2.9.17 bool
    proxy_url: url
    refresh_interval: duration = 1m
    role: 3.6.15 string = droplets
    tls_config: @tls_config
  dns_sd_configs: list<object>
   []: object
    names: list<string>
    port: int
    refresh_interval: duration = 30s
    type: string = SRV
  docker_sd_configs: 2.9.17 list<object>
   []: object
    authorization: @authorization
    basic_auth: @basic_auth
    bearer_token: string
    bearer_token_file: string
    enable_http2: bool = true
    filters: list<object>
     []: object
      name: string
      values: list<string>
    follow_redirects: bool = true
    host: string
    host_networking_host: string = localhost
    http_headers: 3.6.15 object
     *: @http_headers_item
    match_first_network: 3.6.15 bool = true
    no_proxy: string
    oauth2: @oauth2
    port: int = 80
    proxy_connect_header: map<list<string>>
    proxy_from_environment: bool
    proxy_url: url
    refresh_interval: duration = 1m
    tls_config: @tls_config
  dockerswarm_sd_configs: list<object>
   []: object
    authorization: 2.9.17 @authorization
    basic_auth: @basic_auth
    bearer_token: string
    bearer_token_file: string
    enable_http2: 2.9.17 bool = true
    filters: 2.9.17 list<object>
     []: object
      name: string
      values: list<string>
    follow_redirects: 2.9.17 bool = true
    host: string
    http_headers: 3.6.15 object
     *: @http_headers_item
    no_proxy: 2.9.17 string
    oauth2: 2.9.17 @oauth2
    port: int = 80
    proxy_connect_header: 2.9.17 map<list<string>>
    proxy_from_environment: 2.9.17 bool
    proxy_url: url
    refresh_interval: duration = 1m
    role: string
    tls_config: @tls_config
  ec2_sd_configs: list<object>
   []: object
    access_key: string
    authorization: 2.9.17 @authorization
    basic_auth: 2.9.17 @basic_auth
    bearer_token: 2.9.17 string
    bearer_token_file: 2.9.17 string
    enable_http2: 2.9.17 bool = true
    endpoint: string
    external_id: 3.6.15 string
    filters: list<object>
     []: object
      name: string
      values: list<string>
    follow_redirects: 2.9.17 bool = true
    http_headers: 3.6.15 object
     *: @http_headers_item
    no_proxy: 2.9.17 string
    oauth2: 2.9.17 @oauth2
    port: int = 80
    profile: string
    proxy_connect_header: 2.9.17 map<list<string>>
    proxy_from_environment: 2.9.17 bool
    proxy_url: 2.9.17 url
    refresh_interval: duration = 1m
    region: string
    role_arn: string
    secret_key: string
    tls_config: 2.9.17 @tls_config
  encoding: 2.9.17 string
  file_sd_configs: list<object>
   []: object
    files: list<string>
    refresh_interval: duration = 5m
  gce_sd_configs: list<object>
   []: object
    filter: string
    port: int = 80
    project: string
    refresh_interval: duration = 1m
    tag_separator: string = ","
    zone: string
  gcplog: 2.9.17 object
   labels: map<string>
   project_id: string
   push_timeout: go-duration
   server: @server
   subscription: string
   subscription_type: one-of(|pull|push)
   use_full_line: bool
   use_incoming_timestamp: bool
  gelf: 2.9.17 object
   labels: map<string>
   listen_address: string
   use_incoming_timestamp: bool
  heroku_drain: 2.9.17 object
   labels: map<string>
   server: @server
   use_incoming_timestamp: bool
  job_name: string
  journal: object
   json: bool
   labels: map<string>
   matches: 2.9.17 string
   max_age: string
   path: string
  kafka: 2.9.17 object
   assignor: one-of(|sticky|roundrobin|range)
   authentication: object
    sasl_config: object
     ca: string
     ca_file: string
     ca_ref: 3.6.15 string
     cert: string
     cert_file: string
     cert_ref: 3.6.15 string
     insecure_skip_verify: bool
     key: string
     key_file: string
     key_ref: 3.6.15 string
     max_version: string
     mechanism: one-of(|PLAIN|SCRAM-SHA-256|SCRAM-SHA-512)
     min_version: string
     password: string
     server_name: string
     use_tls: bool
     user: string
    tls_config: @tls_config
    type: one-of(|none|ssl|sasl)
   brokers: list<string>
   group_id: string
   labels: map<string>
   topics: list<string>
   use_incoming_timestamp: bool
   version: string
  kubernetes_sd_configs: list<object>
   []: object
    api_server: url
    attach_metadata: 2.9.17 object
     cronjob: 3.6.15 bool
     deployment: 3.6.15 bool
     job: 3.6.15 bool
     namespace: 3.6.15 bool
     node: bool
    authorization: 2.9.17 @authorization
    basic_auth: @basic_auth
    bearer_token: string
    bearer_token_file: string
    enable_http2: 2.9.17 bool = true
    follow_redirects: 2.9.17 bool = true
    http_headers: 3.6.15 object
     *: @http_headers_item
    kubeconfig_file: 2.9.17 string
    namespaces: object
     names: list<string>
     own_namespace: 2.9.17 bool
    no_proxy: 2.9.17 string
    oauth2: 2.9.17 @oauth2
    proxy_connect_header: 2.9.17 map<list<string>>
    proxy_from_environment: 2.9.17 bool
    proxy_url: url
    role: one-of(node|pod|service|endpoints|endpointslice|ingress)
    selectors: list<object>
     []: object
      field: string
      label: string
      role: one-of(node|pod|service|endpoints|endpointslice|ingress)
    tls_config: @tls_config
  loki_push_api: object
   labels: map<string>
   max_send_msg_size: 3.6.15 int
   server: @server
   use_incoming_timestamp: bool
  marathon_sd_configs: list<object>
   []: object
    auth_token: string
    auth_token_file: string
    authorization: 2.9.17 @authorization
    basic_auth: @basic_auth
    bearer_token: string
    bearer_token_file: string
    enable_http2: 2.9.17 bool = true
    follow_redirects: 2.9.17 bool = true
    http_headers: 3.6.15 object
     *: @http_headers_item
    no_proxy: 2.9.17 string
    oauth2: 2.9.17 @oauth2
    proxy_connect_header: 2.9.17 map<list<string>>
    proxy_from_environment: 2.9.17 bool
    proxy_url: url
    refresh_interval: duration = 30s
    servers: list<string>
    tls_config: @tls_config
  nerve_sd_configs: list<object>
   []: @nerve_sd_configs_item
  openstack_sd_configs: list<object>
   []: object
    all_tenants: bool
    application_credential_id: string
    application_credential_name: string
    application_credential_secret: string
    availability: string = public
    domain_id: string
    domain_name: string
    identity_endpoint: string
    password: string
    port: int = 80
    project_id: string
    project_name: string
    refresh_interval: duration = 1m
    region: string
    role: string
    tls_config: @tls_config
    userid: string
    username: string
  pipeline_stages: any
  relabel_configs: any
  serverset_sd_configs: list<object>
   []: @nerve_sd_configs_item
  static_configs: list<object>
   []: object
    labels: map<string>
    targets: list<string>
  syslog: object
   idle_timeout: go-duration
   label_structured_data: bool
   labels: map<string>
   listen_address: string
   listen_protocol: 2.9.17 one-of(|tcp|udp)
   max_message_length: 2.9.17 int
   syslog_format: 3.6.15 one-of(|rfc5424|rfc3164)
   tls_config: 2.9.17 @tls_config
   use_incoming_timestamp: bool
   use_rfc5424_message: 2.9.17 bool
  triton_sd_configs: list<object>
   []: object
    account: string
    dns_suffix: string
    endpoint: string
    groups: list<string>
    port: int = 9163
    refresh_interval: duration = 1m
    role: string = container
    tls_config: @tls_config
    version: int = 1
  windows_events: 2.9.17 object
   bookmark_path: string
   eventlog_name: string
   exclude_event_data: bool
   exclude_event_message: bool
   exclude_user_data: bool
   labels: map<string>
   locale: uint32
   poll_interval: go-duration
   use_incoming_timestamp: bool
   xpath_query: string
server: object
 cluster_validation: 3.6.15 object
  grpc: object
   enabled: bool = false
   soft_validation: bool = false
  http: object
   enabled: bool = false
   excluded_paths: string = ""
   excluded_user_agents: string = ""
   soft_validation: bool = false
  label: string = ""
 disable: bool = false
 enable_runtime_reload: 2.9.17 bool = false
 external_url: string = ""
 graceful_shutdown_timeout: go-duration = 30s
 grpc_collect_max_streams_by_conn: 3.6.15 bool = true
 grpc_listen_address: string = ""
 grpc_listen_conn_limit: int = 0
 grpc_listen_network: 2.9.17 string = tcp
 grpc_listen_port: int = 9095
 grpc_server_keepalive_time: go-duration = 2h0m0s
 grpc_server_keepalive_timeout: go-duration = 20s
 grpc_server_max_concurrent_streams: uint = 100
 grpc_server_max_connection_age: go-duration = 2562047h47m16.854775807s
 grpc_server_max_connection_age_grace: go-duration = 2562047h47m16.854775807s
 grpc_server_max_connection_idle: go-duration = 2562047h47m16.854775807s
 grpc_server_max_recv_msg_size: int = 4194304
 grpc_server_max_send_msg_size: int = 4194304
 grpc_server_min_time_between_pings: 2.9.17 go-duration = 5m0s
 grpc_server_num_workers: 3.6.15 int = 0
 grpc_server_ping_without_stream_allowed: 2.9.17 bool = false
 grpc_server_recv_buffer_pools_enabled: 3.6.15 bool! = false
 grpc_server_stats_tracking_enabled: 3.6.15 bool = true
 grpc_tls_config: @grpc_tls_config-2
 health_check_target: bool
 http_listen_address: string = ""
 http_listen_conn_limit: int = 0
 http_listen_network: 2.9.17 string = tcp
 http_listen_port: int = 80
 http_log_closed_connections_without_response_enabled: 3.6.15 bool = false
 http_path_prefix: string = ""
 http_server_idle_timeout: go-duration = 2m0s
 http_server_read_header_timeout: 3.6.15 go-duration = 0s
 http_server_read_timeout: go-duration = 30s
 http_server_write_timeout: go-duration = 30s
 http_tls_config: @grpc_tls_config-2
 log_format: string = logfmt
 log_level: one-of(debug|info|warn|error) = info
 log_request_at_info_level_enabled: 2.9.17 bool = false
 log_request_exclude_headers_list: 2.9.17 string = ""
 log_request_headers: 2.9.17 bool = false
 log_source_ips_enabled: bool = false
 log_source_ips_full: 3.6.15 bool = false
 log_source_ips_header: string = ""
 log_source_ips_regex: string = ""
 profiling_enabled: 2.9.17 bool = false
 proxy_protocol_enabled: 3.6.15 bool = false
 register_instrumentation: bool = true
 report_grpc_codes_in_instrumentation_label_enabled: 3.6.15 bool = false
 tls_cipher_suites: 2.9.17 string = ""
 tls_min_version: 2.9.17 string = ""
 trace_request_exclude_headers_list: 3.6.15 string = ""
 trace_request_headers: 3.6.15 bool = false
target_config: object
 stdin: bool = false
 sync_period: go-duration = 10s
tracing: 2.9.17 object
 enabled: bool = true
wal: 2.9.17 object
 cleanSegmentsOlderThan: go-duration = 0s
 dir: string = ""
 enabled: bool = false
 watchConfig: object
  maxReadFrequency: go-duration = 0s
  minReadFrequency: go-duration = 0s
`;
