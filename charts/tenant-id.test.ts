import fc from 'fast-check';
import { checkQueriedTenants, checkTenantId } from './tenant-id';

const CHARACTERS = "write letters, digits and any of ! - _ . * ' ( )";

test.each(['a', 'team-a', 'ACME_42', "ascii!-_.*'()", '...', 'x'.repeat(150)])('%p is a tenant', (id) => {
  expect(checkTenantId(id, 'tenant')).toEqual([]);
});

test.each([
  ['', '"" is not the name of a tenant', CHARACTERS],
  ['team a', '"team a" is not the name of a tenant', CHARACTERS],
  ['a/b', '"a/b" is not the name of a tenant', CHARACTERS],
  ['$a', '"$a" is not the name of a tenant', CHARACTERS],
  ['équipe', '"équipe" is not the name of a tenant', CHARACTERS],
  ['.', '"." would be a folder', 'write letters or digits'],
  ['..', '".." would be a folder', 'write letters or digits'],
  ['x'.repeat(151), 'has 151 characters, 150 fit', 'write a shorter name'],
  ['a|b', '"a|b" is several tenants, and only a query can be of several', 'write one'],
])('%p is none', (id, message, remedy) => {
  expect(checkTenantId(id, 'tenant')).toEqual([{ path: 'tenant', message, remedy }]);
});

test('a query can be of several, each of them a tenant', () => {
  expect(checkQueriedTenants('team-a|team-b', 'tenant')).toEqual([]);
  expect(checkQueriedTenants('team-a||b c', 'tenant').map(({ message }) => message)).toEqual([
    '"" is not the name of a tenant',
    '"b c" is not the name of a tenant',
  ]);
});

test('no tenant has anything that a header, a path or Grafana reads as something else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (id) => {
      if (checkTenantId(id, 'tenant').length === 0) expect(id).not.toMatch(/[^\x21-\x7e]|[|$/\\"{}]/);
    }),
  );
});
