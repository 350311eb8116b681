import type { JsonObject } from '../json';
import type { FoundComponent } from '../read/components';
import { parseImage } from '../read/image-name';
import type { Plans } from './compose';
import { imageOptions, joinedOptions, retreatFrom, typedOptions } from './tune';

const image = (text: string, version?: string) =>
  imageOptions({ component: 'loki', image: parseImage(text), version } as unknown as FoundComponent);

test.each<[string, string | undefined, JsonObject]>([
  ['grafana/loki:2.9.3', '2.9.3', { version: '2.9.3' }],
  [
    'registry.example.com/grafana/loki:2.9.3',
    '2.9.3',
    { version: '2.9.3', image: { registry: 'registry.example.com' } },
  ],
  ['mine/loki:2.9.3-mine', '2.9.3', { version: '2.9.3', image: { repository: 'mine/loki', tag: '2.9.3-mine' } }],
  ['grafana/loki:2.9.3@sha256:0a', '2.9.3', { version: '2.9.3', image: { digest: 'sha256:0a' } }],
  ['grafana/loki:2.99.0', '2.99.0', { version: expect.stringMatching(/^\d+\.\d+\.\d+$/), image: { tag: '2.99.0' } }],
])('%s is %s', (text, version, options) => expect(image(text, version)).toEqual(options));

test('an image of which nobody knows the release is taken for the newest, under its own tag', () => {
  expect(image('grafana/loki:main')).toEqual({ version: expect.stringMatching(/^3\./), image: { tag: 'main' } });
});

test('lists of named things are joined, all else is replaced', () => {
  const one = { env: [{ name: 'a' }], volumes: [{ name: 'v' }], replicas: 1 };
  expect(joinedOptions(one, { env: [{ name: 'b' }], replicas: 2 })).toEqual({
    env: [{ name: 'a' }, { name: 'b' }],
    volumes: [{ name: 'v' }],
    replicas: 2,
  });
  expect(joinedOptions({}, {})).toEqual({});
});

const PLANS = { loki: {}, promtail: {}, grafana: {} } as unknown as Plans;
const retreat = (problem: string, options: JsonObject) => {
  const found = retreatFrom(problem, PLANS);
  return found === undefined
    ? undefined
    : { component: found.component, reason: found.reason, options: found.change(options) };
};

test.each<[string, JsonObject, object | undefined]>([
  [
    '[loki] loki.config.limits_config.x: is unknown\n      → leave it out',
    { config: { limits_config: { x: 1, y: 2 } } },
    {
      component: 'loki',
      reason: 'loki.config.limits_config.x: is unknown',
      options: { config: { limits_config: { y: 2 } }, unchecked: { limits_config: { x: 1 } } },
    },
  ],
  [
    '[loki/loki] config.a.b: x',
    { config: { a: 'text' }, unchecked: { z: 1 } },
    { component: 'loki', reason: 'config.a.b: x', options: { config: {}, unchecked: { z: 1, a: 'text' } } },
  ],
  [
    '[loki] loki.schema[0].store: x',
    { schema: [], storage: {}, earlierStorage: [], topology: {}, retention: '1d' },
    { component: 'loki', reason: 'loki.schema[0].store: x', options: { retention: '1d' } },
  ],
  [
    '[loki] loki.retention: x',
    { retention: '1d', schema: [] },
    { component: 'loki', reason: 'loki.retention: x', options: { schema: [] } },
  ],
  ['[grafana/grafana] replicas: x', { replicas: 2 }, { component: 'grafana', reason: 'replicas: x', options: {} }],
  [
    '[loki] collector.securityContext: its root file system is read-only, and x',
    { securityContext: { runAsUser: 0 } },
    {
      component: 'promtail',
      reason: 'collector.securityContext: its root file system is read-only, and x',
      options: { securityContext: { runAsUser: 0, readOnlyRootFilesystem: false } },
    },
  ],
  ['[loki] grafana.ini.server: x', {}, undefined],
  ['[kept] Service/a spec: x', {}, undefined],
])('%s', (problem, options, expected) => expect(retreat(problem, options)).toEqual(expected));

test('settings without a type go where everything is taken, those with one stay', () => {
  const config = {
    limits_config: { retention_period: '30d', unknown_limit: 1 },
    auth_enabled: 'maybe',
    server: { http_listen_port: 3100 },
  };
  expect(typedOptions({ config, unchecked: { server: { x: 1 } } })).toEqual({
    config: { limits_config: { retention_period: '30d' }, server: { http_listen_port: 3100 } },
    unchecked: { server: { x: 1 }, limits_config: { unknown_limit: 1 }, auth_enabled: 'maybe' },
  });
  expect(typedOptions({ version: '3.0.0' })).toEqual({ version: '3.0.0' });
});
