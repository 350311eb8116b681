import { closest } from '../../kubernetes/closest';
import type { BlockNode } from '../syntax/ast';
import type { Findings } from './finding';
import { MODULE_BLOCKS, OTHER_CONFIG_BLOCKS } from './module-blocks';
import { NAMESPACES, OTHER_COMPONENTS } from './other-components';
import type { Scope } from './scope';
import { tables } from './tables';

/** Judges the name of a component that the tables do not have. */
export function checkComponentName({ name, start }: BlockNode, path: string, scope: Scope, findings: Findings): void {
  const meant = nearestName(name, scope);
  const [namespace = ''] = name.split('.');
  // A component that came later may be there all the same.
  if (meant === undefined && name !== namespace && NAMESPACES.has(namespace)) {
    findings.warn(path, start, 'is not known here, and nothing in it is checked', 'see that this release has it');
    return;
  }
  const home = [...tables().components.values()].find(({ body }) => body.blocks.has(name));
  const message = `is no component of Alloy ${findings.release}`;
  if (home !== undefined) findings.refuse(path, start, message, `it belongs in ${home.name}`);
  else if (meant !== undefined) findings.refuse(path, start, message, `did you mean "${meant}"?`);
  else findings.refuse(path, start, message, 'write the name of a component, such as loki.write');
}

/** The name that was meant: with a slip in one of its parts, or with parts left out in front of the last one. */
function nearestName(name: string, scope: Scope): string | undefined {
  const names = [
    ...tables().components.keys(),
    ...OTHER_COMPONENTS,
    ...MODULE_BLOCKS.keys(),
    ...OTHER_CONFIG_BLOCKS,
    ...scope.allDeclared().keys(),
  ];
  const parts = name.split('.');
  for (let index = parts.length - 1; index >= 0; index--) {
    const [before, after] = [parts.slice(0, index), parts.slice(index + 1)];
    const withPart = (part: string): string => [...before, part, ...after].join('.');
    const others = names.map((other) => other.split('.')[index] ?? '').filter((part) => names.includes(withPart(part)));
    const part = closest(parts[index] ?? '', others);
    if (part !== undefined) return withPart(part);
  }
  const [whole, ...others] = names.filter(
    (other) => other.endsWith(`.${parts.at(-1)}`) && other.startsWith(`${parts[0]}.`),
  );
  return others.length === 0 ? whole : undefined;
}
