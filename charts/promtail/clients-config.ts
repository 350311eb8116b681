import type { ConfigMapping } from '../kubernetes/merge';
import type { Volume, VolumeMount } from '../kubernetes/types';
import type { Destination } from '../pipeline/model/destinations';

/** Where a destination's Secrets and ConfigMaps are mounted. */
const folderOf = (index: number): string => `/etc/promtail-destinations/${index}`;

/** Promtail's `clients`: where it pushes to. */
export const clientConfigs = (destinations: readonly Destination[]): ConfigMapping[] => destinations.map(clientConfig);

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
  const folder = `${folderOf(index)}/auth`;
  return auth.type === 'basic'
    ? {
        basic_auth: {
          username_file: `${folder}/${auth.usernameKey ?? 'username'}`,
          password_file: `${folder}/${auth.passwordKey ?? 'password'}`,
        },
      }
    : { bearer_token_file: `${folder}/${auth.tokenKey ?? 'token'}` };
}

function tlsConfig({ tls }: Destination, index: number): ConfigMapping | undefined {
  if (tls === undefined) return undefined;
  const { ca, clientSecret, serverName } = tls;
  const client = `${folderOf(index)}/tls`;
  return optional({
    ca_file: ca === undefined ? undefined : `${folderOf(index)}/ca/${ca.key ?? 'ca.crt'}`,
    cert_file: clientSecret === undefined ? undefined : `${client}/tls.crt`,
    key_file: clientSecret === undefined ? undefined : `${client}/tls.key`,
    server_name: serverName,
  });
}

/** The volumes that hold what the clients are told to read. */
export function clientVolumes(destinations: readonly Destination[]): {
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
} {
  const mounted = destinations.flatMap(({ auth, tls }, index) => {
    const of = (what: string, source: Omit<Volume, 'name'>) => [
      { volume: { name: `destination-${index}-${what}`, ...source }, mountPath: `${folderOf(index)}/${what}` },
    ];
    return [
      ...(auth === undefined ? [] : of('auth', { secret: { secretName: auth.secretName } })),
      ...(tls?.ca === undefined
        ? []
        : of(
            'ca',
            'secret' in tls.ca ? { secret: { secretName: tls.ca.secret } } : { configMap: { name: tls.ca.configMap } },
          )),
      ...(tls?.clientSecret === undefined ? [] : of('tls', { secret: { secretName: tls.clientSecret } })),
    ];
  });
  return {
    volumes: mounted.map(({ volume }) => volume),
    volumeMounts: mounted.map(({ volume, mountPath }) => ({ name: volume.name, mountPath, readOnly: true })),
  };
}
