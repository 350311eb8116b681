import { anything, assert, constantFrom, property, string } from 'fast-check';
import { printAlloy } from '../syntax/print';
import { type AlloyStatement, type AlloyValue, attribute, block, ref } from '../syntax/values';
import { checkAlloyConfig } from './check-alloy-config';
import { type BodySpec, type ComponentSpec, tables } from './tables';
import type { Type } from './types';

const NEWEST = '1.19.0';

/** Something of each type that others export. */
const SOURCES: AlloyStatement[] = [
  block('loki.echo', 'echo'),
  block('otelcol.exporter.debug', 'debug'),
  block('otelcol.auth.basic', 'auth'),
  block('loki.relabel', 'rules', [attribute('forward_to', [])]),
];

const EXPORTS: Readonly<Record<string, string>> = {
  'loki.LogsReceiver': 'loki.echo.echo.receiver',
  'otelcol.Consumer': 'otelcol.exporter.debug.debug.input',
  'otelcol.Handler': 'otelcol.auth.basic.auth.handler',
  RelabelRules: 'loki.relabel.rules.rules',
};

/** A value that is right. */
function rightValue(type: Type, values: readonly string[] | undefined): AlloyValue {
  switch (type.kind) {
    case 'list':
      return [rightValue(type.of, values)];
    case 'map':
      return { key: rightValue(type.of, values) };
    case 'capsule':
      return ref(EXPORTS[type.name] ?? '');
    case 'bool':
      return true;
    case 'number':
      return 1;
    case 'duration':
      return '5m';
    case 'bytes':
      return '1MiB';
    default:
      return values?.at(-1) ?? 'text';
  }
}

/** Everything that may stand in a block, or all that has to; stages of stages are left out. */
const bodyOf = ({ attributes, blocks }: BodySpec, isFull: boolean, depth = 0): AlloyStatement[] => [
  ...[...attributes.values()]
    .filter(({ isRequired }) => isFull || isRequired)
    .map(({ name, type, values }) => attribute(name, rightValue(type, values))),
  ...[...blocks.values()]
    .filter(({ isRequired, name }) => (isFull || isRequired) && !(depth > 0 && name.startsWith('stage.')))
    .map(({ name, body }) => block(name, bodyOf(body, isFull, depth + 1))),
];

const componentOf = ({ name, hasLabel, body }: ComponentSpec, isFull: boolean): AlloyStatement =>
  hasLabel ? block(name, 'it', bodyOf(body, isFull)) : block(name, bodyOf(body, isFull));

const COMPONENTS = [...tables().components.values()];

const errorsOf = (text: string, release = NEWEST) =>
  checkAlloyConfig(text, release).filter(({ severity }) => severity === 'error');

test.each(COMPONENTS.map((spec) => [spec.name, spec] as const))(
  '%s may have all that the tables name, and no less than it needs',
  (_, spec) => {
    expect(errorsOf(printAlloy([...SOURCES, componentOf(spec, true)]))).toEqual([]);
    expect(errorsOf(printAlloy([...SOURCES, componentOf(spec, false)]))).toEqual([]);
  },
);

/** Statements with one of them taken out, and where that was. */
function* withoutOne(body: readonly AlloyStatement[]): Generator<readonly [AlloyStatement[], string]> {
  for (const [index, statement] of body.entries()) {
    if (statement.type === 'comment') continue;
    yield [[...body.slice(0, index), ...body.slice(index + 1)], statement.name];
    if (statement.type !== 'block') continue;
    for (const [inner, name] of withoutOne(statement.body)) {
      yield [[...body.slice(0, index), { ...statement, body: inner }, ...body.slice(index + 1)], name];
    }
  }
}

test('each thing that a component needs is missed', () => {
  for (const spec of COMPONENTS) {
    const whole = componentOf(spec, false);
    if (whole.type !== 'block') continue;
    for (const [body, name] of withoutOne(whole.body)) {
      expect(errorsOf(printAlloy([...SOURCES, { ...whole, body }]))).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(new RegExp(`^has no (block )?${name}, which it needs$`)),
        }),
      ]);
    }
  }
});

test('each thing that came later is refused in the release before', () => {
  const [, , ...minors] = Array.from({ length: 20 }, (_, minor) => minor);
  let count = 0;
  for (const spec of COMPONENTS) {
    const text = printAlloy([...SOURCES, componentOf(spec, true)]);
    const tooNew = (release: string): number =>
      errorsOf(text, release).filter(({ message }) => message.startsWith('is not there yet')).length;
    // With each release there is less that is too new, and in the newest nothing.
    const counts = [0, 1, ...minors].map((minor) => tooNew(`1.${minor}.0`));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBe(0);
    count += counts[0] ?? 0;
  }
  expect(count).toBeGreaterThan(60);
});

test('defaults are of the type that they are the default of', () => {
  const wrong: string[] = [];
  const visit = (
    { attributes, blocks }: BodySpec,
    path: string,
    wrap: (body: AlloyStatement[]) => AlloyStatement,
  ): void => {
    for (const { name, preset } of attributes.values()) {
      if (preset === undefined) continue;
      const text = printAlloy([...SOURCES, wrap([attribute(name, JSON.parse(preset))])]);
      const errors = errorsOf(text).filter((problem) => problem.path.endsWith(`> ${name}`));
      if (errors.length > 0) wrong.push(`${path} > ${name} = ${preset}`);
    }
    for (const { name, body } of blocks.values()) {
      if (!path.includes('stage.match')) visit(body, `${path} > ${name}`, (inner) => wrap([block(name, inner)]));
    }
  };
  for (const { name, hasLabel, body } of COMPONENTS) {
    visit(body, name, (inner) => (hasLabel ? block(name, 'it', inner) : block(name, inner)));
  }
  // Go's longest duration, which nobody can write.
  expect(wrong.filter((text) => !text.endsWith('= "unlimited"'))).toEqual([]);
});

test('whatever is written, it is judged and not thrown at', () => {
  assert(
    property(string({ unit: 'binary' }), constantFrom('1.0.0', NEWEST, ''), (text, release) => {
      for (const problem of checkAlloyConfig(text, release)) expect(problem.remedy).not.toBe('');
    }),
  );
  assert(
    property(anything(), (value) => {
      checkAlloyConfig([block('loki.write', 'x', [attribute('external_labels', value as AlloyValue)])], NEWEST);
    }),
  );
});
