/** One condition of a selector of streams: `namespace="dev"`. */
interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

const MATCHER = /([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|`[^`]*`)/g;

/** The matchers of a selector that Loki takes. */
const matchersOf = (selector: string): readonly Matcher[] =>
  Array.from(selector.matchAll(MATCHER), ([, label = '', operator = '', value = '']) => ({
    label,
    operator,
    value: unquoted(value),
  }));

function unquoted(text: string): string {
  if (text.startsWith('`')) return text.slice(1, -1);
  try {
    return JSON.parse(text) as string;
  } catch {
    // An escape that Go has and JSON has not: two that are written alike are alike still.
    return text.slice(1, -1);
  }
}

/** Whether two selectors say the same, in whatever order and quotes. */
export const isSameSelector = (a: string, b: string): boolean => normalized(a) === normalized(b);

const normalized = (selector: string): string =>
  matchersOf(selector)
    .map((matcher) => JSON.stringify([matcher.label, matcher.operator, matcher.value]))
    .sort()
    .join();

/** Whether one stream may fit both: no label decides that it cannot. What a pattern fits is known of a plain list only, `a|b`. */
export const mayOverlap = (a: string, b: string): boolean =>
  !matchersOf(a).some((one) =>
    matchersOf(b).some((other) => one.label === other.label && (excludes(one, other) || excludes(other, one))),
  );

function excludes(one: Matcher, other: Matcher): boolean {
  const [values, others] = [valuesOf(one), valuesOf(other)];
  if (values === undefined || isNegative(one) || others === undefined) return false;
  return isNegative(other)
    ? values.every((value) => others.includes(value))
    : !values.some((value) => others.includes(value));
}

const isNegative = ({ operator }: Matcher): boolean => operator.startsWith('!');

/** The values that a matcher names; undefined for a pattern. */
function valuesOf({ operator, value }: Matcher): readonly string[] | undefined {
  if (!operator.endsWith('~')) return [value];
  return /^[\w-]*(?:\|[\w-]*)*$/.test(value) ? value.split('|') : undefined;
}
