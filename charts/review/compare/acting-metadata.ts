import type { Manifest } from '../../kubernetes/manifest';
import { kindOf } from '../kinds';
import { at, mapOf, type PlainMap } from '../plain';

const POD_SECURITY = /^pod-security\.kubernetes\.io\//;

/** Roles that a cloud gives to the pods of a ServiceAccount. */
export const CLOUD_ROLES =
  /^(?:eks\.amazonaws\.com\/role-arn|iam\.gke\.io\/gcp-service-account|azure\.workload\.identity\/client-id)$/;

/** What makes a load balancer, and from where it is reached. */
const LOAD_BALANCERS =
  /^(?:service(?:\.beta)?\.kubernetes\.io|cloud\.google\.com|networking\.gke\.io|metallb\.(?:universe\.tf|io)|external-dns\.alpha\.kubernetes\.io)\//;

/** All but what tools write for themselves. */
const ROUTES = /^(?!(?:kubectl\.kubernetes\.io|argocd\.argoproj\.io|meta\.helm\.sh|helm\.sh|field\.cattle\.io)\/)/;

/** Labels and annotations that do something: by kind and field. All others only name and sort. */
const ACTING: Readonly<Record<string, RegExp>> = {
  '/Namespace labels': POD_SECURITY,
  '/Service annotations': LOAD_BALANCERS,
  '/ServiceAccount annotations': CLOUD_ROLES,
  'networking.k8s.io/Ingress annotations': ROUTES,
  'storage.k8s.io/StorageClass annotations': /^storageclass\.kubernetes\.io\/is-default-class$/,
};

/** The labels or annotations of an object that do something. */
export function actingMetadata(manifest: Manifest, field: 'labels' | 'annotations'): PlainMap {
  const acting = ACTING[`${kindOf(manifest)} ${field}`];
  if (acting === undefined) return {};
  return Object.fromEntries(Object.entries(mapOf(at(manifest, 'metadata', field))).filter(([key]) => acting.test(key)));
}
