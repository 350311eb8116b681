import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
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
import { serviceUrl } from '../kubernetes/service-url';
import { sortedKeys } from '../kubernetes/sorted-keys';
import { writeYaml } from '../kubernetes/yaml';
import { RELEASES } from '../releases';
import { adminSecretContainer, adminSecretRoleName, adminSecretRules, adminSecretTokenVolume } from './admin-secret';
import { checkGrafana } from './check';
import { GRAFANA_USER, grafanaContainer, PORT_NAME } from './container';
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
}

const SERVICE_PORT = 80;

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
    const name = props.name ?? id;
    const version = props.version ?? RELEASES.grafana.newest;
    const admin: GrafanaAdmin = props.admin ?? { type: 'generated' };
    this.version = version;
    const adminSecret =
      admin.type === 'generated' ? adminSecretContainer(name, { ...registryOf(props), ...admin.image }) : undefined;
    const ini = mergeConfig(INI, props.ini) as GrafanaIni;

    const identity: Identity = { name: 'grafana', instance: props.instance ?? name, component: 'dashboards' };
    const labels = objectLabels(identity);
    const serviceAccount = addObject(this, 'service-account', 'ServiceAccount', {
      metadata: { name, labels, annotations: props.serviceAccountAnnotations },
      automountServiceAccountToken: false,
    });
    if (adminSecret !== undefined) this.addAdminSecret(name, labels, serviceAccount);
    const config = addObject(this, 'config', 'ConfigMap', {
      metadata: { name, labels },
      data: { 'grafana.ini': renderIni(ini) },
    });
    const dataSources = addObject(this, 'data-sources', 'ConfigMap', {
      metadata: { name: `${name}-datasources`, labels },
      data: { 'datasources.yaml': writeYaml(sortedKeys(dataSourcesFile(allDataSources(props)))) },
    });
    if (props.persistence !== undefined) {
      addObject(this, 'claim', 'PersistentVolumeClaim', {
        metadata: { name, labels },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: canonicalQuantity(props.persistence.size ?? '1Gi') } },
          storageClassName: props.persistence.storageClass,
          volumeMode: 'Filesystem',
        },
      });
    }
    const service = addObject(this, 'service', 'Service', {
      metadata: { name, labels },
      spec: {
        selector: selectorLabels(identity),
        ports: [{ name: PORT_NAME, port: SERVICE_PORT, targetPort: PORT_NAME }],
      },
    });
    const deployment = addObject(this, 'deployment', 'Deployment', {
      metadata: { name, labels: { ...labels, 'app.kubernetes.io/version': version } },
      spec: {
        replicas: props.replicas ?? 1,
        // A second pod could not mount the volume while the first one has it.
        strategy: props.persistence === undefined ? undefined : { type: 'Recreate' },
        selector: { matchLabels: selectorLabels(identity) },
        template: podTemplate(
          {
            identity,
            checksums: {
              'checksum/config': dataChecksum(config),
              'checksum/datasources': dataChecksum(dataSources),
            },
            serviceAccountName: name,
            automountServiceAccountToken: false,
            securityContext: nonRootPod(GRAFANA_USER),
            initContainers: adminSecret === undefined ? [] : [adminSecret],
            container: grafanaContainer({ name, version, admin, image: props.image }),
            volumes: [
              { name: 'config', configMap: { name } },
              { name: 'datasources', configMap: { name: `${name}-datasources` } },
              {
                name: 'storage',
                ...(props.persistence === undefined
                  ? { emptyDir: {} }
                  : { persistentVolumeClaim: { claimName: name } }),
              },
              { name: 'tmp', emptyDir: {} },
              ...(adminSecret === undefined ? [] : [adminSecretTokenVolume]),
            ],
          },
          props,
        ),
      },
    });

    this.url = serviceUrl(service, SERVICE_PORT);
    refuseComponent(this, () => [
      ...checkInstance(props.instance),
      ...checkGrafana(props, { name, version, admin }),
      ...checkMountsOf(deployment, 'grafana', writtenPaths(ini, props.env)),
    ]);
  }

  /** Changes an object of this component in its final form, such as `Deployment/loki-grafana`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }

  /** The Secret, without data: the pods' init step adds it. */
  private addAdminSecret(name: string, labels: Labels, serviceAccount: ApiObject): void {
    const roleName = adminSecretRoleName(name);
    addObject(this, 'admin-secret-role', 'Role', {
      metadata: { name: roleName, labels },
      rules: adminSecretRules(name),
    });
    addObject(this, 'admin-secret-role-binding', 'RoleBinding', {
      metadata: { name: roleName, labels },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: roleName },
      subjects: [{ kind: 'ServiceAccount', name, namespace: serviceAccount.metadata.namespace }],
    });
    addObject(this, 'admin-secret', 'Secret', { metadata: { name, labels } });
  }
}

/** Where all of the pods' images are pulled from. */
const registryOf = ({ image }: GrafanaOptions): ImageOptions =>
  image?.registry === undefined ? {} : { registry: image.registry };

const allDataSources = ({ firstDataSource, dataSources = [] }: GrafanaProps): readonly DataSource[] =>
  firstDataSource === undefined ? dataSources : [firstDataSource, ...dataSources];
