import { regexpFor } from '../../go/regexp';
import { changing, type Stage } from '../stage';

/** ESC, and U+009B, which is short for ESC and a bracket. */
const INTRODUCERS = ['\u001B', '\u009B'];

const ANSI = regexpFor(
  '[\u001B\u009B][[\\]()#;?]*(?:(?:(?:[a-zA-Z\\d]*(?:;[a-zA-Z\\d]*)*)?\u0007)|(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PRZcf-ntqry=><~]))',
);

export const decolorize = (): Stage =>
  changing((entry) => {
    if (INTRODUCERS.some((introducer) => entry.line.includes(introducer))) {
      entry.line = ANSI.replaceAllLiteral(entry.line, '');
    }
  });
