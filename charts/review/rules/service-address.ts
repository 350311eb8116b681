const DOMAIN = /\.svc(?:\.cluster\.local\.?)?$/;

/**
 * A URL by which two ways to write the same Service are told to be the same: as seen from a namespace, `http://loki:3100`,
 * `http://loki.logs:3100` and `http://loki.logs.svc.cluster.local:3100` are one.
 */
export function serviceAddress(url: string, namespace: string | undefined): string {
  const [, scheme = '', host, rest = ''] = /^([a-z]+:\/\/)([^/:?#]+)(.*)$/s.exec(url) ?? [];
  if (host === undefined) return url;
  const short = host.replace(DOMAIN, '');
  const isOfThisNamespace = namespace !== undefined && !short.includes('.') && short !== 'localhost';
  return `${scheme}${isOfThisNamespace ? `${short}.${namespace}` : short}${rest}`;
}
