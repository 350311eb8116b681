import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** An object, and another one that it must come after. */
export type Dependency = readonly [object: ApiObject, needs: ApiObject];

export interface ChartObjects {
  /** The objects of each chart, each in its closest chart only, in the order in which they must be applied. */
  readonly charts: ReadonlyMap<Chart, readonly ApiObject[]>;
  /** Objects of which each needs the next, and the last one the first: one circle for charts that need one another. */
  readonly circles: readonly (readonly ApiObject[])[];
  /** Where a chart needs another one: a dependency for every two of them. */
  readonly acrossCharts: readonly Dependency[];
}

/** Walks the tree once. */
export function chartObjects(root: IConstruct): ChartObjects {
  const charts = new Map<Chart, ApiObject[]>();
  const needs = new Map<ApiObject, Set<ApiObject>>();

  const visit = (construct: IConstruct, chart: Chart | undefined): void => {
    const closestChart = Chart.isChart(construct) ? construct : chart;
    if (closestChart !== undefined && !charts.has(closestChart)) charts.set(closestChart, []);
    if (closestChart !== undefined && ApiObject.isApiObject(construct)) charts.get(closestChart)?.push(construct);
    for (const dependency of construct.node.dependencies) {
      const targets = apiObjectsBelow(dependency);
      for (const source of apiObjectsBelow(construct)) {
        const known = needs.get(source) ?? new Set();
        for (const target of targets) if (target !== source) known.add(target);
        needs.set(source, known);
      }
    }
    for (const child of construct.node.children) visit(child, closestChart);
  };
  visit(root, undefined);

  if (needs.size === 0) return { charts, circles: [], acrossCharts: [] };
  const { position, circles } = inOrder([...charts.values()].flat(), needs);
  for (const objects of charts.values()) {
    objects.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  }
  return { charts, circles, acrossCharts: acrossCharts(needs) };
}

const apiObjectsBelow = (construct: IConstruct): ApiObject[] =>
  construct.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));

/** Declaration order, but for objects that must come after another one. */
function inOrder(objects: readonly ApiObject[], needs: ReadonlyMap<ApiObject, ReadonlySet<ApiObject>>) {
  const position = new Map<ApiObject, number>();
  const circles: ApiObject[][] = [];
  const inCircles = new Set<ApiObject>();
  const known = new Set<string>();
  const onTheWay = new Set<ApiObject>();
  const place = (object: ApiObject): void => {
    if (position.has(object)) return;
    if (onTheWay.has(object)) {
      const way = [...onTheWay];
      const circle = way.slice(way.indexOf(object));
      const charts = [...new Set(circle.map(({ chart }) => chart.node.path))].sort().join('\n');
      if (circle.some((member) => inCircles.has(member)) || known.has(charts)) return;
      circles.push(circle);
      for (const member of circle) inCircles.add(member);
      if (charts.includes('\n')) known.add(charts);
      return;
    }
    onTheWay.add(object);
    for (const needed of needs.get(object) ?? []) place(needed);
    onTheWay.delete(object);
    position.set(object, position.size);
  };
  objects.forEach(place);
  return { position, circles };
}

function acrossCharts(needs: ReadonlyMap<ApiObject, ReadonlySet<ApiObject>>): Dependency[] {
  const seen = new Map<Chart, Set<Chart>>();
  return [...needs].flatMap(([object, needed]) =>
    [...needed].flatMap((target) => {
      const known = seen.get(object.chart) ?? new Set();
      if (target.chart === object.chart || known.has(target.chart)) return [];
      seen.set(object.chart, known.add(target.chart));
      return [[object, target] as const];
    }),
  );
}
