/** Why Go does not read a text as a URL; undefined when it does. */
export function goUrlMistake(text: string): string | undefined {
  if (hasControl(text)) return 'it holds a control character';
  const [whole = '', fragment = ''] = splitAt(text, '#');
  if (isBadlyEscaped(fragment)) return BAD_ESCAPE;
  const [, scheme, afterScheme = whole] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(whole) ?? [];
  if (whole.startsWith(':')) return 'nothing stands before its ":"';
  const [hierarchy = ''] = splitAt(afterScheme, '?');
  if (!hierarchy.startsWith('/')) {
    if (scheme !== undefined) return undefined;
    const [segment = ''] = splitAt(hierarchy, '/');
    if (segment.includes(':')) return 'what stands before its ":" is not a protocol';
  }
  const isAuthority = hierarchy.startsWith('//') && (scheme !== undefined || !hierarchy.startsWith('///'));
  if (!isAuthority) return isBadlyEscaped(hierarchy) ? BAD_ESCAPE : undefined;
  const [authority = '', path = ''] = splitAt(hierarchy.slice(2), '/');
  return authorityMistake(authority) ?? (isBadlyEscaped(path) ? BAD_ESCAPE : undefined);
}

const BAD_ESCAPE = 'a "%" is not followed by two hexadecimal digits';

const hasControl = (text: string): boolean => [...text].some((character) => character < ' ' || character === '\x7f');

const isBadlyEscaped = (text: string): boolean => /%(?![\da-fA-F]{2})/.test(text);

const splitAt = (text: string, divider: string): [string, string] => {
  const at = text.indexOf(divider);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + divider.length)];
};

function authorityMistake(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(0, at));
  if (!/^[\w.:~!$&'()*+,;=%@-]*$/.test(user)) return 'what stands before its "@" has to be escaped';
  if (isBadlyEscaped(user)) return BAD_ESCAPE;
  return hostMistake(authority.slice(at + 1));
}

function hostMistake(host: string): string | undefined {
  const isBracketed = host.startsWith('[');
  const end = host.lastIndexOf(isBracketed ? ']' : ':');
  if (isBracketed && end === -1) return 'its "[" is not closed';
  const port = end === -1 ? '' : host.slice(isBracketed ? end + 1 : end);
  if (!/^(?::\d*)?$/.test(port)) return 'its port is not a number';
  // Within brackets a zone may follow, `[fe80::1%25eth0]`, in which more may be escaped.
  const zone = isBracketed ? host.slice(0, end).indexOf('%25') : -1;
  const name = zone === -1 ? host : `${host.slice(0, zone)}${host.slice(end)}`;
  if (isBadlyEscaped(host)) return BAD_ESCAPE;
  if (/%(?!25)[0-7]/.test(name)) return 'a character of its host is escaped that may not be';
  const strange = /[^\w.~!$&'()*+,;=:[\]<>"%\x80-\u{10ffff}-]/u.exec(name)?.[0];
  return strange === undefined ? undefined : `its host holds ${JSON.stringify(strange)}`;
}
