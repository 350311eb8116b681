import { type Finding, refused } from '../finding';
import type { Settings } from '../settings';
import type { Rule } from './rule';

const quotedStep = (key: string): string => (/^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);

/** Blocks that are one of Prometheus's remote writes. */
function remoteWrites(settings: Settings): string[] {
  const maps = ['ruler.remote_write.clients', 'limits_config.ruler_remote_write_config'];
  return [
    'ruler.remote_write.client',
    ...maps.flatMap((map) => settings.keysBelow(map).map((key) => `${map}${quotedStep(key)}`)),
    ...settings.itemsOf('ruler.wal.remotewrite'),
  ].filter((path) => isBlock(settings, path));
}

/** Written, and not as null: with anything in it, or nothing, Prometheus's code checks it. */
const isBlock = (settings: Settings, path: string): boolean => settings.node(path)?.kind === 'map';

/** Prometheus refuses a remote write without an address as soon as its block is there. */
export const remoteWritesHaveUrls: Rule = ({ settings }) =>
  remoteWrites(settings)
    .filter((path) => settings.text(`${path}.url`) === '')
    .map((path) => refused(path, 'has no url', `set ${path}.url, or take the block out`));

export const remoteWriteIsComplete: Rule = ({ settings }) =>
  settings.bool('ruler.remote_write.enabled') && remoteWrites(settings).length === 0
    ? [refused('ruler.remote_write.enabled', 'is true, and no client is set', 'set ruler.remote_write.clients')]
    : [];

export const httpClients: Rule = ({ settings }) =>
  [
    ...remoteWrites(settings),
    ...['pattern_ingester.metric_aggregation', 'pattern_ingester.pattern_persistence'].map(
      (block) => `${block}.http_client_config`,
    ),
  ]
    .filter((path) => isBlock(settings, path))
    .flatMap((path) => [
      ...oneAuthentication(settings, path),
      ...oauth2(settings, path),
      ...azureAd(settings, path),
      ...keyPair(settings, path),
    ]);

/** Each of these says who asks; two of them contradict each other. */
function oneAuthentication(settings: Settings, path: string): Finding[] {
  const blocks = ['basic_auth', 'authorization', 'oauth2', 'sigv4', 'azuread', 'google_iam'].filter((key) =>
    isBlock(settings, `${path}.${key}`),
  );
  const tokens = ['bearer_token', 'bearer_token_file'].filter((key) => settings.text(`${path}.${key}`) !== '');
  const set = [...blocks, ...tokens];
  return [
    ...(set.length > 1
      ? [refused(`${path}.${set[0]}`, `and ${set.slice(1).join(', ')} are both set`, 'keep one of them')]
      : []),
    ...pairs(settings, `${path}.basic_auth`, ['username', 'username_file', 'username_ref']),
    ...pairs(settings, `${path}.basic_auth`, ['password', 'password_file', 'password_ref']),
    ...pairs(settings, `${path}.authorization`, ['credentials', 'credentials_file', 'credentials_ref']),
    ...(/^\s*basic\s*$/i.test(settings.text(`${path}.authorization.type`))
      ? [refused(`${path}.authorization.type`, 'is "basic", which has a block of its own', 'set basic_auth')]
      : []),
  ];
}

const pairs = (settings: Settings, path: string, keys: readonly string[]): Finding[] => {
  const set = keys.filter((key) => settings.text(`${path}.${key}`) !== '');
  return set.length > 1
    ? [refused(`${path}.${set[0]}`, `and ${set.slice(1).join(', ')} are both set`, 'keep one of them')]
    : [];
};

function oauth2(settings: Settings, client: string): Finding[] {
  const path = `${client}.oauth2`;
  if (!isBlock(settings, path)) return [];
  const missing = ['client_id', 'token_url'].filter((key) => settings.text(`${path}.${key}`) === '');
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
    ...pairs(settings, path, ['client_secret', 'client_secret_file', 'client_secret_ref']),
  ];
}

const AZURE_WAYS: Readonly<Record<string, readonly string[]>> = {
  managed_identity: [],
  oauth: ['client_id', 'client_secret', 'tenant_id'],
  sdk: [],
  workload_identity: ['client_id', 'tenant_id'],
  certificate: ['client_id', 'tenant_id', 'certificate_path'],
};

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
    const missing = (AZURE_WAYS[way] ?? []).filter((key) => settings.text(`${path}.${way}.${key}`) === '');
    return missing.length === 0
      ? []
      : [refused(`${path}.${way}`, `has no ${missing.join(' and no ')}`, `set ${missing.join(' and ')}`)];
  });
}

/** AWS's keys come in pairs. */
function keyPair(settings: Settings, client: string): Finding[] {
  const path = `${client}.sigv4`;
  const [id, secret] = [settings.text(`${path}.access_key`) !== '', settings.text(`${path}.secret_key`) !== ''];
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

export const REMOTE_WRITE_RULES: readonly Rule[] = [remoteWritesHaveUrls, remoteWriteIsComplete, httpClients];
