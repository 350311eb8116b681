/** A number of a template: what it is as an integer and as a float, where it is that. */
export interface NumberNode {
  readonly type: 'number';
  readonly text: string;
  readonly int?: bigint;
  readonly float?: number;
}

export type Operand =
  | { readonly type: 'dot' | 'nil' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | NumberNode
  | { readonly type: 'field'; readonly names: readonly string[] }
  | { readonly type: 'variable'; readonly name: string; readonly names: readonly string[] }
  | { readonly type: 'function'; readonly name: string }
  | { readonly type: 'chain'; readonly of: Operand; readonly names: readonly string[] }
  | Pipeline;

export interface Pipeline {
  readonly type: 'pipeline';
  readonly variables: readonly string[];
  /** `=` sets a variable that is there, `:=` makes one. */
  readonly assigns: boolean;
  readonly commands: readonly (readonly Operand[])[];
}

export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly pipeline: Pipeline }
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly type: 'template'; readonly name: string; readonly pipeline?: Pipeline }
  | { readonly type: 'break' | 'continue' };
