import type { ConfigProblem } from '../charts/loki/config-check/check-config';
import { checkLokiConfigText } from '../charts/loki/config-check/check-config-text';
import type { LokiDeployment } from '../charts/loki/config-check/deployment';

/** A configuration of Loki 3 that nothing is wrong with, to put mistakes into. */
export const GOOD_CONFIG = `auth_enabled: false
common:
  path_prefix: /var/loki
  replication_factor: 1
  ring:
    kvstore:
      store: inmemory
  storage:
    filesystem:
      chunks_directory: /var/loki/chunks
      rules_directory: /var/loki/rules
schema_config:
  configs:
    - from: "2024-04-01"
      store: tsdb
      object_store: filesystem
      schema: v13
      index:
        prefix: index_
        period: 24h
`;

/** The least configuration that a release of Loki keeps logs on its own disk by, as a value. */
export function leastConfig(release: string): Readonly<Record<string, unknown>> {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  const kvstore = { store: 'inmemory' };
  const period = { from: '2024-04-01', object_store: 'filesystem', index: { prefix: 'index_', period: '24h' } };
  if (major > 2)
    return {
      common: {
        path_prefix: '/loki',
        replication_factor: 1,
        ring: { kvstore },
        storage: { filesystem: { chunks_directory: '/loki/chunks', rules_directory: '/loki/rules' } },
      },
      schema_config: { configs: [{ ...period, store: 'tsdb', schema: 'v13' }] },
    };
  return {
    compactor: { working_directory: '/loki/compactor', shared_store: 'filesystem' },
    ingester: {
      lifecycler: { ring: { kvstore, replication_factor: 1 } },
      // From 2.4 on ingesters write ahead, in a folder that has to be said.
      ...(minor < 4 ? {} : { wal: { dir: '/loki/wal' } }),
    },
    schema_config: { configs: [{ ...period, store: 'boltdb-shipper', schema: 'v11' }] },
    storage_config: {
      boltdb_shipper: {
        active_index_directory: '/loki/index',
        cache_location: '/loki/cache',
        shared_store: 'filesystem',
      },
      filesystem: { directory: '/loki/chunks' },
    },
  };
}

/** What is said of a text by Loki 3.7.6, or another release, in the order of its lines. */
export const problemsOf = (text: string, release = '3.7.6', deployment?: LokiDeployment): ConfigProblem[] =>
  checkLokiConfigText(text, release, deployment);

/** What is said of the good configuration with more text at its end. */
export const problemsWith = (text: string, release?: string, deployment?: LokiDeployment): ConfigProblem[] =>
  problemsOf(`${GOOD_CONFIG}${text}`, release, deployment);

/** What is said of the good configuration with a part of it written otherwise. */
export function problemsWhere(
  before: string,
  after: string,
  release?: string,
  deployment?: LokiDeployment,
): ConfigProblem[] {
  if (!GOOD_CONFIG.includes(before)) throw new Error(`the good configuration has no ${before}`);
  return problemsOf(GOOD_CONFIG.replace(before, after), release, deployment);
}

/** An error at a path, with a remedy that holds a text. */
export const anError = (path: string, remedy: string): unknown => aProblem('error', path, remedy);

/** A warning at a path, with a remedy that holds a text. */
export const aWarning = (path: string, remedy: string): unknown => aProblem('warning', path, remedy);

const aProblem = (severity: string, path: string, remedy: string): unknown =>
  expect.objectContaining({ severity, path, remedy: expect.stringContaining(remedy) });
