// Reads the tables of Promtail's configuration keys, one `<release>.json` per release, and writes what this repository keeps of
// the stages of pipelines: `npm run import:promtail-stages -- <folder>`. A new release is one more file in that folder.
//
//   imports/promtail-stages.ts   every stage and its keys, with types, and the releases that have them
import { keysIn, writeImports } from './config-tables.mjs';
import { releaseTables } from './release-tables.mjs';

const STAGES = 'scrape_configs[].pipeline_stages[].';

/** Path of a key below the stages → its type in each release. */
function typesOf(folder, releases) {
  const types = new Map();
  for (const release of releases) {
    for (const { path, type } of keysIn(folder, release)) {
      if (!path.startsWith(STAGES)) continue;
      const key = path.slice(STAGES.length);
      if (!types.has(key)) types.set(key, {});
      types.get(key)[release] = type;
    }
  }
  return types;
}

/** A key as a line: its type from which release on. */
function lineOf(path, at, releases) {
  const steps = path.split('.');
  const pieces = [];
  let before;
  for (const [index, release] of releases.entries()) {
    const now = at[release];
    if (now === before) continue;
    const piece = now ?? '-';
    pieces.push(index === 0 ? piece : `${release} ${piece}`);
    before = now;
  }
  return `${' '.repeat(steps.length - 1)}${steps.at(-1)}: ${pieces.join(' | ')}`;
}

const { folder, releases } = releaseTables('import:promtail-stages');
const types = typesOf(folder, releases);
// A metric's values have no line of their own in the tables.
for (const path of [...types.keys()]) {
  const parent = path.split('.').slice(0, -1).join('.');
  if (parent !== '' && !types.has(parent)) types.set(parent, { ...types.get(path) });
  if (parent.endsWith('*')) for (const release of Object.keys(types.get(parent))) types.get(parent)[release] = 'object';
}
const lines = [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, at]) => lineOf(path, at, releases));
const text = `// Every stage of Promtail's pipelines and its keys. Written by \`npm run import:promtail-stages\`.
//
// A line is a stage or, indented, a key of it: its name, and its type from which release on, in pieces that \`|\` divides; \`-\` ends it.
// The first piece needs no release where the key is as old as the first table. \`*\` stands for the values of a map with free names.

export const promtailStages: string = \`releases ${releases.join(' ')}
${lines.join('\n')}
\`;
`;
writeImports({ 'promtail-stages.ts': text });
console.log(`${releases.length} releases, ${lines.length} stages and keys`);
