import { partOf } from './part-of-error';

/** What `parseArgs` makes of arguments, or in one line why it makes nothing of them. */
export function parsedArguments<Parsed>(
  parse: () => Parsed,
): { readonly parsed: Parsed } | { readonly mistake: string } {
  try {
    return { parsed: parse() };
  } catch (error) {
    const [first = ''] = partOf(error, 'message').split(/[.\n]/);
    return { mistake: `${first}; --help says what there is` };
  }
}
