import { type KeyNode, nearestTables } from '../../config-check/tables';
import { checkPromtailConfig } from './check-config';
import { PROMTAIL } from './program';

const RELEASES = ['2.1.0', '2.9.17', '3.6.11'];

type Json = Readonly<Record<string, unknown>>;

/** A configuration with one value in it, at the end of steps as the tables have them. */
function withValue([step, ...steps]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  return step === '[]' ? [withValue(steps, value)] : { [step]: withValue(steps, value) };
}

const pathOf = (steps: readonly string[]): string =>
  steps.reduce((path, step) => (step === '[]' ? `${path}[0]` : path === '' ? step : `${path}.${step}`), '');

interface Placed {
  readonly steps: readonly string[];
  readonly type: string;
  readonly preset?: string;
}

/** Every key that a release has. */
function keysOf(release: string): Placed[] {
  const tables = nearestTables(PROMTAIL, release);
  const table = tables?.nearest[0] ?? 0;
  const visit = (node: KeyNode, steps: readonly string[]): Placed[] =>
    [...node.children].flatMap(([step, child]) => {
      const key = child.at(table);
      const own = [...steps, step === '*' ? 'a' : step];
      return key === undefined ? [] : [{ steps: own, ...key }, ...visit(child, own)];
    });
  return tables === undefined ? [] : visit(tables.root, []);
}

const errorPaths = (config: unknown, release: string): string[] =>
  checkPromtailConfig(config as Json, release)
    .filter(({ severity }) => severity === 'error')
    .map(({ path }) => path);

// The real Promtail of each release takes every key of its table by name, and refuses a made-up one beside it.
test.each(RELEASES)('%s refuses a made-up key wherever there are keys', (release) => {
  const blocks = keysOf(release).filter(({ type }) => type === 'object');
  expect(blocks.length).toBeGreaterThan(40);
  const missed = blocks
    .map(({ steps }) => [...steps, 'made_up_key'])
    .filter((steps) => !errorPaths(withValue(steps, 'x'), release).includes(pathOf(steps)));
  expect(missed).toEqual([]);
});

test.each(RELEASES)('%s takes every key with its default', (release) => {
  const keys = keysOf(release).filter(({ type, preset }) => preset !== undefined && preset !== '' && type !== 'object');
  expect(keys.length).toBeGreaterThan(60);
  const refused = keys.filter(({ steps, type, preset = '' }) => {
    const value = type === 'bool' ? preset === 'true' : /^(?:u?int(?:32)?|float)$/.test(type) ? Number(preset) : preset;
    return errorPaths(withValue(steps, value), release).includes(pathOf(steps));
  });
  expect(refused.map(({ steps }) => pathOf(steps))).toEqual([]);
});
