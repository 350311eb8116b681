import { anError, aWarning } from '../../../../test/loki-configs';
import { promtailProblems, withBlocks, withClients } from '../../../../test/promtail-configs';

const URL = 'url: http://loki:3100/loki/api/v1/push';

describe('clients', () => {
  test('are there', () => {
    expect(withClients('')).toEqual([anError('clients', 'write - url: "http://loki:3100/loki/api/v1/push"')]);
    expect(withClients('{}')).toEqual([anError('clients[0].url', 'write "http://loki:3100/loki/api/v1/push"')]);
  });

  test('may leave the URL to the command line, in the block of one', () => {
    const jobs = 'scrape_configs: [{ job_name: a, journal: {} }]\n';
    expect(promtailProblems(`client: { timeout: 5s }\n${jobs}`)).toEqual([aWarning('client', 'write url:')]);
    expect(promtailProblems(`client: { ${URL} }\n${jobs}`)).toEqual([
      aWarning('client', 'move it to an item of clients'),
    ]);
    expect(promtailProblems(`client: { ${URL} }\n${jobs}`, '2.1.0')).toEqual([]);
  });

  test.each([
    ['loki:3100/loki/api/v1/push', 'write "http://loki:3100/loki/api/v1/push"'],
    ['tcp://loki:3100/loki/api/v1/push', 'write http or https'],
    ['http:///loki/api/v1/push', 'write "http://loki:3100/loki/api/v1/push"'],
    ['"http://loki:x/"', 'write it as "https://host:port/path"'],
  ])('have the URL of a server: %s', (url, remedy) => {
    expect(withClients(`{ url: ${url} }`)).toEqual([anError('clients[0].url', remedy)]);
  });

  test('have a path in it, since Promtail adds none', () => {
    expect(withClients('{ url: http://loki:3100 }')).toEqual([
      aWarning('clients[0].url', 'end it with "/loki/api/v1/push"'),
    ]);
    expect(withClients('{ url: "${LOKI_URL}" }')).toEqual([]);
  });

  test('do not show what is secret in it', () => {
    expect(JSON.stringify(withClients('{ url: "ftp://me:hunter2@loki/" }'))).not.toContain('hunter2');
  });

  test('differ, from the release on that names them', () => {
    expect(withClients(`{ ${URL} }, { ${URL} }`)).toEqual([anError('clients[1]', 'take one of them out')]);
    expect(withClients(`{ ${URL}, name: a }, { url: http://b/loki/api/v1/push, name: a }`)).toEqual([
      anError('clients[1].name', 'write another name'),
    ]);
    expect(withClients(`{ ${URL} }, { ${URL}, tenant_id: b }`)).toEqual([]);
    expect(withClients(`{ ${URL}, batchsize: 9007199254740993 }, { ${URL} }`)).toEqual([]);
    expect(withClients(`{ ${URL} }, { ${URL} }`, '2.1.0')).toEqual([]);
  });

  test('sign in by one way', () => {
    expect(withClients(`{ ${URL}, basic_auth: { username: a }, bearer_token_file: /token }`)).toEqual([
      anError('clients[0].basic_auth', 'keep one of them'),
    ]);
    expect(withClients(`{ ${URL}, basic_auth: { password: a, password_file: b } }`)).toEqual([
      anError('clients[0].basic_auth.password', 'keep one of them'),
    ]);
    expect(withClients(`{ ${URL}, headers: { Authorization: x } }`)).toEqual([]);
  });

  test('are a tenant that Loki takes', () => {
    expect(withClients(`{ ${URL}, tenant_id: "a/b" }`)).toEqual([
      anError('clients[0].tenant_id', 'write letters, digits'),
    ]);
    expect(withClients(`{ ${URL}, tenant_id: "a|b" }`)).toEqual([anError('clients[0].tenant_id', 'write one')]);
  });

  test('have time to send', () => {
    expect(withClients(`{ ${URL}, timeout: 0s }`)).toEqual([anError('clients[0].timeout', 'write "10s"')]);
  });

  test('leave the labels of the lag to options', () => {
    expect(withClients(`{ ${URL}, stream_lag_labels: filename }`, '2.9.17')).toEqual([
      anError('clients[0].stream_lag_labels', 'set options.stream_lag_labels'),
    ]);
    expect(withBlocks('options: { stream_lag_labels: filename }\n', '2.9.17')).toEqual([]);
  });
});
