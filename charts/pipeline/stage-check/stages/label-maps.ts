import { isLabelName } from '../../labels';
import { isPlainMap, joinPath, refused, shown, warned } from '../../problem';
import { type StageContext, type StageReader, textsOf } from '../config-reader';

/** The texts below a stage whose keys are names of labels; undefined where something is refused. */
function readLabels(
  config: unknown,
  { path, report }: StageContext,
): ReadonlyMap<string, string | undefined> | undefined {
  const remedy = 'write the names of labels below it: {level: }';
  if (config === null || config === undefined) {
    report(warned(path, 'is empty: it does nothing', remedy));
    return new Map();
  }
  if (!isPlainMap(config)) {
    report(refused(path, `is ${shown(config)}, not a block of keys`, remedy));
    return undefined;
  }
  let isRefused = false;
  const texts = textsOf(config, path, (problem) => {
    isRefused = true;
    report(problem);
  });
  for (const name of texts.keys()) {
    if (isLabelName(name)) continue;
    isRefused = true;
    const near = name.replace(/[^a-zA-Z0-9_]/g, '_').replace(/^(?=\d)/, '_');
    report(
      refused(joinPath(path, name), 'is not the name of a label', near === '' ? 'name a label' : `write "${near}"`),
    );
  }
  return isRefused ? undefined : texts;
}

/** A label without a source is its own. */
const readSources =
  (type: 'labels' | 'structured_metadata'): StageReader =>
  (config, context) => {
    const texts = readLabels(config, context);
    if (texts === undefined) return undefined;
    return { type, sources: [...texts].map(([name, source = '']) => [name, source === '' ? name : source]) };
  };

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/labels/ */
export const readLabelSources = readSources('labels');

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/structured_metadata/ */
export const readStructuredMetadata = readSources('structured_metadata');

/** A label without a value is none. @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/static_labels/ */
export const readStaticLabels: StageReader = (config, context) => {
  const texts = readLabels(config, context);
  if (texts === undefined) return undefined;
  return {
    type: 'static_labels',
    labels: [...texts].flatMap(([name, value = '']) => (value === '' ? [] : [[name, value]])),
  };
};
