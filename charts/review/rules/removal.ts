import { holdsEntries } from '../config/entries';
import { deleteCommand } from '../kubectl';
import { consequence, type Rule } from './rule';

/** What is no longer among the manifests is still in the cluster. Nobody is told to delete what pods still read. */
export const removal: Rule = ({ status, manifest }, { after: side }) => {
  if (status !== 'removed') return [];
  return holdsEntries(manifest) && side.readersOf(manifest).length > 0
    ? [
        consequence(
          'none',
          'stays in the cluster with `kubectl apply`, where it is needed, but not where Argo CD prunes',
        ),
      ]
    : [
        consequence('none', 'is left in the cluster by `kubectl apply`, and deleted by Argo CD if it prunes', [], {
          commands: [deleteCommand(manifest)],
        }),
      ];
};
