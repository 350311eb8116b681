import type { ProgramName } from '../releases';

/** A program whose configuration is checked, and what is known of its keys. */
export interface CheckedProgram {
  /** As the table of releases names it. */
  readonly name: ProgramName;
  /** As people write it. */
  readonly title: string;
  /** Every key of its file in every release, as imports/*-config-keys.ts have them. */
  readonly keys: string;
  /** What to do about a key that a later release no longer has: path as a pattern → imperative. */
  readonly replacedKeys: readonly (readonly [path: RegExp, remedy: string])[];
  /** Keys that came between two tables, and are known to have come with this release. */
  readonly knownSince: readonly (readonly [path: RegExp, since: `${number}.${number}`])[];
  /** Blocks of other files that are often written into this one: name → imperative. */
  readonly strangeBlocks: Readonly<Record<string, string>>;
  /** The path that the patterns above know a key by, where it stands elsewhere too. */
  readonly usualPath?: (path: string) => string;
  /** What a block is called that is no block of the file's own. */
  readonly nameOfBlock?: (path: string) => string;
}
