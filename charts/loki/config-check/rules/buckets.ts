import { type Finding, refused, warned } from '../../../config-check/finding';
import type { Settings } from '../../../config-check/settings';
import type { Rule, RuleInput } from './rule';
import { usesThanos } from './stores';

const S3_BLOCKS = ['storage_config.aws', 'common.storage.s3'];

const usesS3 = ({ settings, periods }: RuleInput): boolean =>
  !usesThanos(settings) && periods.some(({ objectStore }) => objectStore === 's3' || objectStore === 'aws');

/** `s3://key:secret@region/bucket`: without a region or a bucket in it, nothing can be written. */
export const s3Urls: Rule = (input) => {
  const { settings } = input;
  return S3_BLOCKS.flatMap((block) => {
    const path = `${block}.s3`;
    const url = settings.text(path);
    if (url === '' || url === '?' || /^inmemory:/.test(url)) return [];
    const [, , host = '', bucket = ''] = /^(s3|https?):\/\/(?:[^/]*@)?([^/?]*)\/?([^?]*)/.exec(url) ?? [];
    const hasRegion =
      host !== '' || settings.text(`${block}.region`) !== '' || settings.text(`${block}.endpoint`) !== '';
    const hasBucket = bucket !== '' || settings.text(`${block}.bucketnames`) !== '';
    if (hasRegion && hasBucket) return [];
    const missing = hasRegion ? 'names no bucket' : 'names no region';
    return [(usesS3(input) ? refused : warned)(path, missing, 'write it as "s3://us-east-1/bucket"')];
  });
};

/** Bucket names win over the URL's; somebody who wrote both may think otherwise. */
export const s3BucketOnce: Rule = ({ settings }) =>
  S3_BLOCKS.flatMap((block) => {
    const url = settings.text(`${block}.s3`);
    const names = settings.text(`${block}.bucketnames`);
    const bucket = /^s3:\/\/[^/]*\/([^?]+)/.exec(url)?.[1];
    return bucket === undefined || names === '' || names === bucket
      ? []
      : [
          warned(
            `${block}.bucketnames`,
            `is "${names}", and ${block}.s3 names the bucket "${bucket}", which is then not used`,
            'name the bucket once',
          ),
        ];
  });

/** Half a key pair ends Loki at the start. */
export const s3KeyPairs: Rule = (input) => {
  const { settings } = input;
  return S3_BLOCKS.flatMap((block): Finding[] => {
    const [id, secret] = ['access_key_id', 'secret_access_key'].map((key) => settings.text(`${block}.${key}`) !== '');
    if (id === secret) return [];
    const [given, missing] =
      id === true ? ['access_key_id', 'secret_access_key'] : ['secret_access_key', 'access_key_id'];
    return [
      (usesS3(input) ? refused : warned)(`${block}.${given}`, `is set without ${missing}`, 'set both, or neither'),
    ];
  });
};

/** Azure's rule for the names of containers. */
export const azureContainers: Rule = ({ settings, periods }) => {
  if (usesThanos(settings)) return [];
  const isUsed = periods.some(({ objectStore }) => objectStore === 'azure');
  return ['storage_config.azure', 'common.storage.azure'].flatMap((block) => {
    const path = `${block}.container_name`;
    if (!settings.isWritten(path)) return [];
    const name = settings.text(path);
    const isName =
      name === '?' ||
      /^\$(?:root|logs|web)$/.test(name) ||
      (/^[a-z0-9](?:-?[a-z0-9]){2,62}$/.test(name) && name.length <= 63);
    return isName
      ? []
      : [
          (isUsed ? refused : warned)(
            path,
            `"${name}" is not the name of a container`,
            'write 3 to 63 small letters, digits and single dashes',
          ),
        ];
  });
};

/** A context for KMS is an object of texts, as JSON in a text. */
export const kmsContexts: Rule = ({ settings }) =>
  [...S3_BLOCKS, 'ruler.storage.s3', 'ruler_storage.s3', 'storage_config.object_store.s3'].flatMap((block) => {
    const path = `${block}.sse.kms_encryption_context`;
    return isTextMap(settings, path)
      ? []
      : [refused(path, 'is not a JSON object of texts', 'write it as \'{"key":"value"}\'')];
  });

function isTextMap(settings: Settings, path: string): boolean {
  const text = settings.text(path);
  if (text === '' || text === '?') return true;
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' && value !== null && Object.values(value).every((item) => typeof item === 'string')
    );
  } catch {
    return false;
  }
}

export const BUCKET_RULES: readonly Rule[] = [s3Urls, s3BucketOnce, s3KeyPairs, azureContainers, kmsContexts];
