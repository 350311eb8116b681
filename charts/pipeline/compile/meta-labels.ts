import type { PodField, PodLabelSource } from '../model/pods';

/** What discovery says of a pod's container, in labels. @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod */
export const META = '__meta_kubernetes_';
export const NAMESPACE = `${META}namespace`;
export const POD = `${META}pod_name`;
export const UID = `${META}pod_uid`;
export const CONTAINER = `${META}pod_container_name`;
export const CONTROLLER = `${META}pod_controller_name`;
export const NODE = `${META}pod_node_name`;

/** Whatever a label's name cannot hold is `_` there. */
const sanitized = (name: string): string => name.replace(/[^a-zA-Z0-9_]/g, '_');

export const podLabel = (label: string): string => `${META}pod_label_${sanitized(label)}`;
export const podAnnotation = (annotation: string): string => `${META}pod_annotation_${sanitized(annotation)}`;
export const hasPodAnnotation = (annotation: string): string => `${META}pod_annotationpresent_${sanitized(annotation)}`;

const FIELDS: { readonly [Field in PodField]: string } = {
  namespace: NAMESPACE,
  pod: POD,
  container: CONTAINER,
  node_name: NODE,
  controller: CONTROLLER,
  controller_kind: `${META}pod_controller_kind`,
  pod_uid: UID,
  pod_ip: `${META}pod_ip`,
  host_ip: `${META}pod_host_ip`,
  container_image: `${META}pod_container_image`,
  container_id: `${META}pod_container_id`,
};

export const POD_FIELDS = Object.keys(FIELDS) as readonly PodField[];

/** The meta label that holds what a user names. */
export function metaLabelOf(source: PodLabelSource): string {
  if ('field' in source) return FIELDS[source.field];
  return 'label' in source ? podLabel(source.label) : podAnnotation(source.annotation);
}
