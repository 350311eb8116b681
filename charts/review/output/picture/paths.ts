import type { Point, Rect } from './geometry';

const RADIUS = 7;
const ARROW = 7;

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 100) / 100;

/** A line through some points, round where it turns. It ends where its arrow begins. */
export function linePath(points: readonly Point[]): string {
  const ends = shortened(points);
  return ends
    .map((point, index) => {
      const [before, after] = [ends[index - 1], ends[index + 1]];
      if (before === undefined) return `M${at(point)}`;
      if (after === undefined) return `L${at(point)}`;
      const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
      return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
    })
    .join('');
}

/** The head of an arrow at the end of a line. */
export function arrowPath(points: readonly Point[]): string {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (tip === undefined || before === undefined) return '';
  const back = towards(tip, before, ARROW);
  const [dx, dy] = [(tip.x - back.x) / ARROW, (tip.y - back.y) / ARROW];
  const wing = ARROW * 0.55;
  const [left, right] = [
    { x: back.x - dy * wing, y: back.y + dx * wing },
    { x: back.x + dy * wing, y: back.y - dx * wing },
  ];
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
};

function shortened(points: readonly Point[]): readonly Point[] {
  const [last, before] = [points.at(-1), points.at(-2)];
  return last === undefined || before === undefined
    ? points
    : [...points.slice(0, -1), towards(last, before, ARROW - 1)];
}

/** A volume, standing. */
export function cylinderPath({ x, y, width, height }: Rect): string {
  const [curve, half] = [6, width / 2];
  return `M${round(x)} ${round(y + curve)}a${round(half)} ${curve} 0 0 1 ${round(width)} 0v${round(height - 2 * curve)}a${round(half)} ${curve} 0 0 1 ${round(-width)} 0z`;
}

/** The front rim of its top. */
export const cylinderRim = ({ x, y, width }: Rect): string =>
  `M${round(x)} ${round(y + 6)}a${round(width / 2)} 6 0 0 0 ${round(width)} 0`;

/** A sheet with a corner folded. */
export function sheetPath({ x, y, width, height }: Rect): string {
  const [corner, radius] = [10, 6];
  return `M${round(x + radius)} ${round(y)}h${round(width - radius - corner)}l${corner} ${corner}v${round(height - corner - radius)}q0 ${radius} ${-radius} ${radius}h${round(2 * radius - width)}q${-radius} 0 ${-radius} ${-radius}v${round(2 * radius - height)}q0 ${-radius} ${radius} ${-radius}z`;
}

/** The folded corner itself. */
export const sheetCorner = ({ x, y, width }: Rect): string => `M${round(x + width - 10)} ${round(y)}v10h10`;

/** A cloud of bows that fill a rectangle. */
export function cloudPath({ x, y, width, height }: Rect): string {
  const [low, side] = [y + height, height * 0.36];
  const [first, second] = [x + width * 0.34, x + width * 0.68];
  return [
    `M${round(x + side)} ${round(low)}`,
    `a${round(side)} ${round(side)} 0 0 1 ${round(-side * 0.28)} ${round(-side * 1.95)}`,
    `Q${round(x + width * 0.1)} ${round(y + 4)} ${round(first)} ${round(y + 8)}`,
    `Q${round(x + width * 0.5)} ${round(y - 6)} ${round(second)} ${round(y + 8)}`,
    `Q${round(x + width * 0.92)} ${round(y + 4)} ${round(x + width - side * 0.72)} ${round(low - side * 1.95)}`,
    `a${round(side)} ${round(side)} 0 0 1 ${round(-side * 0.28)} ${round(side * 1.95)}`,
    'z',
  ].join('');
}
