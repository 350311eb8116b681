import {
  exactlyOneOf,
  flag,
  kindOf,
  listOf,
  mapOf,
  mapping,
  objectOf,
  openObject,
  type Shape,
  scalar,
  text,
} from '../kubernetes/shape';
import type { Destination, DestinationAuth, DestinationTls } from './model/destinations';
import type { Pipeline } from './model/pipeline';
import type { PodLabels, PodSelection } from './model/pods';
import type {
  FilesSource,
  JournalSource,
  KubernetesEventsSource,
  OtlpSource,
  PodApiSource,
  PodFilesSource,
  PushSource,
  Source,
  SyslogSource,
} from './model/sources';
import type { StageName } from './model/stages';

const TEXTS = listOf(text);
const LABELS = mapOf(text);

const CHOICE = exactlyOneOf({ include: TEXTS, exclude: TEXTS });

const SELECT = objectOf<PodSelection>({
  namespaces: CHOICE,
  labels: exactlyOneOf({ include: LABELS, exclude: LABELS }),
  annotation: exactlyOneOf({ optIn: text, optOut: text }),
  containers: CHOICE,
});

const LABEL_SOURCE = exactlyOneOf({ field: text, label: text, annotation: text });

const POD_LABELS = objectOf<PodLabels>({
  scheme: text,
  add: mapOf((value, path, refuse) =>
    Array.isArray(value) ? listOf(LABEL_SOURCE)(value, path, refuse) : LABEL_SOURCE(value, path, refuse),
  ),
  drop: TEXTS,
  static: LABELS,
  structuredMetadata: mapOf(LABEL_SOURCE),
});

const RELABEL = listOf(
  openObject({
    action: text,
    source_labels: TEXTS,
    separator: text,
    regex: text,
    modulus: scalar,
    target_label: text,
    replacement: (value, path, refuse) =>
      Array.isArray(value)
        ? listOf((part, at, refusePart) =>
            typeof part === 'string' ? part : openObject({ group: scalar }, ['group'])(part, at, refusePart),
          )(value, path, refuse)
        : text(value, path, refuse),
  }),
);

/** As much of a stage as is made of it or checked by it; the rest is looked at by name, in check/. */
const STAGE = openObject({
  cri: mapping,
  docker: mapping,
  json: mapping,
  logfmt: mapping,
  regex: mapping,
  replace: mapping,
  multiline: mapping,
  timestamp: mapping,
  output: mapping,
  labels: mapping,
  static_labels: mapping,
  labeldrop: TEXTS,
  labelallow: TEXTS,
  structured_metadata: mapping,
  match: openObject({ stages: (value, path, refuse) => STAGES(value, path, refuse) }),
  drop: mapping,
  sampling: mapping,
  limit: mapping,
  pack: openObject({ labels: TEXTS }),
  template: mapping,
  tenant: mapping,
  metrics: mapOf(mapping),
  decolorize: mapping,
  geoip: mapping,
} satisfies Readonly<Record<StageName, Shape>>);

export const STAGES: Shape = listOf(STAGE);

const COMMON = { type: text, name: text, relabel: RELABEL, stages: STAGES };

const SOURCE = kindOf<Source>('kind of source', {
  pods: objectOf<PodFilesSource>({ ...COMMON, select: SELECT, labels: POD_LABELS, format: text }),
  'pods-api': objectOf<PodApiSource>({ ...COMMON, select: SELECT, labels: POD_LABELS }),
  journal: objectOf<JournalSource>({
    ...COMMON,
    path: text,
    maxAge: text,
    matches: text,
    json: flag,
    labels: LABELS,
    fields: LABELS,
  }),
  files: objectOf<FilesSource>({ ...COMMON, paths: TEXTS, exclude: TEXTS, labels: LABELS }, ['paths', 'labels']),
  syslog: objectOf<SyslogSource>({
    ...COMMON,
    port: scalar,
    protocol: text,
    useIncomingTimestamp: flag,
    labels: LABELS,
  }),
  'kubernetes-events': objectOf<KubernetesEventsSource>({ ...COMMON, namespaces: TEXTS, format: text }),
  push: objectOf<PushSource>({ ...COMMON, port: scalar, useIncomingTimestamp: flag, labels: LABELS }),
  otlp: objectOf<OtlpSource>({ ...COMMON, grpcPort: scalar, httpPort: scalar }),
});

const AUTH = kindOf<DestinationAuth>('kind of authentication', {
  basic: objectOf<Extract<DestinationAuth, { type: 'basic' }>>(
    { type: text, secretName: text, usernameKey: text, passwordKey: text },
    ['secretName'],
  ),
  bearer: objectOf<Extract<DestinationAuth, { type: 'bearer' }>>({ type: text, secretName: text, tokenKey: text }, [
    'secretName',
  ]),
});

const DESTINATION = objectOf<Destination>(
  {
    url: text,
    name: text,
    tenant: text,
    externalLabels: LABELS,
    batch: objectOf<NonNullable<Destination['batch']>>({ size: scalar, wait: text }),
    backoff: objectOf<NonNullable<Destination['backoff']>>({ min: text, max: text, retries: scalar }),
    timeout: text,
    dropRateLimited: flag,
    auth: AUTH,
    tls: objectOf<DestinationTls>({
      ca: openObject({ secret: text, configMap: text, key: text }),
      clientSecret: text,
      serverName: text,
    }),
  },
  ['url'],
);

/** The form of a pipeline; what it says is checked in check/. */
export const PIPELINE = objectOf<Pipeline>({
  sources: listOf(SOURCE),
  stages: STAGES,
  destinations: listOf(DESTINATION),
  wal: flag,
});
