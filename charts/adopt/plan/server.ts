import { type Json, type JsonObject, objectIn } from '../json';
import { optionOf } from '../read/components';

/** The port that Loki or Promtail answers on: their flags count more than their configuration. */
export function httpPortOf(config: JsonObject, container: JsonObject, usual: number): number {
  const said = optionOf(container, 'server.http-listen-port') ?? objectIn(config.server).http_listen_port ?? usual;
  const port = Number(said);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : usual;
}

/**
 * Probes in place of ours, which would ask in vain where everything is below a prefix, or behind TLS: whether the port is open.
 * Those that the container has itself stay as they are.
 * @param ours the probes that ours has
 */
export function plainProbes(
  config: JsonObject,
  container: JsonObject,
  ours: readonly ('livenessProbe' | 'readinessProbe')[],
): JsonObject {
  const { http_path_prefix: prefix, http_tls_config: tls } = objectIn(config.server);
  const isPlain = isEmpty(prefix) || prefix === '/';
  if (isPlain && isEmpty(tls)) return {};
  return Object.fromEntries(
    ours
      .filter((probe) => container[probe] === undefined)
      .map((probe) => [probe, { tcpSocket: { port: 'http-metrics' } }] as const),
  );
}

const isEmpty = (value: Json): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
