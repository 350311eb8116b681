import type { TestPod } from '../testing/target-pod';

/** A container as clusters have them, and how people would call it. */
export interface SamplePod {
  readonly title: string;
  readonly pod: TestPod;
}

const SHOP = { namespace: 'shop', node: 'node-1' };

/** One of each kind that rules of relabelling tell apart: by labels, by owner, by none of both. */
export const SAMPLE_PODS: readonly SamplePod[] = [
  {
    title: 'a Deployment with the recommended labels',
    pod: {
      ...SHOP,
      name: 'cart-6d4cf56db6-x7k2p',
      container: 'cart',
      controller: { kind: 'ReplicaSet', name: 'cart-6d4cf56db6' },
      labels: {
        'app.kubernetes.io/name': 'cart',
        'app.kubernetes.io/instance': 'shop',
        'app.kubernetes.io/component': 'api',
        'app.kubernetes.io/version': '1.4.2',
        'pod-template-hash': '6d4cf56db6',
      },
    },
  },
  {
    title: 'a Deployment with the label app',
    pod: {
      ...SHOP,
      name: 'web-7b8d9c5f4c-q2w3e',
      container: 'web',
      controller: { kind: 'ReplicaSet', name: 'web-7b8d9c5f4c' },
      labels: { app: 'web', tier: 'front', release: 'shop', 'pod-template-hash': '7b8d9c5f4c' },
    },
  },
  {
    title: 'a Deployment with the label name',
    pod: {
      ...SHOP,
      name: 'mail-5f6d7c8b9d-z9y8x',
      container: 'mail',
      controller: { kind: 'ReplicaSet', name: 'mail-5f6d7c8b9d' },
      labels: { name: 'mail' },
    },
  },
  {
    title: 'a Deployment without labels',
    pod: {
      ...SHOP,
      name: 'legacy-58f4d9c7b6-abcde',
      container: 'legacy',
      controller: { kind: 'ReplicaSet', name: 'legacy-58f4d9c7b6' },
    },
  },
  {
    title: 'a StatefulSet',
    pod: {
      ...SHOP,
      name: 'db-0',
      container: 'postgres',
      controller: { kind: 'StatefulSet', name: 'db' },
      labels: { 'app.kubernetes.io/name': 'postgresql', 'apps.kubernetes.io/pod-index': '0' },
    },
  },
  {
    title: 'a DaemonSet',
    pod: {
      namespace: 'kube-system',
      node: 'node-1',
      name: 'kube-proxy-k8s2d',
      container: 'kube-proxy',
      controller: { kind: 'DaemonSet', name: 'kube-proxy' },
      labels: { 'k8s-app': 'kube-proxy' },
    },
  },
  {
    title: 'a Job of a CronJob',
    pod: {
      ...SHOP,
      name: 'report-28901234-5xv7q',
      container: 'report',
      controller: { kind: 'Job', name: 'report-28901234' },
      labels: { 'batch.kubernetes.io/job-name': 'report-28901234', app: 'report' },
    },
  },
  {
    title: 'a static pod',
    pod: {
      namespace: 'kube-system',
      node: 'node-1',
      name: 'etcd-node-1',
      container: 'etcd',
      controller: { kind: 'Node', name: 'node-1' },
      labels: { component: 'etcd', tier: 'control-plane' },
      annotations: {
        'kubernetes.io/config.hash': '0123456789abcdef0123456789abcdef',
        'kubernetes.io/config.mirror': '0123456789abcdef0123456789abcdef',
      },
    },
  },
  { title: 'a pod of nobody', pod: { ...SHOP, name: 'debug', container: 'shell', controller: null } },
  {
    title: 'an init container',
    pod: {
      ...SHOP,
      name: 'cart-6d4cf56db6-x7k2p',
      container: 'migrate',
      init: true,
      controller: { kind: 'ReplicaSet', name: 'cart-6d4cf56db6' },
      labels: { 'app.kubernetes.io/name': 'cart' },
    },
  },
  {
    title: 'a pod with forty labels',
    pod: {
      ...SHOP,
      name: 'many-75c6f8d9b4-n5m6k',
      container: 'many',
      controller: { kind: 'ReplicaSet', name: 'many-75c6f8d9b4' },
      labels: { app: 'many', ...Object.fromEntries(Array.from({ length: 39 }, (_, index) => [`l${index}`, 'x'])) },
    },
  },
];

/** Lines that stages tell apart. */
export const SAMPLE_LINES: readonly string[] = [
  'an ordinary line',
  'level=warn msg="slow" took=1.2s status=200',
  '{"level":"error","msg":"failed","code":500,"user":{"id":7}}',
  '10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET /a HTTP/1.1" 200 17',
];
