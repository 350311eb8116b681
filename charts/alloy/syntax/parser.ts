import type { FileNode, StatementNode } from './ast';
import { isIdentifier, quote } from './characters';
import { ExpressionParser, skipStatement } from './parse-expression';
import { AlloySyntaxError, withinDepth } from './syntax-error';
import { TokenStream } from './token-stream';
import type { Position } from './tokens';

/**
 * Reads a configuration as Alloy's parser reads it. Names, types and repetitions are not looked at.
 * @throws AlloySyntaxError with everything that is wrong, in the words of Alloy's parser
 */
export function parseAlloy(text: string): FileNode {
  // Halves of a surrogate pair have no bytes: who writes them to a file writes this instead.
  const tokens = new TokenStream(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  const body = withinDepth(() => new BodyParser(tokens).parse('EOF'));
  if (tokens.problems.length > 0) throw new AlloySyntaxError(tokens.problems);
  return { body, comments: tokens.comments };
}

/** What stands before a statement's `=` or `{`. */
interface Head {
  readonly names: readonly string[];
  readonly start: Position;
  readonly label: string;
  readonly labelAt?: Position;
}

class BodyParser {
  private readonly expressions: ExpressionParser;

  constructor(private readonly tokens: TokenStream) {
    this.expressions = new ExpressionParser(tokens, () => this.parse('}'));
  }

  /** Reads statements up to the end of the body, and leaves that. */
  parse(until: '}' | 'EOF'): StatementNode[] {
    const { tokens } = this;
    const body: StatementNode[] = [];
    while (tokens.kind !== until && tokens.kind !== 'EOF') {
      const statement = this.statement();
      if (statement !== undefined) body.push(statement);
      if (tokens.kind === until) break;
      if (tokens.kind !== 'TERMINATOR') {
        tokens.refuse(`expected TERMINATOR, got ${tokens.kind}`);
        skipStatement(tokens);
      }
      tokens.next();
    }
    return body;
  }

  private statement(): StatementNode | undefined {
    const { tokens } = this;
    const head = this.head();
    if (head !== undefined) {
      if (tokens.kind === '=') return this.attribute(head);
      if (tokens.kind === '{') return this.block(head);
      const mayBeAttribute = head.names.length === 1 && head.label === '';
      const wanted = mayBeAttribute ? 'attribute assignment or block body' : 'block body';
      tokens.refuse(`expected ${wanted}, got ${tokens.kind}`);
    }
    tokens.skipTo('IDENT');
    return undefined;
  }

  private attribute({ names, start, labelAt }: Head): StatementNode {
    const { tokens } = this;
    tokens.next();
    const [name = ''] = names;
    if (names.length !== 1) {
      tokens.add(start, 'attribute names may only consist of a single identifier with no "."');
    } else if (labelAt !== undefined) {
      tokens.add(labelAt, 'attribute names may not have labels');
    }
    const value = this.expressions.parse();
    return { type: 'attribute', name, value, start, end: value.end };
  }

  private block({ names, start, label, labelAt }: Head): StatementNode {
    const { tokens } = this;
    const { start: open } = tokens.next();
    const body = this.parse('}');
    const { start: close } = tokens.expect('}');
    const name = names.join('.');
    return { type: 'block', name, label, labelAt: labelAt ?? start, open, body, close, start, end: close };
  }

  private head(): Head | undefined {
    const { tokens } = this;
    if (tokens.kind !== 'IDENT') {
      tokens.refuse(`expected identifier, got ${tokens.kind}`);
      return undefined;
    }
    const { text, start } = tokens.next();
    const names = [text];
    while (tokens.is('.')) {
      tokens.next();
      if (tokens.kind !== 'IDENT') tokens.refuse(`expected identifier, got ${tokens.kind}`);
      names.push(tokens.next().text);
    }
    if (tokens.is('=') || tokens.is('{')) return { names, start, label: '' };
    return { names, start, ...this.label() };
  }

  private label(): Pick<Head, 'label' | 'labelAt'> {
    const { tokens } = this;
    const { kind, text, start } = tokens;
    if (kind !== 'STRING') {
      tokens.refuse(`expected block label, got ${kind}`);
      tokens.next();
      return { label: '' };
    }
    if (!text.startsWith('"')) {
      tokens.refuse(`expected block label to be a double quoted string, but got ${quote(text)}`);
    }
    const label = text.slice(1).replace(/.$/su, '');
    // The last byte is the closing quote, or was part of a character if there is none: what is left of that is no name either.
    const cut = /[^\0-\x7f]$/u.exec(text)?.[0] ?? '';
    if ((label !== '' || cut !== '') && (!isIdentifier(label) || cut !== '')) {
      const shown = quote(label, Buffer.from(cut).subarray(0, -1));
      tokens.refuse(`expected block label to be a valid identifier, but got ${shown}`);
    }
    tokens.next();
    return { label, labelAt: start };
  }
}
