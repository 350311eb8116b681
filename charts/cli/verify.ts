import { parseArgs } from 'node:util';
import { type Answer, answerOf, howItEnded, notFound, type Run } from '../verify/answers';
import { askCluster } from '../verify/ask-cluster';
import { credentialsIn } from '../verify/credentials';
import { type FolderConfigs, type FoundConfig, findConfigs } from '../verify/found-configs';
import { questionsOf } from '../verify/questions';
import { misuse, unreadable } from './errors';

/** What the command needs of the world. */
export interface VerifyWorld {
  /** The YAML files of a folder; undefined for what is no folder. */
  readonly readFolder: (folder: string) => ReadonlyMap<string, string> | undefined;
  readonly run: Run;
}

export interface VerifyResult {
  readonly output: string;
  readonly errors: string;
  /** 0: nobody objects. 1: a program does, or something cannot be read. 2: called in a way that it does not know. */
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = `Asks the real programs about the configurations in a folder of manifests, as far as they are on PATH.

  verify [--cluster] [FOLDER]

  FOLDER     dist when it is not said
  --cluster  also asks the API server of the current context: kubectl apply --dry-run=server

Loki is asked -verify-config, Promtail -check-syntax and, since that looks at no stages, -dry-run, Alloy fmt --test and
validate, promtool check rules and check config for what of Prometheus is among them. A program of another release than
the stack's is not asked. Ends with 1 when one of them objects.`;

export async function verify(args: readonly string[], world: VerifyWorld): Promise<VerifyResult> {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return { output: '', errors: `${asked.mistake}\n`, exitCode: 2 };
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const read = filesOf(asked.folder, world);
  if (typeof read === 'string') return { output: '', errors: `${read}\n`, exitCode: 2 };
  const found = findConfigs(read);
  const answers: Answer[] = [];
  for (const config of found.configs) answers.push(...(await ask(config, world)));
  const manifests = found.objects.map(({ manifest }) => manifest);
  if (asked.cluster) answers.push(await askCluster(asked.folder, manifests, world.run));
  return {
    output: [...answers.map(({ said }) => said), ...notAsked(found, asked)].map((line) => `${line}\n`).join(''),
    errors: found.unreadable.map((line) => `${line}\n`).join(''),
    exitCode: found.unreadable.length > 0 || answers.some(({ objects }) => objects) ? 1 : 0,
  };
}

function filesOf(folder: string, { readFolder }: VerifyWorld): ReadonlyMap<string, string> | string {
  try {
    return readFolder(folder) ?? `${folder} is no folder`;
  } catch (error) {
    return `${folder} ${unreadable(error)}`;
  }
}

/** What of a folder nobody was asked about, and why. */
const notAsked = ({ configs, lokiRules }: FolderConfigs, { folder, cluster }: Asked): string[] => [
  ...lokiRules.map((of) => `${of}: not asked: rules of Loki's ruler, which promtool does not know`),
  ...(configs.length === 0 && lokiRules.length === 0 && !cluster
    ? [`${folder} holds no configuration that a program could be asked about`]
    : []),
];

/** Every question that a program has an answer to. */
async function ask(config: FoundConfig, { run }: VerifyWorld): Promise<Answer[]> {
  const { program, file, object, release } = config;
  const of = `${file} ${object}`;
  const passed = (why: string): Answer[] => [{ said: `${of}: not asked: ${why}`, objects: false }];
  const version = await run(program, { args: () => ['--version'], text: '', env: {} });
  if (version === undefined) return passed(notFound(program));
  if (version.status === undefined) return passed(`${program} --version ${howItEnded(version)}`);
  const [, found] = /\bv?(\d+\.\d+\.\d+)\b/.exec(version.output) ?? [];
  if (release !== undefined && found === undefined) return passed(`${program} here does not say its release`);
  if (release !== undefined && release !== found)
    return passed(`${program} here is ${found}, the stack's is ${release}`);
  const credentials = credentialsIn(config);
  const answers: Answer[] = [];
  for (const question of questionsOf(config)) {
    const named = `${program} ${question.args('FILE').join(' ')}`;
    const ran = await run(program, question);
    answers.push(answerOf(named, ran, question, credentials));
  }
  return answers.map(({ said, objects }) => ({ said: `${of}: ${said}`, objects }));
}

interface Asked {
  readonly help: boolean;
  readonly cluster: boolean;
  readonly folder: string;
}

function argumentsOf(args: readonly string[]): Asked | { readonly mistake: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { cluster: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const [folder = 'dist', ...more] = positionals;
    if (more.length > 0) return { mistake: `one folder is read, and ${more.join(' ')} is more` };
    return { help: values.help ?? false, cluster: values.cluster ?? false, folder };
  } catch (error) {
    return { mistake: misuse(error) };
  }
}
