import type { BlockNode, StatementNode } from '../syntax/ast';
import { isAssignable, type Type } from './types';

/** A block that others may refer to: a component, an argument, an export. */
export interface ScopeNode {
  /** `loki.write.default` */
  readonly id: string;
  /** `loki.write "default"` */
  readonly path: string;
  readonly block: BlockNode;
  /** What it exports; undefined when nobody knows. */
  readonly exports: ReadonlyMap<string, Type> | undefined;
}

/** What may be referred to at a place: the blocks of a file, or of a `declare` or `template` block in it. */
export class Scope {
  readonly nodes = new Map<string, ScopeNode>();
  /** Names that stand for a value, such as that of an item that `foreach` is at. */
  readonly variables = new Set<string>(['module_path']);
  /** The components that `declare` blocks make, with what stands in those. */
  readonly declared = new Map<string, readonly StatementNode[]>();
  /** Labels of `import` blocks: what components begin with that are made elsewhere. */
  readonly imported = new Set<string>();
  /** Who refers to whom, in the order of the text. */
  readonly edges = new Map<string, Set<string>>();
  /** Whose block is being looked at. */
  current: ScopeNode | undefined;

  /** @param outer what is around a template, whose blocks can be referred to as well */
  constructor(readonly outer?: Scope) {}

  /** The block that a reference begins with, and how many of its names that takes: the fewest. */
  find(names: readonly string[]): { readonly node: ScopeNode; readonly length: number } | undefined {
    for (let length = 1; length <= names.length; length++) {
      const node = this.nodes.get(names.slice(0, length).join('.'));
      if (node !== undefined) return { node, length };
    }
    return this.outer?.find(names);
  }

  /** Notes that the block that is being looked at refers to another one. */
  refer(node: ScopeNode): void {
    if (this.nodes.get(node.id) !== node) {
      this.outer?.refer(node);
      return;
    }
    if (this.current === undefined) return;
    const known = this.edges.get(this.current.id) ?? new Set<string>();
    this.edges.set(this.current.id, known.add(node.id));
  }

  hasVariable(name: string): boolean {
    return this.variables.has(name) || this.outer?.hasVariable(name) === true;
  }

  /** What stands in the `declare` block that makes such components; undefined when there is none. */
  declaredBody(name: string): readonly StatementNode[] | undefined {
    return this.declared.get(name) ?? this.outer?.declaredBody(name);
  }

  /** Whether a component is made by what a block imports. */
  isImported(name: string): boolean {
    const [namespace = ''] = name.split('.');
    return (name !== namespace && this.imported.has(namespace)) || this.outer?.isImported(name) === true;
  }

  allDeclared(): ReadonlyMap<string, readonly StatementNode[]> {
    return new Map([...(this.outer?.allDeclared() ?? []), ...this.declared]);
  }

  allImported(): readonly string[] {
    return [...(this.outer?.allImported() ?? []), ...this.imported];
  }

  /** Everything that can be referred to. */
  exports(): { readonly path: string; readonly type: Type }[] {
    const own = [...this.nodes.values()]
      .filter((node) => node !== this.current)
      .flatMap(({ id, exports }) => [...(exports ?? [])].map(([name, type]) => ({ path: `${id}.${name}`, type })));
    return [...own, ...(this.outer?.exports() ?? [])];
  }

  /** The first export that is of a type, to be named as what was meant. */
  exportOf(type: Type): string | undefined {
    return this.exports().find((item) => item.type.kind !== 'any' && isAssignable(item.type, type))?.path;
  }
}
