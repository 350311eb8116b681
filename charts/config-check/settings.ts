import { parseRelease, type Release } from '../releases';
import { type ConfigNode, childOf, stepsOf } from './config-node';
import { millisecondsOf } from './durations';
import { booleanOf, numberOf } from './go-scalars';
import type { Key, KeyNode, ReleaseTables } from './tables';

/**
 * What a program has in hand once it has read a configuration: what the file says, else the release's own default. A block that is
 * written and left empty (`limits_config:`) sets every key below it to nothing: no text, zero, false.
 */
export class Settings {
  private readonly numbers: Release;

  constructor(
    readonly root: ConfigNode,
    readonly release: string,
    private readonly tables: ReleaseTables,
    /** Whether what the file leaves out is the release's default; for a tenant it is what the main file says. */
    readonly hasPresets = true,
  ) {
    this.numbers = parseRelease(release) ?? { major: 0, minor: 0, patch: 0 };
  }

  /** Whether the release is `major.minor` or newer. */
  isAtLeast(wanted: `${number}.${number}`): boolean {
    const [major = 0, minor = 0] = wanted.split('.').map(Number);
    return this.numbers.major > major || (this.numbers.major === major && this.numbers.minor >= minor);
  }

  /** Whether the release has the key; between two tables, either will do. */
  has(path: string): boolean {
    return this.keyAt(path) !== undefined;
  }

  /** What stands in the file at a path. */
  node(path: string): ConfigNode | undefined {
    return stepsOf(path).reduce<ConfigNode | undefined>(childOf, this.root);
  }

  /** Whether the file says anything of a path. */
  isWritten(path: string): boolean {
    return this.node(path) !== undefined;
  }

  /** Whether the file says anything of a path, or empties a block above it: then no other setting decides it. */
  isSaid(path: string): boolean {
    let node: ConfigNode | undefined = this.root;
    for (const step of stepsOf(path)) {
      if (node.kind === 'scalar' && node.tag === 'null') return true;
      node = childOf(node, step);
      if (node === undefined) return false;
    }
    return true;
  }

  /** Whether a path is written with nothing after it. */
  isEmptied(path: string): boolean {
    const node = this.node(path);
    return node?.kind === 'scalar' && node.tag === 'null';
  }

  /** Names of the keys that stand below a path; none for what is no block. */
  keysBelow(path: string): string[] {
    const node = this.node(path);
    return node?.kind === 'map' ? [...new Set(node.entries.map(({ key }) => key))] : [];
  }

  /** Paths of the items of a list; none for what is no list. */
  itemsOf(path: string): string[] {
    const node = this.node(path);
    return node?.kind === 'list' ? node.items.map((_, index) => `${path}[${index}]`) : [];
  }

  /** What a setting is when nobody says anything. */
  preset(path: string): string {
    return this.keyAt(path)?.preset ?? '';
  }

  /** A setting as text; `undefined` only for what is filled in where the program runs, and so is unknown here. */
  textIfKnown(path: string): string | undefined {
    let node: ConfigNode | undefined = this.root;
    for (const step of stepsOf(path)) {
      node = childOf(node, step);
      if (node === undefined) return this.preset(path);
      if (node.kind === 'scalar' && node.tag === 'null') return '';
    }
    if (node?.kind !== 'scalar') return '';
    return node.tag === 'env' ? undefined : node.text;
  }

  text(path: string): string {
    return this.textIfKnown(path) ?? '?';
  }

  bool(path: string): boolean {
    return booleanOf(this.text(path)) ?? false;
  }

  /** A number; undefined for what is none. Go cuts a fraction where the setting is a whole number. */
  number(path: string): number | undefined {
    const text = this.textIfKnown(path);
    const number = text === '' ? 0 : text === undefined ? undefined : numberOf(text);
    return number !== undefined && /int/.test(this.keyAt(path)?.type ?? '') ? Math.trunc(number) : number;
  }

  /** Bytes of a size; undefined for what is none. A KB is 1024 bytes. */
  bytes(path: string): number | undefined {
    const text = this.textIfKnown(path);
    if (text === undefined || text === '') return text === '' ? 0 : undefined;
    const [, amount, unit = ''] = /^(\d+)\s*([kmgtpe]?)/i.exec(text) ?? [];
    return amount === undefined ? undefined : Number(amount) * 1024 ** SIZES.indexOf(unit.toLowerCase());
  }

  /** Milliseconds; undefined for what is no duration. */
  milliseconds(path: string): number | undefined {
    const text = this.textIfKnown(path);
    if (text === '') return 0;
    if (text === undefined) return undefined;
    // A number without a unit counts nanoseconds.
    const number = numberOf(text);
    return number === undefined ? millisecondsOf(text) : number / 1e6;
  }

  /** Whether a block says anything else than the release's defaults: then it is taken for set. */
  differsFromPresets(path: string): boolean {
    const node = this.node(path);
    return node !== undefined && this.differs(node, this.keyNode(path));
  }

  private differs(node: ConfigNode, key: KeyNode | undefined): boolean {
    if (key === undefined) return false;
    const preset = this.newest(key)?.preset;
    if (node.kind === 'scalar') {
      if (node.tag !== 'null') return !sameValue(node.text, preset ?? '');
      return !isZero(preset) || [...key.children.values()].some((child) => this.differs(node, child));
    }
    if (node.kind === 'list')
      return JSON.stringify(node.items.map((item) => item.kind === 'scalar' && item.text)) !== (preset ?? '[]');
    return node.entries.some(({ key: name, value }) => this.differs(value, key.children.get(name)));
  }

  private keyAt(path: string): Key | undefined {
    const node = this.keyNode(path);
    return node === undefined ? undefined : this.newest(node);
  }

  private newest(node: KeyNode): Key | undefined {
    return this.tables.nearest.map((table) => node.at(table)).findLast((key) => key !== undefined);
  }

  /** The key that a path leads to, as long as the release has every block above it. */
  private keyNode(path: string): KeyNode | undefined {
    return stepsOf(path).reduce<KeyNode | undefined>((node, step) => {
      if (node === undefined || this.newest(node) === undefined) return undefined;
      return typeof step === 'number' ? node.children.get('[]') : (node.children.get(step) ?? node.children.get('*'));
    }, this.tables.root);
  }
}

const SIZES = ['', 'k', 'm', 'g', 't', 'p', 'e'];

/** Whether a default is what a key has that is set to nothing. */
export const isZero = (preset: string | undefined): boolean =>
  preset === undefined || preset === '' || preset === 'false' || numberOf(preset) === 0 || millisecondsOf(preset) === 0;

/** `10m` and `10m0s`, `1.0` and `1`, `true` and `yes` say the same. */
function sameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [a, b].map((text) => booleanOf(text) ?? numberOf(text) ?? millisecondsOf(text));
  return left !== undefined && left === right;
}
