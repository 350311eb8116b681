import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { AdoptedHelmRelease } from './adopted-helm-release';
import { ADOPTED_RELEASE, type AdoptedStack, adoptedComponents, checkAdoptedStack } from './adopted-stack';
import { Alloy } from './alloy/alloy';
import type { DataSource } from './grafana/data-source';
import { Grafana } from './grafana/grafana';
import type { GrafanaOptions } from './grafana/grafana-options';
import { checkImage, type ImageOptions } from './kubernetes/image';
import { addObject } from './kubernetes/kubernetes-object';
import { checkName } from './kubernetes/names';
import { type ObjectReference, type Patch, patchObject } from './kubernetes/patch';
import type { Problem } from './kubernetes/problem';
import { fitting, propsComeFrom, refuseProps, warn } from './kubernetes/refusal';
import { anything, either, flag, mapping, objectOf, openObject, type Shape, scalar, text } from './kubernetes/shape';
import { Loki } from './loki/loki';
import type { LokiOptions } from './loki/loki-options';
import { Promtail } from './promtail/promtail';
import { isAtLeast } from './releases';
import { type CollectorOptions, collectorLevel, collectorShape, type PodSecurityLevel } from './stack-collector';
import { watchLabels } from './stack-labels';
import { checkReaders, checkTenants } from './stack-tenants';

/** What shows the logs. */
export interface StackGrafanaOptions extends GrafanaOptions {
  /**
   * The tenants that its own Loki data source reads, several divided by `|`: they need
   * `loki.config.querier.multi_tenant_queries_enabled`. `'team-a|fake'` also finds what was written before there was a tenant.
   * @default - the stack's tenant
   */
  readonly tenant?: string;
  /** What its own Loki data source is called, and settings of it. @default - `Loki`, with the stack's name as its uid */
  readonly lokiDataSource?: LokiDataSource;
}

/** The stack's own data source, but for its address. */
export interface LokiDataSource extends Partial<Pick<DataSource, 'name' | 'uid' | 'isDefault' | 'jsonData'>> {}

export interface LoggingStackProps {
  /** Namespace of all that the stack makes. */
  readonly namespace: string;
  /** Whether the stack makes its namespaces, with the Pod Security labels that fit. @default true */
  readonly createNamespace?: boolean;
  /** Name of the release: of Loki itself, and the first part of the others' (`loki-promtail`, `loki-alloy`, `loki-grafana`). @default - the construct's id */
  readonly name?: string;
  /** Registry of every image, such as a mirror's: `registry.example.com`. @default 'docker.io' */
  readonly registry?: string;
  /**
   * The tenant that the collector's logs are of, and that Grafana reads. With one Loki tells tenants apart, and turns away
   * who does not say which one it is, by the header `X-Scope-OrgID`: other collectors and data sources have to as well.
   * @see https://grafana.com/docs/loki/latest/operations/multi-tenancy/
   * @default - none: every log is of the tenant `fake`
   */
  readonly tenant?: string;
  /**
   * A release that runs already, to be taken over: names, selectors and claims stay what they are. Of the Helm chart loki-stack it is
   * `{ helmRelease: 'loki', chart: 'loki-stack-2.10.2' }`; of any other `npx cdk8s-plg adopt` writes it. docs/adopt.md tells the way.
   * @default - none: all objects are new
   */
  readonly adopt?: AdoptedStack | AdoptedHelmRelease;
  readonly loki?: LokiOptions;
  /** What collects logs: Promtail, Alloy, or nothing of this stack. To change its `type` is to move from one to the other: see docs/collectors.md. @default - { type: 'promtail' } */
  readonly collector?: CollectorOptions;
  /** `false` leaves Grafana out. */
  readonly grafana?: StackGrafanaOptions | false;
}

const followsFrom =
  (property: string): Shape =>
  (_, path, refuse) => {
    refuse({ path, message: 'follows from the stack', remedy: `leave it out, or set the stack's ${property}` });
    return undefined;
  };

const followsTheStack = followsFrom('name');
const followsTheTenant = followsFrom('tenant');

/** As much of a component's options as the stack reads; the component looks at all of them. */
const COMPONENT = { adopt: followsFrom('adopt'), image: mapping, instance: followsTheStack, name: followsTheStack };

const STACK_PROPS = objectOf<LoggingStackProps>({
  namespace: anything,
  createNamespace: flag,
  name: scalar,
  registry: text,
  tenant: text,
  adopt: ADOPTED_RELEASE,
  loki: openObject({ ...COMPONENT, multiTenant: followsTheTenant }),
  collector: collectorShape({ ...COMPONENT, namespace: scalar, pushUrl: followsTheStack, tenant: followsTheTenant }),
  grafana: either(
    false,
    openObject({
      ...COMPONENT,
      firstDataSource: followsTheStack,
      tenant: text,
      lokiDataSource: objectOf<LokiDataSource>({ name: text, uid: text, isDefault: flag, jsonData: mapping }),
    }),
  ),
});

/** Stands in for a name that is refused, so that what would be made from it is not refused as well. */
const REFUSED = 'refused';

/** Logs from every node to a screen: a collector, Loki and Grafana, each in a chart of its own. */
export class LoggingStack extends Construct {
  readonly loki: Loki;
  /** The collector, where it is Promtail. */
  readonly promtail: Promtail | undefined;
  /** The collector, where it is Alloy. */
  readonly alloy: Alloy | undefined;
  readonly grafana: Grafana | undefined;

  constructor(scope: Construct, id: string, given: LoggingStackProps) {
    super(scope, id);
    const props = fitting(this, given, STACK_PROPS);
    const problems = checkStack(props, props.name ?? id);
    const accepted = (path: string, value: string): string =>
      problems.some((problem) => problem.path === path) ? REFUSED : value;
    const name = accepted('name', props.name ?? id);
    const namespace = accepted('namespace', props.namespace);
    const collector = props.collector ?? {};
    const ofCollector = collector.type === 'none' ? undefined : collector.namespace;
    const collectorNamespace = ofCollector === undefined ? namespace : accepted('collector.namespace', ofCollector);
    const tenant = props.tenant === undefined ? undefined : accepted('tenant', props.tenant);
    const registry = problems.some(({ path }) => path === 'registry') ? undefined : props.registry;
    const adopt = adoptedComponents(props);

    if (props.createNamespace ?? true) {
      const level = collectorLevel(collector);
      this.addNamespace('namespace', namespace, collectorNamespace === namespace ? level : 'restricted');
      if (collectorNamespace !== namespace) this.addNamespace('collector-namespace', collectorNamespace, level);
    }
    const withRegistry = <Options extends { readonly image?: ImageOptions }>(options: Options): Options => ({
      ...options,
      image: { ...(registry === undefined ? {} : { registry }), ...options.image },
    });

    this.loki = new Loki(this.addChart('Default', namespace, 'loki'), 'loki', {
      ...withRegistry(props.loki ?? {}),
      name,
      instance: name,
      multiTenant: tenant !== undefined,
      adopt: adopt.loki,
    });
    const ofStack = { instance: name, pushUrl: this.loki.pushUrl, tenant };
    if (collector.type === 'alloy') {
      const { type, namespace: _, ...options } = collector;
      this.alloy = new Alloy(this.addChart(type, collectorNamespace, 'collector'), type, {
        ...withRegistry(options),
        ...ofStack,
        name: `${name}-alloy`,
      });
    } else if (collector.type !== 'none') {
      const { type = 'promtail', namespace: _, ...options } = collector;
      this.promtail = new Promtail(this.addChart(type, collectorNamespace, 'collector'), type, {
        ...withRegistry(options),
        ...ofStack,
        name: `${name}-promtail`,
        adopt: adopt.collector,
      });
    }
    const collecting = this.alloy ?? this.promtail;
    const { name: promtail = `${name}-promtail`, config: ofPromtail = promtail } = adopt.collector ?? {};
    if (collecting !== undefined) watchLabels(collecting, [ofPromtail, `${name}-alloy`]);
    if (props.grafana !== false) {
      const { tenant: ofGrafana, lokiDataSource, ...grafana } = props.grafana ?? {};
      const read = ofGrafana === undefined ? tenant : accepted('grafana.tenant', ofGrafana);
      this.grafana = new Grafana(this.addChart('grafana', namespace, 'grafana'), 'grafana', {
        ...withRegistry(grafana),
        name: `${name}-grafana`,
        instance: name,
        firstDataSource: {
          ...{ name: 'Loki', uid: name, ...lokiDataSource },
          ...{ type: 'loki', url: this.loki.url, tenant: read },
        },
        adopt: adopt.grafana,
      });
    }
    refuseProps(this, () => [...problems, ...checkReaders(props, this.loki)]);
    this.warnOfMixedReleases();
  }

  /** Changes an object of the stack in its final form, such as `StatefulSet/loki`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }

  /** A chart for a component whose props are those of `property`. */
  private addChart(id: string, namespace: string, property: string): Chart {
    const chart = new Chart(this, id, { namespace, disableResourceNameHashes: true });
    propsComeFrom(chart, this, property, { adopt: `adopt.${property}` });
    return chart;
  }

  private addNamespace(id: string, name: string, level: PodSecurityLevel): void {
    addObject(new Chart(this, id), 'namespace', 'Namespace', {
      metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': level } },
    });
  }

  /** Grafana 10 and later ask Loki how it is by a query that Loki 2.6 and older cannot answer. */
  private warnOfMixedReleases(): void {
    if (this.grafana === undefined) return;
    if (isAtLeast(this.grafana.version, '10.0') && !isAtLeast(this.loki.version, '2.7')) {
      warn(
        this,
        `Grafana ${this.grafana.version} reports Loki ${this.loki.version} as broken: take Loki 2.7 or newer, or Grafana 9.`,
      );
    }
  }
}

const checkStack = ({ namespace, collector, registry, ...props }: LoggingStackProps, name: string): Problem[] => [
  ...checkAdoptedStack({ collector, ...props }),
  ...checkName(namespace, 'namespace'),
  ...(collector === undefined || collector.type === 'none' || collector.namespace === undefined
    ? []
    : checkName(collector.namespace, 'collector.namespace')),
  ...checkName(name, 'name', { maxLength: 38, derived: `"${name}-grafana" and its pods`, ofService: true }),
  ...checkImage({ registry }, '').map((problem) => ({ ...problem, path: 'registry' })),
  ...checkTenants({ namespace, ...props }),
];
