import { SearchError } from '../../jmespath/functions';
import { search } from '../../jmespath/search';
import type { Expression } from '../../jmespath/tree';
import { MalformedJson, readJsonObject } from '../../json/read-json';
import type { JsonObject, JsonValue } from '../../json/value';
import { writeJson } from '../../json/write-json';
import type { JsonConfig } from '../../stage-check/stage-config';
import { type Entry, type Extracted, inputOf } from '../entry';
import { filtering, type Stage } from '../stage';

export const json = ({ expressions, source, dropsMalformed }: JsonConfig): Stage =>
  filtering((entry) => {
    const input = inputOf(entry, source);
    if (input === undefined) return true;
    const isRead = extract(entry, input, expressions);
    return isRead || !dropsMalformed;
  });

function extract(entry: Entry, text: string, expressions: JsonConfig['expressions']): boolean {
  let object: JsonObject | undefined;
  try {
    object = readJsonObject(text);
  } catch (error) {
    if (error instanceof MalformedJson) return false;
    throw error;
  }
  for (const [name, expression] of expressions) {
    const value = found(expression, object);
    if (value !== undefined) entry.extracted.set(name, value);
  }
  return true;
}

const NOTHING: JsonObject = new Map();

/** What an expression finds, lists and objects as JSON; undefined where it fails. */
function found(expression: Expression, object: JsonObject | undefined): Extracted | undefined {
  let value: JsonValue;
  try {
    value = search(expression, object ?? NOTHING);
  } catch (error) {
    if (error instanceof SearchError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return value;
  return value === NOTHING ? 'null' : writable(value);
}

/** JSON has no number for what a calculation may come to. */
function writable(value: JsonValue): string | undefined {
  const text = writeJson(value);
  return /(?:^|[[:,])(?:NaN|[+-]Inf)(?:$|[\],}])/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""')) ? undefined : text;
}
