/** What shows by its form, wherever it stands. */
const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/],
  ['a GitLab token', /\bglpat-[\w-]{20}/],
  ['a Grafana token', /\bgl(?:sa|c|p)_[A-Za-z0-9+/=_-]{20}/],
  ['a JSON web token', /\beyJ[\w-]{10,400}\.eyJ[\w-]{10,8192}\.[\w-]{10}/],
  ['a Google API key', /\bAIza[\w-]{35}\b/],
  [
    'an authorization header',
    /\bAuthorization["']?[ \t]*[:=][ \t]*["']?(?:Bearer|Basic|token)[ \t]+[\w+/=.~-]{8}|\bPRIVATE-TOKEN["']?[ \t]*:[ \t]*["']?[\w-]{8}/i,
  ],
  [
    'an address that whoever has it may post to',
    /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/-]{8}|\bdiscord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{8}|\bwebhook\.office\.com\/webhookb2\/[\w@-]{8}/,
  ],
  ['a Slack token', /\bxox[abprs]-[0-9A-Za-z-]{10}/],
  ['an Azure account key', /\b(?:AccountKey|SharedAccessKey)=[\w+/-]{8}/],
  ['a password in a URL', /:\/\/[^\s/:@"'<>()[\]^|\\]*:(?!\$(?:__\w+)?[{(]|\$[A-Z_]\w*@|\{\{)[^\s/@"'<>()[\]^|\\]+@/],
];

/** Text without one of these has none of the forms, and most text has none of these. */
const FORM_CLUE =
  /hooks\.|\/webhook|uthorization|UTHORIZATION|PRIVATE-TOKEN|AKIA|ASIA|AIza|gh[pousr]_|github_|gl(?:pat|sa|c|p)|eyJ|xox|:\/\/|PRIVATE|AccessKey=|AccountKey=/;

/** What a text holds that is a credential by its form; undefined when nothing is. */
export const secretForm = (text: string): string | undefined =>
  FORM_CLUE.test(text) ? FORMS.find(([, form]) => form.test(text))?.[0] : undefined;

/** The last word of a name that holds a credential, however it is written: `secret_access_key`, `clientSecret`, `ADMIN_PASSWORD`. */
const SECRET_NAME =
  /(?:(?:^|[^a-z])(?:pass|pwd)|passwd|password|passphrase|secret|token|credentials?|(?:secret|private|account|access|api|encryption|signing)[-_.]?key)$/i;

/** Names that end like a credential's and hold a Secret's name, or the shell's working directory. */
const OTHER_NAME = /existing[-_]?secret$|^(?:old)?pwd$/i;

const PASSWORD_NAME = /pass(?:word|wd|phrase)?$|pwd$/i;

/** Names of what may have a credential in the midst of it. */
const CONNECTION_NAME = /(?:conn(?:ection)?[-_]?str(?:ing)?|dsn)$/i;
const HEADER_NAME = /authorization$/i;

/** Filled in where it runs: an environment variable, a file that Grafana reads, a command's output, a template, a placeholder. */
const REFERENCE =
  /\$\{\w+(?::-?)?\}|\$\{(?:env|file|vault):[^{}]+\}|\$__(?:env|file|vault)\{[^{}]+\}|\$\([^()]+\)|\{\{[^{}]+\}\}|(?:^|\W)env\(|^\$[A-Z_][A-Z0-9_]*$|^<[^<>]+>$/;

const NOTHING = /^(?:true|false|null|nil|none|yes|no|on|off|~|\*+|\*[\w-]+)?$/i;

/** Whether a value says where a credential comes from. */
export const isReference = (value: string): boolean => REFERENCE.test(value);

/** Whether a name is one that credentials are kept under. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name) && !OTHER_NAME.test(name);

/** Whether a setting holds a credential itself, and not the way to one. */
export function isLiteralSecret(name: string, value: string): boolean {
  if (CONNECTION_NAME.test(name)) {
    const [, password] = /\b(?:password|pwd)=([^\s;&,]+)/i.exec(value) ?? [];
    return password !== undefined && !isReference(password);
  }
  if (HEADER_NAME.test(name)) return /^(?:basic|bearer|token)\s+\S/i.test(value) && !isReference(value);
  if (!isSecretName(name) || NOTHING.test(value) || isReference(value)) return false;
  // GOOGLE_APPLICATION_CREDENTIALS and its like name the file that has them.
  if (/credentials$/i.test(name) && /^(?:\/[\w.-]+){2,}$/.test(value)) return false;
  if (!PASSWORD_NAME.test(name)) return !/^\d+$/.test(value) && !namesItself(name, value);
  return !(value.includes('.') && namesItself(name, value));
}

/** The option that a word of a command line gives a value: that of `--password=…`, or of the word before it. */
export function optionAt(
  words: readonly unknown[],
  index: number,
): { readonly option: string; readonly value: string } | undefined {
  const word = words[index];
  if (typeof word !== 'string') return undefined;
  const [, option, value] = /^--?([\w.-]+)=(.*)$/s.exec(word) ?? [];
  if (option !== undefined && value !== undefined) return { option, value };
  const before = words[index - 1];
  const [, lonely] = typeof before === 'string' ? (/^--?([\w.-]+)$/.exec(before) ?? []) : [];
  return lonely === undefined || word.startsWith('-') ? undefined : { option: lonely, value: word };
}

/** Whether a word of a command line is the literal credential of an option. */
export function isSecretWord(words: readonly unknown[], index: number): boolean {
  const said = optionAt(words, index);
  return said !== undefined && isLiteralSecret(said.option, said.value);
}

/** Whether a value is the name again, as where a field is taken from a log line: `token: request.token`. */
const namesItself = (name: string, value: string): boolean => {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters(value.slice(value.lastIndexOf('.') + 1)) === letters(name);
};

/** Text without one of these sets no key of such a name, and most text has none of them. */
const SETTING_CLUE =
  /(?:pass|pwd|passwd|word|phrase|secret|token|credentials?|key|str|string|dsn|authorization)["']?[ \t]*[:=]/i;

/** A line of YAML, JSON, an ini file or a shell's that sets a key. */
const LINE = /^[ \t]*(?:-[ \t]+)*(?:export[ \t]+)?(["']?)([A-Za-z_][\w.-]*)\1[ \t]*(?::(?=[ \t])|=)[ \t]*(\S.*)$/gm;

/** A key within JSON, which may be all in one line. */
const JSON_KEY = /[{,][ \t]*"([A-Za-z_][\w.-]*)"[ \t]*:[ \t]*("(?:[^"\\\n]|\\.)*")/g;

/** A key within YAML's `{ … }`. */
const FLOW_KEY = /[{,][ \t]*([A-Za-z_][\w.-]*)[ \t]*:[ \t]+("[^"]*"|'[^']*'|[^\s,{}[\]"'][^,}]*)/g;

/** An item of a list in YAML that is a `{ … }`. */
const FLOW_ITEM = /^[ \t]*(?:-[ \t]+)+(\{[ \t]*[^"\s{].*)$/gm;

/** The keys of a config file, in whatever language, that hold literal credentials. Of the values nothing is told. */
export function secretSettings(text: string): string[] {
  if (!SETTING_CLUE.test(text) || isDashboard(text)) return [];
  const found = new Set<string>();
  const look = (key: string, value: string) => {
    if (isLiteralSecret(key, unquoted(value))) found.add(key);
  };
  const lookWithin = (flow: string) => {
    for (const [, key = '', value = ''] of flow.matchAll(FLOW_KEY)) look(key, value);
  };
  for (const line of text.matchAll(LINE)) {
    const [all, , key = '', value = ''] = line;
    if (/^\{[ \t]*[^"\s]/.test(value)) lookWithin(value);
    else if (/^[|>][-+0-9]*[ \t]*$/.test(value)) {
      if (isSecretName(key)) look(key, /^\s*(.*)/.exec(text.slice(line.index + all.length))?.[1] ?? '');
    } else look(key, value);
  }
  for (const [, flow = ''] of text.matchAll(FLOW_ITEM)) lookWithin(flow);
  for (const [, key = '', value = ''] of text.matchAll(JSON_KEY)) look(key, value);
  return [...found];
}

/** Grafana's dashboards name columns and fields, and have nowhere to put a credential. */
const isDashboard = (text: string): boolean =>
  /^\s*\{/.test(text) && text.includes('"panels"') && text.includes('"schemaVersion"');

/** A value as a config file has it, without quotes, comment and comma. */
function unquoted(value: string): string {
  const quoted = /^("""|"|')(.*?)\1[ \t]*(?:[,;#}].*)?$/.exec(value);
  return (quoted?.[2] ?? value.replace(/[ \t][#;].*$/, '').replace(/,$/, '')).trim();
}
