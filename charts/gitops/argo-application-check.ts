import { checkName } from '../kubernetes/names';
import type { Problem } from '../kubernetes/problem';
import type { ArgoApplicationSource } from './argo-application';
import type {
  ArgoApplicationOptions,
  ArgoDestination,
  ArgoIgnoredDifference,
  ArgoRetry,
} from './argo-application-options';
import { checkGoDuration } from './go-duration';
import { checkRepositoryUrl } from './repository-url';

/** Refuses what a user said of an Application, by itself. */
export function checkArgoApplication(props: ArgoApplicationSource & ArgoApplicationOptions, name: string): Problem[] {
  const { repoURL, targetRevision, project, namespace, destination, retry, finalizer, folder, waves } = props;
  return [
    ...(repoURL === undefined ? [] : checkRepositoryUrl(repoURL, 'repoURL', 'Argo CD')),
    ...(targetRevision === undefined ? [] : checkRevision(targetRevision)),
    ...checkName(name, 'name'),
    ...(namespace === undefined ? [] : checkName(namespace, 'namespace')),
    ...(project === undefined ? [] : checkProject(project)),
    ...(destination === undefined ? [] : checkDestination(destination)),
    ...(retry === undefined ? [] : checkRetry(retry)),
    ...(props.ignoreDifferences ?? []).flatMap(checkIgnored),
    ...Object.entries(waves ?? {}).flatMap(([reference, wave]) =>
      Number.isInteger(wave)
        ? []
        : [
            {
              path: `waves[${JSON.stringify(reference)}]`,
              message: `${JSON.stringify(wave)} is not a wave`,
              remedy: 'write a whole number',
            },
          ],
    ),
    ...(finalizer === undefined || ['foreground', 'background'].includes(finalizer)
      ? []
      : [
          {
            path: 'finalizer',
            message: 'is not a way to delete',
            remedy: "write 'foreground' or 'background', or leave it out",
          },
        ]),
    ...(folder === undefined ? [] : checkName(folder, 'folder')),
  ];
}

function checkRevision(revision: string): Problem[] {
  const path = 'targetRevision';
  const remedy = 'write a branch, a tag or a commit, such as "main"; leave it out for the default branch';
  if (revision.trim() === '') return [{ path, message: 'is empty', remedy }];
  return /^-|^\s|\s$|[\p{Cc}~^:?[\\]|\.\./u.test(revision)
    ? [{ path, message: `${JSON.stringify(revision)} is not what git calls a revision`, remedy }]
    : [];
}

const checkProject = (project: string): Problem[] =>
  checkName(project, 'project').map((problem) => ({
    ...problem,
    remedy: `${problem.remedy.replace(/\?$/, '')}, or leave it out for "default"`,
  }));

function checkDestination({ server, name }: ArgoDestination): Problem[] {
  if (server !== undefined && name !== undefined) {
    const remedy = 'write one of them: Argo CD refuses an Application with both';
    return [{ path: 'destination', message: 'says both server and name', remedy }];
  }
  if (name?.trim() === '') {
    return [
      {
        path: 'destination.name',
        message: 'is empty',
        remedy: 'write the cluster\'s name in Argo CD, such as "in-cluster"',
      },
    ];
  }
  if (server === undefined || (URL.canParse(server) && /^https?:$/.test(new URL(server).protocol))) return [];
  const remedy =
    'write the address of its API server, such as "https://kubernetes.default.svc", or its name as destination.name';
  return [{ path: 'destination.server', message: `${JSON.stringify(server)} is not the address of a cluster`, remedy }];
}

const checkRetry = ({ limit, backoff: { duration, factor, maxDuration } = {} }: ArgoRetry): Problem[] => [
  ...(limit === undefined || Number.isInteger(limit)
    ? []
    : [
        {
          path: 'retry.limit',
          message: `${JSON.stringify(limit)} is not a number of tries`,
          remedy: 'write a whole number, or -1 for no limit',
        },
      ]),
  ...checkGoDuration(duration, 'retry.backoff.duration', '15s'),
  ...(factor === undefined || (Number.isInteger(factor) && factor >= 1)
    ? []
    : [
        {
          path: 'retry.backoff.factor',
          message: `${JSON.stringify(factor)} is not a factor`,
          remedy: 'write a whole number from 1 on',
        },
      ]),
  ...checkGoDuration(maxDuration, 'retry.backoff.maxDuration', '5m'),
];

function checkIgnored(ignored: ArgoIgnoredDifference, index: number): Problem[] {
  const path = `ignoreDifferences[${index}]`;
  const { jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] } = ignored;
  if (jsonPointers.length + jqPathExpressions.length + managedFieldsManagers.length === 0) {
    const remedy = 'say which fields: jsonPointers, jqPathExpressions or managedFieldsManagers';
    return [{ path, message: `ignores nothing of any ${ignored.kind}`, remedy }];
  }
  return jsonPointers.flatMap((pointer, at) =>
    pointer.startsWith('/')
      ? []
      : [
          {
            path: `${path}.jsonPointers[${at}]`,
            message: `${JSON.stringify(pointer)} is not a JSON pointer`,
            remedy: `write "/${pointer.replaceAll('.', '/')}"`,
          },
        ],
  );
}
