// Every key of Loki’s configuration file in the releases named first. Written by `npm run import:loki-config`.
//
// A line is a key: its name, then what it is from which release on, in pieces that `|` divides. A piece is a type, `!` where the
// key is deprecated, and the default; one without a type changes the default alone, and `-` ends the key. The first piece needs
// no release where the key is as old as its block. Deeper keys are indented; `[]` stands for the items of a list, `*` for the
// values of a map with free names. `@name` is a block that several keys have in common, written once, before the root.

export const lokiConfigKeys: string = `releases 2.1.0 2.9.17 3.0.0 3.3.4 3.5.12 3.6.15 3.7.6

@aimd
backoff_factor: float = 0.5
start: uint = 2000
upper_bound: uint = 10000

@alert_relabel_configs_item
action: any-case(replace|keep|drop|keepequal|dropequal|hashmod|labelmap|labeldrop|labelkeep|lowercase|uppercase) = replace
modulus: uint
regex: regex = "(.*)"
replacement: string = "$1"
separator: string = ";"
source_labels: list<string>
target_label: string

@alibaba
access_key_id: string = ""
access_key_secret: string = ""
bucket: string = ""
endpoint: string = ""

@alibabacloud
access_key_id: string = ""
bucket: string = ""
conn_timeout_sec: 3.5.12 int = 30
endpoint: string = ""
read_write_timeout_sec: 3.5.12 int = 60
secret_access_key: string = ""

@authorization
credentials: string
credentials_file: string
credentials_ref: 3.3.4 string
type: string

@azure
account_key: string = ""
account_name: string = ""
active_directory_endpoint: 3.7.6 string = ""
chunk_delimiter: 2.9.17 string = -
client_id: 2.9.17 string = ""
client_secret: 2.9.17 string = ""
connection_string: 3.0.0 string = ""
container_name: string = cortex | 2.9.17 = loki
download_buffer_size: int = 512000
endpoint_suffix: 2.9.17 string = ""
environment: one-of(AzureGlobal|AzureChinaCloud|AzureGermanCloud|AzureUSGovernment) = AzureGlobal
max_retries: int = 5
max_retry_delay: go-duration = 500ms
min_retry_delay: go-duration = 10ms
request_timeout: go-duration = 30s
tenant_id: 2.9.17 string = ""
upload_buffer_count: int = 1
upload_buffer_size: int = 256000
use_federated_token: 2.9.17 bool = false
use_managed_identity: 2.9.17 bool = false
use_service_principal: 2.9.17 bool = false
user_assigned_id: 2.9.17 string = ""

@azure-2
account_key: string = ""
account_name: string = ""
chunk_delimiter: 3.5.12 string = -
connection_string: string = ""
container_name: string = ""
endpoint_suffix: string = ""
max_retries: int = 20
user_assigned_id: string = ""

@azuread
certificate: 3.6.15 @certificate
cloud: one-of(|AzurePublic|AzureChina|AzureGovernment) = AzurePublic
managed_identity: object
 client_id: string
oauth: @oauth
scope: 3.6.15 string
sdk: 3.3.4 object
 tenant_id: string
workload_identity: 3.6.15 @workload_identity

@background
writeback_buffer: int = 10000 | 3.0.0 = 500000
writeback_goroutines: int = 10 | 3.0.0 = 1
writeback_size_limit: 2.9.17 bytes = 1GB | 3.0.0 = 500MB

@backoff_config
max_period: go-duration = 10s
max_retries: int = 10
min_period: go-duration = 100ms

@backoff_config-2
max_period: go-duration = 3s
max_retries: int = 5
min_period: go-duration = 100ms

@backoff_config-3
max_period: go-duration! = 3s
max_retries: int! = 5
min_period: go-duration! = 100ms

@backoff_config-4
max_period: go-duration = 50s | 2.9.17 go-duration! = 50s
max_retries: int = 20 | 2.9.17 int! = 20
min_period: go-duration = 100ms | 2.9.17 go-duration! = 100ms

@basic_auth
password: string
password_file: string
password_ref: 3.3.4 string
username: string
username_file: 3.0.0 string
username_ref: 3.3.4 string

@bos
access_key_id: string = ""
bucket_name: string = ""
endpoint: string = bj.bcebos.com
secret_access_key: string = ""

@bos-2
access_key: string = ""
bucket: string = ""
endpoint: string = ""
secret_key: string = ""

@certificate
certificate_key_path: string
certificate_password: string
certificate_path: string
client_id: string
send_certificate_chain: bool
tenant_id: string

@chunk_tables_provisioning
enable_inactive_throughput_on_demand_mode: bool = false
enable_ondemand_throughput_mode: bool = false
inactive_read_scale: @inactive_read_scale
inactive_read_scale_lastn: int = 4
inactive_read_throughput: int = 300
inactive_write_scale: @inactive_read_scale
inactive_write_scale_lastn: int = 4
inactive_write_throughput: int = 1
provisioned_read_throughput: int = 300
provisioned_write_throughput: int = 1000
read_scale: @inactive_read_scale
write_scale: @inactive_read_scale

@client_config
grpc_client_config: @grpc_client_config
pool_config: @pool_config-2

@cluster_validation
additional_labels: 3.7.6 string = ""
grpc: object
 enabled: bool = false
 soft_validation: bool = false
http: 3.6.15 @http-3
label: string = ""

@config
at: go-duration = 0s
max_per_second: int = 0
up_to: int = 0

@congestion_control
controller: @controller
enabled: bool = false
hedging: @hedging-2
retry: object
 limit: int = 2
 strategy: string = ""

@consul
acl_token: string = ""
cas_retry_delay: 2.9.17 go-duration = 1s
consistent_reads: bool = false
host: string = localhost:8500
http_client_timeout: go-duration = 20s
watch_burst_size: int = 1
watch_rate_limit: float = 1

@controller
aimd: @aimd
strategy: string = ""

@cos
access_key_id: string = ""
api_key: string = ""
auth_endpoint: string = https://iam.cloud.ibm.com/identity/token
backoff_config: @backoff_config-2
bucketnames: string = ""
cr_token_file_path: string = ""
endpoint: string = ""
forcepathstyle: bool = false
http_config: object
 idle_conn_timeout: go-duration = 1m30s
 response_header_timeout: go-duration = 0s
region: string = ""
secret_access_key: string = ""
service_instance_id: string = ""
trusted_profile_id: string = ""
trusted_profile_name: string = ""

@embedded_cache
enabled: bool = false
max_size_items: 3.0.0 int = 0
max_size_mb: int = 100
ttl: go-duration = 1h0m0s

@etcd
dial_timeout: go-duration = 10s
endpoints: list<string>
max_retries: int = 10
password: 2.9.17 string = ""
tls_ca_path: string = ""
tls_cert_path: string = ""
tls_cipher_suites: 2.9.17 string = ""
tls_enabled: bool = false
tls_insecure_skip_verify: bool = false
tls_key_path: string = ""
tls_min_version: 2.9.17 string = ""
tls_server_name: 2.9.17 string = ""
username: 2.9.17 string = ""

@fifocache
max_size_bytes: human-bytes = "" | 2.9.17 = 1GB
max_size_items: int = 0 | 2.9.17 int! = 0
purgeinterval: 2.9.17 go-duration = 0s
size: int! = 0
ttl: 2.9.17 go-duration = 1h0m0s
validity: go-duration = 0s | 2.9.17 go-duration! = 0s

@gcs
bucket_name: string = ""
chunk_buffer_size: int = 0
enable_http2: 2.9.17 bool = true
enable_opencensus: 2.9.17 bool = true
enable_retries: 3.0.0 bool = true
endpoint: 3.5.12 string = ""
request_timeout: go-duration = 0s
service_account: 2.9.17 string = ""

@gcs-2
bucket_name: string = ""
chunk_buffer_size: int = 0
max_retries: 3.5.12 int = 10
service_account: string = ""

@grpc_client_config
backoff_config: @backoff_config
backoff_on_ratelimits: bool = false
cluster_validation: 3.5.12 object
 label: string = ""
connect_backoff_base_delay: 2.9.17 go-duration = 1s
connect_backoff_max_delay: 2.9.17 go-duration = 5s
connect_timeout: 2.9.17 go-duration = 5s
grpc_compression: one-of(|gzip|snappy) = ""
initial_connection_window_size: 2.9.17 binary-bytes = 63KiB1023B
initial_stream_window_size: 2.9.17 binary-bytes = 63KiB1023B
max_recv_msg_size: int = 104857600
max_send_msg_size: int = 16777216 | 2.9.17 = 104857600
rate_limit: float = 0
rate_limit_burst: int = 0
tls_ca_path: string = ""
tls_cert_path: string = ""
tls_cipher_suites: 2.9.17 string = ""
tls_enabled: 2.9.17 bool = false
tls_insecure_skip_verify: bool = false
tls_key_path: string = ""
tls_min_version: 2.9.17 string = ""
tls_server_name: 2.9.17 string = ""
use_gzip_compression: bool! = false | 2.9.17 -

@grpc_tls_config
cert: 2.9.17 string = ""
cert_file: string = ""
client_auth_type: string = ""
client_ca: 2.9.17 string = ""
client_ca_file: string = ""
key: 2.9.17 string
key_file: string = ""

@hedging
at: go-duration = 0s
max_per_second: int = 5
up_to: int = 2

@hedging-2
config: @config
strategy: string = ""

@http
expect_continue_timeout: go-duration = 1s
idle_conn_timeout: go-duration = 1m30s
insecure_skip_verify: bool = false
max_connections_per_host: int = 0
max_idle_connections: int = 100
max_idle_connections_per_host: int = 100
response_header_timeout: go-duration = 2m0s
tls_ca_path: string = ""
tls_cert_path: string = ""
tls_handshake_timeout: go-duration = 10s
tls_key_path: string = ""
tls_server_name: string = ""

@http-2
expect_continue_timeout: go-duration = 1s
idle_conn_timeout: go-duration = 1m30s
insecure_skip_verify: bool
max_connections_per_host: int
max_idle_connections: int = 100
max_idle_connections_per_host: int = 100
response_header_timeout: go-duration = 2m0s
tls_ca_path: string
tls_cert_path: string
tls_handshake_timeout: go-duration = 10s
tls_key_path: string
tls_server_name: string

@http-3
enabled: bool = false
excluded_paths: string = ""
excluded_user_agents: string = ""
soft_validation: bool = false

@http_client_config
authorization: @authorization
basic_auth: @basic_auth
bearer_token: string
bearer_token_file: string = ""
enable_http2: bool = false
follow_redirects: bool = false
http_headers: object
 *: @http_headers_item
no_proxy: string = ""
oauth2: @oauth2
proxy_connect_header: map<list<string>>
proxy_from_environment: bool = false
proxy_url: url
tls_config: @tls_config-3

@http_config
ca_file: 2.9.17 string = ""
idle_conn_timeout: go-duration = 1m30s
insecure_skip_verify: bool = false
response_header_timeout: go-duration = 0s
timeout: 2.9.17 go-duration = 0s

@http_headers_item
files: list<string>
secrets: list<string>
values: list<string>

@inactive_read_scale
enabled: bool = false
in_cooldown: int = 1800
max_capacity: int = 6000
min_capacity: int = 3000
out_cooldown: int = 1800
role_arn: string = ""
target: float = 80

@index_gateway_client
grpc_client_config: @grpc_client_config
log_gateway_requests: bool = false
server_address: string = ""
time_based_sharding_buckets: 3.6.15 list<string>

@ingester_client
grpc_client_config: object
 backoff_config: @backoff_config
 backoff_on_ratelimits: bool = false
 cluster_validation: 3.5.12 object
  label: string = ""
 connect_backoff_base_delay: 2.9.17 go-duration = 1s
 connect_backoff_max_delay: 2.9.17 go-duration = 5s
 connect_timeout: 2.9.17 go-duration = 5s
 grpc_compression: one-of(|gzip|snappy) = ""
 initial_connection_window_size: 2.9.17 binary-bytes = 63KiB1023B
 initial_stream_window_size: 2.9.17 binary-bytes = 63KiB1023B
 max_recv_msg_size: int = 104857600
 max_send_msg_size: int = 16777216 | 2.9.17 = 104857600
 rate_limit: float = 0
 rate_limit_burst: int = 0
 tls_ca_path: 2.9.17 string = ""
 tls_cert_path: 2.9.17 string = ""
 tls_cipher_suites: 2.9.17 string = ""
 tls_enabled: 2.9.17 bool = false
 tls_insecure_skip_verify: 2.9.17 bool = false
 tls_key_path: 2.9.17 string = ""
 tls_min_version: 2.9.17 string = ""
 tls_server_name: 2.9.17 string = ""
 use_gzip_compression: bool! = false | 2.9.17 -
pool_config: @pool_config
remote_timeout: go-duration = 5s

@kvstore
consul: @consul
etcd: @etcd
multi: @multi
prefix: string = collectors/
store: one-of(consul|etcd|inmemory|memberlist|multi) = consul

@kvstore-2
consul: @consul
etcd: @etcd
multi: @multi
prefix: string = collectors/
store: one-of(consul|etcd|inmemory|memberlist|multi) = memberlist

@lifecycler
address: string = ""
availability_zone: string = ""
enable_inet6: 2.9.17 bool = false
final_sleep: go-duration = 30s | 2.9.17 = 0s
heartbeat_period: go-duration = 5s
heartbeat_timeout: 2.9.17 go-duration = 1m0s
id: string = "<hostname>"
interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
join_after: go-duration = 0s
min_ready_duration: go-duration = 1m0s | 2.9.17 = 15s
num_tokens: int = 128
observe_period: go-duration = 0s
port: int = 0
readiness_check_ring_health: 2.9.17 bool = true
ring: @ring
tokens_file_path: string = ""
unregister_on_shutdown: 2.9.17 bool = true

@log_attributes_item
action: one-of(index_label|structured_metadata|drop) = structured_metadata
attributes: list<string>
regex: regex

@memcached
batch_size: int = 1024 | 3.0.0 = 4
expiration: go-duration = 0s
parallelism: int = 100 | 3.0.0 = 5

@memcached_client
addresses: string = ""
circuit_breaker_consecutive_failures: uint = 10
circuit_breaker_interval: go-duration = 10s
circuit_breaker_timeout: go-duration = 10s
consistent_hash: bool = true
host: string = ""
max_idle_conns: int = 16
max_item_size: 2.9.17 int = 0
service: string = memcached
timeout: go-duration = 100ms
tls_ca_path: 3.0.0 string = ""
tls_cert_path: 3.0.0 string = ""
tls_cipher_suites: 3.0.0 string = ""
tls_enabled: 3.0.0 bool = false
tls_insecure_skip_verify: 3.0.0 bool = false
tls_key_path: 3.0.0 string = ""
tls_min_version: 3.0.0 string = ""
tls_server_name: 3.0.0 string = ""
update_interval: go-duration = 1m0s

@metadata_config
max_samples_per_send: int = 2000
send: bool = true
send_interval: duration = 1m

@multi
mirror_enabled: bool = false
mirror_timeout: go-duration = 2s
primary: string = ""
secondary: string = ""

@oauth
client_id: string
client_secret: string
tenant_id: string

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
client_secret_ref: 3.3.4 string
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

@object_store
alibaba: 3.5.12 @alibaba
azure: @azure-2
bos: 3.5.12 @bos-2
filesystem: object
 dir: string = ""
gcs: @gcs-2
s3: @s3
storage_prefix: string = ""
swift: @swift-2

@partition_ring
delete_inactive_partition_after: go-duration = 13h0m0s
kvstore: @kvstore-2
min_partition_owners_count: int = 1
min_partition_owners_duration: go-duration = 10s
shuffle_shard_cache_size: 3.7.6 int = 0

@pool_config
client_cleanup_period: go-duration = 15s
health_check_ingesters: bool = true
remote_timeout: 2.9.17 go-duration = 1s

@pool_config-2
client_cleanup_period: go-duration = 15s
health_check_ingest_limits: bool = true
remote_timeout: go-duration = 1s

@queue_config
batch_send_deadline: duration = 5s
capacity: int = 10000
max_backoff: duration = 5s
max_samples_per_send: int = 2000
max_shards: int = 50
min_backoff: duration = 30ms
min_shards: int = 1
retry_on_http_429: bool
sample_age_limit: 3.0.0 duration

@redis
db: int = 0
endpoint: string = ""
expiration: go-duration = 0s
idle_timeout: go-duration = 0s
master_name: string = ""
max_connection_age: go-duration = 0s
password: string = ""
pool_size: int = 0
route_randomly: 2.9.17 bool = false
timeout: go-duration = 500ms
tls_enabled: bool = false
tls_insecure_skip_verify: bool = false
username: 2.9.17 string = ""

@ring
excluded_zones: 2.9.17 string = ""
heartbeat_timeout: go-duration = 1m0s
kvstore: @kvstore
replication_factor: int = 3
zone_awareness_enabled: bool = false

@ring-2
heartbeat_period: go-duration = 15s
heartbeat_timeout: go-duration = 1m0s
instance_addr: string = ""
instance_availability_zone: string = ""
instance_enable_ipv6: bool = false
instance_id: string = "<hostname>"
instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
instance_port: int = 0
kvstore: @kvstore
num_tokens: 3.0.0 int = 128
replication_factor: 3.0.0 int = 3
tokens_file_path: string = ""
zone_awareness_enabled: bool = false

@ruler_remote_write_config_item
authorization: @authorization
azuread: 3.0.0 @azuread
basic_auth: @basic_auth
bearer_token: string
bearer_token_file: string
enable_http2: bool = true | 3.5.12 bool
follow_redirects: bool = true
google_iam: 3.5.12 object
 credentials_file: string
headers: map<string>
http_headers: 3.3.4 object
 *: @http_headers_item
metadata_config: @metadata_config
name: string
no_proxy: string
oauth2: @oauth2
protobuf_message: 3.3.4 one-of(prometheus.WriteRequest|io.prometheus.write.v2.Request) = prometheus.WriteRequest
proxy_connect_header: map<list<string>>
proxy_from_environment: bool
proxy_url: url
queue_config: @queue_config
remote_timeout: duration = 30s
round_robin_dns: 3.5.12 bool
send_exemplars: bool
send_native_histograms: bool
sigv4: @sigv4
tls_config: @tls_config
url: url
write_relabel_configs: list<object>
 []: @alert_relabel_configs_item

@s3
access_key_id: string = ""
bucket_lookup_type: one-of(auto|virtual-hosted|path) = auto
bucket_name: string = ""
dualstack_enabled: bool = true
endpoint: string = ""
http: @http
insecure: bool = false
list_objects_version: string = ""
max_retries: 3.5.12 int = 10
native_aws_auth_enabled: bool = false
part_size: uint = 0
region: string = ""
secret_access_key: string = ""
send_content_md5: bool = false
session_token: string = ""
sse: @sse
storage_class: one-of(|GLACIER|DEEP_ARCHIVE|GLACIER_IR|INTELLIGENT_TIERING|ONEZONE_IA|OUTPOSTS|REDUCED_REDUNDANCY|STANDARD|STANDARD_IA) = ""
sts_endpoint: string = ""
trace: object
 enabled: bool = false

@sigv4
access_key: string
external_id: 3.6.15 string
profile: string
region: string
role_arn: string
secret_key: string
service_name: 3.6.15 string
use_fips_sts_endpoint: 3.5.12 bool

@sse
kms_encryption_context: string = ""
kms_key_id: string = ""
type: one-of(|SSE-KMS|SSE-S3) = ""

@sse-2
kms_encryption_context: string
kms_key_id: string
type: one-of(|SSE-KMS|SSE-S3)

@swift
auth_url: string = ""
auth_version: 2.9.17 int = 0
connect_timeout: 2.9.17 go-duration = 10s
container_name: string = cortex | 2.9.17 = ""
domain_id: string = ""
domain_name: string = ""
http: 3.5.12 object
 tls_ca_path: string = ""
internal: 2.9.17 bool = false
max_retries: 2.9.17 int = 3
password: string = ""
project_domain_id: string = ""
project_domain_name: string = ""
project_id: string = ""
project_name: string = ""
region_name: string = ""
request_timeout: 2.9.17 go-duration = 5s
user_domain_id: string = ""
user_domain_name: string = ""
user_id: string = ""
username: string = ""

@swift-2
application_credential_id: 3.5.12 string = ""
application_credential_name: 3.5.12 string = ""
application_credential_secret: 3.5.12 string = ""
auth_url: string = ""
auth_version: int = 0
connect_timeout: go-duration = 10s
container_name: string = ""
domain_id: string = ""
domain_name: string = ""
http: 3.5.12 @http
internal: bool = false | 3.5.12 -
max_retries: int = 3
password: string = ""
project_domain_id: string = ""
project_domain_name: string = ""
project_id: string = ""
project_name: string = ""
region_name: string = ""
request_timeout: go-duration = 5s
user_domain_id: string = ""
user_domain_name: string = ""
user_id: string = ""
username: string = ""

@tail_tls_config
tls_ca_path: string = ""
tls_cert_path: string = ""
tls_cipher_suites: string = ""
tls_insecure_skip_verify: bool = false
tls_key_path: string = ""
tls_min_version: string = ""
tls_server_name: string = ""

@tls_config
ca: string
ca_file: string
ca_ref: 3.3.4 string
cert: string
cert_file: string
cert_ref: 3.3.4 string
insecure_skip_verify: bool
key: string
key_file: string
key_ref: 3.3.4 string
max_version: one-of(TLS10|TLS11|TLS12|TLS13)
min_version: one-of(TLS10|TLS11|TLS12|TLS13)
server_name: string

@tls_config-2
ca: string!
ca_file: string!
ca_ref: 3.3.4 string!
cert: string!
cert_file: string!
cert_ref: 3.3.4 string!
insecure_skip_verify: bool!
key: string!
key_file: string!
key_ref: 3.3.4 string!
max_version: one-of(TLS10|TLS11|TLS12|TLS13)!
min_version: one-of(TLS10|TLS11|TLS12|TLS13)!
server_name: string!

@tls_config-3
ca: string = ""
ca_file: string = ""
ca_ref: string = ""
cert: string = ""
cert_file: string = ""
cert_ref: string = ""
insecure_skip_verify: bool = false
key: string
key_file: string = ""
key_ref: string = ""
max_version: one-of(TLS10|TLS11|TLS12|TLS13)
min_version: one-of(TLS10|TLS11|TLS12|TLS13)
server_name: string = ""

@workload_identity
client_id: string
tenant_id: string
token_file_path: string

root
analytics: 2.9.17 object
 proxy_url: 3.5.12 string = ""
 reporting_enabled: bool = true
 tls_config: 3.5.12 @tail_tls_config
 usage_stats_url: string = https://stats.grafana.org/loki-usage-report
auth_enabled: bool = true
ballast_bytes: 2.9.17 int = 0
block_builder: 3.5.12 object | 3.6.15 -
 backoff_config: @backoff_config
 chunk_block_size: bytes = 256KB
 chunk_encoding: string = snappy
 chunk_target_size: bytes = 1536KB
 concurrent_flushes: int = 1
 concurrent_writers: int = 1
 max_chunk_age: go-duration = 2h0m0s
 poll_interval: go-duration = 30s
 scheduler_address: string = ""
 scheduler_grpc_client_config: @grpc_client_config
 sync_interval: go-duration = 30s
 worker_parallelism: int = 1
block_scheduler: 3.5.12 object | 3.6.15 -
 interval: go-duration = 15m0s
 job_queue: object
  lease_duration: go-duration = 10m0s
  lease_expiry_check_interval: go-duration = 1m0s
 lookback_period: go-duration = 0s
 strategy: string = record-count
 target_record_count: int = 1000
bloom_build: 3.3.4 object
 builder: object
  backoff_config: @backoff_config
  grpc_config: @grpc_client_config
  planner_address: string = ""
  working_directory: string = ""
 enabled: bool = false
 planner: object
  max_table_offset: int = 1
  min_table_offset: int = 0
  planning_interval: go-duration = 8h0m0s
  queue: object
   clean_tasks_directory: bool = false
   max_queued_tasks_per_tenant: int = 30000
   store_tasks_on_disk: bool = false
   tasks_disk_directory: string = /tmp/bloom-planner-queue
  retention: object
   enabled: bool = false
   max_lookback_days: int = 365
bloom_compactor: 3.0.0 object | 3.3.4 -
 compaction_interval: go-duration = 10m0s
 compaction_retries: int = 3
 compaction_retries_max_backoff: go-duration = 1m0s
 compaction_retries_min_backoff: go-duration = 10s
 enabled: bool = false
 max_compaction_parallelism: int = 1
 max_table_offset: int = 2
 min_table_offset: int = 1
 retention: object
  enabled: bool = false
  max_lookback_days: int = 365
 ring: object
  heartbeat_period: go-duration = 15s
  heartbeat_timeout: go-duration = 1m0s
  instance_addr: string = ""
  instance_availability_zone: string = ""
  instance_enable_ipv6: bool = false
  instance_id: string = "<hostname>"
  instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
  instance_port: int = 0
  kvstore: @kvstore
  num_tokens: int = 10
  replication_factor: int = 1
  tokens_file_path: string = ""
  zone_awareness_enabled: bool = false
 worker_parallelism: int = 1
bloom_gateway: 3.0.0 object
 block_query_concurrency: int = 8
 client: object
  addresses: string = ""
  cache_results: bool = false | 3.5.12 -
  grpc_client_config: @grpc_client_config
  pool_config: object
   check_interval: go-duration = 10s | 3.3.4 = 15s
   enable_health_check: bool = true | 3.3.4 -
   health_check_timeout: go-duration = 1s | 3.3.4 -
  results_cache: object | 3.5.12 -
   cache: object
    background: @background
    default_validity: go-duration = 1h0m0s
    embedded_cache: @embedded_cache
    memcached: @memcached
    memcached_client: @memcached_client
    prefix: string = bloom-gateway-client.cache.
    redis: @redis
   compression: string = ""
 enabled: bool = false
 fetch_blocks_async: 3.5.12 bool = true
 max_outstanding_per_tenant: int = 1024
 num_multiplex_tasks: int = 512
 worker_concurrency: int = 4
chunk_store_config: object
 cache_lookups_older_than: duration = 0s
 chunk_cache_config: object
  async_cache_write_back_buffer_size: 2.9.17 int = 500 | 3.0.0 -
  async_cache_write_back_concurrency: 2.9.17 int = 16 | 3.0.0 -
  background: @background
  default_validity: go-duration = 0s | 2.9.17 = 1h0m0s
  embedded_cache: 2.9.17 @embedded_cache
  enable_fifocache: bool = false | 2.9.17 bool! = false | 3.0.0 -
  fifocache: @fifocache | 3.0.0 -
  memcached: @memcached
  memcached_client: @memcached_client
  prefix: string = store.chunks-cache.
  redis: @redis
 chunk_cache_config_l2: 2.9.17 object
  async_cache_write_back_buffer_size: int = 500 | 3.0.0 -
  async_cache_write_back_concurrency: int = 16 | 3.0.0 -
  background: @background
  default_validity: go-duration = 1h0m0s
  embedded_cache: @embedded_cache
  enable_fifocache: bool! = false | 3.0.0 -
  fifocache: @fifocache | 3.0.0 -
  memcached: @memcached
  memcached_client: @memcached_client
  prefix: string = experimental.store.chunks-cache-l2. | 3.0.0 = store.chunks-cache-l2.
  redis: @redis
 l2_chunk_cache_handoff: 2.9.17 go-duration = 0s
 max_look_back_period: duration = 0s | 2.9.17 duration! = 0s | 3.0.0 -
 skip_query_writeback_cache_older_than: 3.5.12 go-duration = 0s
 write_dedupe_cache_config: object
  async_cache_write_back_buffer_size: 2.9.17 int = 500 | 3.0.0 -
  async_cache_write_back_concurrency: 2.9.17 int = 16 | 3.0.0 -
  background: @background
  default_validity: go-duration = 0s | 2.9.17 = 1h0m0s
  embedded_cache: 2.9.17 @embedded_cache
  enable_fifocache: bool = false | 2.9.17 bool! = false | 3.0.0 -
  fifocache: @fifocache | 3.0.0 -
  memcached: @memcached
  memcached_client: @memcached_client
  prefix: string = store.index-cache-write.
  redis: @redis
common: 2.9.17 object
 compactor_address: string = ""
 compactor_grpc_address: string = ""
 instance_addr: string = ""
 instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
 path_prefix: string = ""
 persist_tokens: bool = false
 replication_factor: int = 3
 ring: @ring-2
 scratch_path: 3.6.15 string = ""
 storage: object
  alibabacloud: @alibabacloud
  azure: @azure
  bos: @bos
  congestion_control: 3.0.0 @congestion_control
  cos: @cos
  filesystem: object
   chunks_directory: string = ""
   rules_directory: string = ""
  gcs: @gcs
  hedging: @hedging
  object_store: 3.3.4 @object_store
  s3: object
   access_key_id: string = ""
   backoff_config: @backoff_config-2
   bucketnames: string = ""
   chunk_delimiter: 3.5.12 string = ""
   disable_dualstack: 3.3.4 bool = false
   endpoint: string = ""
   http_config: @http_config
   insecure: bool = false
   region: string = ""
   s3: url = ""
   s3forcepathstyle: bool = false
   secret_access_key: string = ""
   session_token: string = ""
   signature_version: one-of(v4|v2) = v4
   sse: @sse
   sse_encryption: bool! = false | 3.0.0 -
   storage_class: one-of(|GLACIER|DEEP_ARCHIVE|GLACIER_IR|INTELLIGENT_TIERING|ONEZONE_IA|OUTPOSTS|REDUCED_REDUNDANCY|STANDARD|STANDARD_IA) = STANDARD
  swift: @swift
compactor: object
 _: 2.9.17 bool = false
 apply_retention_interval: 2.9.17 go-duration = 0s
 backup_delete_request_store_db_type: 3.5.12 string = ""
 compaction_interval: go-duration = 2h0m0s | 2.9.17 = 10m0s
 compactor_ring: 2.9.17 object
  heartbeat_period: go-duration = 15s
  heartbeat_timeout: go-duration = 1m0s
  instance_addr: string = ""
  instance_availability_zone: string = ""
  instance_enable_ipv6: bool = false
  instance_id: string = "<hostname>"
  instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
  instance_port: int = 0
  kvstore: @kvstore
  num_tokens: 3.0.0 int = 1
  replication_factor: 3.0.0 int = 1
  tokens_file_path: string = ""
  zone_awareness_enabled: bool = false
 delete_batch_size: 2.9.17 int = 70
 delete_max_interval: 2.9.17 go-duration = 0s | 3.0.0 = 24h0m0s
 delete_request_cancel_period: 2.9.17 go-duration = 24h0m0s
 delete_request_store: 2.9.17 string = ""
 delete_request_store_db_type: 3.5.12 string = boltdb
 delete_request_store_key_prefix: 3.0.0 string = index/
 deletion_marker_object_store_prefix: 3.7.6 string = ""
 deletion_mode: 2.9.17 string! = "" | 3.0.0 -
 horizontal_scaling_mode: 3.6.15 string = disabled
 jobs_config: 3.6.15 object
  deletion: object
   chunk_processing_concurrency: int = 3
   deletion_manifest_store_prefix: string = __deletion_manifest__/
   max_retries: int = 3
   timeout: go-duration = 15m0s
 max_compaction_parallelism: 2.9.17 int = 1
 retention_backoff_config: 3.3.4 @backoff_config
 retention_delete_delay: 2.9.17 go-duration = 2h0m0s
 retention_delete_worker_count: 2.9.17 int = 150
 retention_enabled: 2.9.17 bool = false
 retention_table_timeout: 2.9.17 go-duration = 0s
 shared_store: string = "" | 3.0.0 -
 shared_store_key_prefix: 2.9.17 string = index/ | 3.0.0 -
 skip_latest_n_tables: 2.9.17 int = 0
 tables_to_compact: 2.9.17 int = 0
 upload_parallelism: 2.9.17 int = 10
 worker_config: 3.6.15 object
  num_sub_workers: int = 4
 working_directory: string = "" | 3.5.12 = /var/loki/compactor
compactor_client: 2.9.17 object
 tls_ca_path: string = ""
 tls_cert_path: string = ""
 tls_cipher_suites: string = ""
 tls_enabled: bool = false
 tls_insecure_skip_verify: bool = false
 tls_key_path: string = ""
 tls_min_version: string = ""
 tls_server_name: string = ""
compactor_grpc_client: 2.9.17 @grpc_client_config
dataobj: 3.5.12 object
 consumer: object
  builderconfig: object
   buffer_size: binary-bytes = 16MiB
   dataobj_sort_order: 3.6.15 string = stream-asc
   max_page_rows: 3.6.15 int = 0
   section_stripe_merge_limit: int = 2
   target_object_size: binary-bytes = 1GiB
   target_page_size: binary-bytes = 2MiB
   target_section_size: binary-bytes = 128MiB
  idle_flush_timeout: go-duration = 1h0m0s
  lifecycler: 3.7.6 @lifecycler
  max_builder_age: 3.7.6 go-duration = 1h0m0s
  partition_ring: 3.7.6 @partition_ring
  topic: 3.7.6 string = ""
  uploader: object
   shaprefixsize: int = 2
 enabled: 3.7.6 bool = false
 index: 3.6.15 object
  buffer_size: binary-bytes = 2MiB
  events_per_index: int = 32
  flush_interval: go-duration = 1m0s
  max_idle_time: go-duration = 30m0s
  max_page_rows: int = 0
  section_stripe_merge_limit: int = 2
  target_object_size: binary-bytes = 64MiB
  target_page_size: binary-bytes = 128KiB
  target_section_size: binary-bytes = 16MiB
 metastore: 3.6.15 object
  index_storage_prefix: string = index/v0
  partition_ratio: int = 10
 querier: object | 3.6.15 -
  enabled: bool = false
  from: string = 1970-01-01
  shard_factor: int = 32
 storage_bucket_prefix: string = dataobj/
distributor: object
 dataobj_tee: 3.7.6 object
  debug_metrics_enabled: bool = false
  enabled: bool = false
  max_buffered_bytes: int = 104857600
  per_partition_rate_bytes: int = 1048576
  rate_batch_window: go-duration = 0s
  topic: string = ""
 default_policy_stream_mappings: 3.6.15 map<list<object>>
  *: list<object>
   []: object
    priority: int
    selector: selector
 ingest_limits_dry_run_enabled: 3.5.12 bool = false
 ingest_limits_enabled: 3.5.12 bool = false
 ingester_writes_enabled: 3.3.4 bool = true
 kafka_writes_enabled: 3.3.4 bool = false
 max_decompressed_size: 3.6.15 int = 5242880000
 max_recv_msg_size: 3.6.15 int = 104857600
 otlp_config: 3.0.0 object
  default_resource_attributes_as_index_labels: list<string> = "[\\"service.name\\",\\"service.namespace\\",\\"service.instance.id\\",\\"deployment.environment\\",\\"cloud.region\\",\\"cloud.availability_zone\\",\\"k8s.cluster.name\\",\\"k8s.namespace.name\\",\\"k8s.pod.name\\",\\"k8s.container.name\\",\\"container.name\\",\\"k8s.replicaset.name\\",\\"k8s.deployment.name\\",\\"k8s.statefulset.name\\",\\"k8s.daemonset.name\\",\\"k8s.cronjob.name\\",\\"k8s.job.name\\"]" | 3.5.12 = "[\\"service.name\\",\\"service.namespace\\",\\"service.instance.id\\",\\"deployment.environment\\",\\"deployment.environment.name\\",\\"cloud.region\\",\\"cloud.availability_zone\\",\\"k8s.cluster.name\\",\\"k8s.namespace.name\\",\\"k8s.pod.name\\",\\"k8s.container.name\\",\\"container.name\\",\\"k8s.replicaset.name\\",\\"k8s.deployment.name\\",\\"k8s.statefulset.name\\",\\"k8s.daemonset.name\\",\\"k8s.cronjob.name\\",\\"k8s.job.name\\"]"
 push_worker_count: 3.3.4 int = 256
 rate_store: 2.9.17 object
  debug: bool = false
  ingester_request_timeout: go-duration = 500ms
  max_request_parallelism: int = 200
  stream_rate_update_interval: go-duration = 1s
 ring: object
  heartbeat_period: go-duration = 5s
  heartbeat_timeout: go-duration = 1m0s
  instance_addr: string = ""
  instance_enable_ipv6: 2.9.17 bool = false
  instance_id: string = "<hostname>"
  instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
  instance_port: int = 0
  kvstore: @kvstore
 tenant_topic: 3.5.12 object | 3.6.15 -
  enabled: bool = false
  max_buffered_bytes: binary-bytes = 100MiB
  max_record_size_bytes: binary-bytes = 15MiB249KiB
  strategy: string = simple
  topic_prefix: string = loki.tenant
 write_failures_logging: 2.9.17 object
  add_insights_label: bool = false
  rate: bytes = 1KB
frontend: object
 address: 2.9.17 string = ""
 compress_responses: bool = false | 3.0.0 = true | 3.5.12 = false
 downstream_url: string = ""
 encoding: 3.0.0 string = json
 graceful_shutdown_timeout: 2.9.17 go-duration = 5m0s
 grpc_client_config: 2.9.17 @grpc_client_config
 instance_enable_ipv6: 3.5.12 bool = false
 instance_interface_names: 2.9.17 list<string> = "[\\"eth0\\",\\"en0\\"]"
 log_queries_longer_than: go-duration = 0s
 log_query_request_headers: 3.0.0 string = ""
 max_body_size: 2.9.17 int = 10485760
 max_outstanding_per_tenant: int = 100 | 2.9.17 = 2048
 port: 2.9.17 int = 0
 querier_forget_delay: 2.9.17 go-duration = 0s
 query_stats_enabled: 2.9.17 bool = false
 scheduler_address: 2.9.17 string = ""
 scheduler_dns_lookup_period: 2.9.17 go-duration = 10s
 scheduler_worker_concurrency: 2.9.17 int = 5
 support_parquet_encoding: 3.5.12 bool = false
 tail_proxy_url: string = ""
 tail_tls_config: 2.9.17 @tail_tls_config
frontend_worker: object
 dns_lookup_duration: go-duration = 10s | 2.9.17 = 3s
 frontend_address: string = ""
 grpc_client_config: @grpc_client_config
 id: string = ""
 match_max_concurrent: bool = false | 2.9.17 = true | 3.0.0 -
 parallelism: int = 10 | 3.0.0 -
 query_frontend_grpc_client: 3.3.4 @grpc_client_config
 query_scheduler_grpc_client: 3.3.4 @grpc_client_config
 scheduler_address: 2.9.17 string = ""
http_prefix: string = ""
index_gateway: 2.9.17 object
 mode: string = simple
 ring: object
  heartbeat_period: go-duration = 15s
  heartbeat_timeout: go-duration = 1m0s
  instance_addr: string = ""
  instance_availability_zone: string = ""
  instance_enable_ipv6: bool = false
  instance_id: string = "<hostname>"
  instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
  instance_port: int = 0
  kvstore: @kvstore
  num_tokens: 3.0.0 int = 128
  replication_factor: int! = 3
  tokens_file_path: string = ""
  zone_awareness_enabled: bool = false
ingest_limits: 3.5.12 object
 active_window: 3.6.15 go-duration = 2h0m0s
 bucket_duration: go-duration = 1m0s | 3.6.15 -
 bucket_size: 3.6.15 go-duration = 1m0s
 consumer_group: 3.6.15 string = ingest-limits
 enabled: bool = false
 eviction_interval: 3.6.15 go-duration = 10m0s
 lifecycler: @lifecycler
 num_partitions: int = 64
 rate_window: go-duration = 5m0s
 topic: 3.6.15 string = ""
 window_size: go-duration = 1h0m0s | 3.6.15 -
ingest_limits_frontend: 3.5.12 object
 accepted_streams_cache_enabled: 3.7.6 bool = false
 accepted_streams_cache_ttl: 3.7.6 go-duration = 1m0s
 accepted_streams_cache_ttl_jitter: 3.7.6 go-duration = 15s
 assigned_partitions_cache_enabled: 3.7.6 bool = true
 assigned_partitions_cache_ttl: 3.6.15 go-duration = 1m0s
 client_config: @client_config
 lifecycler: @lifecycler
 num_partitions: 3.6.15 int = 64
 recheck_period: go-duration = 10s | 3.6.15 -
ingest_limits_frontend_client: 3.5.12 @client_config
ingester: object
 autoforget_unhealthy: 2.9.17 bool = false
 chunk_block_size: int = 262144
 chunk_encoding: any-case(none|gzip|lz4-64k|snappy|lz4-256k|lz4-1M|lz4|flate|zstd) = gzip
 chunk_idle_period: go-duration = 30m0s
 chunk_retain_period: go-duration = 15m0s | 2.9.17 = 0s
 chunk_target_size: int = 0 | 2.9.17 = 1572864
 concurrent_flushes: int = 16 | 2.9.17 = 32
 delegate_stream_limits_enabled: 3.7.6 bool = false
 flush_check_period: go-duration = 30s
 flush_op_backoff: 2.9.17 object | 3.0.0 - | 3.3.4 object
  max_period: go-duration = 1m0s
  max_retries: int = 10
  min_period: go-duration = 10s
 flush_op_timeout: go-duration = 10s | 2.9.17 = 10m0s
 index_shards: 2.9.17 int = 32
 kafka_ingestion: 3.3.4 object
  enabled: bool = false
  partition_ring: @partition_ring
 lifecycler: @lifecycler
 max_chunk_age: go-duration = 1h0m0s | 2.9.17 = 2h0m0s
 max_dropped_streams: 2.9.17 int = 10
 max_returned_stream_errors: int = 10
 max_transfer_retries: int = 10 | 2.9.17 = 0 | 3.0.0 -
 owned_streams_check_interval: 3.3.4 go-duration = 30s
 query_store_max_look_back_period: go-duration = 0s
 shutdown_marker_path: 2.9.17 string = ""
 sync_min_utilization: float = 0 | 3.0.0 = 0.1
 sync_period: go-duration = 0s | 3.0.0 = 1h0m0s
 wal: 2.9.17 object
  checkpoint_duration: go-duration = 5m0s
  dir: string = wal
  disk_full_threshold: 3.7.6 float = 0.9
  enabled: bool = true
  flush_on_shutdown: bool = false
  replay_memory_ceiling: bytes = 4GB
ingester_client: @ingester_client
ingester_rf1_client: 3.3.4 object | 3.5.12 -
 grpc_client_config: object
  backoff_config: object
   max_period: go-duration = 0s
   max_retries: int = 0
   min_period: go-duration = 0s
  backoff_on_ratelimits: bool = false
  connect_backoff_base_delay: go-duration = 0s
  connect_backoff_max_delay: go-duration = 0s
  connect_timeout: go-duration = 0s
  grpc_compression: one-of(|gzip|snappy) = ""
  initial_connection_window_size: bytes = 0B
  initial_stream_window_size: bytes = 0B
  max_recv_msg_size: int = 0
  max_send_msg_size: int = 0
  rate_limit: float = 0
  rate_limit_burst: int = 0
  tls_ca_path: string = ""
  tls_cert_path: string = ""
  tls_cipher_suites: string = ""
  tls_enabled: bool = false
  tls_insecure_skip_verify: bool = false
  tls_key_path: string = ""
  tls_min_version: string = ""
  tls_server_name: string = ""
 pool_config: object
  client_cleanup_period: go-duration = 0s
  health_check_ingesters: bool = false
  remote_timeout: go-duration = 0s
 remote_timeout: go-duration = 0s
internal_server: 2.9.17 object
 cluster_validation: 3.5.12 @cluster_validation
 create_new_traces: 3.7.6 bool = false
 enable: bool = false
 graceful_shutdown_timeout: go-duration = 30s
 grpc_collect_max_streams_by_conn: 3.6.15 bool = false
 grpc_listen_address: string = ""
 grpc_listen_conn_limit: int = 0
 grpc_listen_network: string = ""
 grpc_listen_port: int = 0
 grpc_server_keepalive_time: go-duration = 0s
 grpc_server_keepalive_timeout: go-duration = 0s
 grpc_server_max_concurrent_streams: uint = 0
 grpc_server_max_connection_age: go-duration = 0s
 grpc_server_max_connection_age_grace: go-duration = 0s
 grpc_server_max_connection_idle: go-duration = 0s
 grpc_server_max_recv_msg_size: int = 0
 grpc_server_max_send_msg_size: int = 0
 grpc_server_min_time_between_pings: go-duration = 0s
 grpc_server_num_workers: 3.0.0 int = 0
 grpc_server_ping_without_stream_allowed: bool = false
 grpc_server_recv_buffer_pools_enabled: 3.3.4 bool = false
 grpc_server_stats_tracking_enabled: 3.3.4 bool = false
 grpc_tls_config: @grpc_tls_config
 http_listen_address: string = localhost
 http_listen_conn_limit: int = 0
 http_listen_network: string = tcp
 http_listen_port: int = 3101
 http_log_closed_connections_without_response_enabled: 3.0.0 bool = false
 http_path_prefix: string = ""
 http_server_idle_timeout: go-duration = 2m0s
 http_server_read_header_timeout: 3.0.0 go-duration = 0s
 http_server_read_timeout: go-duration = 30s
 http_server_write_timeout: go-duration = 30s
 http_tls_config: @grpc_tls_config
 log_format: string = ""
 log_level: string = ""
 log_request_at_info_level_enabled: bool = false
 log_request_exclude_headers_list: string = ""
 log_request_headers: bool = false
 log_source_ips_enabled: bool = false
 log_source_ips_full: 3.3.4 bool = false
 log_source_ips_header: string = ""
 log_source_ips_regex: string = ""
 proxy_protocol_enabled: 3.3.4 bool = false
 register_instrumentation: bool = false
 report_grpc_codes_in_instrumentation_label_enabled: 3.0.0 bool = false
 tls_cipher_suites: string = ""
 tls_min_version: string = ""
 trace_request_exclude_headers_list: 3.6.15 string = ""
 trace_request_headers: 3.6.15 bool = false
kafka_config: 3.3.4 object
 address: string = localhost:9092 | 3.6.15 string! = ""
 auto_create_topic_default_partitions: int = 1000
 auto_create_topic_enabled: bool = true
 client_id: string = "" | 3.6.15 string! = ""
 consumer_group: string = ""
 consumer_group_offset_commit_interval: go-duration = 1s
 dial_timeout: go-duration = 2s
 enable_kafka_histograms: 3.6.15 bool = false
 last_produced_offset_retry_timeout: go-duration = 10s
 max_consumer_lag_at_startup: go-duration = 15s
 max_consumer_workers: 3.6.15 int = 1
 producer_max_buffered_bytes: int = 1073741824
 producer_max_record_size_bytes: int = 15983616
 reader_config: 3.6.15 object
  address: string = localhost:9092
  client_id: string = ""
 sasl_password: string = ""
 sasl_username: string = ""
 target_consumer_lag_at_startup: go-duration = 2s | 3.5.12 -
 topic: string = ""
 tracing_enabled: 3.7.6 bool = false
 write_timeout: go-duration = 10s
 writer_config: 3.6.15 object
  address: string = localhost:9092
  client_id: string = ""
legacy_read_target: 2.9.17 bool = true | 3.0.0 bool! = false
limits_config: object
 allow_deletes: 2.9.17 bool! = false
 allow_structured_metadata: 2.9.17 bool = false | 3.0.0 = true
 block_ingestion_policy_until: 3.5.12 map<string>
 block_ingestion_status_code: 3.3.4 int = 260
 block_ingestion_until: 3.3.4 time = 0
 blocked_queries: 2.9.17 list<object>
  []: object
   hash: uint32
   pattern: string
   query_tags: 3.7.6 map<string>
   regex: bool
   types: string
 bloom_block_encoding: 3.0.0 any-case(none|gzip|lz4-64k|snappy|lz4-256k|lz4-1M|lz4|flate|zstd) = none
 bloom_build_builder_response_timeout: 3.3.4 go-duration = 0s
 bloom_build_max_builders: 3.3.4 int = 0
 bloom_build_task_max_retries: 3.3.4 int = 3
 bloom_compactor_enable_compaction: 3.0.0 bool = false | 3.3.4 -
 bloom_compactor_max_block_size: 3.0.0 bytes = 200MB | 3.3.4 -
 bloom_compactor_shard_size: 3.0.0 int = 0 | 3.3.4 -
 bloom_creation_enabled: 3.3.4 bool = false
 bloom_false_positive_rate: 3.0.0 float = 0.01 | 3.3.4 -
 bloom_gateway_cache_key_interval: 3.0.0 go-duration = 15m0s | 3.5.12 -
 bloom_gateway_enable_filtering: 3.0.0 bool = false
 bloom_gateway_shard_size: 3.0.0 int = 0 | 3.5.12 -
 bloom_max_block_size: 3.3.4 bytes = 200MB
 bloom_max_bloom_size: 3.3.4 bytes = 128MB
 bloom_ngram_length: 3.0.0 int = 4 | 3.3.4 -
 bloom_ngram_skip: 3.0.0 int = 1 | 3.3.4 -
 bloom_planning_strategy: 3.3.4 string = split_keyspace_by_factor
 bloom_prefetch_blocks: 3.5.12 bool = false
 bloom_split_series_keyspace_by: 3.3.4 int = 256
 bloom_task_target_series_chunk_size: 3.3.4 bytes = 20GB
 cardinality_limit: int = 100000
 creation_grace_period: go-duration = 10m0s | 2.9.17 duration = 10m
 debug_engine_streams: 3.7.6 bool = false
 debug_engine_tasks: 3.7.6 bool = false
 deletion_mode: 2.9.17 one-of(disabled|filter-only|filter-and-delete) = filter-and-delete
 discover_generic_fields: 3.5.12 object
  fields: map<list<string>>
 discover_log_levels: 3.0.0 bool = true
 discover_service_name: 3.0.0 list<string> = "[\\"service\\",\\"app\\",\\"application\\",\\"name\\",\\"app_kubernetes_io_name\\",\\"container\\",\\"container_name\\",\\"component\\",\\"workload\\",\\"job\\"]" | 3.3.4 = "[\\"service\\",\\"app\\",\\"application\\",\\"app_name\\",\\"name\\",\\"app_kubernetes_io_name\\",\\"container\\",\\"container_name\\",\\"k8s_container_name\\",\\"component\\",\\"workload\\",\\"job\\",\\"k8s_job_name\\"]"
 enable_multi_variant_queries: 3.5.12 bool = false
 enforce_metric_name: bool = true | 3.0.0 -
 enforced_labels: 3.5.12 list<string>
 engine_results_cache_time_bucket_interval: 3.7.6 duration = 1d
 increment_duplicate_timestamp: 2.9.17 bool = false
 index_gateway_max_capacity: 3.7.6 float = 1
 index_gateway_shard_size: 2.9.17 int = 0
 ingestion_burst_size_mb: float = 6
 ingestion_partitions_tenant_shard_size: 3.3.4 int = 0
 ingestion_rate_mb: float = 4
 ingestion_rate_strategy: string = local | 2.9.17 = global
 log_level_fields: 3.5.12 list<string> = "[\\"level\\",\\"LEVEL\\",\\"Level\\",\\"Severity\\",\\"severity\\",\\"SEVERITY\\",\\"lvl\\",\\"LVL\\",\\"Lvl\\",\\"severity_text\\",\\"Severity_Text\\",\\"SEVERITY_TEXT\\"]" | 3.7.6 = "[\\"level\\",\\"LEVEL\\",\\"Level\\",\\"log.level\\",\\"severity\\",\\"SEVERITY\\",\\"Severity\\",\\"SeverityText\\",\\"lvl\\",\\"LVL\\",\\"Lvl\\",\\"severity_text\\",\\"Severity_Text\\",\\"SEVERITY_TEXT\\"]"
 log_level_from_json_max_depth: 3.5.12 int = 2
 max_cache_freshness_per_query: go-duration = 1m0s | 2.9.17 duration = 1m | 3.0.0 = 10m
 max_chunks_per_query: int = 2000000
 max_concurrent_tail_requests: int = 10
 max_entries_limit_per_query: int = 5000
 max_global_streams_per_user: int = 0 | 2.9.17 = 5000
 max_label_name_length: int = 1024
 max_label_names_per_series: int = 30 | 3.0.0 = 15
 max_label_value_length: int = 2048
 max_line_size: bytes = 0 | 2.9.17 = 0B | 3.0.0 = 256KB
 max_line_size_truncate: 2.9.17 bool = false
 max_line_size_truncate_identifier: 3.6.15 string = ""
 max_metadata_cache_freshness: 3.0.0 duration = 1d
 max_querier_bytes_read: 2.9.17 bytes = 0B | 3.0.0 = 150GB
 max_queriers_per_tenant: 2.9.17 uint = 0
 max_query_bytes_read: 2.9.17 bytes = 0B
 max_query_capacity: 3.0.0 float = 0
 max_query_length: go-duration = 0s | 2.9.17 duration = 30d1h
 max_query_lookback: 2.9.17 duration = 0s
 max_query_parallelism: int = 14 | 2.9.17 = 32
 max_query_range: 2.9.17 duration = 0s
 max_query_series: int = 500
 max_scan_task_parallelism: 3.7.6 int = 0
 max_stats_cache_freshness: 2.9.17 duration = 0s | 3.0.0 = 10m
 max_streams_matchers_per_query: int = 1000
 max_streams_per_user: int = 10000 | 2.9.17 = 0
 max_structured_metadata_entries_count: 3.0.0 int = 128
 max_structured_metadata_size: 3.0.0 bytes = 64KB
 metric_aggregation_enabled: 3.3.4 bool = false
 min_sharding_lookback: 2.9.17 duration = 0s
 minimum_labels_number: 2.9.17 int = 0
 otlp_config: 3.0.0 object
  log_attributes: list<object>
   []: @log_attributes_item
  resource_attributes: object
   attributes_config: list<object>
    []: @log_attributes_item
   ignore_defaults: bool = false
  scope_attributes: list<object>
   []: @log_attributes_item
  severity_text_as_label: 3.5.12 bool = false
 pattern_ingester_tokenizable_json_fields_append: 3.3.4 string = ""
 pattern_ingester_tokenizable_json_fields_default: 3.3.4 string = log,message,msg,msg_,_msg,content
 pattern_ingester_tokenizable_json_fields_delete: 3.3.4 string = ""
 pattern_persistence_enabled: 3.6.15 bool = false
 pattern_persistence_granularity: 3.6.15 any-duration = 0s
 pattern_rate_threshold: 3.6.15 float = 1
 per_stream_rate_limit: 2.9.17 bytes = 3MB
 per_stream_rate_limit_burst: 2.9.17 bytes = 15MB
 per_tenant_override_config: string = ""
 per_tenant_override_period: go-duration = 10s | 2.9.17 duration = 10s
 policy_enforced_labels: 3.5.12 map<list<string>>
 policy_override_limits: 3.6.15 map<object>
  *: object
   max_global_streams_per_user: int
   max_streams_per_user: int
 policy_stream_mapping: 3.5.12 map<list<object>>
  *: list<object>
   []: object
    priority: int
    selector: selector
 query_ready_index_num_days: 2.9.17 int = 0
 query_timeout: 2.9.17 duration = 1m
 recent_metadata_query_window: 3.0.0 duration = 0s
 reject_old_samples: bool = false | 2.9.17 = true
 reject_old_samples_max_age: go-duration = 336h0m0s | 2.9.17 duration = 1w
 required_labels: 2.9.17 list<string>
 retention_period: 2.9.17 duration = 0s
 retention_stream: 2.9.17 list<object>
  []: object
   period: duration
   priority: int
   selector: selector
 ruler_alertmanager_config: 2.9.17 object
  alert_relabel_configs: list<object>
   []: @alert_relabel_configs_item
  alertmanager_client: object
   basic_auth_password: string
   basic_auth_username: string
   credentials: string
   credentials_file: string
   tls_ca_path: string
   tls_cert_path: string
   tls_cipher_suites: string
   tls_insecure_skip_verify: bool
   tls_key_path: string
   tls_min_version: string
   tls_server_name: string
   type: string
  alertmanager_refresh_interval: go-duration
  alertmanager_url: string
  enable_alertmanager_discovery: bool
  enable_alertmanager_v2: bool
  notification_queue_capacity: int
  notification_timeout: go-duration
 ruler_enable_wal_replay: 3.5.12 bool = true
 ruler_evaluation_delay_duration: 2.9.17 duration! = 0s | 3.0.0 -
 ruler_max_rule_groups_per_tenant: 2.9.17 int = 0
 ruler_max_rules_per_rule_group: 2.9.17 int = 0
 ruler_remote_evaluation_max_response_size: 2.9.17 int = 0
 ruler_remote_evaluation_timeout: 2.9.17 go-duration = 0s
 ruler_remote_write_config: 2.9.17 map<object>
  *: @ruler_remote_write_config_item
 ruler_remote_write_disabled: 2.9.17 bool = false
 ruler_remote_write_headers: 2.9.17 map<string>!
 ruler_remote_write_queue_batch_send_deadline: 2.9.17 go-duration! = 0s
 ruler_remote_write_queue_capacity: 2.9.17 int! = 0
 ruler_remote_write_queue_max_backoff: 2.9.17 go-duration! = 0s
 ruler_remote_write_queue_max_samples_per_send: 2.9.17 int! = 0
 ruler_remote_write_queue_max_shards: 2.9.17 int! = 0
 ruler_remote_write_queue_min_backoff: 2.9.17 go-duration! = 0s
 ruler_remote_write_queue_min_shards: 2.9.17 int! = 0
 ruler_remote_write_queue_retry_on_ratelimit: 2.9.17 bool! = false
 ruler_remote_write_relabel_configs: 2.9.17 list<object>!
  []: object
   action: string!
   modulus: uint!
   regex: regex!
   replacement: string!
   separator: string!
   source_labels: list<string>!
   target_label: string!
 ruler_remote_write_sigv4_config: 2.9.17 object!
  access_key: string!
  profile: string!
  region: string!
  role_arn: string!
  secret_key: string!
 ruler_remote_write_timeout: 2.9.17 go-duration! = 0s
 ruler_remote_write_url: 2.9.17 string! = ""
 ruler_tenant_shard_size: 2.9.17 int = 0
 s3_sse_kms_encryption_context: 3.3.4 string = ""
 s3_sse_kms_key_id: 3.3.4 string = ""
 s3_sse_type: 3.3.4 string = ""
 shard_aggregations: 3.3.4 list<string>
 shard_streams: 2.9.17 object
  desired_rate: bytes = 3MB | 3.0.0 = 1536KB
  enabled: bool = false | 3.0.0 = true
  logging_enabled: bool = false
  time_sharding_enabled: 3.5.12 bool = false
  time_sharding_ignore_recent: 3.5.12 go-duration = 40m0s
 simulated_push_latency: 3.5.12 go-duration = 0s
 split_ingester_queries_by_interval: 3.0.0 duration = 0s
 split_instant_metric_queries_by_interval: 3.0.0 duration = 1h
 split_metadata_queries_by_interval: 3.0.0 duration = 1d
 split_queries_by_interval: go-duration = 0s | 2.9.17 duration = 30m | 3.0.0 = 1h
 split_recent_metadata_queries_by_interval: 3.0.0 duration = 1h
 tsdb_max_bytes_per_shard: 2.9.17 bytes = 600MB
 tsdb_max_query_parallelism: 2.9.17 int = 512 | 3.0.0 = 128
 tsdb_precompute_chunks: 3.3.4 bool = false
 tsdb_sharding_strategy: 3.0.0 one-of(power_of_two|bounded) = power_of_two
 unordered_writes: 2.9.17 bool! = true
 use_owned_stream_count: 3.3.4 bool = false
 volume_enabled: 2.9.17 bool = false | 3.3.4 = true
 volume_max_series: 2.9.17 int = 1000
memberlist: object
 abort_if_cluster_fast_join_fails: 3.6.15 bool = false
 abort_if_cluster_fast_join_fails_min_nodes: 3.7.6 int = 1
 abort_if_cluster_join_fails: bool = true | 2.9.17 = false
 acquire_writer_timeout: 3.5.12 go-duration = 250ms
 advertise_addr: 2.9.17 string = ""
 advertise_port: 2.9.17 int = 7946
 bind_addr: list<string>
 bind_port: int = 7946
 broadcast_timeout_for_local_updates_on_shutdown: 3.3.4 go-duration = 10s
 cluster_label: 2.9.17 string = ""
 cluster_label_verification_disabled: 2.9.17 bool = false
 compression_enabled: 2.9.17 bool = true
 dead_node_reclaim_time: go-duration = 0s
 gossip_interval: go-duration = 0s | 2.9.17 = 200ms
 gossip_nodes: int = 0 | 2.9.17 = 3
 gossip_to_dead_nodes_time: go-duration = 0s | 2.9.17 = 30s
 join_members: list<string> | 3.7.6 list-or-csv
 leave_timeout: go-duration = 5s | 2.9.17 = 20s
 left_ingesters_timeout: go-duration = 5m0s
 max_concurrent_writes: 3.5.12 int = 3
 max_join_backoff: go-duration = 1m0s
 max_join_retries: int = 10
 message_history_buffer_bytes: 2.9.17 int = 0
 min_join_backoff: go-duration = 1s
 node_name: string = ""
 notify_interval: 3.5.12 go-duration = 0s
 obsolete_entries_timeout: 3.5.12 go-duration = 30s
 packet_dial_timeout: go-duration = 5s | 2.9.17 = 2s
 packet_write_timeout: go-duration = 5s
 pull_push_interval: go-duration = 0s | 2.9.17 = 30s
 randomize_node_name: bool = true
 rejoin_interval: go-duration = 0s
 rejoin_seed_nodes: 3.7.6 string = ""
 retransmit_factor: int = 0 | 2.9.17 = 4
 stream_timeout: go-duration = 0s | 2.9.17 = 10s | 3.3.4 = 2s
 tls_ca_path: 2.9.17 string = ""
 tls_cert_path: 2.9.17 string = ""
 tls_cipher_suites: 2.9.17 string = ""
 tls_enabled: 2.9.17 bool = false
 tls_insecure_skip_verify: 2.9.17 bool = false
 tls_key_path: 2.9.17 string = ""
 tls_min_version: 2.9.17 string = ""
 tls_server_name: 2.9.17 string = ""
 watch_prefix_buffer_size: 3.6.15 int = 128
 zone_aware_routing: 3.7.6 object
  enabled: bool = false
  instance_availability_zone: string = ""
  role: string = member
metastore: 3.3.4 object | 3.5.12 -
 data_dir: string = ./data-metastore/data
 raft: object
  advertise_address: string = localhost:9099
  apply_timeout: go-duration = 5s
  bind_address: string = localhost:9099
  bootstrap_peers: list<string>
  dir: string = ./data-metastore/raft
  server_id: string = localhost:9099
metastore_client: 3.3.4 object | 3.5.12 -
 address: string = localhost:9095
 grpc_client_config: @grpc_client_config
metrics_namespace: 3.0.0 string! = loki
operational_config: 3.0.0 object
 filter_push_request_streams_ips: 3.6.15 list<string>
 limited_log_push_errors: bool = true
 log_duplicate_metrics: 3.3.4 bool = false
 log_duplicate_stream_info: 3.3.4 bool = false
 log_hash_of_labels: 3.6.15 bool = false
 log_push_request: bool = false
 log_push_request_streams: bool = false
 log_service_name_discovery: 3.6.15 bool = false
 log_stream_creation: bool = false
pattern_ingester: 3.0.0 object
 client_config: @ingester_client
 concurrent_flushes: int = 32
 connection_timeout: 3.3.4 go-duration = 2s
 enabled: bool = false
 flush_check_period: go-duration = 30s | 3.3.4 = 1m0s
 lifecycler: object
  address: string = ""
  availability_zone: string = ""
  enable_inet6: bool = false
  final_sleep: go-duration = 0s
  heartbeat_period: go-duration = 5s
  heartbeat_timeout: go-duration = 1m0s
  id: string = "<hostname>"
  interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
  join_after: go-duration = 0s
  min_ready_duration: go-duration = 15s
  num_tokens: int = 128
  observe_period: go-duration = 0s
  port: int = 0
  readiness_check_ring_health: bool = true
  ring: object
   excluded_zones: string = ""
   heartbeat_timeout: go-duration = 1m0s
   kvstore: @kvstore
   replication_factor: int = 1
   zone_awareness_enabled: bool = false
  tokens_file_path: string = ""
  unregister_on_shutdown: bool = true
 max_allowed_line_length: 3.3.4 int = 3000
 max_chunk_age: 3.6.15 go-duration = 1h0m0s
 max_clusters: 3.3.4 int = 300
 max_eviction_ratio: 3.3.4 float = 0.25
 metric_aggregation: 3.3.4 object
  backoff_config: @backoff_config
  basic_auth: object
   password: string
   username: string = ""
  downsample_period: go-duration = 10s | 3.6.15 -
  http_client_config: @http_client_config
  loki_address: string = ""
  push_period: go-duration = 30s
  sample_period: 3.6.15 go-duration = 10s
  timeout: go-duration = 10s
  use_tls: bool = false
 pattern_persistence: 3.6.15 object
  backoff_config: @backoff_config
  basic_auth: object
   password: string
   username: string = ""
  batch_size: int = 1000
  http_client_config: @http_client_config
  loki_address: string = ""
  push_period: go-duration = 1m0s
  timeout: go-duration = 10s
  use_tls: bool = false
 pattern_sample_interval: 3.6.15 go-duration = 10s
 retain_for: 3.6.15 go-duration = 3h0m0s
 tee_config: 3.3.4 object
  batch_flush_interval: go-duration = 1s
  batch_size: int = 5000
  flush_queue_size: int = 1000
  flush_worker_count: int = 100
  stop_flush_timeout: go-duration = 30s
 volume_threshold: 3.6.15 float = 0.99
profiling: 3.3.4 object
 block_profile_rate: int = 0
 cpu_profile_rate: int = 0
 mutex_profile_fraction: int = 0
querier: object
 dataobj_storage_lag: 3.6.15 go-duration = 1h0m0s | 3.7.6 -
 dataobj_storage_start: 3.6.15 string = "" | 3.7.6 -
 engine: object
  max_count_min_sketch_heap_size: 3.3.4 int = 10000
  max_look_back_period: go-duration = 30s
  timeout: go-duration = 5m0s | 2.9.17 go-duration! = 5m0s | 3.0.0 -
 engine_v2: 3.6.15 object | 3.7.6 -
  batch_size: int = 100
  dataobj_storage_lag: go-duration = 1h0m0s
  dataobj_storage_start: string = 0
  enable: bool = false
  merge_prefetch_count: int = 0
  range_reads: object
   coalesce_size: int = 1048576
   max_parallelism: int = 10
   max_range_size: int = 8388608
   min_range_size: int = 1048576
 extra_query_delay: go-duration = 0s
 max_concurrent: int = 20 | 2.9.17 = 10 | 3.0.0 = 4
 multi_tenant_queries_enabled: 2.9.17 bool = false
 per_request_limits_enabled: 2.9.17 bool = false
 query_ingester_only: 2.9.17 bool = false
 query_ingesters_within: go-duration = 0s | 2.9.17 = 3h0m0s
 query_partition_ingesters: 3.3.4 bool = false
 query_store_only: 2.9.17 bool = false
 query_timeout: go-duration = 1m0s | 2.9.17 = 0s | 3.0.0 -
 tail_max_duration: go-duration = 1h0m0s
querier_rf1: 3.3.4 object | 3.5.12 -
 enabled: bool = false
 engine: object
  max_count_min_sketch_heap_size: int = 10000
  max_look_back_period: go-duration = 30s
 extra_query_delay: go-duration = 0s
 max_concurrent: int = 4
 per_request_limits_enabled: bool = false
query_engine: 3.7.6 object
 align_queries_with_step: bool = false
 batch_size: int = 100
 distributed: bool = false
 downstream_address: string = ""
 enable: bool = false
 enable_delete_req_filtering: bool = true
 enable_engine_router: bool = false
 enforce_max_query_series_limit: bool = false
 enforce_retention_period: bool = false
 instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
 merge_prefetch_count: int = 0
 prefetch_bytes: binary-bytes = 16KiB
 range_reads: object
  coalesce_size: int = 1048576
  max_parallelism: int = 10
  max_range_size: int = 8388608
  min_range_size: int = 1048576
 results_cache: object
  cache: object
   background: @background
   default_validity: go-duration = 1h0m0s
   embedded_cache: @embedded_cache
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = query-engine.results-cache.
   redis: @redis
  compression: string = ""
 scheduler_lookup_address: string = ""
 scheduler_lookup_interval: go-duration = 10s
 storage_lag: go-duration = 1h0m0s
 storage_retention_days: int = 0
 storage_start_date: string = 0
 worker_threads: int = 0
query_range: object
 align_queries_with_step: bool = false
 cache_index_stats_results: 2.9.17 bool = false | 3.0.0 = true
 cache_instant_metric_results: 3.0.0 bool = false
 cache_label_results: 3.0.0 bool = true
 cache_results: bool = false
 cache_series_results: 3.0.0 bool = true
 cache_volume_results: 3.0.0 bool = true
 enable_v2_engine_router: 3.6.15 bool = false | 3.7.6 -
 forward_headers_list: 2.9.17 list<string>! | 3.0.0 -
 index_stats_results_cache: 2.9.17 object
  cache: object
   async_cache_write_back_buffer_size: int = 500 | 3.0.0 -
   async_cache_write_back_concurrency: int = 16 | 3.0.0 -
   background: @background
   default_validity: go-duration = 1h0m0s
   embedded_cache: @embedded_cache
   enable_fifocache: bool! = false | 3.0.0 -
   fifocache: @fifocache | 3.0.0 -
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = frontend.index-stats-results-cache.
   redis: @redis
  compression: string = ""
 instant_metric_query_split_align: 3.0.0 bool = false
 instant_metric_results_cache: 3.0.0 object
  cache: object
   background: @background
   default_validity: go-duration = 1h0m0s
   embedded_cache: @embedded_cache
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = frontend.instant-metric-results-cache.
   redis: @redis
  compression: string = ""
 label_results_cache: 3.0.0 object
  cache: object
   background: @background
   default_validity: go-duration = 1h0m0s
   embedded_cache: @embedded_cache
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = frontend.label-results-cache.
   redis: @redis
  compression: string = ""
 max_retries: int = 5
 parallelise_shardable_queries: bool = false | 2.9.17 = true
 required_query_response_format: 2.9.17 string = json | 3.0.0 -
 results_cache: object
  cache: object
   async_cache_write_back_buffer_size: 2.9.17 int = 500 | 3.0.0 -
   async_cache_write_back_concurrency: 2.9.17 int = 16 | 3.0.0 -
   background: @background
   default_validity: go-duration = 0s | 2.9.17 = 1h0m0s
   embedded_cache: 2.9.17 @embedded_cache
   enable_fifocache: bool = false | 2.9.17 bool! = false | 3.0.0 -
   fifocache: @fifocache | 3.0.0 -
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = frontend.
   redis: @redis
  compression: string = ""
 series_results_cache: 3.0.0 object
  cache: object
   background: @background
   default_validity: go-duration = 1h0m0s
   embedded_cache: @embedded_cache
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = frontend.series-results-cache.
   redis: @redis
  compression: string = ""
 shard_aggregations: 3.0.0 string = ""
 split_queries_by_day: bool! = false | 2.9.17 -
 split_queries_by_interval: go-duration = 0s | 2.9.17 go-duration! = 0s | 3.0.0 -
 volume_results_cache: 3.0.0 object
  cache: object
   background: @background
   default_validity: go-duration = 1h0m0s
   embedded_cache: @embedded_cache
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = frontend.volume-results-cache.
   redis: @redis
  compression: string = ""
query_scheduler: 2.9.17 object
 grpc_client_config: @grpc_client_config
 max_outstanding_requests_per_tenant: int = 100 | 3.0.0 = 32000
 max_queue_hierarchy_levels: int = 3
 querier_forget_delay: go-duration = 0s
 scheduler_ring: object
  heartbeat_period: go-duration = 15s
  heartbeat_timeout: go-duration = 1m0s
  instance_addr: string = ""
  instance_availability_zone: string = ""
  instance_enable_ipv6: bool = false
  instance_id: string = "<hostname>"
  instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
  instance_port: int = 0
  kvstore: @kvstore
  num_tokens: 3.0.0 int = 1
  replication_factor: 3.0.0 int = 2
  tokens_file_path: string = ""
  zone_awareness_enabled: bool = false
 use_scheduler_ring: bool = false
ruler: object
 alert_relabel_configs: 2.9.17 list<object>
  []: @alert_relabel_configs_item
 alertmanager_client: 2.9.17 object
  basic_auth_password: string = ""
  basic_auth_username: string = ""
  credentials: string = ""
  credentials_file: string = ""
  tls_ca_path: string = ""
  tls_cert_path: string = ""
  tls_cipher_suites: string = ""
  tls_insecure_skip_verify: bool = false
  tls_key_path: string = ""
  tls_min_version: string = ""
  tls_server_name: string = ""
  type: string = Bearer
 alertmanager_refresh_interval: go-duration = 1m0s
 alertmanager_url: string = ""
 datasource_uid: 2.9.17 string = ""
 disable_rule_group_label: 2.9.17 bool = false
 disabled_tenants: 2.9.17 string = ""
 enable_alertmanager_discovery: bool = false
 enable_alertmanager_v2: bool = false | 3.3.4 = true
 enable_api: bool = false | 2.9.17 = true
 enable_sharding: bool = false
 enabled_tenants: 2.9.17 string = ""
 evaluation: 2.9.17 object
  max_jitter: go-duration = 0s
  mode: one-of(local|remote) = local
  query_frontend: object
   address: string = ""
   tls_ca_path: string = ""
   tls_cert_path: string = ""
   tls_cipher_suites: string = ""
   tls_enabled: bool = false
   tls_insecure_skip_verify: bool = false
   tls_key_path: string = ""
   tls_min_version: string = ""
   tls_server_name: string = ""
 evaluation_delay_duration: go-duration! = 0s | 2.9.17 -
 evaluation_interval: go-duration = 1m0s
 external_labels: 2.9.17 map<string>
 external_url: url = ""
 flush_period: go-duration = 1m0s
 for_grace_period: go-duration = 10m0s
 for_outage_tolerance: go-duration = 1h0m0s
 notification_queue_capacity: int = 10000
 notification_timeout: go-duration = 10s
 poll_interval: go-duration = 1m0s
 query_stats_enabled: 2.9.17 bool = false
 remote_write: 2.9.17 object
  add_org_id_header: 3.0.0 bool = true
  client: object!
   authorization: object!
    credentials: string!
    credentials_file: string!
    credentials_ref: 3.3.4 string!
    type: string!
   azuread: 3.0.0 object!
    certificate: 3.6.15 object!
     certificate_key_path: string!
     certificate_password: string!
     certificate_path: string!
     client_id: string!
     send_certificate_chain: bool!
     tenant_id: string!
    cloud: one-of(|AzurePublic|AzureChina|AzureGovernment)! = AzurePublic
    managed_identity: object!
     client_id: string!
    oauth: object!
     client_id: string!
     client_secret: string!
     tenant_id: string!
    scope: 3.6.15 string!
    sdk: 3.3.4 object!
     tenant_id: string!
    workload_identity: 3.6.15 object!
     client_id: string!
     tenant_id: string!
     token_file_path: string!
   basic_auth: object!
    password: string!
    password_file: string!
    password_ref: 3.3.4 string!
    username: string!
    username_file: 3.0.0 string!
    username_ref: 3.3.4 string!
   bearer_token: string!
   bearer_token_file: string!
   enable_http2: bool! = true | 3.5.12 bool!
   follow_redirects: bool! = true
   google_iam: 3.5.12 object!
    credentials_file: string!
   headers: map<string>!
   http_headers: 3.3.4 object!
    *: object
     files: list<string>!
     secrets: list<string>!
     values: list<string>!
   metadata_config: object!
    max_samples_per_send: int! = 2000
    send: bool! = true
    send_interval: duration! = 1m
   name: string!
   no_proxy: string!
   oauth2: object!
    audience: 3.6.15 string!
    claims: 3.6.15 map<any>!
    client_certificate_key: 3.6.15 string!
    client_certificate_key_file: 3.6.15 string!
    client_certificate_key_id: 3.6.15 string!
    client_certificate_key_ref: 3.6.15 string!
    client_id: string!
    client_secret: string!
    client_secret_file: string!
    client_secret_ref: 3.3.4 string!
    endpoint_params: map<string>!
    grant_type: 3.6.15 string!
    iss: 3.6.15 string!
    no_proxy: string!
    proxy_connect_header: map<list<string>>!
    proxy_from_environment: bool!
    proxy_url: url!
    scopes: list<string>!
    signature_algorithm: 3.6.15 string!
    tls_config: @tls_config-2!
    token_url: string!
   protobuf_message: 3.3.4 one-of(prometheus.WriteRequest|io.prometheus.write.v2.Request)! = prometheus.WriteRequest
   proxy_connect_header: map<list<string>>!
   proxy_from_environment: bool!
   proxy_url: url!
   queue_config: object!
    batch_send_deadline: duration! = 5s
    capacity: int! = 10000
    max_backoff: duration! = 5s
    max_samples_per_send: int! = 2000
    max_shards: int! = 50
    min_backoff: duration! = 30ms
    min_shards: int! = 1
    retry_on_http_429: bool!
    sample_age_limit: 3.0.0 duration!
   remote_timeout: duration! = 30s
   round_robin_dns: 3.5.12 bool!
   send_exemplars: bool!
   send_native_histograms: bool!
   sigv4: object!
    access_key: string!
    external_id: 3.6.15 string!
    profile: string!
    region: string!
    role_arn: string!
    secret_key: string!
    service_name: 3.6.15 string!
    use_fips_sts_endpoint: 3.5.12 bool!
   tls_config: @tls_config-2!
   url: url!
   write_relabel_configs: list<object>!
    []: object
     action: any-case(replace|keep|drop|keepequal|dropequal|hashmod|labelmap|labeldrop|labelkeep|lowercase|uppercase)! = replace
     modulus: uint!
     regex: regex! = "(.*)"
     replacement: string! = "$1"
     separator: string! = ";"
     source_labels: list<string>!
     target_label: string!
  clients: map<object>
   *: @ruler_remote_write_config_item
  config_refresh_period: go-duration = 10s
  enabled: bool = false
 resend_delay: go-duration = 1m0s
 ring: object
  heartbeat_period: go-duration = 5s
  heartbeat_timeout: go-duration = 1m0s
  instance_addr: string = ""
  instance_enable_ipv6: 2.9.17 bool = false
  instance_id: string = "<hostname>"
  instance_interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]"
  instance_port: int = 0
  kvstore: object
   consul: @consul
   etcd: @etcd
   multi: @multi
   prefix: string = rulers/
   store: one-of(consul|etcd|inmemory|memberlist|multi) = consul
  num_tokens: int = 128
 rule_path: string = /rules
 ruler_client: object
  backoff_config: 2.9.17 @backoff_config
  backoff_on_ratelimits: 2.9.17 bool = false
  cluster_validation: 3.5.12 object
   label: string = ""
  connect_backoff_base_delay: 2.9.17 go-duration = 1s
  connect_backoff_max_delay: 2.9.17 go-duration = 5s
  connect_timeout: 2.9.17 go-duration = 5s
  grpc_compression: 2.9.17 one-of(|gzip|snappy) = ""
  initial_connection_window_size: 2.9.17 binary-bytes = 63KiB1023B
  initial_stream_window_size: 2.9.17 binary-bytes = 63KiB1023B
  max_recv_msg_size: 2.9.17 int = 104857600
  max_send_msg_size: 2.9.17 int = 104857600
  rate_limit: 2.9.17 float = 0
  rate_limit_burst: 2.9.17 int = 0
  tls_ca_path: string = ""
  tls_cert_path: string = ""
  tls_cipher_suites: 2.9.17 string = ""
  tls_enabled: 2.9.17 bool = false
  tls_insecure_skip_verify: bool = false
  tls_key_path: string = ""
  tls_min_version: 2.9.17 string = ""
  tls_server_name: 2.9.17 string = ""
 search_pending_for: go-duration = 5m0s
 sharding_algo: 2.9.17 string = by-group
 sharding_strategy: string = default
 storage: object | 2.9.17 object!
  alibabacloud: 2.9.17 object!
   access_key_id: string! = ""
   bucket: string! = ""
   conn_timeout_sec: 3.5.12 int! = 30
   endpoint: string! = ""
   read_write_timeout_sec: 3.5.12 int! = 60
   secret_access_key: string! = ""
  azure: object | 2.9.17 object!
   account_key: string = "" | 2.9.17 string! = ""
   account_name: string = "" | 2.9.17 string! = ""
   active_directory_endpoint: 3.7.6 string! = ""
   chunk_delimiter: 2.9.17 string! = -
   client_id: 2.9.17 string! = ""
   client_secret: 2.9.17 string! = ""
   connection_string: 3.0.0 string! = ""
   container_name: string = cortex | 2.9.17 string! = loki
   download_buffer_size: int = 512000 | 2.9.17 int! = 512000
   endpoint_suffix: 2.9.17 string! = ""
   environment: one-of(AzureGlobal|AzureChinaCloud|AzureGermanCloud|AzureUSGovernment) = AzureGlobal | 2.9.17 one-of(AzureGlobal|AzureChinaCloud|AzureGermanCloud|AzureUSGovernment)! = AzureGlobal
   max_retries: int = 5 | 2.9.17 int! = 5
   max_retry_delay: go-duration = 500ms | 2.9.17 go-duration! = 500ms
   min_retry_delay: go-duration = 10ms | 2.9.17 go-duration! = 10ms
   request_timeout: go-duration = 30s | 2.9.17 go-duration! = 30s
   tenant_id: 2.9.17 string! = ""
   upload_buffer_count: int = 1 | 2.9.17 int! = 1
   upload_buffer_size: int = 256000 | 2.9.17 int! = 256000
   use_federated_token: 2.9.17 bool! = false
   use_managed_identity: 2.9.17 bool! = false
   use_service_principal: 2.9.17 bool! = false
   user_assigned_id: 2.9.17 string! = ""
  bos: 2.9.17 object!
   access_key_id: string! = ""
   bucket_name: string! = ""
   endpoint: string! = bj.bcebos.com
   secret_access_key: string! = ""
  configdb: object | 2.9.17 -
   client_timeout: go-duration = 5s
   configs_api_url: url = ""
   tls_ca_path: string = ""
   tls_cert_path: string = ""
   tls_insecure_skip_verify: bool = false
   tls_key_path: string = ""
  cos: 2.9.17 object!
   access_key_id: string! = ""
   api_key: string! = ""
   auth_endpoint: string! = https://iam.cloud.ibm.com/identity/token
   backoff_config: @backoff_config-3!
   bucketnames: string! = ""
   cr_token_file_path: string! = ""
   endpoint: string! = ""
   forcepathstyle: bool! = false
   http_config: object!
    idle_conn_timeout: go-duration! = 1m30s
    response_header_timeout: go-duration! = 0s
   region: string! = ""
   secret_access_key: string! = ""
   service_instance_id: string! = ""
   trusted_profile_id: string! = ""
   trusted_profile_name: string! = ""
  gcs: object | 2.9.17 object!
   bucket_name: string = "" | 2.9.17 string! = ""
   chunk_buffer_size: int = 0 | 2.9.17 int! = 0
   enable_http2: 2.9.17 bool! = true
   enable_opencensus: 2.9.17 bool! = true
   enable_retries: 3.0.0 bool! = true
   endpoint: 3.5.12 string! = ""
   request_timeout: go-duration = 0s | 2.9.17 go-duration! = 0s
   service_account: 2.9.17 string! = ""
  local: object | 2.9.17 object!
   directory: string = "" | 2.9.17 string! = ""
  s3: object | 2.9.17 object!
   access_key_id: string = "" | 2.9.17 string! = ""
   backoff_config: 2.9.17 @backoff_config-3!
   bucketnames: string = "" | 2.9.17 string! = ""
   chunk_delimiter: 3.5.12 string! = ""
   disable_dualstack: 3.3.4 bool! = false
   endpoint: string = "" | 2.9.17 string! = ""
   http_config: object | 2.9.17 object!
    ca_file: 2.9.17 string! = ""
    idle_conn_timeout: go-duration = 1m30s | 2.9.17 go-duration! = 1m30s
    insecure_skip_verify: bool = false | 2.9.17 bool! = false
    response_header_timeout: go-duration = 0s | 2.9.17 go-duration! = 0s
    timeout: 2.9.17 go-duration! = 0s
   insecure: bool = false | 2.9.17 bool! = false
   region: string = "" | 2.9.17 string! = ""
   s3: url = "" | 2.9.17 url! = ""
   s3forcepathstyle: bool = false | 2.9.17 bool! = false
   secret_access_key: string = "" | 2.9.17 string! = ""
   session_token: 2.9.17 string! = ""
   signature_version: 2.9.17 one-of(v4|v2)! = v4
   sse: 2.9.17 object!
    kms_encryption_context: string! = ""
    kms_key_id: string! = ""
    type: one-of(|SSE-KMS|SSE-S3)! = ""
   sse_encryption: bool = false | 2.9.17 bool! = false | 3.0.0 -
   storage_class: 2.9.17 one-of(|GLACIER|DEEP_ARCHIVE|GLACIER_IR|INTELLIGENT_TIERING|ONEZONE_IA|OUTPOSTS|REDUCED_REDUNDANCY|STANDARD|STANDARD_IA)! = STANDARD
  swift: object | 2.9.17 object!
   auth_url: string = "" | 2.9.17 string! = ""
   auth_version: 2.9.17 int! = 0
   connect_timeout: 2.9.17 go-duration! = 10s
   container_name: string = cortex | 2.9.17 string! = ""
   domain_id: string = "" | 2.9.17 string! = ""
   domain_name: string = "" | 2.9.17 string! = ""
   http: 3.5.12 object!
    tls_ca_path: string! = ""
   internal: 2.9.17 bool! = false
   max_retries: 2.9.17 int! = 3
   password: string = "" | 2.9.17 string! = ""
   project_domain_id: string = "" | 2.9.17 string! = ""
   project_domain_name: string = "" | 2.9.17 string! = ""
   project_id: string = "" | 2.9.17 string! = ""
   project_name: string = "" | 2.9.17 string! = ""
   region_name: string = "" | 2.9.17 string! = ""
   request_timeout: 2.9.17 go-duration! = 5s
   user_domain_id: string = "" | 2.9.17 string! = ""
   user_domain_name: string = "" | 2.9.17 string! = ""
   user_id: string = "" | 2.9.17 string! = ""
   username: string = "" | 2.9.17 string! = ""
  type: string = configdb | 2.9.17 string! = ""
 wal: 2.9.17 object
  dir: string = ruler-wal
  max_age: go-duration = 4h0m0s
  min_age: go-duration = 5m0s
  name: string = ""
  remote_flush_deadline: go-duration = 0s
  remotewrite: list<object>
   []: @ruler_remote_write_config_item
  tenant: string = ""
  truncate_frequency: go-duration = 1h0m0s
 wal_cleaner: 2.9.17 object
  deprecatedperiod: go-duration! = 0s | 3.0.0 -
  min_age: go-duration = 12h0m0s
  period: go-duration! = 0s | 3.0.0 go-duration = 0s
ruler_storage: 3.3.4 object
 alibaba: 3.5.12 @alibaba
 azure: @azure-2
 backend: string = filesystem
 bos: 3.5.12 @bos-2
 filesystem: object
  dir: string = ""
 gcs: @gcs-2
 local: object
  directory: string = ""
 s3: @s3
 storage_prefix: string = ""
 swift: @swift-2
runtime_config: object
 file: string = ""
 period: go-duration = 10s
schema_config: object
 configs: list<object>
  []: object
   chunks: object
    period: duration
    prefix: string
    tags: map<string>
   from: date
   index: object
    path_prefix: 3.0.0 string = index/
    period: duration
    prefix: string
    tags: map<string>
   object_store: string
   row_shards: uint32 | 3.0.0 = 16
   schema: schema-version
   store: string
server: object
 cluster_validation: 3.5.12 @cluster_validation
 create_new_traces: 3.7.6 bool = false
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
 grpc_server_min_time_between_pings: 2.9.17 go-duration = 10s
 grpc_server_num_workers: 3.0.0 int = 0
 grpc_server_ping_without_stream_allowed: 2.9.17 bool = true
 grpc_server_recv_buffer_pools_enabled: 3.3.4 bool! = false
 grpc_server_stats_tracking_enabled: 3.3.4 bool = true
 grpc_tls_config: @grpc_tls_config
 http_listen_address: string = ""
 http_listen_conn_limit: int = 0
 http_listen_network: 2.9.17 string = tcp
 http_listen_port: int = 80 | 2.9.17 = 3100
 http_log_closed_connections_without_response_enabled: 3.0.0 bool = false
 http_path_prefix: string = ""
 http_server_idle_timeout: go-duration = 2m0s
 http_server_read_header_timeout: 3.0.0 go-duration = 0s
 http_server_read_timeout: go-duration = 30s
 http_server_write_timeout: go-duration = 30s
 http_tls_config: @grpc_tls_config
 log_format: string = logfmt
 log_level: one-of(debug|info|warn|error) = info
 log_request_at_info_level_enabled: 2.9.17 bool = false
 log_request_exclude_headers_list: 2.9.17 string = ""
 log_request_headers: 2.9.17 bool = false
 log_source_ips_enabled: bool = false
 log_source_ips_full: 3.3.4 bool = false
 log_source_ips_header: string = ""
 log_source_ips_regex: string = ""
 proxy_protocol_enabled: 3.3.4 bool = false
 register_instrumentation: bool = true
 report_grpc_codes_in_instrumentation_label_enabled: 3.0.0 bool = false
 tls_cipher_suites: 2.9.17 string = ""
 tls_min_version: 2.9.17 string = ""
 trace_request_exclude_headers_list: 3.6.15 string = ""
 trace_request_headers: 3.6.15 bool = false
shutdown_delay: 2.9.17 go-duration = 0s
storage_config: object
 alibabacloud: 2.9.17 @alibabacloud
 aws: object
  access_key_id: string = ""
  backoff_config: 2.9.17 @backoff_config-2
  bucketnames: string = ""
  chunk_delimiter: 3.5.12 string = ""
  disable_dualstack: 3.3.4 bool = false
  dynamodb: object | 2.9.17 object!
   api_limit: float = 2 | 2.9.17 float! = 2
   backoff_config: @backoff_config-4 | 2.9.17 @backoff_config-4!
   chunk_gang_size: int = 10 | 2.9.17 int! = 10
   chunk_get_max_parallelism: int = 32 | 2.9.17 int! = 32
   dynamodb_url: url = "" | 2.9.17 url! = ""
   kms_key_id: 2.9.17 string! = ""
   metrics: object | 2.9.17 object!
    ignore_throttle_below: float = 1 | 2.9.17 float! = 1
    queue_length_query: string = "sum(avg_over_time(cortex_ingester_flush_queue_length{job=\\"cortex/ingester\\"}[2m]))" | 2.9.17 string! = "sum(avg_over_time(cortex_ingester_flush_queue_length{job=\\"cortex/ingester\\"}[2m]))" | 3.0.0 = "sum(avg_over_time(loki_ingester_flush_queue_length{job=\\"cortex/ingester\\"}[2m])) or sum(avg_over_time(cortex_ingester_flush_queue_length{job=\\"cortex/ingester\\"}[2m]))"
    read_error_query: string = "sum(increase(cortex_dynamo_failures_total{operation=\\"DynamoDB.QueryPages\\",error=\\"ProvisionedThroughputExceededException\\"}[1m])) by (table) > 0" | 2.9.17 string! = "sum(increase(cortex_dynamo_failures_total{operation=\\"DynamoDB.QueryPages\\",error=\\"ProvisionedThroughputExceededException\\"}[1m])) by (table) > 0"
    read_usage_query: string = "sum(rate(cortex_dynamo_consumed_capacity_total{operation=\\"DynamoDB.QueryPages\\"}[1h])) by (table) > 0" | 2.9.17 string! = "sum(rate(cortex_dynamo_consumed_capacity_total{operation=\\"DynamoDB.QueryPages\\"}[1h])) by (table) > 0"
    scale_up_factor: float = 1.3 | 2.9.17 float! = 1.3
    target_queue_length: int = 100000 | 2.9.17 int! = 100000
    url: string = "" | 2.9.17 string! = ""
    write_throttle_query: string = "sum(rate(cortex_dynamo_throttled_total{operation=\\"DynamoDB.BatchWriteItem\\"}[1m])) by (table) > 0" | 2.9.17 string! = "sum(rate(cortex_dynamo_throttled_total{operation=\\"DynamoDB.BatchWriteItem\\"}[1m])) by (table) > 0"
    write_usage_query: string = "sum(rate(cortex_dynamo_consumed_capacity_total{operation=\\"DynamoDB.BatchWriteItem\\"}[15m])) by (table) > 0" | 2.9.17 string! = "sum(rate(cortex_dynamo_consumed_capacity_total{operation=\\"DynamoDB.BatchWriteItem\\"}[15m])) by (table) > 0"
   throttle_limit: float = 10 | 2.9.17 float! = 10
  endpoint: string = ""
  http_config: @http_config
  insecure: bool = false
  region: string = ""
  s3: url = ""
  s3forcepathstyle: bool = false
  secret_access_key: string = ""
  session_token: 2.9.17 string = ""
  signature_version: 2.9.17 one-of(v4|v2) = v4
  sse: 2.9.17 @sse
  sse_encryption: bool = false | 2.9.17 bool! = false | 3.0.0 -
  storage_class: 2.9.17 one-of(|GLACIER|DEEP_ARCHIVE|GLACIER_IR|INTELLIGENT_TIERING|ONEZONE_IA|OUTPOSTS|REDUCED_REDUNDANCY|STANDARD|STANDARD_IA) = STANDARD
 azure: @azure
 bigtable: object | 2.9.17 object!
  grpc_client_config: object | 2.9.17 object!
   backoff_config: object | 2.9.17 object!
    max_period: go-duration = 10s | 2.9.17 go-duration! = 10s
    max_retries: int = 10 | 2.9.17 int! = 10
    min_period: go-duration = 100ms | 2.9.17 go-duration! = 100ms
   backoff_on_ratelimits: bool = false | 2.9.17 bool! = false
   cluster_validation: 3.5.12 object!
    label: string! = ""
   connect_backoff_base_delay: 2.9.17 go-duration! = 1s
   connect_backoff_max_delay: 2.9.17 go-duration! = 5s
   connect_timeout: 2.9.17 go-duration! = 5s
   grpc_compression: one-of(|gzip|snappy) = "" | 2.9.17 one-of(|gzip|snappy)! = ""
   initial_connection_window_size: 2.9.17 binary-bytes! = 63KiB1023B
   initial_stream_window_size: 2.9.17 binary-bytes! = 63KiB1023B
   max_recv_msg_size: int = 104857600 | 2.9.17 int! = 104857600
   max_send_msg_size: int = 16777216 | 2.9.17 int! = 104857600
   rate_limit: float = 0 | 2.9.17 float! = 0
   rate_limit_burst: int = 0 | 2.9.17 int! = 0
   tls_ca_path: 2.9.17 string! = ""
   tls_cert_path: 2.9.17 string! = ""
   tls_cipher_suites: 2.9.17 string! = ""
   tls_enabled: 2.9.17 bool! = true
   tls_insecure_skip_verify: 2.9.17 bool! = false
   tls_key_path: 2.9.17 string! = ""
   tls_min_version: 2.9.17 string! = ""
   tls_server_name: 2.9.17 string! = ""
   use_gzip_compression: bool! = false | 2.9.17 -
  instance: string = "" | 2.9.17 string! = ""
  project: string = "" | 2.9.17 string! = ""
  table_cache_enabled: bool = true | 2.9.17 bool! = true
  table_cache_expiration: go-duration = 30m0s | 2.9.17 go-duration! = 30m0s
 bloom_shipper: 3.0.0 object
  blocks_cache: object
   hard_limit: binary-bytes = 64GiB
   soft_limit: binary-bytes = 32GiB
   ttl: go-duration = 24h0m0s
  download_parallelism: int = 8
  max_query_page_size: binary-bytes = 64MiB
  memory_management: 3.3.4 object
   bloom_page_alloc_type: string = dynamic
   bloom_page_mem_pool_buckets: string = 128x64KB,512x2MB,128x8MB,32x32MB,8x128MB
  metas_cache: object
   background: @background
   default_validity: go-duration = 1h0m0s
   embedded_cache: @embedded_cache
   memcached: @memcached
   memcached_client: @memcached_client
   prefix: string = bloom.metas-cache.
   redis: @redis
  metas_lru_cache: 3.3.4 @embedded_cache
  working_directory: string = /data/blooms
 boltdb: object | 2.9.17 object!
  directory: string = "" | 2.9.17 string! = ""
 boltdb_shipper: object
  active_index_directory: string = ""
  build_per_tenant_index: 2.9.17 bool = false
  cache_location: string = ""
  cache_ttl: go-duration = 24h0m0s
  index_gateway_client: 2.9.17 @index_gateway_client
  ingesterdbretainperiod: 2.9.17 go-duration = 0s
  ingestername: 2.9.17 string = ""
  mode: 2.9.17 string = ""
  query_ready_num_days: int = 0
  resync_interval: go-duration = 5m0s
  shared_store: string = "" | 3.0.0 -
  shared_store_key_prefix: 2.9.17 string = index/ | 3.0.0 -
  use_boltdb_shipper_as_backup: 2.9.17 bool = false | 3.0.0 -
 bos: 2.9.17 @bos
 cassandra: object | 2.9.17 object!
  CA_path: string = "" | 2.9.17 string! = ""
  SSL: bool = false | 2.9.17 bool! = false
  addresses: string = "" | 2.9.17 string! = ""
  auth: bool = false | 2.9.17 bool! = false
  connect_timeout: go-duration = 5s | 2.9.17 go-duration! = 5s
  consistency: string = QUORUM | 2.9.17 string! = QUORUM
  convict_hosts_on_failure: bool = true | 2.9.17 bool! = true
  custom_authenticators: list<string> | 2.9.17 list<string>!
  disable_initial_host_lookup: bool = false | 2.9.17 bool! = false
  host_selection_policy: 2.9.17 string! = round-robin
  host_verification: bool = true | 2.9.17 bool! = true
  keyspace: string = "" | 2.9.17 string! = ""
  max_retries: int = 0 | 2.9.17 int! = 0
  num_connections: int = 2 | 2.9.17 int! = 2
  password: string = "" | 2.9.17 string! = ""
  password_file: string = "" | 2.9.17 string! = ""
  port: int = 9042 | 2.9.17 int! = 9042
  query_concurrency: int = 0 | 2.9.17 int! = 0
  reconnect_interval: go-duration = 1s | 2.9.17 go-duration! = 1s
  replication_factor: int = 3 | 2.9.17 int! = 3
  retry_max_backoff: go-duration = 10s | 2.9.17 go-duration! = 10s
  retry_min_backoff: go-duration = 100ms | 2.9.17 go-duration! = 100ms
  table_options: string = "" | 2.9.17 string! = ""
  timeout: go-duration = 2s | 2.9.17 go-duration! = 2s
  tls_cert_path: 2.9.17 string! = ""
  tls_key_path: 2.9.17 string! = ""
  username: string = "" | 2.9.17 string! = ""
 congestion_control: 3.0.0 @congestion_control
 cos: 2.9.17 @cos
 delete_store: object | 2.9.17 -
  requests_table_name: string = delete_requests
  store: string = ""
  table_provisioning: object
   enable_ondemand_throughput_mode: bool = false
   provisioned_read_throughput: int = 300
   provisioned_write_throughput: int = 1
   read_scale: @inactive_read_scale
   tags: map<string>
   write_scale: @inactive_read_scale
 disable_broad_index_queries: 2.9.17 bool = false
 engine: string = chunks | 2.9.17 -
 filesystem: object
  directory: string = ""
 gcs: @gcs
 grpc_store: object | 2.9.17 object!
  server_address: string = "" | 2.9.17 string! = ""
 hedging: 2.9.17 @hedging
 index_cache_validity: go-duration = 5m0s
 index_queries_cache_config: object
  async_cache_write_back_buffer_size: 2.9.17 int = 500 | 3.0.0 -
  async_cache_write_back_concurrency: 2.9.17 int = 16 | 3.0.0 -
  background: @background
  default_validity: go-duration = 0s | 2.9.17 = 1h0m0s
  embedded_cache: 2.9.17 @embedded_cache
  enable_fifocache: bool = false | 2.9.17 bool! = false | 3.0.0 -
  fifocache: @fifocache | 3.0.0 -
  memcached: @memcached
  memcached_client: @memcached_client
  prefix: string = store.index-cache-read.
  redis: @redis
 max_chunk_batch_size: int = 50
 max_parallel_get_chunk: 2.9.17 int = 150
 named_stores: 2.9.17 object
  alibabacloud: map<object>
   *: object
    access_key_id: string
    bucket: string
    conn_timeout_sec: 3.5.12 int = 30
    endpoint: string
    read_write_timeout_sec: 3.5.12 int = 60
    secret_access_key: string
  aws: map<object>
   *: object
    access_key_id: string
    backoff_config: @backoff_config-2
    bucketnames: string
    chunk_delimiter: 3.5.12 string
    disable_dualstack: 3.3.4 bool
    dynamodb: object!
     api_limit: float! = 2
     backoff_config: @backoff_config-4!
     chunk_gang_size: int! = 10
     chunk_get_max_parallelism: int! = 32
     dynamodb_url: url!
     kms_key_id: string!
     metrics: object!
      ignore_throttle_below: float! = 1
      queue_length_query: string! = "sum(avg_over_time(cortex_ingester_flush_queue_length{job=\\"cortex/ingester\\"}[2m]))" | 3.0.0 = "sum(avg_over_time(loki_ingester_flush_queue_length{job=\\"cortex/ingester\\"}[2m])) or sum(avg_over_time(cortex_ingester_flush_queue_length{job=\\"cortex/ingester\\"}[2m]))"
      read_error_query: string! = "sum(increase(cortex_dynamo_failures_total{operation=\\"DynamoDB.QueryPages\\",error=\\"ProvisionedThroughputExceededException\\"}[1m])) by (table) > 0"
      read_usage_query: string! = "sum(rate(cortex_dynamo_consumed_capacity_total{operation=\\"DynamoDB.QueryPages\\"}[1h])) by (table) > 0"
      scale_up_factor: float! = 1.3
      target_queue_length: int! = 100000
      url: string!
      write_throttle_query: string! = "sum(rate(cortex_dynamo_throttled_total{operation=\\"DynamoDB.BatchWriteItem\\"}[1m])) by (table) > 0"
      write_usage_query: string! = "sum(rate(cortex_dynamo_consumed_capacity_total{operation=\\"DynamoDB.BatchWriteItem\\"}[15m])) by (table) > 0"
     throttle_limit: float! = 10
    endpoint: string
    http_config: object
     ca_file: string
     idle_conn_timeout: go-duration = 1m30s
     insecure_skip_verify: bool
     response_header_timeout: go-duration
     timeout: go-duration
    insecure: bool
    region: string
    s3: url
    s3forcepathstyle: bool
    secret_access_key: string
    session_token: string
    signature_version: one-of(v4|v2) = v4
    sse: @sse-2
    sse_encryption: bool | 3.0.0 -
    storage_class: one-of(|GLACIER|DEEP_ARCHIVE|GLACIER_IR|INTELLIGENT_TIERING|ONEZONE_IA|OUTPOSTS|REDUCED_REDUNDANCY|STANDARD|STANDARD_IA) = STANDARD
  azure: map<object>
   *: object
    account_key: string
    account_name: string
    active_directory_endpoint: 3.7.6 string
    chunk_delimiter: string = -
    client_id: string
    client_secret: string
    connection_string: 3.0.0 string
    container_name: string = loki
    download_buffer_size: int = 512000
    endpoint_suffix: string
    environment: one-of(AzureGlobal|AzureChinaCloud|AzureGermanCloud|AzureUSGovernment) = AzureGlobal
    max_retries: int = 5
    max_retry_delay: go-duration = 500ms
    min_retry_delay: go-duration = 10ms
    request_timeout: go-duration = 30s
    tenant_id: string
    upload_buffer_count: int = 1
    upload_buffer_size: int = 256000
    use_federated_token: bool
    use_managed_identity: bool
    use_service_principal: bool
    user_assigned_id: string
  bos: map<object>
   *: object
    access_key_id: string
    bucket_name: string
    endpoint: string = bj.bcebos.com
    secret_access_key: string
  cos: map<object>
   *: object
    access_key_id: string
    api_key: string
    auth_endpoint: string = https://iam.cloud.ibm.com/identity/token
    backoff_config: @backoff_config-2
    bucketnames: string
    cr_token_file_path: string
    endpoint: string
    forcepathstyle: bool
    http_config: object
     idle_conn_timeout: go-duration = 1m30s
     response_header_timeout: go-duration
    region: string
    secret_access_key: string
    service_instance_id: string
    trusted_profile_id: string
    trusted_profile_name: string
  filesystem: map<object>
   *: object
    directory: string
  gcs: map<object>
   *: object
    bucket_name: string
    chunk_buffer_size: int
    enable_http2: bool = true
    enable_opencensus: bool = true
    enable_retries: 3.0.0 bool = true
    endpoint: 3.5.12 string
    request_timeout: go-duration
    service_account: string
  swift: map<object>
   *: object
    auth_url: string
    auth_version: int
    connect_timeout: go-duration = 10s
    container_name: string
    domain_id: string
    domain_name: string
    http: 3.5.12 object
     tls_ca_path: string
    internal: bool
    max_retries: int = 3
    password: string
    project_domain_id: string
    project_domain_name: string
    project_id: string
    project_name: string
    region_name: string
    request_timeout: go-duration = 5s
    user_domain_id: string
    user_domain_name: string
    user_id: string
    username: string
 object_prefix: 3.0.0 string = ""
 object_store: 3.3.4 object
  alibaba: 3.5.12 @alibaba
  azure: @azure-2
  bos: 3.5.12 @bos-2
  filesystem: object
   dir: string = ""
  gcs: @gcs-2
  named_stores: 3.5.12 object
   azure: map<object>
    *: object
     account_key: string
     account_name: string
     chunk_delimiter: string = -
     connection_string: string
     container_name: string
     endpoint_suffix: string
     max_retries: int = 20
     user_assigned_id: string
   filesystem: map<object>
    *: object
     dir: string
   gcs: map<object>
    *: object
     bucket_name: string
     chunk_buffer_size: int
     max_retries: int = 10
     service_account: string
   s3: map<object>
    *: object
     access_key_id: string
     bucket_lookup_type: one-of(auto|virtual-hosted|path)
     bucket_name: string
     dualstack_enabled: bool = true
     endpoint: string
     http: @http-2
     insecure: bool
     list_objects_version: string
     max_retries: int = 10
     native_aws_auth_enabled: bool
     part_size: uint
     region: string
     secret_access_key: string
     send_content_md5: bool
     session_token: string
     sse: @sse-2
     storage_class: one-of(|GLACIER|DEEP_ARCHIVE|GLACIER_IR|INTELLIGENT_TIERING|ONEZONE_IA|OUTPOSTS|REDUCED_REDUNDANCY|STANDARD|STANDARD_IA)
     sts_endpoint: string
     trace: object
      enabled: bool
   swift: map<object>
    *: object
     application_credential_id: string
     application_credential_name: string
     application_credential_secret: string
     auth_url: string
     auth_version: int
     connect_timeout: go-duration = 10s
     container_name: string
     domain_id: string
     domain_name: string
     http: @http-2
     max_retries: int = 3
     password: string
     project_domain_id: string
     project_domain_name: string
     project_id: string
     project_name: string
     region_name: string
     request_timeout: go-duration = 5s
     user_domain_id: string
     user_domain_name: string
     user_id: string
     username: string
  s3: @s3
  storage_prefix: string = ""
  swift: @swift-2
 swift: @swift
 tsdb_shipper: 2.9.17 object
  active_index_directory: string = ""
  cache_location: string = ""
  cache_ttl: go-duration = 24h0m0s
  enable_postings_cache: bool = false | 3.0.0 -
  index_gateway_client: @index_gateway_client
  ingesterdbretainperiod: go-duration = 0s
  ingestername: string = ""
  mode: string = ""
  query_ready_num_days: int = 0
  resync_interval: go-duration = 5m0s
  shared_store: string = "" | 3.0.0 -
  shared_store_key_prefix: string = index/ | 3.0.0 -
  use_boltdb_shipper_as_backup: bool = false | 3.0.0 -
 use_thanos_objstore: 3.3.4 bool = false
table_manager: object
 chunk_tables_provisioning: @chunk_tables_provisioning
 creation_grace_period: go-duration = 10m0s
 index_tables_provisioning: @chunk_tables_provisioning
 poll_interval: go-duration = 2m0s
 retention_deletes_enabled: bool = false
 retention_period: duration = 0s
 throughput_updates_disabled: bool = false
target: string = all
tenant_limits_allow_publish: 3.6.15 list<string> = "[\\"discover_log_levels\\",\\"discover_service_name\\",\\"log_level_fields\\",\\"max_entries_limit_per_query\\",\\"max_line_size_truncate\\",\\"max_query_bytes_read\\",\\"max_query_length\\",\\"max_query_lookback\\",\\"max_query_range\\",\\"max_query_series\\",\\"metric_aggregation_enabled\\",\\"otlp_config\\",\\"pattern_persistence_enabled\\",\\"query_timeout\\",\\"retention_period\\",\\"retention_stream\\",\\"volume_enabled\\",\\"volume_max_series\\"]"
tracing: object
 enabled: bool = true
 profiling_enabled: 3.0.0 bool = true | 3.6.15 -
ui: 3.5.12 object
 advertise_addr: string = "" | 3.6.15 -
 cluster_max_join_peers: int = 3 | 3.6.15 -
 cluster_name: string = "" | 3.6.15 -
 debug: bool = false
 discovery: object | 3.6.15 -
  join_peers: list<string>
 enable_ipv6: bool = false | 3.6.15 -
 enabled: bool = false
 goldfish: 3.6.15 object
  cell_a_namespace: string = ""
  cell_b_namespace: string = ""
  cloudsql_database: string = goldfish | 3.7.6 -
  cloudsql_host: string = 127.0.0.1 | 3.7.6 -
  cloudsql_port: int = 3306 | 3.7.6 -
  cloudsql_user: string = "" | 3.7.6 -
  enable: bool = false
  grafana_url: string = ""
  logs_datasource_uid: string = ""
  max_connections: int = 10 | 3.7.6 -
  max_idle_time: int = 300 | 3.7.6 -
  results_backend: 3.7.6 string = ""
  results_bucket: 3.7.6 @object_store
  storage: 3.7.6 object
   cloudsql_database: string = goldfish
   cloudsql_host: string = 127.0.0.1
   cloudsql_port: int = 3306
   cloudsql_user: string = ""
   max_connections: int = 10
   max_idle_time_seconds: int = 300
   rds_database: string = ""
   rds_endpoint: string = ""
   rds_user: string = ""
   type: string = ""
  traces_datasource_uid: string = ""
 interface_names: list<string> = "[\\"eth0\\",\\"en0\\"]" | 3.6.15 -
 node_name: string = "<hostname>" | 3.6.15 -
 rejoin_interval: go-duration = 3m0s | 3.6.15 -
 ring: 3.6.15 @ring-2
use_buffered_logger: 2.9.17 bool! = true | 3.0.0 -
use_sync_logger: 2.9.17 bool! = true | 3.0.0 -
`;
