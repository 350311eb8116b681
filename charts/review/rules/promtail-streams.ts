import { shownUrl } from '../hide';
import { isMap, listOf, mapOf, mapsAt, textAt, textOf, textsAt } from '../plain';

/** Where a collector pushes, and for whom. */
export interface PushClient {
  readonly url: string;
  readonly tenant: string;
}

export const clientsOf = (config: unknown): PushClient[] =>
  mapsAt(config, 'clients').map((client) => ({ url: shownUrl(client.url), tenant: textOf(client.tenant_id) ?? '' }));

export const positionsOf = (config: unknown): string =>
  textAt(config, 'positions', 'filename') ?? '/var/log/positions.yaml';

/** The names of the labels that streams may have, as far as the configuration names them. */
export function labelsOf(config: unknown): ReadonlySet<string> {
  const labels = new Set<string>();
  const add = (names: Iterable<string>): void => {
    for (const name of names) if (!name.startsWith('__')) labels.add(name);
  };
  for (const client of mapsAt(config, 'clients')) add(Object.keys(mapOf(client.external_labels)));
  for (const job of mapsAt(config, 'scrape_configs')) {
    add(mapsAt(job, 'relabel_configs').flatMap(({ target_label }) => textOf(target_label) ?? []));
    for (const { labels: fixed } of mapsAt(job, 'static_configs')) add(Object.keys(mapOf(fixed)));
    for (const source of [
      'journal',
      'syslog',
      'loki_push_api',
      'kafka',
      'gcplog',
      'windows_events',
      'cloudflare',
      'heroku_drain',
    ]) {
      add(Object.keys(mapOf(mapOf(job[source]).labels)));
    }
    for (const stage of stagesOf(job.pipeline_stages)) {
      add(Object.keys(mapOf(stage.labels)));
      add(Object.keys(mapOf(stage.static_labels)));
      for (const dropped of textsAt(stage, 'labeldrop')) labels.delete(dropped);
    }
  }
  return labels;
}

/** The stages of a pipeline, those within `match` included, in order. */
function stagesOf(stages: unknown): Readonly<Record<string, unknown>>[] {
  return listOf(stages)
    .filter(isMap)
    .flatMap((stage) => [stage, ...(isMap(stage.match) ? stagesOf(stage.match.stages) : [])]);
}
