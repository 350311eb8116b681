import { MalformedJson, readJsonObject } from './read-json';
import { writeGoJson, writeJson, writePrettyGoJson, writeRawGoJson } from './write-json';

const read = (text: string): string => {
  const object = readJsonObject(text);
  return object === undefined ? 'nothing' : writeJson(object);
};

test.each([
  ['{"a":1.50,"b":[true,null],"a":2}', '{"a":2,"b":[true,null]}'],
  [' {} \n', '{}'],
  ['null', 'nothing'],
  ['{null:1}', '{"":1}'],
  ['{"a":"\\n\x01"}', '{"a":"\\n\\u0001"}'],
  ['{"a":"\\ud83d\\ude00\\ud800"}', '{"a":"😀\uFFFD"}'],
  ['{"a":1e-7}', '{"a":1e-07}'],
  ['{"a":-0}', '{"a":-0}'],
  ['{"a":"<&\u2028"}', '{"a":"\\u003c\\u0026\\u2028"}'],
  ['{"a":"\uDCFF"}', '{"a":"\\ufffd"}'],
  ['{}\0 anything', '{}'],
])('%j is read as json-iterator reads it', (text, written) => {
  expect(read(text)).toBe(written);
});

test.each([
  '',
  '[1]',
  '"a"',
  '1',
  '{broken',
  '{"a":01}',
  '{"a":1.}',
  '{"a":.5}',
  '{"a":1e999}',
  '{"a":"\x01"}',
  '{"a":"\\x"}',
  '{"a" 1}',
  '{"a":1,}',
  '{"a":1}x',
  '{"a":nul}',
  `${'{"a":'.repeat(10_002)}1${'}'.repeat(10_002)}`,
])('%.20s… is malformed', (text) => {
  expect(() => readJsonObject(text)).toThrow(MalformedJson);
});

test('Go itself sorts keys, and has other escapes', () => {
  const object = readJsonObject('{"b":"<\\b","a":1e-7}');
  expect(writeGoJson(object ?? null)).toBe('{"a":1e-7,"b":"\\u003c\\b"}');
  expect(writeRawGoJson(object ?? null)).toBe('{"a":1e-7,"b":"<\\b"}');
  expect(writePrettyGoJson(object ?? null)).toBe('{\n  "a": 1e-7,\n  "b": "\\u003c\\b"\n}');
});
