import type { CollectorConfig, ReadJob } from '../../pipeline/read/collector-config';
import { readAlloy } from '../syntax/read';
import type { AlloyBlock } from '../syntax/values';
import { blocksOf, Components, idOf } from './components';
import { type Environment, type Evaluated, NotUnderstood } from './evaluate';
import { readEndpoints } from './read-endpoints';
import { readSource } from './read-source';
import { readStages } from './read-stages';

export interface ReadOptions {
  /** The release that runs it: defaults differ. */
  readonly release: string;
  /** Values of the variables that it reads. @default - none */
  readonly env?: Environment;
}

/**
 * Reads a configuration of Alloy back to jobs, from each source along what it forwards to. Ours is understood as a whole, one of
 * somebody's own as far as pipelines can say the same.
 * @throws AlloySyntaxError when the text is no Alloy
 */
export function readAlloyConfig(text: string, { release, env = {} }: ReadOptions): CollectorConfig {
  const components = new Components(
    readAlloy(text).filter((statement) => statement.type === 'block'),
    env,
  );
  const unread: string[] = [];
  const jobs = components.all.filter(isSource).flatMap((block) => {
    try {
      const { source, relabel, forwardTo } = readSource(components, block);
      const way = follow(components, forwardTo, { release, unread: (what) => unread.push(what), left: MOST });
      return [{ name: block.label ?? '', source, ...way, relabel: [...relabel, ...way.relabel] }];
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
      unread.push(`${idOf(block)}: ${error.message}`);
      return [];
    }
  });
  return { jobs, unread };
}

const isSource = ({ name }: AlloyBlock): boolean => name.startsWith('loki.source.') || name === 'otelcol.receiver.otlp';

/** Components one behind the other: more are a circle, which Alloy refuses. */
const MOST = 100;

interface Following {
  readonly release: string;
  readonly unread: (what: string) => void;
  readonly left: number;
}

/** What is between a source and its destinations. */
function follow(
  components: Components,
  forwardTo: Evaluated | undefined,
  { release, unread, left }: Following,
): Pick<ReadJob, 'relabel' | 'stages' | 'destinations'> {
  if (left === 0) throw new NotUnderstood('too many components one behind the other');
  const receivers = Array.isArray(forwardTo) ? (forwardTo as readonly Evaluated[]) : [];
  const blocks = receivers.map((receiver) => components.find(receiver, ['loki.process', 'loki.relabel', 'loki.write']));
  const [first, ...others] = blocks;
  if (first === undefined || blocks.every(({ name }) => name === 'loki.write')) {
    return { relabel: [], stages: [], destinations: blocks.flatMap((block) => readEndpoints(components, block)) };
  }
  if (others.length > 0) throw new NotUnderstood('several components to forward to');
  const behind = follow(components, components.settings(first).forward_to, { release, unread, left: left - 1 });
  if (first.name === 'loki.relabel') return { ...behind, relabel: [...components.rules(first), ...behind.relabel] };
  if (behind.relabel.length > 0) throw new NotUnderstood('rules behind stages');
  const stages = readStages(blocksOf(first), {
    release,
    env: components.env,
    unread: (what) => unread(`${idOf(first)}: ${what}`),
  });
  return { ...behind, stages: [...stages, ...behind.stages] };
}
