import type { Stage } from '../model/stages';

/** What can be taken out of lines. */
export type Redaction =
  | 'aws-key'
  | 'basic-auth'
  | 'bearer-token'
  | 'credit-card'
  | 'email'
  | 'iban'
  | 'ipv4'
  | 'jwt'
  | 'private-key';

/** By their form alone, so that now and then something goes that only looks like it. What stands in the group is replaced. */
const FORMS: { readonly [Kind in Redaction]: string } = {
  'aws-key': '(\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b)',
  'basic-auth': '://[^\\s/:@]+:([^\\s/@]+)@',
  'bearer-token': '(?i:bearer)\\s+([A-Za-z0-9._~+/=-]{8,})',
  'credit-card':
    '(\\b(?:3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5}|(?:4\\d{3}|5[1-5]\\d{2}|2[2-7]\\d{2}|6(?:011|5\\d{2}))(?:[ -]?\\d{4}){3})\\b)',
  email: '([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,})',
  iban: '(\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b)',
  ipv4: '(\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b)',
  jwt: '(\\beyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*)',
  'private-key': '(-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$))',
};

export const REDACTIONS = Object.keys(FORMS) as readonly Redaction[];

/** Puts `<email>` and the like in place of what a line should not tell, before it leaves the node. */
export const redact = (kinds: readonly Redaction[]): readonly Stage[] =>
  kinds.map((kind) => ({ replace: { expression: FORMS[kind], replace: `<${kind}>` } }));
