import { fullImage } from '../../kubernetes/full-image';

/** The parts of an image's reference. */
export interface ParsedImage {
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  /** The last part of the repository. */
  readonly program: string;
}

/** `registry/repository:tag@digest`, whatever of it is said. */
export function parseImage(image: string): ParsedImage {
  const [named = '', digest] = fullImage(image).split('@');
  const [registry = '', ...path] = named.split('/');
  const [, repository = '', tag] = /^(.*?)(?::([^:/]+))?$/.exec(path.join('/')) ?? [];
  return { registry, repository, tag, digest, program: repository.slice(repository.lastIndexOf('/') + 1) };
}
