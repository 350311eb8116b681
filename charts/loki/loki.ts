import { Construct } from 'constructs';
import { dataChecksum } from '../kubernetes/checksum';
import { imageReference } from '../kubernetes/image';
import { addObject } from '../kubernetes/kubernetes-object';
import { checkInstance, type Identity, objectLabels, selectorLabels } from '../kubernetes/labels';
import { type ConfigMapping, mergeConfig } from '../kubernetes/merge';
import { checkMountsOf } from '../kubernetes/mounts';
import { type ObjectReference, type Patch, patchObject } from '../kubernetes/patch';
import { podTemplate } from '../kubernetes/pod';
import { fitting, refuseComponent, warn } from '../kubernetes/refusal';
import { nonRootPod } from '../kubernetes/security-context';
import { serviceUrl } from '../kubernetes/service-url';
import { sortedKeys } from '../kubernetes/sorted-keys';
import type { Container, Probe } from '../kubernetes/types';
import { writeYaml } from '../kubernetes/yaml';
import { isAtLeast, RELEASES } from '../releases';
import { checkLoki } from './check';
import { type LokiConfig, lokiConfig } from './config';
import { judgeConfig, settingsOf } from './config-problems';
import { DISK_RETENTION, dataPaths, GRACE_PERIOD_SECONDS, HTTP_PORT, LOKI_USER, RESOURCES } from './defaults';
import { type IamPolicy, iamPolicy } from './iam';
import type { LokiOptions } from './loki-options';
import { claimRetention, claimTemplate, dataVolume } from './persistence';
import { LOKI_PROPS } from './props-shape';
import { defaultSchema } from './schema';
import { type StorageNeeds, storageNeeds } from './storage/storage-pod';
import { writtenPaths } from './written-paths';

export interface LokiProps extends LokiOptions {
  /** Name of the StatefulSet and of what belongs to it; a DNS label of 52 characters at most. @default - the construct's id */
  readonly name?: string;
  /** The release that it belongs to, for labels and selectors: never change it. @default - `name` */
  readonly instance?: string;
}

const CONFIG_FILE = 'loki.yaml';
const CONFIG_PATH = '/etc/loki';
const DATA_VOLUME = 'storage';

/**
 * Loki as one StatefulSet that does everything: its configuration in a Secret, a Service for clients and a headless one
 * for the StatefulSet.
 */
export class Loki extends Construct {
  /** Where clients reach it, such as `http://loki.loki.svc:3100`. */
  readonly url: string;
  /** Where collectors send their logs. */
  readonly pushUrl: string;
  /** The release that it runs. */
  readonly version: string;
  /** The whole configuration that it gets: our defaults and what was laid over them. */
  readonly config: LokiConfig;
  /** The least rights that it needs in AWS; undefined when it needs none. */
  readonly iamPolicy: IamPolicy | undefined;

  constructor(scope: Construct, id: string, given: LokiProps = {}) {
    super(scope, id);
    const props = fitting(this, given, LOKI_PROPS);
    const name = props.name ?? id;
    const version = props.version ?? RELEASES.loki.newest;
    const storage = props.storage ?? { type: 'filesystem' };
    const persistence = props.persistence ?? { type: 'claim' };
    const schema = props.schema ?? defaultSchema(version, storage);
    const { mountPath, dataPath } = dataPaths(version);
    const earlierStorage = props.earlierStorage ?? [];
    const needs = storageNeeds([storage, ...earlierStorage]);
    const keepsLogsOnDisk = storage.type === 'filesystem' && isAtLeast(version, '2.3');

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
        retention: props.retention ?? (keepsLogsOnDisk ? DISK_RETENTION : undefined),
      },
      overrides,
    );
    this.config = mergeConfig(checked, props.unchecked);
    this.iamPolicy = iamPolicy(storage, schema, this.config);

    const identity: Identity = { name: 'loki', instance: props.instance ?? name, component: 'single-binary' };
    const labels = objectLabels(identity);
    addObject(this, 'service-account', 'ServiceAccount', {
      metadata: { name, labels, annotations: { ...needs.annotations, ...props.serviceAccountAnnotations } },
      automountServiceAccountToken: false,
    });
    const secret = addObject(this, 'config', 'Secret', {
      metadata: { name, labels },
      stringData: { [CONFIG_FILE]: writeYaml(sortedKeys(this.config)) },
    });
    const service = addObject(this, 'service', 'Service', {
      metadata: { name, labels },
      spec: { selector: selectorLabels(identity), ports: [SERVICE_PORT] },
    });
    addObject(this, 'headless-service', 'Service', {
      metadata: { name: `${name}-headless`, labels },
      spec: { clusterIP: 'None', selector: selectorLabels(identity), ports: [SERVICE_PORT] },
    });
    const statefulSet = addObject(this, 'stateful-set', 'StatefulSet', {
      metadata: { name, labels: { ...labels, 'app.kubernetes.io/version': version } },
      spec: {
        replicas: props.replicas ?? 1,
        serviceName: `${name}-headless`,
        selector: { matchLabels: selectorLabels(identity) },
        template: podTemplate(
          {
            identity,
            checksums: { 'checksum/config': dataChecksum(secret) },
            serviceAccountName: name,
            // Credentials for a cloud come by a token of their own; Loki never asks the API server.
            automountServiceAccountToken: false,
            securityContext: nonRootPod(LOKI_USER),
            container: lokiContainer(version, mountPath, this.config, needs, props),
            volumes: [
              { name: 'config', secret: { secretName: name } },
              { name: 'tmp', emptyDir: {} },
              ...dataVolume(DATA_VOLUME, persistence),
              ...needs.volumes,
            ],
            terminationGracePeriodSeconds: GRACE_PERIOD_SECONDS,
          },
          { ...props, podLabels: { ...props.podLabels, ...needs.podLabels } },
        ),
        volumeClaimTemplates: claimTemplate(DATA_VOLUME, persistence),
        persistentVolumeClaimRetentionPolicy: claimRetention(persistence),
      },
    });

    this.url = serviceUrl(service, HTTP_PORT);
    this.pushUrl = `${this.url}/loki/api/v1/push`;
    const verdict = judgeConfig(checked, overrides, version, props.replicas ?? 1);
    for (const warning of verdict.warnings) warn(this, warning);
    if (props.unchecked !== undefined) {
      warn(this, `nobody checks these settings of Loki: ${settingsOf(props.unchecked).join(', ')}`);
    }
    refuseComponent(this, () => {
      const ofProps = [
        ...checkInstance(props.instance),
        ...checkLoki(props, { name, version, storage, earlierStorage, persistence, schema }),
        ...verdict.ofUser,
        ...checkMountsOf(statefulSet, 'loki', writtenPaths(this.config)),
      ];
      return ofProps.length > 0 ? ofProps : verdict.derived;
    });
  }

  /** Changes an object of this component in its final form, such as `StatefulSet/loki`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }
}

const PORT_NAME = 'http-metrics';
const SERVICE_PORT = { name: PORT_NAME, port: HTTP_PORT, targetPort: PORT_NAME };

function lokiContainer(
  version: string,
  mountPath: string,
  config: LokiConfig,
  needs: StorageNeeds,
  { image }: LokiOptions,
): Container {
  return {
    name: 'loki',
    image: imageReference({
      ...{ registry: 'docker.io', repository: RELEASES.loki.repository, tag: version },
      ...image,
    }),
    args: [
      `-config.file=${CONFIG_PATH}/${CONFIG_FILE}`,
      // Only where something is to be filled in: it would eat every other `$`.
      ...(/\$\{[^}]+\}/.test(JSON.stringify(config)) ? ['-config.expand-env=true'] : []),
      ...needs.args,
    ],
    env: needs.env,
    ports: [{ name: PORT_NAME, containerPort: HTTP_PORT }],
    resources: RESOURCES,
    readinessProbe: { httpGet: { path: '/ready', port: PORT_NAME } },
    livenessProbe: livenessProbe(version),
    volumeMounts: [
      { name: 'config', mountPath: CONFIG_PATH, readOnly: true },
      { name: DATA_VOLUME, mountPath },
      { name: 'tmp', mountPath: '/tmp' },
      ...needs.volumeMounts,
    ],
  };
}

/**
 * Whether the process still answers, not whether it is ready: `/ready` says no for as long as the write-ahead log is
 * replayed, and a kubelet that acted on it would start the replay over and over.
 */
const livenessProbe = (version: string): Probe => ({
  ...(isAtLeast(version, '3.0')
    ? { httpGet: { path: '/loki/api/v1/status/buildinfo', port: PORT_NAME } }
    : { tcpSocket: { port: PORT_NAME } }),
  initialDelaySeconds: 30,
  timeoutSeconds: 5,
  failureThreshold: 6,
});
