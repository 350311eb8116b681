// Reads the tables of Promtail's configuration keys, one `<release>.json` per release, and writes what this repository keeps of
// them: `npm run import:promtail-config -- <folder>`. A new release is one more file in that folder.
//
//   imports/promtail-config-keys.ts   every key but those of stages, its type and default, and the releases that have it
import { keysText } from './config-keys-text.mjs';
import { shareBlocks, treeOf, writeImports } from './config-tables.mjs';
import { kindOf } from './promtail-config-kinds.mjs';
import { releaseTables } from './release-tables.mjs';

const { folder, releases } = releaseTables('import:promtail-config');
const root = treeOf(folder, releases, kindOf);
const blocks = shareBlocks(root);
writeImports({ 'promtail-config-keys.ts': keysText(root, blocks, releases, 'promtail') });
console.log(`${releases.length} releases, ${root.size - 1} keys`);
