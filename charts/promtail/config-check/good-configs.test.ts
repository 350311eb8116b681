import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPromtailConfigText } from './check-config-text';

const textOf = (name: string): string =>
  readFileSync(join(__dirname, '../../../test/fixtures/promtail-configs', `${name}.yaml`), 'utf8');

const errorsOf = (name: string, release: string) =>
  checkPromtailConfigText(textOf(name), release).filter(({ severity }) => severity === 'error');

test.each([
  ['stack-2021', ['2.1.0', '2.4.2', '2.9.17', '3.0.0', '3.6.11']],
  ['last-chart', ['2.9.17', '3.3.2', '3.6.11']],
  ['every-source', ['2.9.17', '3.0.0', '3.6.11']],
])('%s is right for the releases that it was made for', (name, releases) => {
  expect(releases.flatMap((release) => errorsOf(name, release))).toEqual([]);
});

test('what came after a release is refused there, with the release that has it', () => {
  const paths = errorsOf('every-source', '2.1.0').map(({ path }) => path);
  expect(paths).toContain('limits_config');
  expect(paths).toContain('clients[1].name');
  expect(paths).toContain('scrape_configs[8].kafka');
});

test('what is read from the environment is not judged', () => {
  expect(checkPromtailConfigText(textOf('every-source'), '3.6.11')).toEqual([]);
});
