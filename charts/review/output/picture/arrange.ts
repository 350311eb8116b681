import type { PictureEdge, PictureNode, StackPicture } from '../../picture/stack-picture';
import { byCodeUnit } from '../../plain';
import { rankOf } from '../../review';
import { type Chip, chipsOf } from './chips';

/** A workload with what sends to it and what it reads, in one row. */
export interface Band {
  /** Services, routes and folders of nodes. */
  readonly entries: readonly PictureNode[];
  readonly workload?: PictureNode;
  /** ConfigMaps, Secrets and claims. */
  readonly leaves: readonly PictureNode[];
}

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
  const drawn = new Set([...bands].sort((a, b) => worstFirst(worstIn(a), worstIn(b))).slice(0, MOST_BANDS));
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
      Number(b.bands.length > 0) - Number(a.bands.length > 0) ||
      worstFirst(worstOfNodes(everythingIn(a)), worstOfNodes(everythingIn(b))),
  );
  const [kept, others] = [new Set(ranked.slice(0, MOST_FRAMES)), ranked.slice(MOST_FRAMES)];
  return {
    frames: [
      ...frames
        .filter((frame) => kept.has(frame))
        .sort((a, b) => roleOfFrame(a, links) - roleOfFrame(b, links) || byCodeUnit(a.name, b.name))
        .map(({ name, namespace, bands: own, folded }) => ({
          label: name === '' ? labelOfNone(own) : name,
          ...(namespace === undefined ? {} : { namespace }),
          bands: own.sort(inFlow(links)),
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

/** Everything that stands in a band. */
export const membersOf = ({ entries, workload, leaves }: Band): PictureNode[] => [
  ...(workload === undefined ? [] : [workload]),
  ...entries,
  ...leaves,
];

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

/** What changes before what does not, the worst of it first. */
const worstFirst = (a: PictureNode | undefined, b: PictureNode | undefined): number =>
  Number(a === undefined) - Number(b === undefined) ||
  Number(a?.status === 'unchanged') - Number(b?.status === 'unchanged') ||
  rankOf(a?.severity ?? 'none') - rankOf(b?.severity ?? 'none');

const worstOfNodes = (nodes: readonly PictureNode[]): PictureNode | undefined => [...nodes].sort(worstFirst)[0];
const worstIn = (band: Band): PictureNode | undefined => worstOfNodes(membersOf(band));

function divided(nodes: readonly PictureNode[]): readonly [readonly PictureNode[], readonly PictureNode[]] {
  if (nodes.length <= MOST_IN_COLUMN) return [nodes, []];
  const kept = new Set([...nodes].sort(worstFirst).slice(0, MOST_IN_COLUMN));
  return [nodes.filter((node) => kept.has(node)), nodes.filter((node) => !kept.has(node))];
}

/** Who has to do with whom, looked up both ways. */
class Links {
  private readonly from = new Map<string, PictureEdge[]>();
  private readonly to = new Map<string, PictureEdge[]>();

  constructor(nodes: readonly PictureNode[], edges: readonly PictureEdge[]) {
    for (const { id } of nodes) {
      this.from.set(id, []);
      this.to.set(id, []);
    }
    for (const edge of edges) {
      this.from.get(edge.from)?.push(edge);
      this.to.get(edge.to)?.push(edge);
    }
  }

  of(id: string): readonly PictureEdge[] {
    return this.from.get(id) ?? [];
  }

  towards(id: string): readonly PictureEdge[] {
    return this.to.get(id) ?? [];
  }
}

/** Everything that stands in a band, and the rest. */
function bandsOf(nodes: readonly PictureNode[], links: Links): { bands: Band[]; rest: PictureNode[] } {
  const parts = new Map<string, { workload: PictureNode; entries: PictureNode[]; leaves: PictureNode[] }>();
  const workloads = nodes.filter(({ shape }) => shape === 'workload').sort(byName);
  for (const workload of workloads) parts.set(workload.id, { workload, entries: [], leaves: [] });
  const order = new Map(workloads.map(({ id }, index) => [id, index]));
  const first = (ids: readonly string[]): string | undefined =>
    ids.filter((id) => order.has(id)).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0];
  const alone: Band[] = [];
  const rest: PictureNode[] = [];
  for (const node of [...nodes].sort(byName)) {
    if (node.shape === 'workload' || node.shape === 'outside') continue;
    const isEntry = node.shape === 'service' || node.shape === 'host';
    const users = isEntry
      ? links.of(node.id).flatMap(({ relation, to }) => (relation === 'selects' || relation === 'reads' ? [to] : []))
      : links
          .towards(node.id)
          .flatMap(({ relation, from }) => (relation === 'reads' || relation === 'keeps' ? [from] : []));
    const owner = parts.get(first(users) ?? '');
    if (owner !== undefined) (isEntry ? owner.entries : owner.leaves).push(node);
    else if (node.shape === 'service' || node.shape === 'route') alone.push({ entries: [node], leaves: [] });
    else rest.push(node);
  }
  return { bands: [...parts.values(), ...alone], rest };
}

const SHAPES: readonly PictureNode['shape'][] = ['host', 'route', 'service', 'config', 'secret', 'claim'];

const byName = (a: PictureNode, b: PictureNode): number =>
  SHAPES.indexOf(a.shape) - SHAPES.indexOf(b.shape) || byCodeUnit(a.name, b.name) || byCodeUnit(a.kind, b.kind);

/** Where a band stands on the way of logs: who pushes, who is pushed to, who asks. */
function roleOf({ workload, entries }: Band, links: Links): number {
  const relations = new Set(workload === undefined ? [] : links.of(workload.id).map(({ relation }) => relation));
  const isTarget = entries.some(({ id }) => links.towards(id).some(({ relation }) => relation === 'push'));
  if (relations.has('query')) return 4;
  if (relations.has('push') && !isTarget) return 0;
  if (entries.some(({ shape }) => shape === 'route')) return 1;
  if (isTarget) return 2;
  return workload === undefined ? 5 : 3;
}

const inFlow =
  (links: Links) =>
  (a: Band, b: Band): number =>
    roleOf(a, links) - roleOf(b, links);

/** Frames go by the first of their bands; those without any come last. */
const roleOfFrame = ({ bands }: FrameParts, links: Links): number =>
  Math.min(9, ...bands.map((band) => roleOf(band, links)));
