import type { PrometheusRule } from '../../pipeline/compile/job';
import type { ReadSource } from '../../pipeline/read/collector-config';
import type { AlloyBlock } from '../syntax/values';
import { blocksOf, type Components, labelsOf } from './components';
import { type Evaluated, NotUnderstood } from './evaluate';

interface SourceReading {
  readonly source: ReadSource;
  readonly relabel: readonly PrometheusRule[];
  readonly forwardTo: Evaluated | undefined;
}

export function readSource(components: Components, block: AlloyBlock): SourceReading {
  const settings = components.settings(block);
  const { forward_to: forwardTo } = settings;
  switch (block.name) {
    case 'loki.source.file':
      return { ...readTargets(components, settings.targets, 'files', findsFiles(components, block)), forwardTo };
    case 'loki.source.kubernetes':
      return { ...readTargets(components, settings.targets, 'api', true), forwardTo };
    case 'loki.source.journal': {
      const { path, max_age, matches, format_as_json = false, labels } = settings;
      return {
        source: {
          type: 'journal',
          path: path === undefined ? undefined : String(path),
          maxAge: max_age === undefined ? undefined : String(max_age),
          matches: matches === undefined ? undefined : String(matches),
          json: format_as_json === true,
          labels: { job: `loki.source.journal.${block.label}`, ...labelsOf(labels) },
        },
        relabel: exportedRules(components, settings.relabel_rules),
        forwardTo,
      };
    }
    case 'loki.source.syslog': {
      const [listener, ...others] = blocksOf(block, 'listener');
      if (listener === undefined || others.length > 0) throw new NotUnderstood('not one listener');
      const { address, protocol = 'tcp', use_incoming_timestamp = false, labels } = components.settings(listener);
      return {
        source: {
          type: 'syslog',
          address: String(address),
          protocol: String(protocol),
          useIncomingTimestamp: use_incoming_timestamp === true,
          labels: labelsOf(labels),
        },
        relabel: exportedRules(components, settings.relabel_rules),
        forwardTo,
      };
    }
    case 'loki.source.api': {
      const [http] = blocksOf(block, 'http');
      return {
        source: {
          type: 'push',
          port: Number(http === undefined ? 8080 : (components.settings(http).listen_port ?? 8080)),
          useIncomingTimestamp: settings.use_incoming_timestamp === true,
          labels: labelsOf(settings.labels),
        },
        relabel: exportedRules(components, settings.relabel_rules),
        forwardTo,
      };
    }
    case 'loki.source.kubernetes_events': {
      const { namespaces = [], log_format = 'logfmt' } = settings;
      return {
        source: {
          type: 'kubernetes-events',
          namespaces: (namespaces as readonly Evaluated[]).map(String),
          format: String(log_format),
        },
        relabel: [],
        forwardTo,
      };
    }
    case 'otelcol.receiver.otlp':
      return readOtlp(components, block);
    default:
      throw new NotUnderstood('a source of another kind');
  }
}

function readOtlp(components: Components, block: AlloyBlock): SourceReading {
  const [output] = blocksOf(block, 'output');
  const { logs = [] } = output === undefined ? {} : components.settings(output);
  const [consumer, ...others] = logs as readonly Evaluated[];
  if (others.length > 0) throw new NotUnderstood('several consumers');
  return {
    source: {
      type: 'otlp',
      endpoints: [...blocksOf(block, 'grpc'), ...blocksOf(block, 'http')].map((server) =>
        String(components.settings(server).endpoint),
      ),
    },
    relabel: [],
    forwardTo: components.settings(components.find(consumer, ['otelcol.exporter.loki'])).forward_to,
  };
}

/** Whether paths are globs by themselves. */
function findsFiles(components: Components, block: AlloyBlock): boolean {
  const [match] = blocksOf(block, 'file_match');
  return match !== undefined && components.settings(match).enabled === true;
}

/** Targets, back through whatever changes them. */
function readTargets(
  components: Components,
  targets: Evaluated | undefined,
  through: 'files' | 'api',
  areFound: boolean,
  left = 100,
): Omit<SourceReading, 'forwardTo'> {
  if (left === 0) throw new NotUnderstood('too many components one behind the other');
  if (Array.isArray(targets)) {
    if (!areFound) throw new NotUnderstood('globs that are no globs');
    return { source: { type: 'files', targets: targets.map(labelsOf) }, relabel: [] };
  }
  const block = components.find(targets, ['discovery.relabel', 'discovery.kubernetes', 'local.file_match']);
  const settings = components.settings(block);
  switch (block.name) {
    case 'local.file_match':
      return readTargets(components, settings.path_targets, through, true, left - 1);
    case 'discovery.relabel': {
      const before = readTargets(components, settings.targets, through, areFound, left - 1);
      return { ...before, relabel: [...before.relabel, ...components.rules(block)] };
    }
    default: {
      if (!areFound) throw new NotUnderstood('globs that are no globs');
      const [namespaces] = blocksOf(block, 'namespaces');
      const names = namespaces === undefined ? undefined : components.settings(namespaces).names;
      const fields = blocksOf(block, 'selectors').map((selector) => components.settings(selector).field);
      return {
        source: {
          type: 'pods',
          through,
          isOfNode: fields.some((field) => field === `spec.nodeName=${components.env.HOSTNAME ?? ''}`),
          ...(Array.isArray(names) ? { namespaces: names.map(String) } : {}),
        },
        relabel: [],
      };
    }
  }
}

const exportedRules = (components: Components, rules: Evaluated | undefined): readonly PrometheusRule[] =>
  rules === undefined ? [] : components.rules(components.find(rules, ['loki.relabel', 'discovery.relabel']));
