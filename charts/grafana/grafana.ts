import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { dataChecksum } from '../kubernetes/checksum';
import { imageReference } from '../kubernetes/image';
import { addObject } from '../kubernetes/kubernetes-object';
import { type Identity, type Labels, objectLabels, selectorLabels } from '../kubernetes/labels';
import { mergeConfig } from '../kubernetes/merge';
import { checkMountedPaths } from '../kubernetes/mounts';
import { type ObjectReference, type Patch, patchObject } from '../kubernetes/patch';
import { podTemplate } from '../kubernetes/pod';
import { canonicalQuantity } from '../kubernetes/quantity';
import { refuseComponent } from '../kubernetes/refusal';
import { nonRootPod } from '../kubernetes/security-context';
import { serviceUrl } from '../kubernetes/service-url';
import { sortedKeys } from '../kubernetes/sorted-keys';
import type { Container, ResourceRequirements } from '../kubernetes/types';
import { writeYaml } from '../kubernetes/yaml';
import { RELEASES } from '../releases';
import {
  adminSecretContainer,
  adminSecretRules,
  adminSecretScratchVolume,
  adminSecretTokenVolume,
  PASSWORD_KEY,
  USER_KEY,
} from './admin-secret';
import { checkGrafana, writtenPaths } from './check';
import { type DataSource, dataSourcesFile } from './data-source';
import type { GrafanaAdmin, GrafanaOptions } from './grafana-options';
import { type GrafanaIni, renderIni } from './ini';

export interface GrafanaProps extends GrafanaOptions {
  /** What Grafana shows; the first is the default unless another says that it is. */
  readonly dataSources: readonly DataSource[];
  /** Name of the Deployment and of what belongs to it; a DNS label. @default - the construct's id */
  readonly name?: string;
  /** The release that it belongs to, for labels and selectors: never change it. @default - `name` */
  readonly instance?: string;
}

const HTTP_PORT = 3000;
const SERVICE_PORT = 80;
const PORT_NAME = 'http';
const DATA_PATH = '/var/lib/grafana';

/** The user and group of Grafana's image. */
const GRAFANA_USER = { user: 472, group: 472 };

const RESOURCES: ResourceRequirements = {
  requests: {
    cpu: '100m', // a few people who look at dashboards
    memory: '128Mi', // idle
  },
  limits: {
    memory: '512Mi', // plugins of recent releases are processes of their own, and count
  },
};

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

  constructor(scope: Construct, id: string, props: GrafanaProps) {
    super(scope, id);
    const name = props.name ?? id;
    const version = props.version ?? RELEASES.grafana.newest;
    const admin = props.admin ?? { type: 'generated' };
    this.version = version;
    const generated = admin.type === 'generated';
    const ini = mergeConfig(INI, props.ini) as GrafanaIni;

    const identity: Identity = { name: 'grafana', instance: props.instance ?? name, component: 'dashboards' };
    const labels = objectLabels(identity);
    const serviceAccount = addObject(this, 'service-account', 'ServiceAccount', {
      metadata: { name, labels, annotations: props.serviceAccountAnnotations },
      automountServiceAccountToken: false,
    });
    if (generated) this.addAdminSecret(name, labels, serviceAccount);
    const config = addObject(this, 'config', 'ConfigMap', {
      metadata: { name, labels },
      data: { 'grafana.ini': renderIni(ini) },
    });
    const dataSources = addObject(this, 'data-sources', 'ConfigMap', {
      metadata: { name: `${name}-datasources`, labels },
      data: { 'datasources.yaml': writeYaml(sortedKeys(dataSourcesFile(props.dataSources))) },
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
            initContainers: generated ? [adminSecretContainer(name, props.image?.registry ?? 'docker.io')] : [],
            container: grafanaContainer(name, version, admin, props),
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
              ...(generated ? [adminSecretTokenVolume, adminSecretScratchVolume] : []),
            ],
          },
          props,
        ),
      },
    });

    this.url = serviceUrl(service, SERVICE_PORT);
    refuseComponent(this, () => [
      ...checkGrafana(props, { name, version, admin }),
      ...checkMountedPaths(deployment.toJson(), 'grafana', writtenPaths(ini)),
    ]);
  }

  /** Changes an object of this component in its final form, such as `Deployment/loki-grafana`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }

  /** The Secret, empty: the pods' init step fills it in. */
  private addAdminSecret(name: string, labels: Labels, serviceAccount: ApiObject): void {
    const roleName = `${name}-admin-secret`;
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

function grafanaContainer(name: string, version: string, admin: GrafanaAdmin, { image }: GrafanaOptions): Container {
  const { secretName, userKey, passwordKey } =
    admin.type === 'existing-secret'
      ? { secretName: admin.name, userKey: admin.userKey ?? USER_KEY, passwordKey: admin.passwordKey ?? PASSWORD_KEY }
      : { secretName: name, userKey: USER_KEY, passwordKey: PASSWORD_KEY };
  return {
    name: 'grafana',
    image: imageReference({ registry: 'docker.io', repository: RELEASES.grafana.repository, tag: version, ...image }),
    env: [
      { name: 'GF_SECURITY_ADMIN_USER', valueFrom: { secretKeyRef: { name: secretName, key: userKey } } },
      { name: 'GF_SECURITY_ADMIN_PASSWORD', valueFrom: { secretKeyRef: { name: secretName, key: passwordKey } } },
    ],
    ports: [{ name: PORT_NAME, containerPort: HTTP_PORT }],
    resources: RESOURCES,
    readinessProbe: { httpGet: { path: '/api/health', port: PORT_NAME } },
    livenessProbe: {
      httpGet: { path: '/api/health', port: PORT_NAME },
      // The first start migrates the database, which takes a minute on a slow disk.
      initialDelaySeconds: 60,
      timeoutSeconds: 30,
      failureThreshold: 10,
    },
    volumeMounts: [
      { name: 'config', mountPath: '/etc/grafana/grafana.ini', subPath: 'grafana.ini', readOnly: true },
      { name: 'datasources', mountPath: '/etc/grafana/provisioning/datasources', readOnly: true },
      { name: 'storage', mountPath: DATA_PATH },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}
