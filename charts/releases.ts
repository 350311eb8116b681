import { closest } from './kubernetes/closest';
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
  // Writes Grafana's admin password once; see grafana/admin-secret.ts.
  curl: { repository: 'curlimages/curl', newest: '8.21.0', minors: { 8: [0, 21] } },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof RELEASES;

/** A release's numbers, for comparisons. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const RELEASE = /^(\d+)\.(\d+)\.(\d+)$/;

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
export function checkVersion(program: ProgramName, version: string, path: string): Problem[] {
  const { newest, minors, lastPatch }: Program = RELEASES[program];
  const release = parseRelease(version);
  if (release === undefined) {
    const meant = typeof version === 'string' ? guess(version, newest) : newest;
    return [
      {
        path,
        message: `${JSON.stringify(version)} is not a release of ${program}`,
        remedy: `did you mean "${meant}"?`,
      },
    ];
  }
  const range = minors[release.major];
  const line = `${release.major}.${release.minor}`;
  if (range === undefined || release.minor < range[0] || release.minor > range[1]) {
    return [
      {
        path,
        message: `${program} ${version} is not known: its lines are ${describeLines(minors)}`,
        remedy: `did you mean "${nearestRelease(version, { newest, minors })}"?`,
      },
    ];
  }
  const last = lastPatch?.[line];
  if (last !== undefined && release.patch > last) {
    return [
      {
        path,
        message: `no image of ${program} ${version} was ever published: ${line}.${last} is the last one`,
        remedy: `write "${line}.${last}"`,
      },
    ];
  }
  return [];
}

/** What somebody meant who wrote `v3.7.6`, `3.7` or `latest`. */
function guess(version: string, newest: string): string {
  const [major, minor, patch] = version.match(/\d+/g) ?? [];
  if (major === undefined) return newest;
  if (minor === undefined) return newest.startsWith(`${major}.`) ? newest : `${major}.0.0`;
  if (patch !== undefined) return `${major}.${minor}.${patch}`;
  return newest.startsWith(`${major}.${minor}.`) ? newest : `${major}.${minor}.0`;
}

function nearestRelease(version: string, { newest, minors }: Pick<Program, 'newest' | 'minors'>): string {
  const candidates = Object.entries(minors).flatMap(([major, [, last]]) => `${major}.${last}.0`);
  const near = closest(version, candidates);
  return near === undefined || newest.startsWith(near.slice(0, near.lastIndexOf('.') + 1)) ? newest : near;
}

const describeLines = (minors: Program['minors']): string =>
  Object.entries(minors)
    .map(([major, [first, last]]) => (first === last ? `${major}.${first}` : `${major}.${first} … ${major}.${last}`))
    .join(', ');
