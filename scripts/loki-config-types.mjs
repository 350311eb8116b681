/** The tree of keys as TypeScript interfaces. */
export function typesText(root, blocks, releases) {
  const names = new Map([...blocks].map(([title, node]) => [node, typeName(title)]));
  const context = { names, releases };
  return `${HEADER(releases)}${[...blocks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, node]) => `interface ${typeName(title)} ${members(node, node, context)}\n`)
    .join('\n')}
/** Loki's configuration file: the keys of every release in the tables. Which of them a release has is checked at synth. */
export interface LokiConfig ${members(root, root, context)}
`;
}

const HEADER = (
  releases,
) => `// Loki’s configuration file as a type, for releases ${releases[0]} to ${releases.at(-1)}. Written by \`npm run import:loki-config\`.

/** A value that is filled in from the environment where Loki runs: \`$\{NAME}\`. */
type FromEnvironment = \`\\\${\${string}}\`;

/** Go's durations: \`'90s'\`, \`'1h30m'\`; nothing longer than hours. */
type GoDuration = \`\${number}\${'ns' | 'us' | 'µs' | 'ms' | 's' | 'm' | 'h'}\${string}\` | '0' | 0 | FromEnvironment;

/** Prometheus's durations: \`'30d'\`, \`'1w'\`, \`'1h30m'\`; whole numbers. */
type Duration = \`\${number}\${'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y'}\${string}\` | '0' | 0 | FromEnvironment;

type AnyDuration = GoDuration | Duration;

/** Bytes, as a number or with a unit: \`'256KB'\`, \`'4GB'\`. A KB is 1024 bytes. */
type Bytes = number | \`\${number}\${'B' | 'KB' | 'MB' | 'GB' | 'TB' | 'b' | 'kb' | 'mb' | 'gb' | 'tb'}\` | FromEnvironment;

/** Bytes with their unit: \`'64KiB'\`, \`'16MiB'\`. */
type BinaryBytes = \`\${number}\${'B' | 'KiB' | 'MiB' | 'GiB' | 'TiB' | 'KB' | 'MB' | 'GB' | 'TB'}\${string}\` | '0' | 0 | FromEnvironment;

/** A day in UTC: \`'2024-04-01'\`. */
type Day = \`\${number}-\${number}-\${number}\`;

type Whole = number | FromEnvironment;
type Fraction = number | FromEnvironment;
type Switch = boolean | FromEnvironment;

/** An object store that Loki knows, or the name of one in \`storage_config.named_stores\`. */
type StoreName = 'filesystem' | 's3' | 'aws' | 'gcs' | 'azure' | 'swift' | 'alibabacloud' | 'bos' | 'cos' | (string & {});

type IndexStore = 'tsdb' | 'boltdb-shipper' | 'aws' | 'aws-dynamo' | 'bigtable' | 'bigtable-hashed' | 'boltdb' | 'cassandra' | 'gcp' | 'gcp-columnkey' | 'grpc-store';

/** The same with \`null\` for every key, which takes a setting of ours away. */
type OrNull<Config> = Config extends readonly unknown[]
  ? Config
  : Config extends object
    ? { readonly [Key in keyof Config]: OrNull<Config[Key]> | null }
    : Config;

/** What is merged over a whole configuration: any part of it. */
export interface LokiConfigOverrides extends OrNull<LokiConfig> {}

`;

const SCALARS = {
  bool: 'Switch',
  int: 'Whole',
  uint: 'Whole',
  uint32: 'Whole',
  float: 'Fraction',
  string: 'string',
  url: 'string',
  regex: 'string',
  selector: 'string',
  time: 'string',
  date: 'Day',
  'schema-version': '`v${number}`',
  'go-duration': 'GoDuration',
  duration: 'Duration',
  'any-duration': 'AnyDuration',
  bytes: 'Bytes',
  'binary-bytes': 'BinaryBytes',
  'human-bytes': 'string',
  any: 'unknown',
  'list-or-csv': 'readonly string[] | string',
};

/** Texts that are narrower in the type than Loki reads them. */
const NAMED = {
  'schema_config.configs.[].store': 'IndexStore',
  'schema_config.configs.[].object_store': 'StoreName',
  'compactor.delete_request_store': 'StoreName',
};

function members(node, parent, context, path = '') {
  const lines = Object.entries(node.children).map(([step, child]) => {
    const below = path === '' ? step : `${path}.${step}`;
    return `${comment(child, parent, context)}readonly ${step}?: ${typeOf(child, context, below)};`;
  });
  return `{\n${lines.join('\n')}\n}`;
}

function typeOf(node, context, path) {
  const named = context.names.get(node.twin ?? node);
  if (named !== undefined && node.block !== undefined) return named;
  return bareType(node, context, path);
}

function bareType(node, context, path) {
  if (NAMED[path] !== undefined) return NAMED[path];
  const { type } = node.at[Object.keys(node.at).at(-1)];
  const oneOf = /^(?:one-of|any-case)\((.*)\)$/.exec(type);
  if (oneOf !== null)
    return oneOf[1]
      .split('|')
      .map((word) => `'${word}'`)
      .join(' | ');
  const items = node.children['[]'];
  if (items !== undefined) return `readonly ${wrapped(typeOf(items, context, `${path}.[]`))}[]`;
  const values = node.children['*'];
  if (values !== undefined) return `Readonly<Record<string, ${typeOf(values, context, `${path}.*`)}>>`;
  const collection = /^(list|map)<(.*)>$/.exec(type);
  if (collection !== null) {
    const [, kind, of] = collection;
    const element = of.startsWith('list<') ? 'readonly string[]' : (SCALARS[of] ?? 'unknown');
    return kind === 'list' ? `readonly ${element}[]` : `Readonly<Record<string, ${element}>>`;
  }
  return type === 'object' ? members(node, node, context, path) : (SCALARS[type] ?? 'unknown');
}

const wrapped = (type) =>
  /^[\w`$]/.test(type) && !type.includes(' ') ? type : type.startsWith('{') ? type : `(${type})`;

const typeName = (title) =>
  title
    .split(/[-_]/)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');

/** Unit, default and releases of a key, in the words of its own table; nothing where there is nothing to say. */
function comment(node, parent, { releases }) {
  const has = releases.filter((release) => release in parent.at);
  const mine = has.filter((release) => release in node.at);
  const last = node.at[mine.at(-1)];
  const parts = [...spans(mine, has), ...(last?.deprecated ? ['@deprecated'] : []), ...presets(node, mine)];
  return parts.length === 0 ? '' : `/** ${parts.join(' ').replaceAll('*/', '*\\/')} */\n`;
}

/** `Since 2.9 (not in 2.1).`, `Until 2.9 (not in 3.0).`: between two tables nobody knows, so both are named. */
function spans(mine, has) {
  const changes = has.slice(1).flatMap((release, index) => {
    const before = has[index];
    if (mine.includes(release) === mine.includes(before)) return [];
    return mine.includes(release)
      ? [`Since ${minor(release)} (not in ${minor(before)}).`]
      : [`Until ${minor(before)} (not in ${minor(release)}).`];
  });
  return changes;
}

const minor = (release) => release.split('.').slice(0, 2).join('.');

/** The newest default, and what it was before. */
function presets(node, mine) {
  const values = mine
    .map((release) => [release, node.at[release].default])
    .filter(([, preset]) => preset !== undefined);
  const newest = values.at(-1)?.[1];
  if (newest === undefined || (newest === '' && values.every(([, preset]) => preset === ''))) return [];
  const older = values.filter(([, preset], index) => preset !== newest && preset !== values[index + 1]?.[1]);
  const history = older.map(([release, preset]) => `${shown(preset)} in ${minor(release)}`).join(', ');
  return [`@default ${shown(newest)}${history === '' ? '' : ` (${history})`}`];
}

const shown = (preset) => {
  const text = preset.length > 60 ? `${preset.slice(0, 57)}…` : preset;
  return text === '' ? "''" : text;
};
