import { parseArgs } from 'node:util';
import type { IConstruct } from 'constructs';
import type { LokiIam, LokiIamDocuments } from '../loki/iam/loki-iam';
import { exportsNoApp, misuse } from './errors';

/** What the program needs of the world. */
export interface IamWorld {
  /** What a program exports as `app`. */
  readonly appOf: (program: string) => Promise<unknown>;
}

/** What the program says, and ends with. */
export interface IamResult {
  readonly output: string;
  readonly errors: string;
  /** 0: printed. 1: the app is refused, or has not the one document that was asked for. 2: called in a way that it does not know. */
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = `Prints what the Lokis of an app have to be granted in their clouds, as JSON by the path of each.

  iam [--policy | --trust | --association] [main.ts]

  --policy       only the IAM policy of the only Loki in AWS
  --trust        only the trust policy of its role
  --association  only its association for EKS Pod Identity

What is still to be filled in is said on standard error.`;

/** Each document that can be asked for alone, and who has one. */
const DOCUMENTS = {
  policy: { key: 'policy', name: 'a policy', needs: 'storage in AWS' },
  trust: { key: 'trustPolicy', name: 'a trust policy', needs: 'access by irsa or pod-identity' },
  association: { key: 'podIdentityAssociation', name: 'an association', needs: 'access by pod-identity' },
} as const satisfies Record<string, { key: keyof LokiIamDocuments; name: string; needs: string }>;

type Flag = keyof typeof DOCUMENTS;

/** Prints what the arguments ask for: `--policy main.ts`. */
export async function iam(args: readonly string[], { appOf }: IamWorld): Promise<IamResult> {
  const asked = argumentsOf(args);
  if ('mistake' in asked) return failed(asked.mistake, 2);
  if (asked.help) return { output: `${USAGE}\n`, errors: '', exitCode: 0 };
  const { program, flag } = asked;
  let app: unknown;
  try {
    app = await appOf(program);
  } catch (error) {
    return failed(`${program}: ${messageOf(error)}; npm run synth says where`, 1);
  }
  if (!isApp(app)) return failed(exportsNoApp(program), 2);
  const refusal = refusalOf(app);
  if (refusal !== undefined) return failed(refusal, 1);
  const lokis = lokisOf(app);
  return flag === undefined ? printAll(lokis, program) : printOne(lokis, program, flag);
}

const failed = (message: string, exitCode: 1 | 2): IamResult => ({ output: '', errors: `${message}\n`, exitCode });

interface Asked {
  readonly help: boolean;
  readonly program: string;
  readonly flag?: Flag;
}

function argumentsOf(args: readonly string[]): Asked | { readonly mistake: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { mistake: misuse(error) };
  }
  const { values, positionals } = parsed;
  const [program = 'main.ts', another] = positionals;
  if (another !== undefined) return { mistake: `"${another}" is one program too many: name one` };
  const flags = (Object.keys(DOCUMENTS) as Flag[]).filter((flag) => values[flag] === true);
  const [flag, second] = flags;
  if (second !== undefined) return { mistake: `--${flag} and --${second} are two documents: ask for one, or for none` };
  return { help: values.help ?? false, program, flag };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'boolean' },
      trust: { type: 'boolean' },
      association: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

/** An app, whichever copy of cdk8s and of this package made it. */
interface AppLike extends IConstruct {
  readonly manifestFiles?: () => unknown;
}

const isApp = (app: unknown): app is AppLike => typeof app === 'object' && app !== null && 'node' in app;

/** Why nothing would be written either. */
function refusalOf(app: AppLike): string | undefined {
  if (app.manifestFiles === undefined) {
    const problems = app.node
      .findAll()
      .flatMap(({ node }) => node.validate().map((problem) => `${node.path}: ${problem}`));
    return problems.length === 0 ? undefined : problems.join('\n');
  }
  try {
    app.manifestFiles();
    return undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'RefusedError') return error.message;
    throw error;
  }
}

interface FoundLoki {
  readonly path: string;
  readonly iam: LokiIam;
}

const lokisOf = (app: AppLike): readonly FoundLoki[] =>
  app.node
    .findAll()
    .flatMap((construct) =>
      'iam' in construct && isIam(construct.iam) ? [{ path: construct.node.path, iam: construct.iam }] : [],
    );

const isIam = (iam: unknown): iam is LokiIam =>
  typeof iam === 'object' && iam !== null && 'notes' in iam && Array.isArray(iam.notes);

function printAll(lokis: readonly FoundLoki[], program: string): IamResult {
  const documents = lokis.map(({ path, iam: { notes: _, ...granted } }) => [path, granted] as const);
  const errors = lokis.flatMap(({ path, iam }) =>
    iam.notes.map(({ document, text }) => `${path}: ${document} ${text}\n`),
  );
  return {
    output: asJson(Object.fromEntries(documents)),
    errors: lokis.length === 0 ? `no Loki of ${program} needs anything of a cloud\n` : errors.join(''),
    exitCode: 0,
  };
}

function printOne(lokis: readonly FoundLoki[], program: string, flag: Flag): IamResult {
  const { key, name, needs } = DOCUMENTS[flag];
  const [loki, ...others] = lokis.filter(({ iam }) => iam[key] !== undefined);
  if (loki === undefined) return failed(`no Loki of ${program} has ${name}: it belongs to ${needs}`, 1);
  if (others.length > 0) {
    const paths = [loki, ...others].map(({ path }) => path).join(', ');
    return failed(`--${flag} is for one Loki, and ${program} has it for ${paths}: leave it out`, 1);
  }
  const notes = loki.iam.notes.filter(({ document }) => document === key);
  return {
    output: asJson(loki.iam[key]),
    errors: notes.map(({ text }) => `${loki.path}: ${key} ${text}\n`).join(''),
    exitCode: 0,
  };
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The first line of an error's message, whichever realm's it is. */
const messageOf = (error: unknown): string =>
  String(typeof error === 'object' && error !== null && 'message' in error ? error.message : error).split('\n')[0] ??
  '';
