import { spawnSync } from 'node:child_process';

/** A run in a process of its own; returns the CPU time that it took, in microseconds. */
export type Run = () => number;

/** Runs all of them in turn, several times over, and returns the median of each: whatever else the machine does hits all alike. */
export function medians<Name extends string>(runs: Readonly<Record<Name, Run>>, rounds: number): Record<Name, number> {
  const names = Object.keys(runs) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name)?.push(runs[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
}

const at = (values: readonly number[], index: number): number => values[index] ?? Number.NaN;

/** The CPU time of a call in this process, in microseconds. */
export function cpuOfCall(call: () => void): number {
  const start = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** What a child process prints: the time that it took for the part that counts. */
export function printedBy(command: string, args: readonly string[]): number {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return Number(stdout);
}

/** The CPU time of a command, from its start to its end and with all processes that it starts. Node cannot tell; bash can. */
export function cpuOf(command: string, args: readonly string[], cwd: string): number {
  const timed = `TIMEFORMAT='cpu %3U %3S'; time "$@"`;
  const { stderr, status } = spawnSync('bash', ['-c', timed, 'bash', command, ...args], { cwd, encoding: 'utf8' });
  const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(stderr) ?? [];
  if (status !== 0 || user === undefined) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return (Number(user) + Number(system)) * 1e6;
}
