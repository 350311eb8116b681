import type { Json } from '../json';
import { holdsCredential, safeWords, withHiddenWords } from './word-credentials';

test.each<[readonly string[], readonly string[], readonly string[]]>([
  [['-config.file=/a', '-v'], ['-config.file=/a', '-v'], []],
  [['--password=hunter2'], ['--password=$(ARGS_PASSWORD)'], ['its option "password"']],
  [['--db.password', 'hunter2'], ['--db.password', '$(ARGS_DB_PASSWORD)'], ['its option "db.password"']],
  [['-client.url=http://u:hunter2@loki'], ['-client.url=$(ARGS_CLIENT_URL)'], ['its option "client.url"']],
  [['http://u:hunter2@loki'], ['$(ARGS_0)'], ['word 1 of its args']],
  [['-c', 'export PASSWORD=hunter2\nrun'], ['-c', '$(ARGS_C)'], ['its option "c"']],
  [['-u', 'admin:hunter2'], ['-u', '$(ARGS_U)'], ['its option "u"']],
  [['-u', '472:472'], ['-u', '472:472'], []],
  [
    ['--token=hunter2', '--token=hunter3'],
    ['--token=$(ARGS_TOKEN)', '--token=$(ARGS_TOKEN_1)'],
    ['its option "token"', 'its option "token"'],
  ],
  [
    ['--password=$(PASSWORD)', '--password', '$(PASSWORD)'],
    ['--password=$(PASSWORD)', '--password', '$(PASSWORD)'],
    [],
  ],
])('%j', (words, safe, was) => {
  const found = safeWords(words, 'args');
  expect(found.words).toEqual(safe);
  expect(found.variables.map((variable) => variable.was)).toEqual(was);
  for (const { name } of found.variables) expect(name).toMatch(/^[A-Z_][A-Z0-9_]*$/);
  expect(safeWords(found.words, 'args').variables).toEqual([]);
});

test('what is no list has no words', () => {
  expect(safeWords('x', 'command')).toEqual({ words: [], variables: [] });
  expect(safeWords(undefined, 'command')).toEqual({ words: [], variables: [] });
});

test.each<[Json, boolean, Json]>([
  [
    { exec: { command: ['curl', '--password', 'hunter2'] } },
    true,
    { exec: { command: ['curl', '--password', '(not shown)'] } },
  ],
  [{ args: ['--password=hunter2', 1] }, true, { args: ['--password=(not shown)', 1] }],
  [
    { httpHeaders: [{ name: 'Authorization', value: 'Bearer hunter2' }] },
    true,
    { httpHeaders: [{ name: 'Authorization', value: '(not shown)' }] },
  ],
  [
    { httpHeaders: [{ name: 'Accept', value: 'text/plain' }] },
    false,
    { httpHeaders: [{ name: 'Accept', value: 'text/plain' }] },
  ],
  [{ httpGet: { path: '/ready', port: 80 } }, false, { httpGet: { path: '/ready', port: 80 } }],
  [[null, { a: null }], false, [null, { a: null }]],
  [undefined, false, undefined],
])('%j holds one: %s', (value, holds, hidden) => {
  expect(holdsCredential(value)).toBe(holds);
  expect(withHiddenWords(value)).toEqual(hidden);
});
