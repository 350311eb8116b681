import type { Manifest } from '../../kubernetes/manifest';
import { kindOf, nameOf, podOf, templateWay } from '../kinds';
import { Side } from '../side';
import { factsOf, programOf } from './facts';
import { flowsOf } from './flows';
import { safe } from './safe';
import { routedServices, selectedWorkloads } from './services';
import { spokenOf } from './spoken-of';
import type { PictureFacts, PictureRelation, PictureShape } from './stack-picture';

/** Something that is drawn, on one side. */
export interface SideNode extends PictureFacts {
  readonly shape: PictureShape;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface SideEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: PictureRelation;
}

export interface SidePicture {
  readonly nodes: ReadonlyMap<string, SideNode>;
  readonly edges: ReadonlyMap<string, SideEdge>;
}

/** All objects of one side by their ids, as they are drawn, and what they speak of besides. */
export function sidePicture(objects: ReadonlyMap<string, Manifest>): SidePicture {
  const side = new Side([...objects.values()]);
  const ids = new Map([...objects].map(([id, manifest]) => [manifest, id]));
  const nodes = new Map<string, SideNode>();
  const edges = new Map<string, SideEdge>();
  const join = (from: string, to: string, relation: PictureRelation): void => {
    if (from !== to) edges.set(`${from} ${relation} ${to}`, { from, to, relation });
  };
  for (const [id, manifest] of objects) nodes.set(id, objectNode(manifest, side));
  const add = (to: Manifest | string, node: SideNode | undefined): string => {
    const id = typeof to === 'string' ? to : (ids.get(to) ?? '');
    if (node !== undefined && !nodes.has(id)) nodes.set(id, node);
    return id;
  };
  for (const [id, manifest] of objects) {
    for (const workload of selectedWorkloads(manifest, side)) join(id, add(workload, undefined), 'selects');
    for (const service of routedServices(manifest, side)) join(id, add(service, undefined), 'routes');
    if (podOf(manifest) === undefined) continue;
    for (const { to, node } of spokenOf(manifest, side)) {
      const other = add(to, node);
      if (node.shape === 'host') join(other, id, 'reads');
      else join(id, other, node.shape === 'claim' ? 'keeps' : 'reads');
    }
    for (const { to, node, relation } of flowsOf(manifest, side)) join(id, add(to, node), relation);
  }
  return { nodes, edges };
}

function objectNode(manifest: Manifest, side: Side): SideNode {
  const { kind, namespace, name } = nameOf(manifest);
  const program = programOf(manifest);
  return {
    shape: shapeOf(manifest),
    kind: safe(kind),
    name: safe(name),
    ...(namespace === undefined ? {} : { namespace: safe(namespace) }),
    facts: factsOf(manifest, side),
    ...(program === undefined ? {} : { program }),
  };
}

const SHAPES: Readonly<Record<string, PictureShape>> = {
  '/ConfigMap': 'config',
  '/Secret': 'secret',
  '/Service': 'service',
  '/Namespace': 'namespace',
  '/PersistentVolumeClaim': 'claim',
  'networking.k8s.io/Ingress': 'route',
  'gateway.networking.k8s.io/HTTPRoute': 'route',
};

const shapeOf = (manifest: Manifest): PictureShape =>
  SHAPES[kindOf(manifest)] ?? (templateWay(manifest) === undefined ? 'other' : 'workload');
