import { createHash } from 'node:crypto';
import { elementsOf, type HtmlElement } from '../../../test/html-elements';
import { GROWN, pageOf } from '../../../test/review-page';
import { pictureFile } from '../../../test/review-picture';
import { STACK, stack } from '../../../test/reviews';
import { expectTextSnapshot } from '../../../test/text-snapshot';
import type { Manifest } from '../../kubernetes/manifest';
import { writeDocuments } from '../../kubernetes/yaml';
import { reviewEnvironments } from '../environments/review-environments';
import { stackPicture } from '../picture/stack-picture';
import { SEVERITIES } from '../review';
import { reviewFiles } from '../review-files';
import { reviewManifests } from '../review-manifests';
import { reviewHtml } from './html';
import { BADGES, COLOURS, ON_BADGES } from './html/colours';

const PAGE = pageOf(STACK, GROWN);
const ELEMENTS = elementsOf(PAGE);

const attributes = (elements: readonly HtmlElement[], name: string): string[] =>
  elements.flatMap((element) => element.attributes.get(name) ?? []);

test('a change is a page that can be read', () => {
  const withoutStyle = PAGE.replace(/<style>[\s\S]*<\/style>/, '<style></style>').replace(
    /sha256-[\w+/=]+/,
    'sha256-…',
  );
  expectTextSnapshot('review/review.html', withoutStyle);
});

test('docs/review.svg shows the same change, and README.md shows that', () => {
  const title = 'The stack before and after a change: Alloy in place of Promtail, and a bucket beside the disk of Loki';
  expectTextSnapshot('../docs/review.svg', pictureFile(STACK, GROWN, title));
});

test('the same review gives the same page', () => {
  expect(pageOf(structuredClone([...STACK]), structuredClone([...GROWN]))).toBe(PAGE);
});

test('the page is whole: every link leads somewhere, every name is there once', () => {
  const ids = attributes(ELEMENTS, 'id');
  expect(new Set(ids).size).toBe(ids.length);
  const referred = [
    ...attributes(ELEMENTS, 'href').map((href) => href.replace(/^#/, '')),
    ...attributes(ELEMENTS, 'aria-labelledby').flatMap((names) => names.split(' ')),
  ];
  expect(referred.length).toBeGreaterThan(20);
  expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
});

test('it has one heading of each level above the next, landmarks, and tables with heads', () => {
  const names = ELEMENTS.map(({ name }) => name);
  const levels = names.filter((name) => /^h\d$/.test(name)).map((name) => Number(name[1]));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  for (const landmark of ['header', 'main', 'footer'])
    expect(names.filter((name) => name === landmark)).toHaveLength(1);
  const count = (wanted: string) => names.filter((name) => name === wanted).length;
  expect(count('thead')).toBe(count('table'));
  expect(ELEMENTS.filter(({ name }) => name === 'th').every((head) => head.attributes.has('scope'))).toBe(true);
  expect(ELEMENTS.find(({ name }) => name === 'html')?.attributes.get('lang')).toBe('en');
});

test('it runs nothing, loads nothing, and lets nothing in', () => {
  const names = new Set(ELEMENTS.map(({ name }) => name));
  for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'form']) expect(names).not.toContain(name);
  expect(
    ELEMENTS.flatMap((element) => [...element.attributes.keys()]).filter((key) => /^on|^style$|^src/.test(key)),
  ).toEqual([]);
  expect(attributes(ELEMENTS, 'href').filter((href) => !href.startsWith('#'))).toEqual([]);
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(PAGE) ?? [];
  expect(style).not.toMatch(/url\(|@import|expression/);
  const checksum = createHash('sha256').update(style).digest('base64');
  const policy = ELEMENTS.find((element) => element.attributes.has('http-equiv'))?.attributes.get('content');
  expect(policy).toBe(`default-src 'none'; style-src 'sha256-${checksum}'; base-uri 'none'; form-action 'none'`);
});

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></svg></style></pre><b>',
  '<!-- ]]> &amp; &lt; &#x202e;',
  'שלום עולם مرحبا',
  '\u202etxt.exe\u0000\u001b[2J\u2028',
  'one\ntwo\n</code></pre><h1>three',
  'x'.repeat(5000),
];

/** Objects with a text wherever one can stand. */
const hostile = (text: string, value: string): Manifest[] => {
  const metadata = { name: text, namespace: text };
  const volumes = [{ configMap: { name: text } }, { hostPath: { path: text } }, { secret: { secretName: `${text}2` } }];
  const template = {
    metadata: { labels: { app: text } },
    spec: { containers: [{ name: text, image: text }], volumes },
  };
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { [text]: `${value}\n${text}`, 'x.yaml': `a: b\n${value}: c` },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: { app: text }, type: 'LoadBalancer', externalIPs: [text, value] },
    },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: value, template } },
    { apiVersion: 'v1', kind: text, metadata, spec: value },
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: text, labels: { 'pod-security.kubernetes.io/enforce': value } },
    },
  ];
};

test.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  'nothing of manifests is taken for markup: %s',
  (_, text) => {
    const elements = elementsOf(pageOf(hostile(text, 'old'), hostile(text, text), text));
    const harmless = elementsOf(pageOf(hostile('a', 'old'), hostile('a', 'a'), 'a'));
    const kinds = (found: readonly HtmlElement[]) =>
      [...new Set(found.flatMap(({ name, attributes: own }) => [name, ...own.keys()]))].sort();
    expect(kinds(elements).filter((kind) => !kinds(harmless).includes(kind) && kind !== 'pre')).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out
    expect(pageOf(hostile(text, 'old'), hostile(text, text), text)).not.toMatch(/[\0-\x09\x0b-\x1f\u202e\u2028]/);
  },
);

test('of a Secret no value is told, and no credential of anything else', () => {
  const CANARY = 'hunter2canary';
  const secret = (value: string): Manifest[] => [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's' },
      stringData: { a: value, 'p.yaml': `clients:\n- url: http://${value}/` },
    },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { 'x.yaml': `a: 1\npassword: ${value}` } },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: {
        containers: [{ name: 'x', image: 'x', args: ['--password', value, `http://me:${value}@x.example.com`] }],
        volumes: [{ secret: { secretName: 's' } }],
      },
    },
  ];
  const page = pageOf(secret('old-canary'), secret(CANARY));
  expect(page).toContain('(hidden)');
  expect(page.match(/.{0,60}(?:hunter2canary|old-canary).{0,60}/g) ?? []).toEqual([]);
});

test('a side with nothing says so, and so does a change of nothing', () => {
  expect(pageOf([], STACK)).toContain('Nothing is there yet.');
  expect(pageOf(STACK, [])).toContain('Nothing is left.');
  const same = pageOf(STACK, STACK);
  expect(same).toContain('nothing changes');
  expect(same).toContain('No object changes.');
  elementsOf(pageOf([], []));
});

test('each folder that changes has a picture, and those that do not are named', () => {
  const files = (name: string, folders: Readonly<Record<string, readonly Manifest[]>>) => ({
    name,
    texts: new Map(Object.entries(folders).map(([folder, objects]) => [`${folder}/a.yaml`, writeDocuments(objects)])),
  });
  const reviewed = reviewFiles(
    files('a', { production: STACK, staging: STACK }),
    files('b', { production: STACK, staging: stack({ loki: { retention: '7d' } }) }),
  );
  if ('mistake' in reviewed) throw new Error(reviewed.mistake);
  const pictures = reviewed.folders.map(({ folder, before, after }) =>
    stackPicture(reviewed.review, before, after, folder),
  );
  const page = reviewHtml(reviewed.review, { title: 'b against a', pictures });
  expect(page).toContain('<h3>staging</h3>');
  expect(page).toContain('Nothing changes in production.');
  expect(page).toContain('<span class="place"> in <bdi>staging</bdi></span>');
  const links = elementsOf(page).filter(({ name }) => name === 'a');
  expect(links.length).toBeGreaterThan(4);
});

test('of two environments it says which has what, and nothing of a change', () => {
  const [first, second] = [
    { name: 'staging', manifests: STACK },
    { name: '<b>', manifests: GROWN },
  ];
  const pictures = [stackPicture(reviewEnvironments(first, second), STACK, GROWN)];
  const page = reviewHtml(reviewEnvironments(first, second), { title: 'dist: staging → <b>', pictures });
  const text = page.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, ' ');
  for (const word of [
    'How two environments differ',
    'only in staging',
    'only in &lt;b&gt;',
    'different',
    'only here',
    'alike',
  ]) {
    expect(text).toContain(word);
  }
  expect(
    text.match(/[^\n]{0,30}\b(?:created|removed|before|after|widened|changes?|unchanged)\b[^\n]{0,30}/gi) ?? [],
  ).toEqual([]);
  elementsOf(page);
});

test('of very many objects all are told of, and the page stays one that opens', () => {
  const many = (value: string): Manifest[] =>
    Array.from({ length: 1000 }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `service-${index}`, namespace: 'a' },
      spec: { externalIPs: [value], type: 'LoadBalancer' },
    }));
  const page = pageOf(many('1.1.1.1'), many('1.1.1.2'));
  expect(
    elementsOf(page).filter(({ name, attributes: own }) => name === 'details' && own.get('class') === 'object card'),
  ).toHaveLength(1000);
  expect(page.length).toBeLessThan(3_000_000);
});

test('without pictures it is the page without them', () => {
  const page = reviewHtml(reviewManifests(STACK, GROWN), { title: 'x' });
  expect(elementsOf(page).some(({ name }) => name === 'svg')).toBe(false);
});

/** By the formula of WCAG 2. */
const contrast = (a: string, b: string): number => {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test('letters stand out from what is behind them, on light screens and on dark ones', () => {
  const letters = ['text', 'muted', 'link', 'created', 'changed', 'removed'] as const;
  const grounds = ['page', 'surface', 'sunken', 'created-tint', 'changed-tint', 'removed-tint'] as const;
  const pairs = letters.flatMap((letter) =>
    grounds.flatMap((ground) =>
      ([0, 1] as const).map(
        (index) => [letter, ground, contrast(COLOURS[letter][index], COLOURS[ground][index])] as const,
      ),
    ),
  );
  expect(pairs.filter(([, , ratio]) => ratio < 4.5)).toEqual([]);
  expect(Object.entries(BADGES).filter(([, colour]) => contrast(colour, ON_BADGES) < 4.5)).toEqual([]);
  expect(SEVERITIES.filter((severity) => !(severity in BADGES))).toEqual([]);
});
