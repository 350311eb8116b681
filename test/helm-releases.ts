import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { parseAllDocuments } from 'yaml';
import type { ManifestApp } from '../charts';
import { type AdoptedRelease, adoptRelease } from '../charts/adopt/adopt-release';
import { programText } from '../charts/adopt/write/program-text';
import type { Manifest } from '../charts/kubernetes/manifest';

const FOLDER = join(__dirname, 'fixtures/helm');

/** The manifests of releases, one for each generation of the charts. */
export const RELEASES: readonly string[] = readdirSync(FOLDER).sort();

export const releaseText = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** Plain data of whatever form: tests look into objects of every kind. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Data = any;

/** The objects of a release, read by nobody but a parser of YAML. */
export const objectsIn = (text: string): Data[] =>
  parseAllDocuments(text, { version: '1.1' }).flatMap((document) => document.toJS() ?? []);

export const named = ({ kind, metadata }: Data): string => `${kind}/${metadata.name}`;

/** Takes over a release that has to be taken over. */
export function adopted(text: string, namespace?: string): AdoptedRelease {
  const result = adoptRelease([{ file: 'release.yaml', text }], namespace);
  if ('mistakes' in result) throw new Error(result.mistakes.join('\n'));
  return result.adopted;
}

/** Runs the text of a main.ts, and returns the objects of its app. */
export function runMain(text: string): Manifest[] {
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs' });
  const exported: { app?: ManifestApp } = {};
  const module = { exports: exported };
  const load = (name: string) => (name === './charts' ? require('../charts') : require(name));
  new Function('module', 'exports', 'require', code)(module, exported, Object.assign(load, { main: undefined }));
  const { app } = module.exports;
  if (app === undefined) throw new Error('main.ts exports no app');
  return [...app.manifestFiles().values()].flatMap((file) =>
    parseAllDocuments(file).map((document) => document.toJS() as Manifest),
  );
}

export const mainOf = (release: AdoptedRelease): string => programText(release.program, './charts');
