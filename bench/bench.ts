import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runners } from './runners';
import { medians, printedBy, type Run } from './runs';
import { measureSynth, type SynthCase } from './synth';

/** Prints ratios only: how long anything takes on this machine means nothing on another. */
function compare(isSmoke: boolean): void {
  const [few, many, rounds] = isSmoke ? [8, 40, 1] : [100, 1000, 5];
  const [beside, besideRounds] = isSmoke ? [8, 1] : [300, 3];
  const runnerRounds = isSmoke ? 1 : 15;

  print(`ManifestApp.synth() of ${many} charts against ${few}, ${many / few} times as many`);
  for (const content of ['one namespace', 'many namespaces', 'stacks'] as const) {
    const runs = { many: synth('ManifestApp', content, many), few: synth('ManifestApp', content, few) };
    const cpu = medians(runs, rounds);
    report(described(content), cpu.many / cpu.few, isSmoke ? {} : { atMost: 11 });
  }

  print(`App.synth() of cdk8s against ManifestApp.synth(), ${beside} charts, the same objects`);
  for (const content of ['one namespace', 'many namespaces'] as const) {
    const cpu = medians(
      { app: synth('App', content, beside), ours: synth('ManifestApp', content, beside) },
      besideRounds,
    );
    report(described(content), cpu.app / cpu.ours, isSmoke ? {} : { atLeast: 5 });
  }

  const root = process.cwd();
  const folder = join(root, 'node_modules/.cache/cdk8s-plg-bench');
  print('Commands that synthesize main.ts, against `node -e 0`');
  try {
    const cpu = medians(runners(root, folder), runnerRounds);
    const bare = cpu['node -e 0'] ?? Number.NaN;
    for (const [name, time] of Object.entries(cpu)) {
      report(name, time / bare, name === 'node scripts/run.mjs' && !isSmoke ? { atMost: 4 } : {});
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One synth in a new process of this same program. */
const synth = (app: SynthCase['app'], content: SynthCase['content'], charts: number): Run => {
  const synthCase: SynthCase = { app, content, charts };
  return () => printedBy(process.execPath, [process.argv[1] ?? '', 'measure', JSON.stringify(synthCase)]);
};

const described = (content: SynthCase['content']): string =>
  content === 'stacks' ? 'whole stacks, of 4 charts each' : `charts of 15 objects, in ${content}`;

interface Goal {
  readonly atMost?: number;
  readonly atLeast?: number;
}

function report(name: string, ratio: number, { atMost, atLeast }: Goal): void {
  const goal = atMost === undefined ? atLeast && `at least ${atLeast}` : `at most ${atMost}`;
  const isMet = ratio <= (atMost ?? Number.POSITIVE_INFINITY) && ratio >= (atLeast ?? 0);
  print(
    `  ${ratio.toFixed(1).padStart(6)}×  ${name}${goal === undefined ? '' : `  (goal ${goal}×: ${isMet ? 'met' : 'MISSED'})`}`,
  );
}

function print(line: string): void {
  console.log(line);
}

const [role, argument] = process.argv.slice(2);
if (role === 'measure') process.stdout.write(String(measureSynth(JSON.parse(argument ?? ''))));
else compare(role === '--smoke');
