/** What a scalar is to Go's YAML reader. `env` is filled in where the program runs, so nothing is known of it. */
export type ScalarTag = 'string' | 'int' | 'float' | 'bool' | 'null' | 'date' | 'env';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly tag: ScalarTag;
  /** As it is written, without quotes. */
  readonly text: string;
  /** As it stands in a text, quotes included. */
  readonly source?: string;
  readonly line?: number;
}

export interface MapEntry {
  readonly key: string;
  readonly value: ConfigNode;
  readonly line?: number;
}

/** Keys may repeat: who reads the map says what that means. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly line?: number;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
  readonly line?: number;
}

/** A configuration, as text or as a value: what the checks look at. Lines are known of texts only. */
export type ConfigNode = ScalarNode | MapNode | ListNode;

/** `schema_config` + `configs` → `schema_config.configs`; names that would break a path are quoted. */
export const joinPath = (path: string, key: string): string => {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

const known = new Map<string, readonly (string | number)[]>();

/** The steps of a path: `a.b[0]["x y"]` → `a`, `b`, 0, `x y`. The rules ask for the same few hundred paths each time. */
export function stepsOf(path: string): readonly (string | number)[] {
  const before = known.get(path);
  if (before !== undefined) return before;
  const steps = splitPath(path);
  if (known.size < MOST_KNOWN) known.set(path, steps);
  return steps;
}

const MOST_KNOWN = 2000;

function splitPath(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, index, quoted, name] of path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)) {
    steps.push(index !== undefined ? Number(index) : quoted !== undefined ? JSON.parse(quoted) : (name ?? ''));
  }
  return steps;
}

/** The child that a step leads to. Of repeated keys the last counts, as in Go. */
export function childOf(node: ConfigNode | undefined, step: string | number): ConfigNode | undefined {
  if (node?.kind === 'map') return node.entries.findLast(({ key }) => key === step)?.value;
  return node?.kind === 'list' && typeof step === 'number' ? node.items[step] : undefined;
}

/** The line of a path's key, or of the nearest key above it that is there. */
export function lineOf(root: ConfigNode, path: string): number | undefined {
  let node: ConfigNode | undefined = root;
  let { line } = root;
  for (const step of stepsOf(path)) {
    const entry: MapEntry | undefined =
      node.kind === 'map' ? node.entries.findLast(({ key }) => key === step) : undefined;
    const next: ConfigNode | undefined = entry?.value ?? childOf(node, step);
    if (next === undefined) break;
    line = entry?.line ?? next.line ?? line;
    node = next;
  }
  return line;
}
