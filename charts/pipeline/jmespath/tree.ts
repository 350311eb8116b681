import type { JsonValue } from '../json/value';

export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** An expression as a tree. */
export type Expression =
  | { readonly type: 'identity' }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'literal'; readonly value: JsonValue }
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'slice'; readonly parts: readonly (number | undefined)[] }
  | { readonly type: 'chain'; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'or' | 'and'; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'not' | 'flatten' | 'reference'; readonly of: Expression }
  | { readonly type: 'comparison'; readonly by: Comparator; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'projection' | 'values'; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'filter'; readonly left: Expression; readonly right: Expression; readonly condition: Expression }
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'hash'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** What go-jmespath compiles, and then fails with at each line. */
  | { readonly type: 'broken' };
