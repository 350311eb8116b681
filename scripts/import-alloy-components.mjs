// Reads the table of Alloy's components and functions, and writes what this repository keeps of it as imports/alloy-components.ts,
// which charts/alloy/config-check/tables.ts reads: `npm run import:alloy-components -- <file>`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'imports/alloy-components.ts');

const HEADER = `// Alloy’s components for logs, its configuration blocks and its functions. Written by \`npm run import:alloy-components\`.
//
// A section is a component, or, with \`@\`, what several blocks have in common. After a component’s name stands the release that it
// came with, \`config\` if it is a configuration block and has no label, and its stability if it needs a flag.
//
// A line is an export (\`> name: type\`), an attribute (\`name: [release] type [= default]\`), a block (\`name: [release] {\`, and what
// it holds below, indented) or all of a section (\`@section\`). \`!\` is required; \`*\` may be repeated; \`(a|b)\` are the only values.`;

/** Fewer lines than this are written again sooner than looked up. */
const LEAST_SHARED = 3;

const isStage = ({ name }) => name.startsWith('stage.');

/** What a block holds, a line each, those of inner blocks indented. */
function linesOf({ attributes = [], blocks = [] }, shared) {
  const lines = [...attributes.map(attributeLine), ...blocks.flatMap((block) => blockLines(block, shared))];
  const title = shared.titles.get(lines.join('\n'));
  return title === undefined ? lines : [title];
}

function attributeLine({ name, type, required, since, values, default: preset }) {
  const words = [
    ...(since === undefined ? [] : [since]),
    ...(values === undefined ? [type] : [type, `<${values.join('|')}>`]),
  ];
  const tail = preset === undefined ? '' : ` = ${JSON.stringify(preset)}`;
  return `${name}${required ? '!' : ''}: ${words.join(' ')}${tail}`;
}

function blockLines(block, shared) {
  // The stages of a stage are those of the component.
  if (block.same_as !== undefined) return ['@stages'];
  const { name, required, repeatable, since } = block;
  const inner = linesOf(block, shared);
  shared.seen.push({ name, lines: inner });
  const head = `${name}${required ? '!' : ''}${repeatable ? '*' : ''}: ${since === undefined ? '' : `${since} `}{`;
  return [head, ...inner.map((line) => ` ${line}`)];
}

/** Blocks that hold the same in several places get a section of their own, inner ones first. */
function sharedSections(components) {
  const sections = new Map();
  const titles = new Map();
  for (;;) {
    const shared = { titles, seen: [] };
    for (const component of Object.values(components)) linesOf(component, shared);
    const texts = new Map();
    for (const { name, lines } of shared.seen) {
      const text = lines.join('\n');
      if (lines.length >= LEAST_SHARED && !titles.has(text)) texts.set(text, [...(texts.get(text) ?? []), name]);
    }
    const [found] = [...texts].filter(([, names]) => names.length > 1).sort(([a], [b]) => a.length - b.length);
    if (found === undefined) return { sections, titles };
    const [text, [name]] = found;
    let title = `@${name}`;
    for (let count = 2; sections.has(title); count++) title = `@${name}-${count}`;
    sections.set(title, text.split('\n'));
    titles.set(text, title);
  }
}

function componentSection(name, component, titles) {
  const { attributes, blocks = [], exports, label, since, stability } = component;
  const head = [
    name,
    since,
    label === 'none' ? 'config' : undefined,
    stability === 'generally-available' ? undefined : stability,
  ];
  const stages = blocks.filter(isStage);
  const body = linesOf({ attributes, blocks: blocks.filter((block) => !isStage(block)) }, { titles, seen: [] });
  return [
    head.filter((word) => word !== undefined).join(' '),
    ...exports.map((item) => `> ${item.name}: ${item.type}`),
    ...body,
    ...(stages.length === 0 ? [] : ['@stages']),
  ];
}

function functionLine({ name, args, since, old, stability }) {
  const words = [since, stability, old === undefined ? undefined : `was ${old}`].filter((word) => word !== undefined);
  return `${[name, ...words].join(' ')}: ${args}`;
}

function tableText({ components, functions, constants }) {
  const { sections, titles } = sharedSections(components);
  const stages = Object.values(components).flatMap(({ blocks = [] }) => blocks.filter(isStage));
  const shared = { titles, seen: [] };
  sections.set(
    '@stages',
    stages.flatMap((stage) => blockLines(stage, shared)),
  );
  return [
    ['functions', ...functions.map(functionLine)],
    ['constants', ...constants],
    ...[...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, lines]) => [title, ...lines]),
    ...Object.entries(components).map(([name, component]) => componentSection(name, component, titles)),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

const [file] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
  console.error('name the file that holds the components: npm run import:alloy-components -- <file>');
  process.exit(2);
}
const table = JSON.parse(readFileSync(file, 'utf8'));
writeFileSync(target, `${HEADER}\n\nexport const alloyComponents: string = \`${escaped(tableText(table))}\n\`;\n`);
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const { status } = spawnSync(process.execPath, [biome, 'format', '--write', target], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) process.exit(1);
console.log(`${Object.keys(table.components).length} components, ${table.functions.length} functions`);
