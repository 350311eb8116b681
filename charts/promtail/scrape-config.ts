import type { ConfigMapping } from '../kubernetes/merge';
import type { Job } from '../pipeline/compile/job';
import { JOURNAL_PATH, PUSH_PORT, SYSLOG_PORT } from '../pipeline/compile/needs';
import { anyOf, JOURNAL_LABELS, SYSLOG_LABELS } from '../pipeline/compile/source-defaults';
import type { JournalSource, PushSource, SourceType, SyslogSource } from '../pipeline/model/sources';

/** What Promtail can read; what it cannot is refused, and left out here. */
export const PROMTAIL_SOURCES: ReadonlySet<SourceType> = new Set(['pods', 'journal', 'files', 'syslog', 'push']);

/** Promtail's `scrape_configs`, one for each job. */
export const scrapeConfigs = (jobs: readonly Job[]): ConfigMapping[] =>
  jobs.filter(({ source }) => PROMTAIL_SOURCES.has(source.type)).map(scrapeConfig);

function scrapeConfig(job: Job): ConfigMapping {
  const { name, stages, relabel } = job;
  return {
    job_name: name,
    ...sourceConfig(job),
    ...(stages.length === 0 ? {} : { pipeline_stages: stages as unknown as readonly ConfigMapping[] }),
    ...(relabel.length === 0 ? {} : { relabel_configs: relabel as unknown as readonly ConfigMapping[] }),
  };
}

function sourceConfig({ source }: Job): ConfigMapping {
  switch (source.type) {
    case 'pods':
      return { kubernetes_sd_configs: [{ role: 'pod' }] };
    case 'journal':
      return { journal: journal(source) };
    case 'files':
      return {
        static_configs: source.paths.map((path) => ({
          targets: ['localhost'],
          labels: {
            ...source.labels,
            __path__: path,
            ...(source.exclude === undefined ? {} : { __path_exclude__: anyOf(source.exclude) }),
          },
        })),
      };
    case 'syslog':
      return { syslog: syslog(source) };
    case 'push':
      return { loki_push_api: push(source) };
    default:
      return {};
  }
}

const journal = ({ path, maxAge, matches, json, labels }: JournalSource): ConfigMapping => ({
  path: path ?? JOURNAL_PATH,
  labels: labels ?? JOURNAL_LABELS,
  ...(maxAge === undefined ? {} : { max_age: maxAge }),
  ...(matches === undefined ? {} : { matches }),
  ...(json === undefined ? {} : { json }),
});

const syslog = ({ port, protocol, useIncomingTimestamp, labels }: SyslogSource): ConfigMapping => ({
  listen_address: `0.0.0.0:${port ?? SYSLOG_PORT}`,
  labels: labels ?? SYSLOG_LABELS,
  ...(protocol === undefined ? {} : { listen_protocol: protocol }),
  ...(useIncomingTimestamp === undefined ? {} : { use_incoming_timestamp: useIncomingTimestamp }),
});

const push = ({ port, useIncomingTimestamp, labels }: PushSource): ConfigMapping => ({
  server: { http_listen_port: port ?? PUSH_PORT, grpc_listen_port: 0 },
  use_incoming_timestamp: useIncomingTimestamp ?? true,
  ...(labels === undefined ? {} : { labels }),
});
