import { joinPath } from '../../../config-check/config-node';
import { refused } from '../../../config-check/finding';
import { httpClientMistakes, isBlock } from '../../../config-check/http-client';
import type { Settings } from '../../../config-check/settings';
import type { Rule } from './rule';

/** Blocks that are one of Prometheus's remote writes. */
export function remoteWrites(settings: Settings): string[] {
  const maps = ['ruler.remote_write.clients', 'limits_config.ruler_remote_write_config'];
  return [
    'ruler.remote_write.client',
    ...maps.flatMap((map) => settings.keysBelow(map).map((key) => joinPath(map, key))),
    ...settings.itemsOf('ruler.wal.remotewrite'),
  ].filter((path) => isBlock(settings, path));
}

/** Prometheus refuses a remote write without an address as soon as its block is there. */
export const remoteWritesHaveUrls: Rule = ({ settings }) =>
  remoteWrites(settings)
    .filter((path) => settings.text(`${path}.url`) === '')
    .map((path) => refused(path, 'has no url', `set ${path}.url, or take the block out`));

export const remoteWriteIsComplete: Rule = ({ settings }) =>
  settings.bool('ruler.remote_write.enabled') && remoteWrites(settings).length === 0
    ? [refused('ruler.remote_write.enabled', 'is true, and no client is set', 'set ruler.remote_write.clients')]
    : [];

export const httpClients: Rule = ({ settings }) =>
  [
    ...remoteWrites(settings),
    ...['pattern_ingester.metric_aggregation', 'pattern_ingester.pattern_persistence'].map(
      (block) => `${block}.http_client_config`,
    ),
  ]
    .filter((path) => isBlock(settings, path))
    .flatMap((path) => httpClientMistakes(settings, path));

export const REMOTE_WRITE_RULES: readonly Rule[] = [remoteWritesHaveUrls, remoteWriteIsComplete, httpClients];
