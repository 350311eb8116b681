import type { Subject } from '../subject';
import { type ConfigChange, configChange } from './config-change';
import { isSecret } from './entries';
import type { ConfigFormat } from './read-config';

/** Configurations of which a release has one: where it went is no riddle. */
const SOLE: readonly ConfigFormat[] = ['loki', 'promtail', 'alloy'];

interface Found {
  readonly subject: Subject;
  readonly config: ConfigChange;
}

/**
 * A configuration that is gone from one object and new in another, as from a ConfigMap to a Secret or to a name with another
 * hash, is compared with itself. Only where exactly one is gone and one is new.
 */
export function moveConfigs(subjects: readonly Subject[]): readonly Subject[] {
  const moved = new Map<Subject, ConfigChange[]>();
  for (const format of SOLE) {
    const [gone, ...othersGone] = found(
      subjects,
      ({ before, after }) => before?.format === format && after === undefined,
    );
    const [come, ...othersCome] = found(
      subjects,
      ({ before, after }) => after?.format === format && before === undefined,
    );
    if (gone === undefined || come === undefined || othersGone.length > 0 || othersCome.length > 0) continue;
    const from = gone.subject.before;
    const inSecret = [from, come.subject.after].some((manifest) => manifest !== undefined && isSecret(manifest));
    const change = configChange(come.config.name, gone.config.before, come.config.after, inSecret);
    const configs = moved.get(come.subject) ?? come.subject.configs;
    moved.set(
      come.subject,
      configs.map((config) => (config === come.config ? { ...change, from } : config)),
    );
  }
  return subjects.map((subject) => {
    const configs = moved.get(subject);
    return configs === undefined ? subject : { ...subject, configs };
  });
}

const found = (subjects: readonly Subject[], isSought: (config: ConfigChange) => boolean): Found[] =>
  subjects.flatMap((subject) => subject.configs.filter(isSought).map((config) => ({ subject, config })));
