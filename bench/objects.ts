import { ApiObject, type App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { LoggingStack, ManifestApp } from '../charts';
import type { Manifest } from '../charts/kubernetes/manifest';

/** Each chart of the comparison holds 15 objects: these and, where each has a namespace of its own, that. */
const OBJECTS_PER_CHART = 15;

const namespaceObject = (name: string): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

/** The objects of our own stack, as they are written: a mix of kinds and of config texts, all names beginning with the release's. */
function sampleObjects(): Manifest[] {
  const app = new ManifestApp();
  new LoggingStack(app, 'loki', { namespace: 'loki' });
  return [...app.manifestFiles().values()]
    .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Manifest))
    .filter(({ kind }) => kind !== 'Namespace');
}

/** The same object for another release: its own name, selectors, mounts and addresses. */
const forRelease = (object: Manifest, release: string, namespace: string): Manifest =>
  JSON.parse(
    JSON.stringify(object, (_, value) =>
      typeof value === 'string' && value.startsWith('loki') ? value.replace('loki', release) : value,
    ),
    (key, value) => (key === 'namespace' ? namespace : value),
  );

function addChart(app: App, id: string, objects: readonly Manifest[]): Chart {
  const chart = new Chart(app, id);
  for (const [index, object] of objects.entries()) new ApiObject(chart, `object-${index}`, object);
  return chart;
}

/**
 * Fills an app with charts in one namespace, which the first of them makes. The others depend on that one, as they have
 * to for `App` to write it first. The objects bring no checks of their own.
 */
export function addChartsInOneNamespace(app: App, count: number): void {
  const objects = sampleObjects().slice(0, OBJECTS_PER_CHART);
  const first = addChart(app, 'namespace', [namespaceObject('logs')]);
  for (let index = 1; index < count; index++) {
    const ofRelease = objects.map((object) => forRelease(object, `loki-${index}`, 'logs'));
    addChart(app, `release-${index}`, ofRelease).addDependency(first);
  }
}

/** Fills an app with charts that make a namespace each. Neither they nor their objects bring checks or dependencies. */
export function addChartsInManyNamespaces(app: App, count: number): void {
  const objects = sampleObjects().slice(0, OBJECTS_PER_CHART - 1);
  for (let index = 0; index < count; index++) {
    const namespace = `logs-${index}`;
    const ofRelease = objects.map((object) => forRelease(object, `loki-${index}`, namespace));
    addChart(app, `release-${index}`, [namespaceObject(namespace), ...ofRelease]);
  }
}

/** Fills an app with whole stacks, which check their own props. A stack is four charts. */
export function addStacks(app: App, count: number): void {
  for (let index = 0; index < count / 4; index++) {
    new LoggingStack(app, `loki-${index}`, { namespace: `logs-${index}` });
  }
}
