import { isReference } from '../../kubernetes/checks/literal-secrets';
import {
  defined,
  isMapping,
  isSame,
  type Json,
  type JsonObject,
  objectIn,
  objectsIn,
  textIn,
  valueAt,
  without,
} from '../json';

/** Where a running Promtail pushes to, without credentials. */
export interface ClientFacts {
  /** As `clients` has them. */
  readonly clients: readonly JsonObject[];
  /** Files that hold the credentials: key of the Secret → where it stood. */
  readonly files: Readonly<Record<string, string>>;
}

export const CLIENT_SECRETS_FOLDER = '/etc/promtail-clients';

/** What Promtail does when nothing else is said. */
const DEFAULTS: JsonObject = {
  backoff_config: { min_period: '500ms', max_period: '5m', max_retries: 10 },
  batchsize: 1048576,
  batchwait: '1s',
  timeout: '10s',
  external_labels: {},
  drop_rate_limited_batches: false,
};

/** `clients`, or the one client of releases before 2.4, whose URL may be an argument. */
export function clientsOf(config: JsonObject, urlArgument: string | undefined): ClientFacts {
  const single = config.client;
  const listed = objectsIn(config.clients);
  const given = isMapping(single) ? [single, ...listed] : listed;
  const all = given.length === 0 && urlArgument !== undefined ? [{}] : given;
  const files: Record<string, string> = {};
  const clients = all.map((client, index) =>
    withoutDefaults(withFiles({ ...client, url: client.url ?? urlArgument ?? null }, `${index}`, files)),
  );
  return { clients, files };
}

const withoutDefaults = (client: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(client).flatMap(([key, value]) => {
      if (value === null || value === undefined) return [];
      if (key !== 'backoff_config') return isSame(value, DEFAULTS[key]) ? [] : [[key, value] as const];
      const usual = objectIn(DEFAULTS.backoff_config);
      const said = Object.entries(objectIn(value)).filter(([name, period]) => !isSame(period, usual[name]));
      return said.length === 0 ? [] : [[key, Object.fromEntries(said)] as const];
    }),
  );

/** A configuration whose clients say nothing that is so anyhow. */
export const withBriefClients = (config: JsonObject): JsonObject => ({
  ...config,
  clients: objectsIn(config.clients).map(withoutDefaults),
});

/** Passwords and tokens as files: each a key of one Secret. */
function withFiles(client: JsonObject, index: string, files: Record<string, string>): JsonObject {
  const fileFor = (name: string, where: string): string => {
    const key = `${index}-${name}`;
    files[key] = `clients[${index}].${where}`;
    return `${CLIENT_SECRETS_FOLDER}/${key}`;
  };
  const url = withoutUser(textIn(client.url));
  const moved: JsonObject = {
    ...without(client, 'url', 'basic_auth', 'bearer_token', 'authorization', 'oauth2'),
    url: url.url ?? client.url,
    ...(isWrittenOut(client.bearer_token)
      ? { bearer_token_file: fileFor('token', 'bearer_token') }
      : defined({ bearer_token: client.bearer_token, bearer_token_file: client.bearer_token_file })),
    authorization: fileInstead(client.authorization, 'credentials', 'credentials_file', () =>
      fileFor('credentials', 'authorization.credentials'),
    ),
    oauth2: fileInstead(client.oauth2, 'client_secret', 'client_secret_file', () =>
      fileFor('client-secret', 'oauth2.client_secret'),
    ),
    basic_auth:
      url.user === undefined
        ? fileInstead(client.basic_auth, 'password', 'password_file', () => fileFor('password', 'basic_auth.password'))
        : { username: url.user, password_file: fileFor('password', 'url') },
  };
  return defined(moved);
}

const fileInstead = (
  block: JsonObject[string],
  secret: string,
  file: string,
  path: () => string,
): JsonObject | undefined =>
  isMapping(block) ? (isWrittenOut(block[secret]) ? { ...without(block, secret), [file]: path() } : block) : undefined;

/** Whether a credential stands there itself, and not the variable that holds it. */
const isWrittenOut = (value: Json): boolean => value !== undefined && value !== null && !isReference(String(value));

/** A URL without the user and password that stand in it. */
function withoutUser(url: string | undefined): { readonly url?: string; readonly user?: string } {
  const [, scheme, user, password, rest] = /^(https?:\/\/)([^:/@\s]*):([^/@\s]*)@(.*)$/s.exec(url ?? '') ?? [];
  return user === undefined || !isWrittenOut(password)
    ? { url }
    : { url: `${scheme}${rest}`, user: decodeURIComponentSafely(user) };
}

const decodeURIComponentSafely = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The Service that a URL of the cluster asks: `http://loki.logging.svc:3100/…` → `loki` in `logging`. */
export function serviceInUrl(
  url: string | undefined,
  namespace: string,
): { readonly name: string; readonly namespace: string } | undefined {
  const [, host] = /^https?:\/\/([a-z0-9.-]+)(?::\d+)?(?:\/|$)/i.exec(url ?? '') ?? [];
  const [name, of, svc, ...domain] = (host ?? '').toLowerCase().replace(/\.$/, '').split('.');
  if (name === undefined || name === '') return undefined;
  if (of === undefined) return { name, namespace };
  if (svc === undefined) return { name, namespace: of };
  return svc === 'svc' && (domain.length === 0 || domain.length >= 2) ? { name, namespace: of } : undefined;
}

export const tenantOf = (clients: readonly JsonObject[]): string | undefined =>
  textIn(valueAt(clients[0], 'tenant_id'));
