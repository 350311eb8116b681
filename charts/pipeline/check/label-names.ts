/** Labels of which every value makes streams of its own, and of whose values there is no end. */
const EXPLOSIVE: ReadonlySet<string> = new Set([
  'container_id',
  'filename',
  'host_ip',
  'ip',
  'ip_address',
  'pod_ip',
  'pod_template_hash',
  'pod_uid',
  'remote_addr',
  'request_id',
  'session_id',
  'span_id',
  'spanid',
  'trace_id',
  'traceid',
  'uid',
  'user_id',
  'uuid',
]);

/** Whether a label would multiply streams without end. */
export const isExplosive = (label: string): boolean =>
  EXPLOSIVE.has(label.toLowerCase()) || EXPLOSIVE.has(label.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase());

/** What Loki takes as a label's name. */
export const isLabelName = (label: string): boolean => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label);
