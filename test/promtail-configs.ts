import type { ConfigProblem } from '../charts/config-check/config-problem';
import { checkPromtailConfigText } from '../charts/promtail/config-check/check-config-text';
import type { PromtailRun } from '../charts/promtail/config-check/rules/rule';

const SERVER = 'server: { http_listen_port: 3101, grpc_listen_port: 0 }\n';
const CLIENTS = 'clients: [{ url: http://loki:3100/loki/api/v1/push }]\n';
const FILES = 'static_configs: [{ targets: [localhost], labels: { __path__: /var/log/*.log } }]';
const JOBS = `scrape_configs: [{ job_name: files, ${FILES} }]\n`;

/** What is said of a text by Promtail 3.6.11, or another release, in the order of its lines. */
export const promtailProblems = (text: string, release = '3.6.11', run?: PromtailRun): ConfigProblem[] =>
  checkPromtailConfigText(text, release, run);

/** Of a good file with more blocks at its end. */
export const withBlocks = (text: string, release?: string, run?: PromtailRun): ConfigProblem[] =>
  promtailProblems(`${SERVER}${CLIENTS}${JOBS}${text}`, release, run);

/** Of a good file whose only client is the given one, in braces. */
export const withClients = (clients: string, release?: string): ConfigProblem[] =>
  promtailProblems(`${SERVER}clients: [${clients}]\n${JOBS}`, release);

/** Of a good file with these jobs, each in braces. */
export const withJobs = (jobs: readonly string[], release?: string): ConfigProblem[] =>
  promtailProblems(`${SERVER}${CLIENTS}scrape_configs: [${jobs.join(', ')}]\n`, release);

/** Of a good file whose job reads files, with more keys in it. */
export const withFiles = (keys: string, release?: string): ConfigProblem[] =>
  withJobs([`{ job_name: files, ${FILES}, ${keys} }`], release);

/** Of a good file whose job has this source alone. */
export const withSource = (source: string, release?: string): ConfigProblem[] =>
  withJobs([`{ job_name: a, ${source} }`], release);
