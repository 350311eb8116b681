import { HTTP_PORT } from '../../loki/defaults';
import { type JsonObject, objectsIn, valueAt } from '../json';
import type { ReleaseObject } from '../read/release-object';
import type { ComponentPlan } from './component-plan';
import { serviceInUrl } from './promtail-clients';
import { servicesOf } from './workload-names';

/** Names by which the release asks its own Loki: its Services, and those of gateways before it. */
export interface LokiAddresses {
  readonly namespace: string;
  readonly services: ReadonlySet<string>;
}

export function addressesOf(
  loki: ComponentPlan | undefined,
  objects: readonly ReleaseObject[],
): LokiAddresses | undefined {
  if (loki === undefined) return undefined;
  const around = objects.filter(({ namespace }) => namespace === loki.namespace);
  const service = around.find(({ kind, name }) => kind === 'Service' && name === loki.adopt.service);
  // A stack asks its Loki on this port of its Service.
  if (service !== undefined && !objectsIn(valueAt(service.manifest, 'spec', 'ports')).some(isOurs)) return undefined;
  const gateways = around.filter(
    ({ kind, name }) => kind === 'Service' && /(?:^|-)loki.*-gateway$|^loki-gateway$/.test(name),
  );
  const services = [...servicesOf(loki.found.workload, around), ...gateways].map(({ name }) => name);
  return { namespace: loki.namespace, services: new Set(services) };
}

const isOurs = ({ port }: JsonObject): boolean => port === HTTP_PORT;

/** Whether a URL leads to the release's own Loki. */
export function asksLoki(url: string | undefined, from: string, addresses: LokiAddresses | undefined): boolean {
  const service = serviceInUrl(url, from);
  return service !== undefined && service.namespace === addresses?.namespace && addresses.services.has(service.name);
}
