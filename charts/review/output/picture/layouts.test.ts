import fc from 'fast-check';
import { changes } from '../../../../test/arbitrary-stacks';
import { STACK, stack } from '../../../../test/reviews';
import type { Manifest } from '../../../kubernetes/manifest';
import { stackPicture } from '../../picture/stack-picture';
import { reviewManifests } from '../../review-manifests';
import type { Layout, Point, Rect } from './geometry';
import { layoutsOf } from './layouts';
import { widthOf } from './text-width';

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

const pictureOf = (before: readonly Manifest[], after: readonly Manifest[]) =>
  stackPicture(reviewManifests(before, after), before, after);

/** Every layout of a change. */
const layoutsOfChange = (before: readonly Manifest[], after: readonly Manifest[]): { side: Side; layout: Layout }[] => {
  const layouts = layoutsOf(pictureOf(before, after));
  return (['wide', 'narrow'] as const).flatMap((form) => SIDES.map((side) => ({ side, layout: layouts[form][side] })));
};

const isApart = (a: Rect, b: Rect): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The rectangles that a line from one point to another fills. */
const segments = (points: readonly Point[]): Rect[] =>
  points.slice(1).map((end, index) => {
    const start = points[index] as Point;
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(start.x - end.x),
      height: Math.abs(start.y - end.y),
    };
  });

const shrunk = ({ x, y, width, height }: Rect): Rect => ({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 });

const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((item, index) => items.slice(index + 1).map((other): [Item, Item] => [item, other]));

/** Asks random changes for what is wrong with each of their layouts: nothing. */
const expectNone = (wrong: (layout: Layout, side: Side) => readonly unknown[]): void =>
  fc.assert(
    fc.property(changes, ({ before, after }) => {
      expect(layoutsOfChange(before, after).flatMap(({ layout, side }) => wrong(layout, side))).toEqual([]);
    }),
    { numRuns: 40 },
  );

test('nothing lies upon anything else', () => {
  expectNone((layout, side) => {
    const things: Rect[] = [...layout.nodes, ...layout.chips[side]];
    return [...pairs(things), ...pairs(layout.frames)].filter(([a, b]) => !isApart(a, b));
  });
});

test('everything is in one frame, which is in the picture', () => {
  expectNone((layout, side) => [
    ...[...layout.nodes, ...layout.chips[side]].filter(
      (thing) => layout.frames.filter((frame) => isInside(thing, frame)).length !== 1,
    ),
    ...layout.frames.filter((frame) => !isInside(frame, { x: 0, y: 0, ...layout })),
  ]);
});

test('everything that is there on a side is drawn or counted, once', () => {
  fc.assert(
    fc.property(changes, ({ before, after }) => {
      const { nodes } = pictureOf(before, after);
      for (const { side, layout } of layoutsOfChange(before, after)) {
        const shown = [
          ...layout.nodes.map(({ node }) => node),
          ...layout.chips[side].flatMap(({ chip }) => chip.nodes),
          ...layout.frames.flatMap(({ namespace }) => namespace ?? []),
        ].filter((node) => node[side] !== undefined);
        const there = nodes.filter((node) => node[side] !== undefined);
        expect(shown.map(({ id }) => id).sort()).toEqual(there.map(({ id }) => id).sort());
      }
    }),
    { numRuns: 40 },
  );
});

test('lines have right angles, and begin and end at the edges of what they join', () => {
  expectNone(({ nodes, edges }) => {
    const placed = new Map(nodes.map((node) => [node.node.id, node]));
    return edges.filter(({ edge, points }) => {
      const isAt = (point: Point | undefined, id: string): boolean => {
        const [end, node] = [{ ...(point as Point), width: 0, height: 0 }, placed.get(id) as Rect];
        return isInside(end, node) && isApart(end, shrunk(node));
      };
      const isStraight = segments(points).every(({ width, height }) => Math.min(width, height) === 0);
      return !isStraight || !isAt(points[0], edge.from) || !isAt(points.at(-1), edge.to);
    });
  });
});

test('lines go through no box', () => {
  expectNone(({ nodes, edges }) =>
    edges.flatMap(({ edge, points }) =>
      segments(points).flatMap((line) =>
        nodes.flatMap((node) => (isApart(line, shrunk(node)) ? [] : [{ edge, line, node }])),
      ),
    ),
  );
});

test('words beside lines lie upon no box and no other word', () => {
  expectNone((layout, side) => {
    const width = widthOf('push logs', { size: 10 });
    const words = layout.edges.flatMap(({ edge, label }): Rect[] =>
      label === undefined || !edge[side]
        ? []
        : [{ x: label.anchor === 'end' ? label.x - width : label.x, y: label.y - 8, width, height: 9 }],
    );
    return [
      ...pairs(words).filter(([a, b]) => !isApart(a, b)),
      ...words.flatMap((word) => layout.nodes.filter((node) => !isApart(word, node))),
    ];
  });
});

test('both sides have the same places where they have most in common, and their own where they do not', () => {
  const { wide } = layoutsOf(pictureOf(STACK, stack({ loki: { retention: '7d' } })));
  expect(wide.before).toBe(wide.after);
  const grown = stack({ collector: { type: 'none' } });
  const apart = layoutsOf(pictureOf(grown.slice(0, 3), stack()));
  expect(apart.wide.before).not.toBe(apart.wide.after);
});

test('a thousand objects are a picture that somebody can read', () => {
  const many = (replicas: number): Manifest[] =>
    Array.from({ length: 340 }, (_, index) => index).flatMap((index): Manifest[] => {
      const metadata = { name: `app-${index}`, namespace: `team-${index % 6}` };
      const labels = { app: `app-${index}` };
      const volumes = [{ configMap: { name: metadata.name } }];
      return [
        { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { a: 'b' } },
        { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels } },
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata,
          spec: { replicas: index < 30 ? replicas : 1, template: { metadata: { labels }, spec: { volumes } } },
        },
      ];
    });
  for (const { side, layout } of layoutsOfChange(many(1), many(3))) {
    expect(layout.nodes.length).toBeLessThanOrEqual(24 * 3);
    expect(layout.height).toBeLessThan(7000);
    const counted = layout.chips[side].flatMap(({ chip }) => chip.nodes);
    expect(layout.nodes.length + counted.length).toBe(1020);
    // What changes is drawn first.
    expect(layout.nodes.filter(({ node }) => node.status === 'changed')).toHaveLength(24);
  }
});
