import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ManifestFiles } from '../review/review-files';
import { exportsNoApp, partOf } from './errors';
import { isThere, readPath, readRevisionOf, type Source } from './manifest-sources';

/** Where the two sides of a review come from, besides files and git. */
export interface ReviewInputs {
  /** Runs a program and returns what it exports. */
  readonly load: (program: string) => Promise<unknown>;
  /** Standard input. */
  readonly input: () => string;
}

type NewFiles =
  | { readonly files: ManifestFiles; readonly folder: string }
  | { readonly mistake: string }
  | { readonly refusal: string };

/** What is new, and the folder that it is, or would be, written to. */
export async function newFiles(subject: string, world: ReviewInputs, ofRevision: boolean): Promise<NewFiles> {
  if (subject === '-') return { files: inputFiles(world), folder: 'dist' };
  const [, revision, path] = ofRevision && !isThere(subject) ? (REVISION.exec(subject) ?? []) : [];
  if (revision !== undefined && path !== undefined) {
    const read = readRevisionOf(path, revision);
    return 'mistake' in read ? read : { files: read.files, folder: path };
  }
  if (!/\.[cm]?[jt]s$/.test(subject)) {
    const read = readPath(subject);
    return 'mistake' in read ? read : { files: read.files, folder: subject };
  }
  if (!isThere(subject))
    return { mistake: `${subject} is not there: name a program, such as main.ts, a folder or a file` };
  const loaded = await loadedBy(world, subject);
  if ('mistake' in loaded) return loaded;
  const app = appOf(loaded.module);
  if (app === undefined) return { mistake: exportsNoApp(subject) };
  try {
    return { files: { name: subject, texts: app.manifestFiles() }, folder: app.outdir };
  } catch (error) {
    if (partOf(error, 'name') === 'RefusedError') return { refusal: partOf(error, 'message') };
    throw error;
  }
}

async function loadedBy(
  { load }: ReviewInputs,
  program: string,
): Promise<{ readonly module: unknown } | { readonly mistake: string }> {
  try {
    return { module: await load(program) };
  } catch (error) {
    if (partOf(error, 'code') !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    return {
      mistake: `${program} is nothing that Node runs as it is: compile it first, or name the folder that it writes to`,
    };
  }
}

interface SynthesizingApp {
  readonly outdir: string;
  manifestFiles(): ReadonlyMap<string, string>;
}

/** The app that a module exports, by itself or by default. */
function appOf(module: unknown): SynthesizingApp | undefined {
  const exported = [module, property(module, 'default')].map((from) => property(from, 'app'));
  return exported.find((app): app is SynthesizingApp => typeof property(app, 'manifestFiles') === 'function');
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** `HEAD:dist`. */
const REVISION = /^([^:]+):(.*)$/s;

/** What is there: a path before a revision, should one be called like the other. */
export function oldFiles(against: string | undefined, folder: string, world: ReviewInputs): Source {
  if (against === '-') return { files: inputFiles(world) };
  if (against !== undefined && isThere(against)) return readPath(against);
  const [, revision = '', path = ''] = REVISION.exec(against ?? '') ?? [];
  if (path === '') return readRevisionOf(relative('', resolve(folder)) || '.', against ?? 'HEAD');
  const read = readRevisionOf(path, revision);
  const isNothing = 'files' in read && read.files.texts.size === 0;
  return isNothing ? { mistake: `${revision} has no manifests in ${path}` } : read;
}

const inputFiles = ({ input }: ReviewInputs): ManifestFiles => ({
  name: 'standard input',
  texts: new Map([['', input()]]),
});

/** Loads a program that Node runs as it is. */
export const loadProgram = (program: string): Promise<unknown> => import(pathToFileURL(resolve(program)).href);
