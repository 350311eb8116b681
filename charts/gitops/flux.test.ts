import { appWith, manifestsOf, objectOf, problemsOf } from '../../test/apps';
import { schemaProblems } from '../../test/kubernetes-schema';
import { expectTextSnapshot } from '../../test/text-snapshot';
import {
  Environment,
  FluxGitRepository,
  type FluxGitRepositoryProps,
  FluxKustomization,
  type FluxKustomizationProps,
  LoggingStack,
  ManifestApp,
} from '..';

const URL = 'https://git.example.com/platform/logging.git';

const withFlux =
  (props: Partial<FluxKustomizationProps> = {}, ofRepository: Partial<FluxGitRepositoryProps> = {}) =>
  (app: ManifestApp): void => {
    const deploys = new Environment(app, 'staging');
    new LoggingStack(deploys, 'loki', { namespace: 'logging', grafana: { persistence: {} } });
    const sourceRef = new FluxGitRepository(app, 'logging', { url: URL, ...ofRepository });
    new FluxKustomization(app, 'logs', { sourceRef, deploys, ...props });
  };

const refused = (build: (app: ManifestApp) => void): readonly string[] =>
  problemsOf(build).map((problem) => problem.replace(/\s+→ /, ' → ').replace(/^\[(logs|logging)\] /, ''));

test('a Kustomization deploys the folder of an environment from a GitRepository, both in a folder of their own', () => {
  const app = appWith(withFlux());
  const files = app.manifestFiles();
  expect([...files.keys()].filter((path) => path.startsWith('flux/'))).toEqual([
    'flux/logging.k8s.yaml',
    'flux/logs.k8s.yaml',
  ]);
  expectTextSnapshot('gitops/kustomization.yaml', files.get('flux/logs.k8s.yaml') ?? '');
  expectTextSnapshot('gitops/git-repository.yaml', files.get('flux/logging.k8s.yaml') ?? '');
});

test('all that can be said of them is what Flux takes', () => {
  const app = appWith(
    withFlux(
      {
        name: 'logs-staging',
        namespace: 'gitops',
        path: './clusters/staging',
        interval: '1h',
        retryInterval: '2m',
        timeout: '30m',
        prune: false,
        healthChecks: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'loki', namespace: 'logging' }],
        deletionPolicy: 'Orphan',
        serviceAccountName: 'deployer',
        folder: 'applications',
      },
      {
        url: 'ssh://git@git.example.com/platform/logging.git',
        secretRef: { name: 'deploy-key' },
        ref: { semver: '>=1.0.0' },
        interval: '5m',
        name: 'git',
        folder: 'applications',
      },
    ),
  );
  expectTextSnapshot(
    'gitops/kustomization-with-everything.yaml',
    app.manifestFiles().get('applications/logs.k8s.yaml') ?? '',
  );
  expectTextSnapshot(
    'gitops/git-repository-with-everything.yaml',
    app.manifestFiles().get('applications/logging.k8s.yaml') ?? '',
  );
  const found = manifestsOf(app).filter(({ apiVersion }) => apiVersion.includes('fluxcd'));
  expect(found).toHaveLength(2);
  expect(found.flatMap((manifest) => schemaProblems({ ...manifest }, 'newest'))).toEqual([]);
});

test('what data goes with stays, unless it is asked for', () => {
  const kept = (keepData?: boolean) =>
    manifestsOf(appWith(withFlux({ keepData }))).flatMap(({ kind, metadata }) =>
      metadata.annotations?.['kustomize.toolkit.fluxcd.io/prune'] === 'disabled' ? [kind] : [],
    );
  expect(kept()).toEqual(['Namespace', 'PersistentVolumeClaim']);
  expect(kept(false)).toEqual([]);
});

test('a source that is made elsewhere is named', () => {
  const sourceRef = { kind: 'OCIRepository', name: 'manifests', namespace: 'sources' } as const;
  expect(objectOf(appWith(withFlux({ sourceRef })), 'Kustomization/logs').spec.sourceRef).toEqual(sourceRef);
});

test('patches change both, and are refused when they hit nothing', () => {
  const app = appWith((each) => {
    new LoggingStack(new Environment(each, 'staging'), 'loki', { namespace: 'loki' });
    const sourceRef = new FluxGitRepository(each, 'logging', { url: URL });
    sourceRef.patch({ op: 'add', path: '/spec/suspend', value: true });
    new FluxKustomization(each, 'logs', { sourceRef, path: 'dist/staging' }).patch({
      op: 'add',
      path: '/spec/suspend',
      value: true,
    });
  });
  expect(
    [objectOf(app, 'Kustomization/logs'), objectOf(app, 'GitRepository/logging')].map(({ spec }) => spec.suspend),
  ).toEqual([true, true]);
});

const DURATION = (path: string, example: string) =>
  `${path}: "soon" is not a duration in h, m, s or ms → write one such as "${example}"`;

test.each<[object, string]>([
  [
    { sourceRef: undefined },
    "sourceRef: is missing → write a FluxGitRepository, or { kind: 'GitRepository', name: 'flux-system' }",
  ],
  [{ sourceRef: { kind: 'GitRepository' } }, 'sourceRef.name: is missing → write it'],
  [
    { sourceRef: { kind: 'HelmRepository', name: 'a' } },
    'sourceRef.kind: "HelmRepository" is no source of Flux → write "GitRepository" or "OCIRepository" or "Bucket" or "ExternalArtifact"',
  ],
  [{ interval: 'soon' }, DURATION('interval', '10m')],
  [{ retryInterval: 'soon' }, DURATION('retryInterval', '1m')],
  [{ timeout: 'soon' }, DURATION('timeout', '5m')],
  [
    { wait: true, healthChecks: [{ kind: 'Deployment', name: 'a' }] },
    'healthChecks: are passed over, as wait asks for all objects → leave one of the two out',
  ],
  [{ healthChecks: [{ kind: 'Deployment' }] }, 'healthChecks[0].name: is missing → write it'],
  [
    { deletionPolicy: 'Keep' },
    'deletionPolicy: is none that Flux knows → write "MirrorPrune" or "Delete" or "WaitForTermination" or "Orphan"',
  ],
  [
    { name: 'Logs' },
    'name: "Logs" is not a DNS label (a-z, 0-9 and "-", a letter or digit at both ends) → did you mean "logs"?',
  ],
  [
    { targetNamespace: 'a' },
    'targetNamespace: there is no "targetNamespace" here → use one of sourceRef, deploys, path, name, namespace, interval, retryInterval, timeout, prune, wait, healthChecks, deletionPolicy, serviceAccountName, keepData, folder',
  ],
  [
    { path: '../a' },
    'path: "../a" leads out of the repository → write the folder as seen from the top of the repository, such as "dist/staging"',
  ],
  [
    { deploys: 1 },
    'deploys: is no construct → write an Environment, or a LoggingStack or chart that stands in the folder',
  ],
  [
    { deploys: undefined, path: 'never-written/flux' },
    'path: is "never-written/flux", where the Kustomization itself is written to: it would change, and with prune delete, itself → set folder to another one, or make the Kustomization in a ManifestApp',
  ],
])('a Kustomization with %j is refused', (props, expected) => {
  expect(refused(withFlux(props))).toEqual([expected]);
});

test.each<[object, string]>([
  [{ url: undefined }, 'url: is missing → write the address of the repository that the output is committed to'],
  [
    { url: 'git@git.example.com:platform/logging.git' },
    'url: "git@git.example.com:platform/logging.git" is the short form of SSH, and Flux takes URLs alone → write "ssh://git@git.example.com/platform/logging.git"',
  ],
  [
    { url: 'https://token@git.example.com/a' },
    'url: holds a password or token, and everything in dist can be read by everybody who can read the repository → write it without what stands before the "@", and give Flux the credential as a Secret in the cluster',
  ],
  [
    { url: 'ssh://git@git.example.com/a' },
    'secretRef: is missing, and SSH needs a key → name a Secret with identity and known_hosts',
  ],
  [
    { ref: {} },
    'ref: says nothing, and Flux would take the branch "master" → write a branch, a tag, a semver or a commit',
  ],
  [{ ref: { branch: '' } }, 'ref.branch: is empty → write it, or leave it out'],
  [{ interval: 'soon' }, DURATION('interval', '1m')],
])('a GitRepository with %j is refused', (props, expected) => {
  expect(refused(withFlux({}, props))).toEqual([expected]);
});

test('without a kustomization.yaml Flux takes folders below the one that it is given, and itself with them', () => {
  const build = (app: ManifestApp) => {
    new LoggingStack(app, 'loki', { namespace: 'loki' });
    new FluxKustomization(app, 'logs', { sourceRef: { kind: 'GitRepository', name: 'flux-system' } });
  };
  expect(refused(build)).toEqual([
    'deploys: is "never-written", of which Flux takes all folders, "never-written/flux" too → write `new ManifestApp({ kustomization: \'kustomization.yaml\' })`, by which it takes the folder\'s own files alone, or put the stack into an Environment',
  ]);
  const app = new ManifestApp({ outdir: 'never-written', kustomization: 'kustomization.yaml', report: () => {} });
  build(app);
  expect(app.manifestFiles().get('kustomization.yaml')).not.toContain('flux');
});

test('a folder that nothing is written to is refused', () => {
  const build = (app: ManifestApp) => {
    new LoggingStack(new Environment(app, 'production'), 'loki', { namespace: 'loki' });
    new FluxKustomization(app, 'logs', {
      sourceRef: { kind: 'GitRepository', name: 'a' },
      deploys: new Environment(app, 'staging'),
    });
  };
  expect(refused(build)).toEqual([
    'deploys: nothing is written to "never-written/staging" → add a stack to it, or deploy another folder, such as that of "production"',
  ]);
});

test('a folder is deployed from a source once', () => {
  const build = (second: Partial<FluxKustomizationProps>) => (app: ManifestApp) => {
    withFlux()(app);
    const sourceRef = { kind: 'GitRepository', name: 'logging', namespace: 'flux-system' } as const;
    new FluxKustomization(app, 'second', { sourceRef, path: 'never-written/staging', ...second });
  };
  expect(refused(build({}))).toEqual([
    '[second] path: "never-written/staging" is deployed to the same cluster by Kustomization/logs already: each would take the objects from the other → leave one of the two out, or deploy another folder',
  ]);
  expect(refused(build({ folder: 'other-cluster' }))).toEqual([]);
});
