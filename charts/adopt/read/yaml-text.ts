import { readYamlValues } from '../../review/read/yaml-values';
import type { Json } from '../json';

/** What the first document of a text says; undefined for what is no YAML. */
export function yamlIn(text: string): Json {
  const read = readYamlValues(text);
  return 'values' in read ? (read.values[0] as Json) : undefined;
}
