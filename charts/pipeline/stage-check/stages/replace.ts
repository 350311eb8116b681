import { compileTemplate, type Template } from '../../template/execute';
import { TemplateMistake } from '../../template/lexer';
import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/replace/ */
export const readReplace: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['replace'], 'strict');
  const source = reader.source();
  const regexp = reader.regexp('expression', 'token=(\\w+)');
  const text = reader.string('replace') ?? '';
  if (reader.hasErrors || regexp === undefined) return undefined;
  if (regexp.names.length === 1) {
    reader.warn(
      'expression',
      'has no group: only what groups catch is replaced',
      'put what to replace in brackets: (…)',
    );
  }
  return { type: 'replace', regexp, source, template: readTemplate(reader, text) };
};

/** Promtail looks at the template when a line comes, and then keeps quiet about its mistakes. */
function readTemplate(reader: ConfigReader, text: string): Template | undefined {
  try {
    return compileTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateMistake)) throw error;
    reader.warn('replace', `is not a template: ${error.message}; nothing is ever replaced`, 'close every {{ with }}');
    return undefined;
  }
}
