/** What a line of a container runtime holds; undefined where a parser takes it for none, and leaves it as it is. */
export interface RuntimeLine {
  readonly stream: string;
  readonly isPartial: boolean;
  readonly content: string;
}

type Parser = (line: string) => RuntimeLine | undefined;

/** As Promtail's stages `cri` and `docker` read lines, by a regular expression and as JSON. */
export const PROMTAIL: { readonly cri: Parser; readonly docker: Parser } = {
  cri: (line) => {
    const [, stream, flags, content] = /^\S+? (stdout|stderr) (\S+?) (.*)$/s.exec(line) ?? [];
    return stream === undefined ? undefined : { stream, isPartial: flags === 'P', content: content ?? '' };
  },
  docker: (line) => {
    const fields = jsonObject(line);
    return fields && { stream: String(fields.stream ?? ''), isPartial: false, content: String(fields.log ?? '') };
  },
};

/** As Alloy's do since 1.14, by parsers of their own: the flag may be missing, and a Docker line without a log is none. */
export const ALLOY: { readonly cri: Parser; readonly docker: Parser } = {
  cri: (line) => {
    const [, stream, rest] = /^\S+ (stdout|stderr) (.*)$/s.exec(line) ?? [];
    if (stream === undefined || rest === undefined) return undefined;
    const content = /^[PF]/.test(rest) ? rest.slice(1) : rest;
    return { stream, isPartial: rest.startsWith('P'), content: content.replace(/^ /, '') };
  },
  docker: (line) => {
    const fields = jsonObject(line);
    return typeof fields?.log === 'string' && fields.log !== '' ? PROMTAIL.docker(line) : undefined;
  },
};

function jsonObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
