import { objectOf, text } from '../kubernetes/shape';
import type { SchemaPeriod } from './schema';

export const PERIOD = objectOf<SchemaPeriod>(
  {
    from: text,
    store: text,
    objectStore: text,
    schema: text,
    index: objectOf<NonNullable<SchemaPeriod['index']>>({ prefix: text, period: text }),
  },
  ['from', 'store', 'objectStore', 'schema'],
);
