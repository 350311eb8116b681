import { checkName } from '../kubernetes/names';
import { checkPodOptions } from '../kubernetes/pod-options-check';
import type { Problem } from '../kubernetes/problem';
import { checkVersion } from '../releases';
import { isDataFolder } from './defaults';
import type { LokiOptions } from './loki-options';
import type { Persistence } from './persistence';
import { checkPersistence } from './persistence-check';
import { checkRetentions } from './retention/retention-check';
import type { Retentions } from './retention-config';
import { checkSchema, type SchemaPeriod } from './schema';
import type { LokiStorage } from './storage/storage';
import { checkSchemaFitsStorage, checkStorages } from './storages-check';
import { checkSchemaChange } from './timeline/schema-change';
import type { LokiComponent } from './topology/components';
import type { LokiTopology } from './topology/topology';
import { checkTopology } from './topology/topology-check';

/** What a Loki is made of once every default is known. */
export interface LokiChoices {
  readonly name: string;
  readonly version: string;
  readonly storage: LokiStorage;
  readonly earlierStorage: readonly LokiStorage[];
  readonly persistence: Persistence;
  readonly schema: readonly SchemaPeriod[];
  readonly topology: LokiTopology;
  readonly components: readonly LokiComponent[];
  readonly replicationFactor: number;
  readonly retentions: Retentions;
  /** Where the name is said. */
  readonly nameField: string;
}

/** What is derived from the name: `<name>-headless`, a claim `storage-<name>-0`, and the longest, a revision label of the StatefulSet. */
const MAX_NAME_LENGTH = 52;
/** With a pod for each task the longest StatefulSet is `<name>-pattern-ingester`; one for each zone is checked as an object. */
const MAX_NAME_LENGTH_OF_MICROSERVICES = 52 - '-pattern-ingester'.length;

/** Refuses what a user said of a Loki. */
export function checkLoki(options: LokiOptions, choices: LokiChoices): Problem[] {
  const { name, version, storage, earlierStorage, persistence, schema, topology } = choices;
  const versionProblems = checkVersion('loki', version, 'version');
  return [
    ...checkName(name, choices.nameField, {
      maxLength: topology.type === 'microservices' ? MAX_NAME_LENGTH_OF_MICROSERVICES : MAX_NAME_LENGTH,
      derived: "the StatefulSet's revision label",
      ofService: true,
    }),
    ...versionProblems,
    ...checkPodOptions(options),
    ...(versionProblems.length > 0 ? [] : checkStorages(storage, earlierStorage, version)),
    ...checkSchema(schema, 'schema'),
    ...checkSchemaFitsStorage(schema, storage, earlierStorage),
    ...checkSchemaChange(options.schemaChange),
    ...checkPersistence(persistence, 'persistence'),
    ...checkFolder(options.dataFolder ?? ''),
    ...checkTopology(topology, { ...choices, replicas: options.replicas }),
    ...(topology.type === 'single' ? checkReplicas(options.replicas ?? 1, storage) : []),
    ...checkRetentions(options, choices.retentions, { version, schema }),
  ];
}

const checkFolder = (folder: string): Problem[] =>
  isDataFolder(folder)
    ? []
    : [
        {
          path: 'dataFolder',
          message: `${JSON.stringify(folder)} is not a folder of the volume`,
          remedy: 'write it without "/" at its ends: "loki"',
        },
      ];

function checkReplicas(replicas: number, storage: LokiStorage): Problem[] {
  if (!Number.isInteger(replicas) || replicas < 0) {
    return [{ path: 'replicas', message: `${replicas} is not a number of pods`, remedy: 'write a whole number' }];
  }
  if (replicas <= 1) return [];
  return [
    {
      path: 'replicas',
      message:
        storage.type === 'filesystem'
          ? `is ${replicas}, but each pod would keep its own logs on its own volume and find nobody else's`
          : `is ${replicas}, but each pod would be the only one in its own ring`,
      remedy:
        storage.type === 's3' || storage.type === 'gcs' || storage.type === 'azure'
          ? `write topology: { type: 'replicated', replicas: ${Math.max(replicas, 3)} }`
          : 'write 1',
    },
  ];
}
