import { didYouMean } from '../../problem';
import { compileTemplate } from '../../template/execute';
import { functionNames } from '../../template/functions';
import { TemplateMistake } from '../../template/lexer';
import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/template/ */
export const readTemplate: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['template'], 'strict');
  const source = reader.string('source') ?? '';
  const text = reader.string('template') ?? '';
  if (!reader.hasErrors && source === '') reader.refuse('source', 'is not set', 'name what to extract it as');
  if (reader.hasErrors) return undefined;
  try {
    return { type: 'template', source, template: compileTemplate(text) };
  } catch (error) {
    if (!(error instanceof TemplateMistake)) throw error;
    reader.refuse('template', `is not a template: ${error.message}`, remedyOf(error.message));
    return undefined;
  }
};

function remedyOf(mistake: string): string {
  const name = /^function "(.*)" not defined$/.exec(mistake)?.[1];
  return name === undefined
    ? 'close every {{ with }}, and every block with {{ end }}'
    : didYouMean(name, functionNames(), 'use a function of Go, of sprig or of Promtail');
}
