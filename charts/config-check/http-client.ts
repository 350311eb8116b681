import { type Finding, refused } from './finding';
import type { Settings } from './settings';

/** Written, and not as null: with anything in it, or nothing, Prometheus's code checks it. */
export const isBlock = (settings: Settings, path: string): boolean => settings.node(path)?.kind === 'map';

const isSet = (settings: Settings, path: string): boolean => settings.text(path) !== '';

/** What Prometheus refuses of an HTTP client as soon as it reads one. */
export const httpClientMistakes = (settings: Settings, path: string): Finding[] => [
  ...oneAuthentication(settings, path),
  ...oauth2(settings, path),
  ...azureAd(settings, path),
  ...keyPair(settings, path),
  ...proxy(settings, path),
  ...(isBlock(settings, `${path}.oauth2`) ? proxy(settings, `${path}.oauth2`) : []),
  ...headers(settings, `${path}.headers`),
  ...headers(settings, `${path}.http_headers`),
];

/** Each of these says who asks; two of them contradict each other. */
function oneAuthentication(settings: Settings, path: string): Finding[] {
  const blocks = ['basic_auth', 'authorization', 'oauth2', 'sigv4', 'azuread', 'google_iam'].filter((key) =>
    isBlock(settings, `${path}.${key}`),
  );
  const tokens = ['bearer_token', 'bearer_token_file'].filter((key) => isSet(settings, `${path}.${key}`));
  const set = [...blocks, ...tokens];
  return [
    ...(set.length > 1
      ? [refused(`${path}.${set[0]}`, `and ${set.slice(1).join(', ')} are both set`, 'keep one of them')]
      : []),
    ...oneOf(settings, `${path}.basic_auth`, ['username', 'username_file', 'username_ref']),
    ...oneOf(settings, `${path}.basic_auth`, ['password', 'password_file', 'password_ref']),
    ...oneOf(settings, `${path}.authorization`, ['credentials', 'credentials_file', 'credentials_ref']),
    ...(/^\s*basic\s*$/i.test(settings.text(`${path}.authorization.type`))
      ? [refused(`${path}.authorization.type`, 'is "basic", which has a block of its own', 'set basic_auth')]
      : []),
  ];
}

const oneOf = (settings: Settings, path: string, keys: readonly string[]): Finding[] => {
  const set = keys.filter((key) => isSet(settings, `${path}.${key}`));
  return set.length > 1
    ? [refused(`${path}.${set[0]}`, `and ${set.slice(1).join(', ')} are both set`, 'keep one of them')]
    : [];
};

function oauth2(settings: Settings, client: string): Finding[] {
  const path = `${client}.oauth2`;
  if (!isBlock(settings, path)) return [];
  const secrets = ['client_secret', 'client_secret_file', 'client_secret_ref'];
  const needed = ['client_id', 'token_url', ...(settings.isAtLeast('3.0') ? [] : ['client_secret'])];
  const missing = needed.filter((key) =>
    (key === 'client_secret' ? secrets : [key]).every((name) => !isSet(settings, `${path}.${name}`)),
  );
  return [
    ...(missing.length > 0
      ? [
          refused(
            path,
            `has no ${missing.join(' and no ')}`,
            `set ${missing.map((key) => `${path}.${key}`).join(' and ')}`,
          ),
        ]
      : []),
    ...oneOf(settings, path, secrets),
  ];
}

const AZURE_WAYS: Readonly<Record<string, readonly string[]>> = {
  managed_identity: ['client_id'],
  oauth: ['client_id', 'client_secret', 'tenant_id'],
  sdk: [],
  workload_identity: ['client_id', 'tenant_id'],
  certificate: ['client_id', 'tenant_id', 'certificate_path'],
};

/** As Azure writes them: with hyphens, in braces, or without either. */
const UUID = /^(?:urn:uuid:|\{)?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\}?$/i;

function azureAd(settings: Settings, client: string): Finding[] {
  const path = `${client}.azuread`;
  if (!isBlock(settings, path)) return [];
  const ways = Object.keys(AZURE_WAYS).filter((way) => isBlock(settings, `${path}.${way}`));
  if (ways.length !== 1) {
    const known = Object.keys(AZURE_WAYS).filter((way) => settings.has(`${path}.${way}`));
    return [
      refused(
        path,
        ways.length === 0 ? 'says nothing of how to sign in' : `sets ${ways.join(' and ')}`,
        `set one of ${known.join(', ')}`,
      ),
    ];
  }
  return ways.flatMap((way) => {
    // From 3.6 on a managed identity may be the system's, which has no id to name.
    const isSystems = way === 'managed_identity' && settings.isAtLeast('3.6');
    const missing = (AZURE_WAYS[way] ?? []).filter((key) => !isSystems && !isSet(settings, `${path}.${way}.${key}`));
    const id = settings.text(`${path}.${way}.client_id`);
    return [
      ...(missing.length === 0
        ? []
        : [refused(`${path}.${way}`, `has no ${missing.join(' and no ')}`, `set ${missing.join(' and ')}`)]),
      ...(id === '' || id === '?' || UUID.test(id)
        ? []
        : [refused(`${path}.${way}.client_id`, 'is no UUID', 'write it as "00000000-0000-0000-0000-000000000000"')]),
    ];
  });
}

/** AWS's keys come in pairs. */
function keyPair(settings: Settings, client: string): Finding[] {
  const path = `${client}.sigv4`;
  const [id, secret] = [isSet(settings, `${path}.access_key`), isSet(settings, `${path}.secret_key`)];
  return id === secret
    ? []
    : [
        refused(
          `${path}.${id ? 'access_key' : 'secret_key'}`,
          `is set without ${id ? 'secret_key' : 'access_key'}`,
          'set both, or neither',
        ),
      ];
}

/** A proxy is named here or in the environment; what belongs to one needs one. */
function proxy(settings: Settings, path: string): Finding[] {
  const [url, environment, none, header] = [
    'proxy_url',
    'proxy_from_environment',
    'no_proxy',
    'proxy_connect_header',
  ].map((key) => `${path}.${key}`) as [string, string, string, string];
  const hasUrl = isSet(settings, url);
  const isFromEnvironment = settings.bool(environment);
  return [
    ...(isFromEnvironment && hasUrl
      ? [refused(environment, 'is true, and proxy_url is set', 'keep one of the two')]
      : []),
    ...(isFromEnvironment && isSet(settings, none)
      ? [refused(none, 'is set, and proxy_from_environment is true', 'keep one of the two')]
      : []),
    ...(!isFromEnvironment && !settings.isWritten(url) && isSet(settings, none)
      ? [refused(none, 'is set, and proxy_url is not', 'set proxy_url, or take it out')]
      : []),
    ...(!isFromEnvironment && !hasUrl && settings.keysBelow(header).length > 0
      ? [refused(header, 'is set, and proxy_url is not', 'set proxy_url, or take it out')]
      : []),
  ];
}

/** Headers that the client sets by itself. */
const RESERVED = new Set([
  ...['authorization', 'host', 'content-encoding', 'content-length', 'content-type', 'user-agent', 'connection'],
  ...['keep-alive', 'proxy-authenticate', 'proxy-authorization', 'www-authenticate', 'accept-encoding'],
  'x-prometheus-remote-write-version',
]);

const headers = (settings: Settings, path: string): Finding[] =>
  settings
    .keysBelow(path)
    .filter((name) => RESERVED.has(name.toLowerCase()))
    .map((name) =>
      refused(
        `${path}[${JSON.stringify(name)}]`.replace(/\["([A-Za-z_][\w-]*)"\]$/, '.$1'),
        'is a header that the client sets by itself',
        name.toLowerCase() === 'authorization' ? 'set authorization or basic_auth' : 'take it out',
      ),
    );
