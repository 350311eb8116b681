import { reviewHtml } from '../review/output/html';
import { reviewMarkdown } from '../review/output/markdown';
import { reviewText } from '../review/output/text';
import { stackPicture } from '../review/picture/stack-picture';
import type { Review } from '../review/review';
import { type ReviewedFolder, reviewFiles } from '../review/review-files';
import type { CheckResult } from './check';
import { REVIEW_USAGE, type ReviewRequest, reviewArguments } from './review-arguments';
import { reviewBetween } from './review-between';
import { newFiles, oldFiles, type ReviewInputs } from './review-sides';

/** What the program needs of the world besides files and git. */
export interface ReviewWorld extends ReviewInputs {
  /** Today in UTC: `2026-11-24`. */
  readonly today: string;
  readonly hasColours: boolean;
}

/** Runs `review` with the arguments after its name. */
export async function review(args: readonly string[], world: ReviewWorld): Promise<CheckResult> {
  const asked = reviewArguments(args);
  if ('mistake' in asked) return mistaken(asked.mistake);
  if (asked.help) return { output: `${REVIEW_USAGE}\n`, errors: '', exitCode: 0 };
  const after = await newFiles(asked.subject, world, asked.between !== undefined);
  if ('refusal' in after) return { output: '', errors: `${after.refusal}\n`, exitCode: 1 };
  if ('mistake' in after) return mistaken(after.mistake);
  if (asked.between !== undefined) {
    const compared = reviewBetween(after.files, asked.between);
    const title = `${after.files.name}: ${asked.between.join(' → ')}`;
    return 'mistake' in compared ? mistaken(compared.mistake) : printed(compared, title, asked, world);
  }
  const before = oldFiles(asked.against, after.folder, world);
  if ('mistake' in before) return mistaken(before.mistake);
  const reviewed = reviewFiles(before.files, after.files, { today: asked.today ?? world.today });
  if ('mistake' in reviewed) return mistaken(reviewed.mistake);
  const title = `${after.files.name} against ${before.files.name}${before.files.texts.size === 0 ? ', where there is nothing yet' : ''}`;
  return printed(reviewed, title, asked, world);
}

interface Reviewed {
  readonly review: Review;
  readonly folders: readonly ReviewedFolder[];
}

function printed({ review, folders }: Reviewed, title: string, asked: ReviewRequest, world: ReviewWorld): CheckResult {
  const pictureOf = ({ folder, before, after }: ReviewedFolder) => stackPicture(review, before, after, folder);
  const outputs = {
    json: () => `${JSON.stringify(review, null, 2)}\n`,
    markdown: () => reviewMarkdown(review, title),
    html: () => reviewHtml(review, { title, pictures: folders.map(pictureOf) }),
    text: () => reviewText(review, { title, hasColours: world.hasColours }),
  };
  const found = review.objects.flatMap(({ consequences }) => consequences.map(({ severity }) => severity));
  const isHit = asked.failOn.some((severity) => found.includes(severity));
  return { output: outputs[asked.format](), errors: '', exitCode: isHit ? 1 : 0 };
}

const mistaken = (mistake: string): CheckResult => ({ output: '', errors: `${mistake}\n`, exitCode: 2 });
