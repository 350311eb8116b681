import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  Scalar,
  type YAMLMap,
} from 'yaml';

/** A file within a Secret or a ConfigMap. */
export interface EmbeddedFile {
  /** Its key: `loki.yaml`. */
  readonly name: string;
  readonly text: string;
  /** The line of the manifest that a line of it stands on, as far as that can be told. */
  readonly lineOf: (line: number) => number;
}

/**
 * The files in the Secrets and ConfigMaps of a manifest that are YAML or Alloy by their name; undefined for what is no manifest of
 * Kubernetes objects.
 */
export function embeddedFiles(manifest: string): EmbeddedFile[] | undefined {
  if (!/^\s*["']?(?:- )?apiVersion\b|"apiVersion"/m.test(manifest)) return undefined;
  const lines = new LineCounter();
  const parsed = parseAllDocuments(manifest, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const documents: readonly Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  const objects = documents.flatMap(({ contents }) => objectsIn(contents));
  if (objects.length === 0) return undefined;
  return objects.flatMap((object) => filesOf(object, lines));
}

/** The objects of a document: itself, or the items of a List. */
function objectsIn(node: unknown): YAMLMap<Node, Node | null>[] {
  if (!isMap<Node, Node | null>(node) || !isScalar(node.get('apiVersion', true)) || !isScalar(node.get('kind', true)))
    return [];
  const items = node.get('items', true);
  return isSeq(items) ? items.items.flatMap(objectsIn) : [node];
}

function filesOf(object: YAMLMap<Node, Node | null>, lines: LineCounter): EmbeddedFile[] {
  const kind = String(object.get('kind'));
  if (kind !== 'Secret' && kind !== 'ConfigMap') return [];
  return ['stringData', 'data'].flatMap((block) => {
    const data = object.get(block, true);
    if (!isMap<Node, Node | null>(data)) return [];
    return data.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (!/\.(?:ya?ml|alloy)$/.test(name) || !isScalar(value)) return [];
      const start = lines.linePos(value.range?.[0] ?? 0).line;
      const text = String(value.value ?? '');
      const isEncoded = kind === 'Secret' && block === 'data';
      const isBlock = value.type === Scalar.BLOCK_LITERAL || value.type === Scalar.BLOCK_FOLDED;
      return [
        {
          name,
          text: isEncoded ? Buffer.from(text, 'base64').toString('utf8') : text,
          // Only a block has a line for each of its own.
          lineOf: (line: number) => (isBlock && !isEncoded ? start + line : start),
        },
      ];
    });
  });
}
