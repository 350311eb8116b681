import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { nameField } from '../kubernetes/adopted';
import { HEADLESS_SUFFIX } from '../kubernetes/adopted-stateful-set';
import { dataChecksum } from '../kubernetes/checksum';
import { addObject } from '../kubernetes/kubernetes-object';
import { checkInstance, type Identity, objectLabels } from '../kubernetes/labels';
import { type ConfigMapping, mergeConfig } from '../kubernetes/merge';
import { checkMountsOf } from '../kubernetes/mounts';
import { type ObjectReference, type Patch, patchObject } from '../kubernetes/patch';
import { fitting, refuseComponent, warn } from '../kubernetes/refusal';
import { addServiceAccount } from '../kubernetes/service-account';
import { serviceHost } from '../kubernetes/service-url';
import { sortedKeys } from '../kubernetes/sorted-keys';
import { writeYaml } from '../kubernetes/yaml';
import { RELEASES } from '../releases';
import { type AdoptedLoki, checkAdoptedLoki } from './adopted-loki';
import { checkLoki } from './check';
import { type LokiConfig, lokiConfig } from './config';
import { checkLokiConfig } from './config-check/check-config';
import { isFilledIn, judgeConfig, settingsOf } from './config-problems';
import { dataPaths, HTTP_PORT, isDataFolder } from './defaults';
import { type LokiIam, lokiIam } from './iam/loki-iam';
import type { LokiOptions } from './loki-options';
import { refusedFirst, warnOfLeftovers } from './migration/of-loki';
import { LOKI_PROPS } from './props-shape';
import { streamRetentionWarnings } from './retention/retention-check';
import { defaultRetention } from './retention-config';
import { defaultSchema } from './schema';
import { storageNeeds } from './storage/storage-pod';
import { storageWarnings } from './storage/storage-warnings';
import { judgeTenants } from './tenants/tenants-check';
import { addTenants, withTenants } from './tenants/tenants-objects';
import { discardAnnotations } from './timeline/schema-change';
import { watchTimeline } from './timeline/watch-timeline';
import { addTopology } from './topology/add-topology';
import { clusterOf } from './topology/cluster';
import { podOptionsOf } from './topology/combined-options';
import { componentsOf, ingesterCount } from './topology/components';
import { writtenPaths } from './written-paths';

export interface LokiProps extends LokiOptions {
  /** Name of the StatefulSet and of what belongs to it; a DNS label of 52 characters at most. @default - the construct's id */
  readonly name?: string;
  /** The release that it belongs to, for labels and selectors: never change it. @default - `name` */
  readonly instance?: string;
  /**
   * Whether clients say which tenant they are, by the header `X-Scope-OrgID`, as Loki's `auth_enabled`: who says none is
   * turned away. Otherwise every log is of the tenant `fake`.
   * @see https://grafana.com/docs/loki/latest/operations/multi-tenancy/
   * @default false
   */
  readonly multiTenant?: boolean;
  /** A Loki that runs already, to be taken over with its volumes. @default - none */
  readonly adopt?: AdoptedLoki;
}

const CONFIG_FILE = 'loki.yaml';

/**
 * Loki: its configuration in a Secret, and the workloads of its topology with the Services by which they are found. One StatefulSet
 * that does everything, unless something else is asked for.
 */
export class Loki extends Construct {
  /** Where clients ask it, such as `http://loki.loki.svc:3100`. */
  readonly url: string;
  /** Where collectors send their logs. */
  readonly pushUrl: string;
  /** The release that it runs. */
  readonly version: string;
  /** The whole configuration that it gets: our defaults and what was laid over them. */
  readonly config: LokiConfig;
  /** The least that has to be granted in its cloud for its storages: `npm run iam` prints it. Undefined when nothing has. */
  readonly iam: LokiIam | undefined;

  constructor(scope: Construct, id: string, given: LokiProps = {}) {
    super(scope, id);
    const props = fitting(this, given, LOKI_PROPS);
    const { adopt = {} } = props;
    const name = adopt.name ?? props.name ?? id;
    const instance = adopt.instance ?? props.instance ?? name;
    const config = adopt.config ?? name;
    const service = adopt.service ?? name;
    const { namespace } = Chart.of(this);
    const version = props.version ?? RELEASES.loki.newest;
    const storage = props.storage ?? { type: 'filesystem' };
    const earlierStorage = props.earlierStorage ?? [];
    const persistence = props.persistence ?? { type: 'claim' };
    const schema = props.schema ?? defaultSchema(version, storage);
    const topology = props.topology ?? { type: 'single' };
    const { mountPath, dataPath } = dataPaths(
      version,
      isDataFolder(props.dataFolder ?? '') ? props.dataFolder : undefined,
      adopt.mountPath,
    );
    const isMultiTenant = props.multiTenant ?? false;
    const { retention = defaultRetention(storage, version), retentionByStream, tenants } = props;
    const retentions = { retention, retentionByStream, tenants };
    const options = podOptionsOf(props);
    const components = componentsOf(topology, { version, replicas: props.replicas ?? 1, persistence, options });
    const cluster = clusterOf(topology, components, name, namespace);

    this.version = version;
    const overrides = (props.config ?? {}) as ConfigMapping;
    const checked = lokiConfig(
      {
        version,
        dataPath,
        httpPort: HTTP_PORT,
        schema,
        storage,
        earlierStorage,
        ...retentions,
        isMultiTenant,
        cluster,
      },
      overrides,
    );
    this.config = mergeConfig(checked, props.unchecked);

    const identity: Identity = { name: 'loki', instance, component: 'single-binary', selector: adopt.selector };
    const labels = objectLabels(identity);
    const storages = [storage, ...earlierStorage];
    const needs = withTenants(storageNeeds(storages), name, tenants);
    const annotations = { ...needs.annotations, ...props.serviceAccountAnnotations };
    const serviceAccountName = addServiceAccount(this, { name, labels, annotations }, adopt.serviceAccount);
    this.iam = lokiIam({
      storages,
      config: this.config,
      version,
      serviceAccount: { name: serviceAccountName, namespace },
    });
    const secret = addObject(this, 'config', 'Secret', {
      metadata: { name: config, labels, annotations: discardAnnotations(props.schemaChange) },
      stringData: { [CONFIG_FILE]: writeYaml(sortedKeys(this.config)) },
    });
    watchTimeline(secret, CONFIG_FILE, props);
    addTenants(this, name, labels, tenants);
    const expandsEnv = isFilledIn(this.config);
    const { workloads, queryService, pushService } = addTopology(this, topology, components, {
      name,
      service,
      headlessService: adopt.headlessService ?? `${name}${HEADLESS_SUFFIX}`,
      adopt,
      config,
      serviceAccountName,
      instance,
      version,
      isCluster: cluster !== undefined,
      mountPath,
      configFile: CONFIG_FILE,
      expandsEnv,
      checksums: { 'checksum/config': dataChecksum(secret) },
      needs,
      options,
    });

    const urlOf = (service: string) => `http://${serviceHost(service, namespace)}:${HTTP_PORT}`;
    this.url = urlOf(queryService);
    this.pushUrl = `${urlOf(pushService)}/loki/api/v1/push`;
    const deployment = {
      replicas: ingesterCount(components),
      // One task alone may need a variable, such as the ruler its password.
      env: [...needs.env, ...components.flatMap((component) => component.options.env ?? [])].map((each) => each.name),
      expandsEnv,
      sendsTenant: isMultiTenant,
      isNew: true,
    };
    const verdict = judgeConfig(checked, overrides, version, deployment, props.unchecked);
    // The file of the tenants is never filled in from the environment.
    const judge = (config: LokiConfig) => checkLokiConfig(config, version, { ...deployment, expandsEnv: false });
    const ofTenants = judgeTenants(tenants, { version, schema, isMultiTenant, config: checked, judge });
    const ofStreams = streamRetentionWarnings(retentionByStream, 'retentionByStream');
    for (const warning of [...ofStreams, ...storageWarnings(storage), ...verdict.warnings, ...ofTenants.warnings]) {
      warn(this, warning);
    }
    warnOfLeftovers(this, this.config, { version, schema, storage, earlierStorage, persistence, tenants });
    if (props.unchecked !== undefined) {
      warn(this, `nobody checks these settings of Loki: ${settingsOf(props.unchecked).join(', ')}`);
    }
    refuseComponent(this, () => {
      const ofProps = [
        ...checkInstance(props.instance),
        ...checkAdoptedLoki(props.adopt, topology),
        ...checkLoki(props, {
          name,
          nameField: nameField(props.adopt),
          version,
          storage,
          earlierStorage,
          persistence,
          schema,
          topology,
          components,
          replicationFactor: cluster?.replicationFactor ?? 1,
          retentions,
        }),
        ...verdict.ofUser,
        ...ofTenants.problems,
        ...workloads.slice(0, 1).flatMap((workload) => checkMountsOf(workload, 'loki', writtenPaths(this.config))),
      ];
      return refusedFirst(props.migration, ofProps.length > 0 ? ofProps : verdict.derived);
    });
  }

  /** Changes an object of this component in its final form, such as `StatefulSet/loki`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }
}
