import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { checkManifests } from './checks';
import { finalForm } from './final-form';
import type { Problem } from './problem';
import { canonicalQuantity } from './quantity';
import { plain, type Shape } from './shape';

const PROPS_OF = 'cdk8s-plg:props-of';
const COMPONENT = 'cdk8s-plg:component';
const WARNING = 'cdk8s-plg:warning';
const CHECKED_BY_APP = 'cdk8s-plg:objects-checked-by-app';

interface PropsOf {
  readonly owner: string;
  readonly property: string;
  /** Props that come from elsewhere: their name → the owner's property. */
  readonly others: Readonly<Record<string, string>>;
}

/**
 * Says that what is made below `scope` got its props as `property` of `owner`'s, so that problems name the path that the user wrote.
 * @param others props that come from elsewhere: their name → the owner's property
 */
export const propsComeFrom = (
  scope: Construct,
  owner: Construct,
  property: string,
  others: PropsOf['others'] = {},
): void => scope.node.setContext(PROPS_OF, { owner: owner.node.path, property, others } satisfies PropsOf);

/** The construct that the user wrote and whose props are at fault: the stack or component that made `construct`, else itself. */
export const ownerPath = (construct: IConstruct): string => {
  const component = construct.node.scopes.find(({ node }) => node.metadata.some(({ type }) => type === COMPONENT));
  return (construct.node.tryGetContext(PROPS_OF) as PropsOf | undefined)?.owner ?? (component ?? construct).node.path;
};

/** One problem as people read it: where and what, then the remedy. */
export const describeProblem = ({ path, message, remedy }: Problem): string =>
  `${path === '' ? 'props' : path}: ${message}\n      → ${remedy}`;

/** Refuses something that a user said to a construct: at synth, together with every other problem of the app. */
export const refuseProps = (construct: Construct, check: () => readonly Problem[]): void =>
  construct.node.addValidation({ validate: () => asWritten(construct, check()).map(describeProblem) });

/**
 * Refuses a component's props, and what is wrong with its objects as they would be written. An app that checks all
 * objects itself, such as `ManifestApp`, is left to do so: it sees them together.
 */
export function refuseComponent(component: Construct, checkProps: () => readonly Problem[]): void {
  component.node.addMetadata(COMPONENT, component.node.id);
  component.node.addValidation({
    validate: () => {
      const problems = asWritten(component, checkProps()).map(describeProblem);
      if (component.node.tryGetContext(CHECKED_BY_APP) === true) return problems;
      const objects = component.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));
      const forms = objects.map(finalForm);
      const unwritable = forms.flatMap((form) => ('problem' in form ? [form.problem] : []));
      const findings = checkManifests(forms.flatMap((form) => ('manifest' in form ? [form.manifest] : [])));
      const refused = [...unwritable, ...findings.map(({ finding }) => finding)];
      return [...problems, ...withoutEchoes(refused, problems).map(describeProblem)];
    },
  });
}

/**
 * What of a construct's props has the form that their type promises; the rest is refused at synth, and not used. So
 * nothing that comes after has to expect anything else, and a constructor never throws.
 */
export function fitting<Props extends object>(construct: Construct, props: Props, shape: Shape): Props {
  const problems: Problem[] = [];
  const refuse = (problem: Problem) => void problems.push(problem);
  const fits = plain(shape(props ?? {}, '', refuse) ?? {}, '', refuse);
  if (problems.length > 0) refuseProps(construct, () => problems);
  return fits as Props;
}

/** Says that an app checks every object itself, once. */
export const leaveObjectChecksTo = (app: Construct): void => app.node.setContext(CHECKED_BY_APP, true);

/**
 * Leaves out what objects show of a value that was refused where the user wrote it: the same said again, the value, its
 * canonical form, and the names that begin with it.
 */
export function withoutEchoes(findings: readonly Problem[], described: readonly string[]): readonly Problem[] {
  const messages = described.flatMap((text) => /: (.*)/.exec(text)?.[1] ?? []);
  const values = messages.flatMap((message) => {
    const [, text, number] = /^(?:"((?:[^"\\]|\\.)*)"|(-?[0-9.]+))/.exec(message) ?? [];
    return text ?? number ?? [];
  });
  const echoes = [...values, ...values.map(canonicalQuantity)].flatMap((value) => [`"${value}"`, `"${value}-`]);
  return findings.filter(
    ({ message }) =>
      !messages.some((said) => said === message || said.endsWith(`: ${message}`)) &&
      !echoes.some((echo) => message.includes(echo)),
  );
}

/** Problems with their paths as the user wrote them: those of a stack's component begin with its property. */
export const asWritten = (construct: Construct, problems: readonly Problem[]): readonly Problem[] => {
  const { property = '', others = {} } = (construct.node.tryGetContext(PROPS_OF) as PropsOf | undefined) ?? {};
  if (property === '') return problems;
  return problems.map((problem) => {
    const [first = ''] = problem.path.split(/[.[]/, 1);
    if (Object.hasOwn(others, first))
      return { ...problem, path: `${others[first]}${problem.path.slice(first.length)}` };
    return { ...problem, path: problem.path === '' ? property : `${property}.${problem.path}` };
  });
};

/** Warns at synth without refusing; `ManifestApp` prints it. */
export const warn = (construct: Construct, text: string): void => construct.node.addMetadata(WARNING, text);

/** The warnings of one construct, in the order in which they were given. */
export const warningsOf = (construct: IConstruct): readonly string[] =>
  construct.node.metadata.filter(({ type }) => type === WARNING).map(({ data }) => String(data));
