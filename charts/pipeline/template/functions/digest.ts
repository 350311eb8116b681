import { createHash } from 'node:crypto';
import { toBytes } from '../../go/bytes';

export const hexDigest = (algorithm: string, text: string): string =>
  createHash(algorithm).update(toBytes(text)).digest('hex');
