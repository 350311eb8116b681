import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { ManifestApp } from '../charts';
import { addCharts, addStacks } from './objects';

/** What a child process is told to measure. */
export interface SynthCase {
  readonly app: 'ManifestApp' | 'App';
  readonly content: 'one namespace' | 'many namespaces' | 'stacks';
  readonly charts: number;
}

const CHARTS_PER_STACK = 4;

/** How often a synth of a few charts goes before the one that counts, so that no size is charged for Node's warming up. */
const WARM_UPS = 8;
const WARM_UP_CHARTS = 24;

/** CPU time of one synth into an empty folder, in microseconds; what comes before and after it is left out. */
export function measureSynth(synthCase: SynthCase): number {
  for (let run = 0; run < WARM_UPS; run++) synthOnce({ ...synthCase, charts: WARM_UP_CHARTS });
  return synthOnce(synthCase);
}

function synthOnce({ app: kind, content, charts }: SynthCase): number {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-plg-bench-'));
  try {
    const app = kind === 'App' ? new App({ outdir }) : new ManifestApp({ outdir, report: () => {} });
    if (content === 'stacks') addStacks(app, charts / CHARTS_PER_STACK);
    else addCharts(app, charts, (index) => (content === 'many namespaces' ? `logs-${index}` : 'logs'));

    const start = process.cpuUsage();
    app.synth();
    const { user, system } = process.cpuUsage(start);

    const files = readdirSync(outdir).length;
    if (files !== charts) throw new Error(`${files} files for ${charts} charts`);
    return user + system;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
