import { posix } from 'node:path';
import { parseDuration } from '../../kubernetes/duration';
import type { ReadDestination } from '../../pipeline/read/collector-config';
import type { AlloyBlock } from '../syntax/values';
import { blocksOf, type Components, labelsOf } from './components';
import { bytesOf } from './read-stages';

/** The destinations of a `loki.write`. */
export const readEndpoints = (components: Components, write: AlloyBlock): readonly ReadDestination[] =>
  blocksOf(write, 'endpoint').map((endpoint) =>
    readEndpoint(components, endpoint, labelsOf(components.settings(write).external_labels)),
  );

function readEndpoint(
  components: Components,
  endpoint: AlloyBlock,
  labels: ReadDestination['labels'],
): ReadDestination {
  const settings = components.settings(endpoint);
  const [tls] = blocksOf(endpoint, 'tls_config');
  const { ca_file, cert_file, key_file, server_name } = tls === undefined ? {} : components.settings(tls);
  const text = (value: unknown, preset = ''): string => (value === undefined ? preset : String(value));
  const milliseconds = (value: unknown, preset: string): number => parseDuration(text(value, preset)) ?? Number.NaN;
  const file = (path: unknown) => (path === undefined ? undefined : posix.basename(String(path)));
  return {
    url: text(settings.url),
    name: text(settings.name),
    tenant: text(settings.tenant_id),
    labels,
    batchBytes: bytesOf(settings.batch_size ?? '1MiB'),
    batchWait: milliseconds(settings.batch_wait, '1s'),
    timeout: milliseconds(settings.remote_timeout, '10s'),
    minBackoff: milliseconds(settings.min_backoff_period, '500ms'),
    maxBackoff: milliseconds(settings.max_backoff_period, '5m'),
    retries: Number(settings.max_backoff_retries ?? 10),
    dropsRateLimited: settings.retry_on_http_429 === false,
    auth:
      blocksOf(endpoint, 'basic_auth').length > 0 ? 'basic' : settings.bearer_token === undefined ? 'none' : 'bearer',
    tls: {
      ca: file(ca_file),
      cert: file(cert_file),
      key: file(key_file),
      serverName: server_name === undefined ? undefined : String(server_name),
    },
  };
}
