import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../charts/kubernetes/manifest';
import { Chromium, findChromium, type Screen, type Tab } from './chromium';
import { GROWN, pageOf } from './review-page';
import { STACK } from './reviews';

const PROGRAM = findChromium();
const QUESTIONS = readFileSync(join(__dirname, 'page-questions.js'), 'utf8');
const HOW_TO = 'no Chromium here: `apt-get install chromium`, or name one in CHROMIUM';

/** A test in a real browser; where there is none it is skipped, and says why. */
const inBrowser = (name: string, run: (tab: Tab) => Promise<void>): void => {
  if (PROGRAM === undefined) test.skip(`${name} (${HOW_TO})`, () => {});
  else test(name, async () => run(tab as Tab));
};

// Of several files jest prints no names of tests.
if (PROGRAM === undefined) process.stderr.write(`The page of a review is not looked at: ${HOW_TO}\n`);

let browser: Chromium | undefined;
let tab: Tab | undefined;
beforeAll(async () => {
  if (PROGRAM === undefined) return;
  browser = Chromium.start(PROGRAM);
  tab = await browser.open();
});
afterAll(() => browser?.close());

async function show(page: string, screen: Screen): Promise<void> {
  await (tab as Tab).show(page, screen);
  await (tab as Tab).ask(QUESTIONS);
}

const WORDS = [
  '<b>&"',
  'a-name-that-is-much-longer-than-any-box-is-wide',
  'WWWWWWWWMMMMMMMM@@@@@@',
  'שלום-עולם',
  '名前',
  'x'.repeat(3000),
];

/** Objects with names that fit nowhere. */
const AWKWARD: readonly Manifest[] = WORDS.flatMap((word): Manifest[] => {
  const metadata = { name: word, namespace: word };
  const labels = { app: word };
  const spec = {
    containers: [{ name: word, image: `x/${word}:${word}` }],
    volumes: [{ configMap: { name: word } }, { hostPath: { path: word } }],
  };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { [word]: `${word}\n${word}` } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, type: word, externalIPs: [word] } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template: { metadata: { labels }, spec } } },
    { apiVersion: word, kind: word, metadata, spec: { [word]: word } },
  ];
});
const TAME: readonly Manifest[] = AWKWARD.filter(({ kind }) => kind !== 'ConfigMap').map((object) =>
  object.kind === 'Service' ? { ...object, spec: {} } : object,
);

const PAGES = { 'a change': pageOf(STACK, GROWN), 'a change of awkward names': pageOf(TAME, AWKWARD, WORDS.join(' ')) };
const SCREENS: readonly Screen[] = [
  { width: 390, colours: 'light' },
  { width: 390, colours: 'dark' },
  { width: 820, colours: 'light' },
  { width: 1280, colours: 'light' },
  { width: 1280, colours: 'dark' },
];

for (const [name, page] of Object.entries(PAGES)) {
  for (const screen of SCREENS) {
    inBrowser(`${name} fits a ${screen.colours} screen of ${screen.width} pixels, and can be read`, async (tab) => {
      await show(page, screen);
      expect(await tab.ask('questions.lettersShown()')).toBeGreaterThan(40);
      expect(await tab.ask('questions.misfits()')).toEqual([]);
      expect(await tab.ask('questions.overflow()')).toEqual([]);
      expect(await tab.ask('questions.pale()')).toEqual([]);
    });
  }
}

inBrowser('a page says nothing to the console, and asks for nothing but itself', async (tab) => {
  for (const page of Object.values(PAGES)) await show(page, { width: 1280 });
  expect(tab.complaints()).toEqual([]);
  await show(PAGES['a change'].replace('</body>', '<img src="x.png"/><script>0</script></body>'), { width: 1280 });
  expect(tab.complaints()).not.toEqual([]);
});

inBrowser('the colours are those of the screen', async (tab) => {
  const ground = () => tab.ask('getComputedStyle(document.body).backgroundColor');
  await show(PAGES['a change'], { width: 1280, colours: 'light' });
  expect(await ground()).toBe('rgb(245, 247, 250)');
  await tab.resize({ width: 1280, colours: 'dark' });
  expect(await ground()).toBe('rgb(11, 17, 32)');
});

inBrowser('a link opens the object that it leads to', async (tab) => {
  await show(PAGES['a change'], { width: 1280 });
  const [closed] = await tab.ask<string[]>(
    '[...document.querySelectorAll("details.object:not([open]) .body")].map(({ id }) => id)',
  );
  await tab.ask(
    `document.querySelector('a[href="#${closed}"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
  );
  expect(await tab.ask(`document.getElementById('${closed}').closest('details').open`)).toBe(true);
});

inBrowser('what is not chosen is not shown, without a script', async (tab) => {
  await show(PAGES['a change'], { width: 1280 });
  const shown = () =>
    tab.ask<number>(
      '[...document.querySelectorAll("tr[data-severity=cost]")].filter((row) => row.offsetHeight > 0).length',
    );
  expect(await shown()).toBeGreaterThan(2);
  await tab.ask('document.getElementById("show-cost").click()');
  expect(await shown()).toBe(0);
});

inBrowser('on paper nothing is folded', async (tab) => {
  await show(PAGES['a change'], { width: 800, media: 'print', colours: 'dark' });
  expect(await tab.ask('document.querySelector(".filter").offsetHeight')).toBe(0);
  expect(
    await tab.ask('[...document.querySelectorAll(".body")].filter(({ offsetHeight }) => offsetHeight === 0).length'),
  ).toBe(0);
  expect(await tab.ask('questions.pale()')).toEqual([]);
});

/** Blocks in which a line may lie otherwise with another release of the browser. */
const MOST_APART = 0.01;

/** Compares a picture with `test/fixtures/review-page/<name>.png`; `jest -u` writes it. */
async function expectPicture(tab: Tab, name: string, selector: string): Promise<void> {
  const file = join(__dirname, 'fixtures/review-page', `${name}.png`);
  const taken = await tab.picture(await tab.ask(`questions.pictureWithoutLetters(${JSON.stringify(selector)})`));
  const { _updateSnapshot: update } = expect.getState().snapshotState as unknown as { _updateSnapshot: string };
  if (update === 'all' || (update === 'new' && !existsSync(file))) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(taken, 'base64'));
  }
  // The page itself loads no pictures.
  await tab.send('Page.navigate', { url: 'about:blank' });
  await tab.ask(QUESTIONS);
  const [old, now] = [readFileSync(file, 'base64'), taken].map((picture) => JSON.stringify(picture));
  const blocks = await tab.ask<{ apart: number; of: number } | undefined>(`questions.blocksApart(${old}, ${now})`);
  expect(blocks).toBeDefined();
  expect((blocks?.apart ?? 0) / (blocks?.of ?? 1)).toBeLessThan(MOST_APART);
}

inBrowser('the picture looks as it did, wide and light', async (tab) => {
  await show(PAGES['a change'], { width: 1280, colours: 'light' });
  await expectPicture(tab, 'after-wide-light', 'svg[aria-labelledby^="picture-1-after-wide"]');
});

inBrowser('the picture looks as it did, narrow and dark', async (tab) => {
  await show(PAGES['a change'], { width: 390, colours: 'dark' });
  await expectPicture(tab, 'before-narrow-dark', 'svg[aria-labelledby^="picture-1-before-narrow"]');
});
