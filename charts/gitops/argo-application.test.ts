import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { appWith, manifestsOf, objectOf, problemsOf } from '../../test/apps';
import { schemaProblems } from '../../test/kubernetes-schema';
import { expectTextSnapshot } from '../../test/text-snapshot';
import { ArgoApplication, type ArgoApplicationProps, Environment, LoggingStack, ManifestApp } from '..';

const REPOSITORY = 'https://git.example.com/platform/logging.git';

/** An app with a stack in an environment, and an Application of it. */
const withApplication =
  (props: Partial<ArgoApplicationProps> = {}) =>
  (app: ManifestApp): void => {
    const deploys = new Environment(app, 'staging');
    new LoggingStack(deploys, 'loki', { namespace: 'logging', grafana: { persistence: {} } });
    new ArgoApplication(app, 'logs', { repoURL: REPOSITORY, deploys, ...props });
  };

const application = (props: Partial<ArgoApplicationProps> = {}) =>
  objectOf(appWith(withApplication(props)), 'Application/logs');

/** What is refused, on a line each: path, message and remedy. */
const refused = (build: (app: ManifestApp) => void): readonly string[] =>
  problemsOf(build).map((problem) => problem.replace(/\s+→ /, ' → ').replace(/^\[logs\] /, ''));

test('an Application deploys the folder of an environment, and stands in a folder of its own', () => {
  const files = appWith(withApplication()).manifestFiles();
  expect([...files.keys()]).toEqual([
    'argocd/logs.k8s.yaml',
    'staging/00-loki-namespace.k8s.yaml',
    'staging/loki-grafana.k8s.yaml',
    'staging/loki-promtail.k8s.yaml',
    'staging/loki.k8s.yaml',
  ]);
  expectTextSnapshot('gitops/application.yaml', files.get('argocd/logs.k8s.yaml') ?? '');
});

test('all that can be said of one is what Argo CD takes', () => {
  const app = appWith(
    withApplication({
      name: 'logs-staging',
      namespace: 'gitops',
      project: 'platform',
      targetRevision: 'v1.2.0',
      path: './clusters//staging/',
      destination: { name: 'staging', namespace: 'logging' },
      automated: { prune: false },
      retry: { limit: -1, backoff: { duration: '1m', factor: 3, maxDuration: '1h' } },
      syncOptions: ['ServerSideApply=false', 'PruneLast=true', 'PrunePropagationPolicy=background'],
      ignoreDifferences: [{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] }],
      waves: { 'DaemonSet/loki-promtail': 1 },
      finalizer: 'background',
      folder: 'applications',
    }),
  );
  expectTextSnapshot(
    'gitops/application-with-everything.yaml',
    app.manifestFiles().get('applications/logs.k8s.yaml') ?? '',
  );
  const found = manifestsOf(app).filter(({ kind }) => kind === 'Application');
  expect(found.flatMap((manifest) => schemaProblems({ ...manifest }, 'newest'))).toEqual([]);
  expect(objectOf(app, 'DaemonSet/loki-promtail').metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-wave': '1',
  });
});

test('what data goes with stays, unless it is asked for', () => {
  const annotations = (keepData?: boolean) =>
    manifestsOf(appWith(withApplication({ keepData }))).flatMap(({ kind, metadata }) =>
      Object.entries(metadata.annotations ?? {}).flatMap(([key, value]) =>
        key.includes('argoproj') ? [`${kind}/${metadata.name} ${key}: ${value}`] : [],
      ),
    );
  expect(annotations()).toEqual([
    'Namespace/logging argocd.argoproj.io/sync-options: Delete=false,Prune=false',
    'PersistentVolumeClaim/loki-grafana argocd.argoproj.io/sync-options: Delete=false,Prune=false',
  ]);
  expect(annotations(false)).toEqual([]);
});

test('nothing that Argo CD writes itself is in dist', () => {
  const text = appWith(withApplication()).synthYaml();
  expect(text).not.toMatch(
    /argocd\.argoproj\.io\/(?:tracking-id|instance|refresh|hydrate)|last-applied|operationState/,
  );
});

test('the finalizer is only there when it is asked for', () => {
  expect(application().metadata.finalizers).toBeUndefined();
  expect(application({ finalizer: 'foreground' }).metadata.finalizers).toEqual([
    'resources-finalizer.argocd.argoproj.io',
  ]);
});

test('a sync can be left to a person', () => {
  expect(application({ automated: false }).spec.syncPolicy.automated).toBeUndefined();
});

test('without an environment it deploys what is directly in the output folder', () => {
  const app = appWith((each) => {
    new LoggingStack(each, 'loki', { namespace: 'loki' });
    new ArgoApplication(each, 'logs', { repoURL: REPOSITORY });
  });
  expect(objectOf(app, 'Application/logs').spec.source.path).toBe('never-written');
});

test('a stack stands for its folder, and what is added later counts', () => {
  const app = appWith((each) => {
    const environment = new Environment(each, 'production');
    const deploys = new Construct(environment, 'later');
    new ArgoApplication(each, 'logs', { repoURL: REPOSITORY, deploys });
    new LoggingStack(environment, 'loki', { namespace: 'loki' });
  });
  expect(objectOf(app, 'Application/logs').spec.source.path).toBe('never-written/production');
  expect(objectOf(app, 'Namespace/loki').metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false',
  });
});

test('what a user says of an object counts', () => {
  const app = appWith((each) => {
    const chart = new Chart(each, 'logs');
    const namespace = new LoggingStack(chart, 'loki', { namespace: 'loki' });
    namespace.patch('Namespace/loki', {
      op: 'add',
      path: '/metadata/annotations',
      value: { 'argocd.argoproj.io/sync-options': 'Prune=confirm' },
    });
    new ArgoApplication(each, 'application', { repoURL: REPOSITORY });
  });
  expect(objectOf(app, 'Namespace/loki').metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-options': 'Prune=confirm',
  });
});

test('a patch that takes an annotation away is told of it', () => {
  const build = (app: ManifestApp) => {
    const stack = new LoggingStack(app, 'loki', { namespace: 'loki' });
    stack.patch('Namespace/loki', { op: 'add', path: '/metadata/annotations', value: { team: 'logs' } });
    new ArgoApplication(app, 'logs', { repoURL: REPOSITORY });
  };
  expect(refused(build)).toEqual([
    'keepData: "argocd.argoproj.io/sync-options" is lost from Namespace/loki, whose annotations a patch replaces → write it in the patch as well: {"argocd.argoproj.io/sync-options":"Delete=false,Prune=false"}',
  ]);
});

test('a patch changes the Application, and is refused when it hits nothing', () => {
  const patched = (path: string) => (app: ManifestApp) => {
    new LoggingStack(app, 'loki', { namespace: 'loki' });
    new ArgoApplication(app, 'logs', { repoURL: REPOSITORY }).patch({ op: 'add', path, value: 3 });
  };
  expect(objectOf(appWith(patched('/spec/revisionHistoryLimit')), 'Application/logs').spec.revisionHistoryLimit).toBe(
    3,
  );
  expect(refused(patched('/spec/sources/0'))).toEqual([
    'patch("Application/logs") /spec/sources/0: leads nowhere: /spec has no "sources" → did you mean "source"?',
  ]);
});

test.each<[object, string]>([
  [{ repoURL: undefined }, 'repoURL: is missing → write the address of the repository that the output is committed to'],
  [
    { repoURL: ' ' },
    'repoURL: is empty → write the address of the repository, such as "https://git.example.com/platform/logging.git"',
  ],
  [
    { repoURL: 'git.example.com' },
    'repoURL: "git.example.com" is not the address of a Git repository → write one such as "https://git.example.com/platform/logging.git"',
  ],
  [
    { repoURL: 'file:///srv/logging.git' },
    'repoURL: "file:///srv/logging.git" is not the address of a Git repository → write one such as "https://git.example.com/platform/logging.git"',
  ],
  [
    { repoURL: 'ftp://git.example.com/a' },
    'repoURL: Argo CD fetches no repository by "ftp" → write a URL that begins with "https://" or "ssh://"',
  ],
  [
    { repoURL: 'https://deploy:hunter2@git.example.com/logging.git' },
    'repoURL: holds a password or token, and everything in dist can be read by everybody who can read the repository → write it without what stands before the "@", and give Argo CD the credential as a Secret in the cluster',
  ],
  [
    { targetRevision: '' },
    'targetRevision: is empty → write a branch, a tag or a commit, such as "main"; leave it out for the default branch',
  ],
  [
    { targetRevision: 'a..b' },
    'targetRevision: "a..b" is not what git calls a revision → write a branch, a tag or a commit, such as "main"; leave it out for the default branch',
  ],
  [
    { path: '../other' },
    'path: "../other" leads out of the repository → write the folder as seen from the top of the repository, such as "dist/staging"',
  ],
  [
    { path: '/srv/dist' },
    'path: "/srv/dist" begins at the root of a disk, not of the repository → write the folder as seen from the top of the repository, such as "dist/staging"',
  ],
  [
    { path: 'dist/production' },
    'path: "dist/production" is not where "staging" is written, which it deploys → write the path of "staging", such as "dist/staging", or leave deploys out',
  ],
  [
    { path: '' },
    'path: is empty → write the folder as seen from the top of the repository, such as "dist/staging", or "." for the top',
  ],
  [
    { deploys: 'staging' },
    'deploys: is no construct → write an Environment, or a LoggingStack or chart that stands in the folder',
  ],
  [{ deploys: new ManifestApp() }, 'deploys: is of another app → write a construct of the same app, or say the path'],
  [
    { name: 'Logs' },
    'name: "Logs" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends) → did you mean "logs"?',
  ],
  [
    { namespace: 'argo cd' },
    'namespace: "argo cd" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends) → did you mean "argo-cd"?',
  ],
  [
    { project: '' },
    'project: "" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends) → write a name such as "loki", or leave it out for "default"',
  ],
  [
    { destination: { server: 'https://a.example.com', name: 'a' } },
    'destination: says both server and name → write one of them: Argo CD refuses an Application with both',
  ],
  [
    { destination: { server: 'in-cluster' } },
    'destination.server: "in-cluster" is not the address of a cluster → write the address of its API server, such as "https://kubernetes.default.svc", or its name as destination.name',
  ],
  [
    { destination: { name: '' } },
    'destination.name: is empty → write the cluster\'s name in Argo CD, such as "in-cluster"',
  ],
  [
    { prune: true },
    'prune: there is no "prune" here → use one of repoURL, targetRevision, deploys, path, name, namespace, project, destination, automated, retry, syncOptions, ignoreDifferences, waves, keepData, finalizer, folder, managesItself',
  ],
  [{ automated: true }, 'automated: true is not an object → write { … }'],
  [{ automated: { selfheal: true } }, 'automated.selfheal: there is no "selfheal" here → did you mean "selfHeal"?'],
  [{ retry: { limit: 1.5 } }, 'retry.limit: 1.5 is not a number of tries → write a whole number, or -1 for no limit'],
  [
    { retry: { backoff: { duration: '1d' } } },
    'retry.backoff.duration: "1d" is not a duration in h, m, s or ms → write "24h"',
  ],
  [
    { retry: { backoff: { maxDuration: '5 minutes' } } },
    'retry.backoff.maxDuration: "5 minutes" is not a duration in h, m, s or ms → write one such as "5m"',
  ],
  [{ retry: { backoff: { factor: 0 } } }, 'retry.backoff.factor: 0 is not a factor → write a whole number from 1 on'],
  [
    { syncOptions: ['Replace=true'] },
    'syncOptions[0]: "Replace=true" takes away what others wrote of an object, such as Grafana\'s password in its Secret → leave it out',
  ],
  [
    { syncOptions: ['Force=true'] },
    'syncOptions[0]: "Force=true" deletes an object that it cannot change, a StatefulSet and its pods included, and makes it again → leave it out',
  ],
  [
    { syncOptions: ['CreateNamespace=true'] },
    'syncOptions[0]: makes a namespace that stands in the folder already, with the Pod Security labels that its pods need → leave it out',
  ],
  [
    { syncOptions: ['PruneLats=true'] },
    'syncOptions[0]: "PruneLats=true" is not a sync option that is known here → did you mean "PruneLast=true"?',
  ],
  [
    { syncOptions: ['PruneLast'] },
    'syncOptions[0]: "PruneLast" is none of its values → write "PruneLast=true" or "PruneLast=false"',
  ],
  [
    { syncOptions: ['PruneLast=true', 'PruneLast=false'] },
    'syncOptions[1]: says PruneLast once more → leave one of the two out',
  ],
  [
    { ignoreDifferences: [{ kind: 'Deployment' }] },
    'ignoreDifferences[0]: ignores nothing of any Deployment → say which fields: jsonPointers, jqPathExpressions or managedFieldsManagers',
  ],
  [{ ignoreDifferences: [{ jsonPointers: ['/spec'] }] }, 'ignoreDifferences[0].kind: is missing → write it'],
  [
    { ignoreDifferences: [{ kind: 'Deployment', jsonPointers: ['spec.replicas'] }] },
    'ignoreDifferences[0].jsonPointers[0]: "spec.replicas" is not a JSON pointer → write "/spec/replicas"',
  ],
  [
    { waves: { 'DaemonSet/loki-promtial': 1 } },
    'waves["DaemonSet/loki-promtial"]: there is no DaemonSet/loki-promtial in the folder → did you mean "DaemonSet/loki-promtail"?',
  ],
  [
    { waves: { 'DaemonSet/loki-promtail': 'late' } },
    'waves["DaemonSet/loki-promtail"]: "late" is not a wave → write a whole number',
  ],
  [{ finalizer: true }, "finalizer: is not a way to delete → write 'foreground' or 'background', or leave it out"],
  [
    { folder: 'argo/cd' },
    'folder: "argo/cd" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends) → did you mean "argo-cd"?',
  ],
])('%j is refused', (props, expected) => {
  expect(refused(withApplication(props))).toEqual([expected]);
});

test.each(['git@git.example.com:platform/logging.git', 'ssh://git@git.example.com/a.git', 'http://git.example.com/a'])(
  '%s is an address',
  (repoURL) => expect(application({ repoURL }).spec.source.repoURL).toBe(repoURL),
);

test('a folder that nothing is written to is refused', () => {
  const build = (app: ManifestApp) => {
    new LoggingStack(new Environment(app, 'production'), 'loki', { namespace: 'loki' });
    const deploys = new Environment(app, 'prodution');
    new ArgoApplication(app, 'logs', { repoURL: REPOSITORY, deploys });
  };
  expect(refused(build)).toEqual([
    'deploys: nothing is written to "never-written/prodution" → add a stack to it, or deploy another folder, such as that of "production"',
  ]);
});

test('an Application that manages itself is refused, unless that is meant', () => {
  const build = (managesItself?: boolean) => (app: ManifestApp) => {
    new LoggingStack(app, 'loki', { namespace: 'loki' });
    new ArgoApplication(app, 'logs', { repoURL: REPOSITORY, path: 'never-written/argocd', managesItself });
  };
  expect(refused(build())).toEqual([
    'path: is "never-written/argocd", where the Application itself is written to: it would change, and with prune delete, itself → set folder to another one, or make the Application in a ManifestApp; set managesItself to true if it is meant',
  ]);
  expect(refused(build(true))).toEqual([]);
});

test('in any other app all files go to one folder, and an Application would manage itself', () => {
  const app = new App({ outdir: 'dist' });
  const chart = new Chart(app, 'logs', { namespace: 'logs' });
  new LoggingStack(chart, 'loki', { namespace: 'loki' });
  new ArgoApplication(chart, 'application', { repoURL: REPOSITORY });
  const problems = app.node.findAll().flatMap(({ node }) => node.validate());
  expect(problems).toEqual([expect.stringContaining('deploys: is "dist", where the Application itself is written to')]);
});

test('a folder is deployed to a cluster once, and two of one name are refused', () => {
  const build = (second: Partial<ArgoApplicationProps>) => (app: ManifestApp) => {
    const deploys = new Environment(app, 'staging');
    new LoggingStack(deploys, 'loki', { namespace: 'loki' });
    new ArgoApplication(app, 'first', { repoURL: REPOSITORY, deploys });
    new ArgoApplication(app, 'second', { repoURL: REPOSITORY, deploys, ...second });
  };
  expect(refused(build({}))).toEqual([
    '[second] deploys: "never-written/staging" is deployed to the same cluster by Application/first already: each would take the objects from the other → leave one of the two out, or deploy another folder',
  ]);
  expect(refused(build({ destination: { name: 'other' } }))).toEqual([]);
  expect(refused(build({ destination: { name: 'other' }, name: 'first' }))).toEqual([
    '[second] Application/first metadata.name: another Application "first" is there already in namespace "argocd": the last one applied would win → give one of them another name or namespace',
  ]);
});

test('a path alone leads to the folder too, wherever in the repository the output is', () => {
  const app = appWith(withApplication({ deploys: undefined, path: 'infra/never-written/staging' }));
  expect(objectOf(app, 'Application/logs').spec.source.path).toBe('infra/never-written/staging');
  expect(objectOf(app, 'Namespace/logging').metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false',
  });
});

test('an output folder elsewhere needs a path', () => {
  const build = (path?: string) => {
    const app = new ManifestApp({ outdir: '/somewhere/else', report: () => {} });
    new LoggingStack(app, 'loki', { namespace: 'loki' });
    new ArgoApplication(app, 'logs', { repoURL: REPOSITORY, path });
    return app;
  };
  expect(() => build().manifestFiles()).toThrow(
    /path: cannot be derived: the output folder is not below the one that the program\s+runs in\s+→ write the folder as seen/,
  );
  expect(objectOf(build('dist'), 'Application/logs').spec.source.path).toBe('dist');
});
