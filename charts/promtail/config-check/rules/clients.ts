import { type Finding, refused, warned } from '../../../config-check/finding';
import { httpClientMistakes } from '../../../config-check/http-client';
import type { Settings } from '../../../config-check/settings';
import { checkTenantId } from '../../../tenant-id';
import { clientsOf, plainAt } from '../jobs';
import type { Rule } from './rule';

const EXAMPLE = '"http://loki:3100/loki/api/v1/push"';

/** Without a client Promtail does not start. The block of one may leave its URL to the command line. */
export const clientsAreThere: Rule = (settings) => {
  if (clientsOf(settings).length > 0) return [];
  return settings.keysBelow('client').length > 0
    ? [warned('client', 'has no url: Promtail starts only with the flag -client.url', `write url: ${EXAMPLE}`)]
    : [
        refused(
          'clients',
          'is missing: Promtail knows nobody to send to, and does not start',
          `write - url: ${EXAMPLE}`,
        ),
      ];
};

export const clientsHaveUrls: Rule = (settings) => clientsOf(settings).flatMap((path) => urlMistakes(settings, path));

function urlMistakes(settings: Settings, client: string): Finding[] {
  const path = `${client}.url`;
  const url = settings.textIfKnown(path);
  if (url === undefined) return [];
  if (url === '') return [refused(path, 'is missing, and Promtail does not start without it', `write ${EXAMPLE}`)];
  const [, scheme, rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(url) ?? [];
  if (scheme === undefined) {
    return [refused(path, 'has no protocol, so that nothing is ever sent', `write ${EXAMPLE}`)];
  }
  if (!/^https?$/i.test(scheme))
    return [refused(path, `begins with "${scheme}:", and Loki speaks HTTP`, 'write http or https')];
  const [host = ''] = rest.split(/[/?#]/);
  if (host.replace(/^.*@/, '') === '') return [refused(path, 'names no host', `write ${EXAMPLE}`)];
  return /^\/?$/.test(rest.slice(host.length))
    ? [warned(path, 'has no path, and Promtail adds none', 'end it with "/loki/api/v1/push"')]
    : [];
}

/** Two clients of one name, or without a name and alike, are refused at the start. */
export const clientsDiffer: Rule = (settings) => {
  if (!settings.has('clients[0].name')) return [];
  const seen = new Map<string, string>();
  return clientsOf(settings).flatMap((path) => {
    const name = settings.text(`${path}.name`);
    const key = name === '' ? sameText(plainAt(settings, path).value) : `name ${name}`;
    const before = seen.get(key);
    seen.set(key, before ?? path);
    if (before === undefined) return [];
    return name === ''
      ? [refused(path, `says the same as ${before}, and Promtail does not start`, 'take one of them out')]
      : [refused(`${path}.name`, `is that of ${before} too, and Promtail does not start`, 'write another name')];
  });
};

/** Large whole numbers are no JSON. */
const sameText = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item));

export const clientsSignIn: Rule = (settings) =>
  clientsOf(settings).flatMap((path) =>
    // Its own headers may be any; those of Prometheus may not.
    httpClientMistakes(settings, path).filter((finding) => !finding.path.startsWith(`${path}.headers`)),
  );

export const clientTenants: Rule = (settings) =>
  clientsOf(settings).flatMap((path) => {
    const tenant = settings.textIfKnown(`${path}.tenant_id`) ?? '';
    return tenant === ''
      ? []
      : checkTenantId(tenant, `${path}.tenant_id`).map(({ message, remedy }) =>
          refused(`${path}.tenant_id`, `${message}: Loki takes nothing`, remedy),
        );
  });

/** Labels of the lag are said in `options`; in a client they are there to be refused. */
export const clientsHaveNoLagLabels: Rule = (settings) =>
  clientsOf(settings).flatMap((client) => {
    const path = `${client}.stream_lag_labels`;
    return settings.has(path) && settings.has('options.stream_lag_labels') && settings.text(path) !== ''
      ? [refused(path, 'is refused in a client', 'set options.stream_lag_labels')]
      : [];
  });

/** The block of one client is deprecated. */
export const clientIsAList: Rule = (settings) =>
  settings.isAtLeast('2.9') && settings.text('client.url') !== ''
    ? [warned('client', 'is deprecated', 'move it to an item of clients')]
    : [];

/** A client that has no time to send gives up at once. */
export const clientsHaveTime: Rule = (settings) =>
  clientsOf(settings).flatMap((client) => {
    const path = `${client}.timeout`;
    const timeout = settings.milliseconds(path);
    return timeout !== undefined && timeout <= 0
      ? [refused(path, 'is no time at all: every push is given up at once', 'write "10s"')]
      : [];
  });

export const CLIENT_RULES: readonly Rule[] = [
  clientsAreThere,
  clientsHaveUrls,
  clientsDiffer,
  clientsSignIn,
  clientTenants,
  clientsHaveNoLagLabels,
  clientIsAList,
  clientsHaveTime,
];
