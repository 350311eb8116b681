import { describeObject, type Manifest } from '../kubernetes/manifest';
import { entriesOf } from '../review/config/entries';
import { podOf } from '../review/kinds';
import { isMap, mapOf, textOf } from '../review/plain';
import { itemsOf } from '../review/read/read-manifests';
import { splitDocuments } from '../review/read/split-documents';
import { readYamlValues } from '../review/read/yaml-values';
import { containersOf } from '../review/side';
import { prometheusConfigOf, ruleFileOf, ruleObject } from './prometheus-texts';

/** A program whose configuration can be asked of it. */
export type Program = 'loki' | 'promtail' | 'alloy' | 'promtool';

/** A configuration that an object holds for a program. */
export interface FoundConfig {
  readonly program: Program;
  /** Of Prometheus there are two: its configuration, and files of rules. */
  readonly holds: 'config' | 'rules';
  readonly file: string;
  /** `Secret/loki` */
  readonly object: string;
  readonly text: string;
  /** The release whose image runs beside it in the folder; undefined when none or several do. */
  readonly release: string | undefined;
}

/** What objects hold, without what is found out from all of them. */
type Held = Pick<FoundConfig, 'program' | 'holds' | 'text'>;

const FILES: readonly (readonly [Program, RegExp])[] = [
  ['loki', /^(loki|config)\.ya?ml$/],
  ['promtail', /^promtail\.ya?ml$/],
  ['alloy', /\.alloy$/],
];

export interface FolderConfigs {
  readonly configs: readonly FoundConfig[];
  /** Rules that Loki's ruler reads, by their objects: no program here knows them. */
  readonly lokiRules: readonly string[];
  /** All objects, with the files that they stand in. */
  readonly objects: readonly { readonly file: string; readonly manifest: Manifest }[];
  /** What cannot be read, a line each. */
  readonly unreadable: readonly string[];
}

/** The configurations in the manifests of a folder. Never throws. */
export function findConfigs(files: ReadonlyMap<string, string>): FolderConfigs {
  const read = [...files].map(([file, text]) => ({ file, ...readObjects(file, text) }));
  const objects = read.flatMap(({ file, manifests }) => manifests.map((manifest) => ({ file, manifest })));
  const releases = (program: Program): readonly string[] => [
    ...new Set(objects.flatMap(({ manifest }) => releasesIn(manifest, program))),
  ];
  const ofLoki = readByLoki(objects.map(({ manifest }) => manifest));
  const lokiRules: string[] = [];
  const configs = objects.flatMap(({ file, manifest }) =>
    heldBy(manifest, ofLoki(manifest), () => lokiRules.push(`${file} ${describeObject(manifest)}`)).map((held) => {
      const [release, ...others] = releases(held.program);
      return { ...held, file, object: describeObject(manifest), release: others.length === 0 ? release : undefined };
    }),
  );
  return { configs, lokiRules, objects, unreadable: read.flatMap(({ unreadable }) => unreadable) };
}

function readObjects(
  file: string,
  text: string,
): { readonly manifests: readonly Manifest[]; readonly unreadable: readonly string[] } {
  const manifests: Manifest[] = [];
  const unreadable: string[] = [];
  let before = 0;
  for (const document of splitDocuments(text)) {
    const read = readYamlValues(document);
    if ('mistake' in read) unreadable.push(`${file}:${before + read.line} is not YAML: ${read.mistake}`);
    else manifests.push(...read.values.flatMap(itemsOf).filter(isManifest));
    before += document.split('\n').length - 1;
  }
  return { manifests, unreadable };
}

const isManifest = (value: unknown): value is Manifest =>
  isMap(value) && typeof value.kind === 'string' && textOf(mapOf(value.metadata).name) !== undefined;

/** What an object holds that a program can be asked about. */
function heldBy(manifest: Manifest, isOfLoki: boolean, skipRules: () => void): Held[] {
  const rules = ruleObject(manifest);
  if (rules !== undefined) return [{ program: 'promtool', holds: 'rules', text: rules }];
  if (manifest.kind !== 'Secret' && manifest.kind !== 'ConfigMap') return [];
  return [...entriesOf(manifest)].flatMap(([key, { text, isText }]): Held[] => {
    // What is compressed, or no text at all, is for none of them.
    if (!isText) return [];
    const program = FILES.find(([, pattern]) => pattern.test(key))?.[0];
    if (program !== undefined && (program !== 'loki' || /^["']?schema_config["']?\s*:/m.test(text))) {
      return [{ program, holds: 'config', text }];
    }
    if (prometheusConfigOf(key, text)) return [{ program: 'promtool', holds: 'config', text }];
    const found = ruleFileOf(key, text);
    if (found === undefined) return [];
    if (!isOfLoki && !found.isLogQl) return [{ program: 'promtool', holds: 'rules', text }];
    skipRules();
    return [];
  });
}

const imagesOf = (manifest: Manifest): string[] =>
  containersOf(podOf(manifest)).flatMap(({ image }) => textOf(image) ?? []);

/** How images of a program end: the rules are read by Prometheus itself. */
const IMAGES: Readonly<Record<Program, string>> = {
  alloy: 'alloy',
  loki: 'loki',
  promtail: 'promtail',
  promtool: 'prometheus',
};

const releasesIn = (manifest: Manifest, program: Program): string[] =>
  imagesOf(manifest).flatMap((image) => {
    const [, release] = new RegExp(`(?:^|/)${IMAGES[program]}:v?(\\d+\\.\\d+\\.\\d+)(?:@|$)`).exec(image) ?? [];
    return release === undefined ? [] : [release];
  });

/** Tells the objects that a Loki mounts, or that a sidecar of it looks for by their label. */
function readByLoki(manifests: readonly Manifest[]): (manifest: Manifest) => boolean {
  const lokis = manifests.filter((manifest) => imagesOf(manifest).some((image) => /(?:^|\/)loki(?::|@|$)/.test(image)));
  const volumes = lokis.flatMap((manifest) => {
    const pod = podOf(manifest);
    return Array.isArray(pod?.volumes) ? pod.volumes : [];
  });
  const mounted = new Set(
    volumes.flatMap((volume: unknown) => [
      textOf(mapOf(mapOf(volume).configMap).name),
      textOf(mapOf(mapOf(volume).secret).secretName),
    ]),
  );
  return ({ metadata }) =>
    mounted.has(textOf(metadata.name)) || Object.keys(mapOf(metadata.labels)).some((label) => /^loki_rule/.test(label));
}
