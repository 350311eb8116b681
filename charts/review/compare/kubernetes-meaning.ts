import type { Manifest } from '../../kubernetes/manifest';
import { parseQuantity } from '../../kubernetes/quantity';
import { kindOf, templateWay } from '../kinds';
import { isAbsent, isEqual, isMap, isScalar, type PlainMap, textOf } from '../plain';
import { defaultAt, EMPTY_IS_NOTHING, POD, SETS } from './api-defaults';
import { isAssigned } from './assigned';
import { lastKey, type Meaning, type Part } from './difference';
import { isLive, unsaidTest } from './live';

/** What names an object or is written by the server; what acts of the metadata is compared apart. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/** What ConfigMaps and Secrets hold is compared as what it is. */
const DATA: ReadonlySet<string> = new Set(['binaryData', 'data', 'stringData']);

/** What stands in the metadata of templates and says nothing to anybody. */
const TEMPLATE_BOOKKEEPING = /^(?:creationTimestamp|name|namespace|annotations\.kubectl\.kubernetes\.io\/restartedAt)$/;

/** What an object's fields mean to an API server: defaults, quantities and what it fills in itself are no differences. */
export function kubernetesMeaning(before: Manifest, after: Manifest): Meaning {
  const kind = kindOf(after);
  const name = kind.slice(kind.indexOf('/') + 1);
  const template = templateWay(after)?.join('.');
  const [isUnsaidBefore, isUnsaidAfter] = [unsaidTest(before), unsaidTest(after)];
  const canonical = (shape: string): string => canonicalShape(shape, template);

  /** Whether a value says the same as nothing at all. */
  const isNothing = (value: unknown, shape: string, parent: unknown): boolean => {
    if (isAbsent(value)) return true;
    const preset = presetAt(name, canonical(shape), parent);
    if (preset !== undefined && (isEqual(preset, value) || isSameQuantity(preset, value))) return true;
    return isEmpty(value) && EMPTY_IS_NOTHING.has(lastKey(shape));
  };

  /** Whether a value that only one of the two has was filled in by an API server or a controller, and no manifest has said it. */
  const isFilledIn = (part: Part, value: unknown, owner: Manifest, isUnsaid: ReturnType<typeof unsaidTest>): boolean =>
    isAssigned({ kind: name, canonicalShape: canonical(part.shape), part, value, owner, isLive: isLive(owner) }) ||
    isUnsaid(part.steps);

  return {
    ignores: (shape) =>
      BOOKKEEPING.has(shape) ||
      (template !== undefined &&
        template !== '' &&
        shape.startsWith(`${template}.metadata.`) &&
        TEMPLATE_BOOKKEEPING.test(shape.slice(template.length + '.metadata.'.length))) ||
      shape === 'spec.jobTemplate.metadata' ||
      /^spec\.volumeClaimTemplates\[\]\.(?:status|metadata\.creationTimestamp)$/.test(shape) ||
      canonical(shape) === `${POD}.serviceAccount` ||
      (kind === '/Namespace' && shape === 'spec') ||
      ((kind === '/ConfigMap' || kind === '/Secret') && DATA.has(shape)) ||
      (kind === '/ServiceAccount' && shape === 'secrets'),
    isSame: (part) => {
      if (isAbsent(part.new)) {
        // Taken away, the default comes back, which the other parent knows of.
        return isNothing(part.old, part.shape, part.newParent) || isFilledIn(part, part.old, before, isUnsaidBefore);
      }
      if (isAbsent(part.old)) {
        return (
          isNothing(part.new, part.shape, part.oldParent) ||
          (isLive(after) && isFilledIn(part, part.new, after, isUnsaidAfter))
        );
      }
      return isQuantityAt(part.shape) && isSameQuantity(part.old, part.new);
    },
    opens: (shape) => EMPTY_IS_NOTHING.has(lastKey(shape)) && !shape.endsWith(']'),
    isSet: (shape) => SETS.has(lastKey(shape)),
    // The API server tells a template from another by the order of its lists too.
    keepsOrder: (shape) => canonical(shape).startsWith(`${POD}.`),
  };
}

/** A shape with the way to the pods' spec, and the sort of container and probe, left out. */
export function canonicalShape(shape: string, template: string | undefined): string {
  const spec = template === undefined ? undefined : template === '' ? 'spec.' : `${template}.spec.`;
  if (spec === undefined || !shape.startsWith(spec)) return shape;
  return `${POD}.${shape.slice(spec.length)}`
    .replace(/\.(?:init|ephemeral)Containers\[\]/, '.containers[]')
    .replace(/\.(?:liveness|readiness|startup)Probe(?=\.)/, '.probe')
    .replace(/\.lifecycle\.(?:postStart|preStop)(?=\.)/, '.lifecycle');
}

/** The value that stands for nothing said at a canonical shape of a kind, beside what else its parent says. */
export const presetAt = (kind: string, shape: string, parent: unknown): unknown =>
  defaultAt(kind, shape) ?? presetBySiblings(kind, shape, parent);

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isMap(value) && Object.keys(value).length === 0;

/** Defaults that depend on what stands beside them. */
function presetBySiblings(kind: string, shape: string, parent: unknown): unknown {
  const beside: PlainMap = isMap(parent) ? parent : {};
  switch (shape) {
    case `${POD}.containers[].imagePullPolicy`:
      return /:latest$|^[^:@]*$|^[^/]*:\d+\/[^:@]*$/.test(textOf(beside.image) ?? '') ? 'Always' : 'IfNotPresent';
    case `${POD}.enableServiceLinks`:
      return kind === 'Pod' ? true : undefined;
    case 'spec.ports[].targetPort':
      return kind === 'Service' ? beside.port : undefined;
    case 'spec.policyTypes':
      if (kind !== 'NetworkPolicy') return undefined;
      return Array.isArray(beside.egress) && beside.egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
    case 'spec.names.listKind':
      return kind === 'CustomResourceDefinition' ? `${textOf(beside.kind)}List` : undefined;
    case 'spec.names.singular':
      return kind === 'CustomResourceDefinition' ? textOf(beside.kind)?.toLowerCase() : undefined;
    case 'subjects[].apiGroup':
      return beside.kind === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io';
    default:
      return undefined;
  }
}

const QUANTITY =
  /(?:^|\.)(?:(?:requests|limits|capacity|hard|max|min|default|defaultRequest)\.[^.]+|sizeLimit|divisor|target\.(?:averageValue|value))$/;

/** Whether a shape is that of a quantity. */
export const isQuantityAt = (shape: string): boolean => QUANTITY.test(shape);

const isSameQuantity = (a: unknown, b: unknown): boolean => {
  if (!isScalar(a) || !isScalar(b) || typeof a === 'boolean' || typeof b === 'boolean') return false;
  const nano = parseQuantity(String(a))?.nano;
  return nano !== undefined && nano === parseQuantity(String(b))?.nano;
};
