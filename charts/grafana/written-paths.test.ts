import { checkIniPaths, writtenPaths } from './written-paths';

describe('the folders that Grafana writes to', () => {
  test('those of its image, for data and plugins', () =>
    expect(writtenPaths({})).toEqual([
      { property: 'volumeMounts', path: '/var/lib/grafana', access: 'write' },
      { property: 'volumeMounts', path: '/var/lib/grafana/plugins', access: 'write' },
    ]));

  test('that of its logs too, when they go to a file', () => {
    const logs = { property: 'ini.log.mode', path: '/var/log/grafana', access: 'write' };
    expect(writtenPaths({ log: { mode: 'console file' } })).toContainEqual(logs);
    expect(writtenPaths({}, [{ name: 'GF_LOG_MODE', value: 'file' }])).toContainEqual(logs);
    expect(writtenPaths({ log: { mode: 'console' } })).not.toContainEqual(logs);
    expect(writtenPaths({ log: { mode: 'file' } }, [{ name: 'GF_LOG_MODE', value: 'console' }])).not.toContainEqual(
      logs,
    );
  });

  test('those of the environment, which come before grafana.ini', () =>
    expect(
      writtenPaths({ paths: { data: '/elsewhere' } }, [
        { name: 'TZ', value: 'UTC' },
        { name: 'GF_PATHS_DATA', value: '/data' },
      ]),
    ).toContainEqual({ property: 'env[1].value', path: '/data', access: 'write' }));
});

describe('paths in grafana.ini', () => {
  test('pass where the image has them', () =>
    expect(
      checkIniPaths({
        paths: {
          data: '/var/lib/grafana/data',
          logs: '/var/log/grafana',
          plugins: '/var/lib/grafana/plugins/',
          provisioning: '/etc/grafana/provisioning',
        },
      }),
    ).toEqual([]));

  test('are refused elsewhere, for Grafana would not go there', () =>
    expect(checkIniPaths({ paths: { data: '/data', provisioning: '/provisioning' } })).toEqual([
      {
        path: 'ini.paths.data',
        message: '"/data" has no effect: the image sets GF_PATHS_DATA to "/var/lib/grafana", and that wins',
        remedy: 'set GF_PATHS_DATA in env',
      },
      {
        path: 'ini.paths.provisioning',
        message:
          '"/provisioning" has no effect: the image sets GF_PATHS_PROVISIONING to "/etc/grafana/provisioning", and that wins',
        remedy: 'mount files below /etc/grafana/provisioning',
      },
    ]));

  test('pass when the environment is told, too', () =>
    expect(checkIniPaths({ paths: { data: '/data' } }, [{ name: 'GF_PATHS_DATA', value: '/data' }])).toEqual([]));
});
