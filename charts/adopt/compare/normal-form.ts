import { fullImage } from '../../kubernetes/full-image';
import type { Manifest } from '../../kubernetes/manifest';
import { canonicalQuantity, parseQuantity } from '../../kubernetes/quantity';
import { EMPTY_IS_NOTHING, POD } from '../../review/compare/api-defaults';
import { extendShape, lastKey } from '../../review/compare/difference';
import { canonicalShape, isQuantityAt, presetAt } from '../../review/compare/kubernetes-meaning';
import { isOwn, kindOf, templateWay } from '../../review/kinds';
import { isMapping, isSame, type Json, type JsonObject, objectIn } from '../json';

/** What is written all the same: schemas ask for it. */
const REQUIRED = 'roleRef.apiGroup';

/** What an API server keeps as it was said, and what says nothing all the same: by shape. */
const IDLE: Readonly<Record<string, Json>> = {
  [`${POD}.enableServiceLinks`]: true,
  [`${POD}.preemptionPolicy`]: 'PreemptLowerPriority',
  [`${POD}.shareProcessNamespace`]: false,
  // Nothing is divided by 0: that stands for 1.
  [`${POD}.containers[].env[].valueFrom.resourceFieldRef.divisor`]: '1',
  [`${POD}.volumes[].configMap.optional`]: false,
  [`${POD}.volumes[].secret.optional`]: false,
  'spec.ports[].nodePort': 0,
};

/** Parts of pods that say nothing when there is nothing in them, though an API server keeps them. */
const IDLE_WHEN_EMPTY: ReadonlySet<string> = new Set([`${POD}.affinity`, `${POD}.containers[].securityContext`]);

/** Addresses of a Service that the cluster gives it: but for one that has none of its own. */
const GIVEN_ADDRESS = /^spec\.(?:clusterIPs|ipFamilies|ipFamilyPolicy)$/;

/** How the fields of an object are read. */
interface Reading {
  readonly kind: string;
  /** The way to the template of its pods. */
  readonly template: string | undefined;
  /** Whether what an API server keeps as it was said stays so: another spelling of it would restart pods. */
  readonly isAsSaid?: boolean;
}

/**
 * An object as it would be stored, as briefly as it can be said: without what the API server would fill in anyhow, quantities
 * and images in one spelling. Two objects that come to the same are the same to the cluster.
 */
export const normalised = (manifest: JsonObject): JsonObject => formOf(manifest, false);

/** An object as it is stored: without what the API server fills in or drops anyhow, and otherwise in its own words. */
export const asStored = (manifest: JsonObject): JsonObject => formOf(manifest, true);

function formOf(manifest: JsonObject, isAsSaid: boolean): JsonObject {
  const asManifest = manifest as unknown as Manifest;
  const kind = kindOf(asManifest);
  const template = templateWay(asManifest)?.join('.');
  const reading = { kind: kind.slice(kind.indexOf('/') + 1), template, isAsSaid };
  if (isOwn(asManifest, asManifest.kind)) return objectIn(brief(manifest, '', reading));
  // Of somebody else's kinds nobody knows what says nothing.
  const { metadata, ...rest } = manifest;
  return { ...objectIn(brief({ metadata }, '', reading)), ...rest };
}

/** The spec of pods in the same form. */
export const podSpec = (pod: JsonObject): JsonObject => objectIn(brief(pod, 'spec', OF_PODS));

export const volumeSpec = (volume: JsonObject): JsonObject => objectIn(brief(volume, 'spec.volumes[]', OF_PODS));

/** A claim of a StatefulSet in the same form. */
export const claimTemplate = (claim: JsonObject): JsonObject =>
  objectIn(brief(claim, 'spec.volumeClaimTemplates[]', OF_CLAIMS));

const OF_PODS: Reading = { kind: 'DaemonSet', template: '' };
const OF_CLAIMS: Reading = { kind: 'StatefulSet', template: undefined };

/** Undefined for null. */
function brief(value: Json, shape: string, reading: Reading): Json {
  if (Array.isArray(value)) {
    const inner = extendShape(shape, 0);
    return value.flatMap((item: Json) => brief(item, inner, reading) ?? []);
  }
  if (!isMapping(value)) return scalar(value, canonicalShape(shape, reading.template), reading);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const inner = extendShape(shape, key);
      const said = isRepeated(inner, reading) ? undefined : brief(item, inner, reading);
      return said === undefined || isIdle(said, inner, value, reading) ? [] : [[key, said] as const];
    }),
  );
}

/** Whether a field only says what another one says too, or what the server writes. */
const isRepeated = (shape: string, { kind, template }: Reading): boolean =>
  canonicalShape(shape, template) === `${POD}.serviceAccount` ||
  (kind === 'Service' && GIVEN_ADDRESS.test(shape)) ||
  /(?:^|\.)metadata\.creationTimestamp$/.test(shape) ||
  /^spec\.volumeClaimTemplates\[\]\.(?:apiVersion|kind|status)$/.test(shape);

const isIdle = (value: Json, shape: string, parent: JsonObject, { kind, template, isAsSaid }: Reading): boolean => {
  const canonical = canonicalShape(shape, template);
  if (canonical === REQUIRED || value === undefined) return false;
  if (isEmpty(value) && EMPTY_IS_NOTHING.has(lastKey(shape))) return true;
  const isIdleAsSaid =
    (isEmpty(value) && IDLE_WHEN_EMPTY.has(canonical)) ||
    (Object.hasOwn(IDLE, canonical) && isSame(IDLE[canonical], value));
  return (isIdleAsSaid && isAsSaid !== true) || isSame(presetAt(kind, canonical, parent) as Json, value);
};

const isEmpty = (value: Json): boolean =>
  Array.isArray(value) ? value.length === 0 : isMapping(value) && Object.keys(value).length === 0;

function scalar(value: Json, shape: string, { isAsSaid }: Reading): Json {
  if (value === null) return undefined;
  if (isQuantityAt(shape) && value !== undefined) {
    return parseQuantity(String(value)) === undefined ? value : canonicalQuantity(String(value));
  }
  const isImage = typeof value === 'string' && lastKey(shape) === 'image' && shape.startsWith(`${POD}.`);
  return isImage && isAsSaid !== true ? fullImage(value) : value;
}
