import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { type AdoptedStatefulSet, HEADLESS_SUFFIX } from '../kubernetes/adopted-stateful-set';
import { dataChecksum } from '../kubernetes/checksum';
import type { ImageOptions } from '../kubernetes/image';
import { addObject } from '../kubernetes/kubernetes-object';
import { checkInstance, type Identity, type Labels, objectLabels, selectorLabels } from '../kubernetes/labels';
import { mergeConfig } from '../kubernetes/merge';
import { checkMountsOf } from '../kubernetes/mounts';
import { type ObjectReference, type Patch, patchObject } from '../kubernetes/patch';
import { podTemplate } from '../kubernetes/pod';
import { canonicalQuantity } from '../kubernetes/quantity';
import { fitting, refuseComponent } from '../kubernetes/refusal';
import { nonRootPod } from '../kubernetes/security-context';
import { addServiceAccount } from '../kubernetes/service-account';
import { serviceUrl } from '../kubernetes/service-url';
import { sortedKeys } from '../kubernetes/sorted-keys';
import type { PodTemplateSpec, Volume } from '../kubernetes/types';
import { writeYaml } from '../kubernetes/yaml';
import { RELEASES } from '../releases';
import { adminSecretContainer, adminSecretRoleName, adminSecretRules, adminSecretTokenVolume } from './admin-secret';
import { type AdoptedGrafana, checkAdoptedGrafana } from './adopted-grafana';
import { checkGrafana } from './check';
import { DATA_VOLUME, GRAFANA_USER, grafanaContainer, HTTP_PORT } from './container';
import { type DataSource, dataSourcesFile } from './data-source';
import type { GrafanaAdmin, GrafanaOptions } from './grafana-options';
import { type GrafanaIni, renderIni } from './ini';
import { GRAFANA_PROPS } from './props-shape';
import { writtenPaths } from './written-paths';

export interface GrafanaProps extends GrafanaOptions {
  /** Stands before `dataSources`: the default, unless one of those says that it is. @default - none */
  readonly firstDataSource?: DataSource;
  /** Name of the Deployment and of what belongs to it; a DNS label. @default - the construct's id */
  readonly name?: string;
  /** The release that it belongs to, for labels and selectors: never change it. @default - `name` */
  readonly instance?: string;
  /** A Grafana that runs already, to be taken over with its volume. @default - none */
  readonly adopt?: AdoptedGrafana;
}

const SERVICE_PORT = 80;
const PORT_NAME = 'http';

/** What differs from Grafana's own defaults. */
const INI: GrafanaIni = {
  analytics: { check_for_plugin_updates: false, check_for_updates: false, reporting_enabled: false },
  log: { mode: 'console' },
};

/** Grafana as a Deployment: its data sources in a ConfigMap, its first password made in the cluster. */
export class Grafana extends Construct {
  /** Where other programs of the cluster reach it, such as `http://loki-grafana.loki.svc:80`. */
  readonly url: string;
  /** The release that it runs. */
  readonly version: string;

  constructor(scope: Construct, id: string, given: GrafanaProps = {}) {
    super(scope, id);
    const props = fitting(this, given, GRAFANA_PROPS);
    const { adopt = {} } = props;
    const name = adopt.name ?? props.name ?? id;
    const portName = adopt.portName ?? PORT_NAME;
    const claim = adopt.claim ?? name;
    const { configMap: dataSourcesName = `${name}-datasources`, key: dataSourcesKey = 'datasources.yaml' } =
      adopt.dataSources ?? {};
    const version = props.version ?? RELEASES.grafana.newest;
    const admin: GrafanaAdmin = props.admin ?? { type: 'generated' };
    this.version = version;
    const adminSecret =
      admin.type === 'generated' ? adminSecretContainer(name, { ...registryOf(props), ...admin.image }) : undefined;
    const ini = mergeConfig(INI, props.ini) as GrafanaIni;

    const instance = adopt.instance ?? props.instance ?? name;
    const identity: Identity = { name: 'grafana', instance, component: 'dashboards', selector: adopt.selector };
    const labels = objectLabels(identity);
    const annotations = props.serviceAccountAnnotations;
    const serviceAccountName = addServiceAccount(this, { name, labels, annotations }, adopt.serviceAccount);
    if (adminSecret !== undefined) this.addAdminSecret(name, labels, serviceAccountName);
    const configName = adopt.config ?? name;
    const config = addObject(this, 'config', 'ConfigMap', {
      metadata: { name: configName, labels },
      data: { 'grafana.ini': renderIni(ini) },
    });
    const dataSources = addObject(this, 'data-sources', 'ConfigMap', {
      metadata: { name: dataSourcesName, labels },
      data: { [dataSourcesKey]: writeYaml(sortedKeys(dataSourcesFile(allDataSources(props)))) },
    });
    if (props.persistence !== undefined) {
      addObject(this, 'claim', 'PersistentVolumeClaim', {
        metadata: { name: claim, labels },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: canonicalQuantity(props.persistence.size ?? '1Gi') } },
          storageClassName: props.persistence.storageClass,
          volumeMode: 'Filesystem',
        },
      });
    }
    const service = addObject(this, 'service', 'Service', {
      metadata: { name: adopt.service ?? name, labels },
      spec: {
        selector: selectorLabels(identity),
        ports: [{ name: PORT_NAME, port: SERVICE_PORT, targetPort: portName }],
      },
    });
    const storage: Volume = {
      name: DATA_VOLUME,
      ...(props.persistence === undefined ? { emptyDir: {} } : { persistentVolumeClaim: { claimName: claim } }),
    };
    const hasClaims = (adopt.statefulSet?.volumeClaimTemplates ?? []).length > 0;
    const metadata = { name, labels: { ...labels, 'app.kubernetes.io/version': version } };
    const template = podTemplate(
      {
        identity,
        checksums: {
          'checksum/config': dataChecksum(config),
          'checksum/datasources': dataChecksum(dataSources),
        },
        serviceAccountName,
        automountServiceAccountToken: false,
        securityContext: nonRootPod(GRAFANA_USER),
        initContainers: adminSecret === undefined ? [] : [adminSecret],
        container: grafanaContainer({ name, version, admin, image: props.image, portName }),
        volumes: [
          { name: 'config', configMap: { name: configName } },
          { name: 'datasources', configMap: { name: dataSourcesName } },
          ...(hasClaims ? [] : [storage]),
          { name: 'tmp', emptyDir: {} },
          ...(adminSecret === undefined ? [] : [adminSecretTokenVolume]),
        ],
      },
      props,
    );
    const replicas = props.replicas ?? 1;
    const workload =
      adopt.statefulSet === undefined
        ? addObject(this, 'deployment', 'Deployment', {
            metadata,
            spec: {
              replicas,
              // A second pod could not mount the volume while the first one has it.
              strategy: props.persistence === undefined ? undefined : { type: 'Recreate' },
              selector: { matchLabels: selectorLabels(identity) },
              template,
            },
          })
        : this.addStatefulSet(adopt.statefulSet, identity, labels, {
            metadata,
            service: service.name,
            replicas,
            template,
          });

    this.url = serviceUrl(service, SERVICE_PORT);
    refuseComponent(this, () => [
      ...checkInstance(props.instance),
      ...checkAdoptedGrafana(props.adopt, props.persistence),
      ...checkGrafana(props, { name, version, admin }),
      ...checkMountsOf(workload, 'grafana', writtenPaths(ini, props.env)),
    ]);
  }

  /** Changes an object of this component in its final form, such as `Deployment/loki-grafana`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }

  /** The Secret, without data: the pods' init step adds it. */
  private addAdminSecret(name: string, labels: Labels, serviceAccountName: string): void {
    const roleName = adminSecretRoleName(name);
    addObject(this, 'admin-secret-role', 'Role', {
      metadata: { name: roleName, labels },
      rules: adminSecretRules(name),
    });
    addObject(this, 'admin-secret-role-binding', 'RoleBinding', {
      metadata: { name: roleName, labels },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: roleName },
      subjects: [{ kind: 'ServiceAccount', name: serviceAccountName, namespace: Chart.of(this).namespace }],
    });
    addObject(this, 'admin-secret', 'Secret', { metadata: { name, labels } });
  }

  /** The StatefulSet that runs already, with the Service that it is named by. */
  private addStatefulSet(
    { headlessService, podManagementPolicy, volumeClaimTemplates }: AdoptedStatefulSet,
    identity: Identity,
    labels: Labels,
    { metadata, service, replicas, template }: WorkloadParts,
  ): ApiObject {
    const serviceName = headlessService ?? `${metadata.name}${HEADLESS_SUFFIX}`;
    const selector = selectorLabels(identity);
    // Some are named by the Service that has an address.
    if (serviceName !== service) {
      addObject(this, 'headless-service', 'Service', {
        metadata: { name: serviceName, labels },
        spec: { clusterIP: 'None', selector, ports: [{ name: PORT_NAME, port: HTTP_PORT, targetPort: HTTP_PORT }] },
      });
    }
    return addObject(this, 'stateful-set', 'StatefulSet', {
      metadata,
      spec: {
        replicas,
        serviceName,
        podManagementPolicy,
        selector: { matchLabels: selector },
        template,
        volumeClaimTemplates,
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      },
    });
  }
}

interface WorkloadParts {
  readonly metadata: { readonly name: string; readonly labels: Labels };
  /** Name of the Service with an address. */
  readonly service: string;
  readonly replicas: number;
  readonly template: PodTemplateSpec;
}

/** Where all of the pods' images are pulled from. */
const registryOf = ({ image }: GrafanaOptions): ImageOptions =>
  image?.registry === undefined ? {} : { registry: image.registry };

const allDataSources = ({ firstDataSource, dataSources = [] }: GrafanaProps): readonly DataSource[] =>
  firstDataSource === undefined ? dataSources : [firstDataSource, ...dataSources];
