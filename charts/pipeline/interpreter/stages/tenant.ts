import type { StageConfig } from '../../stage-check/stage-config';
import { type Entry, extractedText } from '../entry';
import { changing, type Stage } from '../stage';

type Config = Extract<StageConfig, { type: 'tenant' }>;

/** The label by which Promtail's client knows whose a line is. It is not sent. */
export const TENANT_LABEL = '__tenant_id__';

export const tenant = (config: Config): Stage =>
  changing((entry) => {
    const name = tenantOf(entry, config);
    if (name !== '') entry.labels.set(TENANT_LABEL, name);
  });

function tenantOf(entry: Entry, { from, name }: Config): string {
  switch (from) {
    case 'source':
      return extractedText(entry, name) ?? '';
    case 'label':
      return entry.labels.get(name) ?? '';
    case 'value':
      return name;
  }
}
