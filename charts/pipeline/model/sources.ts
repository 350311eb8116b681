import type { PodLabels, PodSelection } from './pods';
import type { RelabelRule } from './relabel-rule';
import type { Stage } from './stages';

/** Where logs come from. */
export type Source =
  | PodFilesSource
  | PodApiSource
  | JournalSource
  | FilesSource
  | SyslogSource
  | KubernetesEventsSource
  | PushSource
  | OtlpSource;

interface SourceOptions {
  /** Tells two sources of one type apart, in the configuration and in metrics: letters, digits, `-`, `_`. @default - the type */
  readonly name?: string;
  /** Relabelling after our own rules. @default - none */
  readonly relabel?: readonly RelabelRule[];
  /** What happens to the lines of this source, before the pipeline's own stages. @default - none */
  readonly stages?: readonly Stage[];
}

interface PodSource extends SourceOptions {
  /** Which pods. @default - all */
  readonly select?: PodSelection;
  readonly labels?: PodLabels;
}

/** Pods' logs as files of the node, below /var/log/pods. */
export interface PodFilesSource extends PodSource {
  readonly type: 'pods';
  /** How the container runtime writes lines: CRI everywhere since containerd, Docker's JSON on old nodes. @default 'cri' */
  readonly format?: 'cri' | 'docker';
}

/** Pods' logs through the Kubernetes API: nothing of the node is read, but the API server carries every line. Alloy only. */
export interface PodApiSource extends PodSource {
  readonly type: 'pods-api';
}

/** The systemd journal of the node. */
export interface JournalSource extends SourceOptions {
  readonly type: 'journal';
  /** Folder of the journal on the node. @default '/var/log/journal' */
  readonly path?: string;
  /** How far back the first start reads. @default '7h' */
  readonly maxAge?: string;
  /** Fields that entries must have: `'_SYSTEMD_UNIT=kubelet.service'`. @default - all entries */
  readonly matches?: string;
  /** Whether the whole entry becomes the line, as JSON. @default false */
  readonly json?: boolean;
  /** Label → value. @default { job: 'systemd-journal' } */
  readonly labels?: Readonly<Record<string, string>>;
  /** Label → field of the journal in lower case: `{ unit: '_systemd_unit' }`. @default { unit: '_systemd_unit', node_name: '_hostname' } */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Files of the node. */
export interface FilesSource extends SourceOptions {
  readonly type: 'files';
  /** Globs, below one of the folders that are mounted: `'/var/log/audit/*.log'`. */
  readonly paths: readonly string[];
  /** Globs of what is not read. @default - nothing */
  readonly exclude?: readonly string[];
  /** Label → value; `job` is one of them. */
  readonly labels: Readonly<Record<string, string>> & { readonly job: string };
}

/** Syslog over the network (RFC 5424). */
export interface SyslogSource extends SourceOptions {
  readonly type: 'syslog';
  /** Port to listen on. @default 1514 */
  readonly port?: number;
  /** @default 'tcp' */
  readonly protocol?: 'tcp' | 'udp';
  /** Whether the message's time becomes the entry's. @default false */
  readonly useIncomingTimestamp?: boolean;
  /** Label → value. @default { job: 'syslog' } */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Events of the cluster as log lines: one collector for all, not one for each node. Alloy only. */
export interface KubernetesEventsSource extends SourceOptions {
  readonly type: 'kubernetes-events';
  /** @default - all */
  readonly namespaces?: readonly string[];
  /** @default 'logfmt' */
  readonly format?: 'logfmt' | 'json';
}

/** What other collectors push in Loki's own protocol. */
export interface PushSource extends SourceOptions {
  readonly type: 'push';
  /** Port of HTTP. @default 3500 */
  readonly port?: number;
  /** Whether an entry keeps its own time. @default true */
  readonly useIncomingTimestamp?: boolean;
  /** Label → value. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What applications send in OpenTelemetry's protocol. Alloy only. */
export interface OtlpSource extends SourceOptions {
  readonly type: 'otlp';
  /** @default 4317 */
  readonly grpcPort?: number;
  /** @default 4318 */
  readonly httpPort?: number;
}

export type SourceType = Source['type'];
