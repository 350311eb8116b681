import fc from 'fast-check';
import { leastConfig } from '../../../test/loki-configs';
import { checkLokiConfig } from './check-config';
import { checkLokiConfigText } from './check-config-text';
import { type Key, type KeyNode, tablesOf } from './tables';

const RELEASES = tablesOf('3.7.6')?.releases ?? [];

type Json = Readonly<Record<string, unknown>>;

/** The configuration with one more value, at the end of steps as the tables have them. */
function withValue(config: unknown, [step, ...steps]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (step === '[]') return [withValue(Array.isArray(config) ? config[0] : {}, steps, value)];
  const map = (typeof config === 'object' && config !== null ? config : {}) as Json;
  return { ...map, [step]: withValue(map[step], steps, value) };
}

/** Every key of a release with a default, and its value. */
function presets(release: string): [steps: string[], value: unknown][] {
  const table = RELEASES.indexOf(release);
  const all: [string[], unknown][] = [];
  const visit = (node: KeyNode, steps: string[]): void => {
    for (const [step, child] of node.children) {
      const key = child.at(table);
      if (key === undefined) continue;
      if (key.preset !== undefined) all.push([[...steps, step], presetValue(key, key.preset)]);
      // A name for the values of a map, another one in each.
      visit(child, [...steps, step === '*' ? `${steps.at(-1)}-1` : step]);
    }
  };
  visit(tablesOf(release)?.root as KeyNode, []);
  return all;
}

function presetValue({ type }: Key, preset: string): unknown {
  if (type === 'bool') return preset === 'true';
  if (/^(int|uint|uint32|float)$/.test(type)) return Number(preset);
  return type.startsWith('list') ? JSON.parse(preset) : preset;
}

/** Defaults that are no good when they are written, because another setting is missing, or because they never were. */
const NO_GOOD = [
  /remote_write\.clients?\.|remotewrite|ruler_remote_write_config|http_client_config/, // wants a url, or a whole way to sign in
  /replication_factor$/, // 3, with a ring in memory
  /(active_index_directory|cache_location|working_directory|directory|path_prefix)$/, // nothing, where 3.x wants a folder
  /otlp_config.*(action|attributes)$|relabel_configs\./, // half an entry of a list
  /^schema_config/, // a period of its own
  /index_stats_results_cache\.cache\.embedded_cache\.enabled$/, // the cache that is there unless this is written
];

describe('whatever is given', () => {
  test('no text makes it throw', () => {
    const words = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '\n  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '<<',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!!int',
      '0x',
      '\t',
      '---\n',
      '? ',
      'schema_config',
      'configs',
      'from',
      'limits_config',
      'null',
      '~',
      '${A}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join('')),
        ),
        fc.constantFrom(...RELEASES, '2.4.0', '3.2.1', 'x'),
        (text, release) => {
          expect(
            Array.isArray(
              checkLokiConfigText(text, release, { today: '2026-11-24', replicas: 2, writablePaths: ['/loki'] }),
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('no value makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...RELEASES), (value, release) => {
        expect(Array.isArray(checkLokiConfig(value, release))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('no value in the place of any key makes it throw, and every problem has a path and a remedy', () => {
    const places = fc.constantFrom(...presets('3.7.6').map(([steps]) => steps));
    const values = fc.oneof(
      fc.constant(null),
      fc.constant(''),
      fc.constant([]),
      fc.constant({}),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.string(),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(places, fc.nat(6), values, (steps, depth, value) => {
        const config = withValue(leastConfig('3.7.6'), steps.slice(0, Math.max(1, steps.length - depth)), value);
        for (const { path, message, remedy } of checkLokiConfig(config, '3.7.6')) {
          expect([typeof path, message.length > 0, remedy.length > 0]).toEqual(['string', true, true]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the same text gives the same problems', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(checkLokiConfigText(text, '3.7.6')).toEqual(checkLokiConfigText(text, '3.7.6'));
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(RELEASES)('Loki %s', (release) => {
  test('takes a small good configuration', () => {
    expect(checkLokiConfig(leastConfig(release), release)).toEqual([]);
  });

  test('takes every key with its own default', () => {
    const keys = presets(release).filter(([steps]) => !NO_GOOD.some((pattern) => pattern.test(steps.join('.'))));
    const blocks = [...new Set(keys.map(([[block = '']]) => block))];
    expect(keys.length).toBeGreaterThan(500);
    for (const block of blocks) {
      const config = keys
        .filter(([[first]]) => first === block)
        .reduce<unknown>((whole, [steps, value]) => withValue(whole, steps, value), leastConfig(release));
      const errors = checkLokiConfig(config, release).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
    }
  });
});
