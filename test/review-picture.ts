import type { Manifest } from '../charts/kubernetes/manifest';
import { element, lines, raw } from '../charts/review/output/html/markup';
import { COLOUR_STYLE, PICTURE_STYLE } from '../charts/review/output/html/style';
import { layoutsOf } from '../charts/review/output/picture/layouts';
import { drawn } from '../charts/review/output/picture/svg';
import { wordsOf } from '../charts/review/output/words';
import { stackPicture } from '../charts/review/picture/stack-picture';
import { reviewManifests } from '../charts/review/review-manifests';
import { TODAY } from './reviews';

const HEAD = 34;
const MARGIN = 20;
const BETWEEN = 28;

/** Both sides of a change beside one another, as a picture that stands by itself. */
export function pictureFile(before: readonly Manifest[], after: readonly Manifest[], title: string): string {
  const review = reviewManifests(before, after, { today: TODAY });
  const { wide } = layoutsOf(stackPicture(review, before, after));
  const [width, height] = [
    2 * MARGIN + wide.before.width + BETWEEN + wide.after.width,
    2 * MARGIN + HEAD + Math.max(wide.before.height, wide.after.height),
  ];
  const side = (name: 'before' | 'after', x: number) =>
    element(
      'g',
      { transform: `translate(${x} ${MARGIN + HEAD})` },
      lines(
        '',
        element('text', { x: 2, y: -16, 'font-size': 17, 'font-weight': 700 }, name === 'before' ? 'Before' : 'After'),
        ...drawn(wide[name], { side: name, words: wordsOf(review), linkOf: () => undefined }),
        '',
      ),
    );
  const svg = element(
    'svg',
    { class: 'stack', xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img' },
    lines(
      '',
      element('title', {}, title),
      element('style', {}, raw(`\n${COLOUR_STYLE}\n${PICTURE_STYLE}\n`)),
      element('rect', { width, height, rx: 14, fill: 'var(--page)' }),
      side('before', MARGIN),
      side('after', MARGIN + wide.before.width + BETWEEN),
      '',
    ),
  );
  return `${svg.markup}\n`;
}
