import { cut, printable } from '../wording';

/** A piece of markup that is whole: everything in it that comes of manifests is escaped. */
export interface Markup {
  readonly markup: string;
}

type Child = Markup | string | number | undefined | readonly Child[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const VOID: ReadonlySet<string> = new Set(['br', 'circle', 'ellipse', 'input', 'line', 'meta', 'path', 'rect']);

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of HTML or SVG. Attributes that are undefined or false are left out; texts are escaped, whatever they hold. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return '';
    return value === true ? ` ${key}=""` : ` ${key}="${typeof value === 'number' ? numeral(value) : escaped(value)}"`;
  });
  const open = `<${name}${written.join('')}`;
  return { markup: VOID.has(name) ? `${open}/>` : `${open}>${content(children)}</${name}>` };
}

/** Pieces one after the other, each on a line of its own. */
export const lines = (...children: readonly Child[]): Markup => ({
  markup: children.flatMap((child) => content(child) || []).join('\n'),
});

/** A table, whose rows are stacked where there is no room beside one another: then only roles say what is what. */
export const table = (name: string, heads: readonly string[], rows: readonly Markup[]): Markup =>
  element(
    'table',
    { class: name, role: 'table' },
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        heads.map((head) => element('th', { scope: 'col', role: 'columnheader' }, head)),
      ),
    ),
    element('tbody', { role: 'rowgroup' }, lines('', ...rows, '')),
  );

/** A part of the page with its heading. */
export const section = (id: string, title: string, ...children: readonly Markup[]): Markup =>
  element('section', { 'aria-labelledby': id }, lines('', element('h2', { id }, title), ...children, ''));

/** A text that stands apart from what is around it, whichever way it is read; where it is too long it is cut, and in full in its title. */
export function apart(text: string, most: number): Markup {
  const shown = cut(printable(text), most);
  return element('bdi', { title: shown === printable(text) ? undefined : text }, shown);
}

/** A text that is markup already, such as a style sheet of our own. */
export const raw = (markup: string): Markup => ({ markup });

function content(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'number') return numeral(child);
  if (typeof child === 'string') return escaped(child);
  return 'markup' in child ? child.markup : child.map(content).join('');
}

/** No more digits than a screen has pixels for. */
const numeral = (value: number): string => String(Math.round(value * 100) / 100);
