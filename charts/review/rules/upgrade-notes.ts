/** What somebody should know who takes a program from one release to another. */
export interface UpgradeNote {
  /** How the program's images end, without registry and tag. */
  readonly program: RegExp;
  /** Said when a change leads from before this release to it or beyond: `3.0`. */
  readonly since: `${number}.${number}`;
  /** A sentence without a full stop. */
  readonly note: string;
}

const LOKI = /(?:^|\/)grafana\/(?:enterprise-logs|loki)$/;
const GRAFANA = /(?:^|\/)grafana\/grafana(?:-oss|-enterprise)?$/;

const ALLOY = /(?:^|\/)grafana\/alloy$/;

/** In the order of the releases. */
export const UPGRADE_NOTES: readonly UpgradeNote[] = [
  {
    program: LOKI,
    since: '3.0',
    note: 'Loki 3.0 keeps structured metadata unless told otherwise, and starts only if the current schema period is v13 on tsdb, or with limits_config.allow_structured_metadata: false',
  },
  {
    program: LOKI,
    since: '3.0',
    note: 'Loki 3.0 has removed keys such as shared_store, enforce_metric_name and max_transfer_retries, and refuses a file that has one: `npm run check -- loki` finds them',
  },
  {
    program: LOKI,
    since: '3.0',
    note: 'Loki 3.0 refuses streams of more than 15 labels (30 before), and gives every stream the label service_name; limits_config sets both',
  },
  {
    program: GRAFANA,
    since: '9.0',
    note: 'Grafana 9 runs the alerting of its own that 8 brought, and takes the alerts of dashboards over into it',
  },
  {
    program: GRAFANA,
    since: '10.0',
    note: 'Grafana 10 tests a Loki data source in a way that Loki 2.6.1 and older cannot answer',
  },
  {
    program: GRAFANA,
    since: '11.0',
    note: 'Grafana 11 does not start with [alerting] enabled = true, and loads no plugins written in AngularJS unless told to',
  },
  {
    program: GRAFANA,
    since: '12.0',
    note: 'Grafana 12 has no AngularJS left: panels and plugins written in it do not show any more',
  },
  {
    program: GRAFANA,
    since: '13.0',
    note: 'Grafana 13 no longer answers requests that name a data source by its number, as scripts of before 9 may do',
  },
  {
    program: ALLOY,
    since: '1.12',
    note: 'Alloy 1.12 cuts line ends off what stage.multiline joins, unless trim_newlines = false',
  },
  {
    program: ALLOY,
    since: '1.17',
    note: 'Alloy 1.17 moves times that come twice on by a little in stage.timestamp, unless action_on_duplicate_timestamp = "keep"',
  },
];

/** Said of every change of a program's release, in either direction. */
export const STANDING_NOTES: readonly Omit<UpgradeNote, 'since'>[] = [
  {
    program: /(?:^|\/)grafana\/promtail$/,
    note: 'Promtail is at its end of life since 2026-03-02, and 3.6.11 is its last image: its successor is Grafana Alloy',
  },
];

/** Said where one program takes the place of another in the same container. */
export const SUCCESSOR_NOTES: readonly {
  readonly from: RegExp;
  readonly to: RegExp;
  readonly note: string;
}[] = [
  {
    from: /(?:^|\/)grafana\/promtail$/,
    to: ALLOY,
    note: 'Alloy reads another configuration than Promtail, has other arguments, and keeps how far it has read elsewhere: see docs/collectors.md',
  },
];

/** Said of a change to an older release: to any, or to one before `below`. */
export const DOWNGRADE_NOTES: readonly (Omit<UpgradeNote, 'since'> & { readonly below?: `${number}.${number}` })[] = [
  {
    program: GRAFANA,
    note: 'an older Grafana may not start on a database that a newer one has changed: restore the copy of before the upgrade',
  },
  {
    program: LOKI,
    below: '2.9',
    note: 'Loki before 2.9 does not read what was written with schema v13, nor before 2.8 what is on tsdb',
  },
];
