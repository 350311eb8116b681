import { type ImageOptions, imageReference } from '../kubernetes/image';
import { HARDENED_CONTAINER } from '../kubernetes/security-context';
import type { Container, PolicyRule, Volume } from '../kubernetes/types';
import { RELEASES } from '../releases';

/** The keys under which the article of 2021, and every chart since, reads the sign-in. */
export const USER_KEY = 'admin-user';
export const PASSWORD_KEY = 'admin-password';

const TOKEN_VOLUME = 'admin-secret-token';
const TOKEN_PATH = '/var/run/secrets/admin-secret';

const ROLE_SUFFIX = '-admin-secret';

/** Name of the Role that lets the init step at the Secret, and of its binding. */
export const adminSecretRoleName = (secretName: string): string => `${secretName}${ROLE_SUFFIX}`;

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
 * Gives the Secret a password unless it has one, by a POSIX shell and curl.
 *
 * The Secret itself is applied without `data`, so that this step needs no right to create any. That is also what keeps the
 * password: `kubectl apply` and Argo CD, client-side or server-side, take away only what they have written once, and never
 * wrote `data`. Not so `kubectl replace` and Argo CD's `Replace=true`, which empty it; the next pod then makes another.
 *
 * It writes only over the version that it has read: of several pods that start at once, all but one are told of a
 * conflict, look again and find the password. An answer without a version is never patched, for that would overwrite.
 * Nothing is written to disk, and token and password go to curl by its standard input, which no list of processes shows.
 * The API server's answers are not printed: one may hold the password.
 */
export const ADMIN_SECRET_SCRIPT = String.raw`set -eu
url="$API_SERVER/api/v1/namespaces/$(cat "$TOKEN_PATH/namespace")/secrets/$SECRET_NAME"
token=$(cat "$TOKEN_PATH/token")
say() { echo "Secret $SECRET_NAME: $*" >&2; }
fail() { say "$@"; exit 1; }
encode() { printf '%s' "$1" | base64 | tr -d '\n'; }

ask() {
  answer=$(printf '%s\n' "header = \"Authorization: Bearer $token\"" "$@" |
    curl --config - --cacert "$TOKEN_PATH/ca.crt" --noproxy '*' --silent --show-error \
      --connect-timeout 5 --max-time 10 --write-out '%{http_code}' "$url") || answer=000
  status=$(printf '%s' "$answer" | tail -c 3)
  case "$status" in
    200) ;;
    000) say 'no answer from the API server'; return 1 ;;
    409) say 'changed by another pod meanwhile'; return 1 ;;
    408 | 429 | 5??) say "the API server answers $status"; return 1 ;;
    401) fail 'the API server does not know the token of this pod: delete the pod, and the next one gets another' ;;
    403) fail "this pod may not read and patch it: apply Role and RoleBinding $SECRET_NAME${ROLE_SUFFIX} again; if they are there, an admission policy forbids it" ;;
    404) fail 'it is not there: apply it again, it is in the same file as the Deployment' ;;
    422) fail 'the API server refuses the change: if the Secret is immutable, delete it and apply it again' ;;
    *) fail "the API server answers $status" ;;
  esac
}

fill() {
  ask || return 1
  # On one line, without escaped characters, annotations and labels, each name that is looked for stands once.
  fields=$(printf '%s' "$answer" | tr -d ' \t\r\n' | sed -E 's/\\.//g; s/"(annotations|labels)":\{("[^"]*"[:,]?)*\}//g')
  data=$(printf '%s\n' "$fields" | sed -nE 's/.*"data":\{([^}]*)\}.*/\1/p')
  case "$data" in *'"${PASSWORD_KEY}":"'[!\"]*) say 'has a password'; return ;; esac
  version=$(printf '%s\n' "$fields" | sed -nE 's/"data":\{[^}]*\}//; s/.*"resourceVersion":"([^"]+)".*/\1/p')
  [ -n "$version" ] || fail 'the API server answers with something else than a Secret'
  user="\"${USER_KEY}\":\"$(encode admin)\","
  case "$data" in *'"${USER_KEY}":"'[!\"]*) user= ;; esac
  password=$(head -c 60 /dev/urandom | base64 | tr -d '\n+/=' | head -c 40)
  printf '%s' "$password" | grep -qE '^[A-Za-z0-9]{40}$' || fail 'no random characters to be had'
  ask 'request = PATCH' 'header = "Content-Type: application/merge-patch+json"' \
    "data = {\"metadata\":{\"resourceVersion\":\"$version\"},\"data\":{$user\"${PASSWORD_KEY}\":\"$(encode "$password")\"}}" || return 1
  say 'has a new password'
}

tries=1
until fill; do
  [ "$tries" -lt 10 ] || fail 'gave up after 10 tries'
  tries=$((tries + 1))
  sleep "$SECONDS_BETWEEN_TRIES"
done
`;

/**
 * The init container that runs the script. Its user is the pod's, so it reads the token by the pod's group.
 * @param image what differs from curl's own image
 */
export const adminSecretContainer = (secretName: string, image: ImageOptions): Container => ({
  name: 'admin-secret',
  image: imageReference({
    registry: 'docker.io',
    repository: RELEASES.curl.repository,
    tag: RELEASES.curl.newest,
    ...image,
  }),
  command: ['/bin/sh', '-c', ADMIN_SECRET_SCRIPT],
  env: [
    { name: 'API_SERVER', value: 'https://kubernetes.default.svc' },
    { name: 'SECONDS_BETWEEN_TRIES', value: '3' },
    { name: 'SECRET_NAME', value: secretName },
    { name: 'TOKEN_PATH', value: TOKEN_PATH },
  ],
  resources: {
    requests: { cpu: '10m', memory: '16Mi' }, // a handful of requests, once
    limits: { memory: '64Mi' },
  },
  securityContext: HARDENED_CONTAINER,
  // `kubectl describe pod` then shows why it failed.
  terminationMessagePolicy: 'FallbackToLogsOnError',
  volumeMounts: [{ name: TOKEN_VOLUME, mountPath: TOKEN_PATH, readOnly: true }],
});
