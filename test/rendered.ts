import { alloyConfig, type PodScope } from '../charts/alloy/config/alloy-config';
import { readAlloyConfig } from '../charts/alloy/read/read-alloy-config';
import { printAlloy } from '../charts/alloy/syntax/print';
import type { AlloyBody } from '../charts/alloy/syntax/values';
import { sortedKeys } from '../charts/kubernetes/sorted-keys';
import { writeYaml } from '../charts/kubernetes/yaml';
import { compilePipeline } from '../charts/pipeline/compile/compile';
import type { Pipeline } from '../charts/pipeline/model/pipeline';
import type { CollectorConfig } from '../charts/pipeline/read/collector-config';
import { type PromtailConfig, promtailConfig } from '../charts/promtail/config';
import { readPromtailConfig } from '../charts/promtail/read/read-promtail-config';
import { RELEASES } from '../charts/releases';

const OWN = { url: 'http://loki.logging.svc:3100/loki/api/v1/push' };

const destinationsOf = ({ destinations = [] }: Pipeline) => [OWN, ...destinations];

/** What Promtail gets of a pipeline. */
export const promtailConfigOf = (pipeline: Pipeline): PromtailConfig =>
  promtailConfig({
    httpPort: 3101,
    positionsFile: '/run/promtail/positions.yaml',
    jobs: compilePipeline(pipeline),
    destinations: destinationsOf(pipeline),
  });

export const promtailText = (pipeline: Pipeline): string => writeYaml(sortedKeys(promtailConfigOf(pipeline)));

/** What an Alloy gets of a pipeline, which does all of it. */
export const alloyConfigOf = (
  pipeline: Pipeline,
  release: string = RELEASES.alloy.newest,
  scope: PodScope = 'node',
): AlloyBody =>
  alloyConfig({
    release,
    jobs: compilePipeline(pipeline),
    destinations: destinationsOf(pipeline),
    wal: pipeline.wal ?? false,
    scope,
  });

export const alloyTextOf = (pipeline: Pipeline, release?: string): string =>
  printAlloy(alloyConfigOf(pipeline, release));

/** What both come to, read back from their files. */
export const readBack = (
  pipeline: Pipeline,
  node: string,
  release: string = RELEASES.alloy.newest,
): { readonly promtail: CollectorConfig; readonly alloy: CollectorConfig } => ({
  promtail: readPromtailConfig(promtailText(pipeline)),
  alloy: readAlloyConfig(alloyTextOf(pipeline, release), {
    release,
    env: { HOSTNAME: node, DESTINATION_1_USERNAME: 'user', DESTINATION_1_PASSWORD: 'password' },
  }),
});
