import { isDuration, nearestDuration } from '../../../config-check/durations';
import { type Finding, refused } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import { regexMistake } from '../../../config-check/texts';
import { jobsOf } from '../jobs';
import type { Rule } from './rule';

type Check = (settings: Settings, path: string) => Finding[];

const missing = (settings: Settings, path: string, key: string, what: string, remedy: string): Finding[] =>
  settings.textIfKnown(`${path}.${key}`) === '' ? [refused(`${path}.${key}`, what, remedy)] : [];

const NOT_STARTED = 'is missing, and Promtail does not start';

const missingList = (settings: Settings, path: string, key: string, remedy: string): Finding[] =>
  settings.itemsOf(`${path}.${key}`).length === 0 ? [refused(`${path}.${key}`, NOT_STARTED, remedy)] : [];

/** A server without a port takes a free one, which nobody knows. */
const hasPort: Check = (settings, path) => {
  const port = `${path}.server.http_listen_port`;
  return settings.number(port) === 0
    ? [refused(port, 'is missing, so that it listens on a port which nobody knows', 'write one, such as 3500')]
    : [];
};

const journal: Check = (settings, path) => {
  const age = settings.textIfKnown(`${path}.max_age`) ?? '';
  const meant = nearestDuration(age, 'go-duration') ?? '168h';
  const matches = settings.textIfKnown(`${path}.matches`) ?? '';
  const wrong = matches.split(/\s+/).find((word) => word !== '' && word.split('=').length !== 2);
  return [
    ...(age === '' || isDuration(age, 'go-duration')
      ? []
      : [refused(`${path}.max_age`, `${JSON.stringify(age)} is not a duration of hours and less`, `write "${meant}"`)]),
    ...(wrong === undefined
      ? []
      : [
          refused(
            `${path}.matches`,
            `${JSON.stringify(wrong)} is no match of a field`,
            'write "_SYSTEMD_UNIT=sshd.service", with a space between two',
          ),
        ]),
  ];
};

const ADDRESS = /^(?:\[[^\]]*\]|[^:\s]*):[\w-]*$/;

const listens = (settings: Settings, path: string, example: string): Finding[] => {
  const address = settings.textIfKnown(path) ?? example;
  return address === '' || ADDRESS.test(address)
    ? []
    : [refused(path, `${JSON.stringify(address)} is no address with a port`, `write "${example}"`)];
};

const syslog: Check = (settings, path) => {
  const pair = ['cert_file', 'key_file'].filter((key) => settings.text(`${path}.tls_config.${key}`) === '');
  const isSecured = ['cert_file', 'key_file', 'ca_file'].some(
    (key) => settings.text(`${path}.tls_config.${key}`) !== '',
  );
  const isTcp = settings.text(`${path}.listen_protocol`) !== 'udp';
  return [
    ...missing(
      settings,
      path,
      'listen_address',
      'is missing, so that it listens on a port which nobody knows',
      'write "0.0.0.0:1514"',
    ),
    ...listens(settings, `${path}.listen_address`, '0.0.0.0:1514'),
    ...(isTcp && isSecured
      ? pair.map((key) => refused(`${path}.tls_config.${key}`, NOT_STARTED, 'name both the certificate and its key'))
      : []),
  ];
};

const kafka: Check = (settings, path) => [
  ...missingList(settings, path, 'brokers', 'write a list, such as [kafka:9092]'),
  ...missingList(settings, path, 'topics', 'write a list of topics'),
  ...settings.itemsOf(`${path}.topics`).flatMap((topic) => {
    const name = settings.textIfKnown(topic) ?? '';
    const mistake = name.startsWith('^') ? regexMistake(name) : undefined;
    return mistake === undefined ? [] : [refused(topic, mistake.message, mistake.remedy)];
  }),
  ...(settings.text(`${path}.authentication.type`) === 'sasl'
    ? missing(
        settings,
        `${path}.authentication.sasl_config`,
        'mechanism',
        NOT_STARTED,
        'write "PLAIN", "SCRAM-SHA-256" or "SCRAM-SHA-512"',
      )
    : []),
];

const gcplog: Check = (settings, path) =>
  settings.text(`${path}.subscription_type`) === 'push'
    ? hasPort(settings, path)
    : ['project_id', 'subscription'].flatMap((key) => missing(settings, path, key, NOT_STARTED, 'write it'));

/** What a source does not start without, or starts with and takes nothing in. */
const CHECKS: Readonly<Record<string, Check>> = {
  journal,
  syslog,
  kafka,
  gcplog,
  loki_push_api: hasPort,
  heroku_drain: hasPort,
  gelf: (settings, path) => listens(settings, `${path}.listen_address`, ':12201'),
  cloudflare: (settings, path) =>
    ['api_token', 'zone_id'].flatMap((key) => missing(settings, path, key, NOT_STARTED, 'write it')),
  azure_event_hubs: (settings, path) => [
    ...missing(
      settings,
      path,
      'fully_qualified_namespace',
      NOT_STARTED,
      'write "<namespace>.servicebus.windows.net:9093"',
    ),
    ...missing(settings, path, 'connection_string', NOT_STARTED, 'write it'),
    ...missingList(settings, path, 'event_hubs', 'write a list of hubs'),
  ],
};

export const intakes: Rule = (settings) =>
  jobsOf(settings).flatMap(({ path, sources }) =>
    sources.flatMap(({ key }) => CHECKS[key]?.(settings, `${path}.${key}`) ?? []),
  );

export const INTAKE_RULES: readonly Rule[] = [intakes];
