import {
  isLiteralSecret,
  isReference,
  isSecretName,
  secretForm,
  secretSettings,
} from '../kubernetes/checks/literal-secrets';
import { type Difference, itemStep, type Step } from './compare/difference';
import { isMap, isScalar, textOf } from './plain';

/** What is shown in place of a credential. */
export const HIDDEN = '(hidden)';

/** What is kept from view: every value, as of a Secret, or those that look like credentials. */
export type Secrecy = 'everything' | 'credentials';

/** A value as it may be shown, at the steps that lead to it. */
export function shown(value: unknown, steps: readonly Step[], secrecy: Secrecy): unknown {
  if (value === undefined || value === null) return value;
  if (secrecy === 'everything') return HIDDEN;
  if (isScalar(value)) return isCredential(String(value), nameAt(steps)) ? HIDDEN : value;
  if (Array.isArray(value)) return value.map((item, index) => shown(item, [...steps, itemStep(value, index)], secrecy));
  if (!isMap(value)) return HIDDEN;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'value' && isScalar(part) && isScalar(value.name) && isCredential(String(part), String(value.name))
        ? HIDDEN
        : shown(part, [...steps, key], secrecy),
    ]),
  );
}

/** Whether any line of two texts holds a credential: then none of their lines is shown, as it may go over several. */
export const holdsCredential = (text: string): boolean =>
  secretForm(text) !== undefined || secretSettings(text).length > 0;

/** The values of a difference as they may be shown. */
export function shownValues({ old, new: now, steps }: Difference, secrecy: Secrecy): Pick<Difference, 'old' | 'new'> {
  return { old: shown(old, steps, secrecy), new: shown(now, steps, secrecy) };
}

/** The name that a value goes by: its key, or the variable's whose value it is. */
function nameAt(steps: readonly Step[]): string {
  const last = steps.at(-1);
  if (last === 'value') {
    const item = steps.at(-2);
    return typeof item === 'object' ? item.item : '';
  }
  return typeof last === 'string' ? last : '';
}

/** `automountServiceAccountToken: false` is no credential. */
const SWITCH = /^(?:true|false)?$/i;

function isCredential(text: string, name: string): boolean {
  const [, option, value] = /^--?([\w.-]+)=(.*)$/s.exec(text) ?? [];
  if (option !== undefined && value !== undefined && isLiteralSecret(option, value)) return true;
  if (isReference(text)) return false;
  return (isSecretName(name) && !SWITCH.test(text)) || isLiteralSecret(name, text) || holdsCredential(text);
}

/** A URL without the credentials in it. */
export const shownUrl = (url: unknown): string => (textOf(url) ?? '?').replace(/\/\/[^/@\s]*@/, '//');
