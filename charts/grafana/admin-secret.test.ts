import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Secret, type SecretServer, startSecretServer, type Trouble } from '../../test/secret-server';
import { ADMIN_SECRET_SCRIPT, adminSecretContainer, adminSecretRules } from './admin-secret';

const TOKEN = 'header.payload-of-a-token.signature';
const NAME = 'loki-grafana';

const encoded = (text: string) => Buffer.from(text).toString('base64');
const decoded = (text = '') => Buffer.from(text, 'base64').toString();

const secretWith = (data?: Record<string, string>, metadata: object = {}): Secret => ({
  kind: 'Secret',
  apiVersion: 'v1',
  metadata: { name: NAME, namespace: 'logging', resourceVersion: '41', ...metadata },
  ...(data === undefined ? {} : { data }),
  type: 'Opaque',
});

const canRun = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;

const SHELLS: readonly (readonly [name: string, isThere: boolean])[] = [
  ['sh', canRun('sh', '-c', ':')],
  ['busybox sh', canRun('busybox', 'sh', '-c', ':')],
];
const CURL = canRun('curl', '--version');

let folder: string;
let servers: SecretServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-secret-'));
  for (const name of ['token', 'empty']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'token', 'token'), TOKEN);
  writeFileSync(join(folder, 'token', 'namespace'), 'logging');
  writeFileSync(join(folder, 'token', 'ca.crt'), '');
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
  rmSync(folder, { recursive: true });
});

async function serverWith(secret: Secret | undefined, options: { pretty?: boolean; trouble?: Trouble } = {}) {
  const server = await startSecretServer(secret, options);
  servers.push(server);
  return server;
}

interface Outcome {
  readonly code: number;
  /** What it printed, to be read by whoever may read logs. */
  readonly said: string;
}

/** Runs the script as the init container does, without its pauses and with less patience; and with one more change. */
function run(
  shell: string,
  { url }: { readonly url: string },
  change: readonly [from: string, to: string] = ['--silent', '--silent'],
): Promise<Outcome> {
  const script = replaced(replaced(ADMIN_SECRET_SCRIPT, ['--max-time 10 ', '--max-time 1 ']), change);
  const [program = '', ...args] = shell.split(' ');
  const home = join(folder, 'empty');
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: home,
    http_proxy: 'http://127.0.0.1:1',
    API_SERVER: url,
    SECRET_NAME: NAME,
    SECONDS_BETWEEN_TRIES: '0',
    TOKEN_PATH: join(folder, 'token'),
  };
  return new Promise((resolve) => {
    execFile(program, [...args, '-c', script], { env, cwd: home }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });
}

function replaced(text: string, [from, to]: readonly [from: string, to: string]): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

const methods = ({ asked }: SecretServer) => asked.map(({ method }) => method);
const passwordIn = (server: SecretServer) => decoded(server.secret()?.data?.['admin-password']);

/** Answers once, or to every request, with a status. */
const answers =
  (status: number, when: 'once' | 'always' = 'always', body = '{"kind":"Status"}'): Trouble =>
  (_, response, number) => {
    if (when === 'once' && number > 1) return false;
    response.writeHead(status, { location: '/elsewhere' });
    response.end(body);
    return true;
  };

const hangUp = (response: ServerResponse) => {
  response.socket?.destroy();
  return true;
};

for (const [shell, isThere] of SHELLS) {
  const missing = [...(isThere ? [] : [shell]), ...(CURL ? [] : ['curl'])];
  if (missing.length > 0) {
    test.skip(`the script, run by ${shell}: no ${missing.join(', no ')} here`, () => {});
    continue;
  }

  describe(`the script, run by ${shell}`, () => {
    test.each([true, false])('makes user and password, whether answers are laid out (%s) or not', async (pretty) => {
      const server = await serverWith(secretWith(undefined, { labels: { 'app.kubernetes.io/name': 'grafana' } }), {
        pretty,
      });
      const { code, said } = await run(shell, server);
      expect({ code, said }).toEqual({ code: 0, said: 'Secret loki-grafana: has a new password\n' });
      expect(passwordIn(server)).toMatch(/^[A-Za-z0-9]{40}$/);
      expect(server.secret()?.data?.['admin-user']).toBe(encoded('admin'));
      expect(server.secret()?.metadata.labels).toEqual({ 'app.kubernetes.io/name': 'grafana' });
      expect(server.asked.map(({ url }) => url)).toEqual(
        Array(2).fill('/api/v1/namespaces/logging/secrets/loki-grafana'),
      );
      expect(new Set(server.asked.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
    });

    test('leaves a password alone, however often it runs', async () => {
      const server = await serverWith(secretWith());
      await run(shell, server);
      const password = passwordIn(server);
      const { code, said } = await run(shell, server);
      expect({ code, said }).toEqual({ code: 0, said: 'Secret loki-grafana: has a password\n' });
      expect(methods(server)).toEqual(['GET', 'PATCH', 'GET']);
      expect(passwordIn(server)).toBe(password);
    });

    test.each([
      ['one that somebody else made', { 'admin-password': encoded('päss "word"\n') }],
      [
        'one among other keys',
        { 'a-key': 'MQ==', 'admin-password': 'MQ==', 'admin-user': 'cm9vdA==', 'ldap-toml': '' },
      ],
    ])('does not touch %s', async (_, data) => {
      const server = await serverWith(secretWith(data));
      expect(await run(shell, server)).toMatchObject({ code: 0 });
      expect(methods(server)).toEqual(['GET']);
      expect(server.secret()).toEqual(secretWith(data));
    });

    test.each([
      ['the user that is there', { 'admin-user': encoded('root') }, 'root'],
      ['other keys', { 'ldap-toml': '', token: 'MQ==' }, 'admin'],
      ['only the names of an empty password and user', { 'admin-user': '', 'admin-password': '' }, 'admin'],
    ])('keeps %s and adds what is missing', async (_, data, user) => {
      const server = await serverWith(secretWith(data));
      expect(await run(shell, server)).toMatchObject({ code: 0 });
      expect(passwordIn(server)).toMatch(/^[A-Za-z0-9]{40}$/);
      expect(server.secret()?.data).toEqual({
        ...data,
        'admin-user': encoded(user),
        'admin-password': expect.any(String),
      });
    });

    test.each([true, false])('is misled by no other place where the names stand (laid out: %s)', async (pretty) => {
      const decoy = secretWith({ 'admin-password': 'MQ==', resourceVersion: 'MQ==' });
      const metadata = {
        labels: { 'admin-password': 'here', resourceVersion: '7', data: 'x' },
        annotations: {
          'admin-password': 'here',
          resourceVersion: '8',
          'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(decoy),
          odd: '} "data":{"admin-password":"x"} \\" \\ { ü \u2028',
        },
        managedFields: [
          { manager: 'curl', fieldsV1: { 'f:data': { '.': {}, 'f:admin-password': {}, 'f:resourceVersion': {} } } },
        ],
      };
      const { metadata: own, data, ...rest } = secretWith({ resourceVersion: 'Mg==', token: 'MQ==' }, metadata);
      for (const secret of [
        { ...rest, metadata: own, data },
        { data, ...rest, metadata: Object.fromEntries(Object.entries(own).reverse()) as Secret['metadata'] },
      ]) {
        const server = await serverWith(secret, { pretty });
        expect(await run(shell, server)).toMatchObject({ code: 0 });
        expect(passwordIn(server)).toMatch(/^[A-Za-z0-9]{40}$/);
        expect(server.secret()?.metadata).toEqual({ ...own, resourceVersion: '42' });
        const filled = server.secret() as Secret;
        const again = await serverWith(filled, { pretty });
        expect(await run(shell, again)).toMatchObject({ said: 'Secret loki-grafana: has a password\n' });
      }
    });

    test('of five that start at once one makes the password, and the others find it', async () => {
      let waiting: (() => void)[] | undefined = [];
      const allAsk: Trouble = async (_, __, number) => {
        if (waiting === undefined) return false;
        const all = waiting;
        const turn = new Promise<void>((resolve) => all.push(resolve));
        if (number === 5) {
          waiting = undefined;
          for (const go of all) go();
        }
        await turn;
        return false;
      };
      const server = await serverWith(secretWith(), { trouble: allAsk });
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => run(shell, server)));
      expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
      expect(outcomes.filter(({ said }) => said.includes('has a new password'))).toHaveLength(1);
      expect(outcomes.filter(({ said }) => said.includes('changed by another pod meanwhile'))).toHaveLength(4);
      expect(methods(server).filter((method) => method === 'PATCH')).toHaveLength(5);
      expect(server.secret()?.metadata.resourceVersion).toBe('42');
    });

    test.each<[number, string]>([
      [401, 'the API server does not know the token of this pod: delete the pod, and the next one gets another'],
      [
        403,
        'this pod may not read and patch it: apply Role and RoleBinding loki-grafana-admin-secret again; if they are there, an admission policy forbids it',
      ],
      [404, 'it is not there: apply it again, it is in the same file as the Deployment'],
      [400, 'the API server answers 400'],
      [302, 'the API server answers 302'],
    ])('says what to do when the answer is %d, and does not ask again', async (status, remedy) => {
      const server = await serverWith(secretWith(), { trouble: answers(status) });
      expect(await run(shell, server)).toEqual({ code: 1, said: `Secret loki-grafana: ${remedy}\n` });
      expect(methods(server)).toEqual(['GET']);
    });

    test('says what to do when the Secret is not there, or cannot be changed', async () => {
      expect((await run(shell, await serverWith(undefined))).said).toContain('it is not there: apply it again');
      const immutable = await serverWith({ ...secretWith(), immutable: true });
      expect(await run(shell, immutable)).toEqual({
        code: 1,
        said: 'Secret loki-grafana: the API server refuses the change: if the Secret is immutable, delete it and apply it again\n',
      });
    });

    test.each([408, 429, 500, 503])('asks again when the answer is %d', async (status) => {
      const server = await serverWith(secretWith(), { trouble: answers(status, 'once') });
      const { code, said } = await run(shell, server);
      expect(code).toBe(0);
      expect(said).toContain(`Secret loki-grafana: the API server answers ${status}\n`);
      expect(methods(server)).toEqual(['GET', 'GET', 'PATCH']);
    });

    test('gives up on an API server that stays unwell, and on one that is not there', async () => {
      const server = await serverWith(secretWith(), { trouble: answers(503) });
      expect(await run(shell, server)).toMatchObject({
        code: 1,
        said: expect.stringMatching(/gave up after 10 tries\n$/),
      });
      expect(methods(server)).toEqual(Array(10).fill('GET'));

      const gone = await startSecretServer(undefined);
      await gone.stop();
      const { code, said } = await run(shell, gone);
      expect(code).toBe(1);
      expect(said).toMatch(/curl: \(7\) .*\nSecret loki-grafana: no answer from the API server\n/);
    });

    test.each<[string, Trouble]>([
      ['says nothing', (_, __, number) => number === 1],
      ['hangs up', (_, response, number) => number === 1 && hangUp(response)],
      [
        'ends in the middle',
        (_, response, number) => {
          if (number > 1) return false;
          response.writeHead(200, { 'content-length': '999' });
          response.write(JSON.stringify(secretWith()));
          setTimeout(() => hangUp(response), 50);
          return true;
        },
      ],
    ])('asks again when the API server %s', async (_, trouble) => {
      const server = await serverWith(secretWith(), { trouble });
      const { code, said } = await run(shell, server);
      expect(code).toBe(0);
      expect(said).toContain('Secret loki-grafana: no answer from the API server\n');
      expect(methods(server)).toEqual(['GET', 'GET', 'PATCH']);
    });

    test('finds its own password when only the answer to the patch was lost', async () => {
      const filled = secretWith({ 'admin-user': encoded('admin'), 'admin-password': encoded('made at first') });
      const server = await serverWith(secretWith(), {
        trouble: ({ method }, response, number) => {
          if (method === 'PATCH') return hangUp(response);
          return number > 2 && Boolean(response.writeHead(200).end(JSON.stringify(filled)));
        },
      });
      expect(await run(shell, server)).toMatchObject({
        code: 0,
        said: expect.stringMatching(/Secret loki-grafana: has a password\n$/),
      });
      expect(methods(server)).toEqual(['GET', 'PATCH', 'GET']);
    });

    test.each([
      '<html>Sign in</html>',
      '{"kind":"Secret","metadata":{"resourceVersion":""}}',
      '{"kind":"Secret","data":{"resourceVersion":"MQ=="}}',
      '',
    ])('patches nothing after %j, which has no version to hold on to', async (body) => {
      const server = await serverWith(secretWith(), { trouble: answers(200, 'always', body) });
      expect(await run(shell, server)).toEqual({
        code: 1,
        said: 'Secret loki-grafana: the API server answers with something else than a Secret\n',
      });
      expect(methods(server)).toEqual(['GET']);
    });

    test('shows token and password to nobody: not in the log, on disk, in arguments or environments', async () => {
      const seen: string[] = [];
      const server = await serverWith(secretWith(), {
        trouble: () => {
          seen.push(...allProcesses());
          return false;
        },
      });
      const { said } = await run(shell, server);
      const password = passwordIn(server);
      expect(password).not.toBe('');
      // Compared here, for what else other processes have in their environments is nobody's business.
      const isTold = (text: string) => [TOKEN, password, encoded(password)].some((secret) => text.includes(secret));
      expect([said, ...seen].some(isTold)).toBe(false);
      expect(readdirSync(join(folder, 'empty'))).toEqual([]);
    });

    test('makes no password of what is not random', async () => {
      const server = await serverWith(secretWith());
      expect(await run(shell, server, ['/dev/urandom', '/dev/null'])).toEqual({
        code: 1,
        said: 'Secret loki-grafana: no random characters to be had\n',
      });
      expect(methods(server)).toEqual(['GET']);
    });

    test.each(['token', 'namespace'])('ends without a word to the API server when it has no %s', async (file) => {
      rmSync(join(folder, 'token', file));
      const server = await serverWith(secretWith());
      expect((await run(shell, server)).code).not.toBe(0);
      expect(server.asked).toEqual([]);
    });
  });
}

/** Arguments and environment of every process, where the system tells. */
const allProcesses = (): string[] =>
  namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => ['cmdline', 'environ'].map((file) => textOf(join('/proc', pid, file))));

const namesIn = (path: string): string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};

test('the step may read and patch this one Secret, and do nothing else', () =>
  expect(adminSecretRules(NAME)).toEqual([
    { apiGroups: [''], resources: ['secrets'], resourceNames: [NAME], verbs: ['get', 'patch'] },
  ]));

describe('the image of the step', () => {
  test.each([
    [{}, 'docker.io/curlimages/curl:8.21.0'],
    [{ registry: 'mirror.example.com' }, 'mirror.example.com/curlimages/curl:8.21.0'],
    [
      { registry: 'mirror.example.com', repository: 'tools/curl', tag: '8', digest: `sha256:${'0'.repeat(64)}` },
      `mirror.example.com/tools/curl:8@sha256:${'0'.repeat(64)}`,
    ],
  ])('%j', (image, reference) => expect(adminSecretContainer(NAME, image).image).toBe(reference));
});
