import { existsSync, readdirSync } from 'node:fs';

/** `2.9.17` before `2.10.0`. */
const byRelease = (a, b) => {
  const [left, right] = [a, b].map((release) => release.split('.').map(Number));
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
};

/** The folder that the program was called with, and the releases of which it holds a `<release>.json`. Ends the program without them. */
export function releaseTables(command) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error(`name the folder that holds a <release>.json for each release: npm run ${command} -- <folder>`);
    process.exit(2);
  }
  const releases = (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? [])
    .sort(byRelease);
  if (releases.length === 0) {
    console.error(`${folder} holds no <release>.json`);
    process.exit(2);
  }
  return { folder, releases };
}
