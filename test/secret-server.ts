import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Secret as an API server answers with it. */
export interface Secret {
  readonly metadata: { readonly name: string; readonly resourceVersion: string; readonly [field: string]: unknown };
  readonly data?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Answers a request otherwise than an API server that is well: true when it has. The number counts all requests, from 1. */
export type Trouble = (asked: Asked, response: ServerResponse, number: number) => boolean | Promise<boolean>;

export interface SecretServer {
  readonly url: string;
  /** Every request, in the order in which they came. */
  readonly asked: readonly Asked[];
  /** What it keeps now. */
  secret(): Secret | undefined;
  stop(): Promise<void>;
}

/** What an API server does with one Secret: it hands it out, and merges patches that are made for the version it has. */
export async function startSecretServer(
  initial: Secret | undefined,
  { pretty = true, trouble = () => false }: { readonly pretty?: boolean; readonly trouble?: Trouble } = {},
): Promise<SecretServer> {
  let secret = initial;
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const one = { ...heading(request), body: await bodyOf(request) };
      asked.push(one);
      if (await trouble(one, response, asked.length)) return;
      const { status, answer } = one.method === 'PATCH' ? patched(secret, request, one.body) : read(secret);
      if (one.method === 'PATCH' && status === 200) secret = answer as Secret;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer, null, pretty ? 2 : undefined) + (pretty ? '\n' : ''));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    secret: () => secret,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const heading = ({ method = '', url = '', headers }: IncomingMessage) => ({
  method,
  url,
  authorization: headers.authorization,
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const failure = (status: number) => ({ status, answer: { kind: 'Status', apiVersion: 'v1', code: status } });

const read = (secret: Secret | undefined) => (secret === undefined ? failure(404) : { status: 200, answer: secret });

function patched(secret: Secret | undefined, { headers }: IncomingMessage, body: string) {
  if (secret === undefined) return failure(404);
  if (headers['content-type'] !== 'application/merge-patch+json') return failure(415);
  const { metadata, data } = JSON.parse(body) as { metadata: { resourceVersion: string }; data: object };
  // Without a version, or with an empty one, an API server patches whatever it has.
  const version = metadata.resourceVersion;
  if (version !== '' && version !== secret.metadata.resourceVersion) return failure(409);
  if (secret.immutable === true) return failure(422);
  const next = String(Number(secret.metadata.resourceVersion) + 1);
  return {
    status: 200,
    answer: { ...secret, metadata: { ...secret.metadata, resourceVersion: next }, data: { ...secret.data, ...data } },
  };
}
