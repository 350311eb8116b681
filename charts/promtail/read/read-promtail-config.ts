import { posix } from 'node:path';
import { parseDuration } from '../../kubernetes/duration';
import { parseYaml } from '../../kubernetes/parse-yaml';
import type { PrometheusRule } from '../../pipeline/compile/job';
import type {
  CollectorConfig,
  PlainLabels,
  PlainStage,
  ReadDestination,
  ReadJob,
  ReadSource,
} from '../../pipeline/read/collector-config';

type Mapping = Readonly<Record<string, unknown>>;

const mappingOf = (value: unknown): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown, preset: string): string =>
  value === undefined || value === null ? preset : String(value);

/**
 * Reads a configuration of Promtail, as far as our pipelines can say the same.
 * @throws SyntaxError when the text is no YAML
 */
export function readPromtailConfig(text: string): CollectorConfig {
  const parsed = parseYaml(text);
  if ('mistake' in parsed) throw new SyntaxError(parsed.mistake);
  return promtailConfigOf(parsed.value);
}

/** The same of a configuration that was read before, as plain data. Never throws. */
export function promtailConfigOf(value: unknown): CollectorConfig {
  const { clients, scrape_configs } = mappingOf(value);
  const destinations = listOf(clients).map((client) => readClient(mappingOf(client)));
  const unread: string[] = [];
  const jobs = listOf(scrape_configs).flatMap((job, index): ReadJob[] => {
    const { job_name, relabel_configs, pipeline_stages, ...rest } = mappingOf(job);
    const source = readSource(rest);
    if (source === undefined) {
      unread.push(`scrape_configs[${index}]`);
      return [];
    }
    return [
      {
        name: textOf(job_name, ''),
        source,
        relabel: listOf(relabel_configs) as readonly PrometheusRule[],
        stages: listOf(pipeline_stages) as readonly PlainStage[],
        destinations,
      },
    ];
  });
  return { jobs, unread };
}

function readSource(job: Mapping): ReadSource | undefined {
  const [key = '', ...others] = Object.keys(job);
  if (others.length > 0) return undefined;
  switch (key) {
    case 'kubernetes_sd_configs':
      return readDiscovery(listOf(job.kubernetes_sd_configs));
    case 'static_configs':
      return {
        type: 'files',
        targets: listOf(job.static_configs).flatMap((group) => {
          const { targets, labels } = mappingOf(group);
          return listOf(targets).map((address) => ({ __address__: String(address), ...labelsOf(labels) }));
        }),
      };
    case 'journal': {
      const { path, max_age, matches, json = false, labels } = mappingOf(job.journal);
      return {
        type: 'journal',
        path: path === undefined ? undefined : String(path),
        maxAge: max_age === undefined ? undefined : String(max_age),
        matches: matches === undefined ? undefined : String(matches),
        json: json === true,
        labels: labelsOf(labels),
      };
    }
    case 'syslog': {
      const { listen_address, listen_protocol, use_incoming_timestamp, labels } = mappingOf(job.syslog);
      return {
        type: 'syslog',
        address: textOf(listen_address, ''),
        protocol: textOf(listen_protocol, 'tcp'),
        useIncomingTimestamp: use_incoming_timestamp === true,
        labels: labelsOf(labels),
      };
    }
    case 'loki_push_api': {
      const { server, use_incoming_timestamp, labels } = mappingOf(job.loki_push_api);
      return {
        type: 'push',
        port: Number(mappingOf(server).http_listen_port),
        useIncomingTimestamp: use_incoming_timestamp === true,
        labels: labelsOf(labels),
      };
    }
    default:
      return undefined;
  }
}

/** Pods of its own node, for which Promtail adds the selector itself; undefined for what finds anything else, or not all of them. */
function readDiscovery(configs: readonly unknown[]): ReadSource | undefined {
  if (configs.length !== 1) return undefined;
  const { role, namespaces, ...rest } = mappingOf(configs[0]);
  if (role !== 'pod' || Object.keys(rest).length > 0) return undefined;
  const { names, own_namespace = false } = mappingOf(namespaces);
  if (own_namespace !== false) return undefined;
  return {
    type: 'pods',
    through: 'files',
    isOfNode: true,
    ...(names === undefined ? {} : { namespaces: listOf(names).map(String) }),
  };
}

const labelsOf = (labels: unknown): PlainLabels =>
  Object.fromEntries(Object.entries(mappingOf(labels)).map(([name, value]) => [name, String(value)]));

function readClient(client: Mapping): ReadDestination {
  const { min_period, max_period, max_retries } = mappingOf(client.backoff_config);
  const { ca_file, cert_file, key_file, server_name } = mappingOf(client.tls_config);
  const milliseconds = (value: unknown, preset: string): number => parseDuration(textOf(value, preset)) ?? Number.NaN;
  const file = (path: unknown) => (path === undefined ? undefined : posix.basename(String(path)));
  return {
    url: textOf(client.url, ''),
    name: textOf(client.name, ''),
    tenant: textOf(client.tenant_id, ''),
    labels: labelsOf(client.external_labels),
    batchBytes: Number(client.batchsize ?? 1_048_576),
    batchWait: milliseconds(client.batchwait, '1s'),
    timeout: milliseconds(client.timeout, '10s'),
    minBackoff: milliseconds(min_period, '500ms'),
    maxBackoff: milliseconds(max_period, '5m'),
    retries: Number(max_retries ?? 10),
    dropsRateLimited: client.drop_rate_limited_batches === true,
    auth: client.basic_auth !== undefined ? 'basic' : client.bearer_token_file !== undefined ? 'bearer' : 'none',
    tls: {
      ca: file(ca_file),
      cert: file(cert_file),
      key: file(key_file),
      serverName: server_name === undefined ? undefined : String(server_name),
    },
  };
}
