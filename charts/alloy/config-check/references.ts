import { closest } from '../../kubernetes/closest';
import type { ExpressionNode } from '../syntax/ast';
import type { Findings } from './finding';
import { functionMistake, functionOf, isBuiltIn, nearestBuiltIn } from './functions';
import type { Scope, ScopeNode } from './scope';
import { tables } from './tables';
import { ANY, STRING, type Type } from './types';

/** The names of `loki.write.default.receiver`; undefined for what is not only names. */
export function namesOf(node: ExpressionNode): readonly string[] | undefined {
  if (node.type === 'identifier') return [node.name];
  if (node.type !== 'access') return undefined;
  const names = namesOf(node.value);
  return names === undefined ? undefined : [...names, node.name];
}

/** The type of what names refer to. What there is not is refused. */
export function typeOfNames(
  names: readonly string[],
  { start }: ExpressionNode,
  path: string,
  scope: Scope,
  findings: Findings,
): Type {
  const [first = ''] = names;
  if (scope.hasVariable(first)) return ANY;
  const found = scope.find(names);
  if (found !== undefined) {
    scope.refer(found.node);
    const [name, ...inner] = names.slice(found.length);
    const mistake = name === undefined ? undefined : exportMistake(found.node, name);
    if (mistake === undefined) return typeOfExport(found.node, name, inner);
    findings.refuse(path, start, mistake.message, mistake.remedy);
    return ANY;
  }
  if (isBuiltIn(first) || functionOf(first) !== undefined) return typeOfBuiltIn(names.join('.'), start, path, findings);
  findings.refuse(path, start, ...missing(names, scope));
  return ANY;
}

function exportMistake({ id, exports }: ScopeNode, name: string): { message: string; remedy: string } | undefined {
  if (exports === undefined || exports.has(name)) return undefined;
  if (exports.size === 0) {
    return { message: `refers to ${id}.${name}, but ${id} exports nothing`, remedy: 'refer to another component' };
  }
  const meant = closest(name, exports.keys());
  const known = [...exports.keys()].map((known) => `${id}.${known}`).join(', ');
  return {
    message: `refers to ${id}.${name}, which ${id} does not export`,
    remedy: meant === undefined ? `write ${known}` : `did you mean ${id}.${meant}?`,
  };
}

function typeOfExport({ exports }: ScopeNode, name: string | undefined, inner: readonly string[]): Type {
  let type = name === undefined ? undefined : exports?.get(name);
  for (const _ of inner) type = type?.kind === 'map' ? type.of : undefined;
  return type ?? ANY;
}

function typeOfBuiltIn(name: string, start: ExpressionNode['start'], path: string, findings: Findings): Type {
  if (tables().constants.has(name)) return STRING;
  const spec = functionOf(name);
  if (spec === undefined) {
    // A whole namespace is an object of what is in it.
    if (isBuiltIn(name)) return ANY;
    const meant = nearestBuiltIn(name, findings.release);
    const remedy = meant === undefined ? 'take it out' : `did you mean ${meant}?`;
    findings.refuse(path, start, `${name} is no function or constant of Alloy ${findings.release}`, remedy);
    return ANY;
  }
  const mistake = functionMistake(spec, name, findings.release);
  if (mistake?.severity === 'error') findings.refuse(path, start, mistake.message, mistake.remedy);
  else if (mistake !== undefined) findings.warn(path, start, mistake.message, mistake.remedy);
  return { kind: 'function' };
}

/** What to say of a reference to a component that is not there. */
function missing(names: readonly string[], scope: Scope): [message: string, remedy: string] {
  const text = names.join('.');
  const meant =
    closest(
      text,
      scope.exports().map(({ path }) => path),
    ) ?? nearestBuiltIn(text, '1.999.0');
  const [component] = [...tables().components.values()].filter(
    ({ name, hasLabel }) => hasLabel && text.startsWith(`${name}.`),
  );
  const label = component === undefined ? undefined : text.slice(component.name.length + 1).split('.')[0];
  const what = component === undefined ? `nothing is called ${names[0]}` : `there is no ${component.name} "${label}"`;
  return [
    `refers to ${text}, but ${what}`,
    meant === undefined
      ? component === undefined
        ? 'refer to a component of this configuration, or write it in quotes if it is a text'
        : `add ${component.name} "${label}" { … }, or refer to another component`
      : `did you mean ${meant}?`,
  ];
}
