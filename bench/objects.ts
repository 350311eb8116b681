import { ApiObject, type App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { LoggingStack, ManifestApp } from '../charts';
import type { Manifest } from '../charts/kubernetes/manifest';

/** What each chart of the comparison holds. */
const OBJECTS_PER_CHART = 15;

/** The objects of our own stack, as they are written: a mix of kinds and of config texts, all names beginning with the release's. */
function sampleObjects(): Manifest[] {
  const app = new ManifestApp();
  new LoggingStack(app, 'loki', { namespace: 'loki' });
  return [...app.manifestFiles().values()]
    .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Manifest))
    .filter(({ kind }) => kind !== 'Namespace')
    .slice(0, OBJECTS_PER_CHART);
}

/** The same object for another release: its own name, selectors, mounts and addresses. */
const forRelease = (object: Manifest, release: string, namespace: string): Manifest =>
  JSON.parse(
    JSON.stringify(object, (_, value) =>
      typeof value === 'string' && value.startsWith('loki') ? value.replace('loki', release) : value,
    ),
    (key, value) => (key === 'namespace' ? namespace : value),
  );

/** Fills an app with charts of objects that nothing but the app itself checks, so that any `App` can write them. */
export function addCharts(app: App, count: number, namespaceOf: (index: number) => string): void {
  const objects = sampleObjects();
  for (let index = 0; index < count; index++) {
    const chart = new Chart(app, `release-${index}`);
    for (const [position, object] of objects.entries()) {
      new ApiObject(chart, `object-${position}`, forRelease(object, `loki-${index}`, namespaceOf(index)));
    }
  }
}

/** Fills an app with whole stacks, each with its own props to check. A stack is four charts. */
export function addStacks(app: App, count: number): void {
  for (let index = 0; index < count; index++) {
    new LoggingStack(app, `loki-${index}`, { namespace: `logs-${index}` });
  }
}
