import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

export interface ChartObjects {
  /** The objects of each chart, each in its closest chart only, in the order in which they must be applied. */
  readonly charts: ReadonlyMap<Chart, readonly ApiObject[]>;
  /** One object of each cycle of dependencies. */
  readonly cyclic: readonly ApiObject[];
  /** What an object needs that stands in another chart. */
  readonly acrossCharts: readonly (readonly [object: ApiObject, needs: ApiObject])[];
}

/** Walks the tree once. */
export function chartObjects(root: IConstruct): ChartObjects {
  const charts = new Map<Chart, ApiObject[]>();
  const dependencies = new Map<ApiObject, Set<ApiObject>>();

  const visit = (construct: IConstruct, chart: Chart | undefined): void => {
    const closestChart = Chart.isChart(construct) ? construct : chart;
    if (closestChart !== undefined && !charts.has(closestChart)) charts.set(closestChart, []);
    if (closestChart !== undefined && ApiObject.isApiObject(construct)) charts.get(closestChart)?.push(construct);
    for (const dependency of construct.node.dependencies) {
      const targets = apiObjectsBelow(dependency);
      for (const source of apiObjectsBelow(construct)) {
        const known = dependencies.get(source) ?? new Set();
        for (const target of targets) if (target !== source) known.add(target);
        dependencies.set(source, known);
      }
    }
    for (const child of construct.node.children) visit(child, closestChart);
  };
  visit(root, undefined);

  const cyclic: ApiObject[] = [];
  return {
    charts: new Map([...charts].map(([chart, objects]) => [chart, inDependencyOrder(objects, dependencies, cyclic)])),
    cyclic,
    acrossCharts: [...dependencies].flatMap(([object, needs]) =>
      [...needs].filter((needed) => needed.chart !== object.chart).map((needed) => [object, needed] as const),
    ),
  };
}

const apiObjectsBelow = (construct: IConstruct): ApiObject[] =>
  construct.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));

/** Declaration order, but for objects that must come after another one of the same chart. */
function inDependencyOrder(
  objects: readonly ApiObject[],
  dependencies: ReadonlyMap<ApiObject, ReadonlySet<ApiObject>>,
  cyclic: ApiObject[],
): ApiObject[] {
  const inChart = new Set(objects);
  const ordered = new Set<ApiObject>();
  const visiting = new Set<ApiObject>();
  const place = (object: ApiObject): void => {
    if (ordered.has(object)) return;
    if (visiting.has(object)) {
      cyclic.push(object);
      return;
    }
    visiting.add(object);
    for (const dependency of dependencies.get(object) ?? []) if (inChart.has(dependency)) place(dependency);
    ordered.add(object);
  };
  objects.forEach(place);
  return [...ordered];
}
