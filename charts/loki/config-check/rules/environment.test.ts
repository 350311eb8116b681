import { anError, GOOD_CONFIG, problemsOf, problemsWith } from '../../../../test/loki-configs';
import { checkLokiConfig } from '../check-config';

const USES_ENV = 'storage_config:\n  aws:\n    secret_access_key: ${KEY}\n    access_key_id: ${ID}\n';
const RELABEL = 'ruler:\n  alert_relabel_configs:\n    - ';
const FIELD = 'ruler.alert_relabel_configs[0]';

const relabel = (field: string, uses = USES_ENV) =>
  problemsWith(`${uses}${RELABEL}{target_label: x, ${field}}\n`).filter(({ path }) => path.startsWith('ruler'));

describe('while something is filled in from the environment', () => {
  test('a "$" that is none of its signs stays, and nothing is said of it', () => {
    expect(relabel('replacement: "$1"')).toEqual([]);
    expect(relabel('regex: "(.*)$"')).toEqual([]);
    expect(relabel('replacement: "{{ $labels.x }}"')).toEqual([]);
  });

  test('"$$" becomes "$"', () => {
    expect(relabel('replacement: a$$b')).toEqual([anError(`${FIELD}.replacement`, 'write "$$$$"')]);
  });

  test('"${1}" of a replacement becomes nothing', () => {
    expect(relabel('replacement: "${1}-x"')).toEqual([anError(`${FIELD}.replacement`, 'write "$1", or "$${1}"')]);
    expect(relabel('replacement: "$${1}-x"')).toEqual([anError(`${FIELD}.replacement`, 'write "$$$$"')]);
  });

  test('"\\\\" and "\\/" lose their first sign, so that a text in double quotes is none any more', () => {
    expect(relabel('regex: "a\\\\d"')).toEqual([anError(`${FIELD}.regex`, 'write it in single quotes')]);
    expect(relabel("regex: 'a\\\\d'")).toEqual([anError(`${FIELD}.regex`, 'write "\\\\\\\\"')]);
    expect(relabel("regex: 'a\\/d'")).toEqual([anError(`${FIELD}.regex`, 'write "\\\\/"')]);
    expect(relabel("regex: 'a\\d'")).toEqual([]);
  });

  test('a "${" that nobody can read keeps Loki from starting, in a comment too', () => {
    expect(relabel('replacement: "${na-me}"')).toEqual([anError(`${FIELD}.replacement`, 'write "$$" for')]);
    expect(problemsWith(`# \${}\n${USES_ENV}`)).toContainEqual(
      expect.objectContaining({ severity: 'error', path: '', line: 21, remedy: 'take it out, or write "$${"' }),
    );
  });
});

describe('while nothing is', () => {
  test.each(['a$$b', '${1}', "'a\\\\d'", '"a\\\\d"', '"${na-me}"'])('%s is what it says', (value) => {
    expect(relabel(`replacement: ${value}`, '')).toEqual([]);
  });

  test('unless it is said that the file is expanded', () => {
    const text = `${GOOD_CONFIG}${RELABEL}{target_label: x, replacement: a$$b}\n`;
    expect(problemsOf(text, '3.7.6', { expandsEnv: true })).toEqual([anError(`${FIELD}.replacement`, 'write "$$$$"')]);
    expect(problemsOf(`${GOOD_CONFIG}${USES_ENV}`, '3.7.6', { expandsEnv: false })).toEqual([]);
  });
});

describe('a variable', () => {
  const env = (text: string, ...names: string[]) => problemsOf(`${GOOD_CONFIG}${text}`, '3.7.6', { env: names });

  test('that the pod has not is refused, once for each place', () => {
    expect(env(USES_ENV, 'ID')).toEqual([anError('storage_config.aws.secret_access_key', 'add "KEY" to env')]);
    expect(env(USES_ENV, 'ID', 'KEY')).toEqual([]);
  });

  test('with a default, or that every container has, needs nothing', () => {
    expect(env('server:\n  log_level: ${LEVEL:-info}\n')).toEqual([]);
    expect(env('common:\n  instance_addr: ${HOSTNAME}\n'.replace('common', 'x'))).not.toContainEqual(
      anError('x.instance_addr', 'add'),
    );
  });

  test('is not asked for where nothing is known of the pod', () => {
    expect(problemsWith(USES_ENV)).toEqual([]);
  });

  test('may stand within brackets, since the file is read once it is filled in', () => {
    expect(problemsWith('memberlist: {join_members: [${A}, "${B}"], abort_if_cluster_join_fails: ${C}}\n')).toEqual([]);
    expect(problemsWith('memberlist: {join_members: [$${A}]}\n')).toEqual([expect.objectContaining({ path: '' })]);
  });

  test('in quotes is a text, which no number and no switch takes', () => {
    expect(problemsWith('server:\n  http_listen_port: "${PORT}"\n')).toEqual([
      anError('server.http_listen_port', 'take the quotes away'),
    ]);
    expect(problemsWith('server:\n  http_listen_port: ${PORT}\n')).toEqual([]);
    expect(problemsWith("limits_config:\n  max_query_lookback: '${LOOKBACK}'\n")).toEqual([]);
    expect(problemsWith('limits_config:\n  max_line_size: "${SIZE}"\n')).toEqual([]);
  });
});

test('of a value, what will be written is looked at', () => {
  const config = {
    ruler: {
      alert_relabel_configs: [{ target_label: 'x', regex: 'a\\d', replacement: '"\\d"' }],
      rule_path: '${PATH}',
    },
  };
  const found = checkLokiConfig(config, '3.7.6').filter(({ path }) => path.startsWith(FIELD));
  expect(found).toEqual([anError(`${FIELD}.replacement`, 'write "\\\\\\\\"')]);
});
