import { closest } from '../kubernetes/closest';
import type { Problem } from '../kubernetes/problem';

/**
 * A sync option of an Application, in Argo CD's own words.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 */
export type ArgoSyncOption =
  | `ApplyOutOfSyncOnly=${boolean}`
  | `ClientSideApplyMigration=${boolean}`
  | `CreateNamespace=${boolean}`
  | `FailOnSharedResource=${boolean}`
  | `PruneLast=${boolean}`
  | `PrunePropagationPolicy=${'background' | 'foreground' | 'orphan'}`
  | `RespectIgnoreDifferences=${boolean}`
  | `ServerSideApply=${boolean}`;

const SWITCH = ['true', 'false'];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  ApplyOutOfSyncOnly: SWITCH,
  ClientSideApplyMigration: SWITCH,
  CreateNamespace: SWITCH,
  FailOnSharedResource: SWITCH,
  PruneLast: SWITCH,
  PrunePropagationPolicy: ['background', 'foreground', 'orphan'],
  RespectIgnoreDifferences: SWITCH,
  ServerSideApply: SWITCH,
};

/** Options that would undo what the stack relies on, and why. */
const HARMFUL: Readonly<Record<string, string>> = {
  Force: 'deletes an object that it cannot change, a StatefulSet and its pods included, and makes it again',
  Replace: "takes away what others wrote of an object, such as Grafana's password in its Secret",
};

const nameOf = (option: string): string => option.split('=', 1)[0] ?? '';

/** Refuses options that Argo CD does not know, or that do harm here. */
export function checkSyncOptions(options: readonly string[], hasNamespace: boolean): Problem[] {
  return options.flatMap((option, index) => {
    const path = `syncOptions[${index}]`;
    const [name = '', value = ''] = option.split('=', 2);
    const shown = JSON.stringify(option);
    const harm = HARMFUL[name];
    if (harm !== undefined) return [{ path, message: `${shown} ${harm}`, remedy: 'leave it out' }];
    const values = VALUES[name];
    if (values === undefined) {
      const near = closest(name, Object.keys(VALUES));
      const remedy =
        near === undefined ? `use one of ${Object.keys(VALUES).join(', ')}` : `did you mean "${near}=true"?`;
      return [{ path, message: `${shown} is not a sync option that is known here`, remedy }];
    }
    if (!values.includes(value)) {
      const remedy = `write ${values.map((known) => `"${name}=${known}"`).join(' or ')}`;
      return [{ path, message: `${shown} is none of its values`, remedy }];
    }
    if (options.findIndex((other) => nameOf(other) === name) < index) {
      return [{ path, message: `says ${name} once more`, remedy: 'leave one of the two out' }];
    }
    return option === 'CreateNamespace=true' && hasNamespace
      ? [
          {
            path,
            message:
              'makes a namespace that stands in the folder already, with the Pod Security labels that its pods need',
            remedy: 'leave it out',
          },
        ]
      : [];
  });
}

/** Ours, and those of the user in their place, by name. */
export function syncOptions(own: readonly string[], given: readonly string[]): readonly string[] {
  const byName = new Map([...own, ...given].map((option) => [nameOf(option), option]));
  return [...byName.values()].sort();
}
