import { defined, isSame, type Json, type JsonObject, objectIn, objectsIn, textIn, without } from '../json';
import type { ComponentName } from '../read/components';
import { inOrder } from '../write/option-order';
import type { Program } from '../write/program';
import type { ComponentPlan } from './component-plan';
import { asksLoki, type LokiAddresses } from './loki-addresses';
import { tenantOf } from './promtail-clients';

export type Plans = Partial<Readonly<Record<ComponentName, ComponentPlan>>>;

/** What is known of each component beside its plan: options of its pods, and what of a configuration is laid over ours. */
export type Extras = Partial<Readonly<Record<ComponentName, JsonObject>>>;

/** Puts the plans together: a LoggingStack where they make one, else each by itself. */
export function compose(plans: Plans, addresses: LokiAddresses | undefined, extras: Extras): Program {
  const { loki, promtail, grafana } = plans;
  if (loki === undefined || promtail === undefined || !makesStack(loki, promtail, addresses)) {
    return { parts: partsOf(Object.values(plans), extras), patches: [], kept: [] };
  }
  const name = String(loki.adopt.name);
  const tenant = loki.options.multiTenant === true ? tenantOf(clientsIn(promtail)) : undefined;
  const grafanaProps =
    grafana === undefined ? undefined : stackGrafana(grafana, loki.namespace, addresses, tenant, extras);
  const adopt = defined({
    loki: nonEmpty(adoptBeside(loki, name, name)),
    collector: nonEmpty(adoptBeside(promtail, `${name}-promtail`, name)),
    grafana:
      grafana === undefined || grafanaProps === undefined
        ? undefined
        : nonEmpty(adoptBeside(grafana, `${name}-grafana`, name)),
  });
  const props = defined({
    namespace: loki.namespace,
    createNamespace: false,
    tenant,
    adopt: nonEmpty(adopt),
    loki: nonEmpty(inOrder({ ...without(loki.options, 'multiTenant'), ...extras.loki })),
    collector: nonEmpty(
      inOrder({
        ...(promtail.namespace === loki.namespace ? {} : { namespace: promtail.namespace }),
        ...promtail.options,
        ...extras.promtail,
      }),
    ),
    grafana: grafanaProps ?? false,
  });
  const others = grafana !== undefined && grafanaProps === undefined ? [grafana] : [];
  return { stack: { id: name, props }, parts: partsOf(others, extras), patches: [], kept: [] };
}

const clientsIn = ({ config }: ComponentPlan): readonly JsonObject[] => objectsIn(config.clients);

/** Whether Promtail sends to Loki as a stack's does: who tells tenants apart has to be told one. */
const makesStack = (loki: ComponentPlan, promtail: ComponentPlan, addresses: LokiAddresses | undefined): boolean => {
  const clients = clientsIn(promtail);
  const isMultiTenant = loki.options.multiTenant === true;
  return (
    asksLoki(textIn(clients[0]?.url), promtail.namespace, addresses) &&
    (!isMultiTenant || tenantOfAll(clients) !== undefined)
  );
};

/** The first client's tenant, where all name one: who says one there asks every client for its own. */
const tenantOfAll = (clients: readonly JsonObject[]): string | undefined =>
  clients.every(({ tenant_id }) => textIn(tenant_id) !== undefined) ? tenantOf(clients) : undefined;

/**
 * Whether the clients are what follows from the options: one, without settings of its own.
 * @param tenant that it sends for
 */
export const clientsFollow = (clients: readonly JsonObject[], tenant: string | undefined): boolean =>
  clients.length === 1 &&
  isSame(defined({ ...without(clients[0] ?? {}, 'url'), tenant_id: undefined }), {}) &&
  tenantOf(clients) === tenant;

/** Undefined when none of its data sources is the stack's Loki, or it stands elsewhere. */
function stackGrafana(
  grafana: ComponentPlan,
  namespace: string,
  addresses: LokiAddresses | undefined,
  tenant: string | undefined,
  extras: Extras,
): JsonObject | undefined {
  if (grafana.namespace !== namespace) return undefined;
  const sources = objectsIn(grafana.options.dataSources);
  const own = sources.find(({ type, url }) => type === 'loki' && asksLoki(textIn(url), namespace, addresses));
  if (own === undefined || (tenant === undefined && own.tenant !== undefined)) return undefined;
  const others = withDefaultSaid(sources).filter((_, index) => sources[index] !== own);
  const said = withDefaultSaid(sources)[sources.indexOf(own)] ?? own;
  return inOrder({
    ...without(grafana.options, 'dataSources'),
    ...defined({
      tenant: own.tenant === undefined || own.tenant === tenant ? undefined : own.tenant,
      lokiDataSource: defined({
        name: own.name === 'Loki' ? undefined : own.name,
        uid: own.uid,
        isDefault: said.isDefault,
        jsonData: own.jsonData,
      }),
      dataSources: others.length === 0 ? undefined : others,
    }),
    ...extras.grafana,
  });
}

/** Ours makes the first one the default when nobody says so: where none is, each says that it is not. */
const withDefaultSaid = (sources: readonly JsonObject[]): readonly JsonObject[] =>
  sources.some(({ isDefault }) => isDefault === true)
    ? sources
    : sources.map((source) => ({ ...source, isDefault: false }));

function partsOf(plans: readonly ComponentPlan[], extras: Extras): Program['parts'] {
  return plans.map((plan) => {
    const { component, namespace, options } = plan;
    const sources = objectsIn(options.dataSources);
    const clients = clientsIn(plan);
    return {
      component,
      namespace,
      props: inOrder({
        ...(component === 'promtail' ? { pushUrl: clients[0]?.url, tenant: tenantOfAll(clients) } : {}),
        adopt: nonEmpty(adoptBeside(plan, component, String(plan.adopt.name))),
        ...options,
        ...(sources.length === 0 ? {} : { dataSources: withDefaultSaid(sources) }),
        ...extras[component],
      }),
    };
  });
}

/** What has to be said of it, since it would not be so anyhow. */
function adoptBeside({ adopt }: ComponentPlan, name: string, instance: string): JsonObject {
  const actual = String(adopt.name);
  return defined({
    ...adopt,
    name: actual === name ? undefined : actual,
    instance: adopt.instance === instance ? undefined : adopt.instance,
    service: adopt.service === actual ? undefined : adopt.service,
    headlessService: adopt.headlessService === `${actual}-headless` ? undefined : adopt.headlessService,
    clusterRole: adopt.clusterRole === actual ? undefined : adopt.clusterRole,
    clusterRoleBinding: adopt.clusterRoleBinding === actual ? undefined : adopt.clusterRoleBinding,
    statefulSet: adopt.statefulSet === undefined ? undefined : objectIn(adopt.statefulSet),
  });
}

const nonEmpty = (object: JsonObject): Json => (Object.keys(object).length === 0 ? undefined : object);
