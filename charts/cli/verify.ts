import { parseArgs } from 'node:util';
import { type FoundConfig, findConfigs, type Program } from '../verify/found-configs';
import { type Question, questionsOf, SOURCES } from '../verify/questions';
import { misuse } from './errors';

/** What a program that was run has said. */
export interface Ran {
  /** Undefined when it was ended because it still ran. */
  readonly status: number | undefined;
  readonly output: string;
}

/** What the command needs of the world. */
export interface VerifyWorld {
  /** The YAML files of a folder; undefined for what is no folder. */
  readonly readFolder: (folder: string) => ReadonlyMap<string, string> | undefined;
  /** Runs a program of PATH with a text in a file of its own, of which it is told the place; undefined when there is no such program. */
  readonly run: (program: string, question: Pick<Question, 'args' | 'text' | 'env' | 'runsFor'>) => Ran | undefined;
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
validate. A program of another release than the stack's is not asked. Ends with 1 when one of them objects.`;

export function verify(args: readonly string[], world: VerifyWorld): VerifyResult {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return { output: '', errors: `${asked.mistake}\n`, exitCode: 2 };
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const files = world.readFolder(asked.folder);
  if (files === undefined) return { output: '', errors: `${asked.folder} is no folder\n`, exitCode: 2 };
  const { configs, unreadable } = findConfigs(files);
  const answers = [
    ...configs.flatMap((config) => ask(config, world)),
    ...(asked.cluster ? [askCluster(asked.folder, world)] : []),
  ];
  const nothing =
    configs.length === 0 && !asked.cluster
      ? [`${asked.folder} holds no configuration that a program could be asked about`]
      : [];
  return {
    output: [...answers.map(({ said }) => said), ...nothing].map((line) => `${line}\n`).join(''),
    errors: unreadable.map((line) => `${line}\n`).join(''),
    exitCode: unreadable.length > 0 || answers.some(({ objects }) => objects) ? 1 : 0,
  };
}

interface Answer {
  readonly said: string;
  readonly objects: boolean;
}

/** Every question that a program has an answer to. */
function ask(config: FoundConfig, { run }: VerifyWorld): Answer[] {
  const { program, file, object, release } = config;
  const of = `${file} ${object}`;
  const version = run(program, { args: () => ['--version'], text: '', env: {} });
  if (version === undefined) return [{ said: `${of}: ${notFound(program)}`, objects: false }];
  const [, found] = /\bv?(\d+\.\d+\.\d+)\b/.exec(version.output) ?? [];
  if (release !== undefined && found !== undefined && release !== found) {
    return [{ said: `${of}: not asked: ${program} here is ${found}, the stack's is ${release}`, objects: false }];
  }
  return questionsOf(config).map((question) => {
    const named = `${program} ${question.args('FILE').join(' ')}`;
    const { status, output } = run(program, question) ?? { status: 1, output: 'is gone' };
    const objects = status !== 0 && !(status === undefined && question.runsFor !== undefined);
    return {
      said: objects ? `${of}: ${named} objects\n${indented(output)}` : `${of}: ${named} has nothing against it`,
      objects,
    };
  });
}

function askCluster(folder: string, { run }: VerifyWorld): Answer {
  const args = ['apply', '--dry-run=server', '--filename', folder];
  const ran = run('kubectl', { args: () => args, text: '', env: {} });
  if (ran === undefined) return { said: `${folder}: ${notFound('kubectl')}`, objects: false };
  const named = `kubectl ${args.join(' ')}`;
  return ran.status === 0
    ? { said: `${named} has nothing against it`, objects: false }
    : { said: `${named} objects\n${indented(ran.output)}`, objects: true };
}

const notFound = (program: Program | 'kubectl'): string =>
  `not asked: there is no ${program} on PATH; ${SOURCES[program]} has it`;

const indented = (text: string): string => text.trimEnd().replace(/^/gm, '    ');

function argumentsOf(
  args: readonly string[],
): { readonly help: boolean; readonly cluster: boolean; readonly folder: string } | { readonly mistake: string } {
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
