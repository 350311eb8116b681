// What the importers of configuration tables have in common: a folder with one `<release>.json` per release becomes a tree of keys,
// with blocks that several of them share, and that a file in imports/.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const imports = join(dirname(dirname(fileURLToPath(import.meta.url))), 'imports');

/** What a table says of each key of its release. */
export const keysIn = (folder, release) => JSON.parse(readFileSync(join(folder, `${release}.json`), 'utf8')).keys;

/** The keys of all releases as one tree: what each node is in each release, and its children. `kindOf` gives the type of a key; none leaves it out. */
export function treeOf(folder, releases, kindOf) {
  const root = newNode();
  for (const release of releases) {
    root.at[release] = { type: 'object' };
    for (const key of keysIn(folder, release)) {
      const type = kindOf(key, release);
      if (type === undefined) continue;
      let node = root;
      for (const [index, step] of stepsOf(key.path).entries()) {
        node.children[step] ??= newNode();
        node = node.children[step];
        node.at[release] ??= { type: stepsOf(key.path)[index + 1] === '[]' ? 'list<object>' : 'object' };
      }
      node.at[release] = {
        type,
        ...(key.default === undefined ? {} : { default: key.default }),
        ...(key.deprecated === true ? { deprecated: true } : {}),
      };
    }
  }
  return sorted(root);
}

/** Children in code-unit order, so that neither text nor blocks depend on which release had a key first. */
function sorted(node) {
  node.children = Object.fromEntries(
    Object.entries(node.children)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([step, child]) => [step, sorted(child)]),
  );
  return node;
}

const newNode = () => ({ at: {}, children: {} });

/** `configs[].from` is three steps: a list's items are a child of it that is called `[]`, a map's values one called `*`. */
const stepsOf = (path) => path.replaceAll('[]', '.[]').split('.');

/**
 * Groups of nodes that are alike in each release that they share: `kvstore` of twenty rings is one block. The node that most
 * releases have stands for all. A node in a block is found again by `block` on it.
 */
export function shareBlocks(root) {
  const candidates = [];
  const visit = (node, name) => {
    const children = Object.entries(node.children);
    for (const [step, child] of children) visit(child, /\w/.test(step) ? step : `${name}_item`);
    node.size = children.reduce((size, [, child]) => size + child.size, 1);
    node.print = Object.fromEntries(releasesOf(node).map((release) => [release, fingerprint(node, release)]));
    const isObject = children.every(([step]) => /\w/.test(step));
    if (isObject && name !== '' && node.size >= LEAST_BLOCK) candidates.push({ node, name });
  };
  visit(root, '');
  candidates.sort((a, b) => releasesOf(b.node).length - releasesOf(a.node).length || b.node.size - a.node.size);
  const kept = [];
  const used = new Map();
  for (const { node, name } of candidates) {
    const twin = kept.find(({ node: other }) =>
      releasesOf(node).every((release) => other.print[release] === node.print[release]),
    );
    if (twin === undefined) {
      kept.push({ node, name });
    } else {
      used.set(twin.node, twin.name);
      node.twin = twin.node;
    }
  }
  const blocks = new Map();
  for (const [node, name] of used) {
    let title = name;
    for (let count = 2; blocks.has(title); count++) title = `${name}-${count}`;
    blocks.set(title, node);
    node.block = title;
  }
  for (const { node } of candidates) if (node.twin !== undefined) node.block = node.twin.block;
  return blocks;
}

/** Fewer keys than this are written again sooner than looked up. */
const LEAST_BLOCK = 4;

const releasesOf = (node) => Object.keys(node.at);

const fingerprint = (node, release) =>
  JSON.stringify([
    node.at[release],
    Object.entries(node.children)
      .filter(([, child]) => release in child.at)
      .map(([step, child]) => [step, child.print[release]]),
  ]);

/** Writes files of imports/, name → text, as this repository formats them. */
export function writeImports(written) {
  const files = Object.keys(written).map((name) => join(imports, name));
  for (const [name, text] of Object.entries(written)) writeFileSync(join(imports, name), text);
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const { status } = spawnSync(process.execPath, [biome, 'format', '--write', ...files], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}
