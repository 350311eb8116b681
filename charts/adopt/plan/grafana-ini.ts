import { grafanaIniKeys } from '../../../imports/grafana-ini';
import { checkIni } from '../../grafana/ini-check';
import { isLiteralSecret } from '../../kubernetes/checks/literal-secrets';
import { readIni } from '../../review/config/ini';
import type { JsonObject } from '../json';

/** What a running Grafana's grafana.ini comes to. */
export interface IniFacts {
  readonly ini: JsonObject;
  /** Variables for what the option `ini` does not take: Grafana reads every setting from its environment too. */
  readonly env: readonly JsonObject[];
  /** Keys of the Secret that has to be made: `smtp.password`. */
  readonly secretKeys: readonly string[];
}

const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = grafanaIniKeys;

/** Settings that follow from elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(['security.admin_user', 'security.admin_password']);

const PASSWORD_IN_URL = /^(\w+:\/\/[^\s/:@]*:)[^\s/@]+(@[^\s@]*)$/;

/**
 * @param secretName of the Secret for credentials
 * @param variables of the pod, which say what they say whatever the file does
 */
export function iniFacts(text: string, secretName: string, variables: ReadonlySet<string> = new Set()): IniFacts {
  const ini: Record<string, Record<string, string | number | boolean>> = {};
  const env: JsonObject[] = [];
  const secretKeys: string[] = [];
  for (const [section, keys] of Object.entries(readIni(text))) {
    for (const [key, value] of Object.entries(keys as Readonly<Record<string, string>>)) {
      const setting = `${section}.${key}`;
      // Grafana keeps its default for nothing.
      if (value === '' || ELSEWHERE.has(setting)) continue;
      const typed = typedValue(TYPES[section]?.[key], value);
      const problems = checkIni({ [section]: { [key]: typed } }, 'ini');
      if (problems.length === 0) {
        ini[section] = { ...ini[section], [key]: typed };
        continue;
      }
      const name = variableName(section, key);
      if (variables.has(name) && TYPES[section]?.[key] !== undefined) continue;
      if (!isLiteralSecret(key, value) && !problems.some(({ message }) => message.includes('secret'))) {
        env.push({ name, value });
        continue;
      }
      const from = (variable: string, secretKey: string): void => {
        secretKeys.push(secretKey);
        env.push({ name: variable, valueFrom: { secretKeyRef: { name: secretName, key: secretKey } } });
      };
      const [, start, end] = PASSWORD_IN_URL.exec(value) ?? [];
      if (start !== undefined && end !== undefined) {
        ini[section] = { ...ini[section], [key]: `${start}\${${name}_PASSWORD}${end}` };
        from(`${name}_PASSWORD`, `${setting}.password`);
        continue;
      }
      // What Grafana has no default for it does not look up in its environment by itself.
      if (TYPES[section]?.[key] === undefined) ini[section] = { ...ini[section], [key]: `\${${name}}` };
      from(name, setting);
    }
  }
  return { ini, env, secretKeys };
}

/** The variable that Grafana reads a setting from, before its file. */
const variableName = (section: string, key: string): string =>
  `GF_${section === 'DEFAULT' ? 'DEFAULT' : section}_${key}`.toUpperCase().replace(/[.-]/g, '_');

function typedValue(type: string | undefined, value: string): string | number | boolean {
  if (/^\$(?:__\w+)?\{/.test(value)) return value;
  if (type === 'boolean' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  if (type === 'number' && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  return value;
}
