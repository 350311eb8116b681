type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The ways round in a graph: for each knot of names that all lead to one another the shortest way from the first of them, in the
 * order of `edges`, back to itself.
 */
export function cycles(edges: Edges): string[][] {
  const knotted = withoutEnds(edges);
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of knotted.keys()) {
    const way = done.has(start) ? undefined : wayRound(start, knotted);
    if (way === undefined) continue;
    found.push(way);
    for (const name of reachable(start, knotted)) {
      if (reachable(name, knotted).has(start)) done.add(name);
    }
  }
  return found;
}

/** What is left when names that lead nowhere are taken out, again and again: nothing, in most graphs. */
function withoutEnds(edges: Edges): Edges {
  const leadHere = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, targets] of edges) {
    open.set(name, targets.size);
    for (const target of targets) {
      const known = leadHere.get(target);
      if (known === undefined) leadHere.set(target, [name]);
      else known.push(name);
    }
  }
  const ends = [...leadHere.keys()].filter((name) => !open.has(name));
  for (const end of ends) {
    for (const name of leadHere.get(end) ?? []) {
      const left = (open.get(name) ?? 0) - 1;
      open.set(name, left);
      if (left === 0) ends.push(name);
    }
  }
  return new Map([...edges].filter(([name]) => open.get(name) !== 0));
}

function wayRound(start: string, edges: Edges): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of edges.get(name) ?? []) {
      if (next === start) {
        const way = [start];
        for (let step: string | undefined = name; step !== undefined; step = cameFrom.get(step)) way.unshift(step);
        return way;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

function reachable(start: string, edges: Edges): Set<string> {
  const names = new Set([start]);
  for (const name of names) for (const next of edges.get(name) ?? []) names.add(next);
  return names;
}
