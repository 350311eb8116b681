import { stepsOf } from '../../config-check/config-node';
import { checkVersion, RELEASES } from '../../releases';
import { isMapping, type Json, type JsonObject, objectsIn, valueAt, without } from '../json';
import type { ComponentName, FoundComponent } from '../read/components';
import type { Plans } from './compose';
import { untypedSettings } from './typed-config';

/** The release of a program as options say it: with the image, where it is another than the published one of that release. */
export function imageOptions({ component, image, version }: FoundComponent): JsonObject {
  const { repository, newest } = RELEASES[component];
  const [problem] = version === undefined ? [] : checkVersion(component, version, 'version');
  const known = version === undefined ? newest : problem === undefined ? version : nearest(problem.remedy, newest);
  // A digest says which image it is, whatever the tag.
  const tag = image.tag ?? (image.digest === undefined ? 'latest' : known);
  const parts: JsonObject = {
    ...(image.registry === 'docker.io' ? {} : { registry: image.registry }),
    ...(image.repository === repository ? {} : { repository: image.repository }),
    ...(tag === known ? {} : { tag }),
    ...(image.digest === undefined ? {} : { digest: image.digest }),
  };
  return { version: known, ...(Object.keys(parts).length === 0 ? {} : { image: parts }) };
}

const nearest = (remedy: string, newest: string): string => /"(\d+\.\d+\.\d+)"/.exec(remedy)?.[1] ?? newest;

/** Options of a plan and of its pods together: lists of named things are joined. */
export const joinedOptions = (options: JsonObject, more: JsonObject): JsonObject => ({
  ...options,
  ...more,
  ...Object.fromEntries(
    (['env', 'volumes', 'volumeMounts'] as const).flatMap((key) => {
      const all = [...objectsIn(options[key]), ...objectsIn(more[key])];
      return all.length === 0 ? [] : [[key, all]];
    }),
  ),
});

/** What is changed when synth refuses something that runs all the same. */
export interface Retreat {
  readonly component: ComponentName;
  readonly change: (options: JsonObject) => JsonObject;
  /** What is said of it. */
  readonly reason: string;
}

const OPTION = /^\[[^\]]*\] (?:(loki|collector|grafana)\.)?([a-zA-Z]\w*)/;

/** Options that the configuration can say instead. */
const SAID_BY_CONFIG = ['storage', 'schema', 'earlierStorage', 'retention', 'dataFolder', 'replicas', 'topology'];

/**
 * What to change so that a problem is none any more; undefined when nobody here knows. A release runs with what it has: an option that
 * refuses it gives way to the configuration, and a setting that the check refuses goes to what is not checked.
 */
export function retreatFrom(problem: string, plans: Plans): Retreat | undefined {
  const [, property, option = ''] = OPTION.exec(problem) ?? [];
  const component =
    property === undefined
      ? ownerOf(problem, plans)
      : property === 'collector'
        ? 'promtail'
        : (property as ComponentName);
  if (component === undefined) return undefined;
  const reason = problem.replace(/^\[[^\]]*\] /, '').split('\n')[0] ?? '';
  if (/root file system is read-only/.test(problem)) {
    return {
      component,
      reason,
      change: (options) => ({
        ...options,
        securityContext: { ...(options.securityContext as JsonObject | undefined), readOnlyRootFilesystem: false },
      }),
    };
  }
  if (component === 'loki' && option === 'config') {
    const path = /config\.?([^:]*?): /.exec(problem)?.[1] ?? '';
    return { component, reason, change: (options) => unchecked(options, stepsOf(path).map(String)) };
  }
  if (component === 'loki' && SAID_BY_CONFIG.includes(option)) {
    const gone = ['storage', 'schema', 'earlierStorage'].includes(option)
      ? ['storage', 'schema', 'earlierStorage', 'topology']
      : [option];
    return { component, reason, change: (options) => without(options, ...gone) };
  }
  if (component === 'promtail' && option === 'pipeline') {
    return { component, reason, change: (options) => without(options, 'pipeline') };
  }
  if (option === 'replicas') return { component, reason, change: (options) => without(options, 'replicas') };
  return undefined;
}

/** A part's own path is its name: `[loki/loki] version: …`. */
const ownerOf = (problem: string, plans: Plans): ComponentName | undefined => {
  const [, path = ''] = /^\[([^\]]*)\]/.exec(problem) ?? [];
  const name = path.split('/').at(-1) as ComponentName;
  return Object.hasOwn(plans, name) ? name : undefined;
};

/** Moves settings for which `config` has no type to `unchecked`, which takes everything. */
export const typedOptions = (options: JsonObject): JsonObject =>
  untypedSettings((options.config ?? {}) as JsonObject).reduce(unchecked, options);

/** Moves what stands at a path of `config` to `unchecked`: the nearest part of it that is there. */
function unchecked(options: JsonObject, steps: readonly string[]): JsonObject {
  const config = (options.config ?? {}) as JsonObject;
  let depth = steps.findIndex((_, index) => !isMapping(valueAt(config, ...steps.slice(0, index + 1))));
  depth = depth < 0 ? steps.length : depth + 1;
  const found = steps.slice(0, depth);
  const value = found.length === 0 ? config : valueAt(config, ...found);
  if (value === undefined) return options;
  return {
    ...options,
    config: found.length === 0 ? {} : removed(config, found),
    unchecked: found.length === 0 ? value : placed((options.unchecked ?? {}) as JsonObject, found, value),
  };
}

function removed(object: JsonObject, [first = '', ...rest]: readonly string[]): JsonObject {
  if (rest.length === 0) return without(object, first);
  const inner = removed((object[first] ?? {}) as JsonObject, rest);
  return Object.keys(inner).length === 0 ? without(object, first) : { ...object, [first]: inner };
}

function placed(object: JsonObject, [first = '', ...rest]: readonly string[], value: Json): JsonObject {
  return { ...object, [first]: rest.length === 0 ? value : placed((object[first] ?? {}) as JsonObject, rest, value) };
}
