import { Construct } from 'constructs';
import { dataChecksum } from '../kubernetes/checksum';
import { addObject } from '../kubernetes/kubernetes-object';
import { type Identity, objectLabels, selectorLabels } from '../kubernetes/labels';
import { podTemplate } from '../kubernetes/pod';
import { nonRootPod, rootPod } from '../kubernetes/security-context';
import type { PodTemplateSpec } from '../kubernetes/types';
import type { Job } from '../pipeline/compile/job';
import type { Destination } from '../pipeline/model/destinations';
import { type Access, accessOf, grant, needsApi } from './access';
import type { AlloyOptions } from './alloy-options';
import type { AlloyText } from './config/text';
import { ALLOY_USER, type AlloyPod, alloyPod, CONFIG_FILE } from './container';
import type { PartKind } from './placement';

/** An Alloy of a component: the one of every node, or the one of the cluster. */
export interface AlloyPart {
  readonly kind: PartKind;
  readonly name: string;
  readonly identity: Identity;
  readonly version: string;
  readonly jobs: readonly Job[];
  readonly destinations: readonly Destination[];
  readonly text: AlloyText;
}

export const partName = (name: string, kind: PartKind): string => (kind === 'node' ? name : `${name}-cluster`);

export const identityOf = (instance: string, kind: PartKind): Identity => ({
  name: 'alloy',
  instance,
  component: kind === 'node' ? 'collector' : 'cluster-collector',
});

/** Adds what one Alloy is made of: its account and rights, its configuration, and its pods. */
export function addPart(component: Construct, part: AlloyPart, options: AlloyOptions): void {
  const { kind, name, identity, version, jobs, destinations, text } = part;
  const scope = new Construct(component, kind);
  const labels = objectLabels(identity);
  const access = accessOf(jobs);
  const account = addObject(scope, 'service-account', 'ServiceAccount', {
    metadata: { name, labels, annotations: options.serviceAccountAnnotations },
    automountServiceAccountToken: false,
  });
  const { namespace } = account.metadata;
  grant(scope, access, { name, namespace }, labels);
  const configMap = addObject(scope, 'config', 'ConfigMap', {
    metadata: { name, labels },
    data: { [CONFIG_FILE]: text.text },
  });
  const pod: AlloyPod = {
    name,
    version,
    jobs,
    destinations,
    stability: text.stability,
    // A folder for each installation: two Alloys with one folder would overwrite what the other has read.
    hostStorage: kind === 'node' ? ['/var/lib/alloy', namespace, name].filter(Boolean).join('/') : undefined,
  };
  const template = templateOf(part, pod, access, dataChecksum(configMap), options);
  const metadata = { name, labels: { ...labels, 'app.kubernetes.io/version': version } };
  const selector = { matchLabels: selectorLabels(identity) };
  if (kind === 'node') {
    addObject(scope, 'daemon-set', 'DaemonSet', { metadata, spec: { selector, template } });
  } else {
    addObject(scope, 'deployment', 'Deployment', {
      metadata,
      spec: {
        // A second one would send every event a second time; so the old one goes before the new one comes.
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector,
        template,
      },
    });
  }
}

const templateOf = (
  { kind, name, identity }: AlloyPart,
  pod: AlloyPod,
  access: Access,
  checksum: string,
  options: AlloyOptions,
): PodTemplateSpec =>
  podTemplate(
    {
      identity,
      checksums: { 'checksum/config': checksum },
      serviceAccountName: name,
      automountServiceAccountToken: needsApi(access),
      // Logs and journals of the node belong to root.
      securityContext: kind === 'node' ? rootPod : nonRootPod(ALLOY_USER),
      ...alloyPod(pod, options),
      // A node without a collector is a node without logs, and nobody is told.
      tolerations: kind === 'node' ? [{ operator: 'Exists' }] : undefined,
    },
    options,
  );
