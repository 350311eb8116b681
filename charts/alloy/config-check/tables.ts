import { alloyComponents } from '../../../imports/alloy-components';
import { type Type, typeOf } from './types';

/** The first minor release that has something: `1.12`. Undefined for what 1.0 had. */
export type Since = `${number}.${number}` | undefined;

export interface AttributeSpec {
  readonly name: string;
  readonly type: Type;
  readonly isRequired: boolean;
  readonly since: Since;
  /** The only values that it, or each of its items, takes. */
  readonly values: readonly string[] | undefined;
  /** What it is when it is not given, as JSON; undefined where it has to be. */
  readonly preset: string | undefined;
}

export interface BlockSpec {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isRepeatable: boolean;
  readonly since: Since;
  readonly body: BodySpec;
}

/** What may stand in a block. */
export interface BodySpec {
  readonly attributes: ReadonlyMap<string, AttributeSpec>;
  readonly blocks: ReadonlyMap<string, BlockSpec>;
}

export interface ComponentSpec {
  readonly name: string;
  /** False for configuration blocks, which have no label and stand in a configuration once. */
  readonly hasLabel: boolean;
  readonly since: Since;
  /** What it needs `--stability.level` for; undefined if nothing. */
  readonly stability: string | undefined;
  readonly exports: ReadonlyMap<string, Type>;
  readonly body: BodySpec;
}

export interface FunctionSpec {
  readonly name: string;
  readonly since: Since;
  readonly stability: string | undefined;
  /** The name that it had before, and still has. */
  readonly oldName: string | undefined;
  /** What its arguments are; a last one with `…` stands for any number. */
  readonly args: readonly string[];
}

export interface Tables {
  readonly components: ReadonlyMap<string, ComponentSpec>;
  readonly functions: ReadonlyMap<string, FunctionSpec>;
  readonly constants: ReadonlySet<string>;
}

let loaded: Tables | undefined;

/** Read once, when first asked for: most programs that load this module never check a configuration. */
export function tables(): Tables {
  loaded ??= readTables(alloyComponents);
  return loaded;
}

function readTables(text: string): Tables {
  const sections = new Map<string, readonly string[]>();
  for (const section of text.trimEnd().split('\n\n')) {
    const [head = '', ...lines] = section.split('\n');
    sections.set(head, lines);
  }
  const reader = new BodyReader(sections);
  const components = [...sections.keys()]
    .filter((head) => !/^(?:@.*|functions|constants)$/.test(head))
    .map((head) => readComponent(head, sections.get(head) ?? [], reader));
  const functions = (sections.get('functions') ?? []).map(readFunction);
  return {
    components: new Map(components.map((component) => [component.name, component])),
    functions: new Map(functions.map((spec) => [spec.name, spec])),
    constants: new Set(sections.get('constants')),
  };
}

const isSince = (word: string): boolean => /^\d+\.\d+$/.test(word);

function readComponent(head: string, lines: readonly string[], reader: BodyReader): ComponentSpec {
  const [name = '', ...words] = head.split(' ');
  const exported = lines.flatMap((line) => {
    const [, of = '', type = ''] = /^> (\w+): (.*)$/.exec(line) ?? [];
    return of === '' ? [] : [[of, typeOf(type)] as const];
  });
  return {
    name,
    hasLabel: !words.includes('config'),
    since: words.find(isSince) as Since,
    stability: words.find((word) => word !== 'config' && !isSince(word)),
    exports: new Map(exported),
    body: lazily(() => reader.read(lines.slice(exported.length))),
  };
}

function readFunction(line: string): FunctionSpec {
  const [head = '', args = ''] = line.split(': ');
  const [name = '', ...words] = head.split(' ');
  const was = words.indexOf('was');
  return {
    name,
    since: words.find(isSince) as Since,
    stability: words.find((word, index) => !isSince(word) && (was === -1 || index < was)),
    oldName: was === -1 ? undefined : words[was + 1],
    args: args.split(', '),
  };
}

const ATTRIBUTE = /^(\w+)(!?): (?:(\d+\.\d+) )?(\S+)(?: <(.*?)>)?(?: = (.*))?$/;
const BLOCK = /^([\w.]+)(!?)(\*?): (?:(\d+\.\d+) )?\{$/;

/** A body that is read when it is first looked into: a configuration has few of the blocks that there are. */
function lazily(read: () => BodySpec): BodySpec {
  let body: BodySpec | undefined;
  const known = (): BodySpec => {
    body ??= read();
    return body;
  };
  return {
    get attributes() {
      return known().attributes;
    },
    get blocks() {
      return known().blocks;
    },
  };
}

class BodyReader {
  private readonly shared = new Map<string, BodySpec>();

  constructor(private readonly sections: ReadonlyMap<string, readonly string[]>) {}

  read(lines: readonly string[]): BodySpec {
    const attributes = new Map<string, AttributeSpec>();
    const blocks = new Map<string, BlockSpec>();
    lines.forEach((line, index) => {
      if (line.startsWith('@')) {
        const section = this.section(line);
        for (const [name, attribute] of section.attributes) attributes.set(name, attribute);
        for (const [name, block] of section.blocks) blocks.set(name, block);
      } else if (BLOCK.test(line)) {
        const block = this.block(line, below(lines, index));
        blocks.set(block.name, block);
      } else if (!line.startsWith(' ')) {
        const attribute = readAttribute(line);
        attributes.set(attribute.name, attribute);
      }
    });
    return { attributes, blocks };
  }

  private section(title: string): BodySpec {
    const before = this.shared.get(title);
    if (before !== undefined) return before;
    const body = lazily(() => this.read(this.sections.get(title) ?? []));
    this.shared.set(title, body);
    return body;
  }

  private block(line: string, lines: readonly string[]): BlockSpec {
    const [, name = '', required, repeatable, since] = BLOCK.exec(line) ?? [];
    return {
      name,
      isRequired: required === '!',
      isRepeatable: repeatable === '*',
      since: since as Since,
      body: lazily(() => this.read(lines)),
    };
  }
}

/** The lines that are indented below one, without that indentation. */
function below(lines: readonly string[], index: number): string[] {
  const inner: string[] = [];
  for (const line of lines.slice(index + 1)) {
    if (!line.startsWith(' ')) break;
    inner.push(line.slice(1));
  }
  return inner;
}

function readAttribute(line: string): AttributeSpec {
  const [, name = '', required, since, type = '', values, preset] = ATTRIBUTE.exec(line) ?? [];
  return {
    name,
    type: typeOf(type),
    isRequired: required === '!',
    since: since as Since,
    values: values?.split('|'),
    preset,
  };
}
