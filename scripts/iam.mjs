// Prints the least IAM policy for the storage of each Loki of an app: `npm run --silent iam -- [main.ts]`.
import { createRequire } from 'node:module';
import { compile } from './compile.mjs';

const [entry = 'main.ts'] = process.argv.slice(2);
const { app } = createRequire(import.meta.url)(await compile(entry));
if (app === undefined) {
  console.error(`${entry} exports no app: write \`export const app = new ManifestApp()\``);
  process.exit(2);
}
try {
  app.manifestFiles();
} catch (error) {
  if (error.name !== 'RefusedError') throw error;
  console.error(error.message);
  process.exit(1);
}

const policies = app.node
  .findAll()
  .filter(({ iamPolicy }) => iamPolicy !== undefined)
  .map(({ node, iamPolicy }) => [node.path, iamPolicy]);
if (policies.length === 0) console.error(`no Loki of ${entry} keeps anything in AWS: no policy is needed`);
else console.log(JSON.stringify(policies.length === 1 ? policies[0][1] : Object.fromEntries(policies), null, 2));
