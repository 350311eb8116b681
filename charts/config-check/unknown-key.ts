import { closest } from '../kubernetes/closest';
import { isAtLeast } from '../releases';
import { type Finding, refused, warned } from './finding';
import type { CheckedProgram } from './program';
import type { KeyNode, ReleaseTables } from './tables';

/** Where an unknown key stands. */
export interface UnknownKey {
  readonly key: string;
  /** Path of the key itself. */
  readonly path: string;
  /** Path of the block that it stands in, as the tables write it: `schema_config.configs.[]`. */
  readonly blockPath: string;
  readonly block: KeyNode;
}

/** Refuses a key that the release does not have, and says what was meant: another release's key, another block's, or a slip. */
export function unknownKey(unknown: UnknownKey, release: string, tables: ReleaseTables): Finding {
  const { key, path, block } = unknown;
  const { title, strangeBlocks } = tables.program;
  const shownBlock = namedBy(tables.program);
  const other = block.children.get(key);
  if (other !== undefined) return otherRelease(unknown, other, release, tables);
  const what = unknown.blockPath === '' ? 'block' : `key of ${shownBlock(unknown.blockPath)}`;
  const message = `is no ${what} in ${title} ${release}`;
  const strange = unknown.blockPath === '' && Object.hasOwn(strangeBlocks, key) ? strangeBlocks[key] : undefined;
  if (strange !== undefined) return refused(path, message, strange);
  const homes = homesOf(key, tables, unknown.blockPath);
  const near = closest(key, knownKeys(block, tables));
  if (homes.length > 0 && (near === undefined || homes.length === 1)) {
    const [first = '', ...others] = homes;
    const more = others.length === 0 ? '' : ` (or ${others.slice(0, 2).map(shownBlock).join(', ')})`;
    return refused(path, message, `it belongs in ${shownBlock(first)}${more}`);
  }
  if (near !== undefined) return refused(path, message, `did you mean "${near}"?`);
  const known = knownKeys(block, tables);
  return refused(
    path,
    message,
    known.length > 0 && known.length <= 12 ? `take it out, or write one of ${known.join(', ')}` : 'take it out',
  );
}

/** A key of other releases: those before it, those after it, or, in between, nobody knows which. */
function otherRelease(
  { key, path, blockPath }: UnknownKey,
  node: KeyNode,
  release: string,
  tables: ReleaseTables,
): Finding {
  const { nearest, releases, program } = tables;
  const { title } = program;
  const having = releases.filter((_, table) => node.at(table) !== undefined);
  const before = having.findLast((_, index) => releases.indexOf(having[index] ?? '') < (nearest[0] ?? 0));
  const after = having.find((_, index) => releases.indexOf(having[index] ?? '') > (nearest.at(-1) ?? 0));
  const tablePath = usualPath(program, blockPath === '' ? key : `${blockPath}.${key}`);
  if (before !== undefined) {
    const remedy = program.replacedKeys.find(([pattern]) => pattern.test(tablePath))?.[1];
    const again = after === undefined ? '' : `, and again with ${after}`;
    return refused(path, `is gone: ${title} ${before} had it, ${release} does not${again}`, remedy ?? 'take it out');
  }
  return refused(
    path,
    `is not there yet: ${title} ${after} has it, ${release} does not`,
    `take it out, or take ${title} ${after}`,
  );
}

/**
 * A key that one of two neighbouring tables has. Whether a release between them has it is known of a few; of the others it is
 * warned.
 */
export function uncertainKey(
  path: string,
  key: KeyNode,
  release: string,
  { nearest, releases, program }: ReleaseTables,
): Finding[] {
  const { title } = program;
  const since = program.knownSince.find(([pattern]) => pattern.test(usualPath(program, path)))?.[1];
  if (since !== undefined) {
    const remedy = `take it out, or take ${title} ${since}.0`;
    return isAtLeast(release, since) ? [] : [refused(path, `is not there yet: it came with ${title} ${since}`, remedy)];
  }
  const names = (has: boolean): string =>
    nearest
      .filter((table) => (key.at(table) !== undefined) === has)
      .map((table) => releases[table])
      .join(', ');
  const message = `may be unknown to ${title} ${release}: ${names(true)} has it, ${names(false)} does not`;
  return [warned(path, message, 'see that this release has it, else it does not start')];
}

const knownKeys = (block: KeyNode, { nearest }: ReleaseTables): string[] =>
  [...block.children].filter(([, node]) => nearest.some((table) => node.at(table) !== undefined)).map(([name]) => name);

/** Blocks of the release that have a key of that name, those nearest to the block that it was written in first. */
function homesOf(key: string, tables: ReleaseTables, blockPath: string): string[] {
  const homes = (blocksByKey(tables).get(key) ?? []).filter((path) => path !== blockPath);
  const steps = blockPath.split('.');
  const nearness = (path: string): number => {
    const other = path.split('.');
    const common = other.findIndex((step, index) => step !== steps[index]);
    return (common === -1 ? other.length : common) * 100 - other.length;
  };
  return homes.sort((a, b) => nearness(b) - nearness(a) || (a < b ? -1 : 1));
}

const indexes = new WeakMap<KeyNode, Map<string, ReadonlyMap<string, readonly string[]>>>();

/** Name of a key → paths of the blocks that have it, made once for each release's tables. */
function blocksByKey({ root, nearest }: ReleaseTables): ReadonlyMap<string, readonly string[]> {
  const ofRoot = indexes.get(root) ?? new Map<string, ReadonlyMap<string, readonly string[]>>();
  indexes.set(root, ofRoot);
  const known = ofRoot.get(nearest.join());
  if (known !== undefined) return known;
  const index = new Map<string, string[]>();
  const visit = (node: KeyNode, path: string): void => {
    for (const [name, child] of node.children) {
      if (!nearest.some((table) => child.at(table) !== undefined)) continue;
      const blocks = index.get(name);
      if (blocks === undefined) index.set(name, [path]);
      else blocks.push(path);
      visit(child, path === '' ? name : `${path}.${name}`);
    }
  };
  visit(root, '');
  ofRoot.set(nearest.join(), index);
  return index;
}

/** `schema_config.configs.[].index` → `schema_config.configs[].index`; the root is the top of the file. */
const namedBy =
  ({ nameOfBlock = (path) => path }: CheckedProgram) =>
  (path: string): string =>
    path === '' ? 'the top of the file' : nameOfBlock(path.replaceAll('.[]', '[]'));

const usualPath = (program: CheckedProgram, path: string): string => program.usualPath?.(path) ?? path;
