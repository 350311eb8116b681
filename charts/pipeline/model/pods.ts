/** Which pods' logs are collected: those for which all that is said holds. */
export interface PodSelection {
  readonly namespaces?: Choice;
  /** By the pods' labels: `{ include: { team: 'payments' } }`; of several all have to fit. */
  readonly labels?: LabelChoice;
  /** By an annotation whose value is `'true'` or `'false'`. @default - whatever the annotations */
  readonly annotation?: AnnotationChoice;
  /** By the containers' names. */
  readonly containers?: Choice;
}

/** Names, either those that are wanted or those that are not; `*` stands for any characters. */
export type Choice = { readonly include: readonly string[] } | { readonly exclude: readonly string[] };

export type LabelChoice =
  | { readonly include: Readonly<Record<string, string>> }
  | { readonly exclude: Readonly<Record<string, string>> };

export type AnnotationChoice =
  /** Only pods that have it and say `'true'`. */
  | { readonly optIn: string }
  /** All but pods that say `'false'`. */
  | { readonly optOut: string };

/** What is known of a pod's container beside its labels and annotations. */
export type PodField =
  | 'namespace'
  | 'pod'
  | 'container'
  | 'node_name'
  | 'controller'
  | 'controller_kind'
  | 'pod_uid'
  | 'pod_ip'
  | 'host_ip'
  | 'container_image'
  | 'container_id';

/** Where a label of a stream comes from. */
export type PodLabelSource =
  | { readonly field: PodField }
  /** A label of the pod, as Kubernetes spells it: `'app.kubernetes.io/name'`. */
  | { readonly label: string }
  | { readonly annotation: string };

/** What a pod's streams are told apart by. Loki 3 takes 15 labels; each further one multiplies streams. */
export interface PodLabels {
  /**
   * The labels to begin with: `'kubernetes-pods'` as in the newest Promtail chart (`namespace`, `app`, `instance`, `component`, `pod`,
   * `container`, `node_name`, `job`), `'loki-stack'` as in 2021, `'none'` for those below alone. A change starts new streams.
   * @default 'kubernetes-pods'
   */
  readonly scheme?: 'kubernetes-pods' | 'loki-stack' | 'none';
  /** Further labels, each named: label → where it comes from, or the first of several that is not empty. @default - none */
  readonly add?: Readonly<Record<string, PodLabelSource | readonly PodLabelSource[]>>;
  /** Labels of the scheme that are not wanted. @default - none */
  readonly drop?: readonly string[];
  /** Labels that every stream gets: label → value. @default - none */
  readonly static?: Readonly<Record<string, string>>;
  /** What goes with each line and tells no streams apart: for ids, addresses and whatever has many values. Needs Loki 3 with TSDB. @default - none */
  readonly structuredMetadata?: Readonly<Record<string, PodLabelSource>>;
}
