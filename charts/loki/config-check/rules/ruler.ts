import { refused, warned } from '../../../config-check/finding';
import { closest } from '../../../kubernetes/closest';
import type { Rule } from './rule';

/** Loki takes any word, and ends at the start. */
export const rulerStores: Rule = ({ settings }) => {
  const path = 'ruler.storage.type';
  const known = [
    'azure',
    'gcs',
    's3',
    'swift',
    'local',
    'alibabacloud',
    'bos',
    'cos',
    ...(settings.isAtLeast('2.4') ? [''] : ['configdb']),
  ];
  const type = settings.text(path);
  if (type === '?' || known.includes(type) || !settings.isSaid(path)) return [];
  const meant = closest(type, known);
  return [
    refused(
      path,
      `"${type}" is not a store of rules of Loki ${settings.release}`,
      meant === undefined ? 'write "local", or an object store such as "s3"' : `did you mean "${meant}"?`,
    ),
  ];
};

export const rulerBucket: Rule = ({ settings }) => {
  if (settings.text('ruler.storage.type') !== 's3' || !settings.isWritten('ruler.storage.type')) return [];
  const keys = [
    'ruler.storage.s3.bucketnames',
    'ruler.storage.s3.s3',
    'common.storage.s3.bucketnames',
    'common.storage.s3.s3',
  ];
  return keys.some((key) => settings.text(key) !== '')
    ? []
    : [refused('ruler.storage.type', 'is s3, and ruler.storage.s3.bucketnames is not set', 'set it')];
};

/** What is not http(s) is never reached, and no alert is sent. */
export const alertmanagerUrls: Rule = ({ settings }) => {
  const path = 'ruler.alertmanager_url';
  const urls = settings.text(path);
  return urls === '' || urls === '?' || urls.split(',').every((url) => /^\s*https?:\/\/[^/\s]+/.test(url))
    ? []
    : [
        warned(
          path,
          'holds what is not an http(s) URL: no alert would arrive',
          'write it as "http://alertmanager:9093"',
        ),
      ];
};

export const RULER_RULES: readonly Rule[] = [rulerStores, rulerBucket, alertmanagerUrls];
