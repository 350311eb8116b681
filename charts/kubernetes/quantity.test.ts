import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { canonicalQuantity, checkQuantity, parseQuantity, quantityBytes } from './quantity';

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

/** What is written, and what the API server makes of it. */
const CANONICAL = [
  ['0', '0'],
  ['0.0Gi', '0'],
  ['-0', '0'],
  ['1', '1'],
  ['1000m', '1'],
  ['1500m', '1500m'],
  ['0.5', '500m'],
  ['.5', '500m'],
  ['0.1', '100m'],
  ['0.0000015', '1500n'],
  ['1024', '1024'],
  ['1000', '1k'],
  ['1000000', '1M'],
  ['1500000k', '1500M'],
  ['1000P', '1E'],
  ['1024Mi', '1Gi'],
  ['2048Mi', '2Gi'],
  ['1536Mi', '1536Mi'],
  ['1.5Gi', '1536Mi'],
  ['0.5Gi', '512Mi'],
  ['1024Ki', '1Mi'],
  ['1048576Ti', '1Ei'],
  ['1.3Gi', '1395864371200m'],
  ['0.5Ki', '512'],
  ['0.3Ki', '307200m'],
  ['10Ei', '9223372036854775807'],
  ['100e3', '100e3'],
  ['1.5e3', '1500'],
  ['1e-3', '1e-3'],
  ['1e-7', '100e-9'],
  ['1000e-3', '1'],
  ['1e21', '1e21'],
  ['1.0000000001', '1000000001n'],
  ['0.1n', '1n'],
  ['-0.1n', '-1n'],
  ['-1024Ki', '-1Mi'],
] as const;

/** The API server keeps these as they are written, until something rewrites them; we spell them the usual way. */
const RESPELT = [
  ['+5', '5'],
  ['05', '5'],
  ['1.G', '1G'],
  ['1.500', '1500m'],
  ['1.234', '1234m'],
  ['1e+6', '1e6'],
  ['1E3', '1e3'],
  ['1.953125Ki', '2k'],
  ['1000E', '1e21'],
] as const;

const NOT_QUANTITIES = [
  '',
  '.',
  '+',
  'm',
  'Gi',
  '1..2',
  '1.2.3',
  '1 Gi',
  ' 1',
  '1K',
  '1ki',
  '1mi',
  '1i',
  '1GB',
  '1e',
  '1e+',
  '1E3Gi',
  '0x1',
  '1_000',
  '1,5',
  '1e100',
  '١',
  '1\n',
];

const quantities = (): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '', '+', '-'),
      fc.oneof(
        fc.nat().map(String),
        fc.nat(2000).map((n) => `${n * 512}`),
        fc.nat(99).map((n) => `${n}000`),
      ),
      fc.oneof(
        fc.constant(''),
        fc.nat(99_999).map((n) => `.${n}`),
        fc.stringMatching(/^\.[0-9]{9,12}$/),
      ),
      fc.constantFrom(
        '',
        ...'numkMGTPE',
        ...'KMGTPE'.replace(/./g, '$&i ').trim().split(' '),
        'e3',
        'E-4',
        'e+8',
        'e0',
      ),
    )
    .map((parts) => parts.join(''));

describe('parseQuantity', () => {
  test.each([
    ['1', { nano: 10n ** 9n, notation: 'decimal' }],
    ['-250m', { nano: -25n * 10n ** 7n, notation: 'decimal' }],
    ['+1.5Gi', { nano: 3n * 2n ** 29n * 10n ** 9n, notation: 'binary' }],
    ['2E', { nano: 2n * 10n ** 27n, notation: 'decimal' }],
    ['2E1', { nano: 20n * 10n ** 9n, notation: 'exponent' }],
    ['1.01n', { nano: 2n, notation: 'decimal' }],
    ['8Ei', { nano: (2n ** 63n - 1n) * 10n ** 9n, notation: 'binary' }],
    ['18446744073709551616', { nano: 2n ** 64n * 10n ** 9n, notation: 'decimal' }],
  ])('reads %s exactly', (text, quantity) => {
    expect(parseQuantity(text)).toEqual(quantity);
  });

  test.each(NOT_QUANTITIES)('%j is none', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('canonicalQuantity', () => {
  test.each([...CANONICAL, ...RESPELT])('%s becomes %s', (text, canonical) => {
    expect(canonicalQuantity(text)).toBe(canonical);
  });

  test.each([
    [0.25, '250m'],
    [2, '2'],
    [4096, '4096'],
    [1e21, '1e21'],
    [1e-7, '100e-9'],
  ])('the number %d becomes %s', (number, canonical) => {
    expect(canonicalQuantity(number)).toBe(canonical);
  });

  test.each(NOT_QUANTITIES)('%j stays what it is', (text) => {
    expect(canonicalQuantity(text)).toBe(text);
  });

  test('keeps the value, and once is enough', () => {
    fc.assert(
      fc.property(quantities(), (text) => {
        const canonical = canonicalQuantity(text);
        expect(parseQuantity(canonical)?.nano).toBe(parseQuantity(text)?.nano);
        expect(canonicalQuantity(canonical)).toBe(canonical);
        expect(canonical).toMatch(/^-?[0-9]+([numkMGTPE]|[KMGTPE]i|e-?[0-9]+)?$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('against kubectl', () => {
  const storedBy = (texts: readonly string[]): readonly (string | undefined)[] => {
    const requests = Object.fromEntries(texts.map((text, index) => [`example.com/${index}`, text]));
    const template = { spec: { containers: [{ name: 'a', image: 'a', resources: { requests } }] } };
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, spec: { template } };
    const { stdout, stderr } = spawnSync(
      'kubectl',
      ['set', 'resources', '--local', '-f', '-', '--limits=cpu=1', '-o', 'json'],
      {
        input: JSON.stringify(deployment),
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      },
    );
    expect(stderr).toBe('');
    const stored = JSON.parse(stdout).spec.template.spec.containers[0].resources.requests;
    return texts.map((_, index) => stored[`example.com/${index}`]);
  };

  (hasKubectl ? test : test.skip)('it makes of each quantity what we make of it', () => {
    expect(storedBy(CANONICAL.map(([text]) => text))).toEqual(CANONICAL.map(([, canonical]) => canonical));
  });

  (hasKubectl ? test : test.skip)('it changes nothing of what we have written', () => {
    const canonical = [...RESPELT, ...CANONICAL].map(([, text]) => text);
    const sample = [...canonical, ...fc.sample(quantities(), 1000).map(canonicalQuantity)];
    expect(storedBy(sample)).toEqual(sample);
  });
});

describe('quantityBytes', () => {
  test.each([
    ['1.5Gi', 1_610_612_736n],
    ['1k', 1000n],
    ['100m', 1n],
    ['1001m', 2n],
    ['-100m', -1n],
    ['0', 0n],
    ['10 GB', 0n],
  ])('%s are %d', (text, bytes) => {
    expect(quantityBytes(text)).toBe(bytes);
  });
});

describe('checkQuantity', () => {
  test.each(['0', '10Gi', '500m', '1.5', '1e3', '+1', 0, 0.5, 1e9])('takes %j', (value) => {
    expect(checkQuantity(value, 'loki.size')).toEqual([]);
  });

  test.each([
    ['10 GB', '10Gi'],
    ['10GB', '10Gi'],
    ['10gb', '10Gi'],
    ['10GiB', '10Gi'],
    ['10g', '10Gi'],
    ['10 Gi', '10Gi'],
    ['10gi', '10Gi'],
    ['10 G', '10G'],
    ['10K', '10Ki'],
    ['512 mb', '512Mi'],
    ['1.5 TB', '1.5Ti'],
    ['2 cores', '2'],
    ['0.5 vCPU', '0.5'],
    ['500 millicores', '500m'],
    ['500mcpu', '500m'],
    ['1024 bytes', '1024'],
    [' 5', '5'],
  ])('knows what %j means', (value, meant) => {
    expect(checkQuantity(value, 'loki.size')).toEqual([
      { path: 'loki.size', message: `"${value}" is not a quantity`, remedy: `did you mean "${meant}"?` },
    ]);
  });

  test.each([
    ['', '""'],
    ['much', '"much"'],
    ['1.2.3G', '"1.2.3G"'],
    ['1,5Gi', '"1,5Gi"'],
    ['Gi', '"Gi"'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
  ])('refuses %j', (value, shown) => {
    expect(checkQuantity(value, 'loki.cpu', '500m')).toEqual([
      { path: 'loki.cpu', message: `${shown} is not a quantity`, remedy: 'write a number and a unit, such as "500m"' },
    ]);
  });

  test.each([
    ['-1Gi', '"-1Gi"'],
    [-2, '-2'],
  ])('refuses the negative %j', (value, shown) => {
    expect(checkQuantity(value, 'loki.size')).toEqual([
      { path: 'loki.size', message: `${shown} is negative`, remedy: 'write an amount of zero or more, such as "10Gi"' },
    ]);
  });

  test('what it suggests, it takes', () => {
    const habits = fc
      .tuple(fc.nat(9999), fc.constantFrom('', ' '), fc.stringMatching(/^[a-zA-Z]{0,4}$/))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(habits, fc.string()), (value) => {
        for (const { remedy } of checkQuantity(value, 'a')) {
          const [, suggestion = ''] = /"(.*)"/.exec(remedy) ?? [];
          expect(checkQuantity(suggestion, 'a')).toEqual([]);
        }
      }),
    );
  });
});
