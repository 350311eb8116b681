// Writes the types of Argo CD's and Flux's custom resources, from the declarations of packages that are made from these projects'
// own API: `npm run import:gitops`. A newer API is a newer package: raise it in package.json first.
//
//   imports/argo-cd.ts   what an Application may say
//   imports/flux-cd.ts   the same of a Kustomization and of a GitRepository
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { writeImports } from './config-tables.mjs';

const MODULES = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');

const TARGETS = [
  {
    file: 'argo-cd.ts',
    of: 'Argo CD’s Application',
    package: '@kubernetes-models/argo-cd',
    roots: ['argoproj.io/v1alpha1/ApplicationSpec'],
  },
  {
    file: 'flux-cd.ts',
    of: 'Flux’s Kustomization and GitRepository',
    package: '@kubernetes-models/flux-cd',
    roots: ['kustomize.toolkit.fluxcd.io/v1/KustomizationSpec', 'source.toolkit.fluxcd.io/v1/GitRepositorySpec'],
  },
];

/** A file that declares one type: the type, and the files of those that it names. */
function declarationIn(path) {
  const source = ts.createSourceFile(path, readFileSync(`${path}.d.ts`, 'utf8'), ts.ScriptTarget.ES2022);
  const declared = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
  );
  const files = new Map();
  for (const { importClause, moduleSpecifier } of source.statements.filter(ts.isImportDeclaration)) {
    const from = moduleSpecifier.text.replace(/\.js$/, '');
    const file = from.startsWith('.') ? join(dirname(path), from) : join(MODULES, from);
    for (const { name } of importClause.namedBindings.elements) files.set(name.text, file);
  }
  return { source, declared, files };
}

/** Everything that some types come to, each type after those that name it. */
function typesFrom(roots) {
  const texts = new Map();
  const pathOf = new Map();
  const read = (path) => {
    const { source, declared, files } = declarationIn(path);
    const name = declared.name.text.replace(/^I/, '');
    if (pathOf.get(name) === path) return name;
    if (pathOf.has(name)) throw new Error(`${path} and ${pathOf.get(name)} both declare ${name}`);
    pathOf.set(name, path);
    texts.set(name, '');
    const typeOf = (type) => {
      if (ts.isArrayTypeNode(type)) return `readonly ${typeOf(type.elementType)}[]`;
      if (ts.isTypeLiteralNode(type)) return `{ ${type.members.map(memberOf).join('; ')} }`;
      if (ts.isUnionTypeNode(type)) return type.types.map(typeOf).join(' | ');
      if (!ts.isTypeReferenceNode(type)) return type.getText(source);
      const named = type.typeName.getText(source);
      if (named === 'Array') return `readonly ${typeOf(type.typeArguments[0])}[]`;
      return read(files.get(named));
    };
    const memberOf = (member) => {
      if (ts.isIndexSignatureDeclaration(member)) return `readonly [key: string]: ${typeOf(member.type)}`;
      const optional = member.questionToken === undefined ? '' : '?';
      return `readonly ${member.name.text}${optional}: ${typeOf(member.type)}`;
    };
    const parentsOf = ({ heritageClauses: [{ types } = {}] = [] }) =>
      types === undefined
        ? ''
        : ` extends ${types.map(({ expression }) => read(files.get(expression.getText(source)))).join(', ')}`;
    const textOf = () => {
      if (ts.isTypeAliasDeclaration(declared)) return `type ${name} = ${typeOf(declared.type)};`;
      // Of free form.
      if (declared.members.length === 0) return `type ${name} = Readonly<Record<string, unknown>>;`;
      return `interface ${name}${parentsOf(declared)} { ${declared.members.map(memberOf).join('; ')} }`;
    };
    texts.set(name, `export ${textOf()}`);
    return name;
  };
  roots.forEach(read);
  return [...texts.values()];
}

const files = TARGETS.map((target) => {
  const { version } = JSON.parse(readFileSync(join(MODULES, target.package, 'package.json'), 'utf8'));
  const types = typesFrom(target.roots.map((root) => join(MODULES, target.package, root)));
  const header = `// What ${target.of} may say. Written by \`npm run import:gitops\`, from ${target.package} ${version}.`;
  return { ...target, types, text: `${header}\n\n${types.join('\n\n')}\n` };
});
writeImports(Object.fromEntries(files.map(({ file, text }) => [file, text])));
console.log(files.map(({ file, types }) => `${file}: ${types.length} types`).join(', '));
