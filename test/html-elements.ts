/** An element of a page, as it is written. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
const TAG = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/;
const ENTITY = /^&(?:amp|lt|gt|quot|#39);/;

/**
 * The elements of a page, which has to be HTML and well-formed XML at once: every tag closed in its order, every attribute quoted and there once,
 * every `<` and `&` of a text escaped.
 * @throws Error where it is not
 */
export function elementsOf(html: string): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: string[] = [];
  const fail = (what: string, at: number): never => {
    throw new Error(`${what} in line ${html.slice(0, at).split('\n').length}: ${html.slice(at, at + 80)}`);
  };
  let at = /^<!DOCTYPE html>\n/.exec(html)?.[0].length ?? fail('no doctype', 0);
  while (at < html.length) {
    const rest = html.slice(at, at + 100_000);
    const [text = ''] = /^[^<&]+/.exec(rest) ?? [];
    const [entity = ''] = ENTITY.exec(rest) ?? [];
    if (text !== '' || entity !== '') {
      if (open.length === 0 && (text + entity).trim() !== '') fail('text outside of the page', at);
      at += text.length || entity.length;
      continue;
    }
    const [tag = '', isEnd, name = '', written = '', isClosed] = TAG.exec(rest) ?? fail('no tag and no text', at);
    if (isEnd !== '') {
      if (open.pop() !== name) fail(`</${name}> closes something else`, at);
    } else {
      const attributes = [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, value] as const,
      );
      if (new Set(attributes.map(([key]) => key)).size < attributes.length) fail('an attribute twice', at);
      elements.push({ name, attributes: new Map(attributes) });
      if (isClosed === '' && VOID.has(name)) fail(`<${name}> is not closed`, at);
      if (isClosed === '') open.push(name);
    }
    at += tag.length;
    if (name === 'style' && isEnd === '') at = html.indexOf('</style>', at);
  }
  if (open.length > 0) fail(`<${open.at(-1)}> is not closed`, html.length);
  return elements;
}
