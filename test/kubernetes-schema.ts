import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { k8s } from 'cdk8s-plus-27';
import ts from 'typescript';

/**
 * Whose types a manifest is held against: `1.27` is the oldest Kubernetes that we promise, as cdk8s-plus-27 types it;
 * `newest` is the newest that npm offers, in kubernetes-models (5.1: Kubernetes 1.36).
 */
export type KubernetesRelease = '1.27' | 'newest';

type Scalar = 'any' | 'boolean' | 'integer' | 'integer or string' | 'number' | 'quantity' | 'string';

type Shape =
  | { readonly type: Scalar }
  | { readonly type: 'enum'; readonly values: readonly unknown[] }
  | { readonly type: 'list' | 'map'; readonly of: Shape }
  | { readonly type: 'object'; readonly fields: () => Fields };

type Fields = ReadonlyMap<string, { readonly shape: Shape; readonly required: boolean }>;

interface Types {
  readonly label: string;
  readonly hasGroup: (group: string) => boolean;
  readonly kind: (apiVersion: string, kind: string) => Shape | undefined;
}

// Both packages are read as declarations, never run: the classes of cdk8s-plus-27 check nothing, and kubernetes-models
// is ESM for Node 22 whose validators let unknown fields pass.
const MODULES = join(__dirname, '..', 'node_modules');
const MODELS = join(MODULES, 'kubernetes-models');
/** Made from the API of Argo CD and Flux, as imports/argo-cd.ts and imports/flux-cd.ts. */
const CUSTOM_RESOURCES = ['argo-cd', 'flux-cd'].map((name) => join(MODULES, '@kubernetes-models', name));

const QUANTITY = /^[+-]?(\d+(\.\d*)?|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

const ACCEPTS: Readonly<Record<Scalar, (value: unknown) => boolean>> = {
  any: () => true,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  'integer or string': (value) => Number.isInteger(value) || typeof value === 'string',
  number: (value) => Number.isFinite(value),
  quantity: (value) => Number.isFinite(value) || (typeof value === 'string' && QUANTITY.test(value)),
  string: (value) => typeof value === 'string',
};

const NAMED_SCALARS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ['Date', 'string'],
  ['IntOrString', 'integer or string'],
  ['IoK8SApimachineryPkgApisMetaV1DeleteOptionsKind', 'string'],
  ['Quantity', 'quantity'],
  ['IIoK8sApimachineryPkgApisMetaV1MicroTime', 'string'],
  ['IIoK8sApimachineryPkgApisMetaV1Time', 'string'],
  ['IIoK8sApimachineryPkgUtilIntstrIntOrString', 'integer or string'],
  ['IIoK8sApimachineryPkgApiResourceQuantity', 'quantity'],
]);

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, Scalar> = new Map<ts.SyntaxKind, Scalar>([
  [ts.SyntaxKind.AnyKeyword, 'any'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
  [ts.SyntaxKind.NumberKeyword, 'integer'],
  [ts.SyntaxKind.StringKeyword, 'string'],
]);

// Declarations have one type for all numbers; only these fields, of a CustomResourceDefinition, take fractions.
const FRACTIONS: ReadonlySet<string> = new Set(['maximum', 'minimum', 'multipleOf']);

/**
 * What a release's types hold against a manifest: fields unknown to it at any depth, wrong types, missing required
 * fields, values outside an enum (only `newest` knows enums), an apiVersion or kind that it does not have. Argo CD's and Flux's
 * custom resources are held against their newest release, of any other one it says `no schema for …`. Not checked: what only the API server knows, such as the form of names.
 * `1.27` has no `status`: its types are those of what is sent, not of what is read back.
 *
 * @param manifest an object as the API server gets it: plain JSON
 * @returns a line for each problem, such as `Service/loki spec.type: "Local" is not one of …`; empty when valid
 */
export function schemaProblems(manifest: Record<string, unknown>, release: KubernetesRelease): string[] {
  const { apiVersion, kind, metadata } = manifest;
  if (typeof apiVersion !== 'string') return [`apiVersion: ${show(apiVersion)} is not of type string`];
  if (typeof kind !== 'string') return [`kind: ${show(kind)} is not of type string`];
  const types = typesOf(release);
  const object = isObject(metadata) && typeof metadata.name === 'string' ? `${kind}/${metadata.name}` : kind;
  const custom = customResource(apiVersion, kind);
  if (custom !== undefined) return problemsOf(manifest, custom, `${object} `, apiVersion);
  const shape = types.kind(apiVersion, kind);
  if (shape !== undefined) return problemsOf(manifest, shape, `${object} `, types.label);
  const group = groupOf(apiVersion);
  // Only groups of Kubernetes' own have no dot; with a dot they may be anybody's.
  const lacks = !group.includes('.') || types.hasGroup(group) ? `${types.label} has no` : 'no schema for';
  return [`${object}: ${lacks} ${apiVersion} ${kind}`];
}

function problemsOf(value: unknown, shape: Shape, path: string, label: string): string[] {
  switch (shape.type) {
    case 'list':
      if (!Array.isArray(value)) return [`${path}: ${show(value)} is not a list`];
      return value.flatMap((item, index) => problemsOf(item, shape.of, `${path}[${index}]`, label));
    case 'map':
      if (!isObject(value)) return [`${path}: ${show(value)} is not an object`];
      return Object.entries(value).flatMap(([key, item]) => problemsOf(item, shape.of, at(path, key), label));
    case 'object': {
      if (!isObject(value)) return [`${path}: ${show(value)} is not an object`];
      const fields = shape.fields();
      const present = Object.entries(value).flatMap(([key, item]) => {
        const field = fields.get(key);
        if (field === undefined) return [`${at(path, key)}: ${label} has no such field`];
        return problemsOf(item, field.shape, at(path, key), label);
      });
      const missing = [...fields].filter(([key, field]) => field.required && !Object.hasOwn(value, key));
      return [...present, ...missing.map(([key]) => `${at(path, key)}: required and missing`)];
    }
    case 'enum':
      if (shape.values.includes(value)) return [];
      return [`${path}: ${show(value)} is not one of ${shape.values.map(show).join(', ')}`];
    default:
      return ACCEPTS[shape.type](value) ? [] : [`${path}: ${show(value)} is not of type ${shape.type}`];
  }
}

const at = (path: string, key: string): string =>
  /^[\w-]+$/.test(key) ? `${path}${path.endsWith(' ') ? '' : '.'}${key}` : `${path}["${key}"]`;

const show = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const groupOf = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));

const typesOf = remember((release: KubernetesRelease) => (release === '1.27' ? plus27() : models()));

function plus27(): Types {
  const source = parse(join(MODULES, 'cdk8s-plus-27', 'lib', 'imports', 'k8s.d.ts'));
  const interfaces = new Map(source.statements.filter(ts.isInterfaceDeclaration).map((item) => [item.name.text, item]));
  const classes = Object.entries(k8s).flatMap(([name, value]) =>
    typeof value === 'function' && 'GVK' in value ? [{ props: `${name}Props`, ...value.GVK }] : [],
  );
  const named = remember((name: string): Shape => {
    const found = interfaces.get(name);
    if (found === undefined) throw new Error(`cdk8s-plus-27 declares no ${name}`);
    // The props of a kind leave out what its class adds, also where one kind stands inside another.
    const kind = classes.find(({ props }) => props === name);
    const added: [string, Shape][] = kind
      ? [
          ['apiVersion', { type: 'enum', values: [kind.apiVersion] }],
          ['kind', { type: 'enum', values: [kind.kind] }],
        ]
      : [];
    return objectShape(found.members, source, named, added);
  });
  return {
    label: 'Kubernetes 1.27',
    hasGroup: (group) => classes.some(({ apiVersion }) => groupOf(apiVersion) === group),
    kind: (apiVersion, kind) => {
      const found = classes.find((item) => item.apiVersion === apiVersion && item.kind === kind);
      return found && named(found.props);
    },
  };
}

/** The type that a declaration of kubernetes-models and its like has. */
const declaredIn = remember((path: string): Shape => {
  const source = parse(path);
  const declared = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
  );
  if (declared === undefined) throw new Error(`${path} declares no type`);
  const files = new Map([[declared.name.text, path]]);
  for (const { importClause, moduleSpecifier } of source.statements.filter(ts.isImportDeclaration)) {
    const from = (moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, '');
    const file = `${from.startsWith('.') ? join(dirname(path), from) : join(MODULES, from)}.d.ts`;
    const bindings = importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) for (const { name } of bindings.elements) files.set(name.text, file);
  }
  const named = (name: string): Shape => declaredIn(files.get(name) ?? name);
  return ts.isInterfaceDeclaration(declared)
    ? objectShape(declared.members, source, named)
    : shapeOf(declared.type, source, named);
});

/** The type of a kind in one of the packages; undefined where it has none. */
function kindIn(folder: string, apiVersion: string, kind: string): Shape | undefined {
  const path = join(folder, apiVersion, `${kind}.d.ts`);
  const shape = existsSync(path) ? declaredIn(path) : undefined;
  // Parts of kinds, such as Container, have files there too, but no fixed apiVersion.
  return shape?.type === 'object' && shape.fields().get('apiVersion')?.shape.type === 'enum' ? shape : undefined;
}

function customResource(apiVersion: string, kind: string): Shape | undefined {
  if (!/^[a-z0-9.]+\/v\d+[a-z0-9]*$/.test(apiVersion) || !/^[A-Z]\w+$/.test(kind)) return undefined;
  return CUSTOM_RESOURCES.map((folder) => kindIn(folder, apiVersion, kind)).find((shape) => shape !== undefined);
}

function models(): Types {
  return {
    label: 'the newest Kubernetes',
    hasGroup: (group) => existsSync(join(MODELS, group)),
    kind: (apiVersion, kind) => {
      // The package still has the betas that Kubernetes removed, and none that it serves.
      if (!/^([a-z0-9.]+\/)?v\d+$/.test(apiVersion) || !/^[A-Z]\w+$/.test(kind)) return undefined;
      return kindIn(MODELS, apiVersion, kind);
    },
  };
}

function objectShape(
  members: readonly ts.TypeElement[],
  source: ts.SourceFile,
  named: (name: string) => Shape,
  added: readonly [string, Shape][] = [],
): Shape {
  const [first] = members;
  if (first === undefined) return { type: 'any' };
  if (ts.isIndexSignatureDeclaration(first)) return { type: 'map', of: shapeOf(first.type, source, named) };
  // Read late, because some types contain themselves.
  let fields: Fields | undefined;
  const read = (): Fields => {
    const own = members.filter(ts.isPropertySignature).map((member) => {
      // cdk8s renames fields (clusterIp); the name on the wire stands behind the # of this tag.
      const key = /@schema \S+?#(\S+)/.exec(member.getFullText(source))?.[1] ?? (member.name as ts.StringLiteral).text;
      const shape: Shape = FRACTIONS.has(key) ? { type: 'number' } : shapeOf(member.type, source, named);
      return [key, { shape, required: member.questionToken === undefined }] as const;
    });
    return new Map([...added.map(([key, shape]) => [key, { shape, required: false }] as const), ...own]);
  };
  return {
    type: 'object',
    fields: () => {
      fields ??= read();
      return fields;
    },
  };
}

function shapeOf(type: ts.TypeNode | undefined, source: ts.SourceFile, named: (name: string) => Shape): Shape {
  if (type === undefined) throw new Error(`${source.fileName} leaves a type out`);
  if (ts.isArrayTypeNode(type)) return { type: 'list', of: shapeOf(type.elementType, source, named) };
  if (ts.isTypeLiteralNode(type)) return objectShape(type.members, source, named);
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText(source);
    if (name === 'Array') return { type: 'list', of: shapeOf(type.typeArguments?.[0], source, named) };
    const scalar = NAMED_SCALARS.get(name);
    return scalar === undefined ? named(name) : { type: scalar };
  }
  const literals = ts.isUnionTypeNode(type) ? type.types : [type];
  const values = literals.flatMap((item) =>
    ts.isLiteralTypeNode(item) && ts.isStringLiteral(item.literal) ? [item.literal.text] : [],
  );
  if (values.length === literals.length) return { type: 'enum', values };
  const scalar = KEYWORDS.get(type.kind);
  if (scalar === undefined) throw new Error(`${source.fileName} has a type of a new form: ${type.getText(source)}`);
  return { type: scalar };
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
