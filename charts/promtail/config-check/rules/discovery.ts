import { type Finding, refused } from '../../../config-check/finding';
import { httpClientMistakes } from '../../../config-check/http-client';
import type { Settings } from '../../../config-check/settings';
import { jobsOf } from '../jobs';
import type { Rule } from './rule';

type Check = (settings: Settings, path: string) => Finding[];

const HTTP_CLIENT = [
  ...['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file', 'tls_config', 'proxy_url'],
];

/** What Prometheus refuses of a discovery as soon as it reads one. */
const CHECKS: Readonly<Record<string, Check>> = {
  kubernetes_sd_configs: (settings, path) => {
    const isInCluster =
      settings.textIfKnown(`${path}.api_server`) === '' && settings.text(`${path}.kubeconfig_file`) === '';
    const client = HTTP_CLIENT.find(
      (key) => settings.isWritten(`${path}.${key}`) && !settings.isEmptied(`${path}.${key}`),
    );
    return [
      ...(settings.textIfKnown(`${path}.role`) === ''
        ? [refused(`${path}.role`, 'is missing, and Promtail does not start', 'write "pod"')]
        : []),
      ...(isInCluster && client !== undefined
        ? [refused(`${path}.${client}`, 'is set without api_server', 'set api_server too, or take it out')]
        : []),
    ];
  },
  docker_sd_configs: (settings, path) => needs(settings, `${path}.host`, 'write "unix:///var/run/docker.sock"'),
  dns_sd_configs: (settings, path) => [
    ...needsItems(settings, `${path}.names`, 'write the names that are looked up'),
    ...(/^(?:A|AAAA|MX)$/i.test(settings.text(`${path}.type`)) && settings.number(`${path}.port`) === 0
      ? [
          refused(
            `${path}.port`,
            `is missing, and a record of type ${settings.text(`${path}.type`)} has none`,
            'write it',
          ),
        ]
      : []),
  ],
  file_sd_configs: (settings, path) => [
    ...needsItems(settings, `${path}.files`, 'write the files that name the targets'),
    ...settings.itemsOf(`${path}.files`).flatMap((file) => {
      const name = settings.textIfKnown(file) ?? 'x.yml';
      return /^[^*]*(\*[^/]*)?\.(json|yml|yaml|JSON|YML|YAML)$/.test(name)
        ? []
        : [
            refused(
              file,
              `${JSON.stringify(name)} is no name of a file that can be read`,
              'end it with .yml or .json, a "*" in its last part only',
            ),
          ];
    }),
  ],
};

const needs = (settings: Settings, path: string, remedy: string): Finding[] =>
  settings.textIfKnown(path) === '' ? [refused(path, 'is missing, and Promtail does not start', remedy)] : [];

const needsItems = (settings: Settings, path: string, remedy: string): Finding[] =>
  settings.itemsOf(path).length === 0 ? [refused(path, 'is missing, and Promtail does not start', remedy)] : [];

export const discoveries: Rule = (settings) =>
  jobsOf(settings).flatMap(({ path, sources }) =>
    sources.flatMap(({ key }) =>
      settings
        .itemsOf(`${path}.${key}`)
        .flatMap((item) => [
          ...(CHECKS[key]?.(settings, item) ?? []),
          ...(key === 'static_configs' ? [] : httpClientMistakes(settings, item)),
        ]),
    ),
  );

export const DISCOVERY_RULES: readonly Rule[] = [discoveries];
