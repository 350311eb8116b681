import type { JsonObject } from '../json';
import type { ComponentName } from '../read/components';
import { keptIds } from './kept-id';
import { KEPT_CHART, type Program } from './program';
import { sourceOf } from './source-text';

const CONSTRUCTS: Readonly<Record<ComponentName, string>> = { grafana: 'Grafana', loki: 'Loki', promtail: 'Promtail' };

/** The first line of every main.ts that is written here: by it one may be written over. */
export const FIRST_LINE = '// Takes a running release over: docs/adopt.md of cdk8s-plg tells the steps.';

/**
 * The text of main.ts.
 * @param from where the constructs are imported from: `./charts` or `cdk8s-plg`
 */
export function programText(program: Program, from: string): string {
  const { stack, parts, patches, kept } = program;
  const needsChart = parts.length > 0 || kept.length > 0;
  const fromCdk8s = [...(kept.length > 0 ? ['ApiObject'] : []), ...(needsChart ? ['Chart'] : [])];
  const own = [
    'ManifestApp',
    ...(stack === undefined ? [] : ['LoggingStack']),
    ...parts.map(({ component }) => CONSTRUCTS[component]),
  ].sort();
  const patched = new Set(patches.map(({ of }) => of));
  const sections = [
    [
      FIRST_LINE,
      ...(fromCdk8s.length === 0 ? [] : [`import { ${fromCdk8s.join(', ')} } from 'cdk8s';`]),
      `import { ${own.join(', ')} } from ${sourceOf(from)};`,
    ].join('\n'),
    'export const app = new ManifestApp();',
    ...(stack === undefined
      ? []
      : [construction(patched.has('stack') ? 'stack' : undefined, 'LoggingStack', 'app', stack.id, stack.props)]),
    ...parts.map(({ component, namespace, props }) => {
      const chart = `new Chart(app, ${sourceOf(component)}, { namespace: ${sourceOf(namespace)} })`;
      const name = patched.has(component) ? component : undefined;
      return construction(name, CONSTRUCTS[component], chart, component, props);
    }),
    ...(patches.length === 0 ? [] : [patches.map(patchText).join('\n')]),
    ...(kept.length === 0 ? [] : [keptText(kept)]),
    'if (require.main === module) app.synth();',
  ];
  return `${sections.join('\n\n')}\n`;
}

function construction(
  name: string | undefined,
  construct: string,
  scope: string,
  id: string,
  props: JsonObject,
): string {
  const start = `${name === undefined ? '' : `const ${name} = `}new ${construct}(${scope}, ${sourceOf(id)}, `;
  if (start.length > 100) {
    const inner = '  ';
    return [
      `${name === undefined ? '' : `const ${name} = `}new ${construct}(`,
      `${inner}${scope},`,
      `${inner}${sourceOf(id)},`,
      `${inner}${sourceOf(props, inner, inner.length, 1)},`,
      ');',
    ].join('\n');
  }
  return `${start}${sourceOf(props, '', start.length, 2)});`;
}

function patchText({ of, object, patch }: Program['patches'][number]): string {
  const start = `${of}.patch(${sourceOf(object)}, `;
  return `${start}${sourceOf(patch as unknown as JsonObject, '', start.length, 2)});`;
}

function keptText(kept: readonly JsonObject[]): string {
  const ids = keptIds(kept);
  const objects = kept.map((object, index) => {
    const start = `new ApiObject(${KEPT_CHART}, ${sourceOf(ids[index] ?? '')}, `;
    return `${start}${sourceOf(object, '', start.length, 2)});`;
  });
  return [
    '// What no option makes stays as it is.',
    `const ${KEPT_CHART} = new Chart(app, ${sourceOf(KEPT_CHART)});`,
    ...objects,
  ].join('\n');
}
