/** A YAML document as a value; or why it is none. */
export type ParsedYaml = { readonly value: unknown } | { readonly mistake: string };

/**
 * Reads the first document. The parser is loaded with the first call: most synths write what is there already and need none.
 * Never throws.
 */
export function parseYaml(text: string): ParsedYaml {
  const { parseDocument } = require('yaml') as typeof import('yaml');
  try {
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
    const [error] = document.errors;
    return error === undefined ? { value: document.toJS() } : { mistake: messageOf(error) };
  } catch (error) {
    // Aliases without end are found out only when they are followed.
    return { mistake: messageOf(error) };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
