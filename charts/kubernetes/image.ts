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

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/i;
const PATH_PART = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

const isRepository = (text: string): boolean => text.split('/').every((part) => PATH_PART.test(part));

/** A host that container runtimes know for one: without "." or port they look for a user of that name on Docker Hub. */
const isHost = (text: string): boolean => HOST.test(text) && (/[.:]/.test(text) || text === 'localhost');

/** A host, and the folder of it that mirrors another registry. */
const isRegistry = (text: string): boolean => {
  const [host = '', ...path] = text.split('/');
  return isHost(host) && (path.length === 0 || isRepository(path.join('/')));
};

/** Refuses what no container runtime could pull; the grammar is that of the OCI distribution reference. */
export function checkImage(image: ImageOptions, path: string): Problem[] {
  const problems: Problem[] = [];
  const { registry, repository, tag, digest } = image;
  const refuse = (part: keyof ImageOptions, message: string, remedy: string) => {
    problems.push({ path: `${path}.${part}`, message, remedy });
  };
  if (registry !== undefined && !isRegistry(registry)) {
    const remedy = 'write the host alone, with a "." or a port, such as "registry.example.com"';
    refuse('registry', `${JSON.stringify(registry)} is not a registry's host`, remedy);
  }
  if (repository !== undefined && !isRepository(repository)) {
    const remedy = 'write it without registry and tag, such as "grafana/loki"';
    refuse('repository', `${JSON.stringify(repository)} is not an image repository`, remedy);
  } else if (registry === undefined && repository !== undefined && isHost(repository.split('/', 1)[0] ?? '')) {
    const [host, ...rest] = repository.split('/');
    const remedy = `write { registry: "${host}", repository: "${rest.join('/')}" }`;
    refuse('repository', `${JSON.stringify(repository)} begins with a registry`, remedy);
  }
  if (tag !== undefined && !TAG.test(tag)) {
    refuse('tag', `${JSON.stringify(tag)} is not an image tag`, 'write a tag alone, such as "3.7.6"');
  }
  if (digest !== undefined && !DIGEST.test(digest)) {
    refuse('digest', `${JSON.stringify(digest)} is not an image digest`, 'write "sha256:" and 64 hex digits');
  }
  if (tag === 'latest' && digest === undefined) {
    refuse('tag', '"latest" is another image every day', 'write the release that you mean, or add its digest');
  }
  return problems;
}
