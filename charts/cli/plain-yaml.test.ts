import { readPlainYaml } from './plain-yaml';

test('scalars are those of YAML 1.1', () => {
  const text = `
a: yes
b: 0755
c: 1e3
d: .inf
e: -.inf
f: .nan
g: ~
h: 2024-01-02
i: "5"
j: 9007199254740993
k: 1_000
l: text
m: [1, {n: }]
`;
  expect(readPlainYaml(text)).toEqual({
    value: {
      a: true,
      b: 493,
      c: 1000,
      d: Infinity,
      e: -Infinity,
      f: Number.NaN,
      g: null,
      h: '2024-01-02',
      i: '5',
      j: 9_007_199_254_740_993n,
      k: 1000,
      l: 'text',
      m: [1, { n: null }],
    },
    problems: [],
  });
});

test('keys that are written twice are problems, wherever they stand', () => {
  expect(readPlainYaml('a: 1\nb: [{c: 1, c: 2}]\na: 2\n').problems).toMatchObject([
    { path: 'b[0].c', remedy: 'keep one of the two' },
    { path: 'a', remedy: 'keep one of the two' },
  ]);
});

test('what is no YAML has a line', () => {
  expect(readPlainYaml('a: 1\nb: [\n').problems).toMatchObject([{ path: expect.stringMatching(/^line \d$/) }]);
});

test('keys are keys, whatever their name', () => {
  const { value } = readPlainYaml('__proto__: 1\nconstructor: 2\n');
  expect(Object.entries(value ?? {})).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
  ]);
});
