import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  letrec,
  oneof,
  option,
  property,
  string,
  tuple,
} from 'fast-check';
import { isIdentifier } from './characters';
import { formatAlloy } from './format';
import { printAlloy } from './print';
import { readAlloy } from './read';
import {
  type AlloyBody,
  type AlloyExpression,
  type AlloyStatement,
  type AlloyValue,
  at,
  attribute,
  block,
  call,
  comment,
  concat,
  ref,
} from './values';

const identifier: Arbitrary<string> = oneof(
  constantFrom('a', 'url', '_x', 'forward_to', 'é', '名前', 'x9'),
  string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).filter(isIdentifier),
);
const path = array(identifier, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
const text = string({ unit: 'binary', maxLength: 12 });
const key = oneof(identifier, constantFrom('a b', 'app.kubernetes.io/name', '__proto__', '1', 'é ü'));
const number = oneof(integer(), double({ noNaN: true, noDefaultInfinity: true })).map((value) =>
  value === 0 ? 0 : value,
);

const { value } = letrec<{ value: AlloyValue; expression: AlloyExpression }>((tie) => ({
  expression: oneof(
    { depthSize: 'small' },
    path.map(ref),
    tuple(path, array(tie('value'), { maxLength: 3 })).map(([name, args]) => call(name, ...args)),
    tuple(tie('expression'), tie('value')).map(([of, index]) => at(of, index)),
    tuple(tie('value'), tie('value'), array(tie('value'), { maxLength: 2 })).map(
      ([first, second, others]) => concat(first, second, ...others) as AlloyExpression,
    ),
  ),
  value: oneof(
    { depthSize: 'small' },
    text,
    number,
    boolean(),
    constant(null),
    tie('expression'),
    array(tie('value'), { maxLength: 4 }),
    dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));

const remark = array(oneof(constantFrom('why', '', 'two  words', '// more', '/* */'), text), {
  minLength: 1,
  maxLength: 3,
})
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what comments may not hold
  .map((lines) => comment(lines.join('\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g, '')));

const { body } = letrec<{ body: AlloyBody; statement: AlloyStatement }>((tie) => ({
  statement: oneof(
    { depthSize: 'small', withCrossShrink: true },
    tuple(identifier, value).map(([name, given]) => attribute(name, given)),
    remark,
    tuple(path, option(identifier, { nil: undefined }), tie('body')).map(([name, label, statements]) =>
      label === undefined ? block(name, statements) : block(name, label, statements),
    ),
  ),
  body: array(tie('statement'), { maxLength: 5 }),
}));

test('what is printed is as alloy fmt would have it', () => {
  assert(
    property(body, (statements) => {
      const printed = printAlloy(statements);
      expect(formatAlloy(printed)).toBe(printed);
    }),
    { numRuns: 500 },
  );
});

test('what is printed is read as what was printed', () => {
  assert(
    property(body, (statements) => expect(readAlloy(printAlloy(statements))).toEqual(statements)),
    { numRuns: 500 },
  );
});

/** Other space between tokens, where it means nothing. */
const restyled = (printed: string, choices: readonly number[]): string => {
  let used = 0;
  const choice = (): number => choices[used++ % choices.length] ?? 0;
  return printed
    .split('\n')
    .map((line) => {
      if (/^\s*\/\//.test(line)) return `${' '.repeat(choice() % 4)}${line.trimStart()}`;
      return `${'\t '.repeat(choice() % 3)}${line.trimStart()}${['', '  ', '\t'][choice() % 3]}${'\n'.repeat(choice() % 3 === 0 ? choice() % 4 : 0)}`;
    })
    .join(choice() % 2 === 0 ? '\n' : '\r\n');
};

test('formatting once is enough', () => {
  assert(
    property(body, array(integer({ min: 0, max: 11 }), { minLength: 1 }), (statements, choices) => {
      const once = formatAlloy(restyled(printAlloy(statements), choices));
      expect(formatAlloy(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test('formatting changes nothing of what is said', () => {
  assert(
    property(body, array(integer({ min: 0, max: 11 }), { minLength: 1 }), (statements, choices) => {
      const text = restyled(printAlloy(statements), choices);
      expect(readAlloy(formatAlloy(text))).toEqual(readAlloy(text));
    }),
    { numRuns: 300 },
  );
});
