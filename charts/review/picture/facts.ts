import { isService, type Manifest } from '../../kubernetes/manifest';
import { entriesOf, holdsEntries } from '../config/entries';
import { isOwn, kindOf, podOf } from '../kinds';
import { at, mapsAt, textAt, textsAt } from '../plain';
import { replicasOf, type Side } from '../side';
import { safe } from './safe';
import type { PictureProgram } from './stack-picture';

/** What the picture tells of an object besides its name; of a workload first how many pods there are, or when. */
export function factsOf(manifest: Manifest, side: Side): string[] {
  if (podOf(manifest) !== undefined) return [...runsOf(manifest, side), ...releaseOf(manifest)];
  if (isService(manifest)) return serviceFacts(manifest);
  if (holdsEntries(manifest)) return listed([...entriesOf(manifest).keys()]);
  switch (kindOf(manifest)) {
    case '/PersistentVolumeClaim':
      return [safe(textAt(manifest, 'spec', 'resources', 'requests', 'storage'))];
    case 'networking.k8s.io/Ingress':
      return listed(mapsAt(manifest, 'spec', 'rules').flatMap((rule) => textAt(rule, 'host') ?? []));
    case 'gateway.networking.k8s.io/HTTPRoute':
      return listed(textsAt(manifest, 'spec', 'hostnames'));
    default:
      return [];
  }
}

/** The first of some names, and how many others there are. */
function listed(names: readonly string[]): string[] {
  const [first, ...others] = [...new Set(names)];
  return first === undefined ? [] : [safe(first), ...(others.length === 0 ? [] : [`+${others.length}`])];
}

/** How many pods there are, or when. */
function runsOf(manifest: Manifest, side: Side): string[] {
  if (isOwn(manifest, 'DaemonSet')) return ['each node'];
  if (isOwn(manifest, 'CronJob')) return [safe(textAt(manifest, 'spec', 'schedule'))];
  if (isOwn(manifest, 'Job')) return ['runs once'];
  if (manifest.kind === 'Pod') return ['1 pod'];
  const autoscaler = at(manifest, 'spec', 'replicas') === undefined ? side.autoscalerOf(manifest) : undefined;
  if (autoscaler !== undefined) {
    const [least, most] = [textAt(autoscaler, 'spec', 'minReplicas') ?? '1', textAt(autoscaler, 'spec', 'maxReplicas')];
    return [`${safe(least)}–${safe(most)} replicas`];
  }
  const replicas = replicasOf(manifest);
  return [replicas === 1 ? '1 replica' : `${replicas} replicas`];
}

/** The program of the first container, and its release: `loki 3.7.6`. */
function releaseOf(manifest: Manifest): string[] {
  const [image, ...others] = imagesOf(manifest);
  if (image === undefined) return [];
  const [, name = '?', tag] = /([^/:@]+)(?::([\w][\w.-]*))?(?:@[\w:]+)?$/.exec(image) ?? [];
  const release = safe(tag === undefined ? name : `${name} ${tag}`);
  return [release, ...(others.length === 0 ? [] : [`+${others.length}`])];
}

const imagesOf = (manifest: Manifest): string[] =>
  mapsAt(podOf(manifest), 'containers').flatMap((container) => textAt(container, 'image') ?? []);

const PROGRAMS: readonly (readonly [PictureProgram, RegExp])[] = [
  ['collector', /(?:^|\/)(?:promtail|alloy|agent|fluent-?(?:bit|d)|vector|opentelemetry-collector[\w-]*)(?:[:@]|$)/],
  ['loki', /(?:^|\/)(?:enterprise-logs|loki)(?:[:@]|$)/],
  ['grafana', /(?:^|\/)grafana(?:-enterprise|-oss)?(?:[:@]|$)/],
];

/** Whose program a workload runs; undefined for what is no workload. */
export function programOf(manifest: Manifest): PictureProgram | undefined {
  if (podOf(manifest) === undefined) return undefined;
  const images = imagesOf(manifest);
  return PROGRAMS.find(([, image]) => images.some((name) => image.test(name)))?.[0] ?? 'other';
}

function serviceFacts(service: Manifest): string[] {
  const type = textAt(service, 'spec', 'type') ?? 'ClusterIP';
  const isHeadless = textAt(service, 'spec', 'clusterIP') === 'None';
  const ports = mapsAt(service, 'spec', 'ports').flatMap((port) => textAt(port, 'port') ?? []);
  return [
    ...(type === 'ClusterIP' ? [] : [safe(type)]),
    ...(isHeadless ? ['headless'] : listed(ports.map((port) => `:${port}`))),
  ];
}
