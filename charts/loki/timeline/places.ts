/** Where something of a period is kept. */
export interface Place {
  /** `s3`, `filesystem`, `dynamodb` … */
  readonly kind: string;
  readonly parts: readonly PlacePart[];
}

/** One of the settings that make up a place. */
export interface PlacePart {
  /** What it is to its storage, as its option is called: `bucket`. */
  readonly name: string;
  readonly value: string;
  /** Where a configuration says it: `storage_config.aws.bucketnames`. */
  readonly path: string;
}

type Mapping = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A setting as text; empty for what is not there, and for blocks. */
export function textAt(mapping: Mapping, path: string): string {
  const value = valueAt(mapping, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const valueAt = (mapping: Mapping, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), mapping);

/** Where a period's chunks are, and where its index is. */
export function placesOf(
  config: Mapping,
  period: Mapping,
  { store, objectStore }: { readonly store: string; readonly objectStore: string },
): { readonly chunks: Place; readonly index: Place } {
  const chunks = objectPlace(config, objectStore);
  if (store === 'aws' || store === 'aws-dynamo') return { chunks, index: dynamoDbPlace(config) };
  if (store !== 'tsdb' && store !== 'boltdb-shipper') return { chunks, index: chunks };
  // Before Loki 3.0 a shipper says for all periods where their index goes.
  const shipper = `storage_config.${store === 'tsdb' ? 'tsdb_shipper' : 'boltdb_shipper'}`;
  const shared = textAt(config, `${shipper}.shared_store`);
  const files = shared === '' ? chunks : objectPlace(config, shared === 'aws' ? 's3' : shared);
  const ownPrefix = textAt(period, 'index.path_prefix');
  const prefix: PlacePart = {
    name: 'index.path_prefix',
    value: ownPrefix || textAt(config, `${shipper}.shared_store_key_prefix`) || 'index/',
    path: ownPrefix === '' ? `${shipper}.shared_store_key_prefix` : 'index.path_prefix',
  };
  return { chunks, index: { kind: files.kind, parts: [...files.parts, prefix] } };
}

/** A part of a place: where it may be said, each path over the ones before it. */
type PartSource = readonly [name: string, ...paths: string[]];

const STORES: Readonly<Record<string, readonly PartSource[]>> = {
  s3: [
    ['bucket', 'common.storage.s3.bucketnames', 'storage_config.aws.bucketnames'],
    ['endpoint', 'common.storage.s3.endpoint', 'storage_config.aws.endpoint'],
    ['delimiter', 'common.storage.s3.chunk_delimiter', 'storage_config.aws.chunk_delimiter'],
  ],
  gcs: [['bucket', 'common.storage.gcs.bucket_name', 'storage_config.gcs.bucket_name']],
  azure: [
    ['account', 'common.storage.azure.account_name', 'storage_config.azure.account_name'],
    ['container', 'common.storage.azure.container_name', 'storage_config.azure.container_name'],
    ['endpoint', 'common.storage.azure.endpoint_suffix', 'storage_config.azure.endpoint_suffix'],
    ['delimiter', 'common.storage.azure.chunk_delimiter', 'storage_config.azure.chunk_delimiter'],
  ],
  filesystem: [['folder', 'common.storage.filesystem.chunks_directory', 'storage_config.filesystem.directory']],
  swift: [['container', 'common.storage.swift.container_name', 'storage_config.swift.container_name']],
  bos: [['bucket', 'common.storage.bos.bucket_name', 'storage_config.bos.bucket_name']],
  cos: [['bucket', 'common.storage.cos.bucketnames', 'storage_config.cos.bucketnames']],
  alibabacloud: [['bucket', 'common.storage.alibabacloud.bucket', 'storage_config.alibabacloud.bucket']],
};

/** The same with the clients that `use_thanos_objstore` turns on. */
const THANOS_STORES: Readonly<Record<string, readonly PartSource[]>> = {
  s3: [['bucket', 'common.storage.object_store.s3.bucket_name', 'storage_config.object_store.s3.bucket_name']],
  gcs: [['bucket', 'common.storage.object_store.gcs.bucket_name', 'storage_config.object_store.gcs.bucket_name']],
  azure: [
    ['account', 'common.storage.object_store.azure.account_name', 'storage_config.object_store.azure.account_name'],
    [
      'container',
      'common.storage.object_store.azure.container_name',
      'storage_config.object_store.azure.container_name',
    ],
  ],
  filesystem: [['folder', 'common.storage.object_store.filesystem.dir', 'storage_config.object_store.filesystem.dir']],
};

/** Of a store that nobody knows nothing. */
const sourcesOf = (stores: typeof STORES, store: string): readonly PartSource[] =>
  Object.hasOwn(stores, store) ? (stores[store] ?? []) : [];

function objectPlace(config: Mapping, objectStore: string): Place {
  const isThanos = textAt(config, 'storage_config.use_thanos_objstore') === 'true';
  const named = namedStore(config, objectStore);
  const sources = sourcesOf(isThanos ? THANOS_STORES : STORES, objectStore);
  const parts = named?.parts ?? sources.map((source) => partOf(config, source));
  const prefix = isThanos
    ? partOf(config, [
        'prefix',
        'common.storage.object_store.storage_prefix',
        'storage_config.object_store.storage_prefix',
      ])
    : partOf(config, ['prefix', 'storage_config.object_prefix']);
  return { kind: named?.kind ?? objectStore, parts: [...parts, prefix].map(completed(config)) };
}

function partOf(config: Mapping, [name, ...paths]: PartSource): PlacePart {
  const path = paths.findLast((candidate) => textAt(config, candidate) !== '') ?? paths.at(-1) ?? '';
  return { name, value: textAt(config, path), path };
}

/** A bucket that is named in a URL, and a folder on our volume without the place where that is mounted. */
const completed =
  (config: Mapping) =>
  (part: PlacePart): PlacePart => {
    if (part.name === 'folder') return { ...part, value: onVolume(part.value) };
    if (part.name === 'prefix') return { ...part, value: part.value.replace(/^\/+|\/+$/g, '') };
    if (part.value !== '' || part.path !== 'storage_config.aws.bucketnames') return part;
    const url = partOf(config, [part.name, 'common.storage.s3.s3', 'storage_config.aws.s3']);
    const [, bucket = ''] = /^\w+:\/\/[^/]*\/([^/?]+)/.exec(url.value) ?? [];
    return bucket === '' ? part : { ...url, value: bucket };
  };

/** Where the pods of releases before and after 3.0 have their volume. */
const MOUNTS = /^\/(?:data|var\/loki)(?:\/|$)/;

const onVolume = (folder: string): string => folder.replace(/\/+$/, '').replace(MOUNTS, '');

/** A store with a name of its own, below its kind. */
function namedStore(config: Mapping, name: string): Place | undefined {
  const base = 'storage_config.named_stores';
  const kinds = valueAt(config, base);
  if (!isRecord(kinds)) return undefined;
  const kind = Object.keys(kinds).find((each) => isRecord(kinds[each]) && Object.hasOwn(kinds[each], name));
  if (kind === undefined) return undefined;
  const sources = sourcesOf(STORES, kind === 'aws' ? 's3' : kind);
  const parts = sources.map(([part, ...paths]) => {
    const key = paths.at(-1)?.split('.').at(-1) ?? '';
    const block = kinds[kind] as Mapping;
    const value = isRecord(block[name]) ? textAt(block[name], key) : '';
    return { name: part, value, path: `${base}.${kind}.${name}.${key}` };
  });
  return { kind: kind === 'aws' ? 's3' : kind, parts };
}

function dynamoDbPlace(config: Mapping): Place {
  const path = 'storage_config.aws.dynamodb.dynamodb_url';
  // A key may stand before the region.
  const [, region = ''] = /^\w+:\/\/(?:[^@/]*@)?([^/?]*)/.exec(textAt(config, path)) ?? [];
  return { kind: 'dynamodb', parts: [{ name: 'region', value: region, path }] };
}
