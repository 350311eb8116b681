import type { Json } from '../json';
import { castOf } from './newer-fields';

test.each<[string, Json, string]>([
  ['podSecurityContext', { appArmorProfile: { type: 'RuntimeDefault' } }, ' as never'],
  ['sidecars', [{ name: 'a', resizePolicy: [] }], ' as never'],
  ['volumes', [{ name: 'a', image: { reference: 'a:1' } }], ' as never'],
  ['initContainers', [{ name: 'a', image: 'a:1' }], ''],
  ['podSecurityContext', { runAsUser: 0 }, ''],
  // What nobody types may hold anything.
  ['config', { appArmorProfile: 1 }, ''],
  ['affinity', null, ''],
])('%s: %j is cast by "%s"', (option, value, cast) => expect(castOf(option, value)).toBe(cast));
