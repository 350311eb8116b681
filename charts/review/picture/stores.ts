import { at, textAt, textOf } from '../plain';
import { addressOf, safe } from './safe';

/** What Loki keeps outside of the cluster. */
export interface Store {
  /** Equal for the same store. */
  readonly to: string;
  readonly kind: string;
  readonly name: string;
  readonly facts: readonly string[];
}

/** Kinds of buckets by the sections that Loki's configuration has for them. */
const BUCKETS: readonly (readonly [kind: string, sections: readonly string[], name: string])[] = [
  ['S3 bucket', ['aws', 's3', 'alibabacloud'], 'bucketnames'],
  ['S3 bucket', ['s3'], 'bucket_name'],
  ['Google Cloud bucket', ['gcs'], 'bucket_name'],
  ['Azure container', ['azure'], 'container_name'],
  ['Swift container', ['swift'], 'container_name'],
  ['bucket', ['bos', 'cos'], 'bucket_name'],
];

/** Where the sections stand. */
const PLACES: readonly (readonly string[])[] = [
  ['storage_config'],
  ['storage_config', 'object_store'],
  ['common', 'storage'],
  ['common', 'storage', 'object_store'],
];

/** The buckets and tables that a configuration of Loki names. Of URLs with keys in them the bucket alone is told. */
export function storesOf(config: unknown): Store[] {
  const buckets = PLACES.flatMap((place) =>
    BUCKETS.flatMap(([kind, sections, name]) =>
      sections.flatMap((section) =>
        bucketsIn(at(config, ...place, section), name).map((bucket) => store(kind, bucket, [])),
      ),
    ),
  );
  const tables = [at(config, 'storage_config', 'aws', 'dynamodb', 'dynamodb_url')].flatMap((url) =>
    textOf(url) === undefined ? [] : [store('DynamoDB', 'tables', [])],
  );
  const found = [...buckets, ...tables];
  return found.filter(({ to }, index) => found.findIndex((other) => other.to === to) === index);
}

const store = (kind: string, name: string, facts: readonly string[]): Store => ({
  to: JSON.stringify(['outside', kind, name]),
  kind,
  name,
  facts,
});

function bucketsIn(section: unknown, name: string): string[] {
  const named = textAt(section, name);
  if (named !== undefined) return named.split(',').map((bucket) => safe(bucket.trim(), name));
  if (name !== 'bucketnames') return [];
  // s3://KEY:SECRET@REGION/BUCKET
  const [, bucket] =
    /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/i.exec(addressOf(textAt(section, 's3') ?? '').path) ?? [];
  return bucket === undefined ? [] : [safe(bucket, name)];
}
