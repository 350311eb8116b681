import {
  type AlloyBlock,
  type AlloyExpression,
  type AlloyStatement,
  attributes,
  block,
  comment,
  ref,
} from '../syntax/values';
import type { JobContext } from './alloy-config';
import { stageBlocks } from './stages';

/** What a source forwards to: the job's stages, or where it sends if it has none. */
export interface Process {
  readonly components: readonly AlloyBlock[];
  readonly receivers: readonly AlloyExpression[];
}

export function processComponent(context: JobContext, writers: readonly AlloyExpression[]): Process {
  const { job, label, features } = context;
  const stages = [...bridges(context), ...stageBlocks(job.stages, features)];
  return stages.length === 0
    ? { components: [], receivers: writers }
    : {
        components: [block('loki.process', label, [...attributes({ forward_to: writers }), ...stages])],
        receivers: [ref(`loki.process.${label}.receiver`)],
      };
}

/** What takes away what Alloy's source adds to lines by itself. */
function bridges({ job: { source }, label, features }: JobContext): readonly AlloyStatement[] {
  switch (source.type) {
    case 'pods-api':
      return [
        comment('Through the API lines come with what ends them.'),
        block('stage.replace', attributes({ expression: '(\\n)$', replace: '' })),
        comment('What the source says of pods that say neither.'),
        dropWhere(`{instance=~"[^/]+/[^:]+:.+"}`, 'instance'),
        dropWhere(`{job="loki.source.kubernetes.${label}"}`, 'job'),
      ];
    case 'kubernetes-events':
      return [comment('The name of this component.'), dropLabel('instance')];
    case 'push':
      return features.takesPushersTenants
        ? [comment('Who pushes does not choose the tenant.'), dropLabel('__tenant_id__')]
        : [];
    default:
      return [];
  }
}

const dropLabel = (label: string): AlloyBlock => block('stage.label_drop', attributes({ values: [label] }));

const dropWhere = (selector: string, label: string): AlloyBlock =>
  block('stage.match', [...attributes({ selector }), dropLabel(label)]);
