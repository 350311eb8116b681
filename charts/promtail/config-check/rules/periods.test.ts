import { anError, aWarning } from '../../../../test/loki-configs';
import { withBlocks } from '../../../../test/promtail-configs';

describe('settings of the whole process', () => {
  test.each([
    ['positions: { sync_period: 0s }', 'positions.sync_period', 'write "10s"'],
    ['target_config: { sync_period: 0s }', 'target_config.sync_period', 'write "10s"'],
    ['positions: { filename: "" }', 'positions.filename', 'name a file that outlives the process'],
    [
      'limits_config: { readline_rate_enabled: true, readline_burst: 0 }',
      'limits_config.readline_burst',
      'how many lines',
    ],
    ['limits_config: { max_streams: -1 }', 'limits_config.max_streams', 'write 0 for any number'],
    ['wal: { enabled: true }', 'wal.dir', 'name a folder that it can write to'],
    [
      'global: { file_watch_config: { min_poll_frequency: 1s } }',
      'global.file_watch_config.min_poll_frequency',
      'write the shorter one here',
    ],
  ])('%s is refused', (block, path, remedy) => {
    expect(withBlocks(`${block}\n`)).toEqual([anError(path, remedy)]);
  });

  test('a rate that is not switched on limits nothing', () => {
    expect(withBlocks('limits_config: { readline_rate: 10 }\n')).toEqual([
      aWarning('limits_config.readline_rate', 'set limits_config.readline_rate_enabled: true'),
    ]);
  });

  test('an empty block takes its defaults away, and Promtail crashes', () => {
    expect(withBlocks('positions:\n')).toContainEqual(anError('positions.sync_period', 'write "10s"'));
    expect(withBlocks('positions: {}\n')).toEqual([]);
  });
});
