import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { ManifestApp } from '../charts';
import { addChartsInManyNamespaces, addChartsInOneNamespace, addStacks } from './objects';

const CONTENTS = {
  'charts of 15 objects, in one namespace that they depend on': addChartsInOneNamespace,
  'charts of 15 objects, each with a namespace of its own': addChartsInManyNamespaces,
  'whole stacks, of 4 charts each': addStacks,
};

export type Content = keyof typeof CONTENTS;

/** What a child process is told to measure. */
export interface SynthCase {
  readonly app: 'ManifestApp' | 'App';
  readonly content: Content;
  readonly charts: number;
  /** How often a synth of a few charts goes before the one that counts, so that no size is charged for Node's warming up. */
  readonly warmUps: number;
}

const WARM_UP_CHARTS = 60;

/** CPU time of one synth into an empty folder, in microseconds; what comes before and after it is left out. */
export function measureSynth(synthCase: SynthCase): number {
  for (let run = 0; run < synthCase.warmUps; run++) synthOnce({ ...synthCase, charts: WARM_UP_CHARTS });
  return synthOnce(synthCase);
}

function synthOnce({ app: kind, content, charts }: Omit<SynthCase, 'warmUps'>): number {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-plg-bench-'));
  try {
    const app = kind === 'App' ? new App({ outdir }) : new ManifestApp({ outdir, report: () => {} });
    CONTENTS[content](app, charts);

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
