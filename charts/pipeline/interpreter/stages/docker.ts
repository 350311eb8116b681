import { parseJmesPath } from '../../jmespath/parser';
import type { Clock } from '../clock';
import { pipelineOf, type Stage } from '../stage';
import { json } from './json';
import { labels } from './labels';
import { output } from './output';
import { timestamp } from './timestamp';

const EXPRESSIONS = (
  [
    ['output', 'log'],
    ['stream', 'stream'],
    ['timestamp', 'time'],
  ] as const
).map(([name, expression]) => [name, parseJmesPath(expression)] as const);

/** Takes the JSON off that Docker writes around each line. */
export const docker = (clock: Clock): Stage =>
  pipelineOf([
    json({ type: 'json', expressions: EXPRESSIONS, dropsMalformed: false }),
    labels([['stream', 'stream']]),
    timestamp({ type: 'timestamp', source: 'timestamp', formats: ['RFC3339Nano'], action: 'fudge' }, clock),
    output('output'),
  ]);
