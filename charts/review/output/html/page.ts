import { createHash } from 'node:crypto';
import { element, lines, type Markup, raw } from './markup';
import { PAGE_STYLE } from './style';

/** A page that loads nothing, runs nothing and sends nothing: its only style is the one that its policy names by its checksum. */
export function page(title: string, ...body: readonly Markup[]): string {
  const style = `\n${PAGE_STYLE}\n`;
  const checksum = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${checksum}'; base-uri 'none'; form-action 'none'`;
  const head = element(
    'head',
    {},
    lines(
      '',
      element('meta', { charset: 'utf-8' }),
      { markup: `<meta http-equiv="Content-Security-Policy" content="${policy}"/>` },
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, title),
      element('style', {}, raw(style)),
      '',
    ),
  );
  const html = element('html', { lang: 'en' }, lines('', head, element('body', {}, lines('', ...body, '')), ''));
  return `<!DOCTYPE html>\n${html.markup}\n`;
}
