import { stringify } from 'yaml';
import type { Data } from './helm-releases';

/** Objects as `kubectl get -o yaml` prints them: with what the API server fills in, and keeps for itself. */
export const liveText = (objects: readonly Data[]): string =>
  stringify(
    { apiVersion: 'v1', items: objects.map(live), kind: 'List', metadata: { resourceVersion: '' } },
    // As Go reads it: "no" is text between quotes only.
    { version: '1.1', aliasDuplicateObjects: false },
  );

let address = 1;

function live(object: Data): Data {
  const { stringData, metadata, spec, ...rest } = structuredClone(object);
  return {
    ...rest,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'meta.helm.sh/release-name': 'loki',
        'meta.helm.sh/release-namespace': 'loki',
        ...(object.kind === 'Deployment' ? { 'deployment.kubernetes.io/revision': '3' } : {}),
        ...(object.kind === 'DaemonSet' ? { 'deprecated.daemonset.template.generation': '2' } : {}),
      },
      creationTimestamp: '2024-05-01T10:00:00Z',
      generation: 2,
      managedFields: [{ manager: 'helm', operation: 'Update' }],
      resourceVersion: '1234',
      uid: '0a0a0a0a-0000-0000-0000-000000000000',
    },
    ...(stringData === undefined
      ? {}
      : {
          data: Object.fromEntries(
            Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]),
          ),
        }),
    ...(spec === undefined ? {} : { spec: liveSpec(object.kind, spec) }),
    status: { observedGeneration: 2 },
  };
}

function liveSpec(kind: string, spec: Data): Data {
  switch (kind) {
    case 'DaemonSet':
      return {
        revisionHistoryLimit: 10,
        ...spec,
        updateStrategy: liveStrategy(spec.updateStrategy, { maxSurge: 0, maxUnavailable: 1 }),
        template: liveTemplate(spec.template),
      };
    case 'Deployment':
      return {
        progressDeadlineSeconds: 600,
        ...spec,
        strategy:
          spec.strategy?.rollingUpdate === undefined && spec.strategy?.type !== 'Recreate'
            ? { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' }, type: 'RollingUpdate' }
            : spec.strategy,
        template: liveTemplate(spec.template),
      };
    case 'StatefulSet':
      return {
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        podManagementPolicy: 'OrderedReady',
        revisionHistoryLimit: 10,
        ...spec,
        updateStrategy: liveStrategy(spec.updateStrategy, { partition: 0 }),
        template: liveTemplate(spec.template),
        ...(spec.volumeClaimTemplates === undefined
          ? {}
          : {
              volumeClaimTemplates: spec.volumeClaimTemplates.map((claim: Data) => ({
                apiVersion: 'v1',
                kind: 'PersistentVolumeClaim',
                metadata: { creationTimestamp: null, ...claim.metadata },
                spec: { volumeMode: 'Filesystem', ...claim.spec },
                status: { phase: 'Pending' },
              })),
            }),
      };
    case 'Service': {
      const clusterIP = spec.clusterIP ?? `10.0.0.${address++}`;
      return {
        internalTrafficPolicy: 'Cluster',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        sessionAffinity: 'None',
        type: 'ClusterIP',
        ...spec,
        ports: spec.ports.map((port: Data) => ({ protocol: 'TCP', targetPort: port.port, ...port })),
        clusterIP,
        clusterIPs: [clusterIP],
      };
    }
    case 'PersistentVolumeClaim':
      return { volumeMode: 'Filesystem', ...spec, volumeName: 'pvc-0a0a0a0a' };
    default:
      return spec;
  }
}

const liveStrategy = ({ type = 'RollingUpdate', rollingUpdate = {} }: Data = {}, usual: Data): Data =>
  type === 'RollingUpdate' ? { type, rollingUpdate: { ...usual, ...rollingUpdate } } : { type };

const liveTemplate = ({ metadata, spec }: Data): Data => ({
  metadata: { creationTimestamp: null, ...metadata },
  spec: {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    serviceAccount: spec.serviceAccountName,
    terminationGracePeriodSeconds: 30,
    ...spec,
    containers: spec.containers.map(liveContainer),
    ...(spec.initContainers == null ? {} : { initContainers: spec.initContainers.map(liveContainer) }),
    volumes: spec.volumes?.map((volume: Data) => {
      if (volume.configMap) return { ...volume, configMap: { defaultMode: 420, ...volume.configMap } };
      if (volume.secret) return { ...volume, secret: { defaultMode: 420, ...volume.secret } };
      return volume.hostPath ? { ...volume, hostPath: { type: '', ...volume.hostPath } } : volume;
    }),
  },
});

const PROBE = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };

const liveContainer = (container: Data): Data => ({
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  ...container,
  ...(container.ports == null ? {} : { ports: container.ports.map((port: Data) => ({ protocol: 'TCP', ...port })) }),
  ...(container.env == null
    ? {}
    : {
        env: container.env.map((variable: Data) =>
          variable.valueFrom?.fieldRef === undefined
            ? variable
            : { ...variable, valueFrom: { fieldRef: { apiVersion: 'v1', ...variable.valueFrom.fieldRef } } },
        ),
      }),
  ...Object.fromEntries(
    ['livenessProbe', 'readinessProbe']
      .filter((probe) => container[probe] !== undefined)
      .map((probe) => [
        probe,
        { ...PROBE, ...container[probe], httpGet: { scheme: 'HTTP', ...container[probe].httpGet } },
      ]),
  ),
});
