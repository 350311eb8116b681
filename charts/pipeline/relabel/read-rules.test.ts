import fc from 'fast-check';
import { readRelabelRules } from './read-rules';

const problemsOf = (rule: unknown): readonly string[] =>
  readRelabelRules([rule]).problems.map(({ severity, path, message, remedy }) => {
    expect(severity).toBe('error');
    return `${path.replace('relabel_configs[0]', '')}: ${message} → ${remedy}`;
  });

test.each<[unknown, string]>([
  [{ action: 'replac' }, '.action: "replac" is no action → did you mean "replace"?'],
  [
    { action: 'x' },
    `.action: "x" is no action → write one of replace, keep, drop, keepequal, dropequal, hashmod, labelmap, labeldrop, labelkeep, lowercase, uppercase`,
  ],
  [
    { target: 'a' },
    '.target: is no key of a rule → write one of action, modulus, regex, replacement, separator, source_labels, target_label',
  ],
  [{ target_labl: 'a', action: 'keep' }, '.target_labl: is no key of a rule → did you mean "target_label"?'],
  [
    { 'a b': 'a', action: 'keep' },
    '["a b"]: is no key of a rule → write one of action, modulus, regex, replacement, separator, source_labels, target_label',
  ],
  [{}, '.target_label: is not set, and replace writes to it → name a label'],
  [{ action: 'lowercase' }, '.target_label: is not set, and lowercase writes to it → name a label'],
  [
    { action: 'hashmod', target_label: 'a' },
    '.modulus: is not set, and hashmod divides by it → write how many parts there are',
  ],
  [
    { action: 'hashmod', target_label: 'a', modulus: -1 },
    '.modulus: -1 is no whole number of zero or more → write a number, such as 8',
  ],
  [
    { action: 'hashmod', target_label: 'a', modulus: '8' },
    '.modulus: "8" is no whole number of zero or more → write a number, such as 8',
  ],
  [
    { action: 'uppercase', target_label: 'a', replacement: 'b' },
    '.replacement: is nothing that uppercase takes → leave it out',
  ],
  [
    { action: 'labelmap', replacement: '' },
    '.replacement: is empty, and labelmap makes names of it → write "$1", or leave it out',
  ],
  [
    { action: 'keepequal', target_label: 'a', regex: 'b' },
    '.regex: is nothing that keepequal takes → write only source_labels and target_label',
  ],
  [
    { action: 'dropequal', target_label: 'a', separator: '-' },
    '.separator: is nothing that dropequal takes → write only source_labels and target_label',
  ],
  [{ action: 'labeldrop', source_labels: ['a'] }, '.source_labels: is nothing that labeldrop takes → write only regex'],
  [{ action: 'labelkeep', target_label: 'a' }, '.target_label: is nothing that labelkeep takes → write only regex'],
  [
    { action: 'keep', regex: 'a(?!b)' },
    '.regex: "a(?!b)" is not a regular expression: invalid or unsupported Perl syntax: `(?!` → write RE2, without look-around and \\1',
  ],
  [{ action: 'keep', regex: ['a'] }, '.regex: is a list, not a text → write a text'],
  [{ action: 'keep', source_labels: 'a' }, '.source_labels: is "a", not a list → write the names of labels: [a]'],
  [
    { action: 'keep', source_labels: ['a', ''] },
    '.source_labels: has "", which is no name of a label → write the names of labels: [a, b]',
  ],
  ['replace', ': is "replace", not a rule → write {source_labels: […], target_label: …}'],
])('%j is refused', (rule, problem) => {
  expect(problemsOf(rule)).toEqual([problem]);
});

test('what is no list is refused, and nothing is no rules', () => {
  expect(readRelabelRules({}, 'a').problems).toMatchObject([{ path: 'a', remedy: 'write a list of rules' }]);
  expect(readRelabelRules(undefined)).toEqual({ rules: [], problems: [] });
  expect(readRelabelRules(null)).toEqual({ rules: [], problems: [] });
});

test('all problems of all rules are said at once', () => {
  const { rules, problems } = readRelabelRules([{ regex: '(', modulus: -1, x: 1 }, { action: 'keep' }, { action: 1 }]);
  expect(rules).toHaveLength(1);
  expect(problems.map(({ path }) => path)).toEqual([
    'relabel_configs[0].x',
    'relabel_configs[0].regex',
    'relabel_configs[0].modulus',
    'relabel_configs[2].action',
  ]);
});

test.each([
  [{ action: 'KEEP' }],
  // Within Prometheus' brackets it is a pattern.
  [{ action: 'keep', regex: 'a)(b' }],
  [{ target_label: 'a-b' }],
  [{ target_label: '${1}', source_labels: ['a'] }],
  [{ action: 'keep', regex: 5 }],
  [{ action: 'keep', source_labels: [1, true] }],
  [{ action: 'hashmod', target_label: 'a', modulus: 2.9 }],
  [{ action: 'labeldrop', source_labels: null, regex: null }],
])('%j is taken', (rule) => {
  expect(problemsOf(rule)).toEqual([]);
});

test('anything in the place of rules', () => {
  const keys = fc.constantFrom(
    'action',
    'regex',
    'source_labels',
    'target_label',
    'modulus',
    'separator',
    'replacement',
    'x',
  );
  const rule = fc.dictionary(
    keys,
    fc.oneof(fc.anything({ maxDepth: 1 }), fc.constantFrom('keep', 'hashmod', 'a', '(')),
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.array(rule)), (config) => {
      for (const { path, message, remedy } of readRelabelRules(config).problems) {
        expect([path, message, remedy]).not.toContain('');
      }
    }),
  );
});
