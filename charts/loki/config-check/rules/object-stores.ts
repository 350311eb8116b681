import { joinPath } from '../../../config-check/config-node';
import { type Finding, refused } from '../../../config-check/finding';
import { goUrlMistake } from '../../../config-check/go-url';
import type { Settings } from '../../../config-check/settings';
import type { Rule } from './rule';
import { usesThanos } from './stores';

/** Blocks of the newer clients of object stores that are looked at when the file is read. */
function blocks(settings: Settings): string[] {
  return ['ruler_storage', ...(usesThanos(settings) ? ['storage_config.object_store'] : [])].filter((path) =>
    settings.has(path),
  );
}

function s3Blocks(settings: Settings): string[] {
  const named = 'storage_config.object_store.named_stores.s3';
  return [
    ...blocks(settings).map((block) => `${block}.s3`),
    ...(usesThanos(settings) ? settings.keysBelow(named).map((name) => joinPath(named, name)) : []),
  ];
}

/** Amazon's endpoint is written without the bucket, which is said by itself. */
export const endpointsHaveNoBucket: Rule = ({ settings }) =>
  s3Blocks(settings).flatMap((path): Finding[] => {
    const [endpoint, bucket] = [settings.text(`${path}.endpoint`), settings.text(`${path}.bucket_name`)];
    const sts = settings.text(`${path}.sts_endpoint`);
    const isUrl = sts === '?' || (/^[A-Za-z][\w+.-]*:\/\/[^/]/.test(sts) && goUrlMistake(sts) === undefined);
    return [
      ...(bucket !== '' && bucket !== '?' && endpoint.split('.')[0] === bucket
        ? [
            refused(
              `${path}.endpoint`,
              `begins with the bucket "${bucket}"`,
              `write it without: "${endpoint.slice(bucket.length + 1)}"`,
            ),
          ]
        : []),
      ...(sts === '' || isUrl
        ? []
        : [refused(`${path}.sts_endpoint`, 'is not a URL', 'write it as "https://sts.eu-central-1.amazonaws.com"')]),
    ];
  });

export const storagePrefixes: Rule = ({ settings }) =>
  blocks(settings).flatMap((block) => {
    const path = `${block}.storage_prefix`;
    const prefix = settings.text(path);
    return prefix === '' || prefix === '?' || /^[\dA-Za-z-]+$/.test(prefix)
      ? []
      : [refused(path, `is ${JSON.stringify(prefix)}`, 'write letters, digits and dashes only')];
  });

export const OBJECT_STORE_RULES: readonly Rule[] = [endpointsHaveNoBucket, storagePrefixes];
