import { toLower, toUpper, trimSpace } from '../../go/case';
import { replaceFirst } from '../../go/replace';
import { trim, trimLeft, trimPrefix, trimRight, trimSuffix } from '../../go/trim';
import { hexDigest } from './digest';
import { fn, type GoFunctions } from './go-function';

/** What Promtail adds to Go's functions and to sprig's. @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/template/ */
export const PROMTAIL: GoFunctions = {
  Hash: fn(['string', 'string'], (salt: string, text: string) => hexDigest('sha3-256', salt + text)),
  Replace: fn(['string', 'string', 'string', 'int'], (text: string, old: string, next: string, count: bigint) =>
    replaceFirst(text, old, next, Number(count)),
  ),
  Sha2Hash: fn(['string', 'string'], (salt: string, text: string) => hexDigest('sha256', salt + text)),
  ToLower: fn(['string'], toLower),
  ToUpper: fn(['string'], toUpper),
  Trim: fn(['string', 'string'], trim),
  TrimLeft: fn(['string', 'string'], trimLeft),
  TrimPrefix: fn(['string', 'string'], trimPrefix),
  TrimRight: fn(['string', 'string'], trimRight),
  TrimSpace: fn(['string'], trimSpace),
  TrimSuffix: fn(['string', 'string'], trimSuffix),
};
