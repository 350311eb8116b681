import type { PrometheusRule } from '../../pipeline/compile/job';
import type { PlainLabels } from '../../pipeline/read/collector-config';
import type { AlloyBlock } from '../syntax/values';
import { type Environment, type Evaluated, NotUnderstood, Reference, settingsOf } from './evaluate';

/** The components of a configuration, found by references to what they export. */
export class Components {
  private readonly byId: ReadonlyMap<string, AlloyBlock>;

  constructor(
    readonly all: readonly AlloyBlock[],
    readonly env: Environment,
  ) {
    this.byId = new Map(all.map((block) => [idOf(block), block]));
  }

  /** The one that is referred to, which has to be of one of those types. */
  find(reference: Evaluated | undefined, types: readonly string[]): AlloyBlock {
    const block = reference instanceof Reference ? this.byId.get(reference.component) : undefined;
    if (block === undefined || !types.includes(block.name)) throw new NotUnderstood(`no ${types.join(' or ')}`);
    return block;
  }

  settings(block: AlloyBlock): Readonly<Record<string, Evaluated>> {
    return settingsOf(block.body, this.env);
  }

  rules(block: AlloyBlock): readonly PrometheusRule[] {
    return blocksOf(block, 'rule').map((rule) => this.settings(rule) as PrometheusRule);
  }
}

export const idOf = ({ name, label }: AlloyBlock): string => (label === undefined ? name : `${name}.${label}`);

/** The blocks of a block, all or those of a name. */
export const blocksOf = ({ body }: AlloyBlock, name?: string): readonly AlloyBlock[] =>
  body.filter((statement) => statement.type === 'block').filter((block) => name === undefined || block.name === name);

export const labelsOf = (labels: Evaluated | undefined): PlainLabels =>
  typeof labels === 'object' && labels !== null
    ? Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]))
    : {};
