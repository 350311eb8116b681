import { parseAllDocuments } from 'yaml';
import { describeObject, type Manifest, workloadSpec } from '../kubernetes/manifest';

/** A program whose configuration can be asked of it. */
export type Program = 'loki' | 'promtail' | 'alloy';

/** A configuration that an object holds for a program. */
export interface FoundConfig {
  readonly program: Program;
  readonly file: string;
  /** `Secret/loki` */
  readonly object: string;
  readonly text: string;
  /** The release whose image runs beside it in the folder; undefined when none or several do. */
  readonly release: string | undefined;
}

const FILES: readonly (readonly [Program, RegExp])[] = [
  ['loki', /^(loki|config)\.ya?ml$/],
  ['promtail', /^promtail\.ya?ml$/],
  ['alloy', /\.alloy$/],
];

export interface ReadManifests {
  readonly configs: readonly FoundConfig[];
  /** What cannot be read, a line each. */
  readonly unreadable: readonly string[];
}

/** The configurations in the manifests of a folder. */
export function findConfigs(files: ReadonlyMap<string, string>): ReadManifests {
  const unreadable: string[] = [];
  const manifests = [...files].flatMap(([file, text]) =>
    parseAllDocuments(text).flatMap((document): { readonly file: string; readonly manifest: Manifest }[] => {
      const [error] = document.errors;
      if (error !== undefined) {
        unreadable.push(`${file} is not YAML: ${error.message.split('\n')[0]}`);
        return [];
      }
      const manifest: unknown = document.toJS();
      return isManifest(manifest) ? [{ file, manifest }] : [];
    }),
  );
  const releases = (program: Program): readonly string[] => [
    ...new Set(manifests.flatMap(({ manifest }) => releasesIn(manifest, program))),
  ];
  const configs = manifests.flatMap(({ file, manifest }) =>
    entriesOf(manifest).flatMap(([key, text]) => {
      const program = FILES.find(([, pattern]) => pattern.test(key))?.[0];
      if (program === undefined || (program === 'loki' && !/^schema_config:/m.test(text))) return [];
      const [release, ...others] = releases(program);
      return [
        { program, file, object: describeObject(manifest), text, release: others.length === 0 ? release : undefined },
      ];
    }),
  );
  return { configs, unreadable };
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Manifest>).kind === 'string' &&
  typeof (value as Partial<Manifest>).metadata?.name === 'string';

/** Texts of a ConfigMap or a Secret, whichever way they are written down. */
function entriesOf({ kind, data, stringData }: Manifest): [string, string][] {
  const entries = (value: unknown): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      : [];
  const plain = kind === 'Secret' ? entries(stringData) : entries(data);
  const encoded = kind === 'Secret' ? entries(data) : [];
  return [...plain, ...encoded.map(([key, text]): [string, string] => [key, Buffer.from(text, 'base64').toString()])];
}

const releasesIn = (manifest: Manifest, program: Program): string[] =>
  (workloadSpec(manifest)?.template?.spec?.containers ?? []).flatMap(({ image = '' }) => {
    const [, release] = new RegExp(`(?:^|/)${program}:v?(\\d+\\.\\d+\\.\\d+)(?:@|$)`).exec(image) ?? [];
    return release === undefined ? [] : [release];
  });
