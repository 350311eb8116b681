import { refused, shown } from '../../problem';
import type { StageReader } from '../config-reader';

const readNames =
  (type: 'labelallow' | 'labeldrop'): StageReader =>
  (config, { path, report }) => {
    if (config !== undefined && config !== null && !Array.isArray(config)) {
      report(refused(path, `is ${shown(config)}, not a list`, 'write the names of labels: [a, b]'));
      return undefined;
    }
    const names: readonly unknown[] = config ?? [];
    if (names.length === 0) {
      report(refused(path, 'names no label', 'write the names of labels: [a, b]'));
      return undefined;
    }
    const wrong = names.flatMap((name, index) => (name === null || typeof name === 'string' ? [] : [index]));
    for (const index of wrong) {
      report(
        refused(
          `${path}[${index}]`,
          `is ${shown(names[index])}, not a text`,
          `write it in quotes: "${String(names[index])}"`,
        ),
      );
    }
    return wrong.length > 0 ? undefined : { type, names: names.map((name) => String(name ?? '')) };
  };

export const readLabelAllow = readNames('labelallow');
export const readLabelDrop = readNames('labeldrop');
