import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { dataChecksum } from '../../kubernetes/checksum';
import { imageReference } from '../../kubernetes/image';
import { addObject } from '../../kubernetes/kubernetes-object';
import { type Identity, objectLabels, selectorLabels } from '../../kubernetes/labels';
import { podTemplate } from '../../kubernetes/pod';
import type { PodOptions } from '../../kubernetes/pod-options';
import { nonRootPod } from '../../kubernetes/security-context';
import { serviceHost } from '../../kubernetes/service-url';
import type { Container, ResourceRequirements } from '../../kubernetes/types';
import { IMAGES } from '../../releases';
import { HTTP_PORT } from '../defaults';
import { addDisruptionBudget } from './availability';
import { placementOf } from './cache';
import { combinedOptions } from './combined-options';
import { gatewayConfig } from './gateway-config';
import { spreadOf } from './spread';
import type { GatewayOptions } from './topology';

const PORT = 8080;
const PORT_NAME = 'http';
const CONFIG_FOLDER = '/etc/nginx-gateway';
const CONFIG_FILE = 'nginx.conf';
/** The user and group of the image. */
const USER = { user: 101, group: 101 };
const REPLICAS = 2;

const RESOURCES: ResourceRequirements = {
  requests: { cpu: '50m', memory: '32Mi' }, // it passes on, and keeps nothing
  limits: { memory: '128Mi' },
};

/** nginx before the components, as one address: returns its Service. It listens where a Loki of one pod does. */
export function addGateway(
  scope: Construct,
  options: GatewayOptions,
  whole: { readonly name: string; readonly instance: string; readonly options: PodOptions },
  namespace: string | undefined,
): ApiObject {
  const { replicas = REPLICAS, ...own } = options;
  const name = `${whole.name}-gateway`;
  const identity: Identity = { name: 'nginx', instance: whole.instance, component: 'gateway' };
  const labels = objectLabels(identity);
  const selector = selectorLabels(identity);
  const backend = (component: string) => `${serviceHost(`${whole.name}-${component}`, namespace)}:${HTTP_PORT}`;
  const config = addObject(scope, 'gateway-config', 'ConfigMap', {
    metadata: { name, labels },
    data: {
      [CONFIG_FILE]: gatewayConfig(
        {
          distributor: backend('distributor'),
          queryFrontend: backend('query-frontend'),
          querier: backend('querier'),
          ruler: backend('ruler'),
          compactor: backend('compactor'),
        },
        PORT,
      ),
    },
  });
  addObject(scope, 'gateway-deployment', 'Deployment', {
    metadata: { name, labels },
    spec: {
      replicas,
      selector: { matchLabels: selector },
      template: podTemplate(
        {
          identity,
          checksums: { 'checksum/config': dataChecksum(config) },
          serviceAccountName: whole.name,
          automountServiceAccountToken: false,
          securityContext: nonRootPod(USER),
          container: nginx(combinedOptions(placementOf(whole.options), own)),
          isGoProgram: false,
          volumes: [
            { name: 'config', configMap: { name } },
            { name: 'tmp', emptyDir: {} },
          ],
          topologySpreadConstraints: spreadOf({ workload: 'Deployment' }, selector),
        },
        combinedOptions(placementOf(whole.options), own),
      ),
    },
  });
  if (replicas > 1) addDisruptionBudget(scope, 'gateway-disruption-budget', { name, labels }, selector);
  return addObject(scope, 'gateway-service', 'Service', {
    metadata: { name, labels },
    spec: { selector, ports: [{ name: PORT_NAME, port: HTTP_PORT, targetPort: PORT_NAME }] },
  });
}

const nginx = ({ image }: PodOptions): Container => ({
  name: 'nginx',
  image: imageReference({ registry: 'docker.io', ...IMAGES.nginx, ...image }),
  args: ['nginx', '-g', 'daemon off;', '-c', `${CONFIG_FOLDER}/${CONFIG_FILE}`],
  ports: [{ name: PORT_NAME, containerPort: PORT }],
  resources: RESOURCES,
  readinessProbe: { httpGet: { path: '/', port: PORT_NAME } },
  livenessProbe: { httpGet: { path: '/', port: PORT_NAME }, initialDelaySeconds: 10 },
  volumeMounts: [
    { name: 'config', mountPath: CONFIG_FOLDER, readOnly: true },
    { name: 'tmp', mountPath: '/tmp' },
  ],
});
