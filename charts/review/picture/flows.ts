import { eachString, type Manifest } from '../../kubernetes/manifest';
import { isAlloy } from '../config/alloy';
import { entriesOf, isSecret } from '../config/entries';
import { type Config, readConfig } from '../config/read-config';
import { nameOf, podOf } from '../kinds';
import { mapsAt, textAt } from '../plain';
import type { Side } from '../side';
import { addressOf, safe } from './safe';
import type { SideNode } from './side-picture';
import { sidecarConfigs } from './sidecar-configs';
import { NOT_HERE } from './spoken-of';
import type { PictureRelation } from './stack-picture';
import { storesOf } from './stores';

/** Where logs, or questions for them, go from a workload. */
export interface Flow {
  readonly to: Manifest | string;
  /** How it is drawn when it is no object of the manifests. */
  readonly node?: SideNode;
  readonly relation: PictureRelation;
}

/** What the configurations, arguments and variables of a workload's pods say of where it sends to. */
export function flowsOf(workload: Manifest, side: Side): Flow[] {
  const { namespace } = nameOf(workload);
  const known = [...side.configsOf(workload), ...sidecarConfigs(workload, side)].flatMap((object) =>
    [...entriesOf(object)].flatMap(([name, { text, isText }]) => {
      if (!isText) return [];
      return configFlows(readConfig(name, text), { side, namespace, isSecret: isSecret(object) });
    }),
  );
  const called: Flow[] = [];
  eachString(podOf(workload), (text) => called.push(...calls(text, { side, namespace, isSecret: true })));
  // What is said to be pushed or asked for is not told again as something that is merely called.
  const told = new Set(known.map(({ to }) => to));
  return [...known, ...called.filter(({ to }) => !told.has(to))];
}

interface Place {
  readonly side: Side;
  /** That of the pods: a Service may be called by its name alone there. */
  readonly namespace: string | undefined;
  /** Whether what is written there is nobody else's business. */
  readonly isSecret: boolean;
}

function configFlows(config: Config, place: Place): Flow[] {
  switch (config.format) {
    case 'promtail':
      return mapsAt(config.value, 'clients').flatMap((client) => flowTo(textAt(client, 'url'), 'push', place));
    case 'alloy':
      return alloyUrls(config.text).flatMap((url) => flowTo(url, 'push', place));
    case 'data-sources':
      return mapsAt(config.value, 'datasources').flatMap((source) => flowTo(textAt(source, 'url'), 'query', place));
    case 'loki':
      return storesOf(config.value).map(
        ({ to, ...store }): Flow => ({
          to,
          node: { ...store, shape: 'outside' },
          relation: 'store',
        }),
      );
    case 'loki-overrides':
    case 'dashboard':
      return [];
    default:
      return calls(config.text, place);
  }
}

/** The URLs that Alloy's `loki.write` sends to. */
const alloyUrls = (text: string): string[] =>
  isAlloy('', text)
    ? [...text.matchAll(/^loki\.write[ \t]+"[^"\n]*"[ \t]*\{[\s\S]*?^\}/gm)].flatMap(([block]) =>
        [...block.matchAll(/^\s*url\s*=\s*"([^"\n]*)"/gm)].map(([, url = '']) => url),
      )
    : [];

function flowTo(url: string | undefined, relation: PictureRelation, place: Place): Flow[] {
  if (url === undefined) return [];
  const { host } = addressOf(url);
  const service = host === undefined ? undefined : serviceAt(host, place);
  if (service !== undefined) return [{ to: service, relation }];
  const isShown = host !== undefined && !place.isSecret;
  const name = isShown ? safe(host) : 'elsewhere';
  const inCluster = isShown && /\.svc(?:\.|$)/.test(host);
  const node: SideNode = {
    shape: 'outside',
    kind: inCluster ? 'Service' : 'host',
    name: inCluster ? name.replace(/\.svc(?:\..*)?$/, '') : name,
    facts: inCluster ? [NOT_HERE] : [],
  };
  return [{ to: `host ${name}`, node, relation }];
}

/** A URL with a host, and what goes before it. */
const URLS = /\b(?:https?|grpcs?|dns\+[a-z]*|tcp):\/\/[^\s"'`<>\\,;{}[\]()|]+/gi;

/** The Services whose URLs stand in a text, whatever it is. */
const calls = (text: string, place: Place): Flow[] =>
  [...new Set(text.includes('://') ? text.match(URLS) : [])].flatMap((url): Flow[] => {
    const { host, path } = addressOf(url);
    const service = host === undefined ? undefined : serviceAt(host, place);
    if (service === undefined) return [];
    return [{ to: service, relation: path.endsWith('/push') ? 'push' : 'call' }];
  });

/** The Service that a host of the cluster is: `loki`, `loki.logging`, `loki.logging.svc.cluster.local`. */
function serviceAt(host: string, { side, namespace }: Place): Manifest | undefined {
  const [name = '', other = namespace, svc = 'svc'] = host.split('.');
  return svc === 'svc' ? side.find('/Service', other, name) : undefined;
}
