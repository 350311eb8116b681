import { parseArgs } from 'node:util';
import { type AdoptedRelease, adoptRelease, type ReleaseText } from '../adopt/adopt-release';
import { isHarmful } from '../adopt/compare/consequences';
import { nameOf } from '../adopt/read/release-object';
import { FIRST_LINE, programText } from '../adopt/write/program-text';
import { reportText } from '../adopt/write/report';
import type { CheckResult } from './check';
import { decode } from './decode';
import { misuse, unreadable, unwritable } from './errors';

/** What the program needs of the world. */
export interface AdoptWorld {
  /** The content of a file, or of standard input for `-`. Throws when there is none. */
  readonly read: (file: string) => string | Uint8Array;
  /** Undefined for a file that is not there. Throws for what is no file. */
  readonly existing: (file: string) => string | undefined;
  /** Throws when the file cannot be written. */
  readonly write: (file: string, text: string) => void;
  /** From where a program at this place imports the constructs: `./charts`, `cdk8s-plg`. */
  readonly importFrom: (file: string) => string;
}

const USAGE = `Takes over a release that runs already: writes a main.ts that comes to the same, and says what still differs.

  adopt [--namespace NAME] [--out main.ts] [--force] [--json] FILE…

  FILE         what \`helm get manifest\` or \`helm template\` prints, or \`kubectl get -o yaml\` of it; "-" is standard input
  --namespace  of objects that name none
  --out        the program to write
  --force      writes over a program that was not written here
  --json       the report for programs

It knows loki-stack 2, promtail 3 to 6, loki 2 to 6 as a single binary and grafana 6 to 10. docs/adopt.md tells the steps
of a running cluster. Of Secrets no value is written or printed.`;

/** What a main.ts holds that nobody has changed. */
const UNTOUCHED =
  /^import \{ LoggingStack, ManifestApp \} from '\.\/charts';\s+export const app = new ManifestApp\(\);\s+new LoggingStack\(app, 'loki', \{ namespace: 'loki' \}\);\s+if \(require\.main === module\) app\.synth\(\);\s*$/;

/** Takes over what the arguments name: `release.yaml`. */
export function adopt(args: readonly string[], world: AdoptWorld): CheckResult {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return failed([asked.mistake], 2);
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const { files, out, force, namespace, json } = asked;
  const texts: ReleaseText[] = [];
  for (const file of files) {
    const name = file === '-' ? 'standard input' : file;
    try {
      const decoded = decode(world.read(file));
      if ('message' in decoded) return failed([`${name}:${decoded.line}: ${decoded.message}`], 1);
      texts.push({ file: name, text: decoded.text });
    } catch (error) {
      return failed([`${name} ${unreadable(error)}`], 1);
    }
  }
  let existing: string | undefined;
  try {
    existing = world.existing(out);
  } catch (error) {
    return failed([`${out} ${unreadable(error)}: name another with --out`], 2);
  }
  if (existing !== undefined && !force && !existing.startsWith(FIRST_LINE) && !UNTOUCHED.test(existing)) {
    return failed(
      [`${out} is there, and was not written here: name another with --out, or write over it with --force`],
      2,
    );
  }
  const result = adoptRelease(texts, namespace);
  if ('mistakes' in result) return failed(result.mistakes, 1);
  const { adopted } = result;
  try {
    world.write(out, programText(adopted.program, world.importFrom(out)));
  } catch (error) {
    return failed([`${out} ${unwritable(error)}: name another with --out`], 1);
  }
  const isRefused = adopted.problems.length > 0 || adopted.consequences.some(isHarmful);
  return {
    output: json ? `${JSON.stringify(asData(adopted, out), null, 2)}\n` : `${reportText(adopted, out)}\n`,
    errors: '',
    exitCode: isRefused ? 1 : 0,
  };
}

const failed = (mistakes: readonly string[], exitCode: 1 | 2): CheckResult => ({
  output: '',
  errors: mistakes.map((mistake) => `${mistake}\n`).join(''),
  exitCode,
});

interface Asked {
  readonly help: boolean;
  readonly files: readonly string[];
  readonly out: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly namespace?: string;
}

function argumentsOf(args: readonly string[]): Asked | { readonly mistake: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { mistake: misuse(error) };
  }
  const { values, positionals: files } = parsed;
  const { help = false, out = 'main.ts', force = false, json = false, namespace } = values;
  if (!help && files.length === 0) {
    return { mistake: 'no file is named; write "adopt FILE", or "-" for standard input' };
  }
  if (!/\.[cm]?ts$/.test(out)) return { mistake: `--out: "${out}" is no TypeScript program; write "main.ts"` };
  if (namespace !== undefined && !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) {
    return { mistake: `--namespace: "${namespace}" is not a namespace` };
  }
  return { help, files, out, force, json, namespace };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      force: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      namespace: { type: 'string', short: 'n' },
      out: { type: 'string' },
    },
  });

const asData = (adopted: AdoptedRelease, written: string) => ({
  written,
  components: Object.values(adopted.plans).map(({ component, found, namespace, facts }) => ({
    component,
    version: found.version,
    workload: nameOf(found.workload),
    namespace,
    chart: found.chart,
    facts: Object.fromEntries(facts),
  })),
  problems: adopted.problems,
  consequences: adopted.consequences,
  notTaken: adopted.notTaken,
  todo: adopted.todo,
  unchecked: adopted.retreats,
  objects: [
    ...adopted.fates.map(({ object, fate }) => ({
      object: nameOf(object),
      namespace: object.namespace,
      fate: fate.type,
      ...('reason' in fate ? { reason: fate.reason } : {}),
    })),
    ...adopted.derived.map((object) => ({
      object: nameOf(object),
      namespace: object.namespace,
      fate: 'made-by-kubernetes',
    })),
  ],
  added: adopted.comparison.added,
  same: adopted.comparison.same,
  differences: adopted.comparison.differences,
});
