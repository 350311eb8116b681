import { parseAllDocuments } from 'yaml';
import { ManifestApp, RefusedError } from '../charts';
import type { Manifest } from '../charts/kubernetes/manifest';
import { writeDocuments } from '../charts/kubernetes/yaml';

/** An app that writes nowhere and says nothing. */
export function appWith(build: (app: ManifestApp) => void): ManifestApp {
  const app = new ManifestApp({ outdir: 'never-written', report: () => {} });
  build(app);
  return app;
}

/** Every object of an app, as its files would have it. */
export const manifestsOf = (app: ManifestApp): Manifest[] =>
  [...app.manifestFiles().values()].flatMap((text) =>
    parseAllDocuments(text).map((document) => document.toJS() as Manifest),
  );

/** One object of an app, such as `StatefulSet/loki`. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into objects of every kind.
export function objectOf(app: ManifestApp, reference: string): any {
  const manifests = manifestsOf(app);
  const found = manifests.find(({ kind, metadata }) => `${kind}/${metadata.name}` === reference);
  if (found === undefined) {
    throw new Error(
      `no ${reference} among ${manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`).join(', ')}`,
    );
  }
  return found;
}

/** The problems for which an app is refused; none when it is not. */
export function problemsOf(build: (app: ManifestApp) => void): readonly string[] {
  try {
    appWith(build).manifestFiles();
    return [];
  } catch (error) {
    if (error instanceof RefusedError) return error.problems;
    throw error;
  }
}

/** The objects of an app that another has not, or has otherwise, as text: what a variant changes. */
export function changedFrom(base: ManifestApp, app: ManifestApp): string {
  const known = new Set(manifestsOf(base).map((manifest) => JSON.stringify(manifest)));
  return writeDocuments(manifestsOf(app).filter((manifest) => !known.has(JSON.stringify(manifest))));
}
