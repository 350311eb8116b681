import type { Manifest } from '../kubernetes/manifest';
import { textOf } from '../review/plain';
import { type Answer, answerOf, notFound, type Run } from './answers';
import { secretTexts, withoutCredentials } from './credentials';

/** What kubectl says when there is nobody to ask. */
const NO_CLUSTER =
  /connection refused|was refused|no such host|unable to connect|i\/o timeout|context deadline exceeded|no route to host|network is unreachable|tls handshake|x509:|error in configuration|invalid configuration|no configuration has been provided|current-context|you must be logged in|executable .* not found|getting credentials/i;

/** What an API server says of an object whose namespace would be made in the same step. */
const NO_NAMESPACE = /namespaces "([^"]+)" not found/;

/** Has the API server of kubectl's current context look at a folder of manifests, without changing anything. */
export async function askCluster(folder: string, manifests: readonly Manifest[], run: Run): Promise<Answer> {
  const args = ['apply', '--dry-run=server', '--recursive', '--filename', folder];
  const named = `kubectl ${args.join(' ')}`;
  const ran = await run('kubectl', { args: () => args, text: '', env: {}, isHere: true });
  if (ran === undefined) return { said: `${folder}: not asked: ${notFound('kubectl')}`, objects: false };
  const secrets = secretTexts(manifests);
  if (ran.status === undefined || ran.status === 0) return answerOf(named, ran, {}, secrets);
  const lines = ran.output.split('\n').filter((line) => /\berror\b|refused|unable/i.test(line));
  const [unreached] = lines.filter((line) => NO_CLUSTER.test(line));
  if (unreached !== undefined) {
    const why = withoutCredentials(reasonOf(unreached), secrets);
    const remedy = 'choose one that is there: kubectl config use-context NAME';
    return { said: `${folder}: not asked: kubectl reaches no cluster (${why}); ${remedy}`, objects: true };
  }
  const own = new Set(
    manifests.flatMap(({ kind, metadata }) => (kind === 'Namespace' ? (textOf(metadata.name) ?? []) : [])),
  );
  const missing = lines.map((line) => NO_NAMESPACE.exec(line)?.[1] ?? '');
  if (missing.length > 0 && missing.every((name) => own.has(name))) {
    const names = [...new Set(missing)].join(', ');
    const said = `${named} has nothing against what it looked at; namespace ${names} is not there yet, and what stands in it nobody looked at`;
    return { said, objects: false };
  }
  return answerOf(named, ran, {}, secrets);
}

/** The end of what went wrong, which is its cause. */
const reasonOf = (line: string): string =>
  (/dial tcp:? ?([^;]+)/.exec(line)?.[1] ?? line.replace(/^error: /i, '').split(';')[0] ?? line).trim();
