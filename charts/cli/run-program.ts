import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ran, Run } from '../verify/answers';
import { partOf } from './errors';

/** A question takes no longer, whatever the program waits for. In milliseconds. */
const LONGEST = 120_000;
/** For so long after its end what it has said may still come; whatever it left behind may say more. */
const ECHO = 250;
const MOST_OUTPUT = 64 * 1024;
/** As shells say of what is there and cannot be run. */
const NOT_RUN = 126;
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * Runs a program with a text in a file that only its user can read. The file is gone afterwards, whether the program ends, hangs or
 * crashes, or whoever waits for it is interrupted.
 */
export const programRunner =
  (longest: number): Run =>
  async (program, { args, text, env, runsFor, isHere = false }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-plg-verify-'));
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    let child: ChildProcess | undefined;
    const interrupted = (signal: NodeJS.Signals): void => {
      release();
      end(child);
      remove();
      process.kill(process.pid, signal);
    };
    const release = (): void => {
      process.off('exit', remove);
      for (const signal of SIGNALS) process.off(signal, interrupted);
    };
    process.on('exit', remove);
    for (const signal of SIGNALS) process.on(signal, interrupted);
    try {
      const file = join(folder, program === 'alloy' ? 'config.alloy' : 'config.yaml');
      writeFileSync(file, text, { mode: 0o600 });
      child = spawn(program, args(file), {
        cwd: isHere ? undefined : folder,
        // A group of its own, to be ended with all that it has started.
        detached: true,
        env: { ...process.env, NO_COLOR: '1', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ran = await endOf(child, runsFor ?? longest);
      return ran === undefined ? undefined : { ...ran, output: ran.output.replaceAll(file, 'FILE') };
    } catch (error) {
      return { status: NOT_RUN, output: partOf(error, 'message') };
    } finally {
      release();
      end(child);
      remove();
    }
  };

export const runProgram = programRunner(LONGEST);

/** How a program ended, and the beginning of what it has said; undefined when there is no such program. */
const endOf = (child: ChildProcess, longest: number): Promise<Ran | undefined> =>
  new Promise((resolve) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        if (output.length < MOST_OUTPUT) output += text.slice(0, MOST_OUTPUT - output.length);
      });
    }
    const timers: NodeJS.Timeout[] = [];
    const settle = (ran: Omit<Ran, 'output'> | undefined): void => {
      for (const timer of timers) clearTimeout(timer);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(ran === undefined ? undefined : { ...ran, output });
    };
    timers.push(
      setTimeout(() => {
        end(child);
        settle({ status: undefined, isEnded: true });
      }, longest),
    );
    child.once('error', (error) => {
      if (['ENOENT', 'EACCES', 'ENOEXEC'].includes(partOf(error, 'code'))) return settle(undefined);
      output += error.message;
      return settle({ status: NOT_RUN });
    });
    child.once('exit', (status, signal) => {
      const ended = signal === null ? { status: status ?? undefined } : { status: undefined, signal };
      child.once('close', () => settle(ended));
      timers.push(setTimeout(() => settle(ended), ECHO));
    });
  });

/** Ends a program, and what it has started. */
function end(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
