import { imageReference } from '../kubernetes/image';
import { HARDENED_CONTAINER } from '../kubernetes/security-context';
import type { Container, PolicyRule, Volume } from '../kubernetes/types';
import { RELEASES } from '../releases';

/** The keys under which the article of 2021, and every chart since, reads the sign-in. */
export const USER_KEY = 'admin-user';
export const PASSWORD_KEY = 'admin-password';

const TOKEN_VOLUME = 'admin-secret-token';
const TOKEN_PATH = '/var/run/secrets/admin-secret';

/** All that the init step may do: read this one Secret, and fill it in. It could not make another. */
export const adminSecretRules = (secretName: string): PolicyRule[] => [
  { apiGroups: [''], resources: ['secrets'], resourceNames: [secretName], verbs: ['get', 'patch'] },
];

/** A token for the init step alone: Grafana's container does not mount it. */
export const adminSecretTokenVolume: Volume = {
  name: TOKEN_VOLUME,
  projected: {
    sources: [
      { serviceAccountToken: { path: 'token', expirationSeconds: 600 } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
    ],
  },
};

/**
 * Gives the Secret a password unless it has one. The Secret itself is applied empty, so that this step needs no right to
 * create any; what it adds belongs to nobody else, so that neither `kubectl apply` nor Argo CD takes it away.
 *
 * It writes only over the version that it has read. Of two pods that start at once one is told of a conflict; it looks
 * again, and finds the other's password.
 */
export const ADMIN_SECRET_SCRIPT = `set -eu
secret="$API_SERVER/api/v1/namespaces/$(cat "$TOKEN_PATH/namespace")/secrets/$SECRET_NAME"
umask 077
printf 'header = "Authorization: Bearer %s"\\ncacert = "%s"\\n' "$(cat "$TOKEN_PATH/token")" "$TOKEN_PATH/ca.crt" >/tmp/curl
call() { curl --config /tmp/curl --silent --show-error --max-time 10 --retry 5 --retry-connrefused "$@"; }
encode() { base64 | tr -d '\\n'; }
attempt=1
while [ "$attempt" -le 10 ]; do
  call --fail --output /tmp/secret "$secret"
  if grep -q '"${PASSWORD_KEY}"[[:space:]]*:[[:space:]]*"[^"]' /tmp/secret; then
    echo "$SECRET_NAME has a password"
    exit 0
  fi
  version=$(sed -n 's/.*"resourceVersion"[[:space:]]*:[[:space:]]*"\\([^"]*\\)".*/\\1/p' /tmp/secret | head -n 1)
  user=$(printf admin | encode)
  password=$(head -c 30 /dev/urandom | base64 | tr -d '\\n' | tr '+/' '-_' | encode)
  printf '{"metadata":{"resourceVersion":"%s"},"data":{"${USER_KEY}":"%s","${PASSWORD_KEY}":"%s"}}' "$version" "$user" "$password" >/tmp/patch
  status=$(call --request PATCH --header 'Content-Type: application/merge-patch+json' --data @/tmp/patch --output /tmp/answer --write-out '%{http_code}' "$secret")
  case "$status" in
    200) echo "$SECRET_NAME has got a password"; exit 0 ;;
    409) attempt=$((attempt + 1)) ;;
    *) echo "the API server answered $status to the patch of $SECRET_NAME" >&2; exit 1 ;;
  esac
done
echo "$SECRET_NAME was changed by others ten times in a row" >&2
exit 1
`;

/** The init container that runs the script. Its user is the pod's, so it reads the token by the pod's group. */
export const adminSecretContainer = (secretName: string, registry: string): Container => ({
  name: 'admin-secret',
  image: imageReference({ registry, repository: RELEASES.curl.repository, tag: RELEASES.curl.newest }),
  command: ['/bin/sh', '-c', ADMIN_SECRET_SCRIPT],
  env: [
    { name: 'API_SERVER', value: 'https://kubernetes.default.svc' },
    { name: 'SECRET_NAME', value: secretName },
    { name: 'TOKEN_PATH', value: TOKEN_PATH },
  ],
  resources: {
    requests: { cpu: '10m', memory: '16Mi' }, // a handful of requests, once
    limits: { memory: '64Mi' },
  },
  securityContext: HARDENED_CONTAINER,
  volumeMounts: [
    { name: TOKEN_VOLUME, mountPath: TOKEN_PATH, readOnly: true },
    { name: 'init-tmp', mountPath: '/tmp' },
  ],
});

/** Where the script keeps what it reads: in memory, and out of Grafana's sight. */
export const adminSecretScratchVolume: Volume = { name: 'init-tmp', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } };
