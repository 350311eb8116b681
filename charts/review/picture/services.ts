import { isService, type Manifest } from '../../kubernetes/manifest';
import { kindOf, nameOf, templateWay } from '../kinds';
import { at, isMap, mapOf, mapsAt, textAt, textOf } from '../plain';
import type { Side } from '../side';

/** The workloads whose pods a Service sends to: those with all labels of its selector. */
export function selectedWorkloads(service: Manifest, side: Side): readonly Manifest[] {
  if (!isService(service)) return [];
  const selector = Object.entries(mapOf(at(service, 'spec', 'selector')));
  if (selector.length === 0) return [];
  const { namespace } = nameOf(service);
  return side.manifests.filter((manifest) => {
    const way = templateWay(manifest);
    if (way === undefined || nameOf(manifest).namespace !== namespace) return false;
    const labels = mapOf(at(manifest, ...way, 'metadata', 'labels'));
    return selector.every(([key, value]) => Object.hasOwn(labels, key) && textOf(labels[key]) === textOf(value));
  });
}

const INGRESS = 'networking.k8s.io/Ingress';
const HTTP_ROUTE = 'gateway.networking.k8s.io/HTTPRoute';

/** The Services that an Ingress or HTTPRoute sends to. */
export function routedServices(route: Manifest, side: Side): readonly Manifest[] {
  const { namespace } = nameOf(route);
  return backendsOf(route).flatMap((name) => side.find('/Service', namespace, name) ?? []);
}

function backendsOf(route: Manifest): string[] {
  const kind = kindOf(route);
  if (kind === HTTP_ROUTE) {
    return mapsAt(route, 'spec', 'rules').flatMap((rule) =>
      mapsAt(rule, 'backendRefs').flatMap((backend) => textAt(backend, 'name') ?? []),
    );
  }
  if (kind !== INGRESS) return [];
  const spec = at(route, 'spec');
  const backends = [
    at(spec, 'defaultBackend'),
    at(spec, 'backend'),
    ...mapsAt(spec, 'rules').flatMap((rule) => mapsAt(rule, 'http', 'paths').map(({ backend }) => backend)),
  ];
  return backends
    .filter(isMap)
    .flatMap((backend) => textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName') ?? []);
}
