import type { PictureEdge, PictureNode, StackPicture } from '../../picture/stack-picture';
import { byCodeUnit } from '../../plain';
import { type Band, bandsOf, Links, membersOf, roleOf, worstFirst, worstOf } from './bands';
import { type Chip, chipsOf } from './chips';

/** A namespace, or what stands in none. */
export interface Frame {
  readonly label: string;
  /** The object of the namespace, when it is among the manifests. */
  readonly namespace?: PictureNode;
  readonly bands: readonly Band[];
  /** What is counted and not drawn. */
  readonly chips: readonly Chip[];
}

/** What is drawn of a picture, and in which order. */
export interface Arrangement {
  readonly frames: readonly Frame[];
  /** What is outside of the cluster, or of these manifests. */
  readonly outside: readonly PictureNode[];
  readonly outsideChips: readonly Chip[];
  readonly edges: readonly PictureEdge[];
}

/** More than that nobody overlooks. */
const MOST_BANDS = 24;
const MOST_FRAMES = 8;
const MOST_IN_COLUMN = 6;

/**
 * Puts everything in its place: each workload in a band with what belongs to it, in the order in which logs flow. What there is no
 * room for, that which does not change first, is counted in chips.
 */
export function arrange({ nodes, edges }: StackPicture): Arrangement {
  const links = new Links(nodes, edges);
  const outside = nodes.filter(({ shape }) => shape === 'outside').sort(worstFirst);
  const { bands, rest } = bandsOf(nodes, links);
  const drawn = new Set(
    [...bands].sort((a, b) => worstFirst(worstOf(membersOf(a)), worstOf(membersOf(b)))).slice(0, MOST_BANDS),
  );
  const byNamespace = new Map<string, { bands: Band[]; folded: PictureNode[]; namespace?: PictureNode }>();
  const frameOf = (name: string) => {
    const known = byNamespace.get(name) ?? { bands: [], folded: [] };
    byNamespace.set(name, known);
    return known;
  };
  for (const band of bands) {
    const frame = frameOf(placeOf(band));
    if (!drawn.has(band)) {
      frame.folded.push(...membersOf(band));
      continue;
    }
    const [entries, moreEntries] = divided(band.entries);
    const [leaves, moreLeaves] = divided(band.leaves);
    frame.bands.push({ ...band, entries, leaves });
    frame.folded.push(...moreEntries, ...moreLeaves);
  }
  for (const node of rest) {
    if (node.shape === 'namespace') frameOf(node.name).namespace = node;
    else frameOf(node.namespace ?? '').folded.push(node);
  }
  const frames = [...byNamespace].map(([name, frame]) => ({ name, ...frame }));
  const ranked = [...frames].sort(
    (a, b) =>
      Number(b.name === '') - Number(a.name === '') ||
      Number(b.bands.length > 0) - Number(a.bands.length > 0) ||
      worstFirst(worstOf(everythingIn(a)), worstOf(everythingIn(b))),
  );
  const [kept, others] = [new Set(ranked.slice(0, MOST_FRAMES)), ranked.slice(MOST_FRAMES)];
  return {
    frames: [
      ...frames
        .filter((frame) => kept.has(frame))
        .sort((a, b) => roleOfFrame(a, links) - roleOfFrame(b, links) || byCodeUnit(a.name, b.name))
        .map(({ name, namespace, bands: own, folded }) => ({
          label: name === '' ? labelOfNone(own) : `namespace ${name}`,
          ...(namespace === undefined ? {} : { namespace }),
          bands: own.sort((a, b) => roleOf(a, links) - roleOf(b, links)),
          chips: chipsOf(folded),
        })),
      ...(others.length === 0
        ? []
        : [
            {
              label: `${others.length} more namespaces`,
              bands: [],
              chips: chipsOf(others.flatMap(everythingIn)),
            },
          ]),
    ],
    outside: outside.slice(0, MOST_IN_COLUMN),
    outsideChips: chipsOf(outside.slice(MOST_IN_COLUMN)),
    edges,
  };
}

/** Tells which band something stands in; what is outside is a band by itself; undefined for what is not drawn. */
export function bandsById({ frames, outside }: Arrangement): (id: string) => Band | PictureNode | undefined {
  const known = new Map<string, Band | PictureNode>();
  for (const { bands } of frames) for (const band of bands) for (const { id } of membersOf(band)) known.set(id, band);
  for (const node of outside) known.set(node.id, node);
  return (id) => known.get(id);
}

const labelOfNone = (bands: readonly Band[]): string => (bands.length === 0 ? 'cluster-wide' : 'without a namespace');

interface FrameParts {
  readonly bands: readonly Band[];
  readonly folded: readonly PictureNode[];
  readonly namespace?: PictureNode;
}

const everythingIn = ({ bands, folded, namespace }: FrameParts): PictureNode[] => [
  ...(namespace === undefined ? [] : [namespace]),
  ...bands.flatMap(membersOf),
  ...folded,
];

const placeOf = (band: Band): string =>
  membersOf(band).find(({ namespace }) => namespace !== undefined)?.namespace ?? '';

function divided(nodes: readonly PictureNode[]): readonly [readonly PictureNode[], readonly PictureNode[]] {
  if (nodes.length <= MOST_IN_COLUMN) return [nodes, []];
  const kept = new Set([...nodes].sort(worstFirst).slice(0, MOST_IN_COLUMN));
  return [nodes.filter((node) => kept.has(node)), nodes.filter((node) => !kept.has(node))];
}

/** Frames go by the first of their bands; those without any come last. */
const roleOfFrame = ({ bands }: FrameParts, links: Links): number =>
  Math.min(9, ...bands.map((band) => roleOf(band, links)));
