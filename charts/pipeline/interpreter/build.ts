import type { StageConfig } from '../stage-check/stage-config';
import type { Clock } from './clock';
import { changing, pipelineOf, type Stage } from './stage';
import { cri } from './stages/cri';
import { decolorize } from './stages/decolorize';
import { docker } from './stages/docker';
import { drop } from './stages/drop';
import { eventLogMessage } from './stages/eventlogmessage';
import { json } from './stages/json';
import { labelAllow, labelDrop, labels, staticLabels, structuredMetadata } from './stages/labels';
import { limit } from './stages/limit';
import { logfmt } from './stages/logfmt';
import { matchDrop, matchKeep } from './stages/match';
import { multiline } from './stages/multiline';
import { output } from './stages/output';
import { pack } from './stages/pack';
import { regex } from './stages/regex';
import { replace } from './stages/replace';
import { sampling } from './stages/sampling';
import { template } from './stages/template';
import { tenant } from './stages/tenant';
import { timestamp } from './stages/timestamp';

/** The stages of a pipeline, each with a memory of its own that is empty yet. */
export const buildPipeline = (configs: readonly StageConfig[], clock: Clock): Stage =>
  pipelineOf(configs.map((config) => buildStage(config, clock)));

function buildStage(config: StageConfig, clock: Clock): Stage {
  switch (config.type) {
    case 'cri':
      return cri(config, clock);
    case 'decolorize':
      return decolorize();
    case 'docker':
      return docker(clock);
    case 'drop':
      return drop(config, clock);
    case 'eventlogmessage':
      return eventLogMessage(config);
    case 'json':
      return json(config);
    case 'labelallow':
      return labelAllow(config.names);
    case 'labeldrop':
      return labelDrop(config.names);
    case 'labels':
      return labels(config.sources);
    case 'limit':
      return limit(config);
    case 'logfmt':
      return logfmt(config);
    case 'match':
      return config.action === 'drop'
        ? matchDrop(config.selector)
        : matchKeep(config.selector, buildPipeline(config.stages, clock));
    case 'multiline':
      return multiline(config);
    case 'output':
      return output(config.source);
    case 'pack':
      return pack(config.labels, config.takesTimeOfReading);
    case 'regex':
      return regex(config.regexp, config.source);
    case 'replace':
      return replace(config);
    case 'sampling':
      return sampling(config.rate);
    case 'static_labels':
      return staticLabels(config.labels);
    case 'structured_metadata':
      return structuredMetadata(config.sources);
    case 'template':
      return template(config.source, config.template);
    case 'tenant':
      return tenant(config);
    case 'timestamp':
      return timestamp(config, clock);
    // Metrics change nothing here, and there is no database of places.
    case 'metrics':
    case 'geoip':
      return changing(() => undefined);
  }
}
