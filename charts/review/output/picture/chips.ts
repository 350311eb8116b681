import type { PictureNode } from '../../picture/stack-picture';
import { byCodeUnit } from '../../plain';
import { type Severity, worstOf } from '../../review';

/** Several things of one kind that become the same, counted. */
export interface Chip {
  readonly kind: string;
  readonly status: PictureNode['status'];
  /** The worst of them. */
  readonly severity: Severity;
  readonly nodes: readonly PictureNode[];
}

const STATUSES: readonly Chip['status'][] = ['removed', 'changed', 'created', 'unchanged'];
const MOST_CHIPS = 14;

/** What is not drawn, counted by kind and by what becomes of it; kinds that are too many are counted together. */
export function chipsOf(nodes: readonly PictureNode[]): Chip[] {
  const groups = new Map<string, PictureNode[]>();
  for (const node of nodes) {
    const key = JSON.stringify([node.kind, node.status]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [node]);
    else known.push(node);
  }
  const chips = [...groups.values()].map((group) => chip(group[0]?.kind ?? '?', group)).sort(inOrder);
  if (chips.length <= MOST_CHIPS) return chips;
  const others = chips.slice(MOST_CHIPS - STATUSES.length).flatMap((folded) => folded.nodes);
  return [
    ...chips.slice(0, MOST_CHIPS - STATUSES.length),
    ...STATUSES.flatMap((status) => {
      const alike = others.filter((node) => node.status === status);
      return alike.length === 0 ? [] : [chip('other kinds', alike)];
    }),
  ];
}

const chip = (kind: string, nodes: readonly PictureNode[]): Chip => ({
  kind,
  status: nodes[0]?.status ?? 'unchanged',
  severity: worstOf(nodes.map(({ severity }) => severity)),
  nodes,
});

const inOrder = (a: Chip, b: Chip): number =>
  STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || byCodeUnit(a.kind, b.kind);
