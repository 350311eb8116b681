import { type Manifest, workloadSpec } from '../manifest';
import { checkName } from '../names';
import type { Problem } from '../problem';
import { checkResources } from '../resources';
import type { Container, EnvVar, PodSpec } from '../types';
import { checkAnnotations, checkLabels } from './names';

/** Refuses pods that an API server refuses, or that could never start. */
export function checkPods(manifest: Manifest): Problem[] {
  const spec = workloadSpec(manifest);
  const pod = spec?.template?.spec;
  if (spec === undefined || pod === undefined) return [];
  const labels = spec.template?.metadata?.labels ?? {};
  const claims = (spec.volumeClaimTemplates ?? []).flatMap(({ metadata }) => metadata?.name ?? []);
  return [
    ...checkLabels(labels, 'spec.template.metadata.labels'),
    ...checkAnnotations(spec.template?.metadata?.annotations ?? {}, 'spec.template.metadata.annotations'),
    ...checkLabels(pod.nodeSelector ?? {}, 'spec.template.spec.nodeSelector'),
    ...checkSelector(spec.selector?.matchLabels ?? {}, labels),
    ...checkVolumes(pod, claims),
    ...containersOf(pod).flatMap(([container, path]) => checkContainer(container, path)),
    ...checkNamed(containersOf(pod).map(([{ name }, path]) => [name, `${path}.name`])),
  ];
}

/** The containers of a pod, init containers first, each with its path. */
export const containersOf = (pod: PodSpec): (readonly [Container, string])[] =>
  (['initContainers', 'containers'] as const).flatMap((field) =>
    (pod[field] ?? []).map((container, index) => [container, `spec.template.spec.${field}[${index}]`] as const),
  );

const checkSelector = (
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): Problem[] =>
  Object.entries(selector)
    .filter(([key, value]) => labels[key] !== value)
    .map(([key, value]) => ({
      path: `spec.selector.matchLabels[${JSON.stringify(key)}]`,
      message: `selects "${value}", its own pods carry ${labels[key] === undefined ? 'no such label' : `"${labels[key]}"`}`,
      remedy: 'give selector and pods the same label',
    }));

function checkVolumes(pod: PodSpec, claims: readonly string[]): Problem[] {
  const volumes = (pod.volumes ?? []).map(({ name }) => name);
  const own = new Set(volumes);
  const known = new Set([...volumes, ...claims]);
  const names = [...known].map((name) => `"${name}"`).join(', ');
  return [
    ...checkNamed(volumes.map((name, index) => [name, `spec.template.spec.volumes[${index}].name`])),
    ...claims
      .filter((name) => own.has(name))
      .map((name) => ({
        path: `spec.template.spec.volumes[${volumes.indexOf(name)}].name`,
        message: `"${name}" is a claim's name too, and the claim is mounted in its place`,
        remedy: 'give the volume another name',
      })),
    ...containersOf(pod).flatMap(([{ volumeMounts = [] }, path]) => [
      ...volumeMounts.flatMap(({ name }, index) =>
        known.has(name)
          ? []
          : [
              {
                path: `${path}.volumeMounts[${index}].name`,
                message: `the pod has no volume "${name}"`,
                remedy: known.size === 0 ? 'add it to volumes' : `add it to volumes, or mount one of ${names}`,
              },
            ],
      ),
      ...repeated(
        volumeMounts.map(({ mountPath }, index) => [folder(mountPath), `${path}.volumeMounts[${index}].mountPath`]),
      ),
    ]),
  ];
}

/** A folder, whether its path ends in a slash or not. */
const folder = (path: string): string => path.replace(/(?<=.)\/$/, '');

function checkContainer(container: Container, path: string): Problem[] {
  const ports = container.ports ?? [];
  const names = ports.flatMap(({ name }) => (name === undefined ? [] : [`"${name}"`]));
  return [
    ...(container.env ?? []).flatMap((variable, index) => checkVariable(variable, `${path}.env[${index}]`)),
    ...repeated((container.env ?? []).map(({ name }, index) => [name, `${path}.env[${index}].name`])),
    ...repeated(
      ports.flatMap(({ name }, index) => (name === undefined ? [] : [[name, `${path}.ports[${index}].name`] as const])),
    ),
    ...ports.flatMap(({ containerPort, name }, index) => [
      ...checkPort(containerPort, `${path}.ports[${index}].containerPort`),
      ...(name === undefined ? [] : checkPortName(name, `${path}.ports[${index}].name`)),
    ]),
    ...checkResources(container.resources ?? {}, `${path}.resources`),
    ...(['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((probe) => {
      const port = container[probe]?.httpGet?.port ?? container[probe]?.tcpSocket?.port;
      if (typeof port === 'number') return checkPort(port, `${path}.${probe}`);
      return port === undefined || ports.some(({ name }) => name === port)
        ? []
        : [
            {
              path: `${path}.${probe}`,
              message: `asks port "${port}", which the container does not name`,
              remedy: names.length === 0 ? 'name the port in ports' : `use ${names.join(' or ')}`,
            },
          ];
    }),
  ];
}

/** Refuses what is not the name of a variable, and a value that comes from two places. */
function checkVariable({ name, value, valueFrom }: EnvVar, path: string): Problem[] {
  return [
    ...(/^(?!\.\.?$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)
      ? []
      : [
          {
            path: `${path}.name`,
            message: `${JSON.stringify(name)} is not the name of a variable`,
            remedy: 'use letters, digits, "_", "-" and ".", no digit first',
          },
        ]),
    ...(value === undefined || value === '' || valueFrom === undefined
      ? []
      : [{ path, message: `"${name}" has both value and valueFrom`, remedy: 'keep one of them' }]),
  ];
}

/** Refuses what is not a TCP or UDP port. */
export const checkPort = (port: unknown, path: string): Problem[] =>
  Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535
    ? []
    : [{ path, message: `${JSON.stringify(port)} is not a port`, remedy: 'write a number from 1 to 65535' }];

const checkPortName = (name: string, path: string): Problem[] =>
  /^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/.test(name) && /[a-z]/.test(name) && !name.includes('--')
    ? []
    : [
        {
          path,
          message: `"${name}" is not a port name`,
          remedy: 'write 15 characters at most: a-z, 0-9 and "-", with a letter among them',
        },
      ];

/** Refuses names that are not DNS labels, and one that stands twice. */
const checkNamed = (named: readonly (readonly [name: string, path: string])[]): Problem[] => [
  ...named.flatMap(([name, path]) => checkName(name, path)),
  ...repeated(named),
];

/** Refuses what stands twice in a list whose items are told apart by name. */
export function repeated(named: readonly (readonly [name: string, path: string])[]): Problem[] {
  const seen = new Set<string>();
  return named.flatMap(([name, path]) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path, message: `"${name}" stands there twice`, remedy: 'name each once' }];
  });
}
