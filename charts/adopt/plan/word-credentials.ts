import {
  isLiteralSecret,
  isSecretWord,
  optionAt,
  secretForm,
  secretSettings,
} from '../../kubernetes/checks/literal-secrets';
import { asText, isMapping, type Json, listIn } from '../json';

/** A command line without credentials. */
export interface SafeWords {
  readonly words: readonly string[];
  /** Variables that its credentials come from, and what each was. */
  readonly variables: readonly { readonly name: string; readonly was: string }[];
}

/**
 * Words of a command line whose credentials come from variables: Kubernetes fills `$(NAME)` in.
 * @param list `args` or `command`
 */
export function safeWords(given: Json, list: 'args' | 'command'): SafeWords {
  const words = listIn(given).map(asText);
  const variables: { name: string; was: string }[] = [];
  const safe = words.map((word, index) => {
    if (!isCredentialWord(words, index)) return word;
    const option = optionAt(words, index)?.option;
    const start = `${list}_${option ?? index}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
    const name = variables.some((other) => other.name === start) ? `${start}_${index}` : start;
    variables.push({ name, was: option === undefined ? `word ${index + 1} of its ${list}` : `its option "${option}"` });
    return `${OPTION_START.exec(word)?.[0] ?? ''}$(${name})`;
  });
  return { words: safe, variables };
}

/** `--password=` */
const OPTION_START = /^--?[\w.-]+=/;

const isCredentialWord = (words: readonly unknown[], index: number): boolean => {
  const word = words[index];
  if (typeof word !== 'string') return false;
  return (
    isSecretWord(words, index) ||
    secretForm(word) !== undefined ||
    secretSettings(word).length > 0 ||
    (USER.test(asText(words[index - 1])) && USER_AND_PASSWORD.test(word))
  );
};

/** As curl has it. */
const USER = /^(?:-u|--user)$/;
/** And no ids of a user and a group. */
const USER_AND_PASSWORD = /^[^\s:]+:(?!\d+$)\S+$/;

/** A pair such as a header of a probe. */
const isCredentialPair = ({ name, value }: { readonly [key: string]: Json }): boolean =>
  typeof name === 'string' && typeof value === 'string' && isLiteralSecret(name, value);

/** Whether a credential is somewhere in a part of a pod: among the words of a command, in a header, by its form. */
export function holdsCredential(value: Json): boolean {
  if (Array.isArray(value)) {
    return value.some((item: Json, index) => isCredentialWord(value, index) || holdsCredential(item));
  }
  if (isMapping(value)) return isCredentialPair(value) || Object.values(value).some(holdsCredential);
  return typeof value === 'string' && secretForm(value) !== undefined;
}

const HIDDEN = '(not shown)';

/** A value that can be told: its command lines and headers without their credentials. */
export function withHiddenWords(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map((item: Json, index) =>
      isCredentialWord(value, index)
        ? `${OPTION_START.exec(asText(item))?.[0] ?? ''}${HIDDEN}`
        : (withHiddenWords(item) ?? null),
    );
  }
  if (!isMapping(value)) return value;
  const isPair = isCredentialPair(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, isPair && key === 'value' ? HIDDEN : withHiddenWords(item)]),
  );
}
