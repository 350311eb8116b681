import { fullImage } from '../../kubernetes/full-image';
import type { Difference } from '../compare/difference';
import { textOf } from '../plain';
import { consequence, type Rule } from './rule';
import { DOWNGRADE_NOTES, STANDING_NOTES, SUCCESSOR_NOTES, UPGRADE_NOTES } from './upgrade-notes';

interface ImageName {
  readonly repository: string;
  readonly tag: string;
}

const nameOf = (image: unknown): ImageName => {
  const [reference = ''] = (textOf(image) ?? '').split('@');
  const [, repository = reference, tag = ''] = /^(.*?)(?::([^:/]*))?$/.exec(reference) ?? [];
  return { repository, tag };
};

const inFull = (image: unknown): string => fullImage(textOf(image) ?? '');

/** Major and minor of a tag such as `3.7.6`, `v1.2.0` or `10.4.2-ubuntu`, for comparisons; undefined for `latest`. */
function releaseOf(tag: string): number | undefined {
  const [, major, minor] = /^v?(\d+)\.(\d+)(?:\D|$)/.exec(tag) ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}

/** Another release, from which to which, and what is known of the way. */
export const images: Rule = ({ status, differences }) =>
  status !== 'changed'
    ? []
    : differences
        .filter(
          ({ shape, old, new: now }) =>
            /ontainers\[\]\.image$/.test(shape) &&
            old !== undefined &&
            now !== undefined &&
            inFull(old) !== inFull(now),
        )
        .map((difference) => {
          const sentences = [
            `runs ${textOf(difference.new)} in place of ${textOf(difference.old)}`,
            ...notesOn(difference),
          ];
          return consequence('image', sentences.join('. '), [difference]);
        });

function notesOn({ old, new: now }: Difference): string[] {
  const [was, is] = [nameOf(old), nameOf(now)];
  const [from, to] = [releaseOf(was.tag), releaseOf(is.tag)];
  const isOf = ({ program }: { readonly program: RegExp }): boolean =>
    program.test(was.repository) && program.test(is.repository);
  const crossed = UPGRADE_NOTES.filter((upgrade) => {
    const since = releaseOf(upgrade.since) ?? 0;
    return isOf(upgrade) && from !== undefined && to !== undefined && from < since && to >= since;
  });
  const backwards = DOWNGRADE_NOTES.filter((downgrade) => {
    const below = downgrade.below === undefined ? undefined : releaseOf(downgrade.below);
    const isBackwards = from !== undefined && to !== undefined && to < from && (below === undefined || to < below);
    return isOf(downgrade) && isBackwards;
  });
  const succeeded = SUCCESSOR_NOTES.filter(
    ({ from: one, to: other }) => one.test(was.repository) && other.test(is.repository),
  );
  return [...crossed, ...backwards, ...succeeded, ...STANDING_NOTES.filter(isOf)].map(
    ({ note }) => note.charAt(0).toUpperCase() + note.slice(1),
  );
}
