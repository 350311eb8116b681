import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureReview, type ReviewCase } from './review';
import { runners } from './runners';
import { medians, printedBy, type Run } from './runs';
import { type Content, measureSynth, type SynthCase } from './synth';

const ALONE: Content = 'charts of 15 objects, each with a namespace of its own';
const DEPENDENT: Content = 'charts of 15 objects, in one namespace that they depend on';
const STACKS: Content = 'whole stacks, of 4 charts each';

/** Prints ratios only: how long anything takes on this machine means nothing on another. */
function compare(isSmoke: boolean): void {
  const [few, many, beside] = isSmoke ? [8, 40, 8] : [100, 1000, 300];
  const rounds = (count: number): number => (isSmoke ? 1 : count);
  const goal = (wanted: Goal): Goal => (isSmoke ? {} : wanted);
  const synth = (app: SynthCase['app'], content: Content, charts: number): Run =>
    inNewProcess({ app, content, charts, warmUps: isSmoke ? 0 : 8 });

  console.log(`ManifestApp.synth() of ${many} charts against ${few}, ${many / few} times as many`);
  for (const content of [ALONE, DEPENDENT, STACKS]) {
    const runs = { many: synth('ManifestApp', content, many), few: synth('ManifestApp', content, few) };
    const cpu = medians(runs, rounds(5));
    report(content, cpu.many / cpu.few, goal({ atMost: 11 }));
  }

  console.log(`App.synth() of cdk8s against ManifestApp.synth(), ${beside} charts, the same objects`);
  for (const content of [ALONE, DEPENDENT, STACKS]) {
    const runs = { app: synth('App', content, beside), ours: synth('ManifestApp', content, beside) };
    const cpu = medians(runs, rounds(content === STACKS ? 1 : 5));
    report(content, cpu.app / cpu.ours, goal({ atLeast: 5 }));
  }

  const charts = isSmoke ? 8 : 67;
  console.log(`A review of ${charts * 15} objects against a ManifestApp.synth() of them`);
  const review = (from: ReviewCase['from'], oneOf: number): Run =>
    inNewProcess({ from, charts, oneOf, warmUps: isSmoke ? 0 : 8 });
  const reviews = {
    synth: synth('ManifestApp', ALONE, charts),
    some: review('objects', 10),
    all: review('objects', 1),
    files: review('files', 10),
  };
  const cpuOfReviews = medians(reviews, rounds(5));
  report('one chart in ten changed', cpuOfReviews.some / cpuOfReviews.synth, goal({ atMost: 1 }));
  report('every chart changed', cpuOfReviews.all / cpuOfReviews.synth, {});
  report('one chart in ten changed, and both sides read from YAML', cpuOfReviews.files / cpuOfReviews.synth, {});

  const root = process.cwd();
  const folder = join(root, 'node_modules/.cache/cdk8s-plg-bench');
  console.log('Commands that synthesize main.ts, against `node -e 0`');
  try {
    const cpu = medians(runners(root, folder), rounds(15));
    const bare = cpu['node -e 0'] ?? Number.NaN;
    for (const [name, time] of Object.entries(cpu)) {
      report(name, time / bare, name === 'node scripts/run.mjs' ? goal({ atMost: 4 }) : {});
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One synth or review in a new process of this same program. */
const inNewProcess = (measured: SynthCase | ReviewCase): Run => {
  return () => printedBy(process.execPath, [process.argv[1] ?? '', 'measure', JSON.stringify(measured)]);
};

const measure = (measured: SynthCase | ReviewCase): number =>
  'from' in measured ? measureReview(measured) : measureSynth(measured);

interface Goal {
  readonly atMost?: number;
  readonly atLeast?: number;
}

function report(name: string, ratio: number, { atMost, atLeast }: Goal): void {
  const goal = atMost === undefined ? atLeast && `at least ${atLeast}` : `at most ${atMost}`;
  const isMet = ratio <= (atMost ?? Number.POSITIVE_INFINITY) && ratio >= (atLeast ?? 0);
  console.log(
    `  ${ratio.toFixed(1).padStart(6)}×  ${name}${goal === undefined ? '' : `  (goal ${goal}×: ${isMet ? 'met' : 'MISSED'})`}`,
  );
}

const [role, argument] = process.argv.slice(2);
if (role === 'measure') process.stdout.write(String(measure(JSON.parse(argument ?? ''))));
else compare(role === '--smoke');
