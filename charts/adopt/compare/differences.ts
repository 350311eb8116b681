import {
  isLiteralSecret,
  isReference,
  isSecretName,
  secretForm,
  secretSettings,
} from '../../kubernetes/checks/literal-secrets';
import { isSame, type Json } from '../json';
import type { Settings } from './settings';

/** A setting that the release and what is written do not have alike. */
export interface Difference {
  /** Such as `StatefulSet/loki`, or what a configuration is called. */
  readonly object: string;
  readonly path: string;
  /** Undefined for a setting that is new. */
  readonly theirs?: string;
  /** Undefined for a setting that is gone. */
  readonly ours?: string;
}

/** Every setting that is not the same on both sides. Of credentials no value is told. */
export function differencesOf(object: string, theirs: Settings, ours: Settings, ofSecret = false): Difference[] {
  const paths = new Set([...theirs.keys(), ...ours.keys()]);
  return [...paths].flatMap((path) => {
    const [before, after] = [theirs.get(path), ours.get(path)];
    const isSecret = ofSecret && !/^(?:metadata|type)\b/.test(path);
    if (theirs.has(path) && ours.has(path) && isSame(before, after)) return [];
    return [
      {
        object,
        path,
        ...(theirs.has(path) ? { theirs: shown(before, path, isSecret) } : {}),
        ...(ours.has(path) ? { ours: shown(after, path, isSecret) } : {}),
      },
    ];
  });
}

const LONGEST = 60;

/** A value in a line of a report. */
export function shown(value: Json, path: string, isSecret = false): string {
  if (isSecret || isCredential(path, value)) return '(not shown)';
  if (typeof value !== 'string') return cut(JSON.stringify(value));
  const lines = value.split('\n').length;
  if (lines > 1) return `(${lines} lines)`;
  return cut(value === '' || value !== value.trim() ? JSON.stringify(value) : value);
}

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

/** Whether a value is, or may be, a credential by what it is or by what it is called. */
export function isCredential(path: string, value: Json): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  const name = credentialName(path);
  const said = /\bargs\[[^\]]+\]$/.test(path) ? text.replace(/^--?[\w.-]+=/, '') : text;
  return (
    secretForm(text) !== undefined ||
    isSecretUrl(text) ||
    UNNAMED.test(path) ||
    SECURE.test(path) ||
    isLiteralSecret(name, said) ||
    (typeof value === 'number' && isSecretName(name)) ||
    (KEY_ID.test(name) && !isReference(text)) ||
    (text.includes('\n') && secretSettings(text).length > 0)
  );
}

/** A URL with a secret that has any character in it, as those of storages have, or with a token among its parameters. */
const isSecretUrl = (text: string): boolean =>
  /^(?:s3|dynamodb):\/\/[^\s:@]*:(?!\$\{)\S+@/.test(text) ||
  (/^\w+:\/\//.test(text) &&
    [...text.matchAll(/[?&]([\w-]+)=([^&#\s]+)/g)].some(([, name = '', value = '']) => isLiteralSecret(name, value)));

/** A variable that has no name to be judged by. */
const UNNAMED = /\benv\[\d+\]\.value$/;

/** What Grafana encrypts of a data source. */
const SECURE = /(?:^|\.)secureJsonData\b/;

/** Half of a credential. */
const KEY_ID = /access_?key_?id$/i;

/** The name under which a value stands: that of a variable, of an argument, or the last key. */
const credentialName = (path: string): string =>
  (/\benv\[([^\]]+)\]\.value$/.exec(path) ?? /\bargs\[([^\]]+)\]$/.exec(path) ?? /([\w-]*)["\]]*$/.exec(path))?.[1] ??
  '';
