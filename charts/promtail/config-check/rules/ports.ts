import { type Finding, refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { type Job, jobsOf } from '../jobs';
import type { Rule } from './rule';

/** What one process listens on. */
interface Listener {
  /** The setting that says so. */
  readonly path: string;
  readonly protocol: 'tcp' | 'udp';
  /** Empty is every address. */
  readonly host: string;
  readonly port: number;
}

const MOST = 65_535;

/** Two listeners on one port, and Promtail does not start. */
export const portsAreFree: Rule = (settings) => {
  const taken: Listener[] = [];
  return [...serverOf(settings), ...jobsOf(settings).flatMap((job) => listenersOf(settings, job))].flatMap(
    (listener): Finding[] => {
      const { path, port } = listener;
      if (port < 0 || port > MOST) return [refused(path, `${port} is no port`, `write one from 1 to ${MOST}`)];
      const before = taken.find((other) => collides(other, listener));
      taken.push(listener);
      return before === undefined
        ? []
        : [refused(path, `${port} is taken by ${before.path}, and Promtail does not start`, 'write another port')];
    },
  );
};

const collides = (a: Listener, b: Listener): boolean =>
  a.port !== 0 &&
  a.port === b.port &&
  a.protocol === b.protocol &&
  (a.host === b.host || isEverywhere(a.host) || isEverywhere(b.host));

const isEverywhere = (host: string): boolean => /^(?:|0\.0\.0\.0|\[?::\]?)$/.test(host);

const serverOf = (settings: Settings): Listener[] =>
  settings.bool('server.disable') ? [] : portsOf(settings, 'server');

/** A server has two, HTTP's and gRPC's. */
const portsOf = (settings: Settings, server: string): Listener[] =>
  ['http', 'grpc'].flatMap((protocol) => {
    const path = `${server}.${protocol}_listen_port`;
    const port = settings.number(path);
    const host = settings.text(`${server}.${protocol}_listen_address`);
    return port === undefined ? [] : [{ path, protocol: 'tcp', host, port }];
  });

function listenersOf(settings: Settings, { path, sources }: Job): Listener[] {
  const kind = sources[0]?.kind;
  const own = `${path}.${kind}`;
  if (kind === 'syslog') {
    return atAddress(
      settings,
      `${own}.listen_address`,
      settings.text(`${own}.listen_protocol`) === 'udp' ? 'udp' : 'tcp',
      '',
    );
  }
  if (kind === 'gelf') return atAddress(settings, `${own}.listen_address`, 'udp', ':12201');
  const isServer =
    kind === 'loki_push_api' ||
    kind === 'heroku_drain' ||
    (kind === 'gcplog' && settings.text(`${own}.subscription_type`) === 'push');
  return isServer ? portsOf(settings, `${own}.server`) : [];
}

function atAddress(settings: Settings, path: string, protocol: 'tcp' | 'udp', preset: string): Listener[] {
  const said = settings.text(path);
  const [, host = '', port] = /^(.*):(\d+)$/.exec(said === '' ? preset : said) ?? [];
  return port === undefined ? [] : [{ path, protocol, host, port: Number(port) }];
}
