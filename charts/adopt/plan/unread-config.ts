import type { ConfigFile } from '../read/config-file';
import { nameOf, type ReleaseObject } from '../read/release-object';

/** Why a configuration could not be read, and what to do about it. */
export const unreadConfig = (workload: ReleaseObject, path: string, file: ConfigFile | undefined): string =>
  file === undefined
    ? `${nameOf(workload)} reads ${path}, which no ConfigMap and no Secret is mounted at: its configuration is not known`
    : `${nameOf(workload)} reads ${file.key === '' ? path : file.key} of ${file.kind}/${file.name}, which ${file.isKnown ? 'has none' : 'is not here'}: add what ` +
      `\`kubectl get ${file.kind.toLowerCase()} ${file.name} -o yaml\` prints`;
