import type { Problem } from './kubernetes/problem';

/** A program of the stack, as its images are published. */
interface Program {
  readonly repository: string;
  /** What is deployed when nothing else is asked for. */
  readonly newest: string;
  /** The lines of releases that exist: major → its minors. Any patch of a line is taken, unless `lastPatch` ends it. */
  readonly minors: Readonly<Record<number, readonly [first: number, last: number]>>;
  /** Where a line ended: `major.minor` → the last patch that was published. */
  readonly lastPatch?: Readonly<Record<string, number>>;
}

/** Every image that the stack can run, and the release that it runs by default: the one place where versions are pinned. */
export const RELEASES = {
  loki: { repository: 'grafana/loki', newest: '3.7.6', minors: { 2: [1, 9], 3: [0, 7] } },
  promtail: {
    repository: 'grafana/promtail',
    newest: '3.6.11',
    minors: { 2: [1, 9], 3: [0, 6] },
    // End of life since 2026-03-02; later tags were never published.
    lastPatch: { '3.6': 11 },
  },
  grafana: {
    repository: 'grafana/grafana',
    newest: '13.2.0',
    minors: { 6: [7, 7], 7: [0, 5], 8: [0, 5], 9: [0, 5], 10: [0, 4], 11: [0, 6], 12: [0, 4], 13: [0, 2] },
  },
  // Its images' tags have a "v" in front.
  alloy: { repository: 'grafana/alloy', newest: '1.18.1', minors: { 1: [0, 19] } },
  // Writes Grafana's admin password once; see grafana/admin-secret.ts.
  curl: { repository: 'curlimages/curl', newest: '8.21.0', minors: { 8: [0, 21] } },
} as const satisfies Record<string, Program>;

/** Images of which a stack needs no certain release. */
export const IMAGES = {
  memcached: { repository: 'library/memcached', tag: '1.6.39-alpine' },
  nginx: { repository: 'nginxinc/nginx-unprivileged', tag: '1.29-alpine' },
} as const;

export type ProgramName = keyof typeof RELEASES;

/** A release's numbers, for comparisons. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const RELEASE = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** The numbers of `3.7.6`; undefined for anything else. */
export function parseRelease(version: unknown): Release | undefined {
  const match = typeof version === 'string' ? RELEASE.exec(version) : null;
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}

/** Whether a release is `minimum` (as `major.minor`) or newer; false for what is not a release. */
export function isAtLeast(version: string, minimum: `${number}.${number}`): boolean {
  const release = parseRelease(version);
  const [major = 0, minor = 0] = minimum.split('.').map(Number);
  return release !== undefined && (release.major > major || (release.major === major && release.minor >= minor));
}

/** Refuses a version of which no image was published. */
export function checkVersion(program: ProgramName, version: unknown, path: string): Problem[] {
  const { minors, lastPatch }: Program = RELEASES[program];
  const release = parseRelease(version);
  const shown = typeof version === 'string' ? JSON.stringify(version) : String(version);
  const remedy = `did you mean "${nearestRelease(program, numbersIn(version))}"?`;
  if (release === undefined) return [{ path, message: `${shown} is not a release of ${program}`, remedy }];
  if (!hasLine(minors, release)) {
    return [{ path, message: `${program} ${version} is not known: its lines are ${describeLines(minors)}`, remedy }];
  }
  const line = `${release.major}.${release.minor}`;
  const last = lastPatch?.[line];
  if (last === undefined || release.patch <= last) return [];
  const message = `no image of ${program} ${version} was ever published: ${line}.${last} is the last one`;
  return [{ path, message, remedy: `write "${line}.${last}"` }];
}

const hasLine = (minors: Program['minors'], { major, minor }: Release): boolean => {
  const [first, last] = minors[major] ?? [Infinity, -Infinity];
  return first <= minor && minor <= last;
};

/** What somebody meant who wrote `v3.7.6`, `3.7`, 3.7 or `latest`: as many numbers as were said. */
const numbersIn = (version: unknown): readonly number[] =>
  typeof version === 'string' || typeof version === 'number' ? (String(version).match(/\d+/g) ?? []).map(Number) : [];

/** The release of these numbers; else the newest of the line that they name; else that of the closest line, an older one first. */
function nearestRelease(program: ProgramName, [major, minor, patch]: readonly number[]): string {
  const { newest, minors, lastPatch }: Program = RELEASES[program];
  if (major === undefined) return newest;
  const lines = Object.entries(minors).map(([of, [first, last]]) => ({ major: Number(of), first, last }));
  const older = lines.filter(
    (line) => line.major < major || (line.major === major && line.first <= (minor ?? Infinity)),
  );
  const { major: nearest, first, last } = older.at(-1) ?? lines[0] ?? { major, first: 0, last: 0 };
  const isOfMajor = nearest === major;
  const nearestMinor = older.length === 0 ? first : isOfMajor ? Math.min(minor ?? last, last) : last;
  const line = `${nearest}.${nearestMinor}`;
  const isOfLine = isOfMajor && nearestMinor === minor;
  const newestPatch = newest.startsWith(`${line}.`) ? newest.slice(line.length + 1) : String(lastPatch?.[line] ?? 0);
  return `${line}.${isOfLine && patch !== undefined ? Math.min(patch, lastPatch?.[line] ?? patch) : newestPatch}`;
}

const describeLines = (minors: Program['minors']): string =>
  Object.entries(minors)
    .map(([major, [first, last]]) => (first === last ? `${major}.${first}` : `${major}.${first} … ${major}.${last}`))
    .join(', ');
