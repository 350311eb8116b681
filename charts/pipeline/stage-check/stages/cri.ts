import { ConfigReader, type StageReader } from '../config-reader';

/** How many streams may have a line of which the end has not come yet. */
const MAX_PARTIAL_LINES = 100n;

/** @see https://grafana.com/docs/loki/latest/send-data/promtail/stages/cri/ */
export const readCri: StageReader = (config, context) => {
  const reader = new ConfigReader(config, context, ['cri'], 'weak');
  const size = reader.raw('max_partial_line_size');
  if (typeof size === 'string' && /^\d+\s*[a-z]+$/i.test(size)) {
    reader.refuse(
      'max_partial_line_size',
      `"${size}" is not a whole number`,
      'write a number of bytes, without a unit',
    );
    return undefined;
  }
  const maxPartialLines = reader.integer('max_partial_lines') ?? 0n;
  const maxPartialLineSize = Number(BigInt.asIntN(64, reader.integer('max_partial_line_size', true) ?? 0n));
  const truncates = reader.boolean('max_partial_line_size_truncate') ?? false;
  if (truncates && maxPartialLineSize < 0) {
    reader.refuse('max_partial_line_size', 'is negative: Promtail ends at the first line', 'write a number of bytes');
  }
  if (reader.hasErrors) return undefined;
  return {
    type: 'cri',
    maxPartialLines: maxPartialLines === 0n ? MAX_PARTIAL_LINES : maxPartialLines,
    maxPartialLineSize,
    truncates,
  };
};
