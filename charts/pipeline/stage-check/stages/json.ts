import { JmesPathError } from '../../jmespath/lexer';
import { parseJmesPath } from '../../jmespath/parser';
import type { Expression } from '../../jmespath/tree';
import { joinPath, shown } from '../../problem';
import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/json/ */
export const readJson: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['json'], 'strict');
  const texts = reader.texts('expressions');
  const source = reader.source();
  const dropsMalformed = reader.boolean('drop_malformed') ?? false;
  if (!reader.hasErrors && (texts === undefined || texts.size === 0)) {
    reader.refuse('expressions', 'is not set', 'write what to extract: {level: level}');
  }
  // Without an expression the name is it.
  const expressions = [...(texts ?? [])].map(
    ([name, text = '']) => [name, readExpression(reader, name, text === '' ? name : text)] as const,
  );
  if (reader.hasErrors) return undefined;
  return {
    type: 'json',
    expressions: expressions.flatMap(([name, found]) => (found === undefined ? [] : [[name, found]])),
    source,
    dropsMalformed,
  };
};

function readExpression(reader: ConfigReader, name: string, text: string): Expression | undefined {
  try {
    return parseJmesPath(text);
  } catch (error) {
    if (!(error instanceof JmesPathError)) throw error;
    const remedy = /^[\w.-]+$/.test(text) ? `write ${quotedSteps(text)}` : 'see jmespath.org';
    reader.refuse(
      joinPath('expressions', name),
      `${shown(text)} is not a JMESPath expression: ${error.message}`,
      remedy,
    );
    return undefined;
  }
}

/** A name with a dash has to stand in double quotes. */
const quotedSteps = (text: string): string =>
  `'${text
    .split('.')
    .map((step) => (/^[A-Za-z_]\w*$/.test(step) ? step : `"${step}"`))
    .join('.')}'`;
