import { printable, TITLES as SEVERITY_TITLES } from '../../review/output/wording';
import type { AdoptedRelease } from '../adopt-release';
import { type AdoptionConsequence, isHarmful } from '../compare/consequences';
import type { Difference } from '../compare/differences';
import { reasonFor } from '../compare/reasons';
import type { ComponentPlan } from '../plan/component-plan';
import type { Fate } from '../plan/fates';
import type { ObjectFate } from '../plan/kept-objects';
import { nameOf } from '../read/release-object';

const TITLES = { loki: 'Loki', promtail: 'Promtail', grafana: 'Grafana' } as const;

/** What was recognised, what has to be done, and what is otherwise: every object and every setting is in it. */
export function reportText(adopted: AdoptedRelease, written: string): string {
  const { plans, todo, notTaken, retreats, problems, consequences } = adopted;
  return [
    ...Object.values(plans).map(componentText),
    `${written} is written.`,
    list(
      'Refused by synth as it is; mend it there',
      problems.map((problem) => problem.replace(/\n\s*→ /, '\n     → ')),
    ),
    list(
      'Not to be applied as it is: make main.ts say the same as the release',
      consequences.filter(isHarmful).map(consequenceText),
    ),
    list('Not taken over', notTaken),
    list('Before you apply it', todo),
    list('Written although a check refuses it, since the release runs with it', retreats),
    list('What applying it does', consequences.filter((each) => !isHarmful(each)).map(consequenceText)),
    objectsText(adopted),
    settingsText(adopted),
  ]
    .filter((section) => section !== '')
    .join('\n\n')
    .split('\n')
    .map(printable)
    .join('\n');
}

function componentText({ component, found, facts, namespace }: ComponentPlan): string {
  const { workload, version, chart, image } = found;
  const release =
    version ?? `of an unknown release (${image.repository}${image.tag === undefined ? '' : `:${image.tag}`})`;
  const head = `${TITLES[component]} ${release}: ${nameOf(workload)} in namespace ${namespace}${chart === undefined ? '' : `, chart ${chart}`}`;
  const width = Math.max(...facts.map(([what]) => what.length));
  return [head, ...facts.map(([what, value]) => `  ${what.padEnd(width)}  ${value}`)].join('\n');
}

const consequenceText = ({ object, severity, message }: AdoptionConsequence): string =>
  `${SEVERITY_TITLES[severity]}: ${object} ${message}`;

const list = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : [`${title} (${items.length})`, ...items.map((item, index) => `  ${index + 1}. ${item}`)].join('\n');

const FATES: readonly (readonly [type: Fate['type'], title: string])[] = [
  ['taken-over', 'taken over'],
  ['kept', 'kept as they are, in main.ts'],
  ['stays', 'in no file, and stay in the cluster'],
  ['left', 'left behind: delete them afterwards'],
];

function objectsText({ fates, derived, comparison }: AdoptedRelease): string {
  const sections = FATES.flatMap(([type, title]) => {
    const of = fates.filter(({ fate }) => fate.type === type);
    return of.length === 0 ? [] : [`  ${title} (${of.length})`, ...of.map((each) => `    ${fateText(each)}`)];
  });
  return [
    `Objects (${fates.length + derived.length})`,
    ...sections,
    ...(derived.length === 0
      ? []
      : [`  made by Kubernetes of others (${derived.length})`, ...derived.map((each) => `    ${nameOf(each)}`)]),
    ...(comparison.added.length === 0
      ? []
      : [`  new (${comparison.added.length})`, ...comparison.added.map((name) => `    ${name}`)]),
  ].join('\n');
}

function fateText({ object, fate }: ObjectFate): string {
  const said = fate.type === 'taken-over' ? undefined : fate.type === 'kept' ? fate.note : fate.reason;
  return `${nameOf(object)}${said === undefined ? '' : `: ${said}`}`;
}

/** Labels by which Helm and this library mark what they have made. */
const MARK =
  /^metadata\.labels(?:\.|\[")(chart|heritage|helm\.sh\/chart|app\.kubernetes\.io\/(?:component|instance|managed-by|name|part-of|version))(?:"\])?$/;

function settingsText({ comparison: { differences, same } }: AdoptedRelease): string {
  const marks = differences.filter(({ path }) => MARK.test(path));
  const others = differences.filter(({ path }) => !MARK.test(path));
  const objects = [...new Set(others.map(({ object }) => object))];
  return [
    `Settings: ${same} are the same, ${differences.length} differ`,
    ...markTexts(marks),
    ...objects.flatMap((object) => [
      `  ${object}`,
      ...others
        .filter((difference) => difference.object === object)
        .map((difference) => `    ${differenceText(difference)}`),
    ]),
  ].join('\n');
}

/** Labels in one line for each: they are on every object. */
function markTexts(marks: readonly Difference[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const mark of marks) {
    const [, label = ''] = MARK.exec(mark.path) ?? [];
    const change = mark.ours === undefined ? 'is gone from' : mark.theirs === undefined ? 'is new on' : 'is another on';
    const key = `label ${label} ${change}`;
    kinds.set(key, [...(kinds.get(key) ?? []), mark.object]);
  }
  return [...kinds].map(
    ([what, objects]) => `  ${what} ${objects.length === 1 ? objects[0] : `${objects.length} objects`}`,
  );
}

function differenceText(difference: Difference): string {
  const { path, theirs, ours } = difference;
  const change =
    ours === undefined ? `${theirs} is gone` : theirs === undefined ? `${ours} is new` : `${theirs} becomes ${ours}`;
  const reason = reasonFor(difference);
  return `${path}: ${change}${reason === undefined ? '' : ` (${reason})`}`;
}
