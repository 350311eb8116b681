import { type Document, isScalar, LineCounter, type Node, parseAllDocuments, parseDocument, Scalar } from 'yaml';
import { describeObject, type Manifest, workloadSpec } from '../kubernetes/manifest';
import { textsOf } from '../loki/timeline/config-text';
import { isRecord } from '../loki/timeline/places';
import { discardsIn } from '../loki/timeline/schema-change';
import { type TimelinePeriod, timelineOf } from '../loki/timeline/timeline';

/** A configuration of Loki in an object of a folder of manifests. */
export interface LokiConfigInFolder {
  /** Tells it from others, in whichever file of its folder it stands. */
  readonly identity: string;
  readonly file: string;
  /** `Secret/loki` */
  readonly object: string;
  readonly periods: readonly TimelinePeriod[];
  /** First days of periods that the object says were given up. */
  readonly discards: readonly string[];
  /** The line in the file of a path of the configuration, or of what is nearest above it. */
  readonly lineOf: (path: string) => number;
}

/** Something of a folder that cannot be read. */
export interface UnreadableFile {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface LokiConfigs {
  readonly configs: readonly LokiConfigInFolder[];
  readonly unreadable: readonly UnreadableFile[];
}

interface ReadDocument {
  readonly file: string;
  readonly manifest: Manifest;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Finds the configurations of Loki in the texts of a folder's files. Never throws. */
export function lokiConfigsIn(files: ReadonlyMap<string, string>): LokiConfigs {
  const unreadable: UnreadableFile[] = [];
  const documents = [...files].flatMap(([file, text]) => read(file, text, unreadable));
  const configs = documents
    .filter(({ manifest: { kind } }) => kind === 'Secret' || kind === 'ConfigMap')
    .flatMap((each) => configsOf(each, documents, unreadable));
  return { configs, unreadable };
}

function read(file: string, text: string, unreadable: UnreadableFile[]): readonly ReadDocument[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent', prettyErrors: false });
  return (Array.isArray(documents) ? documents : []).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      unreadable.push({ file, line: lines.linePos(error.pos[0]).line, message: error.message });
      return [];
    }
    try {
      const manifest: unknown = document.toJS();
      const isObject = isRecord(manifest) && typeof manifest.kind === 'string' && isRecord(manifest.metadata);
      return isObject ? [{ file, manifest: manifest as unknown as Manifest, document, lines }] : [];
    } catch (reason) {
      unreadable.push({ file, line: 1, message: reason instanceof Error ? reason.message : String(reason) });
      return [];
    }
  });
}

function configsOf(
  { file, manifest, document, lines }: ReadDocument,
  all: readonly ReadDocument[],
  unreadable: UnreadableFile[],
): readonly LokiConfigInFolder[] {
  return [...textsOf(manifest)].flatMap(([key, text]) => {
    // Most texts are something else, and need not be YAML.
    if (!/^["']?schema_config["']?\s*:/m.test(text)) return [];
    const block = ['stringData', 'data'].map((field) => document.getIn([field, key], true)).find(isScalar);
    const start = block?.range == null ? 1 : lines.linePos(block.range[0]).line;
    const isLiteral = block?.type === Scalar.BLOCK_LITERAL;
    const inner = new LineCounter();
    const config = parseDocument(text, { lineCounter: inner, logLevel: 'silent', prettyErrors: false });
    const lineIn = (offset: number): number => (isLiteral ? start + inner.linePos(offset).line : start);
    const [error] = config.errors;
    if (error !== undefined) {
      unreadable.push({ file, line: lineIn(error.pos[0]), message: `${key}: ${error.message}` });
      return [];
    }
    const periods = timelineOf(dataOf(config));
    if (periods === undefined) return [];
    const isLost = isEphemeral(file, manifest, all);
    return [
      {
        identity: [folderOf(file), manifest.metadata.namespace ?? '', manifest.metadata.name, key].join('\n'),
        file,
        object: describeObject(manifest),
        // What ends with its pod is lost by any change.
        periods: periods.filter(({ chunks }) => !(isLost && chunks.kind === 'filesystem')),
        discards: discardsIn(manifest.metadata.annotations),
        lineOf: (path) => lineIn(offsetOf(config, path)),
      },
    ];
  });
}

function dataOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

/** Where a path begins, or what is nearest above it. */
function offsetOf(document: Document, path: string): number {
  const steps = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? key : Number(index),
  );
  for (let length = steps.length; length > 0; length--) {
    const node = document.getIn(steps.slice(0, length), true) as Node | undefined;
    if (node?.range != null) return node.range[0];
  }
  return 0;
}

const folderOf = (file: string): string => file.slice(0, Math.max(file.lastIndexOf('/'), 0));

/** Whether no pod that mounts an object has a volume that outlives it. */
function isEphemeral(file: string, { metadata }: Manifest, all: readonly ReadDocument[]): boolean {
  const specs = all
    .filter(
      (other) => folderOf(other.file) === folderOf(file) && other.manifest.metadata.namespace === metadata.namespace,
    )
    .flatMap(({ manifest }) => workloadSpec(manifest) ?? [])
    .filter(({ template }) => namesOf(template).includes(metadata.name));
  return (
    specs.length > 0 &&
    specs.every(({ template, volumeClaimTemplates }) => {
      const volumes: unknown = template?.spec?.volumes;
      const kept = Array.isArray(volumes) ? volumes.filter((volume) => !isRecord(volume) || !isFleeting(volume)) : [];
      return (volumeClaimTemplates ?? []).length === 0 && kept.length === 0;
    })
  );
}

/** The Secrets and ConfigMaps that a pod mounts. */
function namesOf(template: unknown): readonly unknown[] {
  const spec = isRecord(template) && isRecord(template.spec) ? template.spec : {};
  return (Array.isArray(spec.volumes) ? spec.volumes : []).flatMap((volume) => {
    if (!isRecord(volume)) return [];
    const { secret, configMap } = volume;
    return [isRecord(secret) ? secret.secretName : undefined, isRecord(configMap) ? configMap.name : undefined];
  });
}

const isFleeting = (volume: Readonly<Record<string, unknown>>): boolean =>
  ['emptyDir', 'secret', 'configMap', 'projected', 'downwardAPI'].some((kind) => kind in volume);
