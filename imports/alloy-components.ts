// Alloy’s components for logs, its configuration blocks and its functions. Written by `npm run import:alloy-components`.
//
// A section is a component, or, with `@`, what several blocks have in common. After a component’s name stands the release that it
// came with, `config` if it is a configuration block and has no label, and its stability if it needs a flag.
//
// A line is an export (`> name: type`), an attribute (`name: [release] type [= default]`), a block (`name: [release] {`, and what
// it holds below, indented) or all of a section (`@section`). `!` is required; `*` may be repeated; `(a|b)` are the only values.

export const alloyComponents: string = `functions
sys.env 1.4 was env: name
coalesce: values…
array.concat 1.4 was concat: lists…
array.combine_maps 1.5 experimental: list, list, keys
array.group_by 1.10 experimental: list, key, drop_missing
string.format 1.4 was format: format, values…
string.join 1.4 was join: list, separator
string.split 1.4 was split: string, separator
string.replace 1.4 was replace: string, old, new
string.to_lower 1.4 was to_lower: string
string.to_upper 1.4 was to_upper: string
string.trim 1.4 was trim: string, cutset
string.trim_prefix 1.4 was trim_prefix: string, prefix
string.trim_suffix 1.4 was trim_suffix: string, suffix
string.trim_space 1.4 was trim_space: string
convert.nonsensitive 1.4 was nonsensitive: secret
encoding.from_json 1.4 was json_decode: string
encoding.from_yaml 1.4 was yaml_decode: string
encoding.from_base64 1.4 was base64_decode: string
encoding.from_URLbase64 1.6: string
encoding.to_base64 1.6: string
encoding.to_URLbase64 1.6: string
encoding.to_json 1.8: value
encoding.url_encode 1.12: string
encoding.url_decode 1.12: string
file.path_join 1.5: parts…
json_path: json string, path

constants
constants.hostname
constants.os
constants.arch
constants.version

@authorization
type: string = ""
credentials: secret = ""
credentials_file: string = ""

@basic_auth
username: string = ""
password: secret = ""
password_file: string = ""

@client
api_server: string = ""
kubeconfig_file: string = ""
bearer_token: secret = ""
bearer_token_file: string = ""
proxy_url: string = ""
no_proxy: string = ""
proxy_from_environment: bool = false
proxy_connect_header: map(list(secret)) = {}
follow_redirects: bool = true
enable_http2: bool = true
http_headers: 1.8 map(list(secret)) = {}
basic_auth: {
 @basic_auth
authorization: {
 @authorization
oauth2: {
 @oauth2
tls_config: {
 @tls_config

@match_expression
key!: string
operator!: string <In|NotIn|Exists|DoesNotExist>
values: list(string) = []

@oauth2
client_id: string = ""
client_secret: secret = ""
client_secret_file: string = ""
scopes: list(string) = []
token_url: string = ""
endpoint_params: map(string) = {}
proxy_url: string = ""
no_proxy: string = ""
proxy_from_environment: bool = false
proxy_connect_header: map(list(secret)) = {}
tls_config: {
 @tls_config

@output
metrics: list(capsule(otelcol.Consumer)) = []
logs: list(capsule(otelcol.Consumer)) = []
traces: list(capsule(otelcol.Consumer)) = []

@rule
source_labels: list(string) = []
separator: string = ";"
regex: string = "(.*)"
modulus: number = 0
target_label: string = ""
replacement: string = "$1"
action: string <replace|keep|drop|hashmod|labelmap|labeldrop|labelkeep|lowercase|uppercase|keepequal|dropequal> = "replace"

@selector
match_labels: map(string) = {}
match_expression*: {
 @match_expression

@stage.eventlogmessage
source: string = "message"
drop_invalid_labels: bool = false
overwrite_existing: bool = false

@stages
stage.cri*: {
 max_partial_lines: number = 100
 max_partial_line_size: number = 0
 max_partial_line_size_truncate: bool = false
stage.decolorize*: {
stage.docker*: {
stage.drop*: {
 drop_counter_reason: string = ""
 source: string = ""
 value: string = ""
 separator: string = ""
 expression: string = ""
 older_than: duration = "0s"
 longer_than: bytes = "0B"
stage.eventlogmessage*: {
 @stage.eventlogmessage
stage.geoip*: {
 db!: string
 source!: string
 db_type: string <city|asn|country> = ""
 custom_lookups: map(string) = {}
stage.json*: {
 expressions: map(string) = {}
 regex: 1.17 string = ""
 source: string = null
 drop_malformed: bool = false
stage.label_keep*: {
 values!: list(string)
stage.label_drop*: {
 values!: list(string)
stage.labels*: {
 values!: map(string)
 source_type: 1.15 string <extracted|structured_metadata> = ""
stage.limit*: {
 rate!: number
 burst!: number
 drop: bool = false
 by_label_name: string = ""
 max_distinct_labels: number = 0
stage.logfmt*: {
 mapping: map(string) = {}
 source: string = ""
 regex: 1.17 string = ""
stage.luhn*: {
 replacement: string = ""
 source: string = null
 min_length: number = 0
 delimiters: 1.12 string = ""
 skip_regex: 1.19 string = ""
stage.match*: {
 selector!: string
 action: string <keep|drop> = ""
 pipeline_name: string = ""
 drop_counter_reason: string = ""
 @stages
stage.metrics*: {
 metric.counter*: {
  name!: string
  description: string = ""
  source: string = ""
  prefix: string = ""
  max_idle_duration: duration = "5m"
  value: string = ""
  action!: string <inc|add>
  match_all: bool = false
  count_entry_bytes: bool = false
 metric.gauge*: {
  name!: string
  description: string = ""
  source: string = ""
  prefix: string = ""
  max_idle_duration: duration = "5m"
  value: string = ""
  action!: string <set|inc|dec|add|sub>
 metric.histogram*: {
  name!: string
  description: string = ""
  source: string = ""
  prefix: string = ""
  max_idle_duration: duration = "5m"
  value: string = ""
  buckets!: list(number)
stage.multiline*: {
 firstline!: string
 max_lines: number = 128
 max_wait_time: duration = "3s"
 trim_newlines: 1.12 bool = true
stage.output*: {
 source!: string
stage.pack*: {
 labels!: list(string)
 ingest_timestamp: bool = true
stage.pattern*: 1.11 {
 pattern!: string
 source: string = null
 labels_from_groups: bool = false
stage.regex*: {
 expression!: string
 source: string = null
 labels_from_groups: 1.9 bool = false
stage.replace*: {
 expression!: string
 source: string = ""
 replace: string = ""
stage.split_json*: 1.19 {
 source: string = null
stage.static_labels*: {
 values!: map(string)
stage.structured_metadata*: {
 values: map(string) = {}
 regex: 1.12 string = ""
stage.structured_metadata_drop*: 1.12 {
 values!: list(string)
stage.sampling*: {
 drop_counter_reason: string = "sampling_stage"
 rate!: number
stage.template*: {
 source!: string
 template!: string
stage.tenant*: {
 label: string = ""
 source: string = ""
 value: string = ""
stage.truncate*: 1.12 {
 rule!*: {
  limit!: bytes
  suffix: string = ""
  sources: list(string) = []
  source_type: string <line|label|structured_metadata|extracted> = "line"
stage.timestamp*: {
 source!: string
 format!: string
 fallback_formats: list(string) = []
 location: string = null
 action_on_failure: string <fudge|skip> = ""
 action_on_duplicate_timestamp: 1.17 string <fudge|keep> = ""
stage.windowsevent*: 1.7 {
 @stage.eventlogmessage

@tls
cert_pem: string = ""
key_pem: secret = ""
cert_file: string = ""
key_file: string = ""
client_auth_type: string <NoClientCert|RequestClientCert|RequireAnyClientCert|VerifyClientCertIfGiven|RequireAndVerifyClientCert> = ""
client_ca_file: string = ""
client_ca: string = ""
cipher_suites: string = ""
min_version: string = ""

@tls-2
ca_pem: string = ""
ca_file: string = ""
cert_pem: string = ""
cert_file: string = ""
key_pem: secret = ""
key_file: string = ""
min_version: string <1.0|1.1|1.2|1.3> = ""
max_version: string <1.0|1.1|1.2|1.3> = ""
reload_interval: duration = "0s"
cipher_suites: list(string) = []
include_insecure_cipher_suites: 1.19 bool = false
include_system_ca_certs_pool: bool = false
curve_preferences: 1.7 list(string) <X25519|P521|P256|P384> = []
client_ca_file: string = ""
tpm: 1.10 {
 @tpm

@tls_config
ca_pem: string = ""
ca_file: string = ""
cert_pem: string = ""
cert_file: string = ""
key_pem: secret = ""
key_file: string = ""
server_name: string = ""
insecure_skip_verify: bool = false
min_version: string <TLS10|TLS11|TLS12|TLS13> = ""

@tpm
enabled: bool = false
path: string = ""
owner_auth: string = ""
auth: string = ""

discovery.kubernetes
> targets: list(map(string))
api_server: string = ""
role!: string <node|pod|service|endpoints|endpointslice|ingress>
kubeconfig_file: string = ""
bearer_token: secret = ""
bearer_token_file: string = ""
proxy_url: string = ""
no_proxy: string = ""
proxy_from_environment: bool = false
proxy_connect_header: map(list(secret)) = {}
follow_redirects: bool = true
enable_http2: bool = true
http_headers: 1.8 map(list(secret)) = {}
basic_auth: {
 @basic_auth
authorization: {
 @authorization
oauth2: {
 @oauth2
tls_config: {
 @tls_config
namespaces: {
 own_namespace: bool = false
 names: list(string) = []
selectors*: {
 role!: string <node|pod|service|endpoints|endpointslice|ingress>
 label: string = ""
 field: string = ""
attach_metadata: {
 node: bool = false
 namespace: 1.12 bool = false

discovery.kubelet
> targets: list(map(string))
url: string = "https://localhost:10250"
refresh_interval: duration = "0s"
bearer_token: secret = ""
bearer_token_file: string = ""
proxy_url: string = ""
no_proxy: string = ""
proxy_from_environment: bool = false
proxy_connect_header: map(list(secret)) = {}
follow_redirects: bool = true
enable_http2: bool = true
http_headers: 1.8 map(list(secret)) = {}
namespaces: list(string) = []
basic_auth: {
 @basic_auth
authorization: {
 @authorization
oauth2: {
 @oauth2
tls_config: {
 @tls_config

discovery.relabel
> output: list(map(string))
> rules: capsule(RelabelRules)
targets!: list(map(string))
rule*: {
 @rule

local.file
> content: string|secret
filename!: string
detector: string <fsnotify|poll> = "fsnotify"
poll_frequency: duration = "1m"
is_secret: bool = false

local.file_match
> targets: list(map(string))
path_targets!: list(map(string))
sync_period: duration = "10s"
ignore_older_than: 1.6 duration = "0s"

loki.source.file
targets!: list(map(string))
forward_to!: list(capsule(loki.LogsReceiver))
encoding: string = ""
tail_from_end: bool = false
legacy_positions_file: string = ""
on_positions_file_error: 1.12 string <restart_from_beginning|restart_from_end|skip> = "restart_from_beginning"
decompression: {
 enabled!: bool
 initial_delay: duration = "0s"
 format!: string <gz|z|bz2>
file_watch: {
 min_poll_frequency: duration = "250ms"
 max_poll_frequency: duration = "250ms"
file_match: 1.12 {
 enabled: bool = false
 sync_period: duration = "10s"
 ignore_older_than: duration = "0s"

loki.source.kubernetes
targets!: list(map(string))
forward_to!: list(capsule(loki.LogsReceiver))
client: {
 @client
clustering: {
 enabled!: bool

loki.source.podlogs
forward_to!: list(capsule(loki.LogsReceiver))
tail_from_end: 1.11 bool = false
preserve_discovered_labels: 1.12 bool = false
client: {
 @client
selector: {
 @selector
namespace_selector: {
 @selector
node_filter: 1.11 {
 enabled: bool = false
 node_name: string = ""
clustering: {
 enabled!: bool

loki.source.kubernetes_events
forward_to!: list(capsule(loki.LogsReceiver))
job_name: string = "loki.source.kubernetes_events"
namespaces: list(string) = []
log_format: string <logfmt|json> = "logfmt"
client: {
 @client
clustering: 1.16 {
 enabled!: bool

loki.source.journal
format_as_json: bool = false
max_age: duration = "7h"
path: string = ""
relabel_rules: capsule(RelabelRules) = null
matches: string = ""
forward_to!: list(capsule(loki.LogsReceiver))
labels: map(string) = {}
legacy_position: 1.11 {
 file!: string
 name!: string

loki.source.syslog
forward_to!: list(capsule(loki.LogsReceiver))
relabel_rules: capsule(RelabelRules) = null
listener!*: {
 address!: string
 protocol: string <tcp|udp> = "tcp"
 idle_timeout: duration = "2m"
 label_structured_data: bool = false
 labels: map(string) = {}
 use_incoming_timestamp: bool = false
 use_rfc5424_message: bool = false
 rfc3164_default_to_current_year: 1.8 bool = false
 rfc5424_allow_empty_msg: 1.15 bool = false
 max_message_length: number = 8192
 syslog_format: 1.5 string <rfc5424|rfc3164|raw> = "rfc5424"
 udp_queue_size: 1.17 number = 10
 udp_host_cache_size: 1.17 number = 128
 tls_config: {
  @tls_config
 raw_format_options: 1.13 {
  use_null_terminator_delimiter: bool = false
 rfc3164_cisco_components: 1.13 {
  enable_all: bool = false
  message_counter: bool = false
  sequence_number: bool = false
  hostname: bool = false
  second_fractions: bool = false

loki.source.api
graceful_shutdown_timeout: duration = "30s"
forward_to!: list(capsule(loki.LogsReceiver))
labels: map(string) = {}
relabel_rules: capsule(RelabelRules) = null
use_incoming_timestamp: bool = false
max_send_message_size: 1.11 bytes = "100MiB"
http: {
 listen_address: string = ""
 listen_port: number = 8080
 conn_limit: number = 0
 server_read_timeout: duration = "30s"
 server_write_timeout: duration = "30s"
 server_idle_timeout: duration = "2m"
 tls: 1.12 {
  @tls
 http2: 1.13 {
  enabled: bool = false
  max_handlers: number = 0
  max_concurrent_streams: number = 100
  max_decoder_header_table_size: number = 4096
  max_encoder_header_table_size: number = 4096
  max_read_frame_size: number = 0
  permit_prohibited_ciphers: bool = false
  idle_timeout: duration = "0s"
  read_idle_timeout: duration = "0s"
  ping_timeout: duration = "15s"
  write_byte_timeout: duration = "0s"
  max_upload_buffer_per_connection: number = 0
  max_upload_buffer_per_stream: number = 0
grpc: {
 listen_address: string = ""
 listen_port: number = 0
 conn_limit: number = 0
 max_connection_age: duration = "unlimited"
 max_connection_age_grace: duration = "unlimited"
 max_connection_idle: duration = "unlimited"
 server_max_recv_msg_size: number = 4194304
 server_max_send_msg_size: number = 4194304
 server_max_concurrent_streams: number = 100
 tls: 1.12 {
  @tls

loki.source.docker
host!: string
targets!: list(map(string))
forward_to!: list(capsule(loki.LogsReceiver))
labels: map(string) = {}
relabel_rules: capsule(RelabelRules) = null
refresh_interval: duration = "1m"
http_client_config: {
 bearer_token: secret = ""
 bearer_token_file: string = ""
 proxy_url: string = ""
 no_proxy: string = ""
 proxy_from_environment: bool = false
 proxy_connect_header: map(list(secret)) = {}
 follow_redirects: bool = true
 enable_http2: bool = true
 http_headers: 1.8 map(list(secret)) = {}
 basic_auth: {
  @basic_auth
 authorization: {
  @authorization
 oauth2: {
  @oauth2
 tls_config: {
  @tls_config

loki.process
> receiver: capsule(loki.LogsReceiver)
forward_to!: list(capsule(loki.LogsReceiver))
@stages

loki.relabel
> receiver: capsule(loki.LogsReceiver)
> rules: capsule(RelabelRules)
forward_to!: list(capsule(loki.LogsReceiver))
max_cache_size: number = 10000
rule*: {
 @rule

loki.secretfilter 1.5 public-preview
> receiver: capsule(loki.LogsReceiver)
forward_to!: list(capsule(loki.LogsReceiver))
origin_label: 1.9 string = ""
redact_with: string = ""
redact_percent: 1.14 number = 80
gitleaks_config: string = ""
rate: 1.15 number = 1
processing_timeout: 1.15 duration = "0s"
drop_on_timeout: 1.15 bool = false
label_timed_out: 1.16 bool = false

loki.enrich 1.8 experimental
> receiver: capsule(loki.LogsReceiver)
targets!: list(map(string))
target_match_label!: string
logs_match_label: string = ""
labels_to_copy: list(string) = []
forward_to!: list(capsule(loki.LogsReceiver))

loki.write
> receiver: capsule(loki.LogsReceiver)
external_labels: map(string) = {}
max_streams: number = 0
endpoint*: {
 name: string = ""
 url!: string
 batch_wait: duration = "1s"
 batch_size: bytes = "1MiB"
 remote_timeout: duration = "10s"
 headers: map(string) = {}
 min_backoff_period: duration = "500ms"
 max_backoff_period: duration = "5m"
 max_backoff_retries: number = 10
 tenant_id: string = ""
 retry_on_http_429: bool = true
 bearer_token: secret = ""
 bearer_token_file: string = ""
 proxy_url: string = ""
 no_proxy: string = ""
 proxy_from_environment: bool = false
 proxy_connect_header: map(list(secret)) = {}
 follow_redirects: bool = true
 enable_http2: bool = true
 http_headers: 1.8 map(list(secret)) = {}
 basic_auth: {
  @basic_auth
 authorization: {
  @authorization
 oauth2: {
  @oauth2
 tls_config: {
  @tls_config
 queue_config: {
  capacity: bytes = "10MiB"
  min_shards: 1.13 number = 1
  drain_timeout: duration = "15s"
  block_on_overflow: 1.14 bool = true
wal: {
 enabled: bool = false
 max_segment_age: duration = "1h"
 min_read_frequency: duration = "250ms"
 max_read_frequency: duration = "1s"
 drain_timeout: duration = "15s"

loki.echo
> receiver: capsule(loki.LogsReceiver)

otelcol.receiver.otlp
grpc: {
 endpoint: string = "0.0.0.0:4317"
 transport: string = "tcp"
 max_recv_msg_size: bytes = "0B"
 max_concurrent_streams: number = 0
 read_buffer_size: bytes = "512KiB"
 write_buffer_size: bytes = "0B"
 auth: 1.6 capsule(otelcol.Handler) = null
 include_metadata: bool = false
 tls: {
  @tls-2
 keepalive: {
  server_parameters: {
   max_connection_idle: duration = "0s"
   max_connection_age: duration = "0s"
   max_connection_age_grace: duration = "0s"
   time: duration = "0s"
   timeout: duration = "0s"
  enforcement_policy: {
   min_time: duration = "0s"
   permit_without_stream: bool = false
http: {
 endpoint: string = "0.0.0.0:4318"
 auth: 1.6 capsule(otelcol.Handler) = null
 max_request_body_size: bytes = "0B"
 include_metadata: bool = false
 compression_algorithms: 1.3 list(string) = ["","gzip","zstd","zlib","snappy","deflate","lz4"]
 keep_alives_enabled: 1.12 bool = null
 idle_timeout: 1.18 duration = "1m"
 read_timeout: 1.18 duration = "0s"
 write_timeout: 1.18 duration = "30s"
 read_header_timeout: 1.18 duration = "1m"
 traces_url_path: string = "/v1/traces"
 metrics_url_path: string = "/v1/metrics"
 logs_url_path: string = "/v1/logs"
 tls: {
  @tls-2
 cors: {
  allowed_origins: list(string) = []
  allowed_headers: list(string) = []
  exposed_headers: 1.19 list(string) = []
  max_age: number = 0
debug_metrics: {
 disable_high_cardinality_metrics: bool = true
 level: 1.2 string <none|basic|normal|detailed> = "detailed"
output!: {
 @output

otelcol.processor.batch
> input: capsule(otelcol.Consumer)
timeout: duration = "200ms"
send_batch_size: number = 2000
send_batch_max_size: number = 3000
metadata_keys: list(string) = []
metadata_cardinality_limit: number = 1000
output!: {
 @output
debug_metrics: 1.2 {
 disable_high_cardinality_metrics: bool = true
 level: string <none|basic|normal|detailed> = "detailed"

otelcol.exporter.loki
> input: capsule(otelcol.Consumer)
forward_to!: list(capsule(loki.LogsReceiver))

remote.kubernetes.secret
> data: map(string|secret)
namespace!: string
name!: string
poll_frequency: duration = "1m"
poll_timeout: duration = "15s"
client: {
 @client

remote.kubernetes.configmap
> data: map(string|secret)
namespace!: string
name!: string
poll_frequency: duration = "1m"
poll_timeout: duration = "15s"
client: {
 @client

logging config
level: string <debug|info|warn|error> = "info"
format: string <logfmt|json> = "logfmt"
destination: 1.17 string <stderr|windows_event_log> = "stderr"
write_to: list(capsule(loki.LogsReceiver)) = []

tracing config
sampling_fraction: number = 0.1
send_traceparent: 1.13 bool = false
write_to: list(capsule(otelcol.Consumer)) = []
sampler: {
 jaeger_remote: {
  url: string = "http://127.0.0.1:5778/sampling"
  max_operations: number = 256
  refresh_interval: duration = "1m"

http config
auth: 1.9 {
 basic: {
  username!: string
  password!: secret
 filter: {
  paths: list(string) = []
  authenticate_matching_paths: bool = true
tls: {
 cert_pem: string = ""
 cert_file: string = ""
 key_pem: secret = ""
 key_file: string = ""
 client_ca_pem: string = ""
 client_ca_file: string = ""
 client_auth_type: string <NoClientCert|RequestClientCert|RequireAnyClientCert|VerifyClientCertIfGiven|RequireAndVerifyClientCert> = ""
 cipher_suites: list(string) = []
 curve_preferences: list(string) <CurveP256|CurveP384|CurveP521|X25519> = []
 min_version: string <TLS10|TLS11|TLS12|TLS13> = ""
 max_version: string <TLS10|TLS11|TLS12|TLS13> = ""
 windows_certificate_filter: {
  server!: {
   store: string = ""
   system_store: string = ""
   issuer_common_names: list(string) = []
   template_id: string = ""
   refresh_interval: duration = "5m"
  client!: {
   issuer_common_names: list(string) = []
   subject_regex: string = ""
   template_id: string = ""

livedebugging config
enabled: bool = false
`;
