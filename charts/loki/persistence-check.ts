import { checkSubdomain } from '../kubernetes/checks/names';
import type { Problem } from '../kubernetes/problem';
import { checkQuantity } from '../kubernetes/quantity';
import type { Persistence } from './persistence';

/** Refuses volumes that no cluster makes. */
export function checkPersistence(persistence: Persistence, path: string): Problem[] {
  switch (persistence.type) {
    case 'claim': {
      const { size, storageClass, retentionPolicy } = persistence;
      return [
        ...(size === undefined ? [] : checkQuantity(size, `${path}.size`, '10Gi')),
        ...(storageClass === undefined ? [] : checkSubdomain(storageClass, `${path}.storageClass`)),
        ...(retentionPolicy === undefined || ['Retain', 'Delete'].includes(retentionPolicy)
          ? []
          : [
              {
                path: `${path}.retentionPolicy`,
                message: `${JSON.stringify(retentionPolicy)} is not what can become of a claim`,
                remedy: 'write "Retain" or "Delete"',
              },
            ]),
      ];
    }
    case 'ephemeral':
      return persistence.sizeLimit === undefined
        ? []
        : checkQuantity(persistence.sizeLimit, `${path}.sizeLimit`, '10Gi');
  }
}
