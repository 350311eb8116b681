import { writeYaml } from '../kubernetes/yaml';
import { mapOf, mapsAt } from '../review/plain';
import { readYamlValues } from '../review/read/yaml-values';
import type { FoundConfig, Program } from './found-configs';

/** What a program is asked about a configuration. */
export interface Question {
  /** As people would type it, with the place of the configuration in it. */
  readonly args: (file: string) => readonly string[];
  readonly text: string;
  /** Milliseconds after which a program that still runs has nothing against it; it is then ended. */
  readonly runsFor?: number;
  /** Whether it is run where the command was started, as its arguments name files of there. @default false */
  readonly isHere?: boolean;
  /** Variables that it would have in its pod. */
  readonly env: Readonly<Record<string, string>>;
}

/** Where a program is had from that is not found. */
export const SOURCES: { readonly [Name in Program | 'kubectl']: string } = {
  loki: 'https://github.com/grafana/loki/releases',
  promtail: 'https://github.com/grafana/loki/releases',
  alloy: 'https://github.com/grafana/alloy/releases',
  promtool: 'https://github.com/prometheus/prometheus/releases',
  kubectl: 'https://kubernetes.io/docs/tasks/tools/',
};

/** Long enough for a program to read its configuration and to say what is wrong with it. */
const STARTING = 5000;

/** All that a program can say of a configuration. */
export function questionsOf({
  program,
  holds,
  text,
}: Pick<FoundConfig, 'program' | 'holds' | 'text'>): readonly Question[] {
  const env = variablesIn(text);
  const expands = Object.keys(env).length > 0 ? ['-config.expand-env=true'] : [];
  switch (program) {
    case 'loki':
      return [{ args: (file) => ['-verify-config', `-config.file=${file}`, ...expands], text, env }];
    case 'promtail': {
      const start = started(text);
      return [
        { args: (file) => ['-check-syntax', `-config.file=${file}`, ...expands], text, env },
        // The first never looks into stages; this one does as soon as there is a target.
        ...(start === undefined
          ? []
          : [
              {
                args: (file: string) => ['-dry-run', `-config.file=${file}`, ...expands],
                text: start,
                env,
                runsFor: STARTING,
              },
            ]),
      ];
    }
    case 'alloy':
      return [
        { args: (file) => ['fmt', '--test', file], text, env },
        { args: (file) => ['validate', file], text, env },
      ];
    case 'promtool':
      // The files that a configuration names are in its pod, and not here.
      return [
        {
          args: (file) => (holds === 'rules' ? ['check', 'rules', file] : ['check', 'config', '--syntax-only', file]),
          text,
          env: {},
        },
      ];
  }
}

/** Variables by which programs are found and run are not the configuration's to set. */
const OF_THE_SYSTEM = /^(?:PATH|HOME|TMPDIR|GO\w+|LD_\w+|DYLD_\w+)$/;

/** What is filled in from the environment is something, whatever it is in the pod. */
const variablesIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/\$\{(\w{1,200})[^}\n]{0,1000}\}|sys\.env\("(\w{1,200})"\)/g)]
      .map(([, expanded, read]) => expanded ?? read ?? '')
      .filter((name) => !OF_THE_SYSTEM.test(name))
      .map((name) => [name, 'x']),
  );

/** The same stages over a target that is there on any machine, and no port that somebody else may have; undefined for what cannot be read. */
function started(text: string): string | undefined {
  const read = readYamlValues(text);
  const config = 'values' in read ? mapOf(read.values[0]) : undefined;
  if (config === undefined) return undefined;
  try {
    return writeYaml({
      ...config,
      server: { ...mapOf(config.server), http_listen_port: 0, grpc_listen_port: 0 },
      positions: { filename: '/dev/null' },
      scrape_configs: mapsAt(config, 'scrape_configs').map(({ job_name, pipeline_stages }) => ({
        job_name: job_name ?? null,
        ...(pipeline_stages === undefined ? {} : { pipeline_stages }),
        static_configs: [{ targets: ['localhost'], labels: { job: 'verify', __path__: '/dev/null' } }],
      })),
    } as Parameters<typeof writeYaml>[0]);
  } catch {
    return undefined;
  }
}
