import { createHash } from 'node:crypto';
import { toBytes } from '../../go/bytes';
import { toLower, toUpper, trimSpace } from '../../go/case';
import { replaceFirst } from '../../go/replace';
import { trim, trimLeft, trimPrefix, trimRight, trimSuffix } from '../../go/trim';
import { fn, type GoFunctions } from './go-function';
import { regexpOf } from './regexp';

const hashed =
  (algorithm: string) =>
  (salt: string, text: string): string =>
    createHash(algorithm)
      .update(toBytes(salt + text))
      .digest('hex');

/** What Promtail adds to Go's functions and to sprig's. @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/template/ */
export const PROMTAIL: GoFunctions = {
  Hash: fn(['string', 'string'], hashed('sha3-256')),
  Replace: fn(['string', 'string', 'string', 'int'], (text: string, old: string, next: string, count: bigint) =>
    replaceFirst(text, old, next, Number(count)),
  ),
  Sha2Hash: fn(['string', 'string'], hashed('sha256')),
  ToLower: fn(['string'], toLower),
  ToUpper: fn(['string'], toUpper),
  Trim: fn(['string', 'string'], trim),
  TrimLeft: fn(['string', 'string'], trimLeft),
  TrimPrefix: fn(['string', 'string'], trimPrefix),
  TrimRight: fn(['string', 'string'], trimRight),
  TrimSpace: fn(['string'], trimSpace),
  TrimSuffix: fn(['string', 'string'], trimSuffix),
  regexReplaceAll: fn(['string', 'string', 'string'], (pattern: string, text: string, template: string) =>
    regexpOf(pattern).replaceAll(text, template),
  ),
  regexReplaceAllLiteral: fn(['string', 'string', 'string'], (pattern: string, text: string, literal: string) =>
    regexpOf(pattern).replaceAllLiteral(text, literal),
  ),
};
