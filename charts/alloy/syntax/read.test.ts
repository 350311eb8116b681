import { printAlloy } from './print';
import { readAlloy } from './read';
import { attribute, block, call, comment, concat, ref } from './values';

test('a text is read as what would print it', () => {
  const text = `// about it
loki.write "default" { // why
	url = "http://" + sys.env("HOST") /* inside */
	n   = [-1, 1e3, 007, "\\xff", null]
	// last
}
// end
`;
  const literal = (written: string) => expect.objectContaining({ form: { kind: 'literal', text: written } });
  expect(readAlloy(text)).toEqual([
    comment('about it'),
    block('loki.write', 'default', [
      comment('why'),
      attribute('url', concat('http://', call('sys.env', 'HOST'))),
      comment('inside'),
      attribute('n', [-1, literal('1e3'), literal('007'), literal('"\\xff"'), null]),
      comment('last'),
    ]),
    comment('end'),
  ]);
});

test('every form of an expression is read, and printed again', () => {
  const text = `a = (1 + 2) * -x.y[0].z("s", [!true]) ^ 2 - f()
b = 1 .c
d = -0
e = --1
`;
  expect(printAlloy(readAlloy(text))).toBe(text);
  expect(readAlloy('a = x . y\n')).toEqual([attribute('a', ref('x.y'))]);
});

test('of a repeated key the last counts, and a strange one is only a key', () => {
  expect(readAlloy('a = {k = 1, k = 2, __proto__ = 3}\n')).toEqual([
    attribute(
      'a',
      Object.fromEntries([
        ['k', 2],
        ['__proto__', 3],
      ]),
    ),
  ]);
});
