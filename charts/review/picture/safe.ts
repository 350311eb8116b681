import { shown } from '../hide';
import { textOf } from '../plain';

/** A scalar of a manifest as it may be shown; what looks like a credential is hidden. */
export const safe = (value: unknown, name = ''): string => String(shown(textOf(value) ?? '?', [name], 'credentials'));

/** What of a URL may be shown, and is needed. */
export interface Address {
  /** Host without port, in small letters; undefined where the URL says none, or fills it in where it runs. */
  readonly host?: string;
  readonly path: string;
}

/** The host and the path of a URL: never the user and the password that may stand before them, nor what is asked behind. */
export function addressOf(url: string): Address {
  const [, rest = ''] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/is.exec(url.trim()) ?? [];
  // An "@" that stands in a password, or a "/" there, does not make a host of what is left of it.
  const [, host = '', path = ''] = /^([^/?#:]*)(?::\d*)?([^?#]*)/s.exec(rest.slice(rest.lastIndexOf('@') + 1)) ?? [];
  return { ...(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host) ? { host: host.toLowerCase() } : {}), path };
}
