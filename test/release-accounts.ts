import { parse } from 'yaml';
import type { AdoptedRelease } from '../charts/adopt/adopt-release';
import { type Data, named } from './helm-releases';

/** A way into an object: keys, and positions in lists. */
export type Way = readonly (string | number)[];

/** Every plain value of an object, with the way to it. What is empty counts as a value. */
export function leavesOf(value: Data, way: Way = []): (readonly [way: Way, value: Data])[] {
  if (typeof value !== 'object' || value === null) return [[way, value]];
  const keys = Object.keys(value);
  if (keys.length === 0) return [[way, value]];
  return keys.flatMap((key) => leavesOf(value[key], [...way, Array.isArray(value) ? Number(key) : key]));
}

/**
 * Every setting of a release that is neither the same in what is written, nor the default anyhow, nor told: looked for by another
 * way than that of the report.
 */
export function silentSettings(release: AdoptedRelease, theirs: readonly Data[], ours: readonly Data[]): string[] {
  const files = Object.values(release.plans).flatMap((plan) => plan.files.map((file) => ({ ...file, plan })));
  const told = release.comparison.differences.map(({ object, path }) => ({ object, steps: stepsIn(path) }));
  const isTold = (title: string, root: Data, way: Way) =>
    told.some(({ object, steps }) => object === title && leadsTo(steps, root, way));
  const silent: string[] = [];
  for (const [index, object] of theirs.entries()) {
    const fate = release.fates[index]?.fate.type;
    if (fate === 'left' || fate === 'stays') continue;
    const successor = ours.find((candidate) => isSameObject(object, candidate));
    for (const [way, value] of leavesOf(object)) {
      const isFile = files.some(
        (file) =>
          /^(?:data|stringData)$/.test(String(way[0])) &&
          file.theirs.some((each) => named(object) === `${each.kind}/${each.name}` && each.key === way[1]),
      );
      if (isFile || isNothing(object, way, value) || isThere(successor, object, way, value)) continue;
      if (!isTold(named(object), object, way))
        silent.push(`${named(object)} ${way.join('.')}: ${JSON.stringify(value)}`);
    }
  }
  for (const { title, theirs: sources, ours: target, format, plan } of files) {
    const text = ours.find(({ kind, metadata }) => kind === target.kind && metadata.name === target.name);
    const read = format === 'ini' ? iniOf : parse;
    const written = read(textIn(text, target.key));
    const inFiles = sources.map((source) => {
      const object = theirs.find((each) => named(each) === `${source.kind}/${source.name}`);
      // Promtail's one client of before 2.4 is the first of several since.
      const { client, ...content } = read(textIn(object, source.key));
      return client === undefined ? content : { ...content, clients: [client, ...(content.clients ?? [])] };
    });
    const isModelled = plan.options.pipeline !== undefined;
    for (const content of inFiles) {
      for (const [way, value] of leavesOf(content)) {
        if (isModelled && way[0] === 'scrape_configs') continue;
        if (isNothingInFile(way, value) || isThere(written, content, way, value) || isTold(title, content, way))
          continue;
        silent.push(`${title} ${way.join('.')}: ${JSON.stringify(value)}`);
      }
    }
  }
  return silent;
}

const isSameObject = (one: Data, other: Data): boolean =>
  one.kind === other.kind &&
  one.metadata.name === other.metadata.name &&
  (other.metadata.namespace === undefined ||
    (one.metadata.namespace ?? other.metadata.namespace) === other.metadata.namespace);

const textIn = (object: Data, key: string): string => {
  const said = object?.stringData?.[key];
  if (said !== undefined) return said;
  const text = object?.data?.[key] ?? '';
  return object?.kind === 'Secret' ? Buffer.from(text, 'base64').toString('utf8') : text;
};

function iniOf(text: string): Data {
  const sections: Record<string, Record<string, string>> = {};
  let section = 'DEFAULT';
  for (const line of text.split('\n').map((each) => each.trim())) {
    const [, title] = /^\[(.*)\]$/.exec(line) ?? [];
    if (title !== undefined) section = title;
    const [, key, value = ''] = /^([^;#=]+?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (title === undefined && key !== undefined) {
      sections[section] = { ...sections[section], [key]: value.replace(/^(['"`])(.*)\1$/, '$2') };
    }
  }
  return sections;
}

/** Whether ours has the value where theirs has it; items of lists are found by what tells them apart. */
function isThere(ours: Data, theirs: Data, [step, ...rest]: Way, value: Data): boolean {
  if (step === undefined) return isAlike(ours, value);
  if (typeof ours !== 'object' || ours === null) return false;
  if (typeof step === 'string') return isThere(ours[step], theirs[step], rest, value);
  if (!Array.isArray(ours)) return false;
  const item = theirs[step];
  const mark = MARKS.find((key) => item?.[key] !== undefined);
  const candidates = mark === undefined ? ours : ours.filter((other: Data) => isAlike(other?.[mark], item[mark]));
  return candidates.some((other: Data) => isThere(other, item, rest, value));
}

const MARKS = ['mountPath', 'name', 'job_name', 'containerPort', 'port'];

/** Whether two values come to the same: quantities and images in whatever spelling. */
const isAlike = (one: Data, other: Data): boolean =>
  one !== undefined && (JSON.stringify(one) === JSON.stringify(other) || spelling(one) === spelling(other));

const UNITS: Readonly<Record<string, number>> = {
  m: 0.001,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
};

function spelling(value: Data): string {
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  const [, number, unit] = /^(\d+(?:\.\d+)?)(m|k|M|G|Ki|Mi|Gi)?$/.exec(text) ?? [];
  if (number !== undefined) return String(Math.round(Number(number) * (UNITS[unit ?? ''] ?? 1) * 1000) / 1000);
  return text.replace(/^(?:docker\.io\/)?(?:library\/)?(?=[\w.-]+(?:\/[\w.-]+)*[:@])/, '');
}

/** `spec.containers[loki].args[x]`, `metadata.labels["a.b/c"]` → steps; those of lists as they are called. */
const stepsIn = (path: string): readonly { readonly step: string; readonly isItem: boolean }[] =>
  [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[([^\]]*)\]|\.?([^.[]+)/g)].map(([, quoted, item, plain]) => ({
    step: quoted ?? item ?? plain ?? '',
    isItem: item !== undefined,
  }));

/** Whether the steps of a report lead to a setting, or to something that it is in. */
function leadsTo(steps: ReturnType<typeof stepsIn>, root: Data, way: Way): boolean {
  let at = root;
  for (const [index, { step, isItem }] of steps.entries()) {
    const next = way[index];
    if (next === undefined) return false;
    if (isItem !== (typeof next === 'number')) return false;
    if (isItem ? !names(at[next], Number(next)).includes(step) : next !== step) return false;
    at = at[next];
  }
  return steps.length === way.length || typeof at === 'object';
}

/** What an item of a list may be called. */
const names = (item: Data, index: number): string[] =>
  [
    index,
    ...(typeof item === 'object' && item !== null
      ? [...MARKS.map((key) => item[key]), item.from, item.metadata?.name]
      : [item, /^--?([\w.-]+)=/.exec(String(item))?.[1]]),
  ].map(String);

/** What no API server makes a difference of, by kind, way and value. */
const NOTHING: readonly (readonly [where: RegExp, value?: RegExp])[] = [
  // What names an object stands for itself.
  [/^\S+ (?:apiVersion|kind|metadata\.(?:name|namespace))$/],
  [/\.imagePullPolicy$/, /^"IfNotPresent"$/],
  [/\.protocol$/, /^"TCP"$/],
  [/Probe\.failureThreshold$/, /^3$/],
  [/Probe\.periodSeconds$/, /^10$/],
  [/Probe\.(?:successThreshold|timeoutSeconds)$/, /^1$/],
  [/Probe\.httpGet\.path$/, /^"\/"$/],
  [/resourceFieldRef\.divisor$/, /^"1"$/],
  [/\.enableServiceLinks$/, /^true$/],
  [/\.shareProcessNamespace$/, /^false$/],
  [/\.terminationGracePeriodSeconds$/, /^30$/],
  [/\.subPath$/, /^""$/],
  [/^Service spec\.type$/, /^"ClusterIP"$/],
  [/^(?:DaemonSet|Deployment|StatefulSet) spec\.revisionHistoryLimit$/, /^10$/],
  [/^(?:DaemonSet|StatefulSet) spec\.updateStrategy\.type$/, /^"RollingUpdate"$/],
  [/^DaemonSet spec\.updateStrategy\.rollingUpdate\.maxUnavailable$/, /^1$/],
  [/^Deployment spec\.strategy\.type$/, /^"RollingUpdate"$/],
  [/^HorizontalPodAutoscaler spec\.minReplicas$/, /^1$/],
  [/^NetworkPolicy spec\.policyTypes\.0$/, /^"Ingress"$/],
  [/^(?:Deployment|StatefulSet) spec\.replicas$/, /^1$/],
  [/^StatefulSet spec\.podManagementPolicy$/, /^"OrderedReady"$/],
  [/^StatefulSet spec\.updateStrategy\.rollingUpdate\.partition$/, /^0$/],
  [/\.volumeMode$/, /^"Filesystem"$/],
  [/^\S+ automountServiceAccountToken$/, /^true$/],
  [/volumeClaimTemplates\.\d+\.(?:apiVersion|kind)$/],
];

/** Whether a setting says what is so anyhow. */
export function isNothing({ kind, spec }: Data, way: Way, value: Data): boolean {
  const text = JSON.stringify(value);
  if (text === 'null' || text === '{}' || text === '[]') return true;
  const where = `${kind} ${way.join('.')}`;
  const [, ports, index, target] = way;
  // A Service asks the port that it has.
  if (kind === 'Service' && ports === 'ports' && target === 'targetPort')
    return spec.ports[Number(index)].port === value;
  return NOTHING.some(([place, usual]) => place.test(where) && (usual === undefined || usual.test(text)));
}

const NOTHING_IN_FILE: readonly (readonly [where: RegExp, value: Data])[] = [
  [/^datasources\.\d+\.access$/, 'proxy'],
  [/^datasources\.\d+\.isDefault$/, false],
  [/^clients\.\d+\.batchsize$/, 1048576],
  [/^clients\.\d+\.batchwait$/, '1s'],
  [/^clients\.\d+\.timeout$/, '10s'],
  [/^clients\.\d+\.backoff_config\.max_period$/, '5m'],
  [/^clients\.\d+\.backoff_config\.max_retries$/, 10],
  [/^clients\.\d+\.backoff_config\.min_period$/, '500ms'],
  [/relabel_configs\.\d+\.action$/, 'replace'],
  [/relabel_configs\.\d+\.replacement$/, '$1'],
];

/** Settings by which a program does what it does without them. */
const isNothingInFile = (way: Way, value: Data): boolean => {
  const where = way.join('.');
  return (
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0) ||
    // Grafana counts versions itself; the organisation is the first one.
    /^datasources\.\d+\.(?:version|orgId)$/.test(where) ||
    NOTHING_IN_FILE.some(([place, usual]) => place.test(where) && usual === value)
  );
};
