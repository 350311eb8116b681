import fc from 'fast-check';
import { keptIds } from './kept-id';

const object = (kind: string, name: string, namespace?: string) => ({
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});

test('ids tell what an object is', () => {
  expect(keptIds([object('Service', 'loki-gateway', 'logs'), object('ClusterRole', 'system:loki.reader')])).toEqual([
    'service-logs-loki-gateway',
    'clusterrole-system-loki-reader',
  ]);
});

test('two objects never have one id, though names may differ in a dot only', () => {
  expect(
    keptIds([
      object('Role', 'a.b', 'c'),
      object('Role', 'a-b', 'c'),
      object('Role', 'a_b', 'c'),
      object('Role', 'a-b-2', 'c'),
    ]),
  ).toEqual(['role-c-a-b', 'role-c-a-b-2', 'role-c-a-b-3', 'role-c-a-b-2-2']);
  const part = fc.constantFrom('a', 'a-a', 'a.a', 'a-2', '2');
  fc.assert(
    fc.property(fc.array(fc.tuple(part, part, part), { maxLength: 8 }), (parts) => {
      const ids = keptIds(parts.map(([kind, name, namespace]) => object(kind, name, namespace)));
      expect(new Set(ids).size).toBe(parts.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    }),
  );
});
