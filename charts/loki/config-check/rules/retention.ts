import { refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { isShipper } from '../periods';
import type { Rule } from './rule';
import { namedStores, objectStores, unknownStore } from './stores';

const DAY = 24 * 60 * 60 * 1000;
const PERIOD = 'limits_config.retention_period';
const COMPACTOR = 'compactor.retention_enabled';
const DELETE_STORE = 'compactor.delete_request_store';

/** 3.x: the compactor keeps requests to delete in a store that has to be named. */
export const retentionHasDeleteStore: Rule = ({ settings }) =>
  settings.isAtLeast('3.0') && settings.bool(COMPACTOR) && settings.text(DELETE_STORE) === ''
    ? [
        refused(
          COMPACTOR,
          `is true, and ${DELETE_STORE} is not set`,
          `set ${DELETE_STORE} to the object store that chunks are in`,
        ),
      ]
    : [];

export const deleteStoreIsKnown: Rule = ({ settings }) => {
  const name = settings.text(DELETE_STORE);
  const tables = /^(aws-dynamo|gcp|bigtable|cassandra|grpc-store)/;
  const known = [
    ...objectStores(settings).filter((store) => !tables.test(store) && store !== 'noop'),
    ...namedStores(settings).keys(),
  ];
  if (name === '' || name === '?' || known.includes(name)) return [];
  const mistake = unknownStore(DELETE_STORE, name, 'an object store', known, settings);
  // Without retention nobody opens it.
  return [settings.bool(COMPACTOR) ? mistake : { ...mistake, severity: 'warning' }];
};

/** The limit alone deletes nothing: the disk fills up. */
export const retentionHasCompactor: Rule = ({ settings }) => {
  if (!settings.has(COMPACTOR) || settings.bool(COMPACTOR) || settings.textIfKnown(COMPACTOR) === undefined) return [];
  const message = `is set, and ${COMPACTOR} is not: nothing is ever deleted`;
  const remedy = `set ${COMPACTOR}: true${settings.isAtLeast('3.0') ? ` and ${DELETE_STORE}` : ''}`;
  if (settings.isWritten(PERIOD) && (settings.milliseconds(PERIOD) ?? 0) > 0) return [refused(PERIOD, message, remedy)];
  const streams = 'limits_config.retention_stream';
  return settings.itemsOf(streams).length > 0 ? [warned(streams, message, remedy)] : [];
};

/** The compactor works on whole days of the index; a shorter limit is taken and not kept. */
export const retentionIsADayAtLeast: Rule = ({ settings }) => {
  const period = settings.milliseconds(PERIOD) ?? 0;
  if (period === 0 || !settings.isWritten(PERIOD)) return [];
  if (period < DAY) {
    return [
      refused(
        PERIOD,
        `is "${settings.text(PERIOD)}", less than a day`,
        'write "24h" or more, or "0s" to keep logs for ever',
      ),
    ];
  }
  return period % DAY === 0
    ? []
    : [
        warned(
          PERIOD,
          `is "${settings.text(PERIOD)}", not a multiple of 24h, and index tables hold a day`,
          'write whole days, such as "30d"',
        ),
      ];
};

export const streamRetentions: Rule = ({ settings }) =>
  settings.itemsOf('limits_config.retention_stream').flatMap((path) => {
    const period = settings.milliseconds(`${path}.period`);
    return [
      ...(settings.text(`${path}.selector`) === ''
        ? [refused(`${path}.selector`, 'is not said', 'write the streams that it is for: \'{namespace="dev"}\'')]
        : []),
      ...(period !== undefined && period < DAY
        ? [
            refused(
              `${path}.period`,
              period === 0 ? 'is not said' : `is "${settings.text(`${path}.period`)}", less than a day`,
              'write "24h" or more',
            ),
          ]
        : []),
    ];
  });

/** The table manager deletes tables of a database; TSDB and boltdb-shipper have none. */
export const tableManagerHasTables: Rule = ({ settings, periods }) => {
  if (periods.length === 0 || !periods.every(isShipper)) return [];
  const asks = [
    ...(settings.bool('table_manager.retention_deletes_enabled') ? ['table_manager.retention_deletes_enabled'] : []),
    ...((settings.milliseconds('table_manager.retention_period') ?? 0) > 0 ? ['table_manager.retention_period'] : []),
  ];
  return asks
    .slice(0, 1)
    .map((path) =>
      refused(
        path,
        `does nothing for ${periods.at(-1)?.store}, whose index has no tables to delete: logs are kept for ever`,
        settings.has(COMPACTOR)
          ? `take it out, and set ${COMPACTOR}: true and ${PERIOD}`
          : 'take it out, or take a release from 2.3 on, whose compactor deletes',
      ),
    );
};

/** The compactor reads TSDB and boltdb-shipper only. */
export const compactorHasIndex: Rule = ({ settings, periods }) =>
  settings.bool(COMPACTOR) && periods.length > 0 && !periods.some(isShipper)
    ? [
        warned(
          COMPACTOR,
          `is true, and the compactor deletes nothing of an index in ${periods.at(-1)?.store}`,
          'take it out; a table manager deletes whole tables',
        ),
      ]
    : [];

/** Tables are deleted whole, so a retention that ends within one keeps it. */
export const tableRetentionIsWhole: Rule = ({ settings, periods }) => {
  const retention = settings.milliseconds('table_manager.retention_period') ?? 0;
  const last = periods.at(-1);
  if (retention === 0 || last === undefined || isShipper(last)) return [];
  const table = last.indexPeriod ?? 0;
  const where = 'table_manager.retention_period';
  if (table === 0)
    return [
      refused(
        where,
        'can delete nothing: the index is one table for ever',
        `set ${last.path}.index.period, or take it out`,
      ),
    ];
  return retention % table === 0
    ? []
    : [refused(where, `is not a multiple of ${last.path}.index.period`, 'write a multiple of it')];
};

/** Where the compactor works: 3.x refuses to guess, 2.x fails once it starts. */
export const compactorHasFolder: Rule = ({ settings, periods }) => {
  const isNeeded = settings.isAtLeast('3.0') ? periods.some(isShipper) : settings.bool(COMPACTOR);
  if (!isNeeded || compactorFolder(settings) !== '') return [];
  const path = settings.isWritten('compactor.working_directory')
    ? 'compactor.working_directory'
    : settings.bool(COMPACTOR)
      ? COMPACTOR
      : 'schema_config.configs[0].store';
  return [refused(path, 'needs compactor.working_directory, which is not set', 'set it, or common.path_prefix')];
};

/** What is not said follows from the common folder. */
function compactorFolder(settings: Settings): string {
  const path = 'compactor.working_directory';
  const folder = settings.text(path);
  return folder === '' && !settings.isSaid(path) ? settings.text('common.path_prefix') : folder;
}

export const RETENTION_RULES: readonly Rule[] = [
  retentionHasDeleteStore,
  deleteStoreIsKnown,
  retentionHasCompactor,
  retentionIsADayAtLeast,
  streamRetentions,
  tableManagerHasTables,
  compactorHasIndex,
  tableRetentionIsWhole,
  compactorHasFolder,
];
