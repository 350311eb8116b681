/** The tree of keys as the text that `charts/config-check/tables.ts` reads. */
export function keysText(root, blocks, releases, program) {
  const title = program.charAt(0).toUpperCase() + program.slice(1);
  const text = [
    `releases ${releases.join(' ')}`,
    ...[...blocks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, node]) => section(`@${title}`, node, releases)),
    section('root', root, releases),
  ].join('\n');
  return [
    `// Every key of ${title}’s configuration file in the releases named first. Written by \`npm run import:${program}-config\`.`,
    '//',
    '// A line is a key: its name, then what it is from which release on, in pieces that `|` divides. A piece is a type, `!` where the',
    '// key is deprecated, and the default; one without a type changes the default alone, and `-` ends the key. The first piece needs',
    '// no release where the key is as old as its block. Deeper keys are indented; `[]` stands for the items of a list, `*` for the',
    '// values of a map with free names. `@name` is a block that several keys have in common, written once, before the root.',
    '',
    `export const ${program}ConfigKeys: string = \`${escaped(text)}\n\`;`,
    '',
  ].join('\n');
}

const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

const section = (title, node, releases) => `\n${title}\n${children(node, releases, '')}`;

const children = (node, releases, indent) =>
  Object.entries(node.children)
    .map(([step, child]) => {
      const line = `${indent}${step}: ${pieces(node, child, releases)}`;
      const below = child.block === undefined ? children(child, releases, `${indent} `) : '';
      return below === '' ? line : `${line}\n${below}`;
    })
    .join('\n');

function pieces(parent, node, releases) {
  const written = [];
  let before;
  let isFirst = true;
  for (const release of releases) {
    if (!(release in parent.at)) continue;
    const now = node.at[release];
    const piece = pieceOf(before, now, node);
    if (piece !== undefined) written.push(isFirst ? piece : `${release} ${piece}`);
    isFirst = false;
    before = now;
  }
  return written.join(' | ');
}

/** What is new since the release before; undefined when nothing is. */
function pieceOf(before, now, node) {
  if (JSON.stringify(before) === JSON.stringify(now)) return undefined;
  if (now === undefined) return '-';
  const type = node.block === undefined ? now.type : `@${node.block}`;
  const sameType = before !== undefined && before.type === now.type && before.deprecated === now.deprecated;
  const preset = now.default === undefined ? [] : [`= ${presetText(now.default)}`];
  if (sameType && preset.length > 0) return preset[0];
  return [`${type}${now.deprecated ? '!' : ''}`, ...preset].join(' ');
}

/** As it is where that is plain to see, as JSON else; a `|` would divide pieces. */
const presetText = (preset) =>
  /^[\w./:%-][\w./:%,-]*$/.test(preset) ? preset : JSON.stringify(preset).replaceAll('|', '\\u007c');
