import { parse, stringify } from 'yaml';
import type { Data } from './helm-releases';

/** In every credential that is planted, and in no other text. */
const CANARY = 'kanarienvogel';

/** Finds a canary, as it is and as a Secret has it, wherever in the text that is encoded it stands. */
export const CANARIES = new RegExp(
  [CANARY, ...['', 'a', 'ab'].map((before) => encoded(`${before}${CANARY}`).slice(before === '' ? 0 : 4, 16))].join(
    '|',
  ),
);

function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A release with credentials in all places where people keep them, the wrong ones included. */
export function withCanaries(objects: readonly Data[]): Data[] {
  const planted = structuredClone([...objects]);
  for (const object of planted) {
    for (const container of containersOf(object)) plantInContainer(container);
    if (object.kind === 'Secret') {
      object.metadata.annotations = {
        ...object.metadata.annotations,
        'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"x":"${encoded(CANARY)}"}}`,
      };
      object.data = { ...object.data, 'planted-token': encoded(`${CANARY}-1`) };
      object.stringData = { ...object.stringData, 'planted-password': `${CANARY}-2` };
    }
    for (const field of ['data', 'stringData'] as const) {
      for (const [key, text] of Object.entries<string>(object[field] ?? {})) {
        const isEncoded = object.kind === 'Secret' && field === 'data';
        const plain = isEncoded ? Buffer.from(text, 'base64').toString('utf8') : text;
        const changed = plantInFile(key, plain);
        if (changed !== plain) object[field][key] = isEncoded ? encoded(changed) : changed;
      }
    }
  }
  return planted;
}

export const containersOf = ({ spec }: Data): Data[] => [
  ...(spec?.template?.spec?.containers ?? []),
  ...(spec?.template?.spec?.initContainers ?? []),
];

function plantInContainer(container: Data): void {
  container.env = [
    ...(container.env ?? []),
    { name: 'PLANTED_PASSWORD', value: `${CANARY}-3` },
    { name: 'PLANTED_PROXY', value: `http://planted:${CANARY}-4@proxy.example.com` },
  ];
  container.args = [...(container.args ?? []), `--planted.token=${CANARY}-5`, '--planted.secret', `${CANARY}-6`];
  container.lifecycle = { preStop: { exec: { command: ['stop', '--password', `${CANARY}-7`] } } };
}

/** A configuration of one of the programs with credentials in it; any other text as it is. */
function plantInFile(key: string, text: string): string {
  if (key === 'grafana.ini') return `${text}\n[planted]\nclient_secret = ${CANARY}-8\n`;
  if (!/\.ya?ml$/.test(key)) return text;
  const content = parse(text);
  if (Array.isArray(content?.datasources)) {
    const [first] = content.datasources;
    first.secureJsonData = { ...first.secureJsonData, planted: `${CANARY}-9` };
  } else if (content?.scrape_configs !== undefined) {
    const client = content.client ?? content.clients[0];
    Object.assign(client, { basic_auth: { username: 'planted', password: `${CANARY}-11` } });
    Object.assign(client, { headers: { Authorization: `Bearer ${CANARY}-12` } });
  } else if (content?.schema_config !== undefined) {
    content.chunk_store_config = {
      ...content.chunk_store_config,
      chunk_cache_config: { redis: { endpoint: 'redis:6379', password: `${CANARY}-13` } },
    };
    content.ruler = { ...content.ruler, alertmanager_url: `http://planted:${CANARY}-14@alertmanager` };
  } else return text;
  return stringify(content);
}
