import type { Manifest } from '../manifest';
import { checkData } from './data';

const check = (kind: string, fields: object) =>
  checkData({ apiVersion: 'v1', kind, metadata: { name: 'a' }, ...fields } as Manifest);

const KEY_REMEDY = 'write 253 characters at most: letters, digits, "-", "_" and ".", not two of these first';

test.each(['loki.yaml', '.dockerconfigjson', 'a-b_C.9', '.a', 'a'.repeat(253)])('a key %j names a file', (key) => {
  expect(check('ConfigMap', { data: { [key]: 'a' } })).toEqual([]);
});

test.each(['', 'a b', 'a/b', '.', '..', '..data', 'ä', 'a'.repeat(254)])('a key %j does not', (key) => {
  expect(check('Secret', { stringData: { [key]: 'a' } })).toEqual([
    { path: `stringData[${JSON.stringify(key)}]`, message: `${JSON.stringify(key)} is not a key`, remedy: KEY_REMEDY },
  ]);
});

test('a value that is no text, without telling it', () => {
  expect(check('Secret', { stringData: { pin: 1234 } })).toEqual([
    { path: 'stringData["pin"]', message: 'is not text', remedy: 'write text between quotes' },
  ]);
});

test.each(['', 'aA==', 'aGk=', 'aGFs\nbG8h', 'YWJj'])('base64 %j', (text) => {
  expect(check('Secret', { data: { a: text } })).toEqual([]);
  expect(check('ConfigMap', { binaryData: { a: text } })).toEqual([]);
});

test.each(['plain text', 'aGk', 'a===', 'aG-_'])('what is no base64: %j', (text) => {
  expect(check('Secret', { data: { a: text } })).toEqual([
    { path: 'data["a"]', message: 'is not base64', remedy: 'encode it, or put the text under stringData' },
  ]);
  expect(check('ConfigMap', { binaryData: { a: text } })).toEqual([
    { path: 'binaryData["a"]', message: 'is not base64', remedy: 'encode it, or put the text under data' },
  ]);
  expect(check('ConfigMap', { data: { a: text } })).toEqual([]);
});

test('a key of both data and binaryData, which one ConfigMap has no room for', () => {
  expect(check('ConfigMap', { data: { a: 'x' }, binaryData: { a: 'YWJj' } })).toEqual([
    { path: 'binaryData["a"]', message: 'stands in data too', remedy: 'keep one of them' },
  ]);
  expect(check('Secret', { data: { a: 'YWJj' }, stringData: { a: 'x' } })).toEqual([]);
});

test('other kinds have data of their own', () => {
  expect(check('Deployment', { data: { 'a b': 1 } })).toEqual([]);
  expect(
    checkData({ apiVersion: 'example.com/v1', kind: 'Secret', metadata: { name: 'a' }, data: { 'a b': 1 } }),
  ).toEqual([]);
});
