import type { BlockNode, StatementNode } from '../syntax/ast';
import { stringValue } from '../syntax/strings';
import { BodyChecker } from './body-check';
import { checkComponentName } from './component-name';
import { cycles } from './cycles';
import { exportsOf } from './exports';
import { ExpressionChecker } from './expression-check';
import { below, type Findings } from './finding';
import { declaredBody, MODULE_BLOCKS, OTHER_CONFIG_BLOCKS } from './module-blocks';
import { OTHER_COMPONENTS } from './other-components';
import { Scope, type ScopeNode } from './scope';
import { type ComponentSpec, tables } from './tables';

/** Judges a configuration, or what stands in a `declare` block or in the template of a `foreach`. */
export class ModuleChecker {
  private readonly bodies: BodyChecker;

  constructor(
    private readonly scope: Scope,
    private readonly findings: Findings,
    private readonly path: string,
  ) {
    this.bodies = new BodyChecker(new ExpressionChecker(scope, findings), findings);
  }

  check(body: readonly StatementNode[]): void {
    const blocks: ScopeNode[] = [];
    for (const node of body) this.noteMade(node);
    for (const node of body) {
      if (node.type === 'block') blocks.push(this.noteBlock(node));
      else this.refuseAttribute(node.name, node);
    }
    for (const node of blocks) {
      this.scope.current = node;
      this.checkBlock(node);
    }
    this.scope.current = undefined;
    this.refuseCycles();
  }

  /** Components that are made in this configuration have to be known before any is used. */
  private noteMade(node: StatementNode): void {
    if (node.type !== 'block') return;
    if (node.name === 'declare') this.scope.declared.set(node.label, node.body);
    if (node.name.startsWith('import.')) this.scope.imported.add(node.label);
  }

  /** Makes a block known to those that refer to it. */
  private noteBlock(block: BlockNode): ScopeNode {
    const { name, label } = block;
    const id = label === '' ? name : `${name}.${label}`;
    const path = below(this.path, label === '' ? name : `${name} "${label}"`);
    const node: ScopeNode = { id, path, block, exports: exportsOf(block, this.scope) };
    const before = this.scope.nodes.get(id);
    // A component without a label is refused as that, and nobody can refer to it.
    if (label === '' && tables().components.get(name)?.hasLabel !== false && !OTHER_CONFIG_BLOCKS.has(name))
      return node;
    if (before === undefined) this.scope.nodes.set(id, node);
    else {
      const message = `is there twice, first on line ${before.block.start.line}`;
      this.findings.refuse(path, block.start, message, label === '' ? 'keep one of the two' : 'give one another label');
    }
    return node;
  }

  private checkBlock({ block, path }: ScopeNode): void {
    const { name, body, start } = block;
    const place = { path, name, start };
    const declared = this.scope.declaredBody(name);
    const known = tables().components.get(name);
    if (MODULE_BLOCKS.has(name)) {
      this.checkLabel(block, path, true);
      this.checkModuleBlock(block, path);
    } else if (declared !== undefined) {
      this.checkLabel(block, path, true);
      this.bodies.check(body, declaredBody(declared), place);
    } else if (known !== undefined) {
      this.checkLabel(block, path, known.hasLabel);
      this.checkRelease(block, path, known);
      this.bodies.check(body, known.body, place);
    } else {
      if (OTHER_CONFIG_BLOCKS.has(name)) this.checkLabel(block, path, false);
      else if (OTHER_COMPONENTS.has(name) || this.scope.isImported(name)) this.checkLabel(block, path, true);
      else checkComponentName(block, path, this.scope, this.findings);
      this.bodies.checkUnknown(body, path);
    }
  }

  private checkLabel({ name, label, start, labelAt }: BlockNode, path: string, isWanted: boolean): void {
    if (isWanted && label === '') {
      this.findings.refuse(path, start, 'has no label, by which others would refer to it', `write ${name} "default" {`);
    }
    if (!isWanted && label !== '') {
      this.findings.refuse(path, labelAt, `has the label "${label}", and takes none`, 'take the label out');
    }
  }

  private checkRelease({ start }: BlockNode, path: string, { since, stability }: ComponentSpec): void {
    if (!this.findings.refuseTooNew(path, start, since) && stability !== undefined) {
      const message = `is ${stability}, and Alloy refuses it unless told otherwise`;
      this.findings.warn(path, start, message, `start it with --stability.level=${stability}`);
    }
  }

  private checkModuleBlock(block: BlockNode, path: string): void {
    const { name, body, start } = block;
    if (name === 'declare') {
      const inner = new Scope();
      for (const [label, made] of this.scope.allDeclared()) inner.declared.set(label, made);
      for (const label of this.scope.allImported()) inner.imported.add(label);
      new ModuleChecker(inner, this.findings, path).check(body);
      return;
    }
    const spec = MODULE_BLOCKS.get(name);
    if (spec === undefined) {
      this.bodies.checkUnknown(body, path);
      return;
    }
    const isTemplate = (node: StatementNode): node is BlockNode => node.type === 'block' && node.name === 'template';
    const templates = name === 'foreach' ? body.filter(isTemplate) : [];
    const others = body.filter((node) => name !== 'foreach' || !isTemplate(node));
    this.bodies.check(others, spec, { path, name, start });
    if (name === 'foreach' && templates.length === 0) {
      this.findings.refuse(path, start, 'has no block template, which it needs', 'write template { … }');
    }
    for (const template of templates) {
      const inner = new Scope(this.scope);
      for (const variable of variablesOf(others)) inner.variables.add(variable);
      new ModuleChecker(inner, this.findings, below(path, 'template')).check(template.body);
    }
  }

  private refuseAttribute(name: string, { start }: StatementNode): void {
    const path = below(this.path, name);
    this.findings.refuse(path, start, 'is an attribute outside of a block', 'put it into the block that it is of');
  }

  private refuseCycles(): void {
    for (const way of cycles(this.scope.edges)) {
      const node = this.scope.nodes.get(way[0] ?? '');
      if (node === undefined) continue;
      const message = way.length === 2 ? 'refers to itself' : `goes round: ${way.join(' → ')}`;
      this.findings.refuse(node.path, node.block.start, message, 'take one of the references out');
    }
  }
}

/** The name by which a template calls the item that `foreach` is at. */
const variablesOf = (body: readonly StatementNode[]): string[] =>
  body.flatMap((node) =>
    node.type === 'attribute' && node.name === 'var' && node.value.type === 'literal'
      ? (stringValue(node.value.text) ?? [])
      : [],
  );
