import type { Manifest } from '../manifest';
import { checkName } from '../names';
import type { Problem } from '../problem';

const SUBDOMAIN = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$/;
const QUALIFIED_KEY = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** Roles and bindings are named by path segment: `system:node` is a name there. */
const FREELY_NAMED: ReadonlySet<string> = new Set(['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']);

/** What is left of a label value's 63 characters when a StatefulSet's controller has added its hash: `-` and ten digits. */
const STATEFUL_SET_NAME_LENGTH = 52;

/** Refuses names and labels that an API server refuses. */
export function checkNames({ kind, metadata }: Manifest): Problem[] {
  return [
    ...checkObjectName(kind, metadata.name),
    ...(metadata.namespace === undefined ? [] : checkName(metadata.namespace, 'metadata.namespace')),
    ...checkLabels(metadata.labels ?? {}, 'metadata.labels'),
    ...checkKeys(metadata.annotations ?? {}, 'metadata.annotations'),
  ];
}

function checkObjectName(kind: string, name: string): Problem[] {
  const path = 'metadata.name';
  if (FREELY_NAMED.has(kind)) return [];
  if (kind === 'Namespace') return checkName(name, path);
  if (kind === 'Service') {
    return /^[0-9]/.test(name)
      ? [{ path, message: `"${name}" starts with a digit, as no Service may`, remedy: `write "s${name}", say` }]
      : checkName(name, path);
  }
  if (kind === 'StatefulSet') {
    return checkName(name, path, {
      maxLength: STATEFUL_SET_NAME_LENGTH,
      derived: "its pods' label controller-revision-hash",
    });
  }
  return SUBDOMAIN.test(name) && name.length <= 253
    ? []
    : [
        {
          path,
          message: `"${name}" is not a DNS subdomain`,
          remedy: 'use a-z, 0-9, "-" and ".", 253 characters at most',
        },
      ];
}

/** Refuses label keys and values that an API server refuses. */
export function checkLabels(labels: Readonly<Record<string, string>>, path: string): Problem[] {
  return [
    ...checkKeys(labels, path),
    ...Object.entries(labels)
      .filter(([, value]) => typeof value !== 'string' || value.length > 63 || !LABEL_VALUE.test(value))
      .map(([key, value]) => ({
        path: `${path}[${JSON.stringify(key)}]`,
        message: `${JSON.stringify(value)} is not a label value`,
        remedy: 'write 63 characters at most: letters, digits, "-", "_", ".", a letter or digit at both ends',
      })),
  ];
}

const checkKeys = (map: Readonly<Record<string, string>>, path: string): Problem[] =>
  Object.keys(map)
    .filter((key) => !QUALIFIED_KEY.test(key) || key.slice(key.lastIndexOf('/') + 1).length > 63)
    .map((key) => ({
      path: `${path}[${JSON.stringify(key)}]`,
      message: `"${key}" is not a qualified name`,
      remedy: 'write "name" or "example.com/name", the name 63 characters at most',
    }));
