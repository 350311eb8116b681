import { adminOf } from './grafana-admin';

const USER = 'GF_SECURITY_ADMIN_USER';
const PASSWORD = 'GF_SECURITY_ADMIN_PASSWORD';
const from = (name: string, secret: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});
const facts = (...env: readonly object[]) => adminOf({ env } as never, 'viz');

test('both from one Secret', () => {
  expect(facts(from(USER, 'viz', 'admin-user'), from(PASSWORD, 'viz', 'admin-password'))).toEqual({
    admin: { type: 'existing-secret', name: 'viz' },
    env: [],
    handled: [USER, PASSWORD],
    todo: [],
    text: 'Secret/viz, admin-password; it stays as it is',
  });
  expect(facts(from(USER, 'viz', 'user'), from(PASSWORD, 'viz', 'password')).admin).toEqual({
    type: 'existing-secret',
    name: 'viz',
    userKey: 'user',
    passwordKey: 'password',
  });
});

test.each([
  ['written out', { name: USER, value: 'root' }, { name: USER, value: 'root' }],
  ['from another Secret', from(USER, 'other', 'user'), from(USER, 'other', 'user')],
  ["the image's own", undefined, { name: USER, value: 'admin' }],
])('the user is %s', (_, user, env) => {
  const { admin, ...rest } = facts(...(user === undefined ? [] : [user]), from(PASSWORD, 'viz', 'pw'));
  expect(admin).toEqual({ type: 'existing-secret', name: 'viz', userKey: 'pw', passwordKey: 'pw' });
  expect(rest).toMatchObject({ env: [env], handled: [USER, PASSWORD], todo: [] });
});

test('a password that is written out moves to a Secret, and is told to nobody', () => {
  const found = facts({ name: USER, value: 'root' }, { name: PASSWORD, value: 'hunter2' });
  expect(found).toEqual({
    admin: { type: 'existing-secret', name: 'viz-admin' },
    env: [],
    handled: [USER, PASSWORD],
    todo: [
      `make Secret "viz-admin" with key "admin-user" and key "admin-password": the values of the variables ${USER} and ${PASSWORD}, which no file must hold`,
    ],
    text: 'written out in variables; they move to a Secret',
  });
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test.each([
  [[]],
  [[{ name: PASSWORD }]],
  [[{ name: PASSWORD, valueFrom: { secretKeyRef: { name: 'a' } } }]],
  [[{ name: USER, value: 'root' }]],
])('no variable says: %j', (env) => {
  expect(facts(...env)).toMatchObject({ admin: undefined, env: [], handled: [], todo: [] });
});
