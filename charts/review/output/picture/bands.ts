import type { PictureEdge, PictureNode } from '../../picture/stack-picture';
import { byCodeUnit } from '../../plain';
import { rankOf } from '../../review';

/** A workload with what sends to it and what it reads, in one row. */
export interface Band {
  /** Services, routes and folders of nodes. */
  readonly entries: readonly PictureNode[];
  readonly workload?: PictureNode;
  /** ConfigMaps, Secrets and claims. */
  readonly leaves: readonly PictureNode[];
}

/** Everything that stands in a band. */
export const membersOf = ({ entries, workload, leaves }: Band): PictureNode[] => [
  ...(workload === undefined ? [] : [workload]),
  ...entries,
  ...leaves,
];

/** What changes before what does not, the worst of it first. */
export const worstFirst = (a: PictureNode | undefined, b: PictureNode | undefined): number =>
  Number(a === undefined) - Number(b === undefined) ||
  Number(a?.status === 'unchanged') - Number(b?.status === 'unchanged') ||
  rankOf(a?.severity ?? 'none') - rankOf(b?.severity ?? 'none');

export const worstOf = (nodes: readonly PictureNode[]): PictureNode | undefined => [...nodes].sort(worstFirst)[0];
/** Who has to do with whom, looked up both ways. */
export class Links {
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

/** Gives each thing to the first workload that it has to do with; Services and routes without one have a band of their own. */
export function bandsOf(nodes: readonly PictureNode[], links: Links): { bands: Band[]; rest: PictureNode[] } {
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
export function roleOf({ workload, entries }: Band, links: Links): number {
  const relations = new Set(workload === undefined ? [] : links.of(workload.id).map(({ relation }) => relation));
  const isTarget = entries.some(({ id }) => links.towards(id).some(({ relation }) => relation === 'push'));
  if (relations.has('query')) return 4;
  if (relations.has('push') && !isTarget) return 0;
  if (entries.some(({ shape }) => shape === 'route')) return 1;
  if (isTarget) return 2;
  return workload === undefined ? 5 : 3;
}
