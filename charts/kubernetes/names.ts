import type { Problem } from './problem';

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** The nearest DNS label to what somebody wrote, for a remedy; undefined when nothing is left of it. */
export function nearestDnsLabel(name: string, maxLength = 63): string | undefined {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '');
  return label === '' ? undefined : label;
}

export interface NameRules {
  /** What is left of 63 characters once everything that is derived from the name has its suffix. @default 63 */
  readonly maxLength?: number;
  /** The longest derived name, for the message. */
  readonly derived?: string;
  /** Whether a Service gets the name, or one that begins with it: no digit first. @default false */
  readonly ofService?: boolean;
}

/** Refuses a name that is not a DNS-1123 label, or one too long for what is made from it. */
export function checkName(
  name: unknown,
  path: string,
  { maxLength = 63, derived, ofService = false }: NameRules = {},
): Problem[] {
  if (typeof name !== 'string') {
    return [{ path, message: `${JSON.stringify(name)} is not a name`, remedy: 'write a DNS label, such as "loki"' }];
  }
  const shown = JSON.stringify(name);
  if (!DNS_LABEL.test(name)) {
    const nearest = nearestDnsLabel(ofService ? name.replace(/^[^a-z]+/i, '') : name, maxLength);
    return [
      {
        path,
        message: `${shown} is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends)`,
        remedy: nearest === undefined ? 'write a name such as "loki"' : `did you mean "${nearest}"?`,
      },
    ];
  }
  if (ofService && /^[0-9]/.test(name)) {
    return [
      {
        path,
        message: `${shown} starts with a digit, as no Service may`,
        remedy: `did you mean "${nearestDnsLabel(`s${name}`, maxLength)}"?`,
      },
    ];
  }
  if (name.length > maxLength) {
    const reason = derived === undefined ? '' : `: ${derived} is made from it`;
    return [
      {
        path,
        message: `${shown} has ${name.length} characters, ${maxLength} fit${reason}`,
        remedy: `shorten it to ${maxLength} characters or less`,
      },
    ];
  }
  return [];
}
