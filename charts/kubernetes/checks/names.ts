import { groupOf, type Manifest } from '../manifest';
import { checkName, type NameRules } from '../names';
import type { Problem } from '../problem';

const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** Kinds whose names are DNS labels, and how long they may be; every other kind's are subdomains. */
const LABELS: Readonly<Record<string, NameRules>> = {
  '/Namespace': {},
  '/Service': { ofService: true },
  // What is left of a label value's 63 characters when the controller has added its hash: `-` and ten digits.
  'apps/StatefulSet': { maxLength: 52, derived: "its pods' label controller-revision-hash" },
};

/** Kinds whose names become a label of their pods, or the first part of their jobs' names. */
const MAX_LENGTHS: Readonly<Record<string, number>> = { 'batch/CronJob': 52, 'batch/Job': 63 };

/** Roles and bindings are named by path segment: `system:node` is a name there. */
const RBAC = 'rbac.authorization.k8s.io';

/** Refuses names and labels that an API server refuses. */
export function checkNames(manifest: Manifest): Problem[] {
  const { metadata } = manifest;
  return [
    ...checkObjectName(manifest),
    ...checkLabels(metadata.labels ?? {}, 'metadata.labels'),
    ...checkAnnotations(metadata.annotations ?? {}, 'metadata.annotations'),
  ];
}

function checkObjectName(manifest: Manifest): Problem[] {
  const path = 'metadata.name';
  const { name } = manifest.metadata;
  const group = groupOf(manifest);
  const kind = `${group}/${manifest.kind}`;
  const rules = LABELS[kind];
  if (rules !== undefined) return checkName(name, path, rules);
  if (group === RBAC) return isPathSegment(name) ? [] : [notAPathSegment(name, path)];
  return checkSubdomain(name, path, MAX_LENGTHS[kind]);
}

/** Refuses a name that is not a DNS-1123 subdomain, as most objects have. */
export const checkSubdomain = (name: string, path: string, maxLength = 253): Problem[] =>
  SUBDOMAIN.test(name) && name.length <= maxLength
    ? []
    : [
        {
          path,
          message: SUBDOMAIN.test(name)
            ? `"${name}" has ${name.length} characters, ${maxLength} fit`
            : `${JSON.stringify(name)} is not a DNS subdomain`,
          remedy: `use a-z, 0-9, "-" and ".", a letter or digit at both ends of each part, ${maxLength} characters at most`,
        },
      ];

const isPathSegment = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[/%]/.test(name);

const notAPathSegment = (name: string, path: string): Problem => ({
  path,
  message: `${JSON.stringify(name)} is not a path segment`,
  remedy: 'write a name without "/" and "%"',
});

/** Refuses label keys and values that an API server refuses. */
export function checkLabels(labels: Readonly<Record<string, unknown>>, path: string): Problem[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...checkKey(key, path),
    ...checkLabelValue(value, `${path}[${JSON.stringify(key)}]`),
  ]);
}

/** Refuses what is not a label's value. */
export const checkLabelValue = (value: unknown, path: string): Problem[] =>
  typeof value === 'string' && value.length <= 63 && LABEL_VALUE.test(value)
    ? []
    : [
        {
          path,
          message: `${JSON.stringify(value)} is not a label value`,
          remedy:
            typeof value === 'string'
              ? 'write 63 characters at most: letters, digits, "-", "_", ".", a letter or digit at both ends'
              : `write "${value}"`,
        },
      ];

/** Refuses annotation keys that an API server refuses; it takes capitals in their prefix. */
export const checkAnnotations = (annotations: Readonly<Record<string, unknown>>, path: string): Problem[] =>
  Object.keys(annotations).flatMap((key) => checkKey(key, path, key.toLowerCase()));

const checkKey = (key: string, path: string, qualified = key): Problem[] =>
  isQualifiedName(qualified)
    ? []
    : [
        {
          path: `${path}[${JSON.stringify(key)}]`,
          message: `${JSON.stringify(key)} is not a qualified name`,
          remedy: 'write "name" or "example.com/name", the name 63 characters at most',
        },
      ];

/** `name` or `prefix/name`. */
function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  const prefix = key.slice(0, Math.max(0, slash));
  const name = key.slice(slash + 1);
  const prefixed = slash === -1 || (prefix.length <= 253 && SUBDOMAIN.test(prefix));
  return prefixed && name.length <= 63 && QUALIFIED_NAME.test(name);
}
