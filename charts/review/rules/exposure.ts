import { groupOf, type Manifest } from '../../kubernetes/manifest';
import { isOwn, nameOf } from '../kinds';
import { at, isEqual, listOf, mapsAt, textAt, textOf, textsAt } from '../plain';
import { consequence, listed, type Rule } from './rule';

const REACH: Readonly<Record<string, string | undefined>> = {
  LoadBalancer: 'reachable through a load balancer of the cloud, from the internet unless it is an internal one',
  NodePort: 'reachable on a port of every node',
};

const typeOf = (service: Manifest | undefined): string => textAt(service, 'spec', 'type') ?? 'ClusterIP';

/** Services that are reached from outside of the cluster. */
export const services: Rule = ({ status, before, after, differences }) => {
  if (after === undefined || !isOwn(after, 'Service') || status === 'unchanged') return [];
  const consequences = [];
  const reach = REACH[typeOf(after)];
  const causes = (shape: string) => differences.filter((difference) => difference.shape.startsWith(shape));
  if (reach !== undefined && typeOf(before) !== typeOf(after)) {
    consequences.push(consequence('exposure', `is ${reach}`, causes('spec.type')));
  }
  const addresses = textsAt(after, 'spec', 'externalIPs').filter(
    (address) => !textsAt(before, 'spec', 'externalIPs').includes(address),
  );
  if (addresses.length > 0) {
    consequences.push(consequence('exposure', `is reachable at ${listed(addresses)}`, causes('spec.externalIPs')));
  }
  const [ranges, allowed] = [
    textsAt(before, 'spec', 'loadBalancerSourceRanges'),
    textsAt(after, 'spec', 'loadBalancerSourceRanges'),
  ];
  const isOpened = ranges.length > 0 && (allowed.length === 0 || allowed.some((range) => !ranges.includes(range)));
  if (status === 'changed' && typeOf(after) === 'LoadBalancer' && isOpened) {
    const from = allowed.length === 0 ? 'anywhere' : listed(allowed);
    consequences.push(consequence('exposure', `is reachable from ${from}`, causes('spec.loadBalancerSourceRanges')));
  }
  const annotations = causes('metadata.annotations');
  if (typeOf(after) !== 'ClusterIP' && annotations.length > 0) {
    consequences.push(
      consequence('exposure', 'its load balancer is made otherwise: look whether it stays internal', annotations),
    );
  }
  return consequences;
};

/** Kinds that make something reachable from outside, by their groups; those of Gateway API all do. */
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  'gateway.networking.k8s.io': ['Gateway', 'GRPCRoute', 'HTTPRoute', 'ListenerSet', 'TCPRoute', 'TLSRoute', 'UDPRoute'],
  'networking.k8s.io': ['Ingress'],
  extensions: ['Ingress'],
  'projectcontour.io': ['HTTPProxy'],
  'route.openshift.io': ['Route'],
  'traefik.containo.us': ['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'],
  'traefik.io': ['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'],
};

const isRoute = (manifest: Manifest): boolean => ROUTES[groupOf(manifest)]?.includes(manifest.kind) === true;

/** Where an Ingress or a route is reached, as far as it says so. */
function addressesOf(route: Manifest | undefined): string[] {
  const rules = mapsAt(route, 'spec', 'rules').flatMap((rule) => {
    const paths = mapsAt(rule, 'http', 'paths').map((path) => textOf(path.path) ?? '/');
    const host = textOf(rule.host) ?? (paths.length > 0 ? '*' : undefined);
    return host === undefined ? [] : paths.length === 0 ? [host] : paths.map((path) => `${host}${path}`);
  });
  const listeners = mapsAt(route, 'spec', 'listeners').map(
    (listener) => `${textOf(listener.hostname) ?? '*'}:${textOf(listener.port) ?? '?'}`,
  );
  const host = textAt(route, 'spec', 'host');
  return [...rules, ...listeners, ...textsAt(route, 'spec', 'hostnames'), ...(host === undefined ? [] : [host])];
}

/** Ingresses and routes. */
export const routes: Rule = ({ status, before, after, differences }) => {
  if (after === undefined || !isRoute(after)) return [];
  if (status === 'created') {
    const addresses = addressesOf(after);
    return [
      consequence('exposure', `makes reachable ${addresses.length === 0 ? 'what it routes to' : listed(addresses)}`),
    ];
  }
  if (status !== 'changed' || differences.length === 0) return [];
  const known = new Set(addressesOf(before));
  const opened = addressesOf(after).filter((address) => !known.has(address));
  const hasLostTls = listOf(at(before, 'spec', 'tls')).length > 0 && listOf(at(after, 'spec', 'tls')).length === 0;
  const isOnlyLess = opened.length === 0 && differences.every(({ new: now }) => now === undefined) && !hasLostTls;
  if (isOnlyLess) return [];
  const what = [
    ...(opened.length > 0 ? [`makes reachable ${listed(opened)}`] : []),
    ...(hasLostTls ? ['goes without TLS'] : []),
  ];
  return [consequence('exposure', what.length === 0 ? 'routes otherwise' : what.join(', and '), differences)];
};

/** Policies that keep traffic away. */
export const networkPolicies: Rule = ({ status, before, after, manifest, differences }) => {
  if (!isOwn(manifest, 'NetworkPolicy') || groupOf(manifest) === '') return [];
  if (status === 'removed') return [consequence('exposure', 'is gone, and keeps no traffic away any more')];
  if (status !== 'changed') return [];
  const isWider = (['ingress', 'egress'] as const).some((way) => {
    const [old, now] = [before, after].map((policy) => listOf(at(policy, 'spec', way)));
    return now?.some((rule) => !old?.some((one) => isEqual(one, rule)));
  });
  const isElsewhere = differences.some(({ shape }) => /^spec\.(?:podSelector|policyTypes)/.test(shape));
  return isWider || isElsewhere ? [consequence('exposure', 'lets other traffic pass', differences)] : [];
};

/** Services that clients do not find, or find otherwise. */
export const serviceTraffic: Rule = ({ status, manifest, differences }) => {
  if (!isOwn(manifest, 'Service')) return [];
  if (status === 'removed') {
    const { name, namespace } = nameOf(manifest);
    return [
      consequence(
        'rollout',
        `is gone, and with it the name ${name}${namespace === undefined ? '' : `.${namespace}.svc`}`,
      ),
    ];
  }
  if (status !== 'changed') return [];
  const selector = differences.filter(({ shape }) => shape.startsWith('spec.selector'));
  const ports = differences.filter(
    ({ shape, old }) => old !== undefined && /^spec\.ports\[\](?:$|\.(?:port|targetPort|protocol)$)/.test(shape),
  );
  return [
    ...(selector.length > 0 ? [consequence('rollout', 'sends requests to other pods', selector)] : []),
    ...(ports.length > 0
      ? [consequence('rollout', 'is no longer reached at the port that clients know, or reaches another one', ports)]
      : []),
  ];
};
