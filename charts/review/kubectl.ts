import { groupOf, type Manifest, namespaceOf } from '../kubernetes/manifest';
import { isOwn, nameOf } from './kinds';

/** A word of a command, in quotes if a shell would take it apart. */
const word = (text: string): string => (/^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** How kubectl names a kind: `statefulset`, `gateway.gateway.networking.k8s.io`. */
function resourceOf(manifest: Manifest): string {
  const kind = nameOf(manifest).kind.toLowerCase();
  const group = groupOf(manifest);
  return isOwn(manifest, manifest.kind) ? kind : `${kind}.${group}`;
}

const inNamespace = (manifest: Manifest): string[] => {
  const namespace = namespaceOf(manifest);
  return namespace === undefined ? [] : ['--namespace', word(namespace)];
};

/** `kubectl delete statefulset loki --namespace loki`, and further options. */
export const deleteCommand = (manifest: Manifest, ...options: readonly string[]): string =>
  [
    'kubectl delete',
    word(resourceOf(manifest)),
    word(nameOf(manifest).name),
    ...inNamespace(manifest),
    ...options,
  ].join(' ');

/** `kubectl rollout restart statefulset/loki --namespace loki`. */
export const restartCommand = (manifest: Manifest): string =>
  ['kubectl rollout restart', word(`${resourceOf(manifest)}/${nameOf(manifest).name}`), ...inNamespace(manifest)].join(
    ' ',
  );

/** Asks for more of a claim. */
export const resizeCommand = (workload: Manifest, claim: string, size: string): string =>
  [
    'kubectl patch pvc',
    word(claim),
    ...inNamespace(workload),
    '--patch',
    word(JSON.stringify({ spec: { resources: { requests: { storage: size } } } })),
  ].join(' ');
