import type { Problem } from './problem';

/** Which image a container runs. Every part that is left out keeps the default of its component. */
export interface ImageOptions {
  /** Host of the registry, with its port if any: `registry.example.com:5000`. @default - the stack's `registry`, else `docker.io` */
  readonly registry?: string;
  /** Path within the registry, without a tag: `grafana/loki`. */
  readonly repository?: string;
  /** @default - the component's `version` */
  readonly tag?: string;
  /** Pins the content: `sha256:` and 64 hex digits. Stands beside the tag, and wins over it where images are pulled. */
  readonly digest?: string;
}

/** An image with nothing left open. */
export interface Image {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest?: string;
}

/** `registry/repository:tag@digest`, as container runtimes read it. */
export const imageReference = ({ registry, repository, tag, digest }: Image): string =>
  `${registry}/${repository}:${tag}${digest === undefined ? '' : `@${digest}`}`;

const REGISTRY = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(\/[a-z0-9._/-]+)?$/i;
const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Refuses what no container runtime could pull; the grammar is that of the OCI distribution reference. */
export function checkImage(image: ImageOptions, path: string): Problem[] {
  const problems: Problem[] = [];
  const refuseUnless = (pattern: RegExp, part: keyof ImageOptions, what: string, remedy: string) => {
    const value = image[part];
    if (value !== undefined && !pattern.test(value)) {
      problems.push({ path: `${path}.${part}`, message: `"${value}" is not ${what}`, remedy });
    }
  };
  refuseUnless(REGISTRY, 'registry', "a registry's host", 'write the host alone, such as "registry.example.com"');
  refuseUnless(
    REPOSITORY,
    'repository',
    'an image repository',
    'write it without registry and tag, such as "grafana/loki"',
  );
  refuseUnless(TAG, 'tag', 'an image tag', 'write a tag alone, such as "3.7.6"');
  refuseUnless(DIGEST, 'digest', 'an image digest', 'write "sha256:" and 64 hex digits');
  if (image.tag === 'latest') {
    problems.push({
      path: `${path}.tag`,
      message: '"latest" is another image every day',
      remedy: 'write the release that you mean, or add its digest',
    });
  }
  return problems;
}
