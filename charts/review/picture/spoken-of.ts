import type { Manifest } from '../../kubernetes/manifest';
import { nameOf, podOf } from '../kinds';
import { mapsAt, textAt } from '../plain';
import { claimTemplates, configsReadBy, replicasOf, type Side } from '../side';
import { safe } from './safe';
import type { SideNode } from './side-picture';
import { sidecarConfigs } from './sidecar-configs';

/** What a workload has to do with: an object, or the key of something that is none, and how that is drawn. */
export interface Spoken {
  readonly to: Manifest | string;
  readonly node: SideNode;
}

/** What is told of something that an object names, and that is not among the manifests. */
export const NOT_HERE = 'made elsewhere';

/** Every namespace has it, made by the cluster. */
const ROOT_CERTIFICATES = 'kube-root-ca.crt';

/** What the pods of a workload read and keep. */
export function spokenOf(workload: Manifest, side: Side): Spoken[] {
  const { namespace, kind, name } = nameOf(workload);
  const own = JSON.stringify([kind, namespace, name]);
  const at = namespace === undefined ? {} : { namespace: safe(namespace) };
  return [
    ...configs(workload, side),
    ...sidecarConfigs(workload, side).map((to) => ({ to, node: configNode('ConfigMap', nameOf(to).name) })),
    ...templates(workload, own),
    ...claims(workload, side),
    ...folders(workload, own),
  ].map(({ to, node }) => ({ to, node: { ...node, ...at } }));
}

function configs(workload: Manifest, side: Side): Spoken[] {
  const { namespace } = nameOf(workload);
  return [...configsReadBy(workload)].flatMap((key): Spoken[] => {
    const kind = key.startsWith('/Secret ') ? 'Secret' : 'ConfigMap';
    const name = key.slice(`/${kind} ${namespace ?? ''} `.length);
    if (name === ROOT_CERTIFICATES) return [];
    return [{ to: side.find(`/${kind}`, namespace, name) ?? key, node: configNode(kind, name) }];
  });
}

/** How a ConfigMap or Secret is drawn that is not among the manifests. */
const configNode = (kind: 'ConfigMap' | 'Secret', name: string): SideNode => ({
  shape: kind === 'Secret' ? 'secret' : 'config',
  kind,
  name: safe(name),
  facts: [NOT_HERE],
});

const templates = (workload: Manifest, own: string): Spoken[] =>
  claimTemplates(workload).map((template) => {
    const name = textAt(template, 'metadata', 'name') ?? '?';
    const size = safe(textAt(template, 'spec', 'resources', 'requests', 'storage'));
    const replicas = replicasOf(workload);
    return {
      to: `claims ${own} ${name}`,
      node: {
        shape: 'claim',
        kind: replicas === 1 ? 'claim' : 'claims',
        name: safe(name),
        facts: [replicas === 1 ? size : `${replicas} × ${size}`],
      },
    };
  });

function claims(workload: Manifest, side: Side): Spoken[] {
  const { namespace } = nameOf(workload);
  return mapsAt(podOf(workload), 'volumes').flatMap((volume): Spoken[] => {
    const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
    if (name === undefined) return [];
    const kind = '/PersistentVolumeClaim';
    return [
      {
        to: side.find(kind, namespace, name) ?? JSON.stringify([kind, namespace, name]),
        node: { shape: 'claim', kind: 'claim', name: safe(name), facts: [NOT_HERE] },
      },
    ];
  });
}

/** The folders of their node that pods see; the one where logs are is named. */
function folders(workload: Manifest, own: string): Spoken[] {
  const paths = new Set(
    mapsAt(podOf(workload), 'volumes').flatMap((volume) => textAt(volume, 'hostPath', 'path') ?? []),
  );
  const [first] = [...paths].sort((a, b) => Number(isLogs(b)) - Number(isLogs(a)));
  if (first === undefined) return [];
  const facts = paths.size === 1 ? [] : [`+${paths.size - 1}`];
  return [{ to: `folders ${own}`, node: { shape: 'host', kind: 'on each node', name: safe(first), facts } }];
}

const isLogs = (folder: string): boolean => /^\/var\/log(?:\/pods)?\/?$/.test(folder);
