import { didYouMean, shown } from '../../problem';
import { SelectorError } from '../../selector/lexer';
import { parseSelector, type Selector } from '../../selector/selector';
import { ConfigReader, type StageReader } from '../config-reader';

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/match/ */
export const readMatch: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['match'], 'strict');
  const text = reader.string('selector') ?? '';
  const action = reader.string('action') ?? '';
  reader.string('drop_counter_reason');
  if (reader.string('pipeline_name') === '') {
    reader.refuse('pipeline_name', 'is empty', 'write a name, or leave it out');
  }
  const selector = reader.hasErrors ? undefined : readSelector(reader, text);
  if (action !== '' && action !== 'keep' && action !== 'drop') {
    reader.refuse(
      'action',
      `${shown(action)} is no action`,
      didYouMean(action, ['keep', 'drop'], 'write "keep" or "drop"'),
    );
  }
  const drops = action === 'drop';
  const list = readList(reader);
  if (list !== undefined && drops && list.length > 0) {
    reader.refuse('stages', 'cannot be there: the lines are dropped', 'leave it out, or write action: keep');
  }
  if (list?.length === 0 && !drops) {
    reader.refuse('stages', 'has no stage', 'write one, or action: drop');
  }
  const stages = drops ? [] : context.readStages(list ?? [], reader.pathOf('stages'));
  if (reader.hasErrors || selector === undefined) return undefined;
  return { type: 'match', selector, action: drops ? 'drop' : 'keep', stages };
};

function readSelector(reader: ConfigReader, text: string): Selector | undefined {
  const remedy = 'write it as \'{app="web"} |= "error"\'';
  if (text === '') {
    reader.refuse('selector', 'is not set', remedy);
    return undefined;
  }
  try {
    return parseSelector(text);
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    reader.refuse('selector', `${shown(text)} is not a selector of Promtail: ${error.message}`, remedy);
    return undefined;
  }
}

function readList(reader: ConfigReader): readonly unknown[] | undefined {
  const stages = reader.raw('stages') ?? [];
  if (Array.isArray(stages)) return stages;
  reader.refuse('stages', `is ${shown(stages)}, not a list`, 'write a list of stages');
  return undefined;
}
