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
