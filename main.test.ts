import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from './main';

const DIST = join(__dirname, 'dist');

test('dist/ is what main.ts deploys: run `npm run synth` and commit it', () => {
  const committed = new Map(
    readdirSync(DIST)
      .sort()
      .map((name) => [name, readFileSync(join(DIST, name), 'utf8')]),
  );
  expect(committed).toEqual(app.manifestFiles());
});
