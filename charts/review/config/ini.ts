import type { PlainMap } from '../plain';

const SECTION = /^\[([^\]]*)\]\s*(?:[#;].*)?$/;
const SETTING = /^([^=:]+?)\s*[=:]\s*(.*)$/;

/** Stands for the key of lines that have none: they may be values, of which the key was lost. */
const NO_KEY = '(no key)';

/** Whether a text is an ini file: a section, and nothing but sections, settings and comments. */
export function isIni(name: string, text: string): boolean {
  if (/\.ini$/.test(name)) return true;
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.some((line) => SECTION.test(line)) &&
    lines.every((line) => line === '' || /^[#;]/.test(line) || SECTION.test(line) || /^[\w.-]+\s*=/.test(line))
  );
}

/** The settings of an ini file by section and key, as Grafana reads it; those before the first section under `DEFAULT`. */
export function readIni(text: string): Readonly<Record<string, PlainMap>> {
  const sections = new Map<string, Map<string, string>>();
  let keys = new Map<string, string>();
  sections.set('DEFAULT', keys);
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = (lines[index] ?? '').trim();
    if (line === '' || /^[#;]/.test(line)) continue;
    const section = SECTION.exec(line)?.[1]?.trim();
    if (section !== undefined) {
      keys = sections.get(section) ?? new Map();
      sections.set(section, keys);
      continue;
    }
    const [, key, written = ''] = SETTING.exec(line) ?? [];
    if (key === undefined) {
      const others = keys.get(NO_KEY);
      keys.set(NO_KEY, others === undefined ? line : `${others}\n${line}`);
      continue;
    }
    let value = written;
    // Between triple quotes a value goes over several lines.
    while (value.startsWith('"""') && !/^"""[\s\S]*"""/.test(value) && index + 1 < lines.length) {
      index += 1;
      value += `\n${lines[index]}`;
    }
    keys.set(key, unquoted(value));
  }
  return Object.fromEntries(
    [...sections].filter(([, found]) => found.size > 0).map(([name, found]) => [name, Object.fromEntries(found)]),
  );
}

const unquoted = (value: string): string => {
  const quoted = /^("""|`|"|')([\s\S]*?)\1/.exec(value);
  return quoted?.[2] ?? value.replace(/\s*[#;].*$/, '').trim();
};
