// What Promtail's tables of keys leave open: which notation a duration has, and which texts take a few words only. The importer
// of the tables adds it to each key.
import { oneOf } from './config-kinds.mjs';

/** Stages have a table of their own, and rules of relabelling are read as they are everywhere. */
const ELSEWHERE = /\.(pipeline_stages|relabel_configs)\[\]/;
const READ_ELSEWHERE = /\.(pipeline_stages|relabel_configs)$/;

/** Prometheus's durations, which know days, weeks and years; the rest are Go's. */
const PROMETHEUS_DURATIONS = /_sd_configs\[\]\.(refresh_interval|timeout)$|\.cloudflare\.pull_range$/;

/** Path → the type that it has instead of the table's, first match first. */
const TYPES = [
  [/^clients?(\[\])?\.url$/, 'url'],
  [/\.(proxy_url|api_server)$/, 'url'],
  [/\.grpc_server_max_concurrent_streams$/, 'uint'],
  [/\.windows_events\.locale$/, 'uint32'],
  [/^server\.log_level$/, ['debug', 'info', 'warn', 'error']],
  [/\.syslog\.listen_protocol$/, ['', 'tcp', 'udp']],
  [/\.syslog\.syslog_format$/, ['', 'rfc5424', 'rfc3164']],
  [/\.gcplog\.subscription_type$/, ['', 'pull', 'push']],
  [/\.kafka\.assignor$/, ['', 'sticky', 'roundrobin', 'range']],
  [/\.kafka\.authentication\.type$/, ['', 'none', 'ssl', 'sasl']],
  [/\.kafka\.authentication\.sasl_config\.mechanism$/, ['', 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']],
  [/\.cloudflare\.fields_type$/, ['', 'default', 'minimal', 'extended', 'all', 'custom']],
  [/\.decompression\.format$/, ['', 'gz', 'z', 'bz2']],
  [
    /\.kubernetes_sd_configs\[\]\.(selectors\[\]\.)?role$/,
    ['node', 'pod', 'service', 'endpoints', 'endpointslice', 'ingress'],
  ],
  [/\.tls_config\.(min|max)_version$/, ['TLS10', 'TLS11', 'TLS12', 'TLS13']],
];

/** The type of a key, in the words of our table; undefined for what is checked by another one. */
export function kindOf({ path, type }) {
  if (ELSEWHERE.test(path)) return undefined;
  if (READ_ELSEWHERE.test(path)) return 'any';
  if (type === 'duration') return PROMETHEUS_DURATIONS.test(path) ? 'duration' : 'go-duration';
  const [, kind] = TYPES.find(([pattern]) => pattern.test(path)) ?? [undefined, type];
  return Array.isArray(kind) ? oneOf(kind) : kind;
}
