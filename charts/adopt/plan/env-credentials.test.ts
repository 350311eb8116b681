import { withoutCredentials } from './env-credentials';

const safe = (container: object) => {
  const todo: string[] = [];
  return { container: withoutCredentials(container as never, 'loki-env', todo), todo };
};

test('variables of credentials come from a Secret, all others stay as they are', () => {
  const others = [
    { name: 'TZ', value: 'UTC' },
    { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } },
    { name: 'DB_PASSWORD', value: '$(OTHER)' },
    { name: 'EMPTY' },
  ];
  const env = [{ name: 'DB_PASSWORD', value: 'hunter2' }, { name: 'PROXY', value: 'http://u:hunter2@p' }, ...others];
  const { container, todo } = safe({ env });
  const from = (key: string) => ({ name: key, valueFrom: { secretKeyRef: { name: 'loki-env', key } } });
  expect(container).toEqual({ env: [from('DB_PASSWORD'), from('PROXY'), ...others] });
  expect(todo).toEqual([
    'make Secret "loki-env" with key "DB_PASSWORD": the value of that variable, which no file must hold',
    'make Secret "loki-env" with key "PROXY": the value of that variable, which no file must hold',
  ]);
});

test('a container that has a name has keys of its own', () => {
  const { container, todo } = safe({
    name: 'side',
    env: [{ name: 'API_TOKEN', value: 'hunter2' }],
    command: ['run', '--password', 'hunter2'],
    args: ['--secret=hunter2', '-v'],
  });
  const from = (name: string) => ({ name, valueFrom: { secretKeyRef: { name: 'loki-env', key: `side.${name}` } } });
  expect(container).toEqual({
    name: 'side',
    env: [from('API_TOKEN'), from('COMMAND_PASSWORD'), from('ARGS_SECRET')],
    command: ['run', '--password', '$(COMMAND_PASSWORD)'],
    args: ['--secret=$(ARGS_SECRET)', '-v'],
  });
  expect(todo).toEqual([
    'make Secret "loki-env" with key "side.API_TOKEN": the value of that variable, which no file must hold',
    'make Secret "loki-env" with key "side.COMMAND_PASSWORD": the value of its option "password", which no file must hold',
    'make Secret "loki-env" with key "side.ARGS_SECRET": the value of its option "secret", which no file must hold',
  ]);
});

test('a probe with a credential is left out, and said to be', () => {
  const livenessProbe = { httpGet: { httpHeaders: [{ name: 'Authorization', value: 'Bearer hunter2' }] } };
  const lifecycle = { preStop: { exec: { command: ['a', '--token=hunter2'] } } };
  const readinessProbe = { httpGet: { port: 80 } };
  const { container, todo } = safe({ name: 'side', livenessProbe, lifecycle, readinessProbe });
  expect(container).toEqual({ name: 'side', readinessProbe });
  expect(todo).toEqual([
    'side.livenessProbe has a credential in it and is left out: write it without',
    'side.lifecycle has a credential in it and is left out: write it without',
  ]);
});

test('a value without a name goes nowhere, and a container without variables gets none', () => {
  expect(safe({ env: [{ value: 'hunter2' }, { name: 3, value: 'hunter2' }] })).toEqual({
    container: { env: [] },
    todo: [],
  });
  expect(safe({ name: 'a', args: ['-v'] })).toEqual({ container: { name: 'a', args: ['-v'] }, todo: [] });
});
