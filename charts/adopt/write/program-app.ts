import { ApiObject, Chart } from 'cdk8s';
import { Grafana } from '../../grafana/grafana';
import { finalForm } from '../../kubernetes/final-form';
import type { Manifest } from '../../kubernetes/manifest';
import type { ObjectReference } from '../../kubernetes/patch';
import { LoggingStack } from '../../logging-stack';
import { Loki } from '../../loki/loki';
import { RefusedError } from '../../manifest/refused-error';
import { ManifestApp } from '../../manifest-app';
import { Promtail } from '../../promtail/promtail';
import type { JsonObject } from '../json';
import type { ComponentName } from '../read/components';
import { keptIds } from './kept-id';
import { KEPT_CHART, type Part, type Program } from './program';

/** What a program comes to. */
export interface BuiltProgram {
  readonly manifests: readonly Manifest[];
  /** What synth refuses of it: `[loki] loki.version: "…" is not …`, each with its remedy on a second line. */
  readonly problems: readonly string[];
  /** The whole configurations of its components. */
  readonly configs: Partial<Readonly<Record<ComponentName, JsonObject>>>;
}

type Component = Loki | Promtail | Grafana | LoggingStack;

/** Makes a program's objects in this process. */
export function buildProgram(program: Program): BuiltProgram {
  const app = new ManifestApp({ outdir: 'dist', report: () => {} });
  const made = new Map<string, Component>();
  const configs: Partial<Record<ComponentName, JsonObject>> = {};
  if (program.stack !== undefined) {
    const stack = new LoggingStack(app, program.stack.id, program.stack.props as never);
    made.set('stack', stack);
    configs.loki = stack.loki.config;
    if (stack.promtail !== undefined) configs.promtail = stack.promtail.config;
  }
  for (const part of program.parts) {
    const component = addPart(app, part);
    made.set(part.component, component);
    if (!(component instanceof Grafana)) configs[part.component] = component.config;
  }
  for (const { of, object, patch } of program.patches) made.get(of)?.patch(object as ObjectReference, patch);
  if (program.kept.length > 0) {
    const chart = new Chart(app, KEPT_CHART);
    const ids = keptIds(program.kept);
    for (const [index, object] of program.kept.entries()) new ApiObject(chart, ids[index] ?? '', object as never);
  }
  const manifests = app.node
    .findAll()
    .filter((child): child is ApiObject => ApiObject.isApiObject(child))
    .map(finalForm)
    .flatMap((form) => ('manifest' in form ? [form.manifest] : []));
  return { manifests, problems: problemsOf(app), configs };
}

function addPart(app: ManifestApp, { component, namespace, props }: Part): Loki | Promtail | Grafana {
  const chart = new Chart(app, component, { namespace });
  switch (component) {
    case 'loki':
      return new Loki(chart, component, props as never);
    case 'promtail':
      return new Promtail(chart, component, props as never);
    case 'grafana':
      return new Grafana(chart, component, props as never);
  }
}

function problemsOf(app: ManifestApp): readonly string[] {
  try {
    app.manifestFiles();
    return [];
  } catch (error) {
    if (error instanceof RefusedError) return error.problems;
    throw error;
  }
}
