import type { JsonObject } from '../json';
import type { ComponentName, FoundComponent } from '../read/components';
import type { ConfigFile } from '../read/config-file';
import type { Handled } from './pod-options';

/** Something that was recognised: what, and what it is. */
export type Fact = readonly [what: string, value: string];

/** A file of theirs, and where ours is. */
export interface MovedFile {
  /** How reports call it. */
  readonly title: string;
  readonly theirs: readonly Pick<ConfigFile, 'kind' | 'name' | 'key'>[];
  /** What theirs says, credentials included; what is shown of it is masked. */
  readonly content: JsonObject;
  readonly ours: Pick<ConfigFile, 'kind' | 'name' | 'key'>;
  readonly format: 'yaml' | 'ini';
  /** Both sides without what is so anyhow. @default - without keys that say nothing */
  readonly canonical?: (content: JsonObject) => JsonObject;
}

/** How one component is taken over. */
export interface ComponentPlan {
  readonly component: ComponentName;
  readonly found: FoundComponent;
  readonly namespace: string;
  /** Options of the construct, without those of its pods. */
  readonly options: JsonObject;
  readonly adopt: JsonObject;
  /** The configuration that ours has to come to, without credentials. */
  readonly config: JsonObject;
  /** Keys of it that follow from options. */
  readonly ownKeys: readonly string[];
  readonly handled: Handled;
  /** The port that its program answers on. */
  readonly port: number;
  readonly facts: readonly Fact[];
  /** What has to be made in the cluster before it can be applied. */
  readonly todo: readonly string[];
  readonly files: readonly MovedFile[];
  /** Keys of their objects that no file of ours may hold: somebody makes a Secret of them. @default - none */
  readonly elsewhere?: readonly Pick<ConfigFile, 'kind' | 'name' | 'key'>[];
  /** Objects of theirs that ours stand for, beside those of the same name: `ConfigMap/loki`. */
  readonly replaced: readonly string[];
}

/** What keeps a component from being taken over: said instead of a plan. */
export interface Obstacle {
  readonly component: ComponentName;
  readonly message: string;
}
