// Reads the tables of Loki's configuration keys, one `<release>.json` per release, and writes what this repository keeps of
// them: `npm run import:loki-config -- <folder>`. A new release is one more file in that folder.
//
//   imports/loki-config-keys.ts   every key, its type and default, and the releases that have it; read at run time
//   imports/loki-config.ts        the same as a TypeScript type, for editors; gone at run time
import { keysText } from './config-keys-text.mjs';
import { shareBlocks, treeOf, writeImports } from './config-tables.mjs';
import { kindOf } from './loki-config-kinds.mjs';
import { typesText } from './loki-config-types.mjs';
import { releaseTables } from './release-tables.mjs';

const { folder, releases } = releaseTables('import:loki-config');
const root = treeOf(folder, releases, kindOf);
const blocks = shareBlocks(root);
writeImports({
  'loki-config-keys.ts': keysText(root, blocks, releases, 'loki'),
  'loki-config.ts': typesText(root, blocks, releases),
});
console.log(`${releases.length} releases, ${root.size - 1} keys`);
