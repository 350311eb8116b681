import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Finding } from './finding';
import { goUrlMistake } from './go-url';
import { checkKeys } from './keys-check';
import type { CheckedProgram } from './program';
import { readYaml as readYamlFor } from './read-yaml';
import type { KeyNode, ReleaseTables } from './tables';
import { regexMistake } from './texts';

// What Go itself says of each: go-yaml 2.4.0, strict, into each of the types that Loki's settings have, with the readers of
// Prometheus, dskit and datasize behind them.

const fixture = <Row>(name: string): Row[] =>
  readFileSync(join(__dirname, '../../test/fixtures', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const keyOf = (type: string, children: readonly (readonly [string, KeyNode])[] = []): KeyNode => ({
  at: () => ({ type }),
  children: new Map(children),
});

const PAIR = [
  ['a', keyOf('int')],
  ['b', keyOf('string')],
] as const;

const PROGRAM: CheckedProgram = {
  name: 'loki',
  title: 'Loki',
  keys: '',
  replacedKeys: [],
  knownSince: [],
  strangeBlocks: {},
};

const readYaml = (text: string) => readYamlFor(text, PROGRAM.title);

const tablesOfKeys = (...keys: readonly (readonly [string, KeyNode])[]): ReleaseTables => ({
  root: keyOf('object', keys),
  nearest: [0],
  releases: ['3.7.6'],
  program: PROGRAM,
});

function errorsOf(text: string, tables: ReleaseTables): Finding[] {
  const { root, findings } = readYaml(text);
  const ofText = findings.filter(({ severity }) => severity === 'error');
  return ofText.length > 0 ? ofText : checkKeys(root, '3.7.6', tables).filter(({ severity }) => severity === 'error');
}

describe('a value', () => {
  interface Value {
    readonly text: string;
    /** The types that Go takes it for. */
    readonly takes: string;
  }

  const VALUES = fixture<Value>('go-values.jsonl');
  const TYPES = [...new Set(VALUES.flatMap(({ takes }) => takes.split(' ')))].filter((type) => type !== '').sort();

  const keyOfType = (type: string): KeyNode => {
    if (type === 'object') return keyOf(type, PAIR);
    if (type === 'list<object>') return keyOf(type, [['[]', keyOf('object', PAIR)]]);
    return keyOf(type);
  };

  /** Where we differ, on purpose or because it makes no difference. */
  const OTHERWISE: readonly (readonly [type: RegExp, text: RegExp, reason: string])[] = [
    [/^schema-version$/, /922337203685477580[78]/, 'no version of the schema, and refused as such'],
    [/^binary-bytes$/, /8EiB/, 'one more than fits, which Go lets wrap around'],
    [/^(url|regex)$/, /^["'](~|null)["']$/, 'Go takes the quoted word for nothing here'],
    [/^regex$/, /\(\?<n>/, 'newer releases of Go take it'],
    [/^bytes$/, /^\u00a0$|^"\\?\t"$/, 'blanks are not asked for'],
    [/^any$/, /^\{a: 1, a: 2\}$/, 'nothing in a free value is looked at'],
  ];

  test.each(TYPES)('for %s is taken and refused as Go does', (type) => {
    const tables = tablesOfKeys(['k', keyOfType(type)]);
    const different = VALUES.filter(({ text, takes }) => {
      const taken = errorsOf(`k: ${text}\n`, tables).length === 0;
      return taken !== takes.split(' ').includes(type);
    }).filter(({ text }) => !OTHERWISE.some(([types, texts]) => types.test(type) && texts.test(text)));
    expect(different).toEqual([]);
  });
});

describe('a document', () => {
  interface Document {
    readonly text: string;
    readonly error?: string;
  }

  const TABLES = tablesOfKeys(
    ...PAIR,
    ['o', keyOf('object', PAIR)],
    ['l', keyOf('list<string>')],
    ['lo', keyOf('list<object>', [['[]', keyOf('object', PAIR)]])],
    ['m', keyOf('map<string>')],
    ['mo', keyOf('map<object>', [['*', keyOf('object', PAIR)]])],
    ['x', keyOf('any')],
  );

  const OTHERWISE: readonly (readonly [text: RegExp, reason: string])[] = [
    [/^x: \{(a|1): \w, (a|1): \w\}/, 'nothing in a free value is looked at'],
    [/^m:\n.*<<: /s, 'a merged key beside the same one, in a map of free names'],
    [/^(o: |l: \[)\$\{X\}/, 'filled in before it is read'],
    [
      /^(?:#.*\n|\s*\n)*(\{a: 1.*\}| {2}[ab]:)\n?./,
      'Go stops at what is indented less than the first line, and reads no more',
    ],
    [/^l: \[a:\]|^l: \[:a\]|^o: \{b:\}/, 'a colon at an end of a text within brackets'],
    [/^a: &(a\.b|a:b|é) /, 'a strange name of an anchor'],
    [/^x: \[{100}/, 'deeper than any configuration'],
    [/^[\s#c]*$/, 'nothing in it but a tab'],
    [/^b: "x\n/, 'a tab before the second line of a text in quotes'],
  ];

  test('is taken and refused as Go does', () => {
    const documents = fixture<Document>('go-documents.jsonl');
    const different = documents
      .filter(({ text, error }) => errorsOf(text, TABLES).length > 0 !== (error !== undefined))
      .filter(({ text }) => !OTHERWISE.some(([pattern]) => pattern.test(text)));
    expect(different).toEqual([]);
    expect(documents.length).toBeGreaterThan(500);
  });

  test('whose lines in brackets begin left of their key is read with the right lines', () => {
    const { root, findings } = readYaml('o: {\na: 1\n}\nl: [\n  x,\ny\n]\nb: z\n');
    expect(findings).toEqual([]);
    expect(root.kind === 'map' && root.entries.map(({ key, line }) => [key, line])).toEqual([
      ['o', 1],
      ['l', 4],
      ['b', 8],
    ]);
  });

  test('is read in full whichever character ends its lines', () => {
    const lines = ['a: 1', 'l:', '- x', 'b: y'];
    const [first, ...others] = ['\n', '\r\n', '\r', '\u0085', '\u2028'].map((end) =>
      readYaml(`${lines.join(end)}${end}`),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  test('with a template in it is not a document yet', () => {
    expect(readYaml('a: 1\nb: {{ .Values.x }}: {{\n').findings).toContainEqual(
      expect.objectContaining({ line: 3, remedy: 'check what the template gives, not the template' }),
    );
  });
});

describe('readers of texts', () => {
  test('say why, in a few words', () => {
    expect(regexMistake('a(b')?.message).toBe('"a(b" is not a regular expression: missing closing )');
    expect(regexMistake('a(?=a)')).toEqual({
      message: '"a(?=a)" is not a regular expression: invalid or unsupported Perl syntax: `(?=`',
      remedy: 'write it without looking ahead or behind, which Go cannot',
    });
    expect(regexMistake(`x[${'a'.repeat(100)}`)?.message).toMatch(
      /^"x\[a{55}…" is not a regular expression: missing closing ]: `\[a{36}…$/,
    );
    expect(goUrlMistake('http://a b/')).toBe('its host holds " "');
    expect(goUrlMistake('http://host:http/x')).toBe('its port is not a number');
    expect(goUrlMistake('10.0.0.1:80/x')).toBe('what stands before its ":" is not a protocol');
  });

  test('never throw, and take what is quoted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        goUrlMistake(text);
        regexMistake(text);
        const literal = text.replace(/[^A-Za-z0-9]/gu, (sign) => (sign.charCodeAt(0) < 0x80 ? `\\${sign}` : sign));
        expect(regexMistake(literal)).toBeUndefined();
      }),
    );
  });
});
