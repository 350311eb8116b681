import { type ImageOptions, imageReference } from '../kubernetes/image';
import type { Container, EnvVar, ResourceRequirements } from '../kubernetes/types';
import { RELEASES } from '../releases';
import { PASSWORD_KEY, USER_KEY } from './admin-secret';
import type { GrafanaAdmin } from './grafana-options';

const PORT_NAME = 'http';
export const HTTP_PORT = 3000;
/** What Grafana's own database is on. */
export const DATA_VOLUME = 'storage';

/** The user and group of Grafana's image, in every release. */
export const GRAFANA_USER = { user: 472, group: 472 };

const RESOURCES: ResourceRequirements = {
  requests: {
    cpu: '100m', // a few people who look at dashboards
    memory: '128Mi', // idle
  },
  limits: {
    memory: '512Mi', // plugins of recent releases are processes of their own, and count
  },
};

interface ContainerOptions {
  /** Name of the Deployment, and of a Secret that is generated. */
  readonly name: string;
  readonly version: string;
  readonly admin: GrafanaAdmin;
  readonly image?: ImageOptions;
  readonly portName?: string;
}

/** Grafana itself. Its folder of data sources is replaced as a whole; the image's other folders to provision from stay. */
export function grafanaContainer({ name, version, admin, image, portName = PORT_NAME }: ContainerOptions): Container {
  const isGenerated = admin.type === 'generated';
  const from = (key: string): EnvVar['valueFrom'] => ({
    secretKeyRef: { name: isGenerated ? name : admin.name, key },
  });
  const { userKey = USER_KEY, passwordKey = PASSWORD_KEY } = isGenerated ? {} : admin;
  return {
    name: 'grafana',
    image: imageReference({ registry: 'docker.io', repository: RELEASES.grafana.repository, tag: version, ...image }),
    env: [
      { name: 'GF_SECURITY_ADMIN_USER', valueFrom: from(userKey) },
      { name: 'GF_SECURITY_ADMIN_PASSWORD', valueFrom: from(passwordKey) },
    ],
    ports: [{ name: portName, containerPort: HTTP_PORT }],
    resources: RESOURCES,
    readinessProbe: { httpGet: { path: '/api/health', port: portName } },
    livenessProbe: {
      httpGet: { path: '/api/health', port: portName },
      // The first start migrates the database, which takes a minute on a slow disk.
      initialDelaySeconds: 60,
      timeoutSeconds: 30,
      failureThreshold: 10,
    },
    volumeMounts: [
      { name: 'config', mountPath: '/etc/grafana/grafana.ini', subPath: 'grafana.ini', readOnly: true },
      { name: 'datasources', mountPath: '/etc/grafana/provisioning/datasources', readOnly: true },
      { name: DATA_VOLUME, mountPath: '/var/lib/grafana' },
      // Plugins have their sockets here, and are unpacked here when they are installed.
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}
