import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { readAlloyConfig } from './alloy/read/read-alloy-config';
import { compareWithEarlier } from './kubernetes/comparison';
import type { Manifest } from './kubernetes/manifest';
import { compareLabels, describeLabelChanges } from './pipeline/labels/compare-labels';
import type { CollectorConfig } from './pipeline/read/collector-config';
import { readPromtailConfig } from './promtail/read/read-promtail-config';
import { RELEASES } from './releases';

/** Stands in for what the kubelet fills in. */
const NODE = { HOSTNAME: 'node-1' };

/** The configuration that a ConfigMap or a Secret holds for a collector, of whichever; undefined for any other object, and for what cannot be read. */
export function collectorConfigIn({ data, stringData }: Manifest): CollectorConfig | undefined {
  for (const [file, text] of [data, stringData].flatMap((entries) => Object.entries(entries ?? {}))) {
    if (typeof text !== 'string') continue;
    try {
      if (/^promtail\.ya?ml$/.test(file)) return readPromtailConfig(text);
      if (/\.alloy$/.test(file)) return readAlloyConfig(text, { release: RELEASES.alloy.newest, env: NODE });
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/**
 * Says at synth what a change of the pipeline, or of the collector, does to the labels of pods' streams: dashboards and alerts go by them.
 * @param names of all collectors that a stack may have, of which one is written
 */
export function watchLabels(collector: Construct, names: readonly string[]): void {
  for (const object of collector.node.findAll()) {
    if (!ApiObject.isApiObject(object) || object.kind !== 'ConfigMap' || !names.includes(object.name)) continue;
    compareWithEarlier(object, {
      restsOn: ['pipeline', 'config', 'version'],
      formerly: names.filter((name) => name !== object.name),
      compare: (earlier, now) => {
        const [before, after] = [collectorConfigIn(earlier), collectorConfigIn(now)];
        if (before === undefined || after === undefined) return { problems: [], warnings: [] };
        return { problems: [], warnings: describeLabelChanges(compareLabels(before, after)) };
      },
    });
  }
}
