import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLokiConfig } from './check-config';
import { type KeyNode, tablesOf } from './tables';

describe('the release that a configuration is for', () => {
  test('has a table of its own, or that of another patch of its line', () => {
    expect(tablesOf('3.7.6')?.nearest).toEqual([6]);
    expect(tablesOf('3.7.0')?.nearest).toEqual([6]);
    expect(tablesOf('2.9.4')?.nearest).toEqual([1]);
  });

  test('is judged by the tables before and after it where its line has none', () => {
    expect(tablesOf('2.4.2')?.nearest).toEqual([0, 1]);
    expect(tablesOf('3.1.0')?.nearest).toEqual([2, 3]);
    expect(tablesOf('3.4.2')?.nearest).toEqual([3, 4]);
  });

  test('is refused when Loki never had that line', () => {
    expect(checkLokiConfig({}, '4.0.0')).toEqual([
      expect.objectContaining({ severity: 'error', path: 'release', remedy: 'did you mean "3.7.6"?' }),
    ]);
    expect(checkLokiConfig({}, 'latest')).toEqual([expect.objectContaining({ path: 'release' })]);
  });
});

describe('a key of the tables', () => {
  const root = tablesOf('3.7.6')?.root;
  const key = (...steps: string[]): KeyNode | undefined =>
    steps.reduce<KeyNode | undefined>((node, step) => node?.children.get(step), root);

  test('has the default of each release', () => {
    const port = key('server', 'http_listen_port');
    expect([0, 1, 6].map((table) => port?.at(table)?.preset)).toEqual(['80', '3100', '3100']);
  });

  test('can go and come back', () => {
    const backoff = key('ingester', 'flush_op_backoff');
    expect([0, 1, 2, 3].map((table) => backoff?.at(table)?.type)).toEqual([undefined, 'object', undefined, 'object']);
    expect(backoff?.children.get('max_retries')?.at(6)?.preset).toBe('10');
  });

  test('is found in a block that several keys share, in items of lists and in values of maps', () => {
    expect(key('common', 'ring', 'kvstore', 'consul', 'host')?.at(6)?.preset).toBe('localhost:8500');
    expect(key('schema_config', 'configs', '[]', 'from')?.at(6)?.type).toBe('date');
    expect(key('storage_config', 'named_stores', 'aws', '*', 'region')?.at(6)?.type).toBe('string');
  });

  test('says which notation a duration has', () => {
    expect(key('limits_config', 'max_query_length')?.at(0)?.type).toBe('go-duration');
    expect(key('limits_config', 'max_query_length')?.at(6)?.type).toBe('duration');
    expect(key('ingester', 'max_chunk_age')?.at(6)?.type).toBe('go-duration');
  });
});

/** Every key that a release is said to have. */
function pathsOf(release: string): string[] {
  const { root, nearest } = tablesOf(release) ?? { root: undefined, nearest: [] };
  const paths: string[] = [];
  const visit = (node: KeyNode | undefined, path: string): void => {
    for (const [step, child] of node?.children ?? []) {
      if (child.at(nearest[0] ?? 0) === undefined) continue;
      const below = step === '[]' ? `${path}[]` : path === '' ? step : `${path}.${step}`;
      if (step !== '[]') paths.push(below);
      visit(child, below);
    }
  };
  visit(root, '');
  return paths.sort();
}

const FOLDER = join(__dirname, '../../../test/fixtures/loki-keys');

test.each(readdirSync(FOLDER))('the keys of %s are those that the program has', (file) => {
  const listed = readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .filter((path) => !/(\[\]|\*)$/.test(path));
  const ours = pathsOf(file.replace('.txt', '')).filter((path) => !path.endsWith('*'));
  expect(ours).toEqual(listed.sort());
});
