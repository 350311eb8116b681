import fc from 'fast-check';
import { checkName, nearestDnsLabel } from './names';

test.each(['loki', 'a', '1', '1-a', 'a--b', 'a'.repeat(63)])('%j is a name', (name) => {
  expect(checkName(name, 'name')).toEqual([]);
});

test.each<[unknown, string]>([
  ['Loki', 'did you mean "loki"?'],
  ['my logs', 'did you mean "my-logs"?'],
  ['my_logs.', 'did you mean "my-logs"?'],
  ['-loki-', 'did you mean "loki"?'],
  ['ä', 'write a name such as "loki"'],
  ['', 'write a name such as "loki"'],
  [`${'a'.repeat(63)}_b`, `did you mean "${'a'.repeat(63)}"?`],
  ['a'.repeat(64), 'shorten it to 63 characters or less'],
  [3, 'write a DNS label, such as "loki"'],
  [undefined, 'write a DNS label, such as "loki"'],
  [null, 'write a DNS label, such as "loki"'],
])('%j is none', (name, remedy) => {
  expect(checkName(name, 'loki.name')).toEqual([{ path: 'loki.name', message: expect.any(String), remedy }]);
});

test('one that is too long says for what', () => {
  expect(checkName('a'.repeat(11), 'name', { maxLength: 10, derived: 'a label' })).toEqual([
    {
      path: 'name',
      message: '"aaaaaaaaaaa" has 11 characters, 10 fit: a label is made from it',
      remedy: 'shorten it to 10 characters or less',
    },
  ]);
});

test('a Service begins with a letter', () => {
  expect(checkName('1st', 'name', { ofService: true })).toEqual([
    { path: 'name', message: '"1st" starts with a digit, as no Service may', remedy: 'did you mean "s1st"?' },
  ]);
  expect(checkName('1 St', 'name', { ofService: true })[0]?.remedy).toBe('did you mean "st"?');
  expect(checkName('loki-1', 'name', { ofService: true })).toEqual([]);
});

test('what is proposed is always a name', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 63 }), fc.boolean(), (text, maxLength, ofService) => {
      const nearest = nearestDnsLabel(text, maxLength);
      if (nearest !== undefined) expect(checkName(nearest, 'name', { maxLength })).toEqual([]);
      const [problem] = checkName(text, 'name', { maxLength, ofService });
      const [, meant] = /^did you mean "(.*)"/.exec(problem?.remedy ?? '') ?? [];
      if (meant !== undefined) expect(checkName(meant, 'name', { maxLength, ofService })).toEqual([]);
    }),
  );
});
