import type { ConfigMapping } from '../kubernetes/merge';
import { destinationFile, destinationVolumes } from '../pipeline/compile/destination-files';
import type { Destination } from '../pipeline/model/destinations';

/** Where destinations' Secrets and ConfigMaps are mounted. */
const FILES = '/etc/promtail-destinations';

/** Promtail's `clients`: where it pushes to. */
export const clientConfigs = (destinations: readonly Destination[]): ConfigMapping[] => destinations.map(clientConfig);

/** The volumes that hold what the clients are told to read. */
export const clientVolumes = (destinations: readonly Destination[]) => destinationVolumes(FILES, destinations);

function clientConfig(destination: Destination, index: number): ConfigMapping {
  const { url, name, tenant, externalLabels, batch, backoff, timeout, dropRateLimited } = destination;
  const backoffConfig = optional({
    min_period: backoff?.min,
    max_period: backoff?.max,
    max_retries: backoff?.retries,
  });
  return optional({
    url,
    name,
    tenant_id: tenant,
    external_labels: externalLabels,
    batchsize: batch?.size,
    batchwait: batch?.wait,
    timeout,
    backoff_config: Object.keys(backoffConfig).length === 0 ? undefined : backoffConfig,
    drop_rate_limited_batches: dropRateLimited,
    ...authConfig(destination, index),
    tls_config: tlsConfig(destination, index),
  });
}

const optional = (config: ConfigMapping): ConfigMapping =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));

function authConfig({ auth }: Destination, index: number): ConfigMapping {
  if (auth === undefined) return {};
  const file = (key: string) => destinationFile(FILES, index, 'auth', key);
  return auth.type === 'basic'
    ? {
        basic_auth: {
          username_file: file(auth.usernameKey ?? 'username'),
          password_file: file(auth.passwordKey ?? 'password'),
        },
      }
    : { bearer_token_file: file(auth.tokenKey ?? 'token') };
}

function tlsConfig({ tls }: Destination, index: number): ConfigMapping | undefined {
  if (tls === undefined) return undefined;
  const { ca, clientSecret, serverName } = tls;
  const file = (part: 'ca' | 'tls', name: string) => destinationFile(FILES, index, part, name);
  return optional({
    ca_file: ca === undefined ? undefined : file('ca', ca.key ?? 'ca.crt'),
    cert_file: clientSecret === undefined ? undefined : file('tls', 'tls.crt'),
    key_file: clientSecret === undefined ? undefined : file('tls', 'tls.key'),
    server_name: serverName,
  });
}
