import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { readRelabelRules } from './read-rules';
import { relabel, streamLabels } from './relabel';

type Labels = Readonly<Record<string, string>>;

const relabelled = (labels: Labels, ...config: readonly unknown[]): Labels | undefined => {
  const { rules, problems } = readRelabelRules(config);
  expect(problems).toEqual([]);
  const left = relabel(new Map(Object.entries(labels)), rules);
  return left && Object.fromEntries(left);
};

const POD: Labels = { __meta_ns: 'shop', __meta_app: 'web', __meta_label_tier: 'front', job: 'pods' };

test('replace writes what it makes of the sources, joined', () => {
  expect(relabelled({ a: '1', b: '2' }, { source_labels: ['a', 'none', 'b'], target_label: 'c' })).toEqual({
    a: '1',
    b: '2',
    c: '1;;2',
  });
  expect(
    relabelled(POD, {
      source_labels: ['__meta_ns', '__meta_app'],
      separator: '/',
      regex: '(.+)/(?P<app>.+)',
      target_label: 'k',
      replacement: '${app}.$1.$app',
    }),
  ).toEqual({ ...POD, k: 'web.shop.web' });
});

test('patterns have to match all of it, and a dot is any character', () => {
  expect(relabelled({ a: 'xyz' }, { source_labels: ['a'], regex: 'y', target_label: 'b' })).toEqual({ a: 'xyz' });
  expect(relabelled({ a: 'x\ny' }, { action: 'keep', source_labels: ['a'], regex: 'x.y' })).toEqual({ a: 'x\ny' });
  expect(relabelled({ a: 'ab' }, { action: 'drop', source_labels: ['a'], regex: 'a|b' })).toEqual({ a: 'ab' });
});

test.each([
  ['$1', 'ab'],
  ['${1}c', 'abc'],
  ['$1c', ''],
  ['$2', ''],
  ['$$1', '$1'],
  ['x', 'x'],
])('replacement %s makes %j', (replacement, value) => {
  const labels = relabelled({ a: 'ab', b: 'before' }, { source_labels: ['a'], target_label: 'b', replacement });
  // A label without a value is none.
  expect(labels).toEqual(value === '' ? { a: 'ab' } : { a: 'ab', b: value });
});

test('the name of the target may come from groups, and be any that UTF-8 can say', () => {
  const rule = { source_labels: ['a'], regex: '(.+)=(.+)', target_label: '${1}_x', replacement: '$2' };
  expect(relabelled({ a: 'k-é=v' }, rule)).toEqual({ a: 'k-é=v', 'k-é_x': 'v' });
  expect(relabelled({ a: 'k' }, { ...rule, regex: '(k)', target_label: '$2', replacement: 'v' })).toEqual({ a: 'k' });
});

test('keep and drop, by pattern and by another label', () => {
  expect(relabelled(POD, { action: 'keep', source_labels: ['__meta_ns'], regex: 'shop' })).toEqual(POD);
  expect(relabelled(POD, { action: 'keep', source_labels: ['__meta_ns'], regex: 'sho' })).toBeUndefined();
  expect(relabelled(POD, { action: 'drop', source_labels: ['__meta_ns'], regex: 'shop' })).toBeUndefined();
  expect(relabelled(POD, { action: 'drop', source_labels: ['none'], regex: '.+' })).toEqual(POD);
  expect(
    relabelled({ a: '1', b: '1' }, { action: 'keepequal', source_labels: ['a'], target_label: 'b' }),
  ).toBeDefined();
  expect(
    relabelled({ a: '1', b: '2' }, { action: 'keepequal', source_labels: ['a'], target_label: 'b' }),
  ).toBeUndefined();
  expect(
    relabelled({ a: '1', b: '1' }, { action: 'dropequal', source_labels: ['a'], target_label: 'b' }),
  ).toBeUndefined();
  expect(relabelled({}, { action: 'dropequal', source_labels: ['a'], target_label: 'b' })).toBeUndefined();
});

test('hashmod is of the last eight bytes of MD5', () => {
  const hash = createHash('md5').update('shop;web').digest('hex');
  const rule = { action: 'hashmod', source_labels: ['__meta_ns', '__meta_app'], target_label: 'shard' };
  for (const modulus of [1, 2, 7, 1000]) {
    const shard = String(BigInt(`0x${hash.slice(16)}`) % BigInt(modulus));
    expect(relabelled(POD, { ...rule, modulus })).toEqual({ ...POD, shard });
  }
});

test('labelmap, labeldrop and labelkeep look at names', () => {
  expect(relabelled(POD, { action: 'labelmap', regex: '__meta_label_(.+)' })).toEqual({ ...POD, tier: 'front' });
  expect(relabelled(POD, { action: 'labelmap', regex: '__meta_(label)?_?(.+)', replacement: 'k8s_$2' })).toMatchObject({
    k8s_tier: 'front',
    k8s_ns: 'shop',
  });
  expect(relabelled(POD, { action: 'labeldrop', regex: '__meta_.*' })).toEqual({ job: 'pods' });
  expect(relabelled(POD, { action: 'labelkeep', regex: '__meta_(ns|app)' })).toEqual({
    __meta_app: 'web',
    __meta_ns: 'shop',
  });
});

test('of labels that are mapped to one name the last by name counts', () => {
  const rule = { action: 'labelmap', regex: '(.)_.', replacement: '$1' };
  expect(relabelled({ a_3: 'x', a_1: 'y', a_2: 'z' }, rule)).toMatchObject({ a: 'x' });
  expect(relabelled({ a_1: 'y', a_2: 'z' }, rule)).toMatchObject({ a: 'z' });
});

test('lowercase and uppercase', () => {
  const labels = relabelled(
    { a: 'Ünï' },
    { action: 'uppercase', source_labels: ['a'], target_label: 'b' },
    { action: 'lowercase', source_labels: ['a', 'b'], target_label: 'c' },
  );
  expect(labels).toEqual({ a: 'Ünï', b: 'ÜNÏ', c: 'ünï;ünï' });
});

test('labels of streams have no two underscores', () => {
  expect([...streamLabels(new Map(Object.entries(POD)))]).toEqual([['job', 'pods']]);
  expect([
    ...streamLabels(
      new Map([
        ['_a', '1'],
        ['__', '2'],
      ]),
    ),
  ]).toEqual([['_a', '1']]);
});

describe('laws', () => {
  const NAME = fc.string({ unit: fc.constantFrom('a', 'b', '_', '1'), minLength: 1, maxLength: 3 });
  const LABELS = fc.dictionary(
    NAME,
    fc.string({ unit: fc.constantFrom('a', 'b', ';', 'é', '\n'), minLength: 1, maxLength: 4 }),
    { maxKeys: 5 },
  );
  const REGEX = fc.constantFrom('a', 'a.*', '.*b', '(a|b)+', '', '.*', '_+1?', '(.)(.*)');
  const sorted = (labels: Labels | undefined) => labels && Object.entries(labels).sort();

  test('labeldrop and labelkeep of one pattern part the labels', () => {
    fc.assert(
      fc.property(LABELS, REGEX, (labels, regex) => {
        const dropped = relabelled(labels, { action: 'labeldrop', regex });
        const kept = relabelled(labels, { action: 'labelkeep', regex });
        expect(sorted({ ...dropped, ...kept })).toEqual(sorted(labels));
        expect(Object.keys(dropped ?? {}).length + Object.keys(kept ?? {}).length).toBe(Object.keys(labels).length);
        expect(relabelled(labels, { action: 'labeldrop', regex }, { action: 'labelkeep', regex })).toEqual({});
      }),
    );
  });

  test('a target is either kept or dropped by one condition', () => {
    fc.assert(
      fc.property(
        LABELS,
        fc.array(NAME, { maxLength: 2 }),
        REGEX,
        NAME,
        (labels, source_labels, regex, target_label) => {
          const [kept, dropped] = ['keep', 'drop'].map((action) =>
            relabelled(labels, { action, source_labels, regex }),
          );
          expect([kept, dropped].filter((left) => left !== undefined).map(sorted)).toEqual([sorted(labels)]);
          const equals = ['keepequal', 'dropequal'].map((action) =>
            relabelled(labels, { action, source_labels, target_label }),
          );
          expect(equals.filter((left) => left !== undefined).map(sorted)).toEqual([sorted(labels)]);
        },
      ),
    );
  });

  test('what is done twice is done once, and rules that look at names do not mind their order', () => {
    fc.assert(
      fc.property(LABELS, REGEX, REGEX, fc.constantFrom('labeldrop', 'labelkeep'), (labels, regex, other, action) => {
        const rule = { action, regex };
        const drop = { action: 'labeldrop', regex: other };
        expect(relabelled(labels, rule, rule)).toEqual(relabelled(labels, rule));
        expect(relabelled(labels, rule, drop)).toEqual(relabelled(labels, drop, rule));
      }),
    );
  });

  test('a copy is equal, its hash is below the modulus, and no label is empty', () => {
    const modulus = 5;
    fc.assert(
      fc.property(
        LABELS,
        NAME,
        NAME,
        REGEX,
        fc.constantFrom('$1', '', 'x', '$2y'),
        (labels, from, to, regex, replacement) => {
          const copy = { source_labels: [from], target_label: to, action: 'replace' };
          const copied = relabelled(labels, copy) ?? {};
          expect(copied[to]).toBe(labels[from]);
          expect(relabelled(labels, copy, { ...copy, action: 'keepequal' })).toEqual(copied);
          const hashed = relabelled(labels, { ...copy, action: 'hashmod', modulus }) ?? {};
          expect(['0', '1', '2', '3', '4']).toContain(hashed[to]);
          const replaced = relabelled(
            labels,
            { ...copy, regex, replacement },
            { action: 'labelmap', regex, replacement: '_$1' },
          );
          expect(Object.values(replaced ?? {})).not.toContain('');
        },
      ),
    );
  });

  test('labels are in order of their names, whatever order they came in', () => {
    fc.assert(
      fc.property(LABELS, REGEX, (labels, regex) => {
        const rule = { action: 'labelmap', regex, replacement: 'm' };
        const left = Object.keys(relabelled(labels, rule) ?? {});
        const reversed = Object.fromEntries(Object.entries(labels).reverse());
        expect(relabelled(reversed, rule)).toEqual(relabelled(labels, rule));
        expect([...new Set(left)].length).toBe(left.length);
      }),
    );
  });
});
