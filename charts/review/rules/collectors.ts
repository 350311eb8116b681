import type { Manifest } from '../../kubernetes/manifest';
import { entriesOf } from '../config/entries';
import { readConfig } from '../config/read-config';
import { podOf } from '../kinds';
import { textOf } from '../plain';
import { containersOf, type Side } from '../side';

/** Whether a workload reads the configuration of a collector. */
export const isCollector = (workload: Manifest | undefined, side: Side): boolean =>
  workload !== undefined &&
  side
    .configsOf(workload)
    .some((config) =>
      [...entriesOf(config)].some(([name, { text }]) => ['alloy', 'promtail'].includes(readConfig(name, text).format)),
    );

/** The release of Alloy that reads a configuration; undefined where that is not to be seen. */
export const releaseBeside = (config: Manifest, side: Side): string | undefined =>
  side
    .readersOf(config)
    .flatMap((reader) => containersOf(podOf(reader)))
    .map(({ image }) => /\/alloy:v?(\d+\.\d+\.\d+)/.exec(textOf(image) ?? '')?.[1])
    .find((release) => release !== undefined);
