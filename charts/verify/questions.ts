import { parse } from 'yaml';
import { writeYaml } from '../kubernetes/yaml';
import type { FoundConfig, Program } from './found-configs';

/** What a program is asked about a configuration. */
export interface Question {
  /** As people would type it, with the place of the configuration in it. */
  readonly args: (file: string) => readonly string[];
  readonly text: string;
  /** Milliseconds after which a program that still runs has nothing against it; it is then ended. */
  readonly runsFor?: number;
  /** Variables that it would have in its pod. */
  readonly env: Readonly<Record<string, string>>;
}

/** Where a program is had from that is not found. */
export const SOURCES: { readonly [Name in Program | 'kubectl']: string } = {
  loki: 'https://github.com/grafana/loki/releases',
  promtail: 'https://github.com/grafana/loki/releases',
  alloy: 'https://github.com/grafana/alloy/releases',
  kubectl: 'https://kubernetes.io/docs/tasks/tools/',
};

/** Long enough for a program to read its configuration and to say what is wrong with it. */
const STARTING = 5000;

/** All that a program can say of a configuration. */
export function questionsOf({ program, text }: FoundConfig): readonly Question[] {
  const env = variablesIn(text);
  const expands = Object.keys(env).length > 0 ? ['-config.expand-env=true'] : [];
  switch (program) {
    case 'loki':
      return [{ args: (file) => ['-verify-config', `-config.file=${file}`, ...expands], text, env }];
    case 'promtail':
      return [
        { args: (file) => ['-check-syntax', `-config.file=${file}`, ...expands], text, env },
        // The first never looks into stages; this one does as soon as there is a target.
        {
          args: (file) => ['-dry-run', `-config.file=${file}`, ...expands],
          text: started(text),
          env,
          runsFor: STARTING,
        },
      ];
    case 'alloy':
      return [
        { args: (file) => ['fmt', '--test', file], text, env },
        { args: (file) => ['validate', file], text, env },
      ];
  }
}

/** What is filled in from the environment is something, whatever it is in the pod. */
const variablesIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/\$\{(\w+)[^}]*\}|sys\.env\("(\w+)"\)/g)].map(([, expanded, read]) => [expanded ?? read, 'x']),
  );

interface PlainConfig {
  readonly server?: object;
  readonly scrape_configs?: readonly Readonly<Record<string, unknown>>[];
}

/** The same stages over a target that is there on any machine, and no port that somebody else may have. */
function started(text: string): string {
  const config = parse(text) as PlainConfig;
  return writeYaml({
    ...config,
    server: { ...config.server, http_listen_port: 0, grpc_listen_port: 0 },
    positions: { filename: '/dev/null' },
    scrape_configs: (config.scrape_configs ?? []).map(({ job_name, pipeline_stages }) => ({
      job_name,
      ...(pipeline_stages === undefined ? {} : { pipeline_stages }),
      static_configs: [{ targets: ['localhost'], labels: { job: 'verify', __path__: '/dev/null' } }],
    })),
  });
}
