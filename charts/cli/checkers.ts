import { checkAlloyConfig } from '../alloy/config-check/check-alloy-config';
import type { ConfigProblem } from '../config-check/config-problem';
import { checkLokiConfigText } from '../loki/config-check/check-config-text';
import { checkRuntimeConfigText } from '../loki/config-check/runtime-config';
import { checkPromtailConfigText } from '../promtail/config-check/check-config-text';
import type { EmbeddedFile } from './manifest-configs';

/** What can be checked, by the name that it is asked for. */
export interface Checker {
  /** What it is called in a sentence. */
  readonly what: string;
  /** The program whose releases are meant, and its name in a sentence. */
  readonly program: 'loki' | 'promtail' | 'alloy';
  readonly title: string;
  readonly check: (text: string, release: string, today: string) => readonly ConfigProblem[];
  /** Whether a file of a manifest is meant. */
  readonly isMeant: (file: EmbeddedFile) => boolean;
}

/** Blocks that only Loki's configuration has. */
const OF_LOKI =
  /^(?:schema_config|storage_config|ingester|distributor|querier|compactor|common|auth_enabled|query_range)\s*:/gm;
const OF_PROMTAIL = /^(?:scrape_configs|clients|positions)\s*:/m;
/** Prometheus has the first of them too. */
const ONLY_OF_PROMTAIL = /^(?:clients?|positions)\s*:/m;
const OF_RUNTIME = /^(?:overrides|multi_kv_config)\s*:/m;

export const CHECKERS: Readonly<Record<string, Checker>> = {
  loki: {
    what: 'configuration of Loki',
    program: 'loki',
    title: 'Loki',
    check: (text, release, today) => checkLokiConfigText(text, release, { today }),
    isMeant: ({ name, text }) =>
      !OF_PROMTAIL.test(text) &&
      !OF_RUNTIME.test(text) &&
      (/^loki\.ya?ml$/.test(name) || (text.match(OF_LOKI) ?? []).length >= 2),
  },
  'loki-runtime': {
    what: 'runtime configuration of Loki',
    program: 'loki',
    title: 'Loki',
    check: checkRuntimeConfigText,
    isMeant: ({ text }) => OF_RUNTIME.test(text),
  },
  promtail: {
    what: 'configuration of Promtail',
    program: 'promtail',
    title: 'Promtail',
    check: (text, release) => checkPromtailConfigText(text, release),
    isMeant: ({ name, text }) => /^promtail\.ya?ml$/.test(name) || ONLY_OF_PROMTAIL.test(text),
  },
  alloy: {
    what: 'configuration of Alloy',
    program: 'alloy',
    title: 'Alloy',
    check: checkAlloyConfig,
    isMeant: ({ name }) => name.endsWith('.alloy'),
  },
};
