import type { Job } from '../compile/job';
import type { Stage } from '../model/stages';

/** What a source labels its lines with by itself. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  pods: ['filename'],
  files: ['filename'],
  'pods-api': [],
  journal: [],
  syslog: [],
  'kubernetes-events': ['job', 'namespace'],
  push: [],
  otlp: ['exporter', 'instance', 'job', 'level'],
};

/** The labels that a job's streams can have, as far as they are named: what pushers send, and what a labelmap takes, is not known. */
export function streamLabels({ source, relabel, stages }: Job): ReadonlySet<string> {
  const labels = new Set<string>(BUILT_IN[source.type] ?? []);
  if ('labels' in source && source.type !== 'pods' && source.type !== 'pods-api') {
    for (const label of Object.keys(source.labels ?? {})) labels.add(label);
  }
  for (const { action = 'replace', target_label, regex } of relabel) {
    if (target_label !== undefined && !target_label.startsWith('__')) labels.add(target_label);
    if (action === 'labeldrop' && regex !== undefined) dropMatching(labels, regex);
  }
  applyStages(labels, stages);
  return labels;
}

function applyStages(labels: Set<string>, stages: readonly Stage[]): void {
  for (const stage of stages) {
    if ('cri' in stage || 'docker' in stage) labels.add('stream');
    if ('labels' in stage) for (const label of Object.keys(stage.labels ?? {})) labels.add(label);
    if ('static_labels' in stage) for (const label of Object.keys(stage.static_labels ?? {})) labels.add(label);
    if ('labeldrop' in stage) for (const label of stage.labeldrop ?? []) labels.delete(label);
    if ('labelallow' in stage) {
      const kept = new Set(stage.labelallow);
      for (const label of labels) if (!kept.has(label)) labels.delete(label);
    }
    if ('structured_metadata' in stage) {
      for (const [name, source] of Object.entries(stage.structured_metadata ?? {})) labels.delete(source || name);
    }
    if ('pack' in stage) for (const label of stage.pack?.labels ?? []) labels.delete(label);
    // What happens to some lines only may add labels, and takes none from the others.
    if ('match' in stage && stage.match?.stages !== undefined) {
      const inside = new Set(labels);
      applyStages(inside, stage.match.stages);
      for (const label of inside) labels.add(label);
    }
  }
}

/** Names alone: what a pattern leaves is only known where it is one. */
function dropMatching(labels: Set<string>, regex: string): void {
  if (!/^[\w|]+$/.test(regex)) return;
  for (const label of regex.split('|')) labels.delete(label);
}
