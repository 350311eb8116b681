/** A block of Alloy's language at the top of a file: `loki.write "default" {`, `logging {`. */
const BLOCK =
  /^(?:(?:loki|discovery|local|remote|prometheus|otelcol|mimir|pyroscope|faro|beyla)\.[\w.]+[ \t]+"[^"\n]*"|logging|tracing|livedebugging|declare[ \t]+"[^"\n]*")[ \t]*\{/m;

/** Whether a text is a configuration of Alloy. */
export const isAlloy = (name: string, text: string): boolean => /\.(?:alloy|river)$/.test(name) || BLOCK.test(text);

/** What a configuration of Alloy means. Until it is read as what it is, that is its lines without comments and blanks at their ends. */
export const alloyLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*\/\/.*$/, '').trimEnd())
    .filter((line) => line !== '');
