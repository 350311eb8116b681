import { eachString, type Manifest, pathOf, type Steps } from '../manifest';
import type { Problem } from '../problem';
import {
  isLiteralSecret,
  isReference,
  isSecretName,
  isSecretWord,
  secretForm,
  secretSettings,
} from './literal-secrets';

const IN_THE_CLUSTER = 'keep it in a Secret made in the cluster';
const BY_REFERENCE = `${IN_THE_CLUSTER} and refer to that, as by \`valueFrom.secretKeyRef\``;
const BY_VARIABLE = `${IN_THE_CLUSTER}, give it to the container by \`env\` with \`valueFrom.secretKeyRef\`, and write \${NAME} here (Loki and Promtail fill it in with -config.expand-env=true)`;

/** Refuses literals that look like credentials, wherever they stand. The message never repeats the value. */
export function checkCredentials(manifest: Manifest): Problem[] {
  const problems: Problem[] = [];
  eachString(manifest, (text, steps) => {
    for (const { what, remedy } of credentialsIn(manifest, text, steps)) {
      problems.push({
        path: pathOf(steps),
        message: `holds what looks like ${what}, and everything in dist can be read by everybody who can read the repository`,
        remedy,
      });
    }
  });
  return problems;
}

interface Found {
  readonly what: string;
  readonly remedy: string;
}

const NOTHING: readonly Found[] = [];
const A_CREDENTIAL: readonly Found[] = [{ what: 'a credential', remedy: BY_REFERENCE }];

function credentialsIn(manifest: Manifest, text: string, steps: Steps): readonly Found[] {
  const isData = steps.length === 2 && DATA_FIELDS.has(String(steps[0]));
  const content = isData && isEncoded(manifest, steps) ? decoded(text) : text;
  const form = secretForm(content);
  if (form !== undefined) return [{ what: form, remedy: BY_REFERENCE }];
  if (!isData)
    return isSecretVariable(manifest, text, steps) || isSecretArgument(manifest, steps) ? A_CREDENTIAL : NOTHING;
  if (isSecretEntry(manifest, String(steps[1]), content)) return A_CREDENTIAL;
  return secretSettings(content).map((key) => ({ what: `a credential in "${key}"`, remedy: BY_VARIABLE }));
}

const DATA_FIELDS: ReadonlySet<string> = new Set(['binaryData', 'data', 'stringData']);

const isEncoded = ({ kind }: Manifest, [field]: Steps): boolean =>
  field === 'binaryData' || (field === 'data' && kind === 'Secret');

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

/** Keys of a Secret that registries' credentials are kept under. */
const REGISTRY_CREDENTIALS = /^\.docker(?:configjson|cfg)$/;

/** Whether the whole entry is the credential, and not a file that mentions one. */
function isSecretEntry({ kind }: Manifest, key: string, content: string): boolean {
  if (kind === 'Secret' && (isSecretName(key) || REGISTRY_CREDENTIALS.test(key))) {
    return content !== '' && !isReference(content);
  }
  return !content.trimEnd().includes('\n') && isLiteralSecret(key, content.trimEnd());
}

/** Whether a text is the value of a variable whose name says that it is one. */
function isSecretVariable(manifest: Manifest, text: string, steps: Steps): boolean {
  if (steps.at(-1) !== 'value' || typeof steps.at(-2) !== 'number' || steps.at(-3) !== 'env') return false;
  const { name } = partAt(manifest, steps.slice(0, -1)) as { readonly name?: unknown };
  return isLiteralSecret(String(name), text);
}

/** Whether a text is an argument such as `--password=…`, or stands after `--password`. */
function isSecretArgument(manifest: Manifest, steps: Steps): boolean {
  const [list, position] = [steps.at(-2), steps.at(-1)];
  if (typeof position !== 'number' || (list !== 'args' && list !== 'command')) return false;
  return isSecretWord(partAt(manifest, steps.slice(0, -1)) as readonly unknown[], position);
}

const partAt = (manifest: Manifest, steps: Steps): unknown =>
  steps.reduce<unknown>((part, step) => (part as Readonly<Record<string, unknown>> | undefined)?.[step], manifest);
