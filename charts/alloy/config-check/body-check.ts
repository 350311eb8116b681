import { closest } from '../../kubernetes/closest';
import type { AttributeNode, BlockNode, StatementNode } from '../syntax/ast';
import type { Position } from '../syntax/tokens';
import type { ExpressionChecker } from './expression-check';
import { below, type Findings } from './finding';
import type { AttributeSpec, BlockSpec, BodySpec } from './tables';
import { ANY } from './types';

/** Where a body stands. */
interface Place {
  readonly path: string;
  /** What its block is called, in messages. */
  readonly name: string;
  readonly start: Position;
}

/** A body that is being judged. */
interface Judged extends Place {
  readonly spec: BodySpec;
  /** What stands in it, the first of each name. */
  readonly seen: Map<string, StatementNode>;
  /** What misspelt names were meant to be: it is not missing as well. */
  readonly meant: Set<string>;
}

/** Judges what stands in blocks by the tables: what there is, how often, since when, and of which type. */
export class BodyChecker {
  constructor(
    private readonly expressions: ExpressionChecker,
    private readonly findings: Findings,
  ) {}

  check(body: readonly StatementNode[], spec: BodySpec, place: Place): void {
    const judged: Judged = { ...place, spec, seen: new Map(), meant: new Set() };
    const steps = stepsOf(body);
    body.forEach((statement, index) => {
      const path = below(place.path, steps[index] ?? '');
      if (statement.type === 'attribute') this.checkAttribute(statement, path, judged);
      else this.checkBlock(statement, path, judged);
      if (!judged.seen.has(statement.name)) judged.seen.set(statement.name, statement);
    });
    this.refuseMissing(judged);
  }

  /** Judges what nothing is known of: only what it refers to. */
  checkUnknown(body: readonly StatementNode[], path: string): void {
    const steps = stepsOf(body);
    body.forEach((statement, index) => {
      const inner = below(path, steps[index] ?? '');
      if (statement.type === 'attribute') this.expressions.check(statement.value, ANY, inner);
      else this.checkUnknown(statement.body, inner);
    });
  }

  private checkAttribute(node: AttributeNode, path: string, judged: Judged): void {
    const known = judged.spec.attributes.get(node.name);
    if (known === undefined) {
      this.refuseUnknown(node, path, judged);
      this.expressions.check(node.value, ANY, path);
      return;
    }
    this.refuseRepeated(node, path, judged);
    this.findings.refuseTooNew(path, node.start, known.since);
    this.expressions.check(node.value, known.type, path, known.values);
  }

  private checkBlock(node: BlockNode, path: string, judged: Judged): void {
    const known = judged.spec.blocks.get(node.name);
    if (known === undefined) {
      this.refuseUnknown(node, path, judged);
      this.checkUnknown(node.body, path);
      return;
    }
    if (!known.isRepeatable) this.refuseRepeated(node, path, judged);
    if (node.label !== '') {
      this.findings.refuse(path, node.labelAt, `has the label "${node.label}", and takes none`, 'take the label out');
    }
    this.findings.refuseTooNew(path, node.start, known.since);
    this.check(node.body, known.body, { path, name: node.name, start: node.start });
  }

  private refuseRepeated({ name, start }: StatementNode, path: string, { seen }: Judged): void {
    const before = seen.get(name);
    if (before === undefined) return;
    this.findings.refuse(path, start, `is there twice, first on line ${before.start.line}`, 'keep one of the two');
  }

  private refuseMissing({ spec: { attributes, blocks }, seen, meant, path, start }: Judged): void {
    const isMissing = ({ name, isRequired, since }: AttributeSpec | BlockSpec): boolean =>
      isRequired && !seen.has(name) && !meant.has(name) && this.findings.isThere(since);
    for (const { name } of [...attributes.values()].filter(isMissing)) {
      this.findings.refuse(path, start, `has no ${name}, which it needs`, `write ${name} = …`);
    }
    for (const { name } of [...blocks.values()].filter(isMissing)) {
      this.findings.refuse(path, start, `has no block ${name}, which it needs`, `write ${name} { … }`);
    }
  }

  private refuseUnknown(node: StatementNode, path: string, { spec, name: blockName, meant }: Judged): void {
    const { name, start, type } = node;
    if (type === 'attribute' && spec.blocks.has(name)) {
      this.findings.refuse(path, start, 'is a block, not an attribute', `write ${name} { … }`);
    } else if (type === 'block' && spec.attributes.has(name)) {
      this.findings.refuse(path, start, 'is an attribute, not a block', `write ${name} = …`);
    } else {
      const nearest = this.nearest(node, spec);
      if (nearest !== undefined) meant.add(nearest);
      const remedy = nearest === undefined ? this.otherRemedy(node, spec) : `did you mean "${nearest}"?`;
      this.findings.refuse(path, start, `is no ${type} of ${blockName} in Alloy ${this.findings.release}`, remedy);
    }
  }

  /** The name that was meant: of the same kind sooner than of the other one. */
  private nearest({ name, type }: StatementNode, { attributes, blocks }: BodySpec): string | undefined {
    if (blocks.has(`stage.${name}`)) return `stage.${name}`;
    const [own, others] = [this.namesIn(attributes), this.namesIn(blocks)];
    return type === 'attribute'
      ? (closest(name, own) ?? closest(name, others))
      : (closest(name, others) ?? closest(name, own));
  }

  private otherRemedy({ name, type }: StatementNode, { attributes, blocks }: BodySpec): string {
    const home = [...blocks.values()].find(({ body }) =>
      (type === 'attribute' ? body.attributes : body.blocks).has(name),
    );
    if (home !== undefined) return `it belongs in ${home.name} { … }`;
    const names = type === 'attribute' ? this.namesIn(attributes) : this.namesIn(blocks);
    const areFew = names.length > 0 && names.length <= 12;
    return areFew ? `take it out, or write one of ${names.join(', ')}` : 'take it out';
  }

  private namesIn(specs: ReadonlyMap<string, AttributeSpec | BlockSpec>): string[] {
    return [...specs.values()].filter(({ since }) => this.findings.isThere(since)).map(({ name }) => name);
  }
}

/** How the statements of a body are named in paths; blocks that come several times are counted. */
function stepsOf(body: readonly StatementNode[]): string[] {
  const counts = new Map<string, number>();
  for (const { type, name } of body) {
    if (type === 'block') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const used = new Map<string, number>();
  return body.map(({ type, name }) => {
    if (type === 'attribute' || (counts.get(name) ?? 0) < 2) return name;
    const index = used.get(name) ?? 0;
    used.set(name, index + 1);
    return `${name}[${index}]`;
  });
}
