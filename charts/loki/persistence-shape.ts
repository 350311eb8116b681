import { kindOf, objectOf, scalar, text } from '../kubernetes/shape';
import type { ClaimPersistence, EphemeralPersistence, Persistence } from './persistence';

export const PERSISTENCE = kindOf<Persistence>('kind of persistence', {
  claim: objectOf<ClaimPersistence>({ type: text, size: scalar, storageClass: text, retentionPolicy: text }),
  ephemeral: objectOf<EphemeralPersistence>({ type: text, sizeLimit: scalar }),
});
