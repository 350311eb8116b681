/** An image with its registry: where it has none, container runtimes take docker.io. */
export function fullImage(image: string): string {
  const [first = '', ...rest] = image.split('/');
  if (rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')) {
    return image
      .replace(/^(?:index\.)?docker\.io\/(?=[^/]+$)/, 'docker.io/library/')
      .replace(/^index\.docker\.io\//, 'docker.io/');
  }
  return rest.length === 0 ? `docker.io/library/${image}` : `docker.io/${image}`;
}
