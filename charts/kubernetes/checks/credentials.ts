import { type Manifest, stringsIn } from '../manifest';
import type { Problem } from '../problem';

const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ['an AWS access key', /\b(AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ['a Grafana token', /\bgl(sa|c|p)_[A-Za-z0-9+/=_-]{20,}/],
  ['a JSON web token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  ['a Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['a Slack token', /\bxox[abprs]-[0-9A-Za-z-]{10,}/],
  ['a password in a URL', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@${}]+:[^\s/@${}]+@/i],
];

/** The last word of a name that holds a credential, however it is written: `secret_access_key`, `clientSecret`, `ADMIN_PASSWORD`. */
const SECRET_NAME =
  /(password|passwd|secret|secret[-_]?access[-_]?key|account[-_]?key|secret[-_]?key|token|api[-_]?key|private[-_]?key|bearer[-_]?token|credentials)$/i;

/** Names that end like a credential's and hold a path, a name or a switch. */
const NOT_SECRET = /(_?(file|path|name|ttl|url))$|automountServiceAccountToken|imagePullSecret/i;

/** A reference that is filled in where it runs: an environment variable, or a file that Grafana reads. */
const REFERENCE = /^\$(\{[^}]+\}|__(env|file)\{[^}]+\}|\([^)]+\))$/;

/** A line of a config file that sets a key: YAML's or an ini file's. */
const SETTING = /^[ \t-]*"?([A-Za-z][A-Za-z0-9_.-]*)"?[ \t]*[:=][ \t]+["']?([^"'\s#][^"'\n]*?)["']?,?[ \t]*$/gm;

/** Refuses literals that look like credentials, wherever they stand. The message never repeats the value. */
export function checkCredentials(manifest: Manifest): Problem[] {
  return [...stringsIn(manifest, '')].flatMap(([path, text]) => {
    if (path.startsWith('metadata.annotations') && path.includes('checksum')) return [];
    const what = credentialIn(manifest, path, text);
    return what === undefined
      ? []
      : [
          {
            path,
            message: `holds what looks like ${what}, and everything in dist can be read by everybody who can read the repository`,
            remedy: 'keep it in a Secret made in the cluster and refer to that, as by `valueFrom.secretKeyRef`',
          },
        ];
  });
}

function credentialIn(manifest: Manifest, path: string, text: string): string | undefined {
  const shape = SHAPES.find(([, pattern]) => pattern.test(text));
  if (shape !== undefined) return shape[0];
  if (text === '') return undefined;
  if (manifest.kind === 'Secret' && /^(data|stringData)\./.test(path) && isSecretName(path)) return 'a credential';
  if (/\.env\[\d+\]\.value$/.test(path))
    return isLiteralSecret(envName(manifest, path), text) ? 'a credential' : undefined;
  if (!/^(data|stringData)\./.test(path)) return undefined;
  for (const [, key = '', value = ''] of text.matchAll(SETTING)) {
    if (isLiteralSecret(key, value)) return `a credential in "${key}"`;
  }
  return undefined;
}

const isSecretName = (name: string): boolean => SECRET_NAME.test(name) && !NOT_SECRET.test(name);

const isLiteralSecret = (name: string, value: string): boolean =>
  isSecretName(name) && !REFERENCE.test(value.trim()) && !/^(true|false|null|~|""|''|\d+)$/.test(value.trim());

/** The name beside the value that a path such as `spec….env[2].value` leads to. */
function envName(manifest: Manifest, path: string): string {
  const steps = path
    .replace(/\.value$/, '')
    .split(/[.[\]]+/)
    .filter((step) => step !== '');
  let value: unknown = manifest;
  for (const step of steps) value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  return String((value as { readonly name?: unknown } | undefined)?.name ?? '');
}
