import { yamlIn } from './yaml-text';

test.each<[string, unknown]>([
  ['a: 1', { a: 1 }],
  ['a: 1\n---\nb: 2', { a: 1 }],
  ['a: yes\nb: 0o17\nc: 1_000', { a: true, b: 15, c: 1000 }],
  ['', undefined],
  ['# nothing', undefined],
  ['a: [', undefined],
  ['a: *b', undefined],
  ['x: 1\n x: 2', undefined],
])('%j', (text, expected) => expect(yamlIn(text)).toEqual(expected));
