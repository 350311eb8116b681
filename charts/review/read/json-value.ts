import { isTooDeep } from '../plain';

/** A number of so many digits may be more than JavaScript holds exactly: two that differ would read alike. */
const LONG_NUMBER = /[:[,]\s*-?\d{16}/;

/** What a text of JSON says; undefined for what is none, and for what only the reader of YAML reads as it is. */
export function readJsonValue(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || LONG_NUMBER.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}
