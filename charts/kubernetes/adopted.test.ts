import { type Adopted, checkAdopted, checkAdoptedService, nameField } from './adopted';
import type { Problem } from './problem';

const LABEL_VALUE = 'write 63 characters at most: letters, digits, "-", "_", ".", a letter or digit at both ends';
const SUBDOMAIN = 'use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, 253 characters at most';

test('what runs on a cluster is taken as it is', () => {
  const running: Adopted = {
    name: 'logs-loki',
    instance: 'logs',
    selector: { app: 'loki', release: 'logs' },
    serviceAccount: { name: 'team.logs', create: false },
    config: 'loki.config',
  };
  expect(checkAdopted(running, 'adopt')).toEqual([]);
  expect(checkAdopted({}, 'adopt')).toEqual([]);
  expect(checkAdopted(undefined, 'adopt')).toEqual([]);
});

test.each<[Adopted, Problem]>([
  [{ instance: 'a b' }, { path: 'adopt.instance', message: '"a b" is not a label value', remedy: LABEL_VALUE }],
  [
    { selector: {} },
    {
      path: 'adopt.selector',
      message: 'selects every pod',
      remedy: "write the running workload's spec.selector.matchLabels",
    },
  ],
  [
    { selector: { 'a b': 'x' } },
    {
      path: 'adopt.selector["a b"]',
      message: '"a b" is not a qualified name',
      remedy: 'write "name" or "example.com/name", the name 63 characters at most',
    },
  ],
  [
    { selector: { app: 'loki!' } },
    { path: 'adopt.selector["app"]', message: '"loki!" is not a label value', remedy: LABEL_VALUE },
  ],
  [
    { serviceAccount: { name: 'Loki' } },
    { path: 'adopt.serviceAccount.name', message: '"Loki" is not a DNS subdomain', remedy: SUBDOMAIN },
  ],
  [{ config: '' }, { path: 'adopt.config', message: '"" is not a DNS subdomain', remedy: SUBDOMAIN }],
])('%j is refused', (adopted, problem) => {
  expect(checkAdopted(adopted, 'adopt')).toEqual([problem]);
});

test('every problem is told at once', () => {
  const paths = checkAdopted(
    { instance: ' ', selector: {}, serviceAccount: { name: '' }, config: 'A' },
    'adopt.loki',
  ).map(({ path }) => path);
  expect(paths).toEqual([
    'adopt.loki.instance',
    'adopt.loki.selector',
    'adopt.loki.serviceAccount.name',
    'adopt.loki.config',
  ]);
});

test('a Service has a name that Services have', () => {
  expect(checkAdoptedService(undefined, 'adopt.service')).toEqual([]);
  expect(checkAdoptedService('loki', 'adopt.service')).toEqual([]);
  expect(checkAdoptedService('1-loki', 'adopt.service')).toEqual([
    {
      path: 'adopt.service',
      message: '"1-loki" starts with a digit, as no Service may',
      remedy: 'did you mean "s1-loki"?',
    },
  ]);
});

test('the name of a component is said where it is written', () => {
  expect([nameField(undefined), nameField({}), nameField({ name: 'a' })]).toEqual(['name', 'name', 'adopt.name']);
});
