import type { EnvVar } from '../../kubernetes/types';
import { destinationFile } from '../../pipeline/compile/destination-files';
import type { Destination, DestinationAuth, DestinationTls } from '../../pipeline/model/destinations';
import { type AlloyBlock, type AlloyExpression, attributes, block, call, ref } from '../syntax/values';
import type { AlloyFeatures } from './features';
import { byteSize, goDuration } from './units';

/** Where the certificates of destinations are mounted. */
export const DESTINATION_FILES = '/etc/alloy-destinations';

interface Place {
  readonly destination: Destination;
  /** Among all destinations. */
  readonly index: number;
}

/** Destinations whose lines get the same labels: one `loki.write`. */
interface Group {
  readonly label: string;
  readonly places: readonly [Place, ...Place[]];
}

/** The first one's component is called `default`; labels are a component's, so that other labels are another component. */
function groupsOf(destinations: readonly Destination[]): readonly Group[] {
  const byLabels = new Map<string, [Place, ...Place[]]>();
  for (const [index, destination] of destinations.entries()) {
    const key = JSON.stringify(Object.entries(destination.externalLabels ?? {}).sort());
    const places = byLabels.get(key);
    if (places === undefined) byLabels.set(key, [{ destination, index }]);
    else places.push({ destination, index });
  }
  return [...byLabels.values()].map((places, index) => ({
    label: index === 0 ? 'default' : `destination_${places[0].index}`,
    places,
  }));
}

/** What lines are forwarded to. */
export const receivers = (destinations: readonly Destination[]): readonly AlloyExpression[] =>
  groupsOf(destinations).map(({ label }) => ref(`loki.write.${label}.receiver`));

/** A `loki.write` for destinations with the same external labels. */
export const writeComponents = (
  destinations: readonly Destination[],
  wal: boolean,
  features: AlloyFeatures,
): AlloyBlock[] =>
  groupsOf(destinations).map(({ label, places }) =>
    block('loki.write', label, [
      ...places.map((place) => endpoint(place, features)),
      wal ? block('wal', attributes({ enabled: true })) : undefined,
      ...attributes({ external_labels: places[0].destination.externalLabels }),
    ]),
  );

function endpoint({ destination, index }: Place, features: AlloyFeatures): AlloyBlock {
  const { url, name, tenant, batch, backoff, timeout, dropRateLimited, auth, tls } = destination;
  const { userName, secret } = variables(auth, index);
  const read = ({ name: variable }: EnvVar) => call(features.envFunction, variable);
  return block('endpoint', [
    ...attributes({
      name,
      url,
      tenant_id: tenant,
      batch_size: batch?.size === undefined ? undefined : byteSize(batch.size),
      batch_wait: goDuration(batch?.wait),
      remote_timeout: goDuration(timeout),
      min_backoff_period: goDuration(backoff?.min),
      max_backoff_period: goDuration(backoff?.max),
      max_backoff_retries: backoff?.retries,
      retry_on_http_429: dropRateLimited === undefined ? undefined : !dropRateLimited,
      bearer_token: userName === undefined && secret !== undefined ? read(secret) : undefined,
    }),
    userName === undefined || secret === undefined
      ? undefined
      : block('basic_auth', attributes({ username: read(userName), password: read(secret) })),
    tls === undefined ? undefined : tlsConfig(tls, index),
  ]);
}

const tlsConfig = ({ ca, clientSecret, serverName }: DestinationTls, index: number): AlloyBlock => {
  const file = (of: 'ca' | 'tls', name: string) => destinationFile(DESTINATION_FILES, index, of, name);
  return block(
    'tls_config',
    attributes({
      ca_file: ca === undefined ? undefined : file('ca', ca.key ?? 'ca.crt'),
      cert_file: clientSecret === undefined ? undefined : file('tls', 'tls.crt'),
      key_file: clientSecret === undefined ? undefined : file('tls', 'tls.key'),
      server_name: serverName,
    }),
  );
};

/** The variables by which a destination's credentials reach Alloy. */
function variables(
  auth: DestinationAuth | undefined,
  index: number,
): { readonly userName?: EnvVar; readonly secret?: EnvVar } {
  if (auth === undefined) return {};
  const from = (what: string, key: string): EnvVar => ({
    name: `DESTINATION_${index}_${what}`,
    valueFrom: { secretKeyRef: { name: auth.secretName, key } },
  });
  return auth.type === 'basic'
    ? {
        userName: from('USERNAME', auth.usernameKey ?? 'username'),
        secret: from('PASSWORD', auth.passwordKey ?? 'password'),
      }
    : { secret: from('TOKEN', auth.tokenKey ?? 'token') };
}

/** The variables of all destinations, for the container. */
export const destinationVariables = (destinations: readonly Destination[]): readonly EnvVar[] =>
  destinations.flatMap(({ auth }, index) => {
    const { userName, secret } = variables(auth, index);
    return [userName, secret].filter((variable) => variable !== undefined);
  });
