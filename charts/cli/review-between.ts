import { closest } from '../kubernetes/closest';
import { groupOf, type Manifest } from '../kubernetes/manifest';
import { isKustomization } from '../manifest/kustomization';
import { alignedNamespaces, inNamespaces } from '../review/environments/align-namespaces';
import { reviewEnvironments } from '../review/environments/review-environments';
import { type DocumentCache, readManifests } from '../review/read/read-manifests';
import type { Review } from '../review/review';
import type { ManifestFiles, ReviewedFolder } from '../review/review-files';

/** Groups of objects that deploy environments, and are none. */
const DEPLOYING = /^(?:argoproj\.io|.*\.toolkit\.fluxcd\.io)$/;

/** Compares two environments of some files, each a folder; or says in one line why that cannot be. */
export function reviewBetween(
  { name, texts }: ManifestFiles,
  [first, second]: readonly [string, string],
): { readonly review: Review; readonly folders: readonly ReviewedFolder[] } | { readonly mistake: string } {
  const folders = new Map<string, Manifest[]>();
  const cache: DocumentCache = new Map();
  for (const [path, text] of texts) {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (folder === '' || isKustomization(path)) continue;
    const read = readManifests(text, `${name}/${path}`, cache);
    if ('mistake' in read) return read;
    folders.set(folder, [...(folders.get(folder) ?? []), ...read.manifests]);
  }
  const known = [...folders.keys()].filter((folder) =>
    folders.get(folder)?.some((manifest) => !DEPLOYING.test(groupOf(manifest))),
  );
  if (first === second) return { mistake: `--between: "${first}" is compared with itself: name two environments` };
  for (const asked of [first, second]) {
    if (!folders.has(asked)) return { mistake: `--between: ${name} ${stranger(asked, known)}` };
  }
  const [before, after] = [folders.get(first) ?? [], folders.get(second) ?? []];
  return {
    review: reviewEnvironments({ name: first, manifests: before }, { name: second, manifests: after }),
    folders: [{ before: inNamespaces(before, alignedNamespaces(before, after)), after }],
  };
}

function stranger(asked: string, known: readonly string[]): string {
  if (known.length === 0)
    return `has no environments: it writes no folders; make one by \`new Environment(app, "${asked}")\``;
  const near = closest(asked, known);
  return `has no environment "${asked}", but ${known.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string;
}

/** The two names after `--between`, of which `parseArgs` knows the first, and the other words. */
export function betweenIn(tokens: readonly Token[]): {
  readonly between: readonly [string, string] | 'one' | undefined;
  readonly positionals: readonly string[];
} {
  const at = tokens.findLastIndex((token) => token.kind === 'option' && token.name === 'between');
  const [option, next] = at === -1 ? [] : tokens.slice(at, at + 2);
  const others = tokens.filter((token) => token.kind === 'positional' && token !== next);
  const positionals = others.flatMap((token) => token.value ?? []);
  if (option?.kind !== 'option' || option.value === undefined) return { between: undefined, positionals };
  const isTwo = next?.kind === 'positional' && next.value !== undefined;
  return { between: isTwo ? [option.value, next.value] : 'one', positionals };
}
