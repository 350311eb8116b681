import type { Manifest } from '../../kubernetes/manifest';
import type { ConfigChange } from '../config/config-change';
import { podOf } from '../kinds';
import { at, mapsAt, textAt, textOf } from '../plain';
import type { Consequence } from '../review';
import { containersOf } from '../side';
import { consequence, differencesAt, type Rule } from './rule';

/** Settings that let somebody in who was not let in before, by section and key. */
const OPENINGS: readonly (readonly [section: string, key: string, message: string])[] = [
  ['auth.anonymous', 'enabled', 'lets everybody in who reaches it, without signing in'],
  ['auth.proxy', 'enabled', 'believes whoever reaches it in whose name they come'],
  ['users', 'allow_sign_up', 'lets everybody who reaches it make an account'],
  ['security', 'allow_embedding', 'lets any page show it in a frame'],
];

/** Settings that say which database is Grafana's. */
const DATABASE = ['type', 'host', 'name', 'url', 'path'];

/** Another password, or another place for it, is no other database. */
const databaseSetting = (ini: unknown, key: string): string | undefined =>
  textAt(ini, 'database', key)?.replace(/^(\w+:\/\/[^\s/:@]*):[^\s/@]*@/, '$1@');

/** What changes of grafana.ini and of provisioned data sources do. */
export const grafanaConfigs: Rule = ({ configs }) =>
  configs.flatMap((config) => {
    if (config.differences.length === 0 || config.after === undefined) return [];
    if (config.format === 'grafana-ini') return settings(config);
    return config.format === 'data-sources' && config.before !== undefined ? dataSources(config) : [];
  });

const ROLES = ['Viewer', 'Editor', 'Admin'];

const isOn = (value: unknown): boolean => /^(?:1|t|true|yes|on)$/i.test(textOf(value) ?? '');

function settings({ before, after, differences }: ConfigChange): Consequence[] {
  const old = before?.value;
  const now = after?.value;
  const opened = OPENINGS.filter(([section, key]) => isOn(at(now, section, key)) && !isOn(at(old, section, key)));
  const consequences = opened.map(([section, key, message]) =>
    consequence('exposure', message, differencesAt(differences, `${section}.${key}`)),
  );
  const role = (value: unknown): number => ROLES.indexOf(textAt(value, 'auth.anonymous', 'org_role') ?? 'Viewer');
  if (isOn(at(now, 'auth.anonymous', 'enabled')) && role(now) > Math.max(role(old), 0)) {
    const message = `lets whoever does not sign in act as ${textAt(now, 'auth.anonymous', 'org_role')}`;
    consequences.push(consequence('exposure', message, differencesAt(differences, 'auth.anonymous.org_role')));
  }
  const given = (value: unknown): number => ROLES.indexOf(textAt(value, 'users', 'auto_assign_org_role') ?? 'Viewer');
  if (given(now) > Math.max(given(old), 0)) {
    const message = `makes whoever signs in for the first time ${textAt(now, 'users', 'auto_assign_org_role')}`;
    consequences.push(consequence('rights', message, differencesAt(differences, 'users.auto_assign_org_role')));
  }
  const moved = DATABASE.filter((key) => databaseSetting(old, key) !== databaseSetting(now, key));
  if (before !== undefined && moved.length > 0) {
    const message =
      'keeps its dashboards, users and alerts in another database: those that are there stay in the old one';
    consequences.push(
      consequence(
        'data-loss',
        message,
        moved.flatMap((key) => differencesAt(differences, `database.${key}`)),
      ),
    );
  }
  return consequences;
}

/** Data sources whose uid is another one: Grafana knows them by it, and so do dashboards. */
function dataSources({ before, after, differences, secrecy }: ConfigChange): Consequence[] {
  const old = new Map(
    mapsAt(before?.value, 'datasources').map((source) => [textOf(source.name) ?? '', textOf(source.uid)]),
  );
  const changed = mapsAt(after?.value, 'datasources').filter(({ name, uid }) => {
    const was = old.get(textOf(name) ?? '');
    return was !== undefined && was !== textOf(uid);
  });
  return changed.map(({ name }) => {
    const which = secrecy === 'everything' ? 'A data source' : `Data source ${textOf(name) ?? '?'}`;
    const causes = differences.filter(({ shape }) => shape === 'datasources[].uid');
    return consequence(
      'recreate',
      `${which} gets another uid, which Grafana does not change: name it in deleteDatasources of the same file, so that it is made again; dashboards that refer to the old uid show nothing`,
      causes,
    );
  });
}

/** The same settings, said by variables of the container: they win over grafana.ini. */
export const grafanaVariables: Rule = ({ status, before, after, differences }) => {
  if (status !== 'changed') return [];
  const [old, now] = [variablesOf(before), variablesOf(after)];
  return OPENINGS.flatMap(([section, key, message]) => {
    const name = `GF_${section}_${key}`.toUpperCase().replaceAll('.', '_');
    if (!isOn(now.get(name)) || isOn(old.get(name))) return [];
    return [
      consequence(
        'exposure',
        message,
        differences.filter(({ path }) => path.includes(`env[${name}]`)),
      ),
    ];
  });
};

const variablesOf = (manifest: Manifest | undefined): ReadonlyMap<string, unknown> =>
  new Map(
    containersOf(podOf(manifest)).flatMap((container) =>
      mapsAt(container, 'env').map(({ name, value }) => [textOf(name) ?? '', value] as const),
    ),
  );
