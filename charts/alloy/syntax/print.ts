import type { Problem } from '../../kubernetes/problem';
import { isIdentifier } from './characters';
import { formatAlloy } from './format';
import { stringLiteral } from './strings';
import { valueProblems } from './value-problems';
import { type AlloyBody, AlloyExpression, type AlloyStatement, type AlloyValue } from './values';

/** Says everything of a configuration that Alloy's language cannot hold. */
export class AlloyValueError extends Error {
  override readonly name = 'AlloyValueError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, message, remedy }) => `${path}: ${message}; ${remedy}`).join('\n'));
  }
}

/** Lists and arguments that are longer have a line for each. In characters. */
const LONGEST = 100;

/**
 * The text of a configuration, as `alloy fmt` writes it: formatting changes nothing of it. Objects have a line for each field,
 * so that a changed field is a changed line; lists and arguments only where they are long.
 * @throws AlloyValueError with everything that the language cannot hold: names that are no identifiers, keys with quotes or
 * backslashes, numbers without an end
 */
export function printAlloy(body: AlloyBody): string {
  const problems = valueProblems(body);
  if (problems.length > 0) throw new AlloyValueError(problems);
  // Lines are broken here; space and alignment are the formatter's.
  return formatAlloy(bodyText(body));
}

const bodyText = (body: AlloyBody): string =>
  body
    .map((statement, index) => {
      const before = body[index - 1];
      return `${before !== undefined && areApart(before, statement) ? '\n' : ''}${statementText(statement)}\n`;
    })
    .join('');

/** A comment belongs to what follows it; blocks stand apart from everything else. */
const areApart = (before: AlloyStatement, after: AlloyStatement): boolean =>
  after.type === 'comment' || (before.type !== 'comment' && (before.type === 'block' || after.type === 'block'));

function statementText(statement: AlloyStatement): string {
  switch (statement.type) {
    case 'comment':
      return statement.text
        .split('\n')
        .map((line) => (line === '' ? '//' : `// ${line}`))
        .join('\n');
    case 'attribute':
      return `${statement.name} = ${valueText(statement.value)}`;
    case 'block': {
      const { name, label, body } = statement;
      return `${name}${label === undefined ? '' : ` "${label}"`} {\n${bodyText(body)}}`;
    }
  }
}

function valueText(value: AlloyValue): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof AlloyExpression) return expressionText(value);
  if (isList(value)) return separated('[', value, ']');
  const fields = Object.entries(value).flatMap(([key, field]) =>
    field === undefined ? [] : [`${isIdentifier(key) ? key : `"${key}"`} = ${valueText(field)},\n`],
  );
  return fields.length === 0 ? '{}' : `{\n${fields.join('')}}`;
}

const isList = (value: object): value is readonly AlloyValue[] => Array.isArray(value);

function separated(open: string, values: readonly AlloyValue[], close: string): string {
  const texts = values.map(valueText);
  const line = `${open}${texts.join(', ')}${close}`;
  return line.length <= LONGEST && !line.includes('\n')
    ? line
    : `${open}\n${texts.map((text) => `${text},\n`).join('')}${close}`;
}

/** An expression as it is written. */
export function expressionText({ form }: AlloyExpression): string {
  switch (form.kind) {
    case 'reference':
      return form.path;
    case 'call':
      return `${valueText(form.called)}${separated('(', form.args, ')')}`;
    case 'index':
      return `${valueText(form.value)}[${valueText(form.index)}]`;
    case 'access': {
      const value = valueText(form.value);
      // A whole number would take the dot for its own.
      return `${value}${/^\d+$/.test(value) ? ' ' : ''}.${form.name}`;
    }
    case 'unary':
      return `${form.operator}${valueText(form.value)}`;
    case 'binary':
      return `${valueText(form.left)} ${form.operator} ${valueText(form.right)}`;
    case 'parentheses':
      return `(${valueText(form.value)})`;
    case 'literal':
      return form.text;
  }
}
