import { promtailStages } from '../../../imports/promtail-stages';
import { parseRelease } from '../../releases';

/** Whether a release knows a stage or a key; between two tables that differ nobody knows. */
export type Known = 'yes' | 'no' | 'maybe';

/** The keys that may stand below a stage or a key, each with whether the release knows it. */
export type KnownKeys = ReadonlyMap<string, Known>;

/** The stages of a release: `stageKeys('2.1.0', [])`, or the keys at steps: `['metrics', '*']`. */
export function knownKeys(release: string, steps: readonly string[]): KnownKeys {
  const { releases, root } = tables();
  const nearest = nearestTables(release, releases);
  const node = steps.reduce<KeyNode | undefined>((parent, step) => parent?.children.get(step), root);
  return new Map(
    [...(node?.children ?? [])].map(([name, child]) => {
      const count = nearest.filter((table) => child.isAt(table)).length;
      return [name, count === nearest.length ? 'yes' : count === 0 ? 'no' : 'maybe'];
    }),
  );
}

/** The first release whose table has a stage or a key. */
export function sinceRelease(steps: readonly string[]): string | undefined {
  const { releases, root } = tables();
  const node = steps.reduce<KeyNode | undefined>((parent, step) => parent?.children.get(step), root);
  return releases.find((_, table) => node?.isAt(table) ?? false);
}

interface KeyNode {
  readonly isAt: (table: number) => boolean;
  readonly children: Map<string, KeyNode>;
}

interface Tables {
  readonly releases: readonly string[];
  readonly root: KeyNode;
}

let parsed: Tables | undefined;

/** Read once, when first asked for. */
function tables(): Tables {
  parsed ??= parseTables(promtailStages);
  return parsed;
}

function parseTables(text: string): Tables {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const releases = header.split(' ').slice(1);
  const root: KeyNode = { isAt: () => true, children: new Map() };
  const open = [root];
  for (const line of lines) {
    const depth = line.search(/\S/);
    const [name = '', pieces = ''] = line.trim().split(': ');
    const node: KeyNode = { isAt: presence(pieces, releases), children: new Map() };
    open[depth]?.children.set(name, node);
    open[depth + 1] = node;
  }
  return { releases, root };
}

/** `string | 2.9.17 -` is there up to the table of 2.9.17. */
function presence(text: string, releases: readonly string[]): (table: number) => boolean {
  const pieces = text.split(' | ').map((piece) => {
    const [first = '', second] = piece.split(' ');
    return second === undefined
      ? { from: 0, isThere: first !== '-' }
      : { from: releases.indexOf(first), isThere: second !== '-' };
  });
  return (table) => pieces.findLast(({ from }) => from <= table)?.isThere ?? false;
}

/** The table of the release's line, else the one before it and the one after it. */
function nearestTables(release: string, releases: readonly string[]): readonly number[] {
  const order = (text: string): number => {
    const { major, minor } = parseRelease(text) ?? { major: Infinity, minor: 0 };
    return major * 1000 + minor;
  };
  const line = order(release);
  const same = releases.findLastIndex((table) => order(table) === line);
  if (same >= 0) return [same];
  const after = releases.findIndex((table) => order(table) > line);
  if (after === -1) return [releases.length - 1];
  return after === 0 ? [0] : [after - 1, after];
}
