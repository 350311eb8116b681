import { deleteCommand } from '../kubectl';
import { consequence, type Rule } from './rule';

/** What is no longer among the manifests is still in the cluster. */
export const removal: Rule = ({ status, manifest }) =>
  status !== 'removed'
    ? []
    : [
        consequence('none', 'is left in the cluster by `kubectl apply`, and deleted by Argo CD if it prunes', [], {
          commands: [deleteCommand(manifest)],
        }),
      ];
