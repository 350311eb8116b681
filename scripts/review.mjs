// Says what a change of main.ts does to a running cluster: `npm run --silent review -- [--against REV|FOLDER|FILE] [main.ts]`.
import { createRequire } from 'node:module';
import { compile } from './compile.mjs';

const require = createRequire(import.meta.url);
const { runReview } = require(await compile('charts/cli/run-review.ts'));
await runReview(process.argv.slice(2), async (program) => require(await compile(program)));
