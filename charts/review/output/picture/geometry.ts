import type { PictureEdge, PictureNode } from '../../picture/stack-picture';
import type { Chip } from './chips';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedFrame extends Rect {
  readonly label: string;
  readonly namespace?: PictureNode;
  /** What is outside is no namespace. */
  readonly isOutside: boolean;
  /** From its left edge to its label. */
  readonly indent: number;
}

export interface PlacedNode extends Rect {
  readonly node: PictureNode;
}

export interface PlacedChip extends Rect {
  readonly chip: Chip;
}

/** A line of right angles, with its arrow at the end. */
export interface PlacedEdge {
  readonly edge: PictureEdge;
  readonly points: readonly Point[];
  /** Where the word for what goes along it stands, and which of its ends is there. */
  readonly label?: Point & { readonly anchor: 'start' | 'end' };
}

/** Where everything stands, in pixels. Both sides have the same places, so that they compare at a glance. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly PlacedFrame[];
  readonly nodes: readonly PlacedNode[];
  /** Not in the same places: each side counts for itself. */
  readonly chips: { readonly before: readonly PlacedChip[]; readonly after: readonly PlacedChip[] };
  readonly edges: readonly PlacedEdge[];
}

/** Whether something outside is a Service that is not among the manifests. */
export const isOtherService = ({ shape, kind }: PictureNode): boolean => shape === 'outside' && kind === 'Service';

/** How high a thing is drawn. */
export const heightOf = ({ shape }: PictureNode): number =>
  shape === 'workload' ? 64 : shape === 'claim' ? 54 : shape === 'outside' ? 54 : 44;

/** Between things one below the other: room for the badge of the lower one. */
export const GAP = 16;

export const bottomOf = ({ y, height }: Rect): number => y + height;
export const rightOf = ({ x, width }: Rect): number => x + width;
export const middleOf = ({ y, height }: Rect): number => y + height / 2;

/** How high things one below the other are together. */
export const stackHeight = (nodes: readonly PictureNode[]): number =>
  nodes.reduce((height, node) => height + heightOf(node) + GAP, 0) - (nodes.length > 0 ? GAP : 0);

/** Things one below the other. */
export function stacked(nodes: readonly PictureNode[], { x, y, width }: Omit<Rect, 'height'>): PlacedNode[] {
  let top = y;
  return nodes.map((node) => {
    const height = heightOf(node);
    const placed = { node, x, y: top, width, height };
    top += height + GAP;
    return placed;
  });
}

/** Whether something that becomes this is there on a side. */
export const isOn = (status: PictureNode['status'], side: 'before' | 'after'): boolean =>
  status !== (side === 'before' ? 'created' : 'removed');
