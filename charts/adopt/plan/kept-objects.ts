import type { JsonObject } from '../json';
import { isHook } from '../read/components';
import { referencesOf } from '../read/references';
import { placeOf, placeOfManifest, type ReleaseObject } from '../read/release-object';
import type { Program } from '../write/program';
import { type BuiltProgram, buildProgram } from '../write/program-app';
import type { Plans } from './compose';
import { type Fate, fateOf } from './fates';

/** An object of the release, and what becomes of it. */
export interface ObjectFate {
  readonly object: ReleaseObject;
  readonly fate: Fate;
}

export interface Finished {
  readonly program: Program;
  readonly built: BuiltProgram;
  readonly fates: readonly ObjectFate[];
}

/** With the objects that no option makes, but for those that synth refuses. */
export function withKept(program: Program, plans: Plans, objects: readonly ReleaseObject[]): Finished {
  const refused = new Map<string, string>();
  for (;;) {
    const bare = buildProgram(program);
    const ours = new Set(bare.manifests.map(placeOfManifest));
    const moved = new Map(
      Object.values(plans).flatMap(({ files, namespace }) =>
        files.flatMap((file) =>
          file.theirs.map(
            ({ kind, name }) => [placeOf({ kind, name, namespace }), `${file.ours.kind}/${file.ours.name}`] as const,
          ),
        ),
      ),
    );
    const others = objects.filter((object) => !ours.has(placeOf(object)) && !isHook(object));
    const read = new Set(
      [...bare.manifests, ...others.map(({ manifest }) => manifest)].flatMap((manifest) => [
        ...referencesOf(manifest as unknown as JsonObject),
      ]),
    );
    const fates = objects.map((object) => ({ object, fate: fateOf(object, { ours, moved, read, refused, objects }) }));
    const kept = fates.flatMap(({ fate }) => (fate.type === 'kept' ? [fate.manifest] : []));
    const whole = { ...program, kept };
    const built = buildProgram(whole);
    const before = refused.size;
    for (const problem of built.problems) {
      const [, name, reason] = /^\[kept\/[^\]]*\] (\S+\/\S+) (.*)/.exec(problem.split('\n')[0] ?? '') ?? [];
      if (name !== undefined) refused.set(name, reason ?? 'synth refuses it');
    }
    if (refused.size === before) return { program: whole, built, fates };
  }
}
